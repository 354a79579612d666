// Misspelt queries and documents, and queries typed with the input method off, on a small index of
// authored passages.

#include "searcher/spelling/suggest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searcher/index/index_reader.h"
#include "searcher/render/render_text.h"
#include "tests/support/small_index.h"

namespace commsearch::spelling {
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

/// Each sentence many times, and passages that misspell some of their words.
std::string misspelt_corpus() {
    std::string lines;
    const auto add = [&](const std::string& id, const std::string& text) {
        lines += json_line({{"id", id}, {"text", text}});
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
    return lines;
}

const SmallIndex& passages() {
    static const SmallIndex index({misspelt_corpus()});
    return index;
}

SearchResult search(const std::string& query, bool exact = false) {
    SearchRequest request;
    request.query = query;
    request.limit = 100;
    request.exact = exact;
    return passages().search(request);
}

/// Place of a report in the answer, from 0; -1 when it is not there.
std::ptrdiff_t rank(const SearchResult& result, const std::string& id) {
    const Ids ids = ids_of(result);
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : found - ids.begin();
}

TEST(Suggest, ProposesWhatStandsTogether) {
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
    for (const auto& [typed, meant] : cases) {
        const SearchResult result = search(typed);
        const bool is_corrected = find_notice(result, "corrected") != nullptr;
        EXPECT_EQ(is_corrected ? result.query : result.suggestion, meant) << typed;
    }
}

// Where no passage holds every word as typed, what was meant is searched and told.
TEST(Correct, IsSearchedAndTold) {
    const SearchResult result = search("năm nay chuẫn bị năm học mới");
    ASSERT_NE(find_notice(result, "corrected"), nullptr);
    EXPECT_EQ(
        find_notice(result, "corrected")->message.vi,
        "Đang tìm “nay chuẩn bị” thay cho “nay chuẫn bị”, không đoạn nào có đủ các từ ấy; muốn "
        "tìm đúng như đã gõ, dùng --literal.");
    EXPECT_EQ(result.query, "năm nay chuẩn bị năm học mới");
    EXPECT_EQ(result.suggestion, result.query);
    const Reading& reading = result.interpretation.readings.at(0);
    EXPECT_EQ(reading.kind, Reading::Kind::correction);
    EXPECT_EQ(reading.effect, Reading::Effect::replaces);
    EXPECT_EQ(reading.typed, "nay chuẫn bị");
    EXPECT_EQ(reading.range, (SourceRange{5, 21}));
    EXPECT_EQ(reading.literal, "năm \"nay chuẫn bị\" năm học mới");
}

TEST(Correct, PutsBlanksWhereTheIndexHasThem) {
    const struct {
        std::string typed;
        std::string meant;
    } cases[] = {
        {"nong danho tro", "nong dan ho tro"},
        {"laođộngnôngthôn", "lao động nông thôn"},
        {"bổ su ng kinh phí", "bổ sung kinh phí"},
        {"hooij noongdaan", "hội nông dân"},  // raw Telex
        {"lao động nông thô", "lao động nông thôn"},
        {"giữ gìn vệ sinj", "giữ gìn vệ sinh"},  // the key beside
    };
    for (const auto& [typed, meant] : cases) {
        const SearchResult result = search(typed);
        EXPECT_EQ(result.query, meant) << typed;
        EXPECT_NE(find_notice(result, "corrected"), nullptr) << typed;
        EXPECT_GT(result.total_reports, 0U) << typed;
    }
}

TEST(Correct, LeavesAloneWhatIsAskedForAsItStands) {
    for (const std::string query :
         {"\"xắp xếp\"", "=xắp xếp", "homestay", "xã:\"Không Có\" xắp xếp"})
        EXPECT_EQ(find_notice(search(query), "corrected"), nullptr) << query;
    EXPECT_EQ(find_notice(search("xắp xếp", true), "corrected"), nullptr);
    SearchRequest request;
    request.query = "xắp xếp";
    request.literal = true;
    EXPECT_EQ(find_notice(passages().search(request), "corrected"), nullptr);
}

// A word without marks finds every spelling, so the search itself does not come to this.
TEST(Suggest, ProposesAMissingTone) {
    const index::IndexReader index(passages().folder());
    Analyzer analyzer(index.snapshot().abbreviations());
    const auto suggested = [&](const std::string& text) {
        return suggest(index.words(), text, analyzer.analyze(text, abbreviation::Reading::query));
    };
    const std::optional<Suggestion> suggestion = suggested("Xã chú trong  đào tạo.");
    ASSERT_TRUE(suggestion.has_value());
    EXPECT_EQ(suggestion->text, "Xã chú trọng  đào tạo.");
    EXPECT_FALSE(suggested("kiểm tra trong tháng").has_value());
}

TEST(Suggest, LeavesAloneWhatStandsTogether) {
    for (const std::string query : {"bổ sung", "tỉnh ủy", "chú trọng", "trong tháng", "chu trong",
                                    "bo sung", "mp3", "hội nông dân", "nông dân hỗ trợ", "",
                                    "-xung", "=\"bổ xung\"", "bản tin số 7", "Internet vạn vật"}) {
        EXPECT_EQ(search(query).suggestion, "") << query;
    }
}

TEST(Suggest, TheAnswerIsToTheQueryAsTyped) {
    const SearchResult result = search("tĩnh ủy");
    EXPECT_EQ(result.query, "tĩnh ủy");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().about.id, "tinh-sai");
    const Notice* const found = find_notice(result, "did-you-mean");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->message.vi, "Ý bạn là \"tỉnh ủy\"?");
    EXPECT_EQ(found->message.en, "Did you mean \"tỉnh ủy\"?");
    const std::string page = render::render_text(result, {});
    EXPECT_TRUE(page.starts_with("Ý bạn là \"tỉnh ủy\"?\n\nTìm thấy ")) << page;
    EXPECT_EQ(page.find("Lưu ý: Ý bạn"), std::string::npos);
}

