#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace commsearch {

/// A Word 97 file as a test needs it.
struct WordSample {
    struct Piece {
        std::u16string text = {};
        bool is_narrow = false;  ///< a byte a character
        std::string gap = {};    ///< bytes of no text that lie behind it in the file
    };
    /// Changes (codes and operands) of a stretch of the text that lies in one piece.
    struct Format {
        std::size_t begin = 0, end = 0;
        std::string changes = {};
        std::uint16_t style = 0;  ///< of paragraphs
    };
    std::vector<Piece> pieces = {};
    std::vector<Format> characters = {};
    std::vector<Format> paragraphs = {};
    /// Characters of body, footnotes, headers, macros, comments, endnotes, text boxes; all of it is
    /// body when they are 0.
    std::array<std::uint32_t, 7> stories{};
    std::map<std::size_t, std::string> tables = {};  ///< others, by their place in the header
    std::string behind_lists = {};                   ///< levels, behind table 73
    std::uint16_t version = 0xC1;
};

/// A number of `size` bytes, least significant first.
[[nodiscard]] std::string little_endian(std::uint64_t value, std::size_t size);
/// The bytes of the file.
[[nodiscard]] std::string word_file(const WordSample& sample);

}  // namespace commsearch
