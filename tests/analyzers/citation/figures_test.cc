#include "analyzers/citation/figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.h"

namespace commsearch::citation {
namespace {

using Terms = std::vector<std::string>;

/// What each figure of `text` is called and how it is written there.
Terms figures(const std::string& text, abbreviation::Reading reading) {
    static const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    Terms found;
    for (const word::Token& token : analyzer.analyze(text, reading)) {
        if (token.kind == word::Token::Kind::figure)
            found.push_back(token.term + " = " + text.substr(token.begin, token.end - token.begin));
    }
    return found;
}

TEST(Figures, SharesAndPercentagesAsAWhole) {
    const struct {
        std::string text;
        Terms terms;
    } rows[] = {
        {"đạt 19/19 tiêu chí", {"19/19 = 19/19"}},
        {"giữ 08/08 thôn", {"8/8 = 08/08"}},
        {"giải ngân 4.120/7.300 triệu đồng", {"4120/7300 = 4.120/7.300"}},
        {"692,89/680 ha", {"692,89/680 = 692,89/680"}},
        {"bằng 98,5%", {"98,5 % = 98,5%"}},
        {"98.5 % hộ", {"98,5 % = 98.5 %"}},
        {"98,5 phần trăm", {"98,5 % = 98,5 phần trăm"}},
        {"đạt 12/15 (80%)", {"12/15 = 12/15", "80 % = 80%"}},
        {"95-98%", {"98 % = 98%"}},
        {"ngày 15/7/2025", {}},
        {"kỳ họp tháng 6/2024", {}},
        {"trong 6/2024", {}},
        {"16/NQ-TU", {}},
        {"131/2021/NĐ-CP", {}},
        {"tăng 0,8 điểm phần trăm", {}},
        {"2 / 3 hộ", {}},
    };
    for (const auto& [text, terms] : rows) {
        EXPECT_EQ(figures(text, abbreviation::Reading::document), terms) << text;
        EXPECT_EQ(figures(text, abbreviation::Reading::query), terms) << text;
    }
}

/// 2/9 is a day to a document that says so; who asks for it may mean the share.
TEST(Figures, ADayMayBeAShare) {
    EXPECT_EQ(figures("dịp 2/9", abbreviation::Reading::document), Terms{});
    EXPECT_EQ(figures("2/9 hộ", abbreviation::Reading::document), Terms{"2/9 = 2/9"});
    EXPECT_EQ(figures("2/9", abbreviation::Reading::query), Terms{"2/9 = 2/9"});
}

}  // namespace
}  // namespace commsearch::citation
