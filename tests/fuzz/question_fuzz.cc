// Any bytes as a question: its words lie in the query in order, times lie within the words, and places
// are looked up by any name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/interpret/frames.h"
#include "searcher/interpret/question_words.h"
#include "searcher/interpret/times.h"
#include "searcher/places/place_index.h"
#include "searcher/query/query_parser.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const std::vector<schema::PlaceEntry> entries = {
        {"pre2025:18739", "xã", "Cẩm Mỹ", "Huyện Cẩm Xuyên", "Hà Tĩnh", {"post2025:18739"}, 1, {}},
        {"post2025:18739", "xã", "Cẩm Duệ", "", "Hà Tĩnh", {}, 0, {"thôn Mỹ Yên"}}};
    static const std::vector<schema::RegionEntry> regions = {
        {"pre2025:42", "tỉnh", "Hà Tĩnh", "", "post2025:42"},
        {"pre2025:446", "huyện", "Cẩm Xuyên", "pre2025:42", ""},
        {"post2025:75", "tỉnh", "Đồng Nai", "", ""}};
    static const places::PlaceIndex index(entries, regions);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const query::ParsedQuery query = query::parse_query(bytes);
    const auto words = interpret::question_words(
        query.text, {0, static_cast<std::uint32_t>(query.text.size())});
    std::uint32_t behind = 0;
    for (const interpret::QuestionWord& word : words) {
        if (word.range.begin < behind || word.range.end <= word.range.begin ||
            word.range.end > query.text.size())
            std::abort();
        behind = word.range.end;
    }
    std::size_t last = 0;
    for (const interpret::TimeMention& time : interpret::times_among(words, Month(2025, 6))) {
        if (time.begin < last || time.end <= time.begin || time.end > words.size()) std::abort();
        last = time.end;
    }
    if (interpret::frame_of(words).is_frame.size() != words.size()) std::abort();
    (void)index.villages(bytes);
    (void)index.communes(bytes);
    return 0;
}
