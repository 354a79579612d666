#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "analyzers/value/place_id.h"
#include "searcher/facets/facet_table.h"
#include "searcher/index/facet_tables.h"

namespace commsearch::facets {
namespace {

schema::PlaceEntry place(const std::string& key, const std::string& name,
                         const std::string& district, const std::string& province,
                         const std::vector<std::string>& successors = {}) {
    schema::PlaceEntry entry;
    entry.key = key;
    entry.type = "xã";
    entry.name = name;
    entry.district = district;
    entry.province = province;
    entry.successors = successors;
    return entry;
}

const index::FacetTables& tables() {
    static const std::vector<schema::PlaceEntry> places = {
        place("pre2025:00001", "Cao Ngọc", "Huyện Ngọc Lặc", "Thanh Hóa", {"post2025:00007"}),
        place("pre2025:00002", "Tân Lập", "Huyện Bắc Quang", "Hà Giang",
              {"post2025:00008", "post2025:00009"}),
        place("pre2025:00003", "Không Rõ", "", ""),
        place("pre2025:00004", "Mỹ Yên", "Huyện Ngọc Lặc", "Thanh Hóa", {"post2025:404"}),
        place("post2025:00007", "Minh Sơn", "", "Thanh Hóa"),
        place("post2025:00008", "Bằng Lang", "", "Tuyên Quang"),
        place("post2025:00009", "Bắc Quang", "", "Tuyên Quang"),
    };
    static const std::vector<schema::TopicEntry> topics = {
        {"kinh-te", "", "Kinh tế"},
        {"nong-nghiep", "kinh-te", "Nông nghiệp"},
        {"trong-trot", "nong-nghiep", "Trồng trọt"},
        {"van-hoa", "", "Văn hóa"},
        {"vong-a", "vong-b", "A"},  // a damaged table: each above the other
        {"vong-b", "vong-a", "B"},
    };
    static const std::vector<schema::RegionEntry> regions = {
        {"pre2025:38", "tỉnh", "Thanh Hóa", "", "post2025:38", 2},
        {"pre2025:02", "tỉnh", "Hà Giang", "", "post2025:08"},
        {"pre2025:389", "huyện", "Ngọc Lặc", "pre2025:38", "", 1},
        {"pre2025:034", "huyện", "Bắc Quang", "pre2025:02", "", 1},
        {"pre2025:035", "thành phố", "Hà Giang", "pre2025:02", ""},
        {"pre2025:036", "huyện", "Lạc Loài", "pre2025:99", "", 1},  // a damaged table
        {"post2025:08", "tỉnh", "Tuyên Quang", "", "", 1},
        {"post2025:38", "tỉnh", "Thanh Hóa", "", ""},
    };
    static const index::FacetTables all(places, regions, topics);
    return all;
}

/// Values as people name them: of places and regions their keys, else numbers.
std::set<std::string> told(FacetKind kind, const schema::ReportRow& report,
                           const schema::SectionRow& section = {}) {
    std::set<std::string> values;
    facet_row(kind).numbers(tables(), report, section).each([&](std::uint64_t number) {
        const bool is_region = kind == FacetKind::district || kind == FacetKind::province;
        if (is_region && number != 0) {
            values.insert(tables().regions().at(number - 1).key);
        } else if (kind == FacetKind::commune && number != 0) {
            const schema::PlaceEntry* const entry = tables().place(number);
            values.insert(entry == nullptr ? "?" : entry->key);
        } else {
            values.insert(std::to_string(number));
        }
    });
    return values;
}

using Values = std::set<std::string>;

TEST(FacetTables, APlaceCountsForThoseThatTookItOver) {
    const struct {
        std::string key;
        Values communes, districts, provinces;
    } rows[] = {
        {"pre2025:00001",
         {"pre2025:00001", "post2025:00007"},
         {"pre2025:thanh-hoa/huyen-ngoc-lac"},
         {"pre2025:thanh-hoa", "post2025:thanh-hoa"}},
        {"pre2025:00002",
         {"pre2025:00002", "post2025:00008", "post2025:00009"},
         {"pre2025:ha-giang/huyen-bac-quang"},
         {"pre2025:ha-giang", "post2025:tuyen-quang"}},
        {"pre2025:00003", {"pre2025:00003"}, {"0"}, {"0"}},
        {"pre2025:00004",  // a successor that the table lacks
         {"pre2025:00004"},
         {"pre2025:thanh-hoa/huyen-ngoc-lac"},
         {"pre2025:thanh-hoa"}},
        {"post2025:00007", {"post2025:00007"}, {"0"}, {"post2025:thanh-hoa"}},
        {"pre2025:38", {"0"}, {"0"}, {"pre2025:thanh-hoa", "post2025:thanh-hoa"}},
        {"pre2025:389",
         {"0"},
         {"pre2025:thanh-hoa/huyen-ngoc-lac"},
         {"pre2025:thanh-hoa", "post2025:thanh-hoa"}},
        {"pre2025:034",
         {"0"},
         {"pre2025:ha-giang/huyen-bac-quang"},
         {"pre2025:ha-giang", "post2025:tuyen-quang"}},
        {"pre2025:036", {"0"}, {"0"}, {"0"}},
        {"post2025:08", {"0"}, {"0"}, {"post2025:tuyen-quang"}},
    };
    for (const auto& [key, communes, districts, provinces] : rows) {
        schema::ReportRow report;
        report.place = PlaceId::parse(key).number();
        EXPECT_EQ(told(FacetKind::commune, report), communes) << key;
        EXPECT_EQ(told(FacetKind::district, report), districts) << key;
        EXPECT_EQ(told(FacetKind::province, report), provinces) << key;
    }
    schema::ReportRow unknown;
    for (const std::uint32_t number : {0U, PlaceId::parse("pre2025:99").number()}) {
        unknown.place = number;
        for (const FacetKind kind : {FacetKind::commune, FacetKind::district, FacetKind::province})
            EXPECT_EQ(told(kind, unknown), Values{"0"}) << number;
    }
}

TEST(FacetTables, APaperHasNoPlaceBelowItsLevel) {
    constexpr std::uint8_t central = 1, province = 2, district = 3, commune = 4, grassroots = 5;
    const struct {
        std::uint8_t level;
        std::string place;
        Values communes, districts, provinces;
    } rows[] = {
        {central, "", {}, {}, {}},
        {province, "pre2025:38", {}, {}, {"pre2025:thanh-hoa", "post2025:thanh-hoa"}},
        {province, "", {}, {}, {"0"}},
        {district,
         "pre2025:389",
         {},
         {"pre2025:thanh-hoa/huyen-ngoc-lac"},
         {"pre2025:thanh-hoa", "post2025:thanh-hoa"}},
        {district, "", {}, {"0"}, {"0"}},
        {commune, "", {"0"}, {"0"}, {"0"}},
        {grassroots, "pre2025:00003", {"pre2025:00003"}, {"0"}, {"0"}},
        {0, "", {"0"}, {"0"}, {"0"}},
    };
    for (const auto& [level, place, communes, districts, provinces] : rows) {
        schema::ReportRow report;
        report.level = level;
        report.place = PlaceId::parse(place).number();
        EXPECT_EQ(told(FacetKind::commune, report), communes) << level << place;
        EXPECT_EQ(told(FacetKind::district, report), districts) << level << place;
        EXPECT_EQ(told(FacetKind::province, report), provinces) << level << place;
        EXPECT_EQ(told(FacetKind::level, report), Values{std::to_string(level)});
    }
}

TEST(FacetTables, RegionsStandOnceBelowTheirProvince) {
    std::set<std::string> keys;
    for (const index::FacetRegion& region : tables().regions()) {
        EXPECT_TRUE(keys.insert(region.key).second) << region.key;
        const bool is_district = region.key.find('/') != std::string::npos;
        EXPECT_EQ(region.parent, is_district ? region.key.substr(0, region.key.find('/')) : "");
        EXPECT_EQ(region.province.empty(), !is_district) << region.key;
    }
    EXPECT_EQ(keys.size(), 6U);
    const auto region_of = [](const std::string& key) {
        const std::uint64_t number = tables().region_of(PlaceId::parse(key).number());
        return number == 0 ? std::string() : tables().regions().at(number - 1).name;
    };
    EXPECT_EQ(region_of("pre2025:00001"), "Huyện Ngọc Lặc");
    EXPECT_EQ(region_of("post2025:00008"), "Tuyên Quang");
    EXPECT_EQ(region_of("pre2025:00003"), "");
    EXPECT_EQ(region_of("pre2025:99"), "");
    EXPECT_EQ(region_of("pre2025:389"), "") << "no commune";
}

TEST(FacetTables, DatesPeriodsAndTopics) {
    schema::ReportRow report;
    report.date = 20231115;
    report.first_month = 202310;
    report.last_month = 202312;
    report.issuer = 2;
    report.type = 5;
    const schema::SectionRow section{.heading = 77, .topics = {3, 4, 0}, .plan_or_result = 1};
    const struct {
        FacetKind kind;
        Values values, unknown;
    } rows[] = {
        {FacetKind::year, {"2023"}, {"0"}},        {FacetKind::quarter, {"20234"}, {"0"}},
        {FacetKind::month, {"202312"}, {"0"}},     {FacetKind::period, {"202310202312"}, {"0"}},
        {FacetKind::period_year, {"2023"}, {"0"}}, {FacetKind::topic, {"1", "2", "3", "4"}, {"0"}},
        {FacetKind::heading, {"77"}, {"0"}},       {FacetKind::issuer, {"2"}, {"0"}},
        {FacetKind::type, {"5"}, {"0"}},           {FacetKind::plan_or_result, {"1"}, {"0"}},
    };
    for (const auto& [kind, values, unknown] : rows) {
        EXPECT_EQ(told(kind, report, section), values) << facet_name(kind);
        EXPECT_EQ(told(kind, {}), unknown) << facet_name(kind);
    }
    const schema::SectionRow circle{.topics = {5, 0, 0}};
    EXPECT_EQ(told(FacetKind::topic, report, circle), (Values{"5", "6"})) << "a circle ends";
    report.first_month = report.last_month = 0;
    report.date = 20231100;  // of a paper that reports on no period
    EXPECT_EQ(told(FacetKind::month, report), Values{"202311"}) << "the day is not known";
    EXPECT_EQ(told(FacetKind::quarter, report), Values{"20234"});
    report.date = 20230000;
    EXPECT_EQ(told(FacetKind::month, report), Values{"0"}) << "nor is the month";
    EXPECT_EQ(told(FacetKind::quarter, report), Values{"0"});
    EXPECT_EQ(told(FacetKind::year, report), Values{"2023"});
    for (std::uint32_t month = 1; month <= 12; ++month) {
        report.date = 20230001 + month * 100;
        EXPECT_EQ(told(FacetKind::quarter, report),
                  Values{std::to_string(20230 + (month + 2) / 3)});
    }
}

}  // namespace
}  // namespace commsearch::facets
