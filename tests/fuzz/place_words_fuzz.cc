// Any bytes as a query over an index with places: those found make a tree that holds no `all`
// within an `all`, and a second look changes nothing more.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/places/place_words.h"
#include "searcher/query/query_parser.h"

namespace commsearch {
namespace {

bool is_flat(const query::QueryNode& node) {
    for (const query::QueryNode& child : node.children) {
        if (node.kind == query::QueryNode::Kind::all && child.kind == node.kind) return false;
        if (!is_flat(child)) return false;
    }
    return true;
}

}  // namespace
}  // namespace commsearch

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const std::vector<schema::PlaceEntry> places = {
        {"pre2025:18739", "xã", "Cẩm Mỹ", "Huyện Cẩm Xuyên", "Hà Tĩnh", {"post2025:18739"}, 1, {}},
        {"post2025:18739", "xã", "Cẩm Duệ", "", "Hà Tĩnh", {}, 0, {"thôn Mỹ Yên"}}};
    static const std::vector<schema::RegionEntry> regions = {
        {"pre2025:42", "tỉnh", "Hà Tĩnh", "", "post2025:42"},
        {"pre2025:446", "huyện", "Cẩm Xuyên", "pre2025:42", ""},
        {"post2025:75", "tỉnh", "Đồng Nai", "", ""}};
    static const places::PlaceIndex index(places, regions);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const query::ParsedQuery query = places::with_places(query::parse_query(bytes), index);
    if (!query.root.empty() && !is_flat(query.root.front())) std::abort();
    (void)places::communes_in_words(query, index);
    (void)index.villages(bytes);
    return 0;
}
