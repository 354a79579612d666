#include "searcher/facets/facet_value_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/value/place_id.h"
#include "searcher/facets/facet_table.h"
#include "searcher/match/condition_evaluator.h"
#include "tests/searcher/monthly_reports.h"

namespace commsearch::facets {
namespace {

using Numbers = std::vector<std::uint64_t>;

const index::IndexReader& opened() {
    static const index::IndexReader index(monthly_reports().folder());
    return index;
}

TEST(FacetValueParser, TimesAndSlugsAsNumbers) {
    const struct {
        FacetKind kind;
        std::string value;
        Numbers numbers;
    } rows[] = {
        {FacetKind::year, "2023", {2023}},
        {FacetKind::period_year, "2023", {2023}},
        {FacetKind::quarter, "2023-Q4", {20234}},
        {FacetKind::month, "2023-10", {202310}},
        {FacetKind::period, "2023-10", {202310202310}},
        {FacetKind::period, "2023-Q3", {202307202309}},
        {FacetKind::period, "2023-H1", {202301202306}},
        {FacetKind::period, "2023-M09", {202301202309}},
        {FacetKind::period, "2023", {202301202312}},
        {FacetKind::period, "2023-10/2024-02", {202310202402}},
        {FacetKind::issuer, "dang-uy", {1}},
        {FacetKind::issuer, "Đảng ủy", {1}},
        {FacetKind::type, "bao-cao", {1}},
        {FacetKind::plan_or_result, "next", {2}},
        {FacetKind::level, "trung-uong", {1}},
        {FacetKind::level, "cấp tỉnh", {2}},
        {FacetKind::level, "phường", {4}},
        {FacetKind::heading,
         "1. Y tế",
         {opened().columns().heading_place(schema::heading_number("1. Y tế"))}},
        {FacetKind::commune, "Cao Ngọc", {PlaceId::parse("pre2025:15079").number()}},
        {FacetKind::commune, "pre2025:15079", {PlaceId::parse("pre2025:15079").number()}},
    };
    for (const auto& [kind, value, numbers] : rows)
        EXPECT_EQ(parse_facet_value(opened(), facet_row(kind), value), numbers)
            << facet_name(kind) << ' ' << value;
}

TEST(FacetValueParser, ADistrictStandsForItsCommunes) {
    const Numbers numbers =
        parse_facet_value(opened(), facet_row(FacetKind::commune), "huyện Ngọc Lặc");
    EXPECT_NE(std::find(numbers.begin(), numbers.end(), PlaceId::parse("pre2025:15079").number()),
              numbers.end());
    EXPECT_FALSE(
        passages_of_value(opened(), facet_row(FacetKind::commune), "huyện Ngọc Lặc").empty());
}

TEST(FacetValueParser, UnknownIsAValueOfEachFacet) {
    for (const FacetRow& row : facet_table()) {
        for (const std::string_view value : {std::string_view(), unknown_value}) {
            EXPECT_EQ(parse_facet_value(opened(), row, value), Numbers{0}) << row.name;
            EXPECT_TRUE(passages_of_value(opened(), row, value).empty()) << "no term tells it";
        }
    }
}

TEST(FacetValueParser, WhatIsNoValueIsRefusedWithWhatTheFacetHas) {
    const struct {
        FacetKind kind;
        std::vector<std::string> values;
        std::string told;
    } rows[] = {
        {FacetKind::year, {"23", "20233", "x", "2 23", "-023", "2023-01"}, "2023"},
        {FacetKind::quarter, {"2023", "2023-Q0", "2023-Q5", "2023-q1", "2023-Q12"}, "2023-Q4"},
        {FacetKind::month,
         {"2023", "2023-13", "2023-00", "2023-1", "2023/10", "2023-1x"},
         "2023-10"},
        {FacetKind::period,
         {"23", "2023-", "2023-Q", "2023-Q5", "2023-H3", "2023-M13", "2023-M0", "2023-X1",
          "2023-10/", "/", "2023-10/2024", "2023-13", "20231"},
         "2023-10, 2023-Q3, 2023-H1, 2023-M09, 2023"},
        {FacetKind::issuer, {"Đảng", "dang"}, "dang-uy"},
        {FacetKind::type, {"báo cáo"}, "bao-cao"},
        {FacetKind::plan_or_result, {"now"}, "past, next"},
        {FacetKind::commune, {"Không Có", "pre2025:99999"}, "xã Cao Ngọc"},
        {FacetKind::district, {"Huyện Không", "Thanh Hóa"}, "Huyện Ngọc Lặc"},
        {FacetKind::province, {"Huyện Ngọc Lặc"}, "Thanh Hóa"},
        {FacetKind::topic, {"qqqq"}, "y-te-dan-so"},
    };
    for (const auto& [kind, values, told] : rows) {
        for (const std::string& value : values) {
            try {
                (void)parse_facet_value(opened(), facet_row(kind), value);
                ADD_FAILURE() << facet_name(kind) << " took " << value;
            } catch (const UsageError& error) {
                EXPECT_NE(error.message().en.find(told), std::string::npos) << error.message().en;
                EXPECT_NE(error.message().vi.find(told), std::string::npos) << error.message().vi;
            }
        }
    }
}

TEST(FacetValueParser, RegionsByKeyOrNameWithOrWithoutAccents) {
    const auto names = [](FacetKind kind, std::string_view value) {
        std::set<std::string> keys;
        for (const std::uint64_t number : parse_facet_value(opened(), facet_row(kind), value))
            keys.insert(opened().snapshot().facet_tables().regions().at(number - 1).key);
        return keys;
    };
    const std::set<std::string> district = {"pre2025:thanh-hoa/huyen-ngoc-lac"};
    for (const std::string value : {"Huyện Ngọc Lặc", "Ngọc Lặc", "ngoc lac", "huyen ngoc lac",
                                    "NGỌC LẶC", "pre2025:thanh-hoa/huyen-ngoc-lac"}) {
        EXPECT_EQ(names(FacetKind::district, value), district) << value;
    }
    EXPECT_EQ(names(FacetKind::province, "thanh hoa"),
              (std::set<std::string>{"pre2025:thanh-hoa", "post2025:thanh-hoa"}));
    EXPECT_EQ(names(FacetKind::province, "pre2025:thanh-hoa"),
              std::set<std::string>{"pre2025:thanh-hoa"});
}

/// The term of a value and the numbers of a value mean the same passages.
TEST(FacetValueParser, AQueryFindsThePassagesWithTheValue) {
    const struct {
        FacetKind kind;
        std::vector<std::string> values;
    } rows[] = {
        {FacetKind::commune, {"Cao Ngọc", "Bản Liền", "Minh Sơn", "pre2025:15079"}},
        {FacetKind::year, {"2023", "2022"}},
        {FacetKind::quarter, {"2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"}},
        {FacetKind::month, {"2023-01", "2023-05", "2023-12"}},
        {FacetKind::topic, {"y tế", "giao-duc", "phuong-huong-nhiem-vu"}},
        {FacetKind::type, {"bao-cao", "ke-hoach", "nghi-quyet"}},
        {FacetKind::issuer, {"ubnd"}},
    };
    const match::ConditionEvaluator evaluator(opened(),
                                              std::chrono::steady_clock::time_point::max());
    const schema::Columns& columns = opened().columns();
    std::size_t found = 0;
    for (const auto& [kind, values] : rows) {
        for (const std::string& value : values) {
            const index::PassageSet set =
                evaluator.meeting(passages_of_value(opened(), facet_row(kind), value));
            const Numbers numbers = parse_facet_value(opened(), facet_row(kind), value);
            for (std::uint32_t document = 1; document <= columns.documents(); ++document) {
                if (columns.section_of(document) == schema::no_section) continue;
                bool has = false;
                const schema::SectionRow& section = columns.section_at(document);
                facet_row(kind)
                    .numbers(opened().snapshot().facet_tables(), columns.report_of(section),
                             section)
                    .each([&](std::uint64_t number) {
                        has = has ||
                              std::find(numbers.begin(), numbers.end(), number) != numbers.end();
                    });
                EXPECT_EQ(set.holds(document), has)
                    << facet_name(kind) << ' ' << value << ", document " << document;
                found += has ? 1 : 0;
            }
        }
    }
    EXPECT_GT(found, 300U);
}

}  // namespace
}  // namespace commsearch::facets
