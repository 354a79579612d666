// Searches on a small index of authored passages: what matches, what comes first, what is marked,
// what facets count.

#include "searcher/searcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/generation.h"
#include "indexer/schema/schema.h"
#include "searcher/index/posting_cache.h"
#include "searcher/model/request_error.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

/// An index of passages "p1", "p2" … each a report of its own, built once.
class SearchTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TempFolder>();
        const std::vector<std::string> passages = {
            R"({"id":"ntm","text":"Xã tập trung xây dựng NTM trong năm nay.","date":"2023-03-01","commune":"Cao Ngọc","district":"Ngọc Lặc","province":"Thanh Hóa","commune_code":"15079"})",
            R"({"id":"long","text":"Xã tập trung xây dựng nông thôn mới trong năm nay.","date":"2024-03-01"})",
            R"({"id":"scattered","text":"Người nông dân ở thôn Đông vừa nhận giống mới để xây kè.","date":"2022-05-01"})",
            R"({"id":"dang","text":"Đảng uỷ xã họp thường kỳ vào ngày mồng một.","date":"2023-05-01"})",
            R"({"id":"dang-sai","text":"Hội phụ nữ vay vốn.\nNgân hàng đang ủy thác cho hội.","date":"2023-06-01"})",
            R"({"id":"nfd","text":"U\u0309y ban ba\u0300n giao nha\u0300 o\u031B\u0309 cho ho\u0323\u0302 nghe\u0300o.","date":"2023-07-01"})",
            R"({"id":"m1","text":"Công an tổ chức 21 lượt tuần tra, tiếp nhận 03 tin báo, giải quyết kịp thời các vụ việc phát sinh, không để xảy ra điểm nóng.","date":"2021-01-01","commune":"Bản Liền","district":"Bắc Hà","province":"Lào Cai","commune_code":"02869"})",
            R"({"id":"m2","text":"Công an tổ chức 15 lượt tuần tra, tiếp nhận 01 tin báo, giải quyết kịp thời các vụ việc phát sinh, không để xảy ra điểm nóng.","date":"2021-02-01","commune":"Bản Liền","district":"Bắc Hà","province":"Lào Cai","commune_code":"02869"})",
            R"({"id":"so","text":"Tổng thu 1.234,50 triệu đồng, đạt 04 tiêu chí; dài 123 mét.","date":"2023-08-01"})",
        };
        std::string lines;
        for (const std::string& passage : passages) lines += passage + '\n';
        folder_->write("corpus/a.jsonl", lines);
        BuildOptions options;
        options.corpus_folders = {folder_->path() / "corpus"};
        options.index_folder = folder_->path() / "index";
        (void)build_generation(options);
        searcher_ = std::make_unique<Searcher>(options.index_folder);
    }
    static void TearDownTestSuite() {
        searcher_.reset();
        folder_.reset();
    }

    static SearchResult search(SearchRequest request) { return searcher_->search(request); }
    static SearchResult search(const std::string& query) {
        SearchRequest request;
        request.query = query;
        return search(request);
    }
    static std::vector<std::string> ids(const SearchResult& result) {
        std::vector<std::string> found;
        for (const ReportHit& report : result.reports) found.push_back(report.id);
        return found;
    }
    /// Reports that hold every word, in no particular order: a query with an operator adds no near
    /// ones.
    static std::vector<std::string> matching(const std::string& query) {
        std::vector<std::string> found = ids(search(query + " AND " + query));
        std::sort(found.begin(), found.end());
        return found;
    }
    static std::string marked(const SearchResult& result) {
        std::string text;
        for (const Fragment& fragment : result.reports.at(0).passages.at(0).excerpt) {
            text += fragment.hit ? '[' + fragment.text + ']' : fragment.text;
        }
        return text;
    }

    static std::unique_ptr<TempFolder> folder_;
    static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TempFolder> SearchTest::folder_;
std::unique_ptr<Searcher> SearchTest::searcher_;

using Ids = std::vector<std::string>;

TEST_F(SearchTest, ShortAndLongFormsFindEachOther) {
    for (const std::string query :
         {"NTM", "ntm", "nong thon moi", "nông thôn mới", "\"nông thôn mới\"", "\"NTM\"",
          "\"xây dựng NTM\"", "\"xay dung nong thon moi\"", "NÔNG THÔN MỚI"}) {
        EXPECT_EQ(matching(query), (Ids{"long", "ntm"})) << query;
    }
}

