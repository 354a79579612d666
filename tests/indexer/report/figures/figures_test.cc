#include "indexer/report/figures/figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/text_scan.h"
#include "tests/indexer/report/figures/figure_laws.h"
#include "tests/indexer/report/parser/parsed.h"
#include "tests/indexer/report/parser/real_reports.h"

namespace commsearch::report {
namespace {

namespace fs = std::filesystem;

TEST(FiguresTest, OfAReport) {
    const Report report = parsed(
        "UBND HUYỆN LỤC NGẠN\nỦY BAN NHÂN DÂN XÃ TÂN LẬP\n\nSố: 118/BC-UBND\n\n"
        "Tân Lập, ngày 20 tháng 9 năm 2023\n\nBÁO CÁO\n"
        "Kết quả nhiệm vụ 9 tháng đầu năm,\nnhiệm vụ 3 tháng cuối năm 2023\n\n"
        "I. KẾT QUẢ\n1. Nông nghiệp: Lúa 168 ha.\n"
        "Chỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện\tTỷ lệ %\n"
        "Trồng rừng mới\tha\t95\t97,2\t102,3\n"
        "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM\n1. Giảm 45 hộ nghèo.\n");
    std::vector<std::string> found;
    for (const PassageFigures& passage : figures_of(report)) {
        const std::string& text = report.sections[passage.section].passages[passage.passage].text;
        expect_figures_obey(passage.figures, text);
        for (const Figure& figure : passage.figures)
            found.push_back(shown(figure) + ' ' + figure.period.text() + " | " + figure.indicator);
    }
    const std::vector<std::string> expected = {
        "168 ha actual 2023-M09 | Lúa", "95 ha plan 2023 | Trồng rừng mới",
        "97.2 ha actual 2023-M09 | Trồng rừng mới",
        "102.3 % of_plan 2023-M09 | Trồng rừng mới so với kế hoạch",
        "45 hộ plan 2023-Q4 | Giảm hộ nghèo"};
    EXPECT_EQ(found, expected);
}

TEST(FiguresTest, HeadingsWithoutNumbers) {
    EXPECT_EQ(heading_words("1.2. Chăn nuôi:"), "Chăn nuôi");
    EXPECT_EQ(heading_words("II. KẾT QUẢ"), "KẾT QUẢ");
    EXPECT_EQ(heading_words("Ngân sách"), "Ngân sách");
    EXPECT_EQ(heading_words(""), "");
}

std::set<std::string> words_in(const std::string& text) {
    std::set<std::string> words;
    const std::string key = words_key(text);
    for (const std::string_view word : split(key, ' ')) words.emplace(word);
    return words;
}

/// At least 0,6 of the quote's words stand in the sentence.
bool holds_quote(const std::string& sentence, const std::string& quote) {
    const std::set<std::string> in_sentence = words_in(sentence);
    std::size_t common = 0;
    const std::set<std::string> quoted = words_in(quote);
    for (const std::string& word : quoted) common += in_sentence.count(word);
    return 5 * common >= 3 * quoted.size();
}

/// Every labelled figure is found, with its value and role; little else is. Reports of two more
/// provinces than those the rules were written by.
TEST(FiguresTest, OfLabelledReports) {
    const std::string table = file_content(fs::path(COMMSEARCH_SOURCE_DIR) /
                                           "tests/indexer/report/figures/labelled_figures.tsv");
    std::map<std::string, std::vector<TsvRow>> reports;
    for (const TsvRow& row : tsv_rows(table)) reports[std::string(row.fields[0])].push_back(row);
    ASSERT_EQ(reports.size(), 2U);
    std::size_t labels = 0;
    std::size_t missed = 0;
    std::size_t figures = 0;
    for (const auto& [path, rows] : reports) {
        source::RawDocument document;
        document.path = path;
        document.id = path;
        document.text = file_content(fs::path(COMMSEARCH_SOURCE_DIR) / "corpus" / path);
        const Report report = parsed(document);
        std::vector<std::pair<Figure, std::string>> found;
        for (const PassageFigures& passage : figures_of(report)) {
            const Section& section = report.sections[passage.section];
            const std::string& text = section.passages[passage.passage].text;
            expect_figures_obey(passage.figures, text);
            for (const Figure& figure : passage.figures) {
                std::string sentence;
                if (!section.heading_path.empty()) sentence = section.heading_path.back() + ' ';
                found.emplace_back(
                    figure, sentence + text.substr(figure.sentence_begin,
                                                   figure.sentence_end - figure.sentence_begin));
            }
        }
        figures += found.size();
        for (const TsvRow& row : rows) {
            if (row.fields[9] == "0") continue;
            ++labels;
            const auto fits = [&](const auto& one) {
                const bool same = std::to_string(one.first.value) ==
                                  std::to_string(std::stod(std::string(row.fields[3])));
                const bool role = slug(one.first.role) == row.fields[5] ||
                                  row.fields[11].find(slug(one.first.role)) != std::string::npos;
                return same && role && holds_quote(one.second, std::string(row.fields[1]));
            };
            const auto hit = std::find_if(found.begin(), found.end(), fits);
            if (hit == found.end()) {
                ++missed;
                ADD_FAILURE() << path << ": " << row.fields[3] << ' ' << row.fields[5] << ": "
                              << row.fields[1];
            } else {
                found.erase(hit);
            }
        }
    }
    EXPECT_EQ(missed, 0U) << "of " << labels;
    EXPECT_LE(figures, labels + labels / 20);
}

}  // namespace
}  // namespace commsearch::report
