#include "indexer/report/sections/roman_slips.h"

#include <gtest/gtest.h>

#include <string_view>

namespace commsearch::report {
namespace {

TEST(RomanSlips, OnlyTheNextNumberIsReadSo) {
    const struct {
        std::string_view line;
        std::int32_t expected;
        bool read;
    } rows[] = {
        {"H. Kết quả", 2, true},     {"IL. Kết quả", 2, true},  {"1I. Kết quả", 2, true},
        {"lI. KẾT QUẢ", 2, true},    {"IH. Nhiệm vụ", 3, true}, {"HI. Nhiệm vụ", 3, true},
        {"Ill. Nhiệm vụ", 3, true},  {"TV. Đề nghị", 4, true},  {"1V/ Đề nghị", 4, true},
        {"VH. Đề nghị", 7, true},    {"VIH. Đề nghị", 8, true}, {"H. Kết quả", 3, false},
        {"11. Kết quả", 2, false},   {"H. kết quả", 2, false},  {"H Kết quả", 2, false},
        {"Hội. Kết quả", 2, false},  {"II", 2, false},          {"", 2, false},
        {"H. Con Cuông", 25, false},
    };
    for (const auto& row : rows) {
        const HeadingMark mark = misread_roman_mark(row.line, row.expected);
        EXPECT_EQ(mark.level == HeadingMark::roman, row.read) << row.line;
        EXPECT_EQ(mark.number, row.read ? row.expected : 0) << row.line;
    }
}

}  // namespace
}  // namespace commsearch::report
