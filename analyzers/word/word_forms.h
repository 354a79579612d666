#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/word_table.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers/word/segmenter.h"
#include "analyzers/word/token_view.h"

namespace commsearch::word {

/// What is known of a word or number as written.
struct WordForm {
    const Lexeme* word = nullptr;
    std::string key;                 ///< Abbreviations::key_of its word_key()
    std::span<const Sense> senses;   ///< of the key, in the dictionary
    std::uint32_t number = 0;        ///< Abbreviations::syllable_number
    std::uint32_t glued_border = 0;  ///< where a second word or number begins; 0: it is one
    bool is_number = false;          ///< digits alone, in whatever width
    bool is_syllable = false;
    bool has_inner_capital = false;  ///< "VNeID"
    bool is_unaccented = false;      ///< written without marks
    bool begins_short_form = false;  ///< Abbreviations::begins_short_form
    bool is_in_capitals = false;     ///< has two capitals ("TTg") or is a single one
};

/// A word or number of a text.
struct TextWord {
    const WordForm* form = nullptr;
    std::uint32_t begin = 0;  ///< bytes of the NFC text, half-open
    std::uint32_t end = 0;
    bool is_number = false;
    bool is_upper = false;
    bool starts_anew = false;  ///< a sentence ended before it
    /// Positions of the tokens it gave, half-open; set by the analyzer.
    std::uint32_t position = 0;
    std::uint32_t next_position = 0;
};

/// Reads the words of texts and remembers what it found out of each spelling. Not for two threads
/// at once.
class WordForms {
public:
    /// `abbreviations` must live longer.
    explicit WordForms(const Abbreviations& abbreviations)
        : abbreviations_(abbreviations), compounds_(abbreviations.compounds().size()) {}

    /// What is known of one word. Stays until the next call of read().
    const WordForm& form_of(std::string_view written, bool is_number);

    /// A term with what belongs to it. Stays as long.
    const Lexeme& word_of(std::string_view term);

    /// The word of a long form of the dictionary, by its number there.
    const Lexeme& compound(std::uint32_t number);

    /// The words and numbers of a text in order, into `words`; those that lack the blank between
    /// them are parted ("huyệnTrung", "QL1A"). Returns true when the text is NFC for certain. False: unknown, as
    /// segment().
    bool read(std::string_view nfc_text, std::vector<TextWord>& words);

private:
    void forget_if_many();
    [[nodiscard]] static std::uint32_t glued_border(std::string_view written);
    [[nodiscard]] WordForm made(std::string_view written, bool is_number);
    void add_word(std::string_view nfc_text, const Segment& part, std::vector<TextWord>& words);
    void add_number_behind_word(std::string_view nfc_text, const Segment& part,
                                std::uint32_t border, std::vector<TextWord>& words);

    const Abbreviations& abbreviations_;
    WordTable<WordForm> words_;
    WordTable<WordForm> numbers_;
    WordTable<Lexeme> terms_;
    std::vector<const Lexeme*> compounds_;  ///< of the dictionary, once they are met
    std::uint32_t next_number_ = 0;
    std::vector<Segment> segments_;  ///< of the text being read
};

}  // namespace commsearch::word
