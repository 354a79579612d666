#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analyzers/base/unicode.h"
#include "indexer/schema/schema.h"
#include "searcher/render/render_json.h"
#include "searcher/render/render_text.h"
#include "searcher/render/terminal_text.h"

namespace commsearch {
namespace {

ReportHit cao_ngoc_report() {
    PassageHit passage;
    passage.id = "p1";
    passage.ordinal = 4;
    passage.first_line = 20;
    passage.last_line = 21;
    passage.heading_path = {"II. KẾT QUẢ THỰC HIỆN", "1. Kinh tế", "1.9. Xây dựng nông thôn mới"};
    passage.topic = "nong-thon-moi";
    passage.topic_label = "Nông thôn mới";
    passage.horizon = "past";
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
    report.about.place = place_number("pre2025:15079");
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

TEST(RenderText, InVietnameseWithoutColor) {
    EXPECT_EQ(render_text(cao_ngoc_result(), {.width = 60}),
              R"(1. Báo cáo kết quả công tác tháng 10
   xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa · 10/10/2023 ·
   Đảng ủy xã Cao Ngọc · cao-ngoc/10.txt
   II › 1 › 1.9. Xây dựng nông thôn mới
     Toàn xã đạt 15/19 tiêu chí «nông thôn mới», tăng 2 tiêu
     chí so với cùng kỳ năm trước.
   còn 2 đoạn

Xã, phường:
  xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa (1.000)
  xã Số 9 (9)
  xã Số 8 (8)
  xã Số 7 (7)
  xã Số 6 (6)
  xã Số 5 (5)
  xã Số 4 (4)
  xã Số 3 (3)
  … và 2 nữa
Năm: 2023 (50) · không rõ (6)

Lưu ý: thiếu một dấu ngoặc kép
Báo cáo 1–1; xem tiếp: --offset 1
Tìm thấy 1.234 đoạn trong 56 báo cáo (0,012 giây)
)");
}

TEST(RenderText, TellsWhatShortFormsMeanWhereTheyCouldMeanSomethingElse) {
    SearchResult result = cao_ngoc_result();
    PassageHit& passage = result.reports[0].passages[0];
    passage.meanings = {{"CN", "công nghiệp", true, false},
                        {"NTM", "nông thôn mới", false, false},
                        {"TCN", "tổ công nghệ", false, true},
                        {"TT", "", true, false}};
    const auto text = [&] { return render_text(result, {.width = 100}); };
    EXPECT_NE(text().find("\n     CN = công nghiệp · TCN = tổ công nghệ\n"), std::string::npos)
        << text();
    passage.shares = {{{"từ", "word"}, 2.5}, {{"hệ số", "factor"}, 1}};
    EXPECT_NE(
        text().find("\n     CN = công nghiệp · NTM = nông thôn mới · TCN = tổ công nghệ · TT: "
                    "đoạn không cho biết nghĩa nào\n"),
        std::string::npos)
        << text();
    passage.meanings.clear();
    passage.shares.clear();
    EXPECT_EQ(text(), render_text(cao_ngoc_result(), {.width = 100}));
}

TEST(RenderText, ChosenValuesComeFirst) {
    SearchResult result = cao_ngoc_result();
    Facet communes{.kind = FacetKind::commune, .values = {}};
    for (int i = 0; i < 12; ++i) {
        communes.values.push_back({.value = std::to_string(i),
                                   .label = "xã " + std::to_string(i),
                                   .parent = "",
                                   .reports = 20});
    }
    communes.values.back().is_chosen = true;
    communes.values.back().reports = 0;
    result.facets = {communes};
    EXPECT_NE(render_text(result, {}).find("Xã, phường:\n  xã 11 (0)\n  xã 0 (20)\n"),
              std::string::npos)
        << render_text(result, {});
}

TEST(RenderText, PagesAndPostingDatesWhereThereAreSome) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].about.posting_date = 20231010;
    EXPECT_EQ(render_text(result, {}).find("đăng"), std::string::npos) << "the date itself";
    result.reports[0].about.posting_date = 20231012;
    result.reports[0].passages[0].page = 3;
    EXPECT_NE(render_text(result, {}).find("10/10/2023, đăng 12/10/2023 ·"), std::string::npos);
    EXPECT_NE(render_text(result, {}).find("1.9. Xây dựng nông thôn mới · trang 3\n"),
              std::string::npos);
    result.reports[0].about.date = 0;
    result.reports[0].about.posting_date = 0;
    result.reports[0].about.period = "2023-M09";
    EXPECT_NE(render_text(result, {.language = Language::english})
                  .find("Thanh Hóa · first 9 months of 2023 ·"),
              std::string::npos);
}

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

TEST(RenderText, InEnglishWithColor) {
    SearchResult result = cao_ngoc_result();
    result.total_reports = 1;
    result.total_passages = 1;
    result.facets.erase(result.facets.begin());
    EXPECT_EQ(render_text(result, {.language = Language::english, .color = true, .width = 120}),
              "1. \x1b[1mBáo cáo kết quả công tác tháng 10\x1b[0m\n"
              "   xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa · 10/10/2023 · Đảng ủy xã Cao Ngọc · "
              "cao-ngoc/10.txt\n"
              "   \x1b[2mII › 1 › 1.9. Xây dựng nông thôn mới\x1b[0m\n"
              "     Toàn xã đạt 15/19 tiêu chí \x1b[1;31mnông\x1b[0m \x1b[1;31mthôn\x1b[0m "
              "\x1b[1;31mmới\x1b[0m, tăng 2 tiêu chí so với cùng kỳ năm trước.\n"
              "   \x1b[2m2 more passages\x1b[0m\n\n"
              "Years: 2023 (50) · unknown (6)\n\n"
              "Note: a quote is missing\n"
              "Found 1 passage in 1 report (0.012 seconds)\n");
}

TEST(RenderText, NothingFoundSaysWhatToTry) {
    SearchResult result;
    result.query = "abc";
    result.limit = 10;
    EXPECT_EQ(render_text(result, {}), R"(Không tìm thấy báo cáo nào cho “abc”.
Hãy thử:
  - ít từ hơn, không có dấu ngoặc kép
  - không có bộ lọc (--commune, --from, --to, --section)
  - xem lại chính tả; gõ không dấu cũng được

Tìm thấy 0 đoạn trong 0 báo cáo (0,000 giây)
)");
    EXPECT_EQ(render_text(result, {.language = Language::english}), R"(No report found for “abc”.
Try:
  - fewer words, without quotes
  - without filters (--commune, --from, --to, --section)
  - check the spelling; words without accents will do

Found 0 passages in 0 reports (0.000 seconds)
)");
}

TEST(RenderText, TellsAnEmptyPageFromNothingFound) {
    SearchResult result;
    result.total_reports = 2;
    result.total_passages = 3;
    result.limit = 10;
    result.offset = 100;
    EXPECT_EQ(render_text(result, {}),
              "Trang này trống: hãy giảm --offset.\n"
              "Tìm thấy 3 đoạn trong 2 báo cáo (0,000 giây)\n");
    result.limit = 0;
    EXPECT_EQ(render_text(result, {}), "Tìm thấy 3 đoạn trong 2 báo cáo (0,000 giây)\n");
}

TEST(RenderText, HeadingsAboveTheLastAreCitedByNumber) {
    const struct {
        std::vector<std::string> path;
        std::string line;
    } cases[] = {
        {{"II. KINH TẾ", "1. Nông nghiệp"}, "II › 1. Nông nghiệp"},
        {{"Phần thứ nhất", "a) Trồng trọt", "Lúa"}, "Phần thứ nhất › a › Lúa"},
        {{"1.2.3. Chè", "4/ Cam"}, "1.2.3 › 4/ Cam"},
        {{"...", ""}, "..."},
    };
    for (const auto& [path, line] : cases) {
        SearchResult result = cao_ngoc_result();
        result.reports[0].passages[0].heading_path = path;
        EXPECT_NE(render_text(result, {}).find("\n   " + line + "\n"), std::string::npos) << line;
    }
}

TEST(RenderText, DateUnknownGivesPlaceToThePeriod) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].about.date = 0;
    result.reports[0].about.period = "2023-Q3";
    EXPECT_NE(render_text(result, {.width = 120}).find("Thanh Hóa · quý III/2023 · Đảng ủy"),
              std::string::npos);
}

