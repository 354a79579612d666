#include "analyzers/analyzer.h"

#include <algorithm>
#include <optional>

#include "analyzers/citations.h"
#include "analyzers/fingerprint.h"
#include "analyzers/short_forms.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "commsearch_analyzers_embedded.h"

namespace commsearch {
namespace {

/// Raised with every change of the rules that gives other tokens.
constexpr std::string_view rules_version = "5";

}  // namespace

/// One analysis: the pieces of a text on their way to tokens.
class Analyzer::Run {
public:
    Run(Analyzer& analyzer, std::string_view nfc_text, const ReadingContext& reading)
        : analyzer_(analyzer),
          abbreviations_(analyzer.abbreviations_),
          text_(nfc_text),
          reading_(reading),
          pieces_(analyzer.forms_.pieces_of(nfc_text)),
          places_(pieces_.size()),
          short_forms_(nfc_text, pieces_, abbreviations_, reading) {}

    Tokens tokens() {
        tokens_.reserve(pieces_.size() + pieces_.size() / 4);
        for (std::size_t i = 0; i < pieces_.size();) {
            if (pieces_[i].starts_anew && i > 0) end_sentence();
            const std::uint32_t position = position_;
            std::size_t parts = 1;
            if (const std::optional<ShortForm> found = short_forms_.find(i)) {
                add_short_form(i, *found);
                parts = found->parts;
            } else {
                add_word(i);
            }
            for (; parts > 0; --parts) places_[i++] = {position, position_};
        }
        find_units();
        find_citations();
        return with_compounds();
    }

private:
    /// Positions of the tokens that a piece gave, half-open.
    struct Place {
        std::uint32_t first = 0;
        std::uint32_t behind = 0;
    };

    [[nodiscard]] bool is_query() const { return reading_.reading == Reading::query; }

    void end_sentence() {
        ++position_;
        running_.push_back({});
        token_of_running_.push_back(0);
    }

    void add_running(Token token, const RunningWord& word) {
        running_.push_back(word);
        token_of_running_.push_back(static_cast<std::uint32_t>(tokens_.size()));
        tokens_.push_back(std::move(token));
    }

    static RunningWord running_word(const WordForm& form) {
        return {form.term, form.number, form.is_bare};
    }

    void add_word(std::size_t i) {
        const Piece& piece = pieces_[i];
        if (add_month(i)) return;
        const auto kind = piece.is_number ? Token::Kind::number : Token::Kind::word;
        add_running(
            {piece.form->term, piece.form->bare, piece.begin, piece.end, position_++, 1, kind},
            running_word(*piece.form));
    }

    /// "9T" is 9 tháng, "T9/2023" is tháng 9/2023: papers and queries write so, with a capital.
    bool add_month(std::size_t i) {
        const Piece& piece = pieces_[i];
        if (piece.is_number || text_[piece.begin] != 'T') return false;
        const std::string_view digits = std::string_view(piece.form->bare).substr(1);
        const bool is_month = !digits.empty() && digits.size() <= 2 &&
                              digits.find_first_not_of("0123456789") == std::string_view::npos;
        const bool counts =
            digits.empty() && short_forms_.follows_number(i) && pieces_[i - 1].end == piece.begin;
        if (!is_month && !counts) return false;
        const WordForm& month = analyzer_.forms_.form_of("tháng", false);
        add_running({month.term, month.bare, piece.begin, piece.begin + 1, position_++, 1,
                     Token::Kind::word},
                    running_word(month));
        if (is_month) {
            const WordForm& number = analyzer_.forms_.form_of(digits, true);
            add_running({number.term, number.bare, piece.begin + 1, piece.end, position_++, 1,
                         Token::Kind::number},
                        running_word(number));
        }
        return true;
    }

    /// Adds the short form, and the long form behind it when its meaning is clear.
    void add_short_form(std::size_t i, const ShortForm& found) {
        Token short_form{found.key,
                         bare(found.key),
                         pieces_[i].begin,
                         pieces_[i + found.parts - 1].end,
                         position_,
                         1,
                         Token::Kind::short_form};
        if (found.meaning == nullptr) {
            if (is_query()) {
                for (const Sense* sense : found.senses) add_unit(sense->unit, short_form, 1);
            }
            add_running(std::move(short_form), RunningWord{});
            ++position_;
        } else {
            add_meaning(std::move(short_form), *found.meaning);
        }
    }

    void add_meaning(Token short_form, const Sense& meaning) {
        const std::vector<std::string_view> syllables = split(meaning.unit, ' ');
        short_form.span = static_cast<std::uint16_t>(syllables.size());
        const std::uint32_t begin = short_form.begin;
        const std::uint32_t end = short_form.end;
        tokens_.push_back(std::move(short_form));
        for (const std::string_view syllable : syllables) {
            const WordForm& form = analyzer_.forms_.form_of(syllable, false);
            add_running({form.term, form.bare, begin, end, position_++, 1, Token::Kind::implied},
                        running_word(form));
        }
    }

