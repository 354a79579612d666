#include "indexer/source/formats/word_formats.h"

#include <algorithm>

namespace commsearch::source {
namespace {

/// Codes of property changes.
enum Change : std::uint16_t {
    deleted_mark = 0x0800,
    hidden = 0x083C,
    symbol = 0x6A09,
    ascii_font = 0x4A4F,
    in_table = 0x2416,
    row_end = 0x2417,
    inner_cell_end = 0x244B,
    inner_row_end = 0x244C,
    table_depth = 0x6649,
    list_level = 0x260A,
    list_number = 0x460B,
    head_row = 0x3404,
    large_list = 0x6646,
    old_large_list = 0x6645,
    table_definition = 0xD608,
    tab_stops = 0xC615,
};

/// Bytes that a change takes behind its code.
std::size_t operand_size(std::uint16_t code, LittleEndian rest) {
    constexpr std::uint8_t sizes[] = {1, 1, 2, 4, 2, 2, 0, 3};
    const unsigned kind = code >> 13U;
    if (sizes[kind] != 0) return sizes[kind];
    if (code == table_definition) return rest.u16(0) + std::size_t{1};
    constexpr std::uint8_t escaped = 255;
    if (code == tab_stops && rest.u8(0) == escaped) {
        const std::size_t deleted = 4 * std::size_t{rest.u8(1)};
        return 2 + deleted + 1 + 3 * std::size_t{rest.u8(2 + deleted)};
    }
    return rest.u8(0) + std::size_t{1};
}

template <class Apply>
void for_each_change(std::string_view changes, const Apply& apply) {
    const LittleEndian bytes(changes);
    std::size_t at = 0;
    while (at + 2 < bytes.size()) {
        const std::uint16_t code = bytes.u16(at);
        const LittleEndian rest = bytes.slice(at + 2);
        apply(code, rest);
        at += 2 + operand_size(code, rest);
    }
}

/// The edges of cells in a definition of a row.
std::vector<std::int32_t> edges_in(LittleEndian definition) {
    const std::size_t cells = definition.u8(2);
    std::vector<std::int32_t> edges;
    for (std::size_t i = 0; i <= cells; ++i)
        edges.push_back(static_cast<std::int16_t>(definition.u16(3 + 2 * i)));
    return edges;
}

constexpr std::size_t page_size = 512;

void apply_table_change(std::uint16_t code, LittleEndian operand, ParagraphFormat& format) {
    constexpr std::uint32_t deepest = 32;
    const bool is_on = operand.u8(0) != 0;
    if (code == in_table && is_on) format.depth = std::max<std::uint32_t>(format.depth, 1);
    if (code == table_depth) format.depth = std::min(operand.u32(0), deepest);
    if (code == row_end || code == inner_row_end) format.ends_row = format.ends_row || is_on;
    if (code == inner_cell_end) format.ends_cell = is_on;
    if (code == head_row) format.is_head = is_on;
    if (code == table_definition) format.edges = edges_in(operand);
}

}  // namespace

void apply_changes(std::string_view changes, CharacterFormat& format) {
    bool is_deleted = false;
    bool is_hidden = false;
    for_each_change(changes, [&](std::uint16_t code, LittleEndian operand) {
        if (code == deleted_mark) is_deleted = (operand.u8(0) & 1U) != 0;
        if (code == hidden) is_hidden = (operand.u8(0) & 1U) != 0;
        if (code == ascii_font) format.font = operand.u16(0);
        if (code == symbol) format.symbol = static_cast<char16_t>(operand.u16(2));
    });
    format.is_left_out = format.is_left_out || is_deleted || is_hidden;
}

void apply_changes(std::string_view changes, ParagraphFormat& format) {
    for_each_change(changes, [&](std::uint16_t code, LittleEndian operand) {
        apply_table_change(code, operand, format);
        if (code == list_number) format.list = operand.u16(0);
        if (code == list_level) format.level = operand.u8(0);
    });
}

WordFormats::WordFormats(const WordFile& file)
    : file_(file),
      characters_(runs_of(WordTable::character_formats, Kind::character)),
      paragraphs_(runs_of(WordTable::paragraph_formats, Kind::paragraph)) {}

const CharacterFormat& WordFormats::character_at(std::uint32_t place) {
    const std::string_view own = changes_at(characters_, file_.offset_of(place));
    const std::string_view of_piece = file_.piece_at(place).changes;
    if (own.data() == own_changes_.data() && of_piece.data() == piece_changes_.data())
        return format_;
    own_changes_ = own;
    piece_changes_ = of_piece;
    format_ = {};
    apply_changes(own, format_);
    apply_changes(of_piece, format_);
    return format_;
}

ParagraphFormat WordFormats::paragraph_at(std::uint32_t place) const {
    ParagraphFormat format;
    const LittleEndian changes(changes_at(paragraphs_, file_.offset_of(place)));
    format.style = changes.u16(0);
    apply_changes(changes.slice(2).bytes(), format);
    apply_changes(large_changes(changes.slice(2).bytes()), format);
    apply_changes(file_.piece_at(place).changes, format);
    return format;
}

std::string_view WordFormats::changes_at(const Runs& runs, std::uint32_t offset) {
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), offset,
                         [](std::uint32_t wanted, const Run& run) { return wanted < run.begin; });
    if (after == runs.begin() || std::prev(after)->end <= offset) return {};
    return std::prev(after)->changes;
}

/// Changes that have no room in a page, as those of a row of many columns.
std::string_view WordFormats::large_changes(std::string_view changes) const {
    std::string_view found;
    for_each_change(changes, [&](std::uint16_t code, LittleEndian operand) {
        if (code != large_list && code != old_large_list) return;
        const LittleEndian list = file_.data().slice(operand.u32(0));
        found = list.slice(2, list.u16(0)).bytes();
    });
    return found;
}

void WordFormats::read_page(LittleEndian page, Kind kind, Runs& runs) const {
    const bool is_of_paragraphs = kind == Kind::paragraph;
    const std::size_t count = page.u8(page_size - 1);
    const std::size_t item = is_of_paragraphs ? 13 : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = 2 * std::size_t{page.u8(4 * (count + 1) + item * i)};
        LittleEndian changes;
        if (at != 0 && is_of_paragraphs) {
            const std::size_t words = page.u8(at);
            changes = words == 0 ? page.slice(at + 2, 2 * std::size_t{page.u8(at + 1)})
                                 : page.slice(at + 1, 2 * words - 1);
        } else if (at != 0) {
            changes = page.slice(at + 1, page.u8(at));
        }
        runs.push_back({page.u32(4 * i), page.u32(4 * (i + 1)), changes.bytes()});
    }
}

WordFormats::Runs WordFormats::runs_of(WordTable table, Kind kind) const {
    constexpr std::uint32_t number_bits = 0x3FFFFF;
    const LittleEndian pages = file_.table(table);
    const LittleEndian document = file_.document();
    const std::size_t there = document.size() / page_size;
    const std::size_t count = pages.size() < 4 ? 0 : (pages.size() - 4) / 8;
    Runs runs;
    for (std::size_t i = 0; i < std::min(count, there); ++i) {
        const std::size_t number = pages.u32(4 * (count + 1) + 4 * i) & number_bits;
        if (number < there) read_page(document.slice(number * page_size, page_size), kind, runs);
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run& a, const Run& b) { return a.begin < b.begin; });
    return runs;
}

}  // namespace commsearch::source
