#include "indexer/source/extract/table_span.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "analyzers/base/ascii.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

/// What a cell that numbers its column says.
struct ColumnNumber {
    int value = 0;         ///< 0: a letter
    bool is_bare = false;  ///< "3", as data may be; not "(3)", "3=2/1"
};

std::optional<ColumnNumber> column_number(std::string_view cell) {
    constexpr std::size_t longest = 24;
    if (cell.size() > longest) return std::nullopt;
    if (cell.size() == 1 && cell[0] >= 'A' && cell[0] <= 'Z') return ColumnNumber{};
    const std::size_t begin = cell.find_first_of("0123456789");
    if (begin > 1 || cell.find_first_not_of("0123456789()[]=+-*/x:% ") != std::string_view::npos)
        return std::nullopt;
    ColumnNumber number;
    const char* const from = cell.data() + begin;
    const auto [end, failed] = std::from_chars(from, cell.data() + cell.size(), number.value);
    if (failed != std::errc{} || end - from > 2) return std::nullopt;
    number.is_bare = std::all_of(cell.begin(), cell.end(), is_ascii_digit);
    const std::string_view behind = cell.substr(begin + static_cast<std::size_t>(end - from));
    const bool formula = behind.find('=') != std::string_view::npos;
    const bool bracket = cell[0] == '(' && behind == ")";
    if (!number.is_bare && !formula && !bracket) return std::nullopt;
    return number;
}

/// Whether `number` may stand behind `last`, 0 before the first; letters stand before the numbers.
bool may_follow(int number, int last) {
    if (last == 0) return number <= 2;
    return number == last + 1;
}

}  // namespace

std::vector<std::string_view> cells_of(std::string_view row) {
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0;;) {
        const std::size_t tab = row.find('\t', begin);
        cells.push_back(row.substr(begin, tab - begin));
        if (tab == std::string_view::npos) return cells;
        begin = tab + 1;
    }
}

bool numbers_columns(const std::vector<std::string_view>& cells) {
    constexpr std::size_t fewest_bare = 4;  // "1 | 2" may be the first row of a list
    std::size_t filled = 0;
    std::size_t bare = 0;
    int last = 0;
    for (const std::string_view cell : cells) {
        if (cell.empty()) continue;
        const auto number = column_number(cell);
        if (!number || !may_follow(number->value, last)) return false;
        ++filled;
        bare += number->is_bare ? 1 : 0;
        if (number->value != 0) last = number->value;
    }
    return filled >= 2 && last > 0 && (bare < filled || filled >= fewest_bare);
}

bool are_sensible(const std::vector<TableSpan>& tables, std::size_t lines) {
    std::uint32_t last = 0;
    return std::all_of(tables.begin(), tables.end(), [&](const TableSpan& one) {
        const bool follows = one.first_line > last && one.last_line >= one.first_line;
        last = one.last_line;
        return follows && one.last_line <= lines &&
               one.header_rows <= one.last_line - one.first_line;
    });
}

}  // namespace commsearch::source
