#include "indexer/report/places/gazetteer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "tests/indexer/report/parser/real_reports.h"

namespace commsearch::report {
namespace {

std::vector<std::string> codes(const std::vector<Commune>& communes) {
    std::vector<std::string> found;
    found.reserve(communes.size());
    for (const Commune& commune : communes) found.push_back(commune.code);
    return found;
}

PlaceHint hint(std::string commune, std::string district = {}, std::string province = {},
               std::uint32_t date = 0) {
    return {std::move(commune), std::move(district), std::move(province), Date::of_number(date)};
}

TEST(GazetteerTest, FindsByNameDistrictProvinceAndTime) {
    struct Row {
        PlaceHint hint;
        std::vector<std::string> codes;
    };
    const std::vector<Row> rows = {
        {hint("Cao Ngọc"), {"15079"}},
        {hint("CAO NGỌC", "Huyện Ngọc Lặc", "Thanh Hoá", 20231010), {"15079"}},
        {hint("cao ngoc"), {"15079"}},
        // From 2025-07 there is none of that name; a year alone leaves the epoch open.
        {hint("Cao Ngọc", {}, {}, 20250801), {}},
        {hint("Cao Ngọc", {}, {}, 20250000), {"15079"}},
        {hint("Ngọk Lây", {}, {}, 20231020), {"23404"}},
        // One name, two places, decided by the date.
        {hint("Cẩm Mỹ", {}, {}, 20231130), {"18739"}},
        {hint("Cẩm Mỹ", {}, {}, 20250701), {"26341"}},
        {hint("Cẩm Duệ", {}, {}, 20251001), {"18739"}},
        // By district with and without type, or province.
        {hint("Tân Lập", "Lục Ngạn"), {"07594"}},
        {hint("Tân Lập", "huyện Lục Ngạn"), {"07594"}},
        {hint("Tan Lap", "luc ngan", "bac giang"), {"07594"}},
        {hint("Đắk Mil", {}, {}, 20250801),
         codes(Gazetteer().find(hint("Dak Mil", {}, {}, 20250801)))},
        // Contradictions fit nothing.
        {hint("Cao Ngọc", "Cẩm Xuyên"), {}},
        {hint("Không Có Xã Này"), {}},
    };
    const Gazetteer gazetteer;
    for (const Row& row : rows) {
        EXPECT_EQ(codes(gazetteer.find(row.hint)), row.codes)
            << row.hint.commune << ", " << row.hint.district << ", " << row.hint.date.text();
    }
    EXPECT_GE(gazetteer.find(hint("Tân Lập")).size(), 20U);
    EXPECT_FALSE(gazetteer.find(hint("Đắk Mil", {}, {}, 20250801)).empty());
    // A town and a rural district of one name: the type decides.
    EXPECT_EQ(gazetteer.find(hint("", "Thị xã Kỳ Anh"))[0].district, "Thị xã Kỳ Anh");
    EXPECT_EQ(gazetteer.find(hint("", "Huyện Kỳ Anh"))[0].district, "Huyện Kỳ Anh");
}

TEST(GazetteerTest, ByCodeNeedsTheEpoch) {
    const Gazetteer gazetteer;
    const Commune before = gazetteer.by_code(Epoch::before_2025_07, "18739");
    const Commune expected{.epoch = Epoch::before_2025_07,
                           .code = "18739",
                           .type = "xã",
                           .name = "Cẩm Mỹ",
                           .district = "Huyện Cẩm Xuyên",
                           .district_code = "446",
                           .province = "Hà Tĩnh",
                           .province_code = "42"};
    EXPECT_EQ(before, expected);
    const Commune from = gazetteer.by_code(Epoch::from_2025_07, "18739");
    EXPECT_EQ(from.name, "Cẩm Duệ");
    EXPECT_TRUE(from.district.empty());
    EXPECT_TRUE(gazetteer.by_code(Epoch::before_2025_07, "99999").code.empty());
    EXPECT_TRUE(gazetteer.by_code(Epoch::unknown, "18739").code.empty());
}

TEST(GazetteerTest, Successors) {
    const Gazetteer gazetteer;
    const auto of = [&](std::string_view code) {
        return codes(gazetteer.successors(gazetteer.by_code(Epoch::before_2025_07, code)));
    };
    EXPECT_EQ(of("15079"), std::vector<std::string>{"15124"});
    EXPECT_EQ(of("18739"), std::vector<std::string>{"18739"});
    EXPECT_TRUE(gazetteer.successors(gazetteer.by_code(Epoch::from_2025_07, "18739")).empty());
    EXPECT_TRUE(gazetteer.successors({}).empty());
}

TEST(GazetteerTest, Predecessors) {
    const Gazetteer gazetteer;
    EXPECT_EQ(codes(gazetteer.predecessors(gazetteer.by_code(Epoch::from_2025_07, "15124"))),
              (std::vector<std::string>{"15064", "15079", "15121", "15124"}));
    EXPECT_TRUE(gazetteer.predecessors(gazetteer.by_code(Epoch::before_2025_07, "15124")).empty());
}

TEST(GazetteerTest, ProvincesAndDistricts) {
    const Gazetteer gazetteer;
    const std::vector<Region> regions = gazetteer.regions();
    EXPECT_EQ(regions.size(), 63U + 696U + 34U);
    const auto region = [&](Epoch epoch, const std::string& code) {
        for (const Region& one : regions) {
            if (one.epoch == epoch && one.code == code) return one;
        }
        return Region{};
    };
    const Region old = region(Epoch::before_2025_07, "02");
    EXPECT_EQ(old.name, "Hà Giang");
    EXPECT_EQ(old.successor, "08");
    EXPECT_EQ(region(Epoch::from_2025_07, "08").name, "Tuyên Quang");
    const Region district = region(Epoch::before_2025_07, "446");
    EXPECT_EQ(district.name, "Cẩm Xuyên");
    EXPECT_EQ(district.province_code, "42");
    for (const Region& one : regions) {
        const bool old_province =
            one.level == Region::Level::province && one.epoch == Epoch::before_2025_07;
        EXPECT_EQ(!one.successor.empty(), old_province) << one.name;
    }
    EXPECT_TRUE(gazetteer.is_province("ha giang"));
    EXPECT_TRUE(gazetteer.is_province("Tỉnh Thanh Hoá"));
    EXPECT_FALSE(gazetteer.is_province("Cao Ngọc"));
}

TEST(GazetteerTest, EveryRowOfTheMappingLeadsSomewhere) {
    const Gazetteer gazetteer;
    std::size_t unknown_old = 0;
    const std::string table = file_content(std::filesystem::path(COMMSEARCH_SOURCE_DIR) /
                                           "indexer/dictionaries/successors_2025_07.tsv");
    const std::vector<TsvRow> rows = tsv_rows(table);
    EXPECT_EQ(rows.size(), 10584U);
    for (const TsvRow& row : rows) {
        EXPECT_FALSE(gazetteer.by_code(Epoch::from_2025_07, row.fields[1]).code.empty())
            << "line " << row.line;
        EXPECT_TRUE(row.fields[2] == "full" || row.fields[2] == "partial") << "line " << row.line;
        if (gazetteer.by_code(Epoch::before_2025_07, row.fields[0]).code.empty()) ++unknown_old;
    }
    // 12 old codes (and 5 island districts) are not in the list of June 2025.
    EXPECT_LE(unknown_old, 20U);
}

}  // namespace
}  // namespace commsearch::report
