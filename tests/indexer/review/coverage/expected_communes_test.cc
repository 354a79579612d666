#include "indexer/review/coverage/expected_communes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::review {
namespace {

using Texts = std::vector<std::string>;

const report::Gazetteer& gazetteer() {
    static const report::Gazetteer tables;
    return tables;
}

const std::set<Epoch> before = {Epoch::before_2025_07};
const std::set<Epoch> both = {Epoch::before_2025_07, Epoch::from_2025_07};

/// The codes, or what is wrong.
Texts codes(const std::string& list, const CoverageArea& area) {
    Texts found;
    try {
        for (const report::Commune& commune : listed_communes(list, "list", area, gazetteer()))
            found.push_back(commune.id().text());
    } catch (const UsageError& error) {
        found.push_back(error.message().en);
    }
    return found;
}

TEST(ListedCommunes, ALineIsACodeOrAName) {
    struct Row {
        std::string list;
        Texts expected;
    };
    const std::vector<Row> rows = {
        {"15079", {"pre2025:15079"}},
        {"pre2025:15079\n", {"pre2025:15079"}},
        {"Cao Ngọc", {"pre2025:15079"}},
        {"cao ngoc\tngoc lac", {"pre2025:15079"}},
        {"xã Cao Ngọc\tHuyện Ngọc Lặc\tThanh Hóa", {"pre2025:15079"}},
        {"\xEF\xBB\xBF# xã\tnơi\r\n\r\n Cao Ngọc \tThanh Hóa\r\n15079\r\n", {"pre2025:15079"}},
        {"15079\tThanh Hóa", {"pre2025:15079"}},
    };
    for (const Row& row : rows)
        EXPECT_EQ(codes(row.list, {"", "", before}), row.expected) << row.list;
}

TEST(ListedCommunes, ANameIsOneOfEachEpoch) {
    EXPECT_EQ(codes("Bản Liền\tLào Cai", {"", "", both}),
              (Texts{"pre2025:02869", "post2025:02869"}));
    EXPECT_EQ(codes("Bản Liền\tBắc Hà", {"", "", both}), (Texts{"pre2025:02869"}));
    EXPECT_EQ(codes("Bản Liền", {"", "Lào Cai", both}), (Texts{"pre2025:02869", "post2025:02869"}));
    EXPECT_EQ(codes("Bản Liền", {"Bắc Hà", "Lào Cai", both}), (Texts{"pre2025:02869"}));
}

TEST(ListedCommunes, EachBadLineIsNamedWithItsNumber) {
    EXPECT_EQ(codes("Cao Ngọc\n\nxyz\n\tLào Cai\n99999\n15079\tLào Cai", {"", "", before}),
              (Texts{"list: line 3: no commune “xyz” there at that time; "
                     "line 4: no commune's name or code; "
                     "line 5: no commune “99999” there at that time; "
                     "line 6: no commune “15079” there at that time"}));
    EXPECT_EQ(codes("# nothing\n", {"", "", before}), (Texts{"list: there is no commune in it"}));
    // The same code names two places of two times.
    const Texts two = codes("02869", {"", "", both});
    ASSERT_EQ(two.size(), 1U);
    EXPECT_TRUE(two[0].starts_with("list: line 1: several communes: pre2025:02869 xã Bản Liền"))
        << two[0];
    const Texts many = codes("Tân Lập", {"", "", before});
    EXPECT_TRUE(many[0].starts_with("list: line 1: several communes: ")) << many[0];
    EXPECT_TRUE(many[0].ends_with("; …")) << many[0];
    std::string long_list;
    for (int i = 0; i < 25; ++i) long_list += "xyz\n";
    EXPECT_TRUE(codes(long_list, {"", "", before})[0].ends_with("; and 5 more lines"));
}

TEST(CommunesWithin, EveryCommuneOfThatTime) {
    const auto old_ones = communes_within({"Huyện Bắc Hà", "", both}, gazetteer());
    EXPECT_EQ(old_ones.size(), 18U);
    for (const report::Commune& commune : old_ones) EXPECT_EQ(commune.district, "Huyện Bắc Hà");
    const auto all = communes_within({"", "lao cai", both}, gazetteer());
    EXPECT_EQ(all.front().epoch, Epoch::before_2025_07);
    EXPECT_EQ(all.back().epoch, Epoch::from_2025_07);
    EXPECT_THROW((void)communes_within({"", "Atlantis", both}, gazetteer()), UsageError);
    EXPECT_THROW((void)communes_within({"Châu Thành", "", both}, gazetteer()), UsageError);
    EXPECT_NO_THROW((void)communes_within({"Châu Thành", "Bến Tre", both}, gazetteer()));
}

TEST(CommunesThatFiled, EachOnceByEpochAndCode) {
    std::vector<FiledReport> reports(4);
    reports[0].commune = {Epoch::from_2025_07, "02869"};
    reports[1].commune = {Epoch::before_2025_07, "15079"};
    reports[2].commune = {Epoch::before_2025_07, "15079"};
    Texts found;
    for (const report::Commune& commune : communes_that_filed(reports, gazetteer()))
        found.push_back(commune.id().text());
    EXPECT_EQ(found, (Texts{"pre2025:15079", "post2025:02869"}));
}

}  // namespace
}  // namespace commsearch::review