bool steers(char32_t value) {
    const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    return (control && value != '\n') || (value >= 0x200E && value <= 0x200F) ||
           (value >= 0x2028 && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

TEST(RenderText, AReportCannotSteerTheTerminal) {
    const std::string evil =
        "a\x1b[2J\x1b]0;x\x07\r\n\tb\x7f\xc2\x9b"
        "31m\u202Egpj\u2066\u200F\u2028c\xff";
    SearchResult result = cao_ngoc_result();
    ReportHit& report = result.reports[0];
    report.about.path = report.about.title = report.about.commune = report.about.issuer =
        report.about.period = evil;
    report.passages[0].heading_path = {evil, evil};
    report.passages[0].excerpt = {{evil, true}, {evil, false}};
    result.facets[0].values[0].label = evil;
    result.notices[0].message = {evil, evil};
    result.query = evil;
    for (const std::size_t reports : {0U, 56U}) {
        result.total_reports = reports;
        const std::string out = render_text(result, {});
        EXPECT_TRUE(is_valid_utf8(out));
        for (std::size_t at = 0; at < out.size();) {
            const CodePoint point = decode_at(out, at);
            EXPECT_FALSE(steers(point.value)) << out.substr(at);
            at += point.size;
        }
    }
}

TEST(RenderText, LinesFitTheWidthFrom40To120) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].passages[0].excerpt.push_back({std::string(3000, 'x'), false});
    const struct {
        std::size_t width, used;
    } cases[] = {{0, 40}, {40, 40}, {77, 77}, {120, 120}, {5000, 120}};
    for (const auto& [width, used] : cases) {
        std::istringstream lines(render_text(result, {.width = width}));
        for (std::string line; std::getline(lines, line);) {
            const bool one_word = line.find(' ', line.find_first_not_of(' ')) == std::string::npos;
            EXPECT_TRUE(display_width(line) <= used || one_word) << line;
        }
    }
}

