#include "indexer/source/formats/table_edges.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace commsearch::source {
namespace {

/// Edges drawn by hand that are nearer to each other than a millimetre are one, in twips.
constexpr std::int64_t same_edge = 57;

using Edges = std::vector<std::int32_t>;

/// The edges of all rows, each once.
Edges edges_of(const std::vector<TableRow>& rows) {
    Edges all;
    for (const TableRow& row : rows) all.insert(all.end(), row.edges.begin(), row.edges.end());
    std::sort(all.begin(), all.end());
    Edges distinct;
    for (const std::int32_t edge : all) {
        if (distinct.empty() || std::int64_t{edge} - distinct.back() > same_edge)
            distinct.push_back(edge);
    }
    return distinct;
}

/// Which of the distinct edges one is.
std::ptrdiff_t place_of_edge(const Edges& distinct, std::int32_t edge) {
    return std::upper_bound(distinct.begin(), distinct.end(), edge) - distinct.begin();
}

}  // namespace

void set_columns_by_edges(std::vector<TableRow>& rows) {
    const bool are_known = std::all_of(rows.begin(), rows.end(), [](const TableRow& row) {
        return row.cells.empty() || (row.edges.size() == row.cells.size() + 1 &&
                                     std::is_sorted(row.edges.begin(), row.edges.end()));
    });
    if (!are_known) return;
    const Edges distinct = edges_of(rows);
    for (TableRow& row : rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::ptrdiff_t columns =
                place_of_edge(distinct, row.edges[i + 1]) - place_of_edge(distinct, row.edges[i]);
            row.cells[i].columns = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(columns, 1));
        }
    }
}

}  // namespace commsearch::source