TEST_F(SearchTest, AccentsAreAsTypedUnlessLeftOut) {
    for (const std::string query : {"Đảng ủy", "Đảng uỷ", "ĐẢNG ỦY", "Đa\u0309ng u\u0309y"}) {
        EXPECT_EQ(matching(query), Ids{"dang"}) << query;
    }
    EXPECT_EQ(matching("dang uy"), (Ids{"dang", "dang-sai"}))
        << "a word without marks stands for every spelling";
    EXPECT_EQ(ids(search("đảng uy")).front(), "dang");
    EXPECT_EQ(matching("bàn giao nhà"), Ids{"nfd"}) << "stored in NFD, asked in NFC";
}

TEST(SearchGrades, AsTypedThenOtherTonesThenOtherLetters) {
    const TempFolder folder;
    std::string lines;
    const auto add = [&](const std::string& id, const std::string& word) {
        lines += R"({"id":")" + id + R"(","text":"Đoàn đến xem )" + word + R"( hôm ấy."})" + '\n';
    };
    add("other-letters", "thơn");
    add("other-tone", "thốn");
    add("as-typed", "thôn");
    for (int i = 0; i < 12; ++i) add("filler-" + std::to_string(i), "lúa");
    folder.write("corpus/a.jsonl", lines);
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    SearchRequest request;
    request.query = "thôn";
    const SearchResult result = Searcher(options.index_folder).search(request);
    std::vector<std::string> ids;
    for (const ReportHit& report : result.reports) ids.push_back(report.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"as-typed", "other-tone", "other-letters"}));
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.front().code, "relaxed");
}

TEST_F(SearchTest, NumbersMeetHoweverWritten) {
    EXPECT_EQ(matching("1234,5"), Ids{"so"});
    EXPECT_EQ(matching("\"4 tiêu chí\""), Ids{"so"});
    EXPECT_EQ(matching("12"), Ids{});
}

TEST_F(SearchTest, OperatorsAndFilters) {
    EXPECT_EQ(matching("xã"), (Ids{"dang", "long", "m1", "ntm"})) << "in the text or the place";
    EXPECT_EQ(ids(search("năm:2022.. xã -NTM AND xã")), Ids{"dang"});
    EXPECT_EQ(ids(search("năm:2022.. xã NOT \"nông thôn mới\"")), Ids{"dang"});
    EXPECT_EQ(ids(search("năm:2022")), Ids{"scattered"});
    EXPECT_EQ(ids(search("xã:\"Cao Ngọc\"")), Ids{"ntm"});
    EXPECT_EQ(ids(search("xã:\"Minh Sơn\"")), Ids{"ntm"}) << "the commune that took it over";
    EXPECT_EQ(ids(search("nông NEAR/1 thôn")), (Ids{"long", "ntm"})) << "NTM stands for both";
    EXPECT_EQ(ids(search("nông NEAR/4 thôn")), (Ids{"long", "scattered", "ntm"}));
    EXPECT_EQ(ids(search("nô* NEAR/1 thôn")), Ids{"long"});
    EXPECT_EQ(ids(search("no* NEAR/4 thôn")), (Ids{"long", "scattered"}));
    EXPECT_EQ(search("người NEAR/1 mới").notices.back().code, "relaxed") << "too far apart";
    EXPECT_EQ(ids(search("tập*")), (Ids{"long", "ntm"})) << "newest first where nothing ranks";
}

/// Pairs of neighbours tell little of a phrase; which of several it has to be, its text tells.
TEST_F(SearchTest, EachOfSeveralPhrasesIsLookedForInTheText) {
    EXPECT_EQ(ids(search("\"Đảng ủy\" OR \"bàn giao nhà\"")), (Ids{"nfd", "dang"}));
    EXPECT_EQ(ids(search("\"Đảng ủy\" OR mét")), (Ids{"dang", "so"})) << "not: đang ủy thác";
    EXPECT_EQ(ids(search("(họp NEAR/9 ngày) OR (phụ NEAR/1 vay)")), Ids{"dang"});
    EXPECT_EQ(ids(search("ngày:05/2023..06/2023 -\"Đảng ủy\"")), Ids{"dang-sai"})
        << "excluded as a phrase, too";
    EXPECT_EQ(ids(search("ngày:05/2023..06/2023 -(hội NEAR/1 vốn)")), (Ids{"dang-sai", "dang"}));
}

