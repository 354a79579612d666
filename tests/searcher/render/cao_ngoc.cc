#include "tests/searcher/render/cao_ngoc.h"

#include <string>

#include "analyzers/value/place_id.h"
#include "indexer/schema/schema.h"

namespace commsearch::render {

ReportHit cao_ngoc_report() {
    PassageHit passage;
    passage.id = "p1";
    passage.ordinal = 4;
    passage.first_line = 20;
    passage.last_line = 21;
    passage.heading_path = {"II. KẾT QUẢ THỰC HIỆN", "1. Kinh tế", "1.9. Xây dựng nông thôn mới"};
    passage.topic = "nong-thon-moi";
    passage.topic_label = "Nông thôn mới";
    passage.plan_or_result = "past";
    passage.score = 2.5;
    passage.excerpt = {{"Toàn xã đạt 15/19 tiêu chí ", false},
                       {"nông thôn mới", true},
                       {", tăng 2 tiêu chí so với cùng kỳ năm trước.", false}};
    ReportHit report;
    report.about.id = "cao-ngoc/10.txt";
    report.about.path = "cao-ngoc/10.txt";
    report.about.title = "Báo cáo kết quả công tác tháng 10";
    report.about.issuer = "Đảng ủy xã Cao Ngọc";
    report.about.issuer_kind = "dang-uy";
    report.about.commune = "xã Cao Ngọc";
    report.about.place = PlaceId::parse("pre2025:15079").number();
    report.about.district = "Huyện Ngọc Lặc";
    report.about.province = "Thanh Hóa";
    report.about.date = 20231010;
    report.passages = {passage};
    report.more_passages = 2;
    return report;
}

SearchResult cao_ngoc_result() {
    SearchResult result;
    result.query = "nông thôn mới";
    result.total_reports = 56;
    result.total_passages = 1234;
    result.full_passages = 1234;
    result.limit = 1;
    result.reports = {cao_ngoc_report()};
    Facet communes{.kind = FacetKind::commune,
                   .values = {{.value = "pre2025:15079",
                               .label = "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa",
                               .parent = "",
                               .reports = 1000}}};
    for (std::size_t i = 9; i > 0; --i) {
        communes.values.push_back({.value = "pre2025:" + std::to_string(i),
                                   .label = "xã Số " + std::to_string(i),
                                   .parent = "",
                                   .reports = i});
    }
    const Facet years{.kind = FacetKind::year,
                      .values = {{.value = "2023", .label = "2023", .parent = "", .reports = 50},
                                 {.value = "", .label = "", .parent = "", .reports = 6}}};
    result.facets = {communes, years};
    result.notices = {{.code = "unbalanced-quote",
                       .message = {"thiếu một dấu ngoặc kép", "a quote is missing"},
                       .range = {0, 1}}};
    result.generation = "g7";
    result.seconds = 0.0123;
    return result;
}

}  // namespace commsearch::render
