#include "searcher/plan/comparisons.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.h"

namespace commsearch::plan {
namespace {

std::vector<Comparison> read(const std::string& text) {
    static const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    return comparisons_in(text, analyzer.analyze(text, abbreviation::Reading::query));
}

TEST(Comparisons, AreReadAsTheyAreTyped) {
    const struct {
        std::string text;
        std::vector<double> held, not_held;
        std::string unit;  ///< "%": a percentage
    } rows[] = {
        {"trên 98%", {98.1, 100}, {98, 97}, "%"},
        {"tren 98%", {99}, {98}, "%"},
        {"dưới 5 %", {0, 4.9}, {5}, "%"},
        {"không dưới 90%", {90, 91}, {89.9}, "%"},
        {"không quá 15 ngày", {15, 1}, {16}, "ngày"},
        {"ít nhất 20 hộ", {20}, {19}, "hộ"},
        {"hộ nghèo chưa đến 3%", {2.9}, {3}, "%"},
        {"BHYT >= 95", {95, 96}, {94.9}, ""},
        {"BHYT >=95%", {95}, {94}, "%"},
        {"BHYT ≥ 95%", {95}, {94}, "%"},
        {"< 5%", {4}, {5}, "%"},
        {"từ 10 đến 20 ha", {10, 20}, {9.9, 20.1}, "ha"},
        {"từ 10 ha đến 20 ha", {15}, {21}, "ha"},
        {"từ 90% đến 95%", {92}, {96}, "%"},
        {"từ 90% trở lên", {90}, {89}, "%"},
        {"90 phần trăm trở lên", {90}, {89}, "%"},
        {"5 ha trở xuống", {5, 1}, {5.1}, "ha"},
        {"thu ngân sách trên 1.000 triệu đồng", {1001}, {1000}, "triệu"},
    };
    for (const auto& [text, held, not_held, unit] : rows) {
        const std::vector<Comparison> found = read(text);
        ASSERT_EQ(found.size(), 1U) << text;
        for (const double value : held) EXPECT_TRUE(found[0].holds(value)) << text << ' ' << value;
        for (const double value : not_held)
            EXPECT_FALSE(found[0].holds(value)) << text << ' ' << value;
        EXPECT_EQ(found[0].is_percent ? "%" : found[0].unit, unit) << text;
    }
}

TEST(Comparisons, OtherNumbersAreNone) {
    for (const std::string text :
         {"trên địa bàn", "hộ nghèo 2,03%", "từ 2021 đến 2025", "trên 2023", "dưới 19/19",
          "Nghị quyết 16", "ngày 15/7/2025", "từ tháng 3 đến tháng 5", "hơn"}) {
        EXPECT_TRUE(read(text).empty()) << text;
    }
}

TEST(Comparisons, UnitsOfAKindAreTurnedIntoEachOther) {
    for (const Unit& unit : units_like("triệu")) {
        if (unit.word == "tỷ") {
            EXPECT_EQ(unit.factor, 1000);
        }
        if (unit.word == "đồng") {
            EXPECT_EQ(unit.factor, 1e-6);
        }
    }
    EXPECT_EQ(units_like("hộ").size(), 1U);
}

}  // namespace
}  // namespace commsearch::plan
