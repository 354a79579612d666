#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/abbreviation/reading.h"
#include "analyzers/abbreviation/sense_choice.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers/word/word_forms.h"

namespace commsearch::abbreviation {

/// A short form that stands in a text.
struct ShortForm {
    std::string key;                         ///< Abbreviations::key_of
    std::size_t parts = 0;                   ///< words it is made of, at least 1: "KT-XH" has two
    std::vector<const word::Sense*> senses;  ///< meanings of several words that it can have there
    const word::Sense* meaning = nullptr;    ///< the one the text points to; null: none of them
};

/// Finds the short forms of one text and their meanings, and tells them from plain words that are
/// written in capitals. Not for two threads at once.
class ShortFormFinder {
public:
    /// All of them must live longer.
    ShortFormFinder(std::string_view nfc_text, std::span<const word::TextWord> words,
                    const word::Abbreviations& abbreviations, const ReadingContext& reading)
        : text_(nfc_text), words_(words), abbreviations_(abbreviations), reading_(reading) {}

    /// The longest short form that begins with word `i`; none when that is a plain word.
    [[nodiscard]] std::optional<ShortForm> find(std::size_t i);

    /// True when word `i` is written as a short form may be, and some begin so: of other words
    /// find() gives none.
    [[nodiscard]] bool may_begin(std::size_t i) const {
        const word::TextWord& word = words_[i];
        const word::WordForm& form = *word.form;
        if (word.is_number) return false;
        if (!form.begins_short_form &&
            (reading_.local == nullptr || !reading_.local->begins_short_form(form.key))) {
            return false;
        }
        return is_query() || word.is_upper || form.has_inner_capital ||
               form.word->unaccented.size() == 1 || follows_number(i) || is_dotted(i);
    }

    /// True when word `i` stands behind a number, in one sentence: "235 TH".
    [[nodiscard]] bool follows_number(std::size_t i) const {
        return i > 0 && words_[i - 1].is_number && !words_[i].starts_anew;
    }

private:
    /// "Tp." of "Tp.HCM"
    [[nodiscard]] bool is_dotted(std::size_t i) const {
        constexpr std::size_t longest = 3;
        const word::TextWord& word = words_[i];
        return word.end < text_.size() && text_[word.end] == '.' &&
               word.end - word.begin <= longest;
    }
    [[nodiscard]] bool is_query() const { return reading_.reading == Reading::query; }
    [[nodiscard]] std::string_view between(std::size_t i) const;
    [[nodiscard]] std::string_view written(std::size_t i, std::size_t parts) const;
    [[nodiscard]] std::size_t longest_candidate(std::size_t i) const;
    [[nodiscard]] bool has_line_end(std::size_t i) const;
    [[nodiscard]] bool may_join(std::size_t i, std::size_t parts, std::string_view key) const;
    [[nodiscard]] std::span<const word::Sense> senses_of(std::string_view key, std::size_t i,
                                                         std::size_t parts) const;
    [[nodiscard]] std::vector<const word::Sense*> fitting_senses(std::size_t i,
                                                                 std::size_t parts) const;
    [[nodiscard]] bool fits(const word::Sense& sense, std::size_t i, std::size_t parts) const;
    [[nodiscard]] bool is_written_so(const word::Sense& sense, std::size_t i,
                                     std::size_t parts) const;
    [[nodiscard]] bool all_upper(std::size_t i, std::size_t parts) const;
    [[nodiscard]] bool stands_among_capitals(std::size_t i) const;
    void choose_meaning(ShortForm& found, std::size_t i);
    [[nodiscard]] const word::Sense* clearest(const std::vector<const word::Sense*>& senses,
                                              std::size_t i, std::size_t parts);

    std::string_view text_;
    std::span<const word::TextWord> words_;
    const word::Abbreviations& abbreviations_;
    const ReadingContext& reading_;
    std::string key_;                   ///< of the candidate
    std::vector<ContextWord> context_;  ///< of words_, once a short form has several meanings
    std::optional<SenseChoice> choice_;
};

}  // namespace commsearch::abbreviation