/// A query and its negation share out the index.
TEST_F(SearchTest, ExcludesWhatItFinds) {
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

/// "nông" and "mới" stand there, too: in "nông dân" and "giống mới".
TEST(SearchExcerpt, APhraseIsMarkedWhereItStands) {
    TempFolder folder;
    folder.write("corpus/a.jsonl",
                 R"({"id":"a","text":"Nông dân mua giống mới; xã xây dựng NTM. Xã đạt chuẩn NTM."})"
                 "\n");
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    const Searcher searcher(options.index_folder);
    const auto marked = [&](const std::string& query) {
        SearchRequest request;
        request.query = query;
        std::string text;
        const SearchResult result = searcher.search(request);
        for (const Fragment& piece : result.reports.at(0).passages.at(0).excerpt)
            text += piece.hit ? '[' + piece.text + ']' : piece.text;
        return text;
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

TEST_F(SearchTest, ExactIsTheSpellingTyped) {
    const auto exactly = [](const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.exact = true;
        return ids(search(request));
    };
    EXPECT_EQ(exactly("nông thôn mới"), (Ids{"long", "ntm"}));
    EXPECT_EQ(exactly("NTM"), (Ids{"ntm", "long"}));
    EXPECT_EQ(exactly("Đảng uỷ"), Ids{"dang"}) << "one spelling, two places of the tone mark";
    EXPECT_EQ(exactly("nong thon moi"), Ids{});
    EXPECT_EQ(exactly("\"nong thon moi\""), Ids{});
    EXPECT_EQ(exactly("dang uy"), Ids{});
    EXPECT_EQ(matching("=\"nong thon moi\""), Ids{});
}

TEST_F(SearchTest, AnUnknownValueThatIsExcludedIsTold) {
    const SearchResult result = search("ngày:05/2023 -xã:\"Không Có\"");
    EXPECT_EQ(ids(result), Ids{"dang"});
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.back().code, "unknown-value");
}

/// A topic is named by what people call it, not by the whole of its label.
TEST(SearchTopic, IsFoundByAPartOfItsLabel) {
    TempFolder folder;
    const auto line = [](const std::string& id, const std::string& heading) {
        return R"({"id":")" + id + R"(","passages":[{"heading":")" + heading +
               R"(","text":"Duy trì hoạt động thường xuyên trong tháng."}]})" + "\n";
    };
    folder.write("corpus/a.jsonl", line("yte", "1. Y tế") + line("bh", "1. Bảo hiểm y tế") +
                                       line("ntm", "1. Xây dựng nông thôn mới") +
                                       line("nd", "1. Hội Nông dân"));
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    const Searcher searcher(options.index_folder);
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"mục:\"y tế\"", "yte"},          {"mục:\"Y te\"", "yte"},
        {"mục:\"dân số\"", "yte"},        {"mục:y-te-dan-so", "yte"},
        {"mục:\"nông thôn mới\"", "ntm"}, {"mục:\"nông dân\"", "nd"},
        {"mục:\"bảo hiểm y tế\"", "bh"},
    };
    for (const auto& [query, expected] : rows) {
        SearchRequest request;
        request.query = query;
        const SearchResult result = searcher.search(request);
        ASSERT_EQ(result.reports.size(), 1U) << query;
        EXPECT_EQ(result.reports.front().id, expected) << query;
        EXPECT_TRUE(result.notices.empty()) << query;
    }
}

