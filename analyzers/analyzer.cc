#include "analyzers/analyzer.h"

#include <algorithm>
#include <optional>

#include "analyzers/citations.h"
#include "analyzers/fingerprint.h"
#include "analyzers/segmenter.h"
#include "analyzers/sense_choice.h"
#include "analyzers/syllable.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "commsearch_analyzers_embedded.h"

namespace commsearch {
namespace {

/// Raised with every change of the rules that gives other tokens.
constexpr std::string_view rules_version = "4";

/// Words remembered at most; a text of noise must not fill the memory.
constexpr std::size_t max_forms = 200'000;
/// Parts of a short form at most: "PCTT & TKCN".
constexpr std::size_t max_short_form_parts = 4;

/// True when only separators of short forms stand in `between`: "KT-XH", "KT - XH", "NN&PTNT",
/// "đ/c".
bool joins_short_forms(std::string_view between) {
    constexpr std::string_view joints = "-–&/.,";
    const std::string_view inner = trimmed(between);
    if (inner == "–") return true;
    return inner.size() == 1 && joints.find(inner) != std::string_view::npos;
}

bool is_blank(std::string_view between) { return !between.empty() && trimmed(between).empty(); }

}  // namespace

struct Analyzer::Piece {
    const Form* form = nullptr;
    std::uint32_t begin = 0;  ///< bytes of the NFC text
    std::uint32_t end = 0;
    bool is_number = false;
    bool is_upper = false;
    bool starts_anew = false;
    std::uint32_t position = 0;  ///< of its first token
    std::uint32_t behind = 0;    ///< position behind its last one
};

/// One analysis: the pieces of a text on their way to tokens.
class Analyzer::Run {
public:
    Run(Analyzer& analyzer, std::string_view nfc_text, const ReadingContext& reading)
        : analyzer_(analyzer),
          abbreviations_(analyzer.abbreviations_),
          text_(nfc_text),
          reading_(reading),
          pieces_(analyzer.pieces_of(nfc_text)) {}

    Tokens tokens() {
        tokens_.reserve(pieces_.size() + pieces_.size() / 4);
        for (std::size_t i = 0; i < pieces_.size();) {
            if (pieces_[i].starts_anew && i > 0) end_sentence();
            const std::uint32_t position = position_;
            std::size_t parts = add_short_form(i);
            if (parts == 0) add_word(i);
            for (parts = std::max<std::size_t>(parts, 1); parts > 0; --parts, ++i) {
                pieces_[i].position = position;
                pieces_[i].behind = position_;
            }
        }
        find_units();
        find_citations();
        return with_compounds();
    }

private:
    [[nodiscard]] bool is_query() const { return reading_.reading == Reading::query; }

    [[nodiscard]] std::string_view between(std::size_t i) const {
        return text_.substr(pieces_[i].end, pieces_[i + 1].begin - pieces_[i].end);
    }

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

    static RunningWord running_word(const Form& form) {
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
            digits.empty() && follows_number(i) && pieces_[i - 1].end == piece.begin;
        if (!is_month && !counts) return false;
        const Form& month = analyzer_.form_of("tháng", false);
        add_running({month.term, month.bare, piece.begin, piece.begin + 1, position_++, 1,
                     Token::Kind::word},
                    running_word(month));
        if (is_month) {
            const Form& number = analyzer_.form_of(digits, true);
            add_running({number.term, number.bare, piece.begin + 1, piece.end, position_++, 1,
                         Token::Kind::number},
                        running_word(number));
        }
        return true;
    }

    /// Reads a short form at piece `i`; returns how many pieces it takes, 0 when there is none.
    std::size_t add_short_form(std::size_t i) {
        for (std::size_t parts = longest_candidate(i); parts > 0; --parts) {
            const std::string key = key_of(i, parts);
            if (parts > 1 && !may_join(i, parts, key)) continue;
            const std::span<const Sense> senses = senses_of(key, i, parts);
            std::vector<const Sense*> fitting;
            for (const Sense& sense : senses) {
                if (fits(sense, i, parts)) fitting.push_back(&sense);
            }
            if (fitting.empty()) continue;
            add_senses(key, i, parts, fitting);
            return parts;
        }
        return 0;
    }

