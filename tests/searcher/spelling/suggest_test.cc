// Misspelt queries and documents, and queries typed with the input method off, on a small index of
// authored passages.

#include "searcher/spelling/suggest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "indexer/generation/generation.h"
#include "indexer/schema/schema.h"
#include "searcher/index/open_index.h"
#include "searcher/render/render_text.h"
#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

/// What each of many passages says somewhere, so that the index knows which words stand together.
const std::vector<std::string> sentences = {
    "Tỉnh ủy ban hành nghị quyết về công tác dân vận.",
    "Ủy ban đã bổ sung kinh phí và sắp xếp lại bộ máy.",
    "Không để xảy ra cháy nổ; người dân giữ gìn vệ sinh chung.",
    "Xã chú trọng đào tạo nghề cho lao động nông thôn.",
    "Đoàn thanh niên phối hợp với các ngành kiểm tra trong tháng.",
    "Trường học chuẩn bị năm học mới; hội nông dân hỗ trợ giống lúa.",
};

/// An index of each sentence many times, and of passages that misspell some of their words.
class SuggestTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TempFolder>();
        std::string lines;
        const auto add = [&](const std::string& id, const std::string& text) {
            lines += R"({"id":")" + id + R"(","text":")" + text + "\"}\n";
        };
        for (std::size_t i = 0; i < sentences.size() * 12; ++i) {
            const std::string number = std::to_string(i);
            add("p" + number, "Bản tin số " + number + ". " + sentences[i % sentences.size()]);
        }
        add("tinh-sai", "Hội nghị do Tĩnh ủy tổ chức vào buổi sáng.");
        add("bo-sai", "Bổ xung hai đồng chí vào ban chỉ đạo.");
        add("say-sai", "Sửa lò xấy thóc cho tổ hợp tác của bà Xấy.");
        add("say", "Mua máy để sấy thóc khi trời mưa.");
        add("mp3", "Phát tệp mp3 trên loa của thôn, mỗi ngày hai lần.");
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

    static SearchResult search(const std::string& query, bool exact = false) {
        SearchRequest request;
        request.query = query;
        request.limit = 100;
        request.exact = exact;
        return searcher_->search(request);
    }
    static const Notice* notice(const SearchResult& result, const std::string& code) {
        const auto found = std::find_if(result.notices.begin(), result.notices.end(),
                                        [&](const Notice& one) { return one.code == code; });
        return found == result.notices.end() ? nullptr : &*found;
    }
    /// Place of a report in the answer, from 0; -1 when it is not there.
    static std::ptrdiff_t rank(const SearchResult& result, const std::string& id) {
        const auto found = std::find_if(result.reports.begin(), result.reports.end(),
                                        [&](const ReportHit& hit) { return hit.id == id; });
        return found == result.reports.end() ? -1 : found - result.reports.begin();
    }

    static std::unique_ptr<TempFolder> folder_;
    static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TempFolder> SuggestTest::folder_;
std::unique_ptr<Searcher> SuggestTest::searcher_;

TEST_F(SuggestTest, ProposesWhatStandsTogether) {
    const struct {
        std::string typed;
        std::string meant;
    } cases[] = {
        {"bổ xung", "bổ sung"},
        {"sảy ra", "xảy ra"},
        {"tĩnh ủy", "tỉnh ủy"},
        {"Tĩnh Uỷ", "Tỉnh Uỷ"},
        {"xắp xếp", "sắp xếp"},
        {"giử gìn", "giữ gìn"},
        {"hổ trợ", "hỗ trợ"},
        {"xắp xếp bộ máy", "sắp xếp bộ máy"},
        {"không để sảy ra cháy nổ", "không để xảy ra cháy nổ"},
        {"các nghành kiểm tra", "các ngành kiểm tra"},
        {"chuẫn bị năm học mới", "chuẩn bị năm học mới"},
        {"kiêm trra", "kiểm tra"},
        {"bo xung", "bo sung"},          // without marks, for any spelling
        {"xap xep", "sap xep"},          //
        {"\"bổ xung\"", "\"bổ sung\""},  // a phrase
        {"bổ xung OR xắp xếp", "bổ sung OR sắp xếp"},
        {"hhỗ trợ", "hỗ trợ"},  // a letter too many
    };
    for (const auto& [typed, meant] : cases) EXPECT_EQ(search(typed).suggestion, meant) << typed;
}

// A word without marks finds every spelling, so the search itself does not come to this.
TEST_F(SuggestTest, ProposesAMissingTone) {
    const OpenIndex index(folder_->path() / "index");
    Analyzer analyzer(index.abbreviations);
    const std::optional<Suggestion> suggestion =
        suggest(index.words(), analyzer, "Xã chú trong  đào tạo.");
    ASSERT_TRUE(suggestion.has_value());
    EXPECT_EQ(suggestion->text, "Xã chú trọng  đào tạo.");
    EXPECT_FALSE(suggest(index.words(), analyzer, "kiểm tra trong tháng").has_value());
}

TEST_F(SuggestTest, LeavesAloneWhatStandsTogether) {
    for (const std::string query : {"bổ sung", "tỉnh ủy", "chú trọng", "trong tháng", "chu trong",
                                    "bo sung", "mp3", "hội nông dân", "nông dân hỗ trợ", "",
                                    "-xung", "=\"bổ xung\"", "bản tin số 7", "Internet vạn vật"}) {
        EXPECT_EQ(search(query).suggestion, "") << query;
    }
}

