#include "analyzers/syllable/syllable.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace commsearch::syllable {
namespace {

TEST(Syllable, PutsTheToneMarkInItsPlace) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        // new style -> old style, the 15 pairs of oa, oe, uy
        {"hoà", "hòa"},
        {"hoá", "hóa"},
        {"toả", "tỏa"},
        {"xoã", "xõa"},
        {"toạ", "tọa"},
        {"khoè", "khòe"},
        {"khoé", "khóe"},
        {"khoẻ", "khỏe"},
        {"xoẽ", "xõe"},
        {"choẹ", "chọe"},
        {"thuỳ", "thùy"},
        {"thuý", "thúy"},
        {"thuỷ", "thủy"},
        {"luỹ", "lũy"},
        {"luỵ", "lụy"},
        {"uỷ", "ủy"},
        // marks that slipped
        {"tóan", "toán"},
        {"hòan", "hoàn"},
        {"thúê", "thuế"},
        {"ngừơi", "người"},
        {"đựơc", "được"},
        {"muà", "mùa"},
        {"nghiã", "nghĩa"},
        {"giưã", "giữa"},
        {"khủyu", "khuỷu"},
        {"thủơ", "thuở"},
        {"vịêt", "việt"},
        {"qũy", "quỹ"},
        {"qúy", "quý"},
        {"gìa", "già"},
        // never touched
        {"quý", "quý"},
        {"quỹ", "quỹ"},
        {"quả", "quả"},
        {"què", "què"},
        {"già", "già"},
        {"giữa", "giữa"},
        {"gì", "gì"},
        {"gìn", "gìn"},
        {"giếng", "giếng"},
        {"giết", "giết"},
        {"hoàn", "hoàn"},
        {"hoạt", "hoạt"},
        {"thuyền", "thuyền"},
        {"huỳnh", "huỳnh"},
        {"quỳnh", "quỳnh"},
        {"khoái", "khoái"},
        {"xoay", "xoay"},
        {"quốc", "quốc"},
        {"quyết", "quyết"},
        {"nghiêng", "nghiêng"},
        {"khuya", "khuya"},
        {"mía", "mía"},
        {"được", "được"},
        {"ườm", "ườm"},
        // no syllables
        {"facebook", "facebook"},
        {"đợn", "đợn"},
        {"cháp", "cháp"},
        {"ủyban", "ủyban"},
        {"", ""}};
    for (const auto& [written, expected] : cases) {
        EXPECT_EQ(canonical_word(written), expected) << written;
        EXPECT_EQ(canonical_word(expected), expected) << "twice: " << written;
    }
}

TEST(Syllable, KnowsWhatCanBeASyllable) {
    for (const auto* const word :
         {"đảng", "ủy", "xã", "gì", "quỳnh", "nghiêng", "xoong", "a", "yêu", "thuở"}) {
        EXPECT_TRUE(is_syllable(word)) << word;
    }
    // Two tones, a level tone before a stop, foreign letters, unknown rimes, capitals.
    for (const auto* const word :
         {"hóà", "cat", "càp", "internet", "zôn", "sng", "oàn g", "đ", "Xã"}) {
        EXPECT_FALSE(is_syllable(word)) << word;
    }
}

TEST(Syllable, VariesIAndYWhereTheyAreFree) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"kỹ", "kĩ"}, {"kĩ", "kỹ"}, {"tỷ", "tỉ"},   {"lý", "lí"},   {"mỹ", "mĩ"},
        {"sĩ", "sỹ"}, {"hy", "hi"}, {"quý", "quí"}, {"quí", "quý"}, {"thi", ""},
        {"tay", ""},  {"thúy", ""}, {"y", ""},      {"bí", ""},     {"kính", ""}};
    for (const auto& [word, variant] : cases) EXPECT_EQ(i_y_variant(word), variant) << word;
}

TEST(Syllable, KeepsTheCapitalsOfWhatWasTyped) {
    const std::vector<std::array<std::string, 3>> cases = {
        {"tỉnh", "tĩnh", "tỉnh"},   {"tỉnh", "Tĩnh", "Tỉnh"}, {"ủy", "UỸ", "ỦY"},
        {"được", "Đuợc", "Được"},   {"ở", "Ơ", "Ở"},          {"trăng", "CHĂNG", "TRĂNG"},
        {"đảng", "D9ANG3", "ĐẢNG"}, {"đảng", "", "đảng"}};
    for (const auto& [syllable, typed, expected] : cases)
        EXPECT_EQ(with_capitals_of(syllable, typed), expected);
}

}  // namespace
}  // namespace commsearch::syllable
