// What programs and our own readers make of real files: each format times five reports of corpus/,
// made by LibreOffice and ImageMagick (formats/make_fixtures).

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <sstream>

#include "indexer/report/parser/report_parser.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/source.h"
#include "tests/support/program.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

const fs::path source_folder = COMMSEARCH_SOURCE_DIR;
const fs::path fixtures = source_folder / "tests/indexer/formats";
constexpr auto reports = std::to_array<const char*>({
    "bac-giang/tan-lap/2023-12_ubnd_kt-xh-nam-2023.txt",
    "ben-tre/thanh-phu-dong/2024-03_dang-uy_thang-3.txt",
    "dak-lak/ea-toh/2023-08_ubnd_cong-tac-thang-8.txt",
    "tuyen-quang/bang-lang/2025-08_ubnd_kt-xh-thang-8.txt",
    "vinh-long/tan-hao/2025-11_ubnd_ket-luan-phien-hop-thang-11.txt",
});

/// One blank for any run of blanks, those without a break included: HTML, from which the fixtures
/// were made, keeps no more of them.
std::string with_single_blanks(std::string text) {
    for (const std::string blank : {"\u00A0", "\t"}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank))
            text.replace(at, blank.size(), " ");
    }
    for (std::size_t at = text.find("  "); at != std::string::npos; at = text.find("  "))
        text.erase(at, 1);
    return text;
}

std::string text_of_report(std::size_t number) {
    return with_single_blanks(
        read_text(read_bytes(source_folder / "corpus" / reports.at(number))).text);
}

/// The first lines of a report that have 130 words, as make_fixtures takes them for a scan.
std::string scanned_part(const std::string& text) {
    constexpr std::size_t wanted = 130;
    std::istringstream lines(text);
    std::string part;
    std::size_t words = 0;
    for (std::string line; words < wanted && std::getline(lines, line);) {
        std::istringstream in(line);
        for (std::string word; in >> word;) ++words;
        part += line + '\n';
    }
    return part;
}

std::map<std::string, int> words_of(const std::string& text) {
    std::istringstream in(text);
    std::map<std::string, int> words;
    for (std::string word; in >> word;) {
        if (word != "|") ++words[word];
    }
    return words;
}

/// Words of `a` that are in `b` too, as often, of all words of `a`.
double share_of(const std::map<std::string, int>& a, const std::map<std::string, int>& b) {
    int all = 0;
    int common = 0;
    for (const auto& [word, count] : a) {
        all += count;
        const auto found = b.find(word);
        if (found != b.end()) common += std::min(count, found->second);
    }
    return all == 0 ? 0 : static_cast<double>(common) / all;
}

RawDocument read_as_it_is(const std::string& name) {
    RawDocument document;
    read_source(
        {fixtures / name, name, 0}, [&](RawDocument one) { document = std::move(one); },
        [&](const Skipped& skipped) { ADD_FAILURE() << name << ": " << skipped.reason.en; });
    return document;
}

RawDocument read_fixture(const std::string& name) {
    RawDocument document = read_as_it_is(name);
    document.text = with_single_blanks(document.text);
    return document;
}

struct Row {
    std::string prefix, ending;
    double least = 0;
};

/// Reads `row`'s files and checks the share of words kept, and of words that are right.
void expect_words(const Row& row) {
    double recall = 0;
    double precision = 0;
    std::chrono::duration<double, std::milli> time{0};
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const std::string text = text_of_report(i);
        const auto expected = words_of(row.prefix.empty() ? text : scanned_part(text));
        const std::string name = row.prefix + std::to_string(i + 1) + row.ending;
        const auto start = std::chrono::steady_clock::now();
        const RawDocument document = read_fixture(name);
        time += std::chrono::steady_clock::now() - start;
        const auto found = words_of(document.text);
        recall += share_of(expected, found) / reports.size();
        precision += share_of(found, expected) / reports.size();
    }
    std::printf("%-6s%-5s words kept %.4f, words that are right %.4f, %.1f ms a file\n",
                row.prefix.c_str(), row.ending.c_str(), recall, precision,
                time.count() / reports.size());
    EXPECT_GE(recall, row.least) << row.prefix << row.ending;
    EXPECT_GE(precision, row.least) << row.prefix << row.ending;
}

