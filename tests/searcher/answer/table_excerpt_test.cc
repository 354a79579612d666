#include "searcher/answer/table_excerpt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/word/abbreviations.h"
#include "tests/support/small_index.h"

namespace commsearch::answer {
namespace {

const std::vector<std::string> columns = {"TT", "Chỉ tiêu", "Đạt"};
const std::string text = "1\tDiện tích lúa\t120\n2\tDiện tích ngô\t\n\tTổng cộng\t9,5";

word::Tokens tokens_of(std::string_view of) {
    static const word::Abbreviations abbreviations;
    return Analyzer(abbreviations).analyze(of);
}

TableExcerpt excerpt_of(std::initializer_list<std::string> terms, std::size_t max_bytes = 360,
                        const std::vector<std::string>& heads = columns) {
    plan::HighlightTerms hits;
    hits.terms = {terms.begin(), terms.end()};
    return table_excerpt(text, tokens_of(text), heads, tokens_of, hits, max_bytes);
}

std::string shown(const std::vector<TableExcerpt::Cell>& cells) {
    std::string line;
    for (const TableExcerpt::Cell& cell : cells) line += with_brackets(cell) + '/';
    return line;
}

std::string shown(const TableExcerpt& table) {
    std::string all = shown(table.columns);
    for (const auto& row : table.rows) all += ' ' + shown(row);
    return all + " +" + std::to_string(table.more_rows);
}

TEST(TableExcerptTest, ShowsTheHeadsAndTheRowsThatHoldHits) {
    EXPECT_EQ(shown(excerpt_of({"ngô"})), "TT/Chỉ tiêu/Đạt/ 2/Diện tích [ngô]// +2");
    EXPECT_EQ(shown(excerpt_of({"lúa", "9,5"})),
              "TT/Chỉ tiêu/Đạt/ 1/Diện tích [lúa]/120/ /Tổng cộng/[9,5]/ +1");
    EXPECT_EQ(shown(excerpt_of({"đạt", "lúa"})), "TT/Chỉ tiêu/[Đạt]/ 1/Diện tích [lúa]/120/ +2");
    EXPECT_EQ(shown(excerpt_of({"lúa"}, 360, {})), " 1/Diện tích [lúa]/120/ +2");
}

TEST(TableExcerptTest, ShowsTheFirstRowsWithoutAHit) {
    EXPECT_EQ(shown(excerpt_of({"mía"}, 45)),
              "TT/Chỉ tiêu/Đạt/ 1/Diện tích lúa/120/ 2/Diện tích ngô// +1");
}

TEST(TableExcerptTest, OfFewBytesIsTheRowWithTheMostWords) {
    EXPECT_EQ(shown(excerpt_of({"diện", "ngô"}, 10)), "TT/Chỉ tiêu/Đạt/ 2/[Diện] …// +2");
}

TEST(TableExcerptTest, OfAllHasEveryRow) {
    EXPECT_EQ(shown(excerpt_of({"ngô"}, every_row)),
              "TT/Chỉ tiêu/Đạt/ 1/Diện tích lúa/120/ 2/Diện tích [ngô]// /Tổng cộng/9,5/ +0");
}

TEST(TableExcerptTest, IsALineARowWhereThereAreNoColumns) {
    EXPECT_EQ(with_brackets(flat_excerpt(excerpt_of({"ngô"}))), "2 | Diện tích [ngô]");
    const std::string flat = "1 | Diện tích lúa | 120\n2 | Diện tích ngô\nTổng cộng | 9,5";
    EXPECT_EQ(with_brackets(flat_excerpt(excerpt_of({}, every_row))), flat);
    EXPECT_EQ(flat_table(text), flat);
}

}  // namespace
}  // namespace commsearch::answer
