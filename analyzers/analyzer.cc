#include "analyzers/analyzer.h"

#include <algorithm>
#include <optional>

#include "analyzers/abbreviation/short_forms.h"
#include "analyzers/base/fingerprint.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/citation/citations.h"
#include "analyzers/citation/figures.h"
#include "analyzers/word/number_runs.h"
#include "analyzers_dictionaries.h"

namespace commsearch {
namespace {

/// Raised with every change of the rules that gives other tokens.
constexpr std::string_view rules_version = "7";

}  // namespace

/// One analysis: the words of a text on their way to tokens.
class Analyzer::TextAnalysis {
public:
    /// The words of the text stand in the analyzer's scratch.
    TextAnalysis(Analyzer& analyzer, std::string_view nfc_text,
                 const abbreviation::ReadingContext& reading)
        : analyzer_(analyzer),
          abbreviations_(analyzer.abbreviations_),
          text_(nfc_text),
          reading_(reading),
          words_(analyzer.scratch_.words),
          short_forms_(nfc_text, words_, abbreviations_, reading),
          tokens_(emptied(analyzer.scratch_.tokens)),
          running_(emptied(analyzer.scratch_.running)),
          compounds_(emptied(analyzer.scratch_.compounds)) {}

    /// In the analyzer's scratch.
    std::vector<word::TokenView>& tokens() {
        for (std::size_t i = 0; i < words_.size();) {
            if (words_[i].starts_anew && i > 0) end_sentence();
            const std::uint32_t position = position_;
            std::size_t parts = 1;
            if (!short_forms_.may_begin(i) || !add_short_form(i, parts)) add_word(i);
            for (; parts > 0; --parts, ++i) {
                words_[i].position = position;
                words_[i].next_position = position_;
            }
        }
        find_compounds();
        find_citations();
        return with_compounds();
    }

private:
    template <typename Item>
    static std::vector<Item>& emptied(std::vector<Item>& items) {
        items.clear();
        return items;
    }

    [[nodiscard]] bool is_query() const { return reading_.reading == abbreviation::Reading::query; }

    void end_sentence() {
        ++position_;
        running_.push_back({});
    }

    void add_running(const word::TokenView& token, const word::WordForm& form) {
        const auto number = static_cast<std::uint32_t>(tokens_.size());
        running_.push_back({form.word, form.number, number, form.is_unaccented});
        tokens_.push_back(token);
    }

    void add_word(std::size_t i) {
        const word::TextWord& word = words_[i];
        if (add_month(i) || add_hour(i)) return;
        add_hour_sign(i);
        const auto kind = word.is_number ? word::Token::Kind::number : word::Token::Kind::word;
        add_running({word.form->word, word.begin, word.end, position_++, 1, kind}, *word.form);
    }

    /// "9T" is 9 tháng, "T9/2023" is tháng 9/2023: papers and queries write so, with a capital.
    bool add_month(std::size_t i) {
        const word::TextWord& word = words_[i];
        if (word.is_number || text_[word.begin] != 'T') return false;
        const std::string_view digits = std::string_view(word.form->word->unaccented).substr(1);
        const bool is_month = !digits.empty() && digits.size() <= 2 &&
                              digits.find_first_not_of("0123456789") == std::string_view::npos;
        const bool counts =
            digits.empty() && short_forms_.follows_number(i) && words_[i - 1].end == word.begin;
        if (!is_month && !counts) return false;
        const word::WordForm& month = analyzer_.forms_.form_of("tháng", false);
        add_running(
            {month.word, word.begin, word.begin + 1, position_++, 1, word::Token::Kind::word},
            month);
        if (is_month) add_number(digits, word.begin + 1, word.end);
        return true;
    }

