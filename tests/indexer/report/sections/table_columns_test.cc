#include "indexer/report/sections/table_columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/source/source.h"
#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

TEST(TableColumns, JoinTheHeadsOfEachColumn) {
    struct Row {
        std::vector<std::string_view> heads;
        std::vector<std::string> labels;
    };
    const std::vector<Row> rows = {
        {{}, {}},
        {{"TT\tChỉ tiêu\tĐạt"}, {"TT", "Chỉ tiêu", "Đạt"}},
        {{"\t2022\t2023"}, {"", "2022", "2023"}},
        {{"TT\tKế hoạch 2024\t\tThực hiện", "\tTỉnh\tXã\t"},
         {"TT", "Kế hoạch 2024 / Tỉnh", "Kế hoạch 2024 / Xã", "Thực hiện"}},
        {{"TT\tThu\tChi", "(1)\t(2)\t(3)=(2)/(1)"}, {"TT", "Thu", "Chi"}},
        {{"Tên\tSố", "\tHộ\tNgười"}, {"Tên", "Số / Hộ", "Số / Người"}},
    };
    for (const Row& row : rows) EXPECT_EQ(column_labels(row.heads), row.labels);
}

source::RawDocument with_table() {
    source::RawDocument document;
    document.text =
        "BÁO CÁO\nKết quả tháng 6 năm 2024\nTT\tChỉ tiêu\tĐạt\n1\tLúa\t120\n2\tNGÔ VÀ KHOAI\t9\n"
        "II. KINH TẾ\tx\ty\nLời dẫn sau bảng.\n";
    document.tables = {{.first_line = 3, .last_line = 6, .header_rows = 1}};
    return document;
}

TEST(TableColumns, RowsArePassagesOfTheirOwnAndNeverHeadings) {
    const Report report = parsed(with_table());
    EXPECT_EQ(report.title, "Báo cáo Kết quả tháng 6 năm 2024");
    ASSERT_EQ(report.sections.size(), 1U);
    EXPECT_TRUE(report.sections[0].heading_path.empty());
    const std::vector<Passage> expected = {
        {"1\tLúa\t120\n2\tNGÔ VÀ KHOAI\t9\nII. KINH TẾ\tx\ty",
         4,
         6,
         0,
         1,
         {"TT", "Chỉ tiêu", "Đạt"}},
        {"Lời dẫn sau bảng.", 7, 7, 0, 0, {}},
    };
    EXPECT_EQ(report.sections[0].passages, expected);
}

TEST(TableColumns, StandWithEachRunOfRows) {
    source::RawDocument document;
    document.text = "Mở đầu.\nTên\tViệc\tSố\n";
    for (int i = 1; i <= 40; ++i)
        document.text += "Thôn\tlàm đường bê tông liên xóm dài\t" + std::to_string(i) + "\n";
    document.tables = {{.first_line = 2, .last_line = 42, .header_rows = 1}};
    const Report report = parsed(document);
    ASSERT_EQ(report.sections.size(), 1U);
    std::size_t rows = 0;
    for (const Passage& passage : report.sections[0].passages) {
        if (passage.table == 0) continue;
        EXPECT_EQ(passage.columns, (std::vector<std::string>{"Tên", "Việc", "Số"}));
        EXPECT_LE(word_count(passage.text), 180U);
        rows += static_cast<std::size_t>(
            std::count(passage.text.begin(), passage.text.end(), '\n') + 1);
    }
    EXPECT_EQ(rows, 40U);
}

TEST(TableColumns, AreIndexedWhereATableIsAllThatAPaperHolds) {
    source::RawDocument document;
    document.text = "Tên\tSố hộ\nẤp 1\t12\n";
    document.tables = {{.first_line = 1, .last_line = 2, .header_rows = 1}};
    const Report report = parsed(document);
    EXPECT_EQ(report.title, "");
    ASSERT_EQ(report.sections.size(), 1U);
    EXPECT_EQ(report.sections[0].passages.at(0).text, "Ấp 1\t12");
}

void count_words(std::string_view text, int change, std::map<std::string, int>& counts) {
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) counts[word] += change;
}

/// A law: each word of a row of a table stands in a passage of a table, or in its columns.
TEST(TableColumns, NothingOfATableIsLost) {
    namespace fs = std::filesystem;
    std::size_t tables = 0;
    const auto check = [&](const source::RawDocument& document) {
        tables += document.tables.size();
        std::map<std::string, int> missing;
        for (const Line& line : lines_of(document.text, document.tables)) {
            const bool numbers =
                line.is_head && source::numbers_columns(source::cells_of(line.text));
            if (line.table != 0 && !numbers) count_words(line.text, 1, missing);
        }
        const Report report = parsed(document);
        for (const Section& section : report.sections) {
            for (const Passage& passage : section.passages) {
                if (passage.table == 0) continue;
                count_words(passage.text, -1, missing);
                for (const std::string& column : passage.columns)
                    count_words(column, -1000, missing);
            }
        }
        for (const auto& [word, count] : missing)
            EXPECT_LE(count, 0) << word << " of " << document.path;
    };
    const fs::path root = COMMSEARCH_SOURCE_DIR;
    for (const char* const folder : {"corpus", "tests/indexer/formats"}) {
        for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
            const std::string ending = file.path().extension();
            if (ending != ".html" && ending != ".docx" && ending != ".odt" && ending != ".txt")
                continue;
            source::read_source({file.path(), file.path().filename(), 0}, check,
                                [](const auto&) {});
        }
    }
    EXPECT_GE(tables, 3U);
}

}  // namespace
}  // namespace commsearch::report