    void add_unit(const std::string& unit, const Token& range, std::uint16_t span) {
        compounds_.push_back(
            {unit, bare(unit), range.begin, range.end, range.position, span, Token::Kind::unit});
    }

    /// Looks for long forms in the running text.
    void find_units() {
        add_units(abbreviations_);
        if (reading_.local == nullptr) return;
        for (std::size_t i = 0; i < running_.size(); ++i) {
            if (running_[i].term.empty()) continue;
            const Token& token = tokens_[token_of_running_[i]];
            running_[i].number = reading_.local->syllable_number(token.bare);
        }
        add_units(*reading_.local);
    }

    void add_units(const Abbreviations& known) {
        std::vector<UnitMatch> matches;
        known.find_units(running_, is_query(), matches);
        for (const UnitMatch& match : matches) {
            const std::string& unit = known.units()[match.unit];
            if (&known != &abbreviations_ && abbreviations_.has_unit(unit)) continue;
            const Token& first = tokens_[token_of_running_[match.first]];
            const Token& last = tokens_[token_of_running_[match.first + match.size - 1U]];
            Token range = first;
            range.end = last.end;
            add_unit(unit, range, match.size);
        }
    }

    void find_citations() {
        std::vector<CitationWord> words;
        words.reserve(pieces_.size());
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            const std::size_t next = i + 1 < pieces_.size() ? pieces_[i + 1].begin : text_.size();
            words.push_back({text_.substr(piece.begin, piece.end - piece.begin), piece.form->term,
                             piece.form->bare, text_.substr(piece.end, next - piece.end),
                             piece.is_number, piece.starts_anew});
        }
        for (Citation& citation : commsearch::find_citations(words, is_query())) {
            const Piece& first = pieces_[citation.first];
            const Piece& last = pieces_[citation.first + citation.size - 1U];
            const Place place{places_[citation.first].first,
                              places_[citation.first + citation.size - 1U].behind};
            const auto span = static_cast<std::uint16_t>(place.behind - place.first);
            for (std::string& term : citation.terms) {
                std::string its_bare = bare(term);
                compounds_.push_back({std::move(term), std::move(its_bare), first.begin, last.end,
                                      place.first, span, Token::Kind::citation});
            }
        }
    }

    /// Merges the compounds in behind the tokens of their first position.
    Tokens with_compounds() {
        if (compounds_.empty()) return std::move(tokens_);
        std::stable_sort(compounds_.begin(), compounds_.end(),
                         [](const Token& a, const Token& b) { return a.position < b.position; });
        Tokens merged;
        merged.reserve(tokens_.size() + compounds_.size());
        auto compound = compounds_.begin();
        for (Token& token : tokens_) {
            while (compound != compounds_.end() && compound->position < token.position)
                merged.push_back(std::move(*compound++));
            merged.push_back(std::move(token));
        }
        std::move(compound, compounds_.end(), std::back_inserter(merged));
        return merged;
    }

    Analyzer& analyzer_;
    const Abbreviations& abbreviations_;
    std::string_view text_;
    const ReadingContext& reading_;
    std::vector<Piece> pieces_;
    std::vector<Place> places_;  ///< of pieces_
    ShortFormFinder short_forms_;
    std::uint32_t position_ = 0;
    Tokens tokens_;
    std::vector<RunningWord> running_;
    std::vector<std::uint32_t> token_of_running_;
    Tokens compounds_;
};

Tokens Analyzer::analyze(std::string_view text, const ReadingContext& reading) {
    const NormalizedText normalized = nfc_with_offsets(text);
    Tokens tokens = Run(*this, normalized.text, reading).tokens();
    if (!normalized.source_offsets.empty()) {
        for (Token& token : tokens) {
            token.begin = normalized.source_offset(token.begin);
            token.end = normalized.source_offset(token.end);
        }
    }
    return tokens;
}

std::string analyzer_fingerprint() {
    std::uint64_t hash = fingerprint_seed;
    for (const std::string_view part : {rules_version, embedded::abbreviations_tsv(),
                                        embedded::topic_domains_tsv(), embedded::rimes_tsv()}) {
        hash = fingerprint(part, hash);
    }
    return std::to_string(hash);
}

std::vector<Pair> neighbour_pairs(const Tokens& tokens) {
    std::vector<Pair> pairs;
    const Token* previous = nullptr;
    for (const Token& token : tokens) {
        if (!is_running(token)) continue;
        if (previous != nullptr && previous->position + 1 == token.position) {
            pairs.push_back({previous->bare + ' ' + token.bare, previous->position});
        }
        previous = &token;
    }
    return pairs;
}

}  // namespace commsearch
