#include "searcher/render/render_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "analyzers/value/place_id.h"
#include "tests/searcher/render/cao_ngoc.h"

namespace commsearch::render {
namespace {

TEST(RenderJson, PagesAndDatesAreKeptApart) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].about.signing_date = 20231010;
    result.reports[0].about.posting_date = 20231012;
    result.reports[0].about.planned_period = "2023-Q4";
    result.reports[0].passages[0].page = 3;
    const auto report =
        nlohmann::json::parse(render_json(result, Language::english)).at("reports").at(0);
    EXPECT_EQ(report.at("signing_date"), "2023-10-10");
    EXPECT_EQ(report.at("posting_date"), "2023-10-12");
    EXPECT_EQ(report.at("planned_period"), "2023-Q4");
    EXPECT_TRUE(report.at("period").is_null());
    EXPECT_EQ(report.at("passages").at(0).at("page"), 3);
}

TEST(RenderJson, HasTheRowsOfATable) {
    SearchResult result = cao_ngoc_result();
    const auto passage = [&] {
        return nlohmann::json::parse(render_json(result, Language::english))
            .at("reports")
            .at(0)
            .at("passages")
            .at(0);
    };
    EXPECT_FALSE(passage().contains("table"));
    TableExcerpt table;
    table.columns = {{{"TT", false}}, {{"Chỉ ", false}, {"tiêu", true}}};
    table.rows = {{{{"1", false}}, {{"Lúa", true}, {" nước", false}}}, {{}, {{"Ngô", false}}}};
    table.more_rows = 4;
    result.reports[0].passages[0].table = table;
    EXPECT_EQ(
        passage().at("table").dump(),
        R"({"columns":["TT","Chỉ tiêu"],"more_rows":4,"rows":[["1","Lúa nước"],["","Ngô"]]})");
}

TEST(RenderJson, APaperOfTheDistrict) {
    SearchResult result = cao_ngoc_result();
    schema::ReportDescription& about = result.reports[0].about;
    about.level = "huyen";
    about.commune.clear();
    about.place = PlaceId::parse("pre2025:389").number();
    about.date = 20241200;
    about.signing_date = 20240000;
    about.signers = {{"Lý Văn Thìn", "Phó Chủ tịch"}, {"Lê An", ""}};
    about.recipients = {"Sở Nội vụ"};
    const auto json = nlohmann::json::parse(render_json(result, Language::english));
    const auto& report = json.at("reports").at(0);
    EXPECT_EQ(report.at("level"), "huyen");
    EXPECT_TRUE(report.at("commune").is_null());
    EXPECT_TRUE(report.at("commune_code").is_null()) << "389 is no commune";
    EXPECT_EQ(report.at("date"), "2024-12");
    EXPECT_EQ(report.at("signing_date"), "2024");
    EXPECT_EQ(report.at("signers").dump(),
              R"([{"name":"Lý Văn Thìn","office":"Phó Chủ tịch"},{"name":"Lê An","office":null}])");
    EXPECT_EQ(report.at("recipients"), (std::vector<std::string>{"Sở Nội vụ"}));
}

