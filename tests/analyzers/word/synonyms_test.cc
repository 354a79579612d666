#include "analyzers/word/synonyms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.h"

namespace commsearch::word {
namespace {

using Words = std::vector<std::string>;

std::vector<Synonyms> synonyms_of(const std::string& text) {
    static const Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    return synonyms_in(analyzer.analyze(text, abbreviation::Reading::query));
}

TEST(Synonyms, WordsThatMeanTheSame) {
    const struct {
        std::string text;
        std::uint32_t position;
        std::uint16_t span;
        Words others;
    } rows[] = {
        {"heo", 0, 1, {"lợn"}},
        {"đàn lợn nái", 1, 1, {"heo"}},
        {"trồng bắp", 1, 1, {"ngô"}},
        {"khoai mì", 0, 2, {"sắn", "củ mì"}},
        {"trong khoai mi", 1, 2, {"sắn", "củ mì"}},
        {"sắn", 0, 1, {"khoai mì", "củ mì"}},
        {"làm sổ đỏ", 1, 2, {"bìa đỏ", "sổ hồng", "giấy chứng nhận quyền sử dụng đất"}},
        {"vườn cây ăn trái", 1, 3, {"cây ăn quả"}},
    };
    for (const auto& [text, position, span, others] : rows) {
        const std::vector<Synonyms> found = synonyms_of(text);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found.front().position, position) << text;
        EXPECT_EQ(found.front().span, span) << text;
        EXPECT_EQ(found.front().others, others) << text;
    }
}

TEST(Synonyms, SomethingElseHasNone) {
    for (const std::string text : {"rau bắp cải", "Ngô Văn Tư", "củ sắn dây", "câu lạc bộ", "lon",
                                   "bap", "bí ngô non", "cá mè hoa", "hộ nghèo"}) {
        for (const Synonyms& found : synonyms_of(text))
            EXPECT_NE(found.span, 1U) << text << ": " << found.others.front();
    }
}

}  // namespace
}  // namespace commsearch::word
