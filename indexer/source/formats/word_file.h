#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/formats/compound_file.h"
#include "indexer/source/formats/little_endian.h"

namespace commsearch::source {

/// The tables of a Word file that matter, by their place in its header. Names, numbers and layouts
/// of this and what builds on it: [MS-DOC].
enum class WordTable : std::uint8_t {
    styles = 1,
    character_formats = 12,
    paragraph_formats = 13,
    fonts = 15,
    pieces = 33,
    anchors = 40,
    text_boxes = 56,
    lists = 73,
    list_uses = 74,
};

/// Stretches of text that follow each other in a Word file.
enum class WordStory : std::uint8_t {
    body,
    footnotes,
    headers,
    macros,
    comments,
    endnotes,
    text_boxes,
};

/// A stretch of characters that lie together in the file.
struct WordPiece {
    std::uint32_t begin = 0, end = 0;  ///< places in the text
    std::uint32_t at = 0;              ///< offset in the document stream
    bool is_narrow = false;            ///< a byte a character (CP1252), else UTF-16
    std::string_view changes;          ///< formats of the whole piece, of a file saved fast
};

/// A Word 97-2003 file: its text by the table of pieces, and its other tables as bytes.
class WordFile {
public:
    /// Throws Error when it has a password or holds no text.
    explicit WordFile(const CompoundFile& file);

    /// Of Word 6 or 95: nothing else may be asked.
    [[nodiscard]] bool is_old() const { return is_old_; }

    /// All stories, as UTF-16.
    [[nodiscard]] const std::u16string& text() const { return text_; }
    /// Where a story lies in text().
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> story(WordStory story) const;
    /// The piece of a place in text().
    [[nodiscard]] const WordPiece& piece_at(std::uint32_t place) const;
    /// Offset in the document stream of a place in text().
    [[nodiscard]] std::uint32_t offset_of(std::uint32_t place) const;

    [[nodiscard]] LittleEndian document() const { return LittleEndian(document_); }
    [[nodiscard]] LittleEndian data() const { return LittleEndian(data_); }
    [[nodiscard]] LittleEndian table(WordTable table) const;
    /// What lies behind a table.
    [[nodiscard]] LittleEndian behind(WordTable table) const;

private:
    void read_pieces();
    void read_text();

    std::string document_, tables_, data_;
    bool is_old_ = false;
    std::vector<WordPiece> pieces_;
    std::u16string text_;
};

}  // namespace commsearch::source
