#include "searcher/render/table_text.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "analyzers/base/unicode.h"

namespace commsearch::render {
namespace {

const std::vector<std::string> heads = {"TT", "Chỉ tiêu", "Kế hoạch", "Đạt"};
const std::vector<std::vector<std::string>> rows = {
    {"1", "Thu ngân sách trên địa bàn xã", "9.860", "10.433,5"},
    {"", "Tổng c\u00F4\u0323ng", "", "7"},
};

std::vector<CellWords> words(const std::vector<std::string>& cells) {
    std::vector<CellWords> all;
    for (const std::string& cell : cells) all.push_back(words_of(cell));
    return all;
}

std::string table_of(std::size_t width, bool has_heads = true) {
    TextPage page({.width = width});
    add_table(page, has_heads ? words(heads) : std::vector<CellWords>{},
              {words(rows[0]), words(rows[1])}, 2);
    return page.take();
}

TEST(TableText, StandsInColumns) {
    EXPECT_EQ(table_of(80),
              "  TT | Chỉ tiêu                      | Kế hoạch | Đạt\n"
              "  ---+-------------------------------+----------+---------\n"
              "  1  | Thu ngân sách trên địa bàn xã | 9.860    | 10.433,5\n"
              "     | Tổng c\u00F4\u0323ng                     |          | 7\n");
    EXPECT_EQ(table_of(80, false),
              "  1 | Thu ngân sách trên địa bàn xã | 9.860 | 10.433,5\n"
              "    | Tổng c\u00F4\u0323ng                     |       | 7\n");
}

TEST(TableText, BreaksLongCellsToFitThePage) {
    EXPECT_EQ(table_of(40),
              "  TT | Chỉ tiêu    | Kế hoạch | Đạt\n"
              "  ---+-------------+----------+---------\n"
              "  1  | Thu ngân    | 9.860    | 10.433,5\n"
              "     | sách trên   |          |\n"
              "     | địa bàn xã  |          |\n"
              "     | Tổng c\u00F4\u0323ng   |          | 7\n");
}

TEST(TableText, IsAListWhereThePageIsNarrow) {
    const std::vector<std::string> wide(12, "nghìn");
    TextPage page({.width = 40});
    add_table(page, words(wide), {words({"1", "", "3"})}, 2);
    EXPECT_EQ(page.take(), "  nghìn: 1 · nghìn: 3\n");
}

}  // namespace
}  // namespace commsearch::render
