// How a score is composed, and what a passage takes from its document.

#include "searcher/rank/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/fingerprint.h"
#include "searcher/model/ranking.h"
#include "tests/support/small_index.h"

namespace commsearch::rank {
namespace {

/// The ids found in an index of `lines`, best first.
Ids found_in(const std::string& lines, const std::string& query) {
    return ids_of(SmallIndex({lines}).search(query));
}

std::string line(const std::string& id, const std::string& document, const std::string& text) {
    return json_line({{"id", id}, {"doc", document}, {"text", text}});
}

TEST(DocumentScores, APassageOfADocumentOnTheSubjectGoesFirst) {
    // "a1" and "b1" say the same; the other passages of document A are on the subject too.
    const std::string same = "Việc tiêm phòng đàn lợn được xã triển khai theo kế hoạch.";
    const std::string lines = line("b1", "B", same) + line("b2", "B", "Xã họp giao ban.") +
                              line("b3", "B", "Thu ngân sách đạt khá.") + line("a1", "A", same) +
                              line("a2", "A", "Tiêm phòng đàn lợn đợt hai đã xong.") +
                              line("a3", "A", "Đàn lợn được tiêm phòng đầy đủ.");
    const Ids ids = found_in(lines, "tiêm phòng đàn lợn theo kế hoạch");
    ASSERT_GE(ids.size(), 4U);
    EXPECT_EQ(ids[0], "a1");
    const auto place = [&](const char* id) { return std::find(ids.begin(), ids.end(), id); };
    EXPECT_LT(place("a1"), place("b1"));
}

TEST(DocumentScores, DocumentsOfOneNameInTwoFilesAreTwo) {
    const std::string same = "Việc tiêm phòng đàn lợn được xã triển khai theo kế hoạch.";
    const SmallIndex index(
        {line("a1", "Báo cáo", same) + line("a2", "Báo cáo", "Tiêm phòng đàn lợn đợt hai."),
         line("b1", "Báo cáo", same) + line("b2", "Báo cáo", "Thu ngân sách đạt khá.")});
    const SearchResult result = index.search("tiêm phòng đàn lợn theo kế hoạch");
    ASSERT_GE(result.reports.size(), 2U);
    EXPECT_EQ(result.reports[0].about.id, "a1");
    EXPECT_EQ(result.reports[1].about.id, "b1");
    EXPECT_GT(result.reports[0].passages[0].score, result.reports[1].passages[0].score);
}

// The names' fingerprints agree in their last 32 bits, as those of two among 100,000 documents do.
TEST(DocumentScores, DocumentsWhoseNumbersAgreeInHalfAreTwo) {
    const std::string on_subject = "735/BC-UBND ngày 11/9/2019";
    const std::string on_another = "980/BC-UBND ngày 19/12/2015";
    const auto last_bits = [](const std::string& name) {
        return static_cast<std::uint32_t>(fingerprint("a.jsonl\n" + name));
    };
    ASSERT_EQ(last_bits(on_subject), last_bits(on_another));
    const std::string same = "Việc tiêm phòng đàn lợn được xã triển khai theo kế hoạch.";
    const std::string lines = line("b1", on_another, same) +
                              line("b2", on_another, "Thu ngân sách đạt khá.") +
                              line("a1", on_subject, same) +
                              line("a2", on_subject, "Tiêm phòng đàn lợn đợt hai đã xong.");
    const Ids ids = found_in(lines, "tiêm phòng đàn lợn theo kế hoạch");
    ASSERT_FALSE(ids.empty());
    EXPECT_EQ(ids.front(), "a1");
}

// What the corpus only writes out, or has only above its passages, tells passages too.
TEST(Nearest, CountsWordsOfShortFormsAndTitles) {
    const std::string lines = line("long", "L", "Xã được công nhận đạt chuẩn nông thôn mới.") +
                              json_line({{"id", "title"},
                                         {"title", "Công tác thủy lợi"},
                                         {"text", "Đã nạo vét ba tuyến mương."}}) +
                              line("ball", "B", "Tổ chức giải bóng chuyền chào mừng ngày lễ.");
    const Ids ids = found_in(lines, "NTM bóng chuyền");
    EXPECT_NE(std::find(ids.begin(), ids.end(), "long"), ids.end());
    EXPECT_NE(std::find(ids.begin(), ids.end(), "ball"), ids.end());
    EXPECT_EQ(found_in(lines, "thủy lợi pháo"), Ids{"title"});
}

TEST(Phrases, OfShortFormsAreSpelledAsTheyAreAsked) {
    const std::string lines = line("short", "S", "Đẩy mạnh CNH trên địa bàn.") +
                              line("flower", "F", "Trồng hoa dọc đường trục xã.");
    EXPECT_EQ(found_in(lines, "=\"hoa\""), Ids{"flower"});
    EXPECT_EQ(found_in(lines, "\"nghiệp hóa\""), Ids{"short"});
    const std::string twins = line("khkt", "K", "Ứng dụng tiến bộ KHKT vào sản xuất.") +
                              line("ky", "Y", "Lớp kỹ thuật trồng nấm.");
    EXPECT_EQ(found_in(twins, "\"khoa học kĩ thuật\""), Ids{"khkt"});
    const Ids unaccented = found_in(twins, "\"ki thuat\"");
    EXPECT_EQ(unaccented.size(), 2U);
}

TEST(DocumentScores, WordsWithoutMarksDoNotMeetByAccident) {
    // 40 passages hold words spelled so by accident; the right one lacks one word of the question.
    std::string lines;
    for (int i = 0; i < 40; ++i) {
        lines += line("x" + std::to_string(i), "X" + std::to_string(i),
                      "Văn hoá xã " + std::to_string(i) +
                          ": treo băng rôn, giữ bí mật, mặt đường, lắm vấn đề.");
    }
    lines += line("right", "R", "Văn bằng bị mất thì báo cơ quan cấp.");
    const Ids ids = found_in(lines, "van bang bi mat lam lai");
    ASSERT_FALSE(ids.empty());
    EXPECT_EQ(ids.front(), "right");
}

/// The sum of the shares times the factor behind them is the very score, whatever took part in it.
void expect_explained(const SearchResult& result) {
    ASSERT_FALSE(result.reports.empty()) << result.query;
    for (const ReportHit& report : result.reports) {
        for (const PassageHit& passage : report.passages) {
            ASSERT_GE(passage.shares.size(), 2U);
            double sum = 0;
            for (std::size_t i = 0; i + 1 < passage.shares.size(); ++i)
                sum += passage.shares[i].score;
            EXPECT_NEAR(sum * passage.shares.back().score, passage.score, 1e-9 * passage.score)
                << result.query << ", " << report.about.id;
        }
    }
}

TEST(Explain, SharesTimesTheFactorAreTheScore) {
    const SmallIndex index({line("a1", "A", "Tiêm phòng đàn lợn theo kế hoạch của UBND xã.") +
                            line("a2", "A", "Đàn lợn được tiêm phòng đầy đủ theo 16-NQ/TU.") +
                            line("b1", "B", "Thu ngân sách đạt khá.") +
                            line("b2", "B", "Đàn bò ở xã Cao Ngọc.")});
    for (const std::string query : {"tiêm phòng đàn lợn", "dan lon tiem phong", "đàn bò ngân sách",
                                    "16-NQ/TU", "\"tiêm phòng\"", "UBND kế hoạch", "tiê* lợn"}) {
        SearchRequest request;
        request.query = query;
        request.explain = true;
        expect_explained(index.searcher().search(request));
    }
}

TEST(Score, PassagesThatHoldEveryWordArePreferred) {
    const auto match = [](std::uint32_t passage, double weight) {
        match::Match made;
        made.passage = passage;
        made.weight = weight;
        return made;
    };
    std::vector<match::Match> matches = {match(2, 1), match(3, 1), match(7, 2), match(9, 4)};
    prefer_all_words({}, {match(3, 0), match(9, 0)}, matches);
    EXPECT_EQ(matches[0].weight, 1);
    EXPECT_EQ(matches[1].weight, all_words_factor);
    EXPECT_EQ(matches[2].weight, 2);
    EXPECT_EQ(matches[3].weight, 4 * all_words_factor);
}

TEST(Score, OnlyPapersOfACommuneReportResultsOrMakePlans) {
    constexpr std::uint8_t past = 1;
    constexpr std::uint8_t next = 2;
    plan::QueryPlan plan;
    schema::ReportRow report{};
    schema::SectionRow section{};
    section.plan_or_result = past;
    EXPECT_EQ(plan_or_result_factor(plan, report, section), 1) << "of no commune";
    report.place = 1;
    EXPECT_EQ(plan_or_result_factor(plan, report, section), plan_or_result_bonus);
    section.plan_or_result = next;
    EXPECT_EQ(plan_or_result_factor(plan, report, section), 1);
    plan.asks_for_plan = true;
    EXPECT_EQ(plan_or_result_factor(plan, report, section), plan_or_result_bonus);
}

TEST(Score, ThePeriodAndTheCommuneAskedForComeFirst) {
    constexpr std::uint8_t next = 2;
    const auto report = [](std::uint32_t first, std::uint32_t last, std::uint32_t place) {
        schema::ReportRow row{};
        row.first_month = first;
        row.last_month = last;
        row.first_planned_month = row.last_planned_month = last + 1;
        row.place = place;
        return row;
    };
    const schema::SectionRow results{};
    const schema::SectionRow plans{.plan_or_result = next};
    plan::QueryPlan plan;
    EXPECT_EQ(asked_factor(plan, report(202307, 202309, 7), results), 1) << "nothing is asked for";
    plan.asked_period = {.first = 202307, .last = 202309};
    EXPECT_EQ(asked_factor(plan, report(202307, 202309, 7), results), same_period_bonus);
    EXPECT_EQ(asked_factor(plan, report(202301, 202309, 7), results), same_end_bonus);
    EXPECT_EQ(asked_factor(plan, report(202307, 202308, 7), results), 1);
    EXPECT_EQ(asked_factor(plan, report(202207, 202209, 7), results), 1) << "another year";
    EXPECT_EQ(asked_factor(plan, report(202307, 202309, 7), plans), 1) << "plans for October";
    plan.asked_period.is_of_any_year = true;
    EXPECT_EQ(asked_factor(plan, report(202207, 202209, 7), results), same_period_bonus);
    EXPECT_EQ(asked_factor(plan, report(202210, 202309, 7), results), 1) << "not within a year";
    plan.asked_period = {.first = 202310, .last = 202310, .is_planned = true};
    EXPECT_EQ(asked_factor(plan, report(202307, 202309, 7), plans), same_period_bonus);
    plan.preferred_communes = {7};
    EXPECT_EQ(asked_factor(plan, report(202301, 202301, 7), results), same_commune_bonus);
    EXPECT_EQ(asked_factor(plan, report(202301, 202301, 8), results), 1);
}

TEST(Score, AWordCountsLessTheMoreOftenItStandsAndTheLongerThePassage) {
    double before = 0;
    double gain = 2;
    for (const double count : {1, 2, 3, 4}) {
        const double score = bm25(2, count, length_norm(1));
        EXPECT_LT(score - before, gain) << count;
        gain = score - before;
        before = score;
    }
    EXPECT_LT(before, 2) << "the weight is never reached";
    EXPECT_GT(bm25(2, 1, length_norm(0.5)), bm25(2, 1, length_norm(2)));
    EXPECT_EQ(length_norm(0), length_norm(bm25_min_length)) << "short passages count as longer";
}

}  // namespace
}  // namespace commsearch::rank