TEST(RenderJson, HasEveryKeyOfVersion1) {
    SearchResult result = cao_ngoc_result();
    result.facets[0].values.resize(1);
    Reading place;
    place.range = {18, 32};
    place.typed = "xã Cao Ngọc";
    place.filter = "xã:\"Cao Ngọc\"";
    place.meaning = {"xã Cao Ngọc, Ngọc Lặc", "xã Cao Ngọc, Ngọc Lặc"};
    place.without = "nông thôn mới";
    place.literal = "nông thôn mới \"xã Cao Ngọc\"";
    result.interpretation = {Interpretation::Wanted::passage, "nông thôn mới", {place}};
    EXPECT_EQ(
        render_json(result, Language::english),
        R"({"version":1,"query":"nông thôn mới","total":{"reports":56,"passages":1234,"full":1234},)"
        R"("offset":0,"limit":1,"next_cursor":null,"reports":[{"id":"cao-ngoc/10.txt","path":"cao-ngoc/10.txt",)"
        R"("title":"Báo cáo kết quả công tác tháng 10","number":null,)"
        R"("issuer":"Đảng ủy xã Cao Ngọc","issuer_kind":"dang-uy","level":null,"type":null,)"
        R"("commune":"xã Cao Ngọc","commune_code":"pre2025:15079","district":"Huyện Ngọc Lặc",)"
        R"("province":"Thanh Hóa","date":"2023-10-10","signing_date":null,)"
        R"("posting_date":null,"period":null,"planned_period":null,"signers":[],"recipients":[],)"
        R"("passages":[{"id":"p1",)"
        R"("ordinal":4,"first_line":20,"last_line":21,"page":null,"heading_path":["II. KẾT QUẢ THỰC HIỆN",)"
        R"("1. Kinh tế","1.9. Xây dựng nông thôn mới"],"section":"nong-thon-moi",)"
        R"("section_label":"Nông thôn mới","horizon":"past","score":2.5,"match":"full","excerpt":[)"
        R"({"text":"Toàn xã đạt 15/19 tiêu chí ","hit":false},)"
        R"({"text":"nông thôn mới","hit":true},)"
        R"({"text":", tăng 2 tiêu chí so với cùng kỳ năm trước.","hit":false}],"senses":[]}],)"
        R"("more_passages":2,"similar_reports":0}],"facets":{"commune":[{"value":"pre2025:15079",)"
        R"("label":"xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa","parent":null,"reports":1000,)"
        R"("epoch":null,"chosen":false}],)"
        R"("year":[{"value":"2023","label":"2023","parent":null,"reports":50,"epoch":null,"chosen":false},)"
        R"({"value":null,"label":"","parent":null,"reports":6,"epoch":null,"chosen":false}]},)"
        R"("facets_more":{"commune":0,"year":0},)"
        R"("notices":[{"code":"unbalanced-quote","message":"a quote is missing","range":[0,1]}],)"
        R"("interpreted":{"topic":"nông thôn mới","wanted":"passage","readings":[{"kind":"place",)"
        R"("effect":"narrows","typed":"xã Cao Ngọc","range":[18,32],"meaning":"xã Cao Ngọc, Ngọc Lặc",)"
        R"("filter":"xã:\"Cao Ngọc\"","without":"nông thôn mới","literal":"nông thôn mới \"xã Cao Ngọc\""}]},)"
        R"("suggestion":null,"generation":"g7","seconds":0.0123})");
}

TEST(RenderJson, TellsWhatShortFormsMean) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].passages[0].meanings = {{"CN", "công nghiệp", true, false},
                                              {"TT", "", true, true}};
    const nlohmann::json json = nlohmann::json::parse(render_json(result, Language::vietnamese));
    EXPECT_EQ(json["reports"][0]["passages"][0]["senses"].dump(),
              R"([{"ambiguous":true,"defined_in_report":false,"long_form":"công nghiệp",)"
              R"("short_form":"CN"},{"ambiguous":true,"defined_in_report":true,)"
              R"("long_form":null,"short_form":"TT"}])");
}

TEST(RenderJson, AnEmptyAnswerKeepsItsShape) {
    EXPECT_EQ(
        render_json({}, Language::vietnamese),
        R"({"version":1,"query":"","total":{"reports":0,"passages":0,"full":0},"offset":0,"limit":0,)"
        R"("next_cursor":null,)"
        R"("reports":[],"facets":{},"facets_more":{},)"
        R"("notices":[],"interpreted":{"topic":"","wanted":"passage","readings":[]},"suggestion":null,"generation":null,"seconds":0.0})");
}

TEST(RenderJson, NeverThrowsForWhatAReportHolds) {
    SearchResult result = cao_ngoc_result();
    result.query = "\xff\xfe";
    result.reports[0].about.title = std::string("a\0b\x1b\xc3", 5);
    result.reports[0].passages[0].score = std::numeric_limits<double>::quiet_NaN();
    const nlohmann::json json = nlohmann::json::parse(render_json(result, Language::vietnamese));
    EXPECT_EQ(json["query"], "\uFFFD\uFFFD");
    EXPECT_EQ(json["reports"][0]["title"], std::string("a\0b\x1b\uFFFD", 7));
    EXPECT_TRUE(json["reports"][0]["passages"][0]["score"].is_null());
}

TEST(RenderJson, AnErrorIsAnObjectToo) {
    EXPECT_EQ(
        render_json_error({{"lỗi \xff", "error"}, 3, "index-problem", ""}, Language::vietnamese),
        "{\"version\":1,\"error\":{\"exit_code\":3,\"code\":\"index-problem\",\"message\":"
        "\"lỗi \uFFFD\",\"pointer\":null}}");
}

}  // namespace
}  // namespace commsearch::render