/// A paper's own number is written in many ways; most know no more of it than its digits.
TEST(SearchNumber, IsFoundHoweverItIsWritten) {
    TempFolder folder;
    folder.write("corpus/a.jsonl",
                 R"({"id":"a","number":"38/BC-UBND","text":"Thu ngân sách đạt dự toán."})"
                 "\n"
                 R"({"id":"b","number":"05-NQ/ĐU","text":"Chi ngân sách vượt dự toán."})"
                 "\n"
                 R"({"id":"c","number":"381/BC-UBND","text":"Nợ thuế giảm so với năm trước."})");
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    const Searcher searcher(options.index_folder);
    const std::vector<std::pair<std::string, Ids>> rows = {
        {"số:38", {"a"}},      {"số:38/BC-UBND", {"a"}}, {"số:38-bc/ubnd", {"a"}},  {"số:5", {"b"}},
        {"số:05", {"b"}},      {"số:5/NQ-DU", {"b"}},    {"số:381/BC-UBND", {"c"}}, {"số:3", {}},
        {"số:38/KH-UBND", {}},
    };
    for (const auto& [query, expected] : rows) {
        SearchRequest request;
        request.query = query;
        const SearchResult result = searcher.search(request);
        Ids found;
        for (const ReportHit& report : result.reports) found.push_back(report.id);
        EXPECT_EQ(found, expected) << query;
        EXPECT_EQ(result.notices.empty(), !expected.empty()) << query << ": unknown is told";
    }
}

TEST_F(SearchTest, FewMatchesAreFilledUpAndItIsSaid) {
    const SearchResult result = search("xây dựng nông thôn mới tại thôn Đông");
    ASSERT_FALSE(result.notices.empty());
    EXPECT_EQ(result.notices.back().code, "relaxed");
    EXPECT_EQ(ids(result).size(), 3U);
}

TEST_F(SearchTest, AnUnknownPhraseDoesNotEmptyWhatTheOthersFind) {
    for (const std::string query : {"\"qqqq zzzz\" tuần tra", "tuần tra \"qqqq\"",
                                    "qqqq:\"zzzz\" tuần tra", "tuần tra AND qqqq"}) {
        const SearchResult result = search(query);
        ASSERT_FALSE(result.reports.empty()) << query;
        EXPECT_EQ(result.reports.front().id.front(), 'm') << query;
        EXPECT_EQ(result.notices.back().code, "relaxed") << query;
    }
    EXPECT_EQ(ids(search("qqqq")), Ids{});
    EXPECT_EQ(ids(search("\"qqqq zzzz\" AND qqqq")), Ids{});
    EXPECT_EQ(ids(search("năm:2023 qqqq")), Ids{});
}

TEST_F(SearchTest, NearlyTheSameOfOneCommuneIsShownOnce) {
    const SearchResult result = search("tuần tra");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().similar_reports, 1U);
    EXPECT_EQ(result.total_reports, 2U) << "counts stay exact";
    SearchRequest by_date;
    by_date.query = "tuần tra";
    by_date.sort = SearchRequest::Sort::date;
    EXPECT_EQ(ids(search(by_date)), (Ids{"m2", "m1"})) << "by date each month is shown";
}

TEST_F(SearchTest, HitsAreMarkedOnTheOriginal) {
    EXPECT_EQ(marked(search("ntm")), "Xã tập trung xây dựng [NTM] trong năm nay.");
    EXPECT_EQ(marked(search("đảng ủy")), "[Đảng uỷ] xã họp thường kỳ vào ngày mồng một.");
}

TEST_F(SearchTest, SharesExplainTheScore) {
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

TEST_F(SearchTest, TwinsOfIAndYMeet) {
    EXPECT_EQ(matching("ki"), Ids{"dang"}) << "kỳ by its bare twin";
    EXPECT_EQ(ids(search("thường kì")).front(), "dang");
    EXPECT_EQ(matching("thường kì"), Ids{"dang"});
    EXPECT_EQ(ids(search("\"thường kì\"")), Ids{"dang"});
    EXPECT_EQ(marked(search("\"họp thường kì\"")), "Đảng uỷ xã [họp thường kỳ] vào ngày mồng một.");
    EXPECT_EQ(search("=\"thường kì\"").notices.back().code, "relaxed");
}

/// "dang*" stands for words; "Đảng ủy" of the title is no spelling of one.
TEST(SearchPrefix, StandsForWordsNotForCompounds) {
    TempFolder folder;
    folder.write("corpus/a.jsonl",
                 R"({"id":"a","title":"Báo cáo của Đảng ủy","text":"Đảng viên đăng ký thi đua."})");
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    SearchRequest request;
    request.query = "dang*";
    request.explain = true;
    const SearchResult result = Searcher(options.index_folder).search(request);
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].passages.at(0).shares.at(0).what.vi,
              "bắt đầu bằng «dang»: đăng, đảng");
}

