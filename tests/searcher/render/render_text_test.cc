#include "searcher/render/render_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <string>

#include "analyzers/base/unicode.h"
#include "searcher/render/citation.h"
#include "tests/searcher/render/cao_ngoc.h"

namespace commsearch::render {
namespace {

TEST(RenderText, InVietnameseWithoutColor) {
    EXPECT_EQ(render_text(cao_ngoc_result(), {.width = 60}),
              R"(Tìm thấy 1.234 đoạn trong 56 báo cáo (0,012 giây)
Lưu ý: thiếu một dấu ngoặc kép

1. Báo cáo kết quả công tác tháng 10
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

Báo cáo 1–1; xem tiếp: --offset 1
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
                  .find("Thanh Hóa · period: first 9 months of 2023 ·"),
              std::string::npos);
}

TEST(RenderText, AMonthAndWhoSigned) {
    SearchResult result = cao_ngoc_result();
    schema::ReportDescription& about = result.reports[0].about;
    about.date = 20241200;
    about.signers = {{"Lý Văn Thìn", "Phó Chủ tịch"}, {"", "Bí thư"}};
    EXPECT_NE(
        render_text(result, {.width = 120})
            .find("Thanh Hóa · 12/2024 · Đảng ủy xã Cao Ngọc · người ký: Lý Văn Thìn, Bí thư"),
        std::string::npos)
        << render_text(result, {.width = 120});
    EXPECT_EQ(shown_signers(about, false), "Phó Chủ tịch Lý Văn Thìn, Bí thư");
    about.number = "45/BC-UBND";
    const std::string quoted = citation(result.reports[0], result.reports[0].passages[0]);
    EXPECT_NE(quoted.find("số 45/BC-UBND, tháng 12/2024, xã"), std::string::npos) << quoted;
    about.date = 20240000;
    EXPECT_NE(citation(result.reports[0], {}).find(", năm 2024, xã"), std::string::npos);
}

TEST(RenderText, InEnglishWithColor) {
    SearchResult result = cao_ngoc_result();
    result.total_reports = 1;
    result.total_passages = 1;
    result.full_passages = 1;
    result.facets.erase(result.facets.begin());
    EXPECT_EQ(render_text(result, {.language = Language::english, .color = true, .width = 120}),
              "Found 1 passage in 1 report (0.012 seconds)\n"
              "Note: a quote is missing\n\n"
              "1. \x1b[1mBáo cáo kết quả công tác tháng 10\x1b[0m\n"
              "   xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa · 10/10/2023 · Đảng ủy xã Cao Ngọc · "
              "cao-ngoc/10.txt\n"
              "   \x1b[2mII › 1 › 1.9. Xây dựng nông thôn mới\x1b[0m\n"
              "     Toàn xã đạt 15/19 tiêu chí \x1b[1;31mnông\x1b[0m \x1b[1;31mthôn\x1b[0m "
              "\x1b[1;31mmới\x1b[0m, tăng 2 tiêu chí so với cùng kỳ năm trước.\n"
              "   \x1b[2m2 more passages\x1b[0m\n\n"
              "Years: 2023 (50) · unknown (6)\n\n");
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
)");
    EXPECT_EQ(render_text(result, {.language = Language::english}), R"(No report found for “abc”.
Try:
  - fewer words, without quotes
  - without filters (--commune, --from, --to, --section)
  - check the spelling; words without accents will do
)");
}

TEST(RenderText, TellsAnEmptyPageFromNothingFound) {
    SearchResult result;
    result.total_reports = 2;
    result.total_passages = 3;
    result.full_passages = 3;
    result.limit = 10;
    result.offset = 100;
    EXPECT_EQ(render_text(result, {}),
              "Tìm thấy 3 đoạn trong 2 báo cáo (0,000 giây)\n\n"
              "Trang này trống: hãy giảm --offset.\n");
    result.limit = 0;
    EXPECT_EQ(render_text(result, {}), "Tìm thấy 3 đoạn trong 2 báo cáo (0,000 giây)\n\n");
    result.full_passages = 1;
    EXPECT_TRUE(
        render_text(result, {})
            .starts_with(
                "Tìm thấy 3 đoạn trong 2 báo cáo, trong đó 2 đoạn chỉ gần đúng (0,000 giây)\n"));
    result.full_passages = 0;
    EXPECT_TRUE(
        render_text(result, {.language = Language::english})
            .starts_with("Found 3 passages in 2 reports, all of which only come near (0.000 "
                         "seconds)\n"));
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

TEST(RenderText, TellsThePeriodReportedOn) {
    SearchResult result = cao_ngoc_result();
    result.reports[0].about.date = 0;
    result.reports[0].about.period = "2023-Q3";
    EXPECT_NE(render_text(result, {.width = 120}).find("Thanh Hóa · kỳ quý III/2023 · Đảng ủy"),
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

}  // namespace
}  // namespace commsearch::render
