// Fields of a query and values of facets, as people write them.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/facets/facet_table.h"
#include "tests/searcher/nine_reports.h"

namespace commsearch::plan {
namespace {

/// A topic is named by what people call it, not by the whole of its label.
TEST(SearchTopic, IsFoundByAPartOfItsLabel) {
    const auto line = [](const std::string& id, const std::string& heading) {
        return R"({"id":")" + id + R"(","passages":[{"heading":")" + heading +
               R"(","text":"Duy trì hoạt động thường xuyên trong tháng."}]})" + "\n";
    };
    const SmallIndex index({line("yte", "1. Y tế") + line("bh", "1. Bảo hiểm y tế") +
                            line("ntm", "1. Xây dựng nông thôn mới") +
                            line("nd", "1. Hội Nông dân")});
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"mục:\"y tế\"", "yte"},          {"mục:\"Y te\"", "yte"},
        {"mục:\"dân số\"", "yte"},        {"mục:y-te-dan-so", "yte"},
        {"mục:\"nông thôn mới\"", "ntm"}, {"mục:\"nông dân\"", "nd"},
        {"mục:\"bảo hiểm y tế\"", "bh"},
    };
    for (const auto& [query, expected] : rows) {
        const SearchResult result = index.search(query);
        EXPECT_EQ(ids_of(result), Ids{expected}) << query;
        EXPECT_TRUE(result.notices.empty()) << query;
    }
}

/// A paper's own number is written in many ways; most know no more of it than its digits.
TEST(SearchNumber, IsFoundHoweverItIsWritten) {
    const SmallIndex index(
        {R"({"id":"a","number":"38/BC-UBND","text":"Thu ngân sách đạt dự toán."})"
         "\n"
         R"({"id":"b","number":"05-NQ/ĐU","text":"Chi ngân sách vượt dự toán."})"
         "\n"
         R"({"id":"c","number":"381/BC-UBND","text":"Nợ thuế giảm so với năm trước."})"});
    const std::vector<std::pair<std::string, Ids>> rows = {
        {"số:38", {"a"}},      {"số:38/BC-UBND", {"a"}}, {"số:38-bc/ubnd", {"a"}},  {"số:5", {"b"}},
        {"số:05", {"b"}},      {"số:5/NQ-DU", {"b"}},    {"số:381/BC-UBND", {"c"}}, {"số:3", {}},
        {"số:38/KH-UBND", {}},
    };
    for (const auto& [query, expected] : rows) {
        const SearchResult result = index.search(query);
        EXPECT_EQ(ids_of(result), expected) << query;
        EXPECT_EQ(result.notices.empty(), !expected.empty()) << query << ": unknown is told";
    }
}

TEST(SearchTest, AnUnknownValueThatIsExcludedIsTold) {
    const SearchResult result = search("ngày:05/2023 -xã:\"Không Có\"");
    EXPECT_EQ(ids_of(result), Ids{"dang"});
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.back().code, "unknown-value");
}

TEST(SearchTest, UnknownNamesAreWrongUse) {
    SearchRequest request;
    for (const facets::FacetRow& row : facets::facet_table()) {
        const FacetKind kind = row.kind;
        if (kind == FacetKind::heading) continue;  // any text is a heading
        request.choices = {{kind, {"Không Có"}}};
        EXPECT_THROW((void)search(request), UsageError) << facets::facet_name(kind);
    }
}

}  // namespace
}  // namespace commsearch::plan