TEST_F(SearchTest, EmptyAsksForEverythingNewestFirst) {
    const SearchResult result = search("");
    EXPECT_EQ(result.total_reports, 9U);
    EXPECT_EQ(ids(result).front(), "long");
    SearchRequest page;
    page.limit = 2;
    page.offset = 1;
    EXPECT_EQ(ids(search(page)), (Ids{"so", "nfd"}));
}

TEST_F(SearchTest, FacetsCountReports) {
    const SearchResult result = search("");
    const auto count = [&](const std::string& facet, const std::string& value) -> std::size_t {
        for (const Facet& one : result.facets) {
            if (one.name != facet) continue;
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

TEST_F(SearchTest, ADeadlineEndsTheReadingOfTexts) {
    SearchRequest request;
    request.query = "\"nông thôn\"";
    EXPECT_GT(search(request).total_passages, 0U);
    request.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    EXPECT_THROW((void)search(request), TimeLimit);
}

TEST(OpenIndex, ADamagedFileOfColumnsNamesTheWayOut) {
    const TempFolder folder;
    folder.write("corpus/a.jsonl", "{\"id\":\"a\",\"text\":\"Thu ngân sách đạt khá.\"}\n");
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    std::filesystem::resize_file(options.index_folder / "gen-000001" / columns_file, 100);
    try {
        const Searcher searcher(options.index_folder);
        FAIL() << "opened a damaged index";
    } catch (const Error& error) {
        EXPECT_NE(error.message().en.find("run: commsearch-index build"), std::string::npos)
            << error.message().en;
    }
}

// Damage is found by the checksums; a search that meets it first must not take the program down.
TEST_F(SearchTest, DamagedColumnsAreSearchedWithoutHarm) {
    const TempFolder folder;
    std::filesystem::copy(folder_->path() / "index", folder.path() / "index",
                          std::filesystem::copy_options::recursive);
    const auto file = folder.path() / "index" / "gen-000001" / columns_file;
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::mt19937 random(5);
    std::size_t answered = 0;
    for (int round = 0; round < 400; ++round) {
        std::string damaged = bytes;
        for (int flips = 0; flips < 3; ++flips)
            damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
        std::ofstream(file, std::ios::binary) << damaged;
        try {
            const Searcher searcher(folder.path() / "index");
            for (const std::string query : {"xã tập trung", "\"nông thôn\"", "NTM", "năm:2023"}) {
                SearchRequest request;
                request.query = query;
                request.passages_per_report = 0;
                for (const FacetKind kind : all_facet_kinds()) {
                    FacetRequest facet;
                    facet.kind = kind;
                    request.facets.push_back(facet);
                }
                request.limit = 0;
                answered += searcher.search(request).total_passages;
            }
        } catch (const Error&) {
            continue;
        }
    }
    EXPECT_GT(answered, 0U);
}

TEST(TermSets, KeepNoMoreThanTheyMay) {
    TermSets sets;
    const PassageSet set(1'000'000);
    for (int i = 0; i < 300; ++i) sets.keep("t" + std::to_string(i), set);
    EXPECT_EQ(sets.find("t0"), nullptr) << "not asked for longest";
    ASSERT_NE(sets.find("t299"), nullptr);
    EXPECT_LE(sets.bytes(), TermSets::max_bytes);
}

TEST(PassageSet, HoldsNothingBehindItsLastDocument) {
    PassageSet set(100);
    set.add(101);
    set.add_range(90, UINT32_MAX);
    set.add_range(UINT32_MAX, 5);
    EXPECT_EQ(set.size(), 11U);
    EXPECT_TRUE(set.holds(100));
    EXPECT_FALSE(set.holds(101));
    EXPECT_FALSE(set.holds(UINT32_MAX));
}

TEST_F(SearchTest, UnknownNamesAreWrongUse) {
    SearchRequest request;
    for (const FacetKind kind : all_facet_kinds()) {
        if (kind == FacetKind::heading) continue;  // any text is a heading
        request.choices = {{kind, {"Không Có"}}};
        EXPECT_THROW((void)search(request), UsageError) << facet_name(kind);
    }
}

}  // namespace
}  // namespace commsearch
