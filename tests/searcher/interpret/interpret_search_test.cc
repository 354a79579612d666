// Places, times and frames among the words of a question, over papers of three communes.
#include <gtest/gtest.h>

#include <string>

#include "searcher/searcher.h"
#include "tests/support/small_index.h"

namespace commsearch::interpret {
namespace {

std::string report(const std::string& id, const std::string& commune, const std::string& district,
                   const std::string& province, const std::string& period, const std::string& date,
                   const std::string& text) {
    return json_line({{"id", id},
                      {"title", "Báo cáo"},
                      {"text", text},
                      {"date", date},
                      {"period", period},
                      {"commune", commune},
                      {"district", district},
                      {"province", province}});
}

const SmallIndex& papers() {
    const std::string ban_lien = "Bản Liền";
    static const SmallIndex index(
        {report("bl-6", ban_lien, "Bắc Hà", "Lào Cai", "2024-06", "2024-06-28",
                "Hộ nghèo còn 61 hộ. An ninh giữ vững. Tổ ở thôn Hố Sen họp.") +
         report("bl-h1", ban_lien, "Bắc Hà", "Lào Cai", "2024-H1", "2024-07-02",
                "Hộ nghèo còn 60 hộ.") +
         report("bl-9", ban_lien, "Bắc Hà", "Lào Cai", "2024-M09", "2024-10-02",
                "Hộ nghèo còn 58 hộ. Nậm Khánh làm đường.") +
         report("an-ninh", "An Ninh", "Quảng Ninh", "Quảng Bình", "2024-06", "2024-06-20",
                "Hộ nghèo còn 12 hộ. An ninh ổn định, an ninh nông thôn tốt.") +
         report("ea-toh", "Ea Tóh", "Krông Năng", "Đắk Lắk", "2023", "2024-01-05",
                "Hộ nghèo còn 33 hộ. Sầu riêng được mùa, an ninh tốt, trích số liệu năm 2019.") +
         report("tl-bg", "Tân Lập", "Lục Ngạn", "Bắc Giang", "2023-12", "2023-12-28",
                "Hộ nghèo còn 44 hộ, an ninh tốt.") +
         report("tl-hg", "Tân Lập", "Bắc Quang", "Hà Giang", "2023-12", "2023-12-28",
                "Hộ nghèo còn 47 hộ, an ninh tốt.")});
    return index;
}

SearchResult ask(const std::string& query, bool literal = false) {
    SearchRequest request;
    request.query = query;
    request.literal = literal;
    request.today = 20250315;
    return papers().search(request);
}

TEST(Interpretation, PlacesNarrow) {
    const struct {
        std::string query;
        Ids found;
    } rows[] = {
        {"hộ nghèo xã Bản Liền", {"bl-6", "bl-9", "bl-h1"}},
        {"ho ngheo xa Ban Lien", {"bl-6", "bl-9", "bl-h1"}},
        {"hộ nghèo Bản Liền", {"bl-6", "bl-9", "bl-h1"}},
        {"hộ nghèo bản liền", {"bl-6", "bl-9", "bl-h1"}},
        {"hộ nghèo H. Bắc Hà", {"bl-6", "bl-9", "bl-h1"}},
        {"hộ nghèo Lào Cai", {"bl-6", "bl-9", "bl-h1"}},
        {"Ea Toh hộ nghèo", {"ea-toh"}},
        {"xã Tân Lập, Lục Ngạn hộ nghèo", {"tl-bg"}},
        {"hộ nghèo xã Tân Lập huyện Bắc Quang", {"tl-hg"}},
        {"hộ nghèo xã Tân Lập", {"tl-bg", "tl-hg"}},
        {"hộ nghèo thôn Hố Sen", {"bl-6"}},
    };
    for (const auto& [query, found] : rows) EXPECT_EQ(sorted_ids_of(ask(query)), found) << query;
    EXPECT_TRUE(ask("hộ nghèo Lào Cai", true).interpretation.readings.empty())
        << "asked for literally";
}

TEST(Interpretation, AWordThatIsAlsoAPlaceComesFirst) {
    const SearchResult found = ask("an ninh");
    ASSERT_EQ(found.interpretation.readings.size(), 1U);
    EXPECT_EQ(found.interpretation.readings[0].effect, Reading::Effect::prefers);
    EXPECT_EQ(ids_of(found).front(), "an-ninh");
    EXPECT_GT(ids_of(found).size(), 1U);
    EXPECT_NE(find_notice(found, "place-preferred"), nullptr);
    EXPECT_EQ(ask("hộ nghèo Tân Lập").interpretation.readings.at(0).effect,
              Reading::Effect::prefers)
        << "two communes have the name";
}

TEST(Interpretation, APlaceWithoutReportsIsSaid) {
    const SearchResult none = ask("hộ nghèo xã Hồng Phong huyện An Dương");
    EXPECT_EQ(none.total_passages, 0U);
    ASSERT_NE(find_notice(none, "place-unknown"), nullptr);
    EXPECT_EQ(find_notice(none, "place-unknown")->message.en,
              "the index has no report of xã Hồng Phong; only passages that name it are searched");
    EXPECT_EQ(ids_of(ask("xã Nậm Khánh")), Ids{"bl-9"}) << "a passage names it";
    EXPECT_EQ(find_notice(ask("phòng chống dịch ở xã"), "place-unknown"), nullptr);
}

TEST(Interpretation, TimesNarrowAndTheVeryPeriodComesFirst) {
    const struct {
        std::string query;
        Ids found;
    } rows[] = {
        {"hộ nghèo xã Bản Liền tháng 6 năm 2024", {"bl-6", "bl-h1"}},
        {"hộ nghèo xã Bản Liền 6 tháng đầu năm 2024", {"bl-h1", "bl-6"}},
        {"hộ nghèo Bản Liền 9/2024", {"bl-9"}},
        {"hộ nghèo Ea Tóh 2023", {"ea-toh"}},
        {"hộ nghèo Ea Tóh tháng 5/2023", {"ea-toh"}},  // the year's report looks back on it
    };
    for (const auto& [query, found] : rows) EXPECT_EQ(ids_of(ask(query)), found) << query;
    EXPECT_EQ(sorted_ids_of(ask("hộ nghèo năm ngoái")), (Ids{"an-ninh", "bl-6", "bl-9", "bl-h1"}));
    EXPECT_EQ(sorted_ids_of(ask("kỳ:2023 hộ nghèo")), (Ids{"ea-toh", "tl-bg", "tl-hg"}));
    EXPECT_EQ(sorted_ids_of(ask("năm:2023 hộ nghèo")), (Ids{"ea-toh", "tl-bg", "tl-hg"}));
    EXPECT_EQ(sorted_ids_of(ask("kỳ:2024-06..2024-06 hộ nghèo")),
              (Ids{"an-ninh", "bl-6", "bl-h1"}));
    EXPECT_EQ(ids_of(ask("hộ nghèo tháng 6")).size(), 7U) << "of any year: first, not alone";
}

TEST(Interpretation, ATimeThatTheIndexLacksIsSaid) {
    const SearchResult none = ask("hộ nghèo năm 2018");
    EXPECT_EQ(none.total_passages, 0U);
    ASSERT_NE(find_notice(none, "no-period"), nullptr);
    EXPECT_EQ(
        find_notice(none, "no-period")->message.en,
        "the index has no report of year 2018, only from 1/2023 to 9/2024; only passages that "
        "say so are searched");
    EXPECT_EQ(ids_of(ask("sầu riêng năm 2019")), Ids{"ea-toh"}) << "a passage says so";
}

TEST(Interpretation, TellsHowToUndoIt) {
    const SearchResult found = ask("hộ nghèo xã Bản Liền, tháng 6/2024?");
    const Interpretation& read = found.interpretation;
    EXPECT_EQ(read.topic, "hộ nghèo");
    ASSERT_EQ(read.readings.size(), 2U);
    EXPECT_EQ(read.readings[0].typed, "xã Bản Liền");
    EXPECT_EQ(read.readings[0].filter, "xã:\"xã Bản Liền\"");
    EXPECT_EQ(read.readings[0].meaning.vi, "xã Bản Liền, Huyện Bắc Hà, Lào Cai");
    EXPECT_EQ(read.readings[0].without, "hộ nghèo, tháng 6/2024?");
    EXPECT_EQ(read.readings[0].literal, "hộ nghèo \"xã Bản Liền\", tháng 6/2024?");
    EXPECT_EQ(read.readings[1].filter, "kỳ:\"2024-06..2024-06\"");
    EXPECT_EQ(read.readings[1].meaning.vi, "tháng 6/2024");
    EXPECT_EQ(read.readings[1].without, "hộ nghèo xã Bản Liền?");
    EXPECT_EQ(sorted_ids_of(ask(read.readings[1].without)), (Ids{"bl-6", "bl-9", "bl-h1"}));
}

TEST(Interpretation, TheFrameOfAQuestionIsNotSearched) {
    EXPECT_EQ(ask("bao nhiêu hộ nghèo ở Bản Liền").interpretation.wanted,
              Interpretation::Wanted::figure);
    EXPECT_EQ(ask("xã nào có nhiều hộ nghèo nhất").interpretation.topic, "có hộ nghèo");
    EXPECT_EQ(ask("so sánh hộ nghèo các xã").interpretation.wanted,
              Interpretation::Wanted::comparison);
    EXPECT_EQ(ask("hộ nghèo mới nhất").interpretation.topic, "hộ nghèo");
    EXPECT_EQ(ids_of(ask("hộ nghèo mới nhất")).front(), "bl-9") << "the newest first";
    EXPECT_NE(ask("nông thôn mới nhất huyện").interpretation.wanted,
              Interpretation::Wanted::newest);
    EXPECT_EQ(ask("xã Bản Liền").interpretation.wanted, Interpretation::Wanted::report);
    EXPECT_EQ(ask("so sánh").interpretation.topic, "so sánh") << "nothing else is left";
    for (const std::string query : {"\"xã Bản Liền\" hộ nghèo", "=hộ nghèo"})
        EXPECT_TRUE(ask(query).interpretation.readings.empty()) << query;
}

}  // namespace
}  // namespace commsearch::interpret
