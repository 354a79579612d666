#include "indexer/source/formats/word_file.h"

#include <algorithm>

#include "analyzers/base/message.h"
#include "analyzers/encoding/encoding.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

// Offsets in the header at the front of the document stream.
constexpr std::size_t version_at = 2;
constexpr std::size_t flags_at = 10;
constexpr std::size_t text_at = 0x18;
constexpr std::size_t story_sizes_at = 0x4C;
constexpr std::size_t tables_at = 0x9A;

constexpr unsigned has_password = 0x0100;
constexpr unsigned has_second_table = 0x0200;
constexpr unsigned has_wide_text = 0x1000;

constexpr std::uint16_t word_97 = 0xC0;

/// A list of pieces of one size behind the places that part the text.
std::size_t count_of(LittleEndian table, std::size_t item) {
    return table.size() < 4 ? 0 : (table.size() - 4) / (4 + item);
}

/// The table of pieces, and the formats that pieces refer to by number.
struct PieceTable {
    LittleEndian pieces;
    std::vector<std::string_view> changes;
};

PieceTable parts_of(LittleEndian clx) {
    constexpr std::uint8_t of_changes = 1;
    PieceTable parts;
    std::size_t at = 0;
    while (clx.u8(at) == of_changes) {
        const std::size_t size = clx.u16(at + 1);
        parts.changes.push_back(clx.slice(at + 3, size).bytes());
        at += 3 + size;
    }
    if (clx.u8(at) == 2) parts.pieces = clx.slice(at + 5, clx.u32(at + 1));
    return parts;
}

}  // namespace

WordFile::WordFile(const CompoundFile& file) : document_(file.stream("WordDocument")) {
    const LittleEndian header(document_);
    if (header.size() < tables_at) {
        throw Error({"văn bản Word hỏng hoặc thiếu phần cuối; hãy chép hoặc tải lại tệp gốc",
                     "the Word document is broken or cut short; copy or download it again"});
    }
    const unsigned flags = header.u16(flags_at);
    if ((flags & has_password) != 0) throw Error(password_needed());
    is_old_ = header.u16(version_at) < word_97;
    if (is_old_) return;
    tables_ = file.stream((flags & has_second_table) != 0 ? "1Table" : "0Table");
    data_ = file.stream("Data");
    read_pieces();
    read_text();
}

std::pair<std::uint32_t, std::uint32_t> WordFile::story(WordStory story) const {
    const LittleEndian header(document_);
    const auto most = static_cast<std::uint64_t>(text_.size());
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(story); ++i)
        begin += header.u32(story_sizes_at + 4 * i);
    const std::uint64_t end =
        begin + header.u32(story_sizes_at + 4 * static_cast<std::size_t>(story));
    return {static_cast<std::uint32_t>(std::min(begin, most)),
            static_cast<std::uint32_t>(std::min(end, most))};
}

const WordPiece& WordFile::piece_at(std::uint32_t place) const {
    const auto after = std::upper_bound(
        pieces_.begin(), pieces_.end(), place,
        [](std::uint32_t wanted, const WordPiece& piece) { return wanted < piece.end; });
    return after == pieces_.end() ? pieces_.back() : *after;
}

std::uint32_t WordFile::offset_of(std::uint32_t place) const {
    const WordPiece& piece = piece_at(place);
    return piece.at + (place - piece.begin) * (piece.is_narrow ? 1 : 2);
}

LittleEndian WordFile::table(WordTable table) const {
    const std::size_t entry = tables_at + 8 * static_cast<std::size_t>(table);
    return LittleEndian(tables_).slice(LittleEndian(document_).u32(entry),
                                       LittleEndian(document_).u32(entry + 4));
}

LittleEndian WordFile::behind(WordTable table) const {
    const std::size_t entry = tables_at + 8 * static_cast<std::size_t>(table);
    const LittleEndian header(document_);
    return LittleEndian(tables_).slice(static_cast<std::size_t>(header.u32(entry)) +
                                       header.u32(entry + 4));
}

void WordFile::read_pieces() {
    constexpr std::size_t item = 8;
    constexpr std::uint32_t narrow_bit = 0x40000000;
    const PieceTable parts = parts_of(table(WordTable::pieces));
    const LittleEndian& places = parts.pieces;
    const std::size_t count = count_of(places, item);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = 4 * (count + 1) + item * i;
        const std::uint32_t end = places.u32(4 * (i + 1));
        const std::uint32_t where = places.u32(at + 2);
        const std::uint16_t change = places.u16(at + 6);
        const bool is_narrow = (where & narrow_bit) != 0;
        WordPiece piece{.begin = begin,
                        .end = end,
                        .at = is_narrow ? (where & ~narrow_bit) / 2 : where,
                        .is_narrow = is_narrow,
                        .changes = {}};
        // Even ones are a single format in short, which changes no text but by a rare delete mark.
        if ((change & 1U) != 0 && change / 2U < parts.changes.size())
            piece.changes = parts.changes[change / 2U];
        if (end <= begin) continue;
        pieces_.push_back(piece);
        begin = end;
    }
    if (!pieces_.empty()) return;
    const LittleEndian header(document_);
    pieces_.push_back({.begin = 0,
                       .end = header.u32(story_sizes_at),
                       .at = header.u32(text_at),
                       .is_narrow = (header.u16(flags_at) & has_wide_text) == 0,
                       .changes = {}});
}

void WordFile::read_text() {
    const LittleEndian bytes(document_);
    for (WordPiece& piece : pieces_) {
        const std::size_t width = piece.is_narrow ? 1 : 2;
        const std::size_t there = piece.at < bytes.size() ? (bytes.size() - piece.at) / width : 0;
        const std::size_t size = std::min<std::size_t>(piece.end - piece.begin, there);
        if (text_.size() + size > max_document_bytes) throw Error(too_large(2 * text_.size()));
        // What a cut file has lost leaves no gap between the places of what it has.
        piece.begin = static_cast<std::uint32_t>(text_.size());
        piece.end = static_cast<std::uint32_t>(text_.size() + size);
        for (std::size_t i = 0; i < size; ++i) {
            text_ += piece.is_narrow
                         ? static_cast<char16_t>(encoding::cp1252_character(bytes.u8(piece.at + i)))
                         : static_cast<char16_t>(bytes.u16(piece.at + 2 * i));
        }
    }
}

}  // namespace commsearch::source
