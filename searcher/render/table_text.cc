#include "searcher/render/table_text.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace commsearch::render {
namespace {

constexpr std::string_view separator = " | ";
/// A word wider than this may stand out of its column.
constexpr std::size_t widest_word = 16;

using Row = std::vector<CellWords>;

std::size_t width_of(const CellWords& words) {
    std::size_t width = words.empty() ? 0 : words.size() - 1;
    for (const Word& word : words) width += word.width;
    return width;
}

std::size_t widest_of(const CellWords& words) {
    std::size_t widest = 1;
    for (const Word& word : words) widest = std::max(widest, std::min(word.width, widest_word));
    return widest;
}

/// The widest value of `measure` in each column.
std::vector<std::size_t> widest_in_columns(const Row& heads, const std::vector<Row>& rows,
                                           std::size_t (*measure)(const CellWords&)) {
    std::vector<std::size_t> widths;
    const auto see = [&](const Row& row) {
        widths.resize(std::max(widths.size(), row.size()), 1);
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], measure(row[i]));
    };
    see(heads);
    for (const Row& row : rows) see(row);
    return widths;
}

std::size_t sum_of(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
}

/// The widest column gives way until all fit into `room`, none below its least width; those fit.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least,
            std::size_t room) {
    for (std::size_t all = sum_of(widths); all > room; --all) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest]))
                widest = i;
        }
        --widths[widest];
    }
}

void add_row(TextPage& page, const Row& row, const std::vector<std::size_t>& widths,
             std::size_t indent, std::string_view color) {
    std::vector<std::vector<Word>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(wrap(row[i], widths[i]));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Word piece = at < cells[i].size() ? cells[i][at] : Word{};
            if (i > 0) line += separator;
            line += page.painted(piece.text, color);
            if (i + 1 < cells.size())
                line.append(widths[i] - std::min(widths[i], piece.width), ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        page.add_line(line);
    }
}

/// "column: cell · column: cell"
void add_list(TextPage& page, const Row& heads, const Row& row, std::size_t indent) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        if (!words.empty()) glue(words, " ·");
        if (i < heads.size() && !heads[i].empty()) {
            words.insert(words.end(), heads[i].begin(), heads[i].end());
            glue(words, ":");
        }
        words.insert(words.end(), row[i].begin(), row[i].end());
    }
    page.add_lines(words, indent, {});
}

}  // namespace

void add_table(TextPage& page, const Row& heads, const std::vector<Row>& rows, std::size_t indent) {
    std::vector<std::size_t> widths = widest_in_columns(heads, rows, width_of);
    if (widths.empty()) return;
    const std::vector<std::size_t> least = widest_in_columns(heads, rows, widest_of);
    const std::size_t rules = indent + (widths.size() - 1) * separator.size();
    if (page.width() < rules + sum_of(least)) {
        for (const Row& row : rows) add_list(page, heads, row, indent);
        return;
    }
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], least[i]);
    shrink(widths, least, page.width() - rules);
    if (!heads.empty()) {
        add_row(page, heads, widths, indent, dim);
        std::string rule(indent, ' ');
        for (std::size_t i = 0; i < widths.size(); ++i)
            rule += (i == 0 ? "" : "-+-") + std::string(widths[i], '-');
        page.add_line(rule);
    }
    for (const Row& row : rows) add_row(page, row, widths, indent, {});
}

}  // namespace commsearch::render
