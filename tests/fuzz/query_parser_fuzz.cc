// Any bytes parse without a crash, ranges lie in the text, and the printed query reads as the same
// tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/query/query_parser.h"
#include "tests/support/query_tree.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void require_ranges(const std::vector<commsearch::query::QueryNode>& nodes, std::size_t size) {
    for (const commsearch::query::QueryNode& node : nodes) {
        require(node.range.begin < node.range.end && node.range.end <= size);
        require_ranges(node.children, size);
    }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const query::ParsedQuery query = query::parse_query(typed);
    require(query.text.size() <= query::max_query_bytes);
    require_ranges(query.root, query.text.size());
    for (const Notice& notice : query.notices) {
        require(notice.range.begin <= notice.range.end && notice.range.end <= query.text.size());
    }
    const std::string printed = query::print_query(query);
    if (printed.size() > query::max_query_bytes) return 0;
    require(without_ranges(query::parse_query(printed).root) == without_ranges(query.root));
    return 0;
}