TEST(Formats, KeepTheWordsOfEachReport) {
    for (const char* const ending : {".docx", ".odt", ".doc", ".rtf", ".pdf"})
        expect_words({"", ending, 0.99});
}

TEST(Formats, AreReadByOcrWhereThereIsNoText) {
    for (const char* const ending : {".pdf", ".png", ".jpg", ".tif"})
        expect_words({"scan-", ending, 0.95});
}

report::Report parsed(const RawDocument& document) {
    static const report::Gazetteer gazetteer;
    static const report::Taxonomy taxonomy;
    return report::parse_report(document, gazetteer, taxonomy);
}

/// What a reader of the index sees of a report, but for its text.
std::string outline_of(const report::Report& report) {
    std::string out = report.number + '|' + report.issuer + '|' + report.commune.code + '|' +
                      std::to_string(report.date.number()) + '|' + report.period.text() + '\n';
    for (const report::Section& section : report.sections) {
        for (const std::string& heading : section.heading_path) out += heading + " > ";
        out += section.topic + '\n';
    }
    return out;
}

TEST(Formats, AreUnderstoodAsTheTextIs) {
    for (const char* const ending : {".docx", ".odt", ".doc", ".rtf", ".pdf"}) {
        for (std::size_t i = 0; i < reports.size(); ++i) {
            RawDocument text;
            text.text = text_of_report(i);
            const std::string name = std::to_string(i + 1) + ending;
            EXPECT_EQ(outline_of(parsed(read_fixture(name))), outline_of(parsed(text))) << name;
        }
    }
}

TEST(Formats, KeepTheRowsOfATable) {
    for (const char* const name : {"1.docx", "1.odt", "1.doc", "1.rtf"}) {
        const RawDocument document = read_as_it_is(name);
        EXPECT_NE(document.text.find("\nThu ngân sách xã\ttriệu đồng\t9.860\t10.433,5\t105,8\n"),
                  std::string::npos)
            << name << ":\n"
            << document.text;
        ASSERT_EQ(document.tables.size(), 1U) << name;
        EXPECT_EQ(document.tables[0].last_line - document.tables[0].first_line, 7U);
        EXPECT_EQ(document.tables[0].header_rows, 1U);
    }
}

TEST(Formats, ReadPagesInAChildAsInOurOwnProcess) {
    const fs::path page =
        source_folder / "corpus/ha-giang/bang-lang/2024-06_ubnd_kt-xh-6-thang.html";
    constexpr int rounds = 20;
    const auto milliseconds = [&](const auto& once) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < rounds; ++i) once();
        const std::chrono::duration<double, std::milli> time =
            std::chrono::steady_clock::now() - start;
        return time.count() / rounds;
    };
    RawDocument ours, childs;
    const double own = milliseconds([&] { ours = read_html(read_bytes(page)); });
    const double child = milliseconds([&] {
        read_source(
            {page, "a.html", 0}, [&](RawDocument one) { childs = std::move(one); },
            [](const Skipped& skipped) { ADD_FAILURE() << skipped.reason.en; });
    });
    std::printf(".html in our own process %.2f ms a file, in a child %.2f ms\n", own, child);
    EXPECT_EQ(childs.text, ours.text);
    EXPECT_EQ(childs.stated.title, ours.stated.title);
}

TEST(Formats, KnowWhereAPageOfAPdfBegins) {
    const RawDocument document = read_fixture("1.pdf");
    ASSERT_GE(document.page_starts.size(), 2U);
    EXPECT_EQ(document.page_starts.front(), 1U);
    const auto lines = std::count(document.text.begin(), document.text.end(), '\n');
    EXPECT_LE(document.page_starts.back(), lines);
    EXPECT_TRUE(std::is_sorted(document.page_starts.begin(), document.page_starts.end()));
}