TEST(TerminalText, PrintableKeepsLettersAndBlanksTheRest) {
    EXPECT_EQ(printable("Ủy ban\u00A0xã\t\x1b[0m"), "Ủy ban xã  [0m");
    EXPECT_EQ(printable("\u200Ba\u202Eb\xFF"), " a b\uFFFD");
}

TEST(TerminalText, WrapBreaksAtBlanks) {
    const struct {
        std::string text;
        std::vector<std::string> lines;
    } cases[] = {
        {"", {}},
        {"  một  hai ba ", {"một hai", "ba"}},
        {"mộthaibabốn năm", {"mộthaibabốn", "năm"}},
        {"abcd efg", {"abcd efg"}},
        {"abcde efg", {"abcde", "efg"}},
    };
    for (const auto& [text, lines] : cases) EXPECT_EQ(wrap(words_of(text), 8), lines) << text;
}

TEST(RenderJson, HasEveryKeyOfVersion1) {
    SearchResult result = cao_ngoc_result();
    result.facets[0].values.resize(1);
    EXPECT_EQ(
        render_json(result, Language::english),
        R"({"version":1,"query":"nông thôn mới","total":{"reports":56,"passages":1234},)"
        R"("offset":0,"limit":1,"next_cursor":null,"reports":[{"id":"cao-ngoc/10.txt","path":"cao-ngoc/10.txt",)"
        R"("title":"Báo cáo kết quả công tác tháng 10","number":null,)"
        R"("issuer":"Đảng ủy xã Cao Ngọc","issuer_kind":"dang-uy","type":null,)"
        R"("commune":"xã Cao Ngọc","commune_code":"pre2025:15079","district":"Huyện Ngọc Lặc",)"
        R"("province":"Thanh Hóa","date":"2023-10-10","signing_date":null,)"
        R"("posting_date":null,"period":null,"planned_period":null,"passages":[{"id":"p1",)"
        R"("ordinal":4,"first_line":20,"last_line":21,"page":null,"heading_path":["II. KẾT QUẢ THỰC HIỆN",)"
        R"("1. Kinh tế","1.9. Xây dựng nông thôn mới"],"section":"nong-thon-moi",)"
        R"("section_label":"Nông thôn mới","horizon":"past","score":2.5,"excerpt":[)"
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
    EXPECT_EQ(render_json({}, Language::vietnamese),
              R"({"version":1,"query":"","total":{"reports":0,"passages":0},"offset":0,"limit":0,)"
              R"("next_cursor":null,)"
              R"("reports":[],"facets":{},"facets_more":{},)"
              R"("notices":[],"suggestion":null,"generation":null,"seconds":0.0})");
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
}  // namespace commsearch
