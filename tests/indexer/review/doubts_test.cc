#include "indexer/review/doubts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/parser/report_parser.h"
#include "indexer/review/inspect.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::review {
namespace {

std::vector<Doubt> doubts(const source::RawDocument& document) {
    static const report::Gazetteer gazetteer;
    static const report::Taxonomy taxonomy;
    return doubts_of(document, report::parse_report(document, gazetteer, taxonomy));
}

/// "code:line" of each.
std::vector<std::string> codes(const std::string& text) {
    source::RawDocument document;
    document.text = text;
    std::vector<std::string> found;
    for (const Doubt& doubt : doubts(document))
        found.push_back(doubt.code + ':' + std::to_string(doubt.line));
    return found;
}

using Codes = std::vector<std::string>;

const std::string head =
    "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả "
    "nhiệm vụ tháng 6 năm 2024\n\n";

std::string repeated(const std::string& words, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += words;
    return text;
}

TEST(DoubtsTest, EachKindOnce) {
    const std::string healthy = repeated("Xã đã thu hoạch lúa mùa và trồng rừng mới. ", 10);
    const struct {
        std::string what, text;
        Codes codes;
    } rows[] = {
        {"nothing", head + "1. Nông nghiệp\n" + healthy, {}},
        {"no date",
         "UBND XÃ BẢN LIỀN\nBÁO CÁO\nKết quả\n\n1. Nông nghiệp\nLúa tốt.",
         {"no-date:0"}},
        {"no text",
         "UBND XÃ BẢN LIỀN\nBÁO CÁO\nKết quả tháng 6 năm 2024",
         {"no-text:0", "no-date:0"}},
        {"no commune",
         "BÁO CÁO\nKết quả tháng 6 năm 2024\n\nHôm qua, ngày 20 tháng 6 năm 2024.",
         {"no-date:0", "no-commune:0"}},
        {"ambiguous commune",
         "UBND XÃ TÂN LẬP\nSố: 1/BC-UBND\nTân Lập, ngày 20 tháng 6 năm 2024\nBÁO CÁO\nKết quả\n\n"
         "1. Nông nghiệp\nLúa tốt.",
         {"ambiguous-commune:0"}},
        {"a blank day",
         "UBND XÃ BẢN LIỀN\nSố:    /BC-UBND\nBản Liền, ngày    tháng 6 năm 2024\nBÁO CÁO\nKết quả"
         "\n\n1. Nông nghiệp\nLúa tốt.",
         {"partial-date:0"}},
        {"the paper of a province has no commune",
         "UBND TỈNH LÀO CAI\nSố: 1/BC-UBND\nLào Cai, ngày 20 tháng 6 năm 2024\nBÁO CÁO\nKết quả"
         "\n\n1. Nông nghiệp\nLúa tốt.",
         {}},
        {"a heading of no topic is no doubt",
         head + "1. Chuyện lạ\nMột đoạn.\n2. Nông nghiệp\nLúa.",
         {}},
        {"broken spaces",
         head + "1. Nông nghiệp\nĐã t ừ ngày ấy, đi ều hành t ốt, th ực hiện nhiệm vụ.",
         {"broken-spaces:10"}},
        {"bad scan",
         head + "1. Nông nghiệp\n" + healthy + repeated("trôzng lúaj mùv ", 5),
         {"ocr-noise:10"}},
        {"too short to judge", head + "1. Nông nghiệp\ntrôzng lúaj mùv.", {}},
        {"abbreviations and names are no noise",
         head + "1. Nông nghiệp\n" + healthy + repeated("UBND HĐND Đắk Krông BHYT ", 20),
         {}},
    };
    for (const auto& [what, text, expected] : rows) EXPECT_EQ(codes(text), expected) << what;
}

TEST(DoubtsTest, RepairedEncoding) {
    source::RawDocument document;
    document.text = head + "1. Nông nghiệp\nLúa tốt.";
    document.encoding = {
        .encoding = encoding::Encoding::tcvn3, .confidence = 0.97, .repaired_runs = 1};
    const std::vector<Doubt> found = doubts(document);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "repaired-encoding");
    EXPECT_EQ(found[0].message.en, "the text was repaired from TCVN3 (confidence 97 %)");
}

