// Each hit says what the short forms in it mean: searches on a small index of authored passages.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace commsearch::answer {
namespace {

using Meaning = PassageHit::Meaning;
using Meanings = std::vector<Meaning>;

const SmallIndex& passages() {
    static const SmallIndex index({R"({"id":"cluster","text":"Đã san nền xong cụm CN phía đông."}
{"id":"husbandry","text":"Phòng dịch cho hộ CN lợn và gia cầm."}
{"id":"spelled","text":"Có 38 lao động vào khu công nghiệp mới."}
{"id":"unclear","text":"Họp bàn về CN."}
{"id":"ntm","text":"Xã đạt 15 tiêu chí NTM."}
{"id":"defined","text":"Tổ cộng nghệ (TCN) ra quân.\nCác thôn lập TCN trong quý."}
{"id":"reversed","text":"Quỹ CT (cựu trào) chi 3 suất quà.\nVề CT còn thiếu kinh phí."}
{"id":"committee","text":"Ủy ban nhân dân xã họp phiên tháng này."}
{"id":"cable","text":"Kéo đường dây 35 kV qua đồi."}
)"});
    return index;
}

/// What the first passage of a report says; its id when the report was not found.
Meanings meanings(const std::string& query, const std::string& report) {
    for (const ReportHit& hit : passages().search(query).reports) {
        if (hit.about.id == report) return hit.passages.at(0).meanings;
    }
    return {{report + " not found", query, false, false}};
}

TEST(MeaningsSearch, TheSenseIsTheOneThatItsNeighboursChose) {
    const Meanings industry{{"CN", "công nghiệp", true, false}};
    const Meanings husbandry{{"CN", "chăn nuôi", true, false}};
    for (const std::string query : {"CN", "cn", "\"CN\"", "=CN"}) {
        EXPECT_EQ(meanings(query, "cluster"), industry) << query;
        EXPECT_EQ(meanings(query, "husbandry"), husbandry) << query;
    }
    EXPECT_EQ(meanings("công nghiệp", "cluster"), industry) << "asked for by the long form";
    EXPECT_EQ(meanings("chan nuoi", "husbandry"), husbandry);
}

TEST(MeaningsSearch, ASpelledOutPassageSaysWhichSenseOfTheQueryItMet) {
    EXPECT_EQ(meanings("cn", "spelled"), (Meanings{{"cn", "công nghiệp", true, false}}));
    EXPECT_EQ(meanings("khu công nghiệp", "spelled"), Meanings{}) << "no short form anywhere";
    EXPECT_EQ(meanings("ubnd", "committee"), (Meanings{{"ubnd", "ủy ban nhân dân", false, false}}))
        << "and not the ủy ban inside it";
}

TEST(MeaningsSearch, WhereThePassageDoesNotTellNothingIsMadeUp) {
    EXPECT_EQ(meanings("CN", "unclear"), (Meanings{{"CN", "", true, false}}));
    EXPECT_EQ(meanings("kV", "cable"), Meanings{}) << "a single word, no short form of several";
}

TEST(MeaningsSearch, OnlyWhatTheQueryMetIsTold) {
    EXPECT_EQ(meanings("NTM", "ntm"), (Meanings{{"NTM", "nông thôn mới", false, false}}));
    EXPECT_EQ(meanings("tiêu chí", "ntm"), Meanings{});
}

TEST(MeaningsSearch, AReportsOwnDefinitionsAreMarked) {
    EXPECT_EQ(meanings("TCN", "defined"), (Meanings{{"TCN", "tổ cộng nghệ", false, true}}));
    const Meanings found = meanings("CT", "reversed");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front(), (Meaning{"CT", "cựu trào", true, true}));
}

}  // namespace
}  // namespace commsearch::answer
