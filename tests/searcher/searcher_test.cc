// Which passages a query finds: words, phrases and numbers in every spelling, operators.

#include "searcher/searcher.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/searcher/nine_reports.h"

namespace commsearch {
namespace {

TEST(SearchTest, ShortAndLongFormsFindEachOther) {
    for (const std::string query :
         {"NTM", "ntm", "nong thon moi", "nông thôn mới", "\"nông thôn mới\"", "\"NTM\"",
          "\"xây dựng NTM\"", "\"xay dung nong thon moi\"", "NÔNG THÔN MỚI"}) {
        EXPECT_EQ(matching(query), (Ids{"long", "ntm"})) << query;
    }
}

TEST(SearchTest, AccentsAreAsTypedUnlessLeftOut) {
    for (const std::string query : {"Đảng ủy", "Đảng uỷ", "ĐẢNG ỦY", "Đa\u0309ng u\u0309y"}) {
        EXPECT_EQ(matching(query), Ids{"dang"}) << query;
    }
    EXPECT_EQ(matching("dang uy"), (Ids{"dang", "dang-sai"}))
        << "a word without marks stands for every spelling";
    EXPECT_EQ(ids_of(search("đảng uy")).front(), "dang");
    EXPECT_EQ(matching("bàn giao nhà"), Ids{"nfd"}) << "stored in NFD, asked in NFC";
}

TEST(SearchGrades, AsTypedThenOtherTonesThenOtherLetters) {
    std::string lines;
    const auto add = [&](const std::string& id, const std::string& word) {
        lines += json_line({{"id", id}, {"text", "Đoàn khách đến thăm " + word + " chiều nay."}});
    };
    add("other-letters", "thơn");
    add("other-tone", "thốn");
    add("as-typed", "thôn");
    for (int i = 0; i < 12; ++i) add("filler-" + std::to_string(i), "lúa");
    const SearchResult result = SmallIndex({lines}).search("đoàn khách đến thăm thôn chiều nay");
    EXPECT_EQ(ids_of(result), (Ids{"as-typed", "other-tone", "other-letters"}));
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.front().code, "relaxed");
}

TEST(SearchTest, NumbersMeetHoweverWritten) {
    EXPECT_EQ(matching("1234,5"), Ids{"so"});
    EXPECT_EQ(matching("\"4 tiêu chí\""), Ids{"so"});
    EXPECT_EQ(matching("12"), Ids{});
}

TEST(SearchTest, OperatorsAndFilters) {
    EXPECT_EQ(matching("xã"), (Ids{"dang", "long", "m1", "ntm"})) << "in the text or the place";
    EXPECT_EQ(ids_of(search("năm:2022.. xã -NTM AND xã")), Ids{"dang"});
    EXPECT_EQ(ids_of(search("năm:2022.. xã NOT \"nông thôn mới\"")), Ids{"dang"});
    EXPECT_EQ(ids_of(search("năm:2022")), Ids{"scattered"});
    EXPECT_EQ(ids_of(search("xã:\"Cao Ngọc\"")), Ids{"ntm"});
    EXPECT_EQ(ids_of(search("xã:\"Minh Sơn\"")), Ids{"ntm"}) << "the commune that took it over";
    EXPECT_EQ(ids_of(search("nông NEAR/1 thôn")), (Ids{"long", "ntm"})) << "NTM stands for both";
    EXPECT_EQ(ids_of(search("nông NEAR/4 thôn")), (Ids{"long", "scattered", "ntm"}));
    EXPECT_EQ(ids_of(search("nô* NEAR/1 thôn")), Ids{"long"});
    EXPECT_EQ(ids_of(search("no* NEAR/4 thôn")), (Ids{"long", "scattered"}));
    EXPECT_EQ(search("người NEAR/1 mới").notices.back().code, "nothing-found") << "too far apart";
    EXPECT_EQ(search("người NEAR/1 mới").total_passages, 0U) << "operators are never relaxed";
    EXPECT_EQ(ids_of(search("tập*")), (Ids{"long", "ntm"})) << "newest first where nothing ranks";
}

/// Pairs of neighbours tell little of a phrase; which of several it has to be, its text tells.
TEST(SearchTest, EachOfSeveralPhrasesIsLookedForInTheText) {
    EXPECT_EQ(ids_of(search("\"Đảng ủy\" OR \"bàn giao nhà\"")), (Ids{"nfd", "dang"}));
    EXPECT_EQ(ids_of(search("\"Đảng ủy\" OR mét")), (Ids{"dang", "so"})) << "not: đang ủy thác";
    EXPECT_EQ(ids_of(search("(họp NEAR/9 ngày) OR (phụ NEAR/1 vay)")), Ids{"dang"});
    EXPECT_EQ(ids_of(search("ngày:05/2023..06/2023 -\"Đảng ủy\"")), Ids{"dang-sai"})
        << "excluded as a phrase, too";
    EXPECT_EQ(ids_of(search("ngày:05/2023..06/2023 -(hội NEAR/1 vốn)")), (Ids{"dang-sai", "dang"}));
}

/// A query and its negation share out the index.
TEST(SearchTest, ExcludesWhatItFinds) {
    for (const std::string query :
         {"\"Đảng ủy\"", "(\"Đảng ủy\" OR \"bàn giao nhà\")", "(họp NEAR/9 ngày)",
          "(nông NEAR/1 thôn)", "(\"xây dựng NTM\" năm:2023)", "NTM", "tập*", "năm:2023"}) {
        EXPECT_GT(search(query + " AND " + query).total_reports, 0U) << query;
        EXPECT_EQ(
            search(query + " AND " + query).total_passages + search("-" + query).total_passages,
            search("").total_passages)
            << query;
    }
}

TEST(SearchTest, ExactIsTheSpellingTyped) {
    const auto exactly = [](const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.exact = true;
        return ids_of(search(request));
    };
    EXPECT_EQ(exactly("nông thôn mới"), (Ids{"long", "ntm"}));
    EXPECT_EQ(exactly("NTM"), (Ids{"ntm", "long"}));
    EXPECT_EQ(exactly("Đảng uỷ"), Ids{"dang"}) << "one spelling, two places of the tone mark";
    EXPECT_EQ(exactly("nong thon moi"), Ids{});
    EXPECT_EQ(exactly("\"nong thon moi\""), Ids{});
    EXPECT_EQ(exactly("dang uy"), Ids{});
    EXPECT_EQ(matching("=\"nong thon moi\""), Ids{});
}

TEST(SearchTest, TwinsOfIAndYMeet) {
    EXPECT_EQ(ids_of(search("ki")), Ids{"dang"}) << "kỳ by its unaccented twin";
    EXPECT_EQ(ids_of(search("thường kì")).front(), "dang");
    EXPECT_EQ(matching("thường kì"), Ids{"dang"});
    EXPECT_EQ(ids_of(search("\"thường kì\"")), Ids{"dang"});
    EXPECT_EQ(with_brackets(search("\"họp thường kì\"").reports.at(0).passages.at(0).excerpt),
              "Đảng uỷ xã [họp thường kỳ] vào ngày mồng một.");
    EXPECT_EQ(search("=\"thường kì\"").notices.back().code, "relaxed");
}

TEST(SearchTest, AnUnknownPhraseDoesNotEmptyWhatTheOthersFind) {
    for (const std::string query : {"\"qqqq zzzz\" tuần tra", "tuần tra \"qqqq\"",
                                    "qqqq:\"zzzz\" tuần tra"}) {
        const SearchResult result = search(query);
        ASSERT_FALSE(result.reports.empty()) << query;
        EXPECT_EQ(result.reports.front().about.id.front(), 'm') << query;
        EXPECT_EQ(result.notices.back().code, "relaxed") << query;
    }
    EXPECT_EQ(ids_of(search("tuần tra AND qqqq")), Ids{}) << "never relaxed";
    EXPECT_EQ(ids_of(search("xã:\"Qqqq\" tuần tra")), Ids{}) << "nor a filter";
    EXPECT_EQ(ids_of(search("tuần tra -xã:\"Qqqq\"")).front().front(), 'm');
    EXPECT_EQ(ids_of(search("qqqq")), Ids{});
    EXPECT_EQ(ids_of(search("\"qqqq zzzz\" AND qqqq")), Ids{});
    EXPECT_EQ(ids_of(search("năm:2023 qqqq")), Ids{});
}

}  // namespace
}  // namespace commsearch