TEST(DoubtsTest, PagesThatWereNotReadOrNotReadWell) {
    source::RawDocument document;
    document.text = head + "1. Nông nghiệp\nLúa tốt.";
    document.page_starts = {1, 2, 10};
    document.unread_pages = {2};
    document.unsure_pages = {3};
    const std::vector<Doubt> found = doubts(document);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].code + ':' + std::to_string(found[0].line), "unread-page:2");
    EXPECT_EQ(found[0].message.en, "page 2 is a scan whose text was not read");
    EXPECT_EQ(found[1].code + ':' + std::to_string(found[1].line), "ocr-noise:10");
}

TEST(DoubtsTest, AnAmbiguousCommuneListsItsChoices) {
    source::RawDocument document;
    document.text = "UBND XÃ TÂN LẬP\nBÁO CÁO\nKết quả tháng 6 năm 2024\n\nLúa tốt.";
    const std::vector<Doubt> found = doubts(document);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].code, "ambiguous-commune");
    EXPECT_NE(found[1].message.vi.find("xã Tân Lập, Huyện Bắc Quang, Hà Giang; "),
              std::string::npos)
        << found[1].message.vi;
    EXPECT_TRUE(found[1].message.vi.ends_with("; …"));
}

TEST(DoubtsTest, EveryCodeIsListed) {
    const std::vector<std::string> known = doubt_codes();
    for (const std::string code :
         {"no-text", "no-date", "partial-date", "no-commune", "ambiguous-commune",
          "repaired-encoding", "broken-spaces", "ocr-noise", "unread-page"}) {
        EXPECT_EQ(std::count(known.begin(), known.end(), code), 1) << code;
    }
    EXPECT_LT(known.size(), 10U) << "with those that cannot be read there are ten kinds at most";
}

TEST(DoubtsTest, TheKindThatTouchesMostReportsStandsFirst) {
    CorpusDoubts found;
    const Doubt no_date{"no-date", 0, {"x", "x"}};
    const Doubt broken{"broken-spaces", 3, {"x", "x"}};
    found.found = {{"a.txt", {no_date, broken, broken}}, {"b.txt", {broken}}};
    found.skipped = {{"c.txt", {"x", "x"}}, {"d.txt", {"x", "x"}}, {"e.txt", {"x", "x"}}};
    const std::vector<DoubtKind> kinds = doubt_kinds(found, Language::english);
    ASSERT_EQ(kinds.size(), 3U);
    const auto told = [&](std::size_t i) {
        return kinds[i].code + ' ' + std::to_string(kinds[i].reports) + ' ' +
               std::to_string(kinds[i].places.size());
    };
    EXPECT_EQ(told(0), "unreadable 3 3");
    EXPECT_EQ(told(1), "broken-spaces 2 3");
    EXPECT_EQ(told(2), "no-date 1 1");
}

TEST(DoubtsTest, CsvIsQuotedAndHarmless) {
    CorpusDoubts found;
    found.found = {{"=cmd.txt",
                    {{"no-date", 0, {"x", "plain"}},
                     {"broken-spaces", 7, {"x", "a, \"b\"\nc"}},
                     {"no-commune", 0, {"x", "@SUM(A1)"}}}}};
    found.skipped = {{"+b.txt", {"x", "-1"}}};
    EXPECT_EQ(doubts_csv(found, Language::english),
              "path,line,code,message\r\n"
              "'=cmd.txt,,no-date,plain\r\n"
              "'=cmd.txt,,no-commune,'@SUM(A1)\r\n"
              "'=cmd.txt,7,broken-spaces,\"a, \"\"b\"\" c\"\r\n"
              "'+b.txt,,unreadable,'-1\r\n");
}

}  // namespace
}  // namespace commsearch::review
