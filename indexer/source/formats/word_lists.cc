#include "indexer/source/formats/word_lists.h"

#include <algorithm>

#include "analyzers/base/utf8.h"

namespace commsearch::source {
namespace {

constexpr int longest_style_chain = 16;

/// A list of changes that its size stands before; `at` moves behind it.
LittleEndian next_changes(LittleEndian bytes, std::size_t& at) {
    const std::size_t size = bytes.u16(at);
    const LittleEndian changes = bytes.slice(at + 2, size);
    at += 2 + size + size % 2;
    return changes;
}

ListLevel::Style style_of(std::uint8_t code) {
    switch (code) {
        case 0:
            return ListLevel::Style::decimal;
        case 22:
            return ListLevel::Style::decimal_zero;
        case 1:
            return ListLevel::Style::upper_roman;
        case 2:
            return ListLevel::Style::lower_roman;
        case 3:
            return ListLevel::Style::upper_letter;
        case 4:
            return ListLevel::Style::lower_letter;
        case 23:
            return ListLevel::Style::bullet;
        default:
            return ListLevel::Style::none;
    }
}

/// Reads a level of a list; `at` moves behind it.
ListLevel next_level(LittleEndian bytes, std::size_t& at) {
    constexpr std::size_t fixed = 28;
    constexpr unsigned is_legal = 4;
    constexpr unsigned runs_on = 8;
    const unsigned flags = bytes.u8(at + 5);
    ListLevel level{.style = style_of(bytes.u8(at + 4)),
                    .text = {},
                    .start = bytes.u32(at),
                    .legal = (flags & is_legal) != 0,
                    .restarts = (flags & runs_on) == 0};
    at += fixed + bytes.u8(at + 24) + bytes.u8(at + 25);
    const std::size_t size = bytes.u16(at);
    at += 2;
    constexpr std::size_t longest = 64;
    for (std::size_t i = 0; i < std::min(size, longest); ++i) {
        const std::uint16_t letter = bytes.u16(at + 2 * i);
        if (letter < list_levels - 1) {
            level.text += {'%', static_cast<char>('1' + letter)};
        } else {
            append_utf8(level.text, letter);
        }
    }
    at += 2 * size;
    return level;
}

}  // namespace

WordStyles::WordStyles(const WordFile& file) {
    read_styles(file.table(WordTable::styles));
    read_fonts(file.table(WordTable::fonts));
}

void WordStyles::complete(ParagraphFormat& format) const {
    std::size_t style = format.style;
    for (int i = 0; i < longest_style_chain && !format.list && style < styles_.size(); ++i) {
        format.list = styles_[style].paragraph.list;
        if (!format.level) format.level = styles_[style].paragraph.level;
        style = styles_[style].based_on;
    }
}

std::string WordStyles::font_of(const CharacterFormat& format, std::uint16_t style) const {
    std::optional<std::uint16_t> font = format.font;
    std::size_t at = style;
    for (int i = 0; i < longest_style_chain && !font && at < styles_.size(); ++i) {
        font = styles_[at].character.font;
        at = styles_[at].based_on;
    }
    return font && *font < fonts_.size() ? fonts_[*font] : std::string();
}

void WordStyles::read_styles(LittleEndian table) {
    constexpr unsigned of_paragraphs = 1;
    const std::size_t header = table.u16(0);
    const std::size_t count = table.u16(2);
    const std::size_t fixed = table.u16(4);
    std::size_t at = 2 + header;
    for (std::size_t i = 0; i < count && at < table.size(); ++i) {
        const std::size_t size = table.u16(at);
        const LittleEndian bytes = table.slice(at + 2, size);
        at += 2 + size + size % 2;
        Style style;
        style.based_on = static_cast<std::uint16_t>(bytes.u16(2) >> 4U);
        if ((bytes.u16(2) & 0xFU) == of_paragraphs) {
            std::size_t inner = fixed + 2 + 2 * std::size_t{bytes.u16(fixed)} + 2;
            apply_changes(next_changes(bytes, inner).slice(2).bytes(), style.paragraph);
            apply_changes(next_changes(bytes, inner).bytes(), style.character);
        }
        styles_.push_back(style);
    }
}

void WordStyles::read_fonts(LittleEndian table) {
    constexpr std::size_t before_name = 40;
    constexpr std::size_t longest = 64;
    const std::size_t count = table.u16(0);
    std::size_t at = 4;
    for (std::size_t i = 0; i < count && at < table.size(); ++i) {
        std::string name;
        for (std::size_t j = 0; j < longest; ++j) {
            const std::uint16_t letter = table.u16(at + before_name + 2 * j);
            if (letter == 0) break;
            append_utf8(name, letter);
        }
        fonts_.push_back(std::move(name));
        at += 1 + std::size_t{table.u8(at)};
    }
}

WordLists::WordLists(const WordFile& file) {
    read_lists(file);
    read_uses(file.table(WordTable::list_uses));
}

void WordLists::read_lists(const WordFile& file) {
    constexpr std::size_t item = 28;
    constexpr unsigned is_simple = 1;
    const LittleEndian table = file.table(WordTable::lists);
    const LittleEndian levels = file.behind(WordTable::lists);
    const std::size_t count = std::min<std::size_t>(table.u16(0), table.size() / item);
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        NumberedList& list = lists_[table.u32(2 + item * i)];
        const bool has_one = (table.u8(2 + item * i + 26) & is_simple) != 0;
        for (std::size_t level = 0; level < (has_one ? 1 : list_levels - 1); ++level)
            list.levels[level] = next_level(levels, at);
    }
}

void WordLists::read_uses(LittleEndian table) {
    constexpr std::size_t item = 16;
    constexpr std::size_t override_size = 8;
    constexpr unsigned starts_anew = 0x10;
    constexpr unsigned has_level = 0x20;
    const std::size_t count = std::min<std::size_t>(table.u32(0), table.size() / item);
    std::size_t at = 4 + item * count;
    for (std::size_t i = 0; i < count; ++i) {
        Use use{.list = table.u32(4 + item * i), .starts = {}};
        const std::size_t overrides = table.u8(4 + item * i + 12);
        at += 4;
        for (std::size_t j = 0; j < overrides && at < table.size(); ++j) {
            const unsigned flags = table.u32(at + 4);
            const std::size_t level = flags & 0xFU;
            std::uint32_t start = table.u32(at);
            at += override_size;
            if ((flags & has_level) != 0) start = next_level(table, at).start;
            if ((flags & starts_anew) != 0 && level < list_levels) use.starts[level] = start;
        }
        uses_.push_back(std::move(use));
    }
}

std::string WordLists::next_label(const ParagraphFormat& format) {
    const std::size_t number = format.list.value_or(0);
    if (number == 0 || number > uses_.size()) return {};
    Use& use = uses_[number - 1];
    const auto found = lists_.find(use.list);
    if (found == lists_.end()) return {};
    NumberedList& list = found->second;
    const std::size_t level = format.level.value_or(0);
    if (const auto start = use.starts.find(level); start != use.starts.end()) {
        list.counts[level].reset();
        list.levels[level].start = start->second;
        use.starts.erase(start);
    }
    return list.next_label(level);
}

}  // namespace commsearch::source