    /// "7h30", "7g30" and "7h" are 7 giờ 30 and 7 giờ; the letter's place is that of "giờ".
    bool add_hour(std::size_t i) {
        const word::TextWord& word = words_[i];
        if (word.is_number || !short_forms_.follows_number(i) || words_[i - 1].end != word.begin ||
            !word::is_hour(written(words_[i - 1]))) {
            return false;
        }
        const std::string_view term = word.form->word->term;
        const std::string_view minutes = term.substr(1);
        const bool has_minutes = word::is_minutes(minutes);
        if (term.front() != 'h' && (term.front() != 'g' || !has_minutes)) return false;
        if (!has_minutes && !minutes.empty()) return false;
        add_hour_word(word.begin, word.begin + 1);
        if (has_minutes) add_number(minutes, word.begin + 1, word.end);
        return true;
    }

    /// "07:30" is 7 giờ 30; the colon's place is that of "giờ".
    void add_hour_sign(std::size_t i) {
        if (i == 0 || !words_[i].is_number || !words_[i - 1].is_number) return;
        const std::uint32_t sign = words_[i - 1].end;
        if (sign + 1 != words_[i].begin || text_[sign] != ':') return;
        if (word::is_hour(written(words_[i - 1])) && word::is_minutes(written(words_[i])))
            add_hour_word(sign, sign + 1);
    }

    void add_hour_word(std::uint32_t begin, std::uint32_t end) {
        const word::WordForm& hour = analyzer_.forms_.form_of("giờ", false);
        add_running({hour.word, begin, end, position_++, 1, word::Token::Kind::word}, hour);
    }

    void add_number(std::string_view digits, std::uint32_t begin, std::uint32_t end) {
        const word::WordForm& number = analyzer_.forms_.form_of(digits, true);
        add_running({number.word, begin, end, position_++, 1, word::Token::Kind::number}, number);
    }

    [[nodiscard]] std::string_view written(const word::TextWord& word) const {
        return text_.substr(word.begin, word.end - word.begin);
    }

    /// Adds the short form that begins with a word, and the long form behind it when its meaning
    /// is clear; false when there is none. `parts`: of how many words it is made.
    bool add_short_form(std::size_t i, std::size_t& parts) {
        const std::optional<abbreviation::ShortForm> found = short_forms_.find(i);
        if (!found) return false;
        parts = found->parts;
        const word::TokenView short_form{&analyzer_.forms_.word_of(found->key),
                                         words_[i].begin,
                                         words_[i + parts - 1].end,
                                         position_,
                                         1,
                                         word::Token::Kind::short_form};
        if (found->meaning != nullptr) {
            add_meaning(short_form, *found->meaning);
            return true;
        }
        if (is_query()) {
            for (const word::Sense* sense : found->senses)
                add_compound(analyzer_.forms_.word_of(sense->compound), short_form, 1);
        }
        running_.push_back({});
        tokens_.push_back(short_form);
        ++position_;
        return true;
    }

    void add_meaning(word::TokenView short_form, const word::Sense& meaning) {
        short_form.span = static_cast<std::uint16_t>(meaning.words.size());
        tokens_.push_back(short_form);
        for (const std::string& syllable : meaning.words) {
            const word::WordForm& form = analyzer_.forms_.form_of(syllable, false);
            add_running({form.word, short_form.begin, short_form.end, position_++, 1,
                         word::Token::Kind::expansion},
                        form);
        }
    }

    void add_compound(const word::Lexeme& compound, const word::TokenView& range,
                      std::uint16_t span) {
        compounds_.push_back(
            {&compound, range.begin, range.end, range.position, span, word::Token::Kind::compound});
    }

    /// Looks for long forms in the running text.
    void find_compounds() {
        for (const word::CompoundMatch& match : matches_of(abbreviations_))
            add_match(match, analyzer_.forms_.compound(match.compound));
        if (reading_.local == nullptr) return;
        const word::Abbreviations& local = *reading_.local;
        for (word::RunningWord& running : running_) {
            if (running.word != nullptr) running.number = local.syllable_number(*running.word);
        }
        for (const word::CompoundMatch& match : matches_of(local)) {
            const std::string& compound = local.compounds()[match.compound];
            if (!abbreviations_.has_compound(compound))
                add_match(match, analyzer_.forms_.word_of(compound));
        }
    }

