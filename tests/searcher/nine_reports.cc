#include "tests/searcher/nine_reports.h"

namespace commsearch {

const SmallIndex& nine_reports() {
    static const SmallIndex index(
        {R"({"id":"ntm","text":"Xã tập trung xây dựng NTM trong năm nay.","date":"2023-03-01","commune":"Cao Ngọc","district":"Ngọc Lặc","province":"Thanh Hóa","commune_code":"15079"}
{"id":"long","text":"Xã tập trung xây dựng nông thôn mới trong năm nay.","date":"2024-03-01"}
{"id":"scattered","text":"Người nông dân ở thôn Đông vừa nhận giống mới để xây kè.","date":"2022-05-01"}
{"id":"dang","text":"Đảng uỷ xã họp thường kỳ vào ngày mồng một.","date":"2023-05-01"}
{"id":"dang-sai","text":"Hội phụ nữ vay vốn.\nNgân hàng đang ủy thác cho hội.","date":"2023-06-01"}
{"id":"nfd","text":"U\u0309y ban ba\u0300n giao nha\u0300 o\u031B\u0309 cho ho\u0323\u0302 nghe\u0300o.","date":"2023-07-01"}
{"id":"m1","text":"Công an tổ chức 21 lượt tuần tra, tiếp nhận 03 tin báo, giải quyết kịp thời các vụ việc phát sinh, không để xảy ra điểm nóng.","date":"2021-01-01","commune":"Bản Liền","district":"Bắc Hà","province":"Lào Cai","commune_code":"02869"}
{"id":"m2","text":"Công an tổ chức 15 lượt tuần tra, tiếp nhận 01 tin báo, giải quyết kịp thời các vụ việc phát sinh, không để xảy ra điểm nóng.","date":"2021-02-01","commune":"Bản Liền","district":"Bắc Hà","province":"Lào Cai","commune_code":"02869"}
{"id":"so","text":"Tổng thu 1.234,50 triệu đồng, đạt 04 tiêu chí; dài 123 mét.","date":"2023-08-01"}
)"});
    return index;
}

SearchResult search(const std::string& query) { return nine_reports().search(query); }

SearchResult search(const SearchRequest& request) { return nine_reports().search(request); }

Ids matching(const std::string& query) { return sorted_ids_of(search(query + " AND " + query)); }

}  // namespace commsearch