TEST(Formats, APageThatIsAnImageWithStampsIsReadByOcr) {
    const RawDocument document = read_fixture("stamped-scan.pdf");
    EXPECT_NE(document.text.find("Toàn xã gieo cấy 312 ha lúa"), std::string::npos)
        << document.text;
    for (const char* const stamp : {"Ky boi", "Co quan", "vanthu@", "14:23"})
        EXPECT_EQ(document.text.find(stamp), std::string::npos) << document.text;
    EXPECT_TRUE(document.unread_pages.empty());
    EXPECT_TRUE(document.unsure_pages.empty());
}

TEST(Formats, StampsAreNoTextWhereNothingReadsThePage) {
    Extractors extractors = find_extractors();
    extractors.tesseract.clear();
    std::string reason;
    read_source(
        {fixtures / "stamped-scan.pdf", "a.pdf", 0},
        [](const RawDocument& document) { ADD_FAILURE() << document.text; },
        [&](const Skipped& skipped) { reason = skipped.missing_package; }, extractors);
    EXPECT_EQ(reason, "tesseract-ocr");
}

TEST(Formats, AScanThatWasFedUpsideDownIsTurned) {
    const RawDocument document = read_fixture("upside-down.png");
    EXPECT_NE(document.text.find("chăm sóc cây trồng vụ thu đông"), std::string::npos)
        << document.text;
    EXPECT_TRUE(document.unsure_pages.empty());
}

TEST(Formats, LinesOfAPdfAreJoinedAsTheyAreRead) {
    EXPECT_NE(
        read_fixture("hyphens.pdf")
            .text.find("Kế hoạch số 186/KH-UBND ngày 15/9/2023 và Kết luận số 1208-KL/TU của"),
        std::string::npos);
    const std::string justified = read_fixture("justified.pdf").text;
    EXPECT_NE(justified.find("khoai mì cao sản trên đất đồi, đồng thời trồng mới cây mắc ca xen"),
              std::string::npos);
    EXPECT_NE(justified.find("\nCỘNG ĐỒNG CHUNG TAY\n"), std::string::npos);
}

TEST(Formats, OfTheEntriesOfAnArchiveMakeDocuments) {
    const TempFolder folder;
    const std::string inner = zipped({{"5.odt", read_bytes(fixtures / "5.odt")}});
    const fs::path path =
        folder.write("thang-12.zip", zipped({{"xã Tân Lập/1.docx", read_bytes(fixtures / "1.docx")},
                                             {"2.doc", read_bytes(fixtures / "2.doc")},
                                             {"../../3.rtf", read_bytes(fixtures / "3.rtf")},
                                             {"4.pdf", read_bytes(fixtures / "4.pdf")},
                                             {"trong.zip", inner},
                                             {"6.txt", "Báo cáo"},
                                             {"6.txt", "Báo cáo khác"},
                                             {"~$1.docx", "x"},
                                             {"Thumbs.db", "x"}}));
    std::map<std::string, RawDocument> found;
    read_source(
        {path, "2023/thang-12.zip", 0},
        [&](RawDocument one) { found.emplace(one.id, std::move(one)); },
        [&](const Skipped& skipped) {
            ADD_FAILURE() << skipped.path << ": " << skipped.reason.en;
        });
    const std::array<std::pair<const char*, std::size_t>, 5> expected{{{"xã Tân Lập/1.docx", 0},
                                                                       {"2.doc", 1},
                                                                       {"../../3.rtf", 2},
                                                                       {"4.pdf", 3},
                                                                       {"trong.zip/5.odt", 4}}};
    for (const auto& [name, number] : expected) {
        const RawDocument& document = found[std::string("2023/thang-12.zip/") + name];
        EXPECT_EQ(document.path, path.string() + '/' + name);
        EXPECT_GE(
            share_of(words_of(text_of_report(number)), words_of(with_single_blanks(document.text))),
            0.99)
            << name;
    }
    EXPECT_EQ(found["2023/thang-12.zip/6.txt"].text, "Báo cáo");
    EXPECT_EQ(found["2023/thang-12.zip/6.txt~2"].text, "Báo cáo khác");
    EXPECT_EQ(found.size(), 7U);
    EXPECT_FALSE(fs::exists(folder.path() / "../../3.rtf"));
}

}  // namespace
}  // namespace commsearch::source
