#include "analyzers/word/word_key.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace commsearch::word {
namespace {

TEST(WordKey, IsWhatAWordIsSearchedBy) {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Đường", "Đường"},     {"m²", "m2"},
        {"km³", "km3"},         {"ﬁle", "file"},
        {"Ｗｉｆｉ", "Wifi"},   {"Ⅲ", "III"},
        {"２５", "25"},         {"lư\u00ADợng", "lượng"},
        {"n\u200Bước", "nước"}, {"H'Mông", "HMông"},
        {"xã\u2060", "xã"},     {"Hоà", "Hoà"},
        {"а\u0301n", "án"},     {"Москва", "Москва"},
        {"\u00AD", "\u00AD"},
    };
    for (const auto& [written, key] : rows) {
        EXPECT_EQ(word_key(written), key) << written;
        EXPECT_EQ(word_key(key), key) << "twice: " << written;
    }
}

}  // namespace
}  // namespace commsearch::word
