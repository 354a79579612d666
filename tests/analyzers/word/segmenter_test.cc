#include "analyzers/word/segmenter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/word/glued_words.h"

namespace commsearch::word {
namespace {

/// The segments of a text, those behind the end of a sentence with '|' before them.
std::vector<std::string> cut(const std::string& text) {
    std::vector<std::string> parts;
    for (const Segment& part : segment(text)) {
        parts.push_back((part.starts_anew ? "|" : "") +
                        text.substr(part.begin, part.end - part.begin));
    }
    return parts;
}

using Parts = std::vector<std::string>;

TEST(Segmenter, CutsWordsNumbersAndSentences) {
    const std::vector<std::pair<std::string, Parts>> cases = {
        {"Đảng ủy xã", {"Đảng", "ủy", "xã"}},
        {"", {}},
        {"  ,- ", {}},
        {"đạt 98,5% kế hoạch", {"đạt", "98,5", "kế", "hoạch"}},
        {"11.598.837.303 đồng", {"11.598.837.303", "đồng"}},
        {"7,6ha, 300m và 500KV", {"7,6", "ha", "300", "m", "và", "500", "KV"}},
        {"m3 COVID-19", {"m3", "COVID", "19"}},
        {"692,89/680 ha", {"692,89", "680", "ha"}},
        {"15/7/2025 hay 15.7.2025", {"15", "7", "2025", "hay", "15", "7", "2025"}},
        {"năm.Trong đó", {"năm", "|Trong", "đó"}},
        {"hết. Mới; và: rồi?", {"hết", "|Mới", "|và", "|rồi"}},
        {"dòng một\ndòng hai", {"dòng", "một", "dòng", "hai"}},
        {"dòng một\nDòng hai", {"dòng", "một", "|Dòng", "hai"}},
        {"dòng một\n\ndòng hai", {"dòng", "một", "|dòng", "hai"}},
        {"qua QL.1A, TP.HCM", {"qua", "QL", "1", "A", "TP", "HCM"}},
        {"của UBND.Trong năm", {"của", "UBND", "|Trong", "năm"}},
        {"mục III.KINH TẾ", {"mục", "III", "|KINH", "TẾ"}},
        {"H'Mông, 'mới' và 350m²", {"H'Mông", "mới", "và", "350", "m²"}},
        {"lư\u00ADợng\u200B tăng", {"lư\u00ADợng", "tăng"}},
        {"lúc 20:10, v.v và T.W", {"lúc", "20", "10", "v", "v", "và", "T", "W"}},
        {"16-NQ/TU", {"16", "NQ", "TU"}},
        {"5.", {"5"}},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(cut(text), expected) << text;
}

TEST(Segmenter, TellsCapitals) {
    const auto parts = segment("UBND xã Đ");
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_TRUE(parts[0].is_upper);
    EXPECT_FALSE(parts[1].is_upper);
    EXPECT_TRUE(parts[2].is_upper);
}

TEST(Segmenter, CutsEndlessWords) {
    const std::string text(1000, 'x');
    std::size_t covered = 0;
    for (const Segment& part : segment(text)) {
        EXPECT_LE(part.end - part.begin, max_segment_bytes);
        EXPECT_EQ(part.begin, covered);
        covered = part.end;
    }
    EXPECT_EQ(covered, text.size());
}

TEST(Segmenter, FindsGluedWords) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"huyệnTrung", "huyện"}, {"đạoTổ", "đạo"}, {"tràolàm", "trào"}, {"BTVTỉnh", "BTV"},
        {"UBNDxã", "UBND"},      {"Đảng", ""},     {"facebook", ""},    {"VNeID", ""},
        {"HMông", ""},           {"RLấp", ""},     {"iPhone", ""},      {"UBND", ""},
        {"nghiêng", ""},         {"McDonald", ""}};
    for (const auto& [word, head] : cases) {
        const auto border = glued_word_border(word);
        EXPECT_EQ(border ? word.substr(0, *border) : "", head) << word;
    }
}

TEST(Segmenter, FindsGluedNumbers) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"thôn5", "thôn"}, {"QL1A", "QL"}, {"COVID19", "COVID"}, {"tổ3", "tổ"}, {"NQ16", "NQ"},
        {"ĐT518B", "ĐT"},  {"B40", ""},    {"km2", ""},          {"CO2", ""},   {"H5N1", ""},
        {"abc12xyz", ""},  {"thôn", ""},   {"m3", ""},           {"KP3", "KP"}};
    for (const auto& [word, head] : cases) {
        const auto border = glued_number_border(word);
        EXPECT_EQ(border ? word.substr(0, *border) : "", head) << word;
    }
}

TEST(Segmenter, WritesNumbersOneWay) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"1.234,5", "1234,5"},
        {"1234,5", "1234,5"},
        {"1.789,30", "1789,3"},
        {"39.1", "39,1"},
        {"04", "4"},
        {"0", "0"},
        {"00", "0"},
        {"0,5", "0,5"},
        {"11.598.837.303", "11598837303"},
        {"2023", "2023"},
        {"1.234", "1234"},
        {"12.34", "12,34"},
        {"1.0", "1,0"},
        {"1,000", "1,0"},
        {"1 234 567", "1234567"},
        {"1,234,567.8", "1234567,8"},
        {"0912 345-678", "912345678"}};
    for (const auto& [digits, expected] : cases) {
        EXPECT_EQ(canonical_number(digits), expected) << digits;
        EXPECT_EQ(canonical_number(expected), expected) << "twice: " << digits;
    }
}

}  // namespace
}  // namespace commsearch::word
