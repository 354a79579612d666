#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/abbreviations.h"

namespace commsearch {

/// What is known of a word or number as written.
struct WordForm {
    std::string term;                ///< canonical, see Token::term
    std::string bare;                ///< without any mark
    std::uint32_t number = 0;        ///< Abbreviations::syllable_number
    std::uint32_t glued_border = 0;  ///< where a second word begins; 0: it is one word
    bool is_syllable = false;
    bool has_inner_capital = false;  ///< "VNeID"
    bool is_bare = false;            ///< written without marks
};

/// A word or number of a text.
struct Piece {
    const WordForm* form = nullptr;
    std::uint32_t begin = 0;  ///< bytes of the NFC text, half-open
    std::uint32_t end = 0;
    bool is_number = false;
    bool is_upper = false;
    bool starts_anew = false;  ///< a sentence or line ended before it
};

/// The words of texts, each spelling looked at once. Not for two threads at once.
class WordForms {
public:
    /// `abbreviations` must live longer.
    explicit WordForms(const Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

    /// What is known of one word. Stays until the next call of pieces_of().
    const WordForm& form_of(std::string_view written, bool is_number);

    /// The words and numbers of an NFC text in order, glued ones parted.
    std::vector<Piece> pieces_of(std::string_view nfc_text);

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    const Abbreviations& abbreviations_;
    std::unordered_map<std::string, WordForm, StringHash, std::equal_to<>> forms_;
};

}  // namespace commsearch
