// What no passage holds is searched as it was meant, and told.
#include <gtest/gtest.h>

#include <string>

#include "searcher/searcher.h"
#include "tests/support/small_index.h"

namespace commsearch::spelling {
namespace {

std::string many_papers() {
    constexpr int papers = 12;
    std::string lines;
    for (int i = 0; i < papers; ++i) {
        const std::string number = std::to_string(i);
        lines += json_line({{"id", "a" + number},
                            {"text", "Hộ nghèo giảm " + number + " hộ; xây dựng nông thôn mới."}});
        lines +=
            json_line({{"id", "b" + number},
                       {"text", "Phòng cháy rừng mùa khô đợt " + number + "; không có cháy."}});
    }
    return lines;
}

const SmallIndex& papers() {
    static const SmallIndex index({many_papers()});
    return index;
}

std::string meant(const std::string& query, bool literal = false) {
    SearchRequest request;
    request.query = query;
    request.literal = literal;
    const SearchResult found = papers().search(request);
    return find_notice(found, "corrected") == nullptr ? "" : found.suggestion;
}

TEST(Corrections, AreSearchedWhereNothingHoldsWhatWasTyped) {
    const struct {
        std::string typed, meant;
    } rows[] = {
        {"hộ ngèo", "hộ nghèo"},
        {"cháy rừg", "cháy rừng"},
        {"nong thonmoi", "nong thon moi"},
        {"hộnghèo", "hộ nghèo"},
        {"nông thô n mới", "nông thôn mới"},
        {"nông thô mới", "nông thôn mới"},
        {"cháy rừnf", "cháy rừng"},
        {"noong thonmois", "nông thôn mới"},
        {"hộ nghèo", ""},   // found as it is
        {"qqqq zzzz", ""},  // nothing is near
        {"\"hộ nghèo\"", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(meant(row.typed), row.meant) << row.typed;
    EXPECT_EQ(meant("hộ ngèo", true), "") << "asked for literally";
}

TEST(Corrections, AreToldWithTheWayBack) {
    const SearchResult found = papers().search("hộ ngèo");
    ASSERT_EQ(found.interpretation.readings.size(), 1U);
    const Reading& reading = found.interpretation.readings[0];
    EXPECT_EQ(reading.kind, Reading::Kind::correction);
    EXPECT_EQ(reading.typed, "hộ ngèo");
    EXPECT_EQ(reading.meaning.en, "“hộ nghèo” instead of “hộ ngèo”");
    EXPECT_EQ(found.total_reports, 12U);
    EXPECT_EQ(
        find_notice(found, "corrected")->message.en,
        "Searching for “hộ nghèo” instead of “hộ ngèo”, which no passage holds; to search for "
        "what was typed, use --literal.");
}

}  // namespace
}  // namespace commsearch::spelling