    const std::vector<word::CompoundMatch>& matches_of(const word::Abbreviations& known) {
        std::vector<word::CompoundMatch>& matches = emptied(analyzer_.scratch_.matches);
        known.find_compounds(running_, is_query(), matches);
        return matches;
    }

    void add_match(const word::CompoundMatch& match, const word::Lexeme& compound) {
        word::TokenView range = tokens_[running_[match.first].token];
        range.end = tokens_[running_[match.first + match.size - 1U].token].end;
        add_compound(compound, range, match.size);
    }

    void find_citations() {
        const std::vector<citation::Citation> citations =
            citation::find_citations(text_, words_, is_query());
        for (const citation::Citation& citation : citations)
            add_names(citation, word::Token::Kind::citation);
        for (const citation::Citation& figure :
             citation::find_figures(text_, words_, citations, is_query()))
            add_names(figure, word::Token::Kind::figure);
    }

    void add_names(const citation::Citation& citation, word::Token::Kind kind) {
        const std::size_t last = citation.first + citation.size - 1U;
        const std::uint32_t first = words_[citation.first].position;
        const auto span = static_cast<std::uint16_t>(words_[last].next_position - first);
        for (const std::string& term : citation.terms) {
            compounds_.push_back({&analyzer_.forms_.word_of(term), words_[citation.first].begin,
                                  words_[last].end + citation.sign_bytes, first, span, kind});
        }
    }

    /// Merges the compounds in behind the tokens of their first position.
    std::vector<word::TokenView>& with_compounds() {
        if (compounds_.empty()) return tokens_;
        const auto is_before = [](const word::TokenView& a, const word::TokenView& b) {
            return a.position < b.position;
        };
        if (!std::is_sorted(compounds_.begin(), compounds_.end(), is_before))
            std::stable_sort(compounds_.begin(), compounds_.end(), is_before);
        std::vector<word::TokenView>& merged = emptied(analyzer_.scratch_.merged);
        auto compound = compounds_.begin();
        for (const word::TokenView& token : tokens_) {
            while (compound != compounds_.end() && compound->position < token.position)
                merged.push_back(*compound++);
            merged.push_back(token);
        }
        merged.insert(merged.end(), compound, compounds_.end());
        return merged;
    }

    Analyzer& analyzer_;
    const word::Abbreviations& abbreviations_;
    std::string_view text_;
    const abbreviation::ReadingContext& reading_;
    std::vector<word::TextWord>& words_;
    abbreviation::ShortFormFinder short_forms_;
    std::uint32_t position_ = 0;
    std::vector<word::TokenView>& tokens_;
    std::vector<word::RunningWord>& running_;
    std::vector<word::TokenView>& compounds_;
};

word::TokenViews Analyzer::views(std::string_view text,
                                 const abbreviation::ReadingContext& reading) {
    if (forms_.read(text, scratch_.words)) return TextAnalysis(*this, text, reading).tokens();
    const NormalizedText normalized = nfc_with_offsets(text);
    (void)forms_.read(normalized.text, scratch_.words);
    std::vector<word::TokenView>& tokens = TextAnalysis(*this, normalized.text, reading).tokens();
    if (!normalized.source_offsets.empty()) {
        for (word::TokenView& token : tokens) {
            token.begin = normalized.source_offset(token.begin);
            token.end = normalized.source_offset(token.end);
        }
    }
    return tokens;
}

word::Tokens Analyzer::analyze(std::string_view text, const abbreviation::ReadingContext& reading) {
    const word::TokenViews read = views(text, reading);
    word::Tokens tokens;
    tokens.reserve(read.size());
    for (const word::TokenView& token : read) {
        tokens.push_back({token.word->term, token.word->unaccented, token.begin, token.end,
                          token.position, token.span, token.kind});
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

}  // namespace commsearch