TEST_F(SuggestTest, TheAnswerIsToTheQueryAsTyped) {
    const SearchResult result = search("tĩnh ủy");
    EXPECT_EQ(result.query, "tĩnh ủy");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().id, "tinh-sai");
    const Notice* const found = notice(result, "did-you-mean");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->message.vi, "Ý bạn là \"tỉnh ủy\"?");
    EXPECT_EQ(found->message.en, "Did you mean \"tỉnh ủy\"?");
    const std::string page = render_text(result, {});
    EXPECT_TRUE(page.starts_with("Ý bạn là \"tỉnh ủy\"?\n\n1. ")) << page;
    EXPECT_EQ(page.find("Lưu ý: Ý bạn"), std::string::npos);
}

TEST_F(SuggestTest, DocumentsThatMisspellAreFoundToo) {
    for (const std::string query : {"tỉnh ủy", "tinh uy", "bổ sung", "bo sung"})
        EXPECT_EQ(search(query).total_reports, 13U) << query;
    EXPECT_EQ(rank(search("tỉnh ủy", true), "tinh-sai"), -1);
    EXPECT_EQ(rank(search("=\"bổ sung\""), "bo-sai"), -1);
}

TEST_F(SuggestTest, OneErrorIsFoundBesideOneRightSpelling) {
    for (const std::string query : {"sấy thóc", "say thoc"}) {
        const SearchResult result = search(query);
        EXPECT_EQ(rank(result, "say"), 0) << query;
        EXPECT_EQ(rank(result, "say-sai"), 1) << query;
        EXPECT_EQ(notice(result, "relaxed"), nullptr) << query;
    }
}

TEST_F(SuggestTest, AMisspeltWordIsMarkedBesideItsNeighbour) {
    const SearchResult result = search("sấy thóc");
    std::string marked;
    for (const Fragment& piece : result.reports.at(1).passages.at(0).excerpt)
        marked += piece.hit ? '[' + piece.text + ']' : piece.text;
    EXPECT_EQ(marked, "Sửa lò [xấy thóc] cho tổ hợp tác của bà Xấy.");
}

TEST_F(SuggestTest, OtherMarksAreToldWhereTheyAreLetIn) {
    const SearchResult result = search("sấy thóc mùa mua");
    ASSERT_NE(notice(result, "relaxed"), nullptr);
    EXPECT_EQ(notice(result, "relaxed")->message.vi,
              "không có đoạn nào chứa đủ các từ; dưới đây là những đoạn gần nhất, kể cả viết dấu "
              "khác");
    const SearchResult bare = search("say thoc mua xuan");
    ASSERT_NE(notice(bare, "relaxed"), nullptr);
    EXPECT_EQ(notice(bare, "relaxed")->message.en,
              "no passage holds every word; these come nearest");
}

TEST_F(SuggestTest, DocumentsThatMisspellComeBelowThoseThatDoNot) {
    EXPECT_EQ(rank(search("tỉnh ủy"), "tinh-sai"), 12);
    EXPECT_EQ(rank(search("bổ sung"), "bo-sai"), 12);
    EXPECT_EQ(rank(search("bo sung"), "bo-sai"), 12);
}

TEST_F(SuggestTest, ReadsKeystrokesOfTelexAndVni) {
    for (const std::string query : {"tinhr uyr", "tinh3 uy3", "Tinhr Uyr", "tirnh ury"}) {
        const SearchResult result = search(query);
        EXPECT_EQ(result.total_reports, search("tỉnh ủy").total_reports) << query;
        EXPECT_NE(notice(result, "keystrokes"), nullptr) << query;
    }
}

TEST_F(SuggestTest, SaysHowKeystrokesWereRead) {
    const SearchResult telex = search("boor sung");
    EXPECT_EQ(telex.query, "bổ sung");
    ASSERT_NE(notice(telex, "keystrokes"), nullptr);
    EXPECT_EQ(notice(telex, "keystrokes")->message.vi,
              "đã hiểu \"boor sung\" là \"bổ sung\" (gõ Telex khi chưa bật bộ gõ)");
    const SearchResult vni = search("bo63 sung");
    ASSERT_NE(notice(vni, "keystrokes"), nullptr);
    EXPECT_EQ(notice(vni, "keystrokes")->message.en,
              "read \"bo63 sung\" as \"bổ sung\" (VNI typed with the input method off)");
}

TEST_F(SuggestTest, LeavesAloneWhatIsNoKeystroke) {
    for (const std::string query : {"mp3", "bản tin số 7", "tinh uy", "bổ sung", "16-NQ/TU"})
        EXPECT_EQ(notice(search(query), "keystrokes"), nullptr) << query;
    EXPECT_EQ(search("boor sung", true).query, "boor sung");
}

// Long questions in Telex hit some passage by a word that has no marks.
TEST_F(SuggestTest, LongQuestionsInTelexAreDecodedThoughSomeWordsAreFound) {
    const SearchResult result =
        search("Xax chus trongj ddaof taoj ngheef cho lao ddoongj noong thoon trong thangs naof?");
    EXPECT_EQ(result.query, "Xã chú trọng đào tạo nghề cho lao động nông thôn trong tháng nào?");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().id, search(result.query).reports.front().id);
}

}  // namespace
}  // namespace commsearch
