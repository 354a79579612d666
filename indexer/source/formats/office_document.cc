#include "indexer/source/formats/office_document.h"

#include <algorithm>
#include <charconv>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

std::string roman(std::uint32_t number) {
    constexpr std::pair<std::uint32_t, std::string_view> digits[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    constexpr std::uint32_t largest = 3999;
    if (number > largest) return std::to_string(number);
    std::string text;
    for (const auto& [value, letters] : digits) {
        for (; number >= value; number -= value) text += letters;
    }
    return text;
}

/// a … z, aa, bb … as Word counts.
std::string letters(std::uint32_t number) {
    constexpr std::uint32_t alphabet = 26;
    constexpr std::uint32_t most = 10;
    if (number == 0 || number > alphabet * most) return std::to_string(number);
    return std::string((number - 1) / alphabet + 1,
                       static_cast<char>('A' + (number - 1) % alphabet));
}

std::string lower_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    });
    return text;
}

std::string number_text(ListLevel::Style style, std::uint32_t number) {
    switch (style) {
        case ListLevel::Style::upper_roman:
            return roman(number);
        case ListLevel::Style::lower_roman:
            return lower_ascii(roman(number));
        case ListLevel::Style::upper_letter:
            return letters(number);
        case ListLevel::Style::lower_letter:
            return lower_ascii(letters(number));
        default:
            return std::to_string(number);
    }
}

}  // namespace

void DocumentLines::end_line() {
    std::string clean = clean_line(line_);
    line_.clear();
    if (!clean.empty()) lines_.push_back(std::move(clean));
}

void DocumentLines::begin_box() {
    outer_.push_back(std::move(line_));
    line_.clear();
}

void DocumentLines::end_box() {
    end_line();
    if (outer_.empty()) return;
    line_ = std::move(outer_.back());
    outer_.pop_back();
}

void DocumentLines::begin_row() {
    end_line();
    if (!rows_.empty()) rows_.back().one_line_cells = false;
    rows_.push_back({lines_.size(), lines_.size(), true});
}

void DocumentLines::end_cell() {
    end_line();
    if (rows_.empty()) return;
    Row& row = rows_.back();
    if (lines_.size() > row.cell_line + 1) row.one_line_cells = false;
    row.cell_line = lines_.size();
}

void DocumentLines::end_row() {
    end_line();
    if (rows_.empty()) return;
    const Row row = rows_.back();
    rows_.pop_back();
    if (!row.one_line_cells || lines_.size() < row.first_line + 2) return;
    for (std::size_t i = row.first_line + 1; i < lines_.size(); ++i)
        lines_[row.first_line] += " | " + lines_[i];
    lines_.resize(row.first_line + 1);
    for (std::size_t& page : pages_) page = std::min(page, lines_.size());
}

void DocumentLines::begin_page() { pages_.push_back(lines_.size()); }

RawDocument DocumentLines::finish() {
    end_line();
    RawDocument document;
    for (const std::string& line : lines_) document.text += line + '\n';
    document.text = clean_text(document.text);
    if (pages_.empty()) return document;
    document.page_starts.push_back(1);
    for (const std::size_t page : pages_) {
        if (page > 0 && page < lines_.size())
            document.page_starts.push_back(static_cast<std::uint32_t>(page + 1));
    }
    return document;
}

std::uint32_t number_of_attribute(std::string_view value, std::uint32_t otherwise) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc{} ? number : otherwise;
}

std::string NumberedList::next_label(std::size_t level) {
    if (level >= list_levels) return {};
    const ListLevel& own = levels[level];
    counts[level] = counts[level] == 0 ? own.start : counts[level] + 1;
    std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), 0);
    constexpr std::size_t longest_text = 64;
    if (own.style == ListLevel::Style::none || own.text.size() > longest_text) return {};
    if (own.style == ListLevel::Style::bullet) return "-";
    std::string label;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool named = own.text[i] == '%' && i + 1 < own.text.size() &&
                           own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!named) {
            label += own.text[i];
            continue;
        }
        const auto named_level = static_cast<std::size_t>(own.text[++i] - '1');
        const std::uint32_t count = counts[named_level];
        label +=
            number_text(levels[named_level].style, count == 0 ? levels[named_level].start : count);
    }
    return label;
}

}  // namespace commsearch::source