TEST(Suggest, DocumentsThatMisspellAreFoundToo) {
    for (const std::string query : {"tỉnh ủy", "tinh uy", "bổ sung", "bo sung"})
        EXPECT_EQ(search(query).total_reports, 13U) << query;
    EXPECT_EQ(rank(search("tỉnh ủy", true), "tinh-sai"), -1);
    EXPECT_EQ(rank(search("=\"bổ sung\""), "bo-sai"), -1);
}

TEST(Suggest, OneErrorIsFoundBesideOneRightSpelling) {
    for (const std::string query : {"sấy thóc", "say thoc"}) {
        const SearchResult result = search(query);
        EXPECT_EQ(rank(result, "say"), 0) << query;
        EXPECT_EQ(rank(result, "say-sai"), 1) << query;
        EXPECT_EQ(find_notice(result, "relaxed"), nullptr) << query;
    }
}

TEST(Suggest, AMisspeltWordIsMarkedBesideItsNeighbour) {
    const SearchResult result = search("sấy thóc");
    EXPECT_EQ(with_brackets(result.reports.at(1).passages.at(0).excerpt),
              "Sửa lò [xấy thóc] cho tổ hợp tác của bà Xấy.");
}

TEST(Suggest, OtherMarksAreToldWhereTheyAreLetIn) {
    const SearchResult result = search("sấy thóc mùa mua");
    ASSERT_NE(find_notice(result, "relaxed"), nullptr);
    EXPECT_EQ(find_notice(result, "relaxed")->message.vi,
              "không có đoạn nào chứa đủ các từ; dưới đây là những đoạn gần nhất, kể cả viết dấu "
              "khác");
    const SearchResult unaccented = search("say thoc mua xuan");
    ASSERT_NE(find_notice(unaccented, "relaxed"), nullptr);
    EXPECT_EQ(find_notice(unaccented, "relaxed")->message.en,
              "no passage holds every word; these come nearest");
}

TEST(Suggest, DocumentsThatMisspellComeBelowThoseThatDoNot) {
    EXPECT_EQ(rank(search("tỉnh ủy"), "tinh-sai"), 12);
    EXPECT_EQ(rank(search("bổ sung"), "bo-sai"), 12);
    EXPECT_EQ(rank(search("bo sung"), "bo-sai"), 12);
}

TEST(Suggest, ReadsKeystrokesOfTelexAndVni) {
    for (const std::string query : {"tinhr uyr", "tinh3 uy3", "Tinhr Uyr", "tirnh ury"}) {
        const SearchResult result = search(query);
        EXPECT_EQ(result.total_reports, search("tỉnh ủy").total_reports) << query;
        EXPECT_NE(find_notice(result, "keystrokes"), nullptr) << query;
    }
}

TEST(Suggest, SaysHowKeystrokesWereRead) {
    const SearchResult telex = search("boor sung");
    EXPECT_EQ(telex.query, "bổ sung");
    ASSERT_NE(find_notice(telex, "keystrokes"), nullptr);
    EXPECT_EQ(find_notice(telex, "keystrokes")->message.vi,
              "đã hiểu \"boor sung\" là \"bổ sung\" (gõ Telex khi chưa bật bộ gõ)");
    const SearchResult vni = search("bo63 sung");
    ASSERT_NE(find_notice(vni, "keystrokes"), nullptr);
    EXPECT_EQ(find_notice(vni, "keystrokes")->message.en,
              "read \"bo63 sung\" as \"bổ sung\" (VNI typed with the input method off)");
}

TEST(Suggest, LeavesAloneWhatIsNoKeystroke) {
    for (const std::string query : {"mp3", "bản tin số 7", "tinh uy", "bổ sung", "16-NQ/TU"})
        EXPECT_EQ(find_notice(search(query), "keystrokes"), nullptr) << query;
    EXPECT_EQ(search("boor sung", true).query, "boor sung");
}

// Long questions in Telex hit some passage by a word that has no marks.
TEST(Suggest, LongQuestionsInTelexAreDecodedThoughSomeWordsAreFound) {
    const SearchResult result =
        search("Xax chus trongj ddaof taoj ngheef cho lao ddoongj noong thoon trong thangs naof?");
    EXPECT_EQ(result.query, "Xã chú trọng đào tạo nghề cho lao động nông thôn trong tháng nào?");
    ASSERT_FALSE(result.reports.empty());
    EXPECT_EQ(result.reports.front().about.id, search(result.query).reports.front().about.id);
}

}  // namespace
}  // namespace commsearch::spelling
