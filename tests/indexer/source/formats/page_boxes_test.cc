// What programs write of a page -> words and where they stand.

#include "indexer/source/formats/page_boxes.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/source/formats/typed_page.h"

namespace commsearch::source {
namespace {

TEST(PageBoxes, WordsThatTouchAreOne) {
    const auto row = [](const char* left, const char* width, const char* word) {
        return std::string("5\t1\t0\t0\t0\t0\t") + left + "\t10\t" + width + "\t10\t100\t" + word +
               '\n';
    };
    const std::string page = "1\t1\t0\t0\t0\t0\t0\t0\t612\t792\t-1\t###PAGE###\n";
    const auto pages =
        boxed_pages(page + row("10", "6", "Đ") + row("16.2", "20", "iều") + row("39", "5", "5"));
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(pages[0].lines.at(0).text(), "Điều 5");
    const auto raised = [](const char* left, const char* mark) {
        return std::string("5\t1\t0\t0\t0\t0\t") + left + "\t10\t3\t6\t100\t" + mark + '\n';
    };
    const auto marked = boxed_pages(page + row("10", "20", "năm") + raised("30.2", "2") +
                                    row("40", "20", "120m") + raised("60.2", "2"));
    EXPECT_EQ(marked.at(0).lines.at(0).text(), "năm 2 120m2");
    EXPECT_TRUE(boxed_pages("5\t1\nnonsense\n5\t1\t0\t0\t0\t0\tnan\tinf\t1\t1\t1\tx\n").empty());
}

TEST(PageBoxes, StandUprightHoweverAPageWasScanned) {
    const BoxedPage upright = typed_page("Trong tháng xã\nđã triển khai");
    for (const bool on_its_side : {false, true}) {
        std::string tsv = on_its_side ? "1\t1\t0\t0\t0\t0\t0\t0\t864\t612\t-1\t\n"
                                      : "1\t1\t0\t0\t0\t0\t0\t0\t612\t864\t-1\t\n";
        for (const BoxedLine& line : upright.lines) {
            tsv += "4\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t\n";
            for (const BoxedWord& word : line.words) {
                const Box& box = word.box;
                const Box turned =
                    on_its_side
                        ? Box{864 - box.bottom, box.left, 864 - box.top, box.right}
                        : Box{612 - box.right, 864 - box.bottom, 612 - box.left, 864 - box.top};
                tsv += "5\t1\t0\t0\t0\t0";
                for (const double number :
                     {turned.left, turned.top, turned.width(), turned.height(), 90.0})
                    tsv += '\t' + std::to_string(number);
                tsv += '\t' + word.text + '\n';
            }
        }
        const BoxedPage page = boxed_pages(tsv).at(0);
        EXPECT_NEAR(page.lines[1].words[1].box.left, upright.lines[1].words[1].box.left, 0.01);
        EXPECT_NEAR(page.lines[1].words[1].box.top, upright.lines[1].words[1].box.top, 0.01);
    }
}

}  // namespace
}  // namespace commsearch::source
