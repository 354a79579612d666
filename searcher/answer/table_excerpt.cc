#include "searcher/answer/table_excerpt.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "searcher/answer/excerpt.h"

namespace commsearch::answer {
namespace {

/// A stretch of the passage's text.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Stretch> pieces_of(std::string_view text, Stretch within, char separator) {
    std::vector<Stretch> pieces;
    for (std::size_t begin = within.begin;;) {
        const std::size_t end = std::min(text.find(separator, begin), within.end);
        pieces.push_back({begin, end});
        if (end == within.end) return pieces;
        begin = end + 1;
    }
}

std::vector<Hit> hits_within(const std::vector<Hit>& hits, Stretch piece) {
    std::vector<Hit> inner;
    for (const Hit& hit : hits) {
        if (hit.begin >= piece.begin && hit.end <= piece.end)
            inner.push_back({hit.begin - piece.begin, hit.end - piece.begin, hit.term});
    }
    return inner;
}

std::size_t different_terms(const std::vector<Hit>& hits, Stretch row) {
    std::set<std::string_view> terms;
    for (const Hit& hit : hits_within(hits, row)) terms.insert(hit.term);
    return terms.size();
}

/// Numbers of the rows to be shown, in order.
std::vector<std::size_t> chosen_rows(const std::vector<Stretch>& rows, const std::vector<Hit>& hits,
                                     std::size_t max_bytes) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    if (max_bytes == every_row) return order;
    std::vector<std::size_t> terms;
    for (const Stretch& row : rows) terms.push_back(different_terms(hits, row));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return terms[a] > terms[b]; });
    const bool any = !order.empty() && terms[order.front()] > 0;
    std::vector<std::size_t> chosen;
    std::size_t bytes = 0;
    for (const std::size_t row : order) {
        bytes += rows[row].end - rows[row].begin;
        const bool fits = chosen.empty() || bytes <= max_bytes;
        if (!fits || (any && terms[row] == 0)) break;
        chosen.push_back(row);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

TableExcerpt::Cell cell_excerpt(std::string_view cell, const std::vector<Hit>& hits,
                                std::size_t max_bytes) {
    const bool is_whole = cell.size() <= max_bytes;
    return cut_excerpt(
        cell, hits,
        is_whole ? Window{0, cell.size()} : best_window(cell, hits, {}, max_bytes, false));
}

}  // namespace

TableExcerpt table_excerpt(std::string_view text, const word::Tokens& tokens,
                           const std::vector<std::string>& columns,
                           const std::function<word::Tokens(std::string_view)>& analyse,
                           const plan::HighlightTerms& highlights, std::size_t max_bytes) {
    constexpr std::size_t longest_label = 120;
    TableExcerpt table;
    for (const std::string& column : columns)
        table.columns.push_back(make_excerpt(column, analyse(column), highlights, longest_label));
    const std::vector<Hit> hits = hits_in_order(tokens, highlights);
    const std::vector<Stretch> rows = pieces_of(text, {0, text.size()}, '\n');
    std::size_t width = columns.size();
    for (const std::size_t number : chosen_rows(rows, hits, max_bytes)) {
        std::vector<TableExcerpt::Cell>& row = table.rows.emplace_back();
        for (const Stretch cell : pieces_of(text, rows[number], '\t'))
            row.push_back(cell_excerpt(text.substr(cell.begin, cell.end - cell.begin),
                                       hits_within(hits, cell), max_bytes));
        width = std::max(width, row.size());
    }
    if (!table.columns.empty()) table.columns.resize(width);
    for (auto& row : table.rows) row.resize(width);
    table.more_rows = rows.size() - table.rows.size();
    return table;
}

std::vector<Fragment> flat_excerpt(const TableExcerpt& table) {
    std::vector<Fragment> flat;
    const auto append = [&](std::string_view text, bool hit) {
        if (!flat.empty() && flat.back().hit == hit) {
            flat.back().text += text;
        } else {
            flat.push_back({std::string(text), hit});
        }
    };
    for (const auto& row : table.rows) {
        if (!flat.empty()) append("\n", false);
        bool is_first = true;
        for (const TableExcerpt::Cell& cell : row) {
            if (cell.empty()) continue;
            if (!is_first) append(" | ", false);
            is_first = false;
            for (const Fragment& fragment : cell) append(fragment.text, fragment.hit);
        }
    }
    return flat;
}

std::string flat_table(std::string_view text) {
    std::string flat;
    for (const Stretch row : pieces_of(text, {0, text.size()}, '\n')) {
        if (!flat.empty()) flat += '\n';
        bool is_first = true;
        for (const Stretch cell : pieces_of(text, row, '\t')) {
            if (cell.begin == cell.end) continue;
            flat += is_first ? "" : " | ";
            is_first = false;
            flat += text.substr(cell.begin, cell.end - cell.begin);
        }
    }
    return flat;
}

}  // namespace commsearch::answer