    /// Pieces from `i` on that stand close enough to be one short form.
    [[nodiscard]] std::size_t longest_candidate(std::size_t i) const {
        if (pieces_[i].is_number) return 0;
        if (!is_query() && !pieces_[i].is_upper && !pieces_[i].form->has_inner_capital &&
            !is_one_letter(pieces_[i]) && !follows_number(i)) {
            return 0;
        }
        std::size_t parts = 1;
        while (parts < max_short_form_parts && i + parts < pieces_.size() &&
               !has_line_end(i + parts - 1) &&
               (joins_short_forms(between(i + parts - 1)) || is_blank(between(i + parts - 1)))) {
            ++parts;
        }
        return parts;
    }

    [[nodiscard]] bool has_line_end(std::size_t i) const {
        return between(i).find('\n') != std::string_view::npos;
    }

    [[nodiscard]] bool follows_number(std::size_t i) const {
        return i > 0 && pieces_[i - 1].is_number && !pieces_[i].starts_anew;
    }

    static bool is_one_letter(const Piece& piece) { return piece.form->bare.size() == 1; }

    [[nodiscard]] std::string key_of(std::size_t i, std::size_t parts) const {
        return Abbreviations::key_of(
            text_.substr(pieces_[i].begin, pieces_[i + parts - 1].end - pieces_[i].begin));
    }

    /// Parts joined by a blank alone are one short form only where the dictionary writes it so, or
    /// in a query where no part is a word of its own.
    [[nodiscard]] bool may_join(std::size_t i, std::size_t parts, std::string_view key) const {
        for (std::size_t part = i; part + 1 < i + parts; ++part) {
            // "điểm b, c, đ" lists letters.
            if (between(part).find(',') != std::string_view::npos &&
                (is_one_letter(pieces_[part]) || is_one_letter(pieces_[part + 1])))
                return false;
            if (!is_blank(between(part))) continue;
            if (pieces_[part + 1].is_number && !abbreviations_.is_spaced(key)) return false;
            const bool are_words =
                pieces_[part].form->is_syllable || pieces_[part + 1].form->is_syllable;
            if (!abbreviations_.is_spaced(key) && !(is_query() && !are_words)) return false;
        }
        return true;
    }

    [[nodiscard]] std::span<const Sense> senses_of(std::string_view key, std::size_t i,
                                                   std::size_t parts) const {
        if (reading_.local != nullptr && !reading_.local->senses(key).empty())
            return reading_.local->senses(key);
        const std::span<const Sense> senses = abbreviations_.senses(key);
        if (!senses.empty() || !is_query()) return senses;
        const bool typed_bare =
            std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(i),
                        pieces_.begin() + static_cast<std::ptrdiff_t>(i + parts),
                        [](const Piece& piece) { return piece.form->is_bare; });
        return typed_bare ? abbreviations_.senses_of_bare(key) : senses;
    }

    static bool is_single_word(const Sense& sense) {
        return sense.unit.find(' ') == std::string::npos;
    }

    [[nodiscard]] bool fits(const Sense& sense, std::size_t i, std::size_t parts) const {
        if (sense.after_number && !(follows_number(i) && trimmed(between(i - 1)).empty()))
            return false;
        const bool upper = all_upper(i, parts) || is_written_so(sense, i, parts);
        if (parts == 1 && pieces_[i].form->is_syllable) {
            // AN in "AN NINH" is a word; "an" is one always, in a query too.
            return upper && !stands_among_capitals(i);
        }
        return upper || sense.any_case || is_query();
    }

    /// "ThU": in the dictionary's own spelling, with a capital.
    [[nodiscard]] bool is_written_so(const Sense& sense, std::size_t i, std::size_t parts) const {
        const std::string_view written =
            text_.substr(pieces_[i].begin, pieces_[i + parts - 1].end - pieces_[i].begin);
        return written == sense.written && lower(written) != written;
    }

