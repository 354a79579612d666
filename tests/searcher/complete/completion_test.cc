#include "searcher/complete/completion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/unicode.h"
#include "tests/searcher/nine_reports.h"

namespace commsearch::complete {
namespace {

const Searcher& completing() {
    static const std::vector<Searcher> one = Searcher::open_many(nine_reports().folder(), 1);
    return one.front();
}

std::vector<std::string> labels(const std::string& typed, std::size_t limit = 10) {
    std::vector<std::string> labels;
    for (const Completion& completion : completing().complete(typed, limit))
        labels.push_back(completion.label);
    return labels;
}

bool offers(const std::string& typed, const std::string& label) {
    const std::vector<std::string> all = labels(typed);
    return std::find(all.begin(), all.end(), label) != all.end();
}

TEST(Completion, WordsCompoundsAndPlacesByTheirBeginnings) {
    const struct {
        std::string typed, label;
    } rows[] = {
        {"nong th", "nông thôn mới"},     {"nông th", "nông thôn mới"},
        {"NÔNG TH", "nông thôn mới"},     {"no\u0302ng th", "nông thôn mới"},
        {"xã họp thườ", "xã họp thường"}, {"tuan tr", "tuần tra"},
    };
    for (const auto& [typed, label] : rows)
        EXPECT_TRUE(offers(typed, label)) << typed << ": " << testing::PrintToString(labels(typed));
    EXPECT_FALSE(offers("nông th", "nồng"));
    EXPECT_FALSE(offers("tuấn tr", "tuần tra")) << "other marks were typed";
    EXPECT_FALSE(offers("tuan tr", "tuan tra")) << "bare beside what has marks";
    EXPECT_EQ(labels("tuan tr", 1), std::vector<std::string>{"tuần tra"});
    EXPECT_TRUE(labels("qqqq").empty());
    EXPECT_TRUE(labels("").empty());
    EXPECT_TRUE(labels("   ").empty());
    EXPECT_TRUE(nine_reports().searcher().complete("no", 10).empty()) << "only of open_many";
}

/// Whatever is typed up to anywhere: what is offered finds what it says.
TEST(Completion, EachFindsAtLeastOnePassage) {
    const std::vector<std::string> texts = {"Xã tập trung xây dựng nông thôn mới",
                                            "dang uy xa hop thuong ky",
                                            "công an tổ chức tuần tra",
                                            "Tổng thu 1.234,5 triệu đồng",
                                            "ngân hàng ủy thác cho hội",
                                            "cao ngoc ngoc lac thanh hoa",
                                            "\"nông thôn mới\" xã",
                                            "năm:2023 xã t",
                                            "xây dựng OR nông",
                                            "-xã nông"};
    std::size_t offered = 0;
    for (const std::string& text : texts) {
        for (std::size_t end = 1; end <= text.size(); ++end) {
            const std::string typed(truncate_utf8(text, end));
            const std::vector<Completion> all = completing().complete(typed, 6);
            EXPECT_LE(all.size(), 6U);
            std::set<std::string> queries;
            for (const Completion& completion : all) {
                EXPECT_TRUE(queries.insert(completion.query).second) << completion.query;
                EXPECT_FALSE(completion.label.empty());
                EXPECT_GE(completion.passages, 1U) << completion.query;
                // An operator keeps those out that only come near.
                const auto quotes =
                    std::count(completion.query.begin(), completion.query.end(), '"');
                const std::string query = '(' + completion.query + (quotes % 2 == 0 ? ")" : "\")");
                const SearchResult found = search(query + " AND " + query);
                EXPECT_GE(found.total_passages, completion.passages)
                    << typed << " -> " << completion.query;
                EXPECT_EQ(find_notice(found, "relaxed"), nullptr)
                    << typed << " -> " << completion.query << ": holds not every word";
                ++offered;
            }
        }
    }
    EXPECT_GT(offered, 300U);
}

TEST(Completion, NoMoreThanAskedFor) {
    EXPECT_EQ(labels("n", 0).size(), 0U);
    EXPECT_EQ(labels("n", 1).size(), 1U);
    const std::vector<std::string> all = labels("n", 100);
    const std::vector<std::string> few = labels("n", 3);
    EXPECT_EQ(few, std::vector<std::string>(all.begin(), all.begin() + 3)) << "the best first";
}

}  // namespace
}  // namespace commsearch::complete
