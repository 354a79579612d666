// What is written in several ways is found by each of them, in words and as a phrase: searches on a
// small index of authored passages.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace commsearch {
namespace {

const SmallIndex& passages() {
    static const SmallIndex index({R"({"id":"road-1","text":"Sửa quốc lộ 1A qua xã."}
{"id":"road-2","text":"Sửa QL 1A qua xã."}
{"id":"road-3","text":"Sửa QL.1A qua xã."}
{"id":"road-4","text":"Sửa QL1A qua xã."}
{"id":"road-no","text":"Cán bộ QL 5 hộ; lớp 1 và nhóm A."}
{"id":"area-1","text":"Sân phơi 350 m2 lát gạch."}
{"id":"area-2","text":"Sân phơi 350 m² lát gạch."}
{"id":"day-1","text":"Mít tinh ngày 02/9 tại sân."}
{"id":"day-2","text":"Mít tinh ngày 02 tháng 9 tại sân."}
{"id":"day-3","text":"Mít tinh ngày 2.9 tại sân."}
{"id":"day-4","text":"Mít tinh mừng Quốc khánh 2-9 tại sân."}
{"id":"hour-1","text":"Khai mạc lúc 7h30 sáng."}
{"id":"hour-2","text":"Khai mạc lúc 7 giờ 30 sáng."}
{"id":"hour-3","text":"Khai mạc lúc 07:30 sáng."}
{"id":"version","text":"Cách mạng công nghiệp 4.0 đang đến."}
{"id":"count","text":"Có 4 cụm công nghiệp; công nghiệp 4 ngành."}
{"id":"wrapped","text":"Bà con trồng khoai mì cao\nsản trên đồi."}
{"id":"whole","text":"Bà con trồng khoai mì cao sản trên đồi."}
{"id":"list","text":"Bà con trồng khoai mì cao\n- sản phụ ở trạm."}
{"id":"land-1","text":"Phòng TNMT đo đất."}
{"id":"land-2","text":"Phòng tài nguyên và môi trường đo đất."}
{"id":"land-3","text":"Phòng TN&MT đo đất."}
)"});
    return index;
}

/// The reports that meet the query, sorted: an operator adds no others.
Ids matching(const std::string& query) {
    return sorted_ids_of(passages().search(query + " AND " + query));
}

struct Row {
    std::vector<std::string> queries;
    Ids found;
};

TEST(SpellingsSearch, EachSpellingFindsTheOthers) {
    const std::vector<Row> rows = {
        {{"quốc lộ 1A", "QL1A", "ql1a", R"("QL1A")", R"("QL 1A")", R"("quốc lộ 1A")"},
         {"road-1", "road-2", "road-3", "road-4"}},
        {{"350 m2", "350 m²", "350m2", R"("350 m²")"}, {"area-1", "area-2"}},
        {{"ngày 02/9", "ngày 2 tháng 9", "ngày 2.9", "ngày 02-9", "2/9"},
         {"day-1", "day-2", "day-3", "day-4"}},
        {{"7h30", "7 giờ 30", "07:30", "7g30", R"("lúc 7h30")"}, {"hour-1", "hour-2", "hour-3"}},
        {{R"("công nghiệp 4.0")", R"(="công nghiệp 4,0")"}, {"version"}},
        {{R"("công nghiệp 4")"}, {"count", "version"}},
        {{R"("khoai mì cao sản")"}, {"whole", "wrapped"}},
        {{"TNMT", "TN&MT", "tài nguyên và môi trường", "tài nguyên môi trường"},
         {"land-1", "land-2", "land-3"}},
    };
    for (const Row& row : rows) {
        for (const std::string& query : row.queries) EXPECT_EQ(matching(query), row.found) << query;
    }
}

TEST(SpellingsSearch, ImpossibleValuesAreTold) {
    for (const std::string query : {"ngày:31/02/2023", "năm:2025..2023", R"(kỳ:"tháng 13")",
                                    R"(kỳ:"quý V")", "loại:thơ", R"(cơ-quan:"hội kín")"}) {
        EXPECT_NE(find_notice(passages().search(query), "unknown-value"), nullptr) << query;
    }
}

}  // namespace
}  // namespace commsearch