    [[nodiscard]] bool all_upper(std::size_t i, std::size_t parts) const {
        return std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(i),
                           pieces_.begin() + static_cast<std::ptrdiff_t>(i + parts),
                           [](const Piece& piece) { return piece.is_upper; });
    }

    [[nodiscard]] bool stands_among_capitals(std::size_t i) const {
        const auto is_capital_word = [&](std::size_t at) {
            return pieces_[at].is_upper && pieces_[at].form->is_syllable;
        };
        return (i > 0 && is_capital_word(i - 1)) ||
               (i + 1 < pieces_.size() && is_capital_word(i + 1));
    }

    /// Adds the short form, and the long form behind it when its meaning is clear.
    void add_senses(const std::string& key, std::size_t i, std::size_t parts,
                    const std::vector<const Sense*>& fitting) {
        const Sense* meaning = fitting.size() == 1 ? fitting.front() : clearest(fitting, i, parts);
        if (meaning != nullptr && is_single_word(*meaning)) meaning = nullptr;
        const Piece& first = pieces_[i];
        Token short_form{key,
                         bare(key),
                         first.begin,
                         pieces_[i + parts - 1].end,
                         position_,
                         1,
                         Token::Kind::short_form};
        if (meaning == nullptr) {
            const Token range = short_form;
            add_running(std::move(short_form), RunningWord{});
            if (is_query()) {
                for (const Sense* sense : fitting) {
                    if (!is_single_word(*sense)) add_unit(sense->unit, range, 1);
                }
            }
            ++position_;
            return;
        }
        const std::vector<std::string_view> syllables = split(meaning->unit, ' ');
        short_form.span = static_cast<std::uint16_t>(syllables.size());
        const std::uint32_t begin = short_form.begin;
        const std::uint32_t end = short_form.end;
        tokens_.push_back(std::move(short_form));
        for (const std::string_view syllable : syllables) {
            const Form& form = analyzer_.form_of(syllable, false);
            add_running({form.term, form.bare, begin, end, position_++, 1, Token::Kind::implied},
                        running_word(form));
        }
    }

    /// The meaning the text points to, null when it points to none.
    const Sense* clearest(const std::vector<const Sense*>& fitting, std::size_t i,
                          std::size_t parts) {
        if (!choice_) {
            for (const Piece& piece : pieces_) {
                const std::string_view written = text_.substr(piece.begin, piece.end - piece.begin);
                context_.push_back({piece.form->term, written, piece.is_number, piece.is_upper,
                                    piece.starts_anew, piece.form->is_bare});
            }
            choice_.emplace(context_, reading_.topic, is_query());
        }
        return choice_->choose(fitting, i, parts);
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
            const auto span = static_cast<std::uint16_t>(last.behind - first.position);
            for (std::string& term : citation.terms) {
                std::string its_bare = bare(term);
                compounds_.push_back({std::move(term), std::move(its_bare), first.begin,
                                      last.end, first.position, span, Token::Kind::citation});
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
    std::vector<ContextWord> context_;  ///< of pieces_, once a short form has several meanings
    std::optional<SenseChoice> choice_;
    std::uint32_t position_ = 0;
    Tokens tokens_;
    std::vector<RunningWord> running_;
    std::vector<std::uint32_t> token_of_running_;
    Tokens compounds_;
};

const Analyzer::Form& Analyzer::form_of(std::string_view written, bool is_number) {
    const auto known = forms_.find(written);
    if (known != forms_.end()) return known->second;
    Form form;
    if (is_number) {
        form.term = canonical_number(written);
        form.is_bare = true;
    } else {
        if (abbreviations_.senses(Abbreviations::key_of(written)).empty())
            form.glued_border = static_cast<std::uint32_t>(glued_word_border(written).value_or(0));
        form.term = canonical_word(lower(written));
        form.is_syllable = commsearch::is_syllable(form.term);
        const std::string_view behind_first = written.substr(decode_at(written, 0).size);
        form.has_inner_capital = lower(behind_first) != behind_first;
    }
    form.bare = bare(form.term);
    form.number = abbreviations_.syllable_number(form.bare);
    form.is_bare = form.bare == form.term;
    return forms_.emplace(std::string(written), std::move(form)).first->second;
}

std::vector<Analyzer::Piece> Analyzer::pieces_of(std::string_view nfc_text) {
    if (forms_.size() > max_forms) forms_.clear();
    const std::vector<Segment> segments = segment(nfc_text);
    std::vector<Piece> pieces;
    pieces.reserve(segments.size());
    for (const Segment& part : segments) {
        const std::string_view written = nfc_text.substr(part.begin, part.end - part.begin);
        const Form& form = form_of(written, part.is_number);
        if (form.glued_border == 0) {
            pieces.push_back(
                {&form, part.begin, part.end, part.is_number, part.is_upper, part.starts_anew});
            continue;
        }
        const std::uint32_t border = part.begin + form.glued_border;
        const Form& head = form_of(written.substr(0, form.glued_border), false);
        const Form& tail = form_of(written.substr(form.glued_border), false);
        const bool head_upper =
            lower(head.term) != written.substr(0, form.glued_border) && !head.is_syllable;
        pieces.push_back({&head, part.begin, border, false, head_upper, part.starts_anew});
        pieces.push_back({&tail, border, part.end, false, false, false});
    }
    return pieces;
}

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
