// What an answer tells of what it found: marks, scores, notices, counts, the order of pages.

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "searcher/facets/facet_table.h"
#include "searcher/model/request_error.h"
#include "tests/searcher/nine_reports.h"

namespace commsearch {
namespace {

/// "nông" and "mới" stand there, too: in "nông dân" and "giống mới".
TEST(SearchExcerpt, APhraseIsMarkedWhereItStands) {
    const SmallIndex index(
        {R"({"id":"a","text":"Nông dân mua giống mới; xã xây dựng NTM. Xã đạt chuẩn NTM."})"});
    const auto marked = [&](const std::string& query) {
        return with_brackets(index.search(query).reports.at(0).passages.at(0).excerpt);
    };
    EXPECT_EQ(marked("\"xây dựng nông thôn mới\""),
              "Nông dân mua giống mới; xã [xây dựng NTM]. Xã đạt chuẩn NTM.");
    EXPECT_EQ(marked("\"nông thôn mới\""),
              "Nông dân mua giống mới; xã xây dựng [NTM]. Xã đạt chuẩn [NTM].");
    EXPECT_EQ(marked("\"giống mới\" OR chuẩn"),
              "Nông dân mua [giống mới]; xã xây dựng NTM. Xã đạt [chuẩn] NTM.");
    EXPECT_EQ(marked("\"giống nông dân\""),
              "[Nông dân] mua [giống] mới; xã xây dựng NTM. Xã đạt chuẩn NTM.")
        << "relaxed: the phrase is not there";
}

TEST(SearchTest, HitsAreMarkedOnTheOriginal) {
    EXPECT_EQ(with_brackets(search("ntm").reports.at(0).passages.at(0).excerpt),
              "Xã tập trung xây dựng [NTM] trong năm nay.");
    EXPECT_EQ(with_brackets(search("đảng ủy").reports.at(0).passages.at(0).excerpt),
              "[Đảng uỷ] xã họp thường kỳ vào ngày mồng một.");
}

TEST(SearchTest, SharesExplainTheScore) {
    SearchRequest request;
    request.query = "xây dựng NTM";
    request.explain = true;
    for (const ReportHit& report : search(request).reports) {
        for (const PassageHit& passage : report.passages) {
            ASSERT_GE(passage.shares.size(), 2U);
            double sum = 0;
            for (std::size_t i = 0; i + 1 < passage.shares.size(); ++i)
                sum += passage.shares[i].score;
            EXPECT_NEAR(sum * passage.shares.back().score, passage.score, 1e-6);
            EXPECT_GE(passage.shares.back().score, 1 - 1e-6);
        }
    }
    EXPECT_TRUE(search("xây dựng NTM").reports.front().passages.front().shares.empty());
}

/// "dang*" stands for words; "Đảng ủy" of the title is no spelling of one.
TEST(SearchPrefix, StandsForWordsNotForCompounds) {
    const SmallIndex index(
        {R"({"id":"a","title":"Báo cáo của Đảng ủy","text":"Đảng viên đăng ký thi đua."})"});
    SearchRequest request;
    request.query = "dang*";
    request.explain = true;
    const SearchResult result = index.search(request);
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].passages.at(0).shares.at(0).what.vi,
              "bắt đầu bằng «dang»: đăng, đảng");
}

TEST(SearchTest, FewMatchesAreFilledUpAndItIsSaid) {
    const SearchResult result = search("xây dựng nông thôn mới tại thôn Đông");
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.back().code, "relaxed");
    EXPECT_EQ(ids_of(result).size(), 3U);
}

TEST(SearchTest, NearlyTheSameOfOneCommuneIsShownOnce) {
    const SearchResult result = search("tuần tra");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().similar_reports, 1U);
    EXPECT_EQ(result.total_reports, 2U) << "counts stay exact";
    SearchRequest by_date;
    by_date.query = "tuần tra";
    by_date.sort = SearchRequest::Sort::date;
    EXPECT_EQ(ids_of(search(by_date)), (Ids{"m2", "m1"})) << "by date each month is shown";
}

TEST(SearchTest, EmptyAsksForEverythingNewestFirst) {
    const SearchResult result = search("");
    EXPECT_EQ(result.total_reports, 9U);
    EXPECT_EQ(ids_of(result).front(), "long");
    SearchRequest page;
    page.limit = 2;
    page.offset = 1;
    EXPECT_EQ(ids_of(search(page)), (Ids{"so", "nfd"}));
}

TEST(SearchTest, FacetsCountReports) {
    const SearchResult result = search("");
    const auto count = [&](const std::string& facet, const std::string& value) -> std::size_t {
        for (const Facet& one : result.facets) {
            if (facets::facet_name(one.kind) != facet) continue;
            for (const FacetValue& entry : one.values) {
                if (entry.value == value) return entry.reports;
            }
        }
        return 0;
    };
    EXPECT_EQ(count("year", "2023"), 5U);
    EXPECT_EQ(count("year", "2022"), 1U);
    EXPECT_EQ(count("month", "2023-05"), 1U);
    EXPECT_EQ(count("commune", "pre2025:15079"), 1U);
    EXPECT_EQ(count("commune", ""), 6U) << "unknown is a value";
}

TEST(SearchTest, ADeadlineEndsTheReadingOfTexts) {
    SearchRequest request;
    request.query = "\"nông thôn\"";
    EXPECT_GT(search(request).total_passages, 0U);
    request.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    EXPECT_THROW((void)search(request), TimeLimit);
}

}  // namespace
}  // namespace commsearch
