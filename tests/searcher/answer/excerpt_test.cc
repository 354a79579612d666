#include "searcher/answer/excerpt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/word/abbreviations.h"
#include "tests/support/small_index.h"

namespace commsearch::answer {
namespace {

const std::string cut_before = "… ";
const std::string cut_behind = " …";

word::Tokens tokens_of(const std::string& text) {
    static const word::Abbreviations abbreviations;
    return Analyzer(abbreviations).analyze(text);
}

plan::HighlightTerms words(std::initializer_list<std::string> terms) {
    plan::HighlightTerms hits;
    hits.terms = {terms.begin(), terms.end()};
    return hits;
}

std::string excerpt(const std::string& text, const plan::HighlightTerms& hits,
                    std::size_t max_bytes) {
    return with_brackets(make_excerpt(text, tokens_of(text), hits, max_bytes));
}

plan::Sequence next_to_each_other(std::initializer_list<std::string> terms) {
    plan::Sequence sequence;
    for (const std::string& term : terms) sequence.words.emplace_back().text = term;
    return sequence;
}

TEST(Excerpt, MarksWordsAsTheQueryAsksForThem) {
    plan::HighlightTerms unaccented;
    unaccented.unaccented = {"nong"};
    plan::HighlightTerms prefix;
    prefix.prefixes = {"no"};
    plan::HighlightTerms compound;
    compound.compounds = {"nông thôn mới"};
    plan::HighlightTerms phrase;
    phrase.phrases = {next_to_each_other({"nông", "thôn", "mới"})};
    const struct {
        plan::HighlightTerms hits;
        std::string text;
    } rows[] = {
        {words({}), "Nông dân xây dựng NTM; thôn nóng, mới nông."},
        {words({"nông"}), "[Nông] dân xây dựng NTM; thôn nóng, mới [nông]."},
        {words({"nông", "dân"}), "[Nông dân] xây dựng NTM; thôn nóng, mới [nông]."},
        {unaccented, "[Nông] dân xây dựng NTM; thôn [nóng], mới [nông]."},
        {prefix, "[Nông] dân xây dựng NTM; thôn [nóng], mới [nông]."},
        {compound, "Nông dân xây dựng [NTM]; thôn nóng, mới nông."},
        {phrase, "Nông dân xây dựng [NTM]; thôn nóng, mới nông."},
    };
    for (const auto& [hits, marked] : rows) {
        std::string text = marked;
        std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
        EXPECT_EQ(excerpt(text, hits, 200), marked);
    }
}

TEST(Excerpt, ShowsTheStretchWithTheMostDifferentWords) {
    std::string filler;
    for (int i = 0; i < 30; ++i) filler += "xã họp bàn việc chung, ";
    const std::string text = "Lúa lúa lúa. " + filler + "Trồng lúa và ngô. " + filler + "Ngô ngô.";
    const std::string shown = excerpt(text, words({"lúa", "ngô"}), 120);
    EXPECT_NE(shown.find("Trồng [lúa] và [ngô]."), std::string::npos) << shown;
    EXPECT_TRUE(shown.starts_with(cut_before)) << shown;
    EXPECT_TRUE(shown.ends_with(cut_behind)) << shown;
    EXPECT_TRUE(excerpt(text, words({"cà phê"}), 120).starts_with("Lúa lúa lúa."))
        << "without a hit the text begins";
}

TEST(Excerpt, BeginsWithASentenceOrAnItem) {
    const std::string text =
        "Xã họp bàn việc chung với các thôn, nghe báo cáo của ban chỉ huy. - Nuôi ngao: 168 ha bãi "
        "triều "
        "được giao cho 46 hộ. - Nuôi tôm: 74 ha ao đầm, thả giống vụ xuân hè 58 ha; vụ đông 16 ha. "
        "3. Lúa "
        "xuân tốt. 4. Giá lúa 8.500 đồng mỗi kg, cao hơn năm trước; lũy kế 12 tỷ đồng toàn xã ta.";
    const struct {
        plan::HighlightTerms hits;
        std::string shown;
    } rows[] = {
        {words({"ngao"}), "… - Nuôi [ngao]: 168 ha bãi triều được giao cho 46 hộ. …"},
        {words({"tôm"}),
         "… - Nuôi [tôm]: 74 ha ao đầm, thả giống vụ xuân hè 58 ha; vụ đông 16 ha. …"},
        {words({"lúa"}),
         "… 3. [Lúa] xuân tốt. 4. Giá [lúa] 8.500 đồng mỗi kg, cao hơn năm trước; lũy …"},
        {words({"triều", "tôm"}),
         "… - Nuôi ngao: 168 ha bãi [triều] được giao cho 46 hộ. - Nuôi [tôm]: 74 ha ao …"},
    };
    for (const auto& [hits, shown] : rows) EXPECT_EQ(excerpt(text, hits, 90), shown);
    plan::HighlightTerms figure = words({"lúa"});
    figure.wants_figure = true;
    EXPECT_EQ(
        excerpt("Lúa xuân tốt, dân vui, chưa gặt, trời nắng. Sản lượng lúa 1.196 tấn.", figure, 60),
        "… Sản lượng [lúa] 1.196 tấn.");
}

TEST(Excerpt, AWordLongerThanAllOfItIsCutAtALetter) {
    const std::string text(100, 'x');
    EXPECT_EQ(excerpt("ầ" + text, {}, 10), "ầxxxxxxx …");
    EXPECT_EQ(excerpt("xầầầầ", {}, 6), "xầ …") << "no half of a letter";
    EXPECT_EQ(excerpt("", {}, 10), "");
}

// --- laws over random texts ---------------------------------------------------------------------

/// A text, what is asked of it and how much is shown.
struct Asked {
    std::string text;
    plan::HighlightTerms hits;
    std::size_t max_bytes = 0;
};

Asked random_asked(std::mt19937& random) {
    const std::vector<std::string> vocabulary = {"thu",  "ngân",  "sách", "NTM",  "UBND", "xã.",
                                                 "nông", "thôn;", "mới",  "85,2", "ủy",   "ban\n",
                                                 "họp",  "bàn",   "–",    "lúa,", "Đảng", "hộ"};
    Asked asked;
    for (std::size_t i = random() % 120; i > 0; --i)
        asked.text += vocabulary[random() % vocabulary.size()] + (random() % 9 == 0 ? "  " : " ");
    const std::vector<std::string> terms = {"thu", "sách", "lúa", "ntm", "hộ", "ủy", "không"};
    for (std::size_t i = random() % 4; i > 0; --i)
        asked.hits.terms.insert(terms[random() % terms.size()]);
    if (random() % 3 == 0) asked.hits.unaccented.insert("nong");
    if (random() % 3 == 0) asked.hits.compounds.insert("ủy ban nhân dân");
    if (random() % 3 == 0) asked.hits.prefixes.emplace_back("th");
    if (random() % 3 == 0) asked.hits.phrases = {next_to_each_other({"nông", "thôn"})};
    asked.max_bytes = 40 + random() % 400;
    return asked;
}

TEST(ExcerptLaws, FragmentsJoinedAreAPieceOfTheText) {
    std::mt19937 random(41);
    for (int round = 0; round < 400; ++round) {
        const Asked asked = random_asked(random);
        const std::vector<Fragment> fragments =
            make_excerpt(asked.text, tokens_of(asked.text), asked.hits, asked.max_bytes);
        std::string joined;
        for (const Fragment& fragment : fragments) {
            EXPECT_FALSE(fragment.text.empty());
            joined += fragment.text;
        }
        for (std::size_t i = 1; i < fragments.size(); ++i)
            EXPECT_NE(fragments[i].hit, fragments[i - 1].hit) << with_brackets(fragments);
        if (asked.text.size() <= asked.max_bytes) {
            EXPECT_EQ(joined, asked.text);
            continue;
        }
        if (joined.starts_with(cut_before)) joined.erase(0, cut_before.size());
        if (joined.ends_with(cut_behind)) joined.resize(joined.size() - cut_behind.size());
        EXPECT_LE(joined.size(), asked.max_bytes);
        const std::size_t at = asked.text.find(joined);
        ASSERT_NE(at, std::string::npos) << joined;
        const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
        EXPECT_TRUE(at == 0 || is_blank(asked.text[at - 1])) << joined;
        const std::size_t end = at + joined.size();
        EXPECT_TRUE(end == asked.text.size() || is_blank(asked.text[end])) << joined;
    }
}

TEST(ExcerptLaws, AHitIsShownAndNothingElseIsMarked) {
    std::mt19937 random(42);
    for (int round = 0; round < 400; ++round) {
        const Asked asked = random_asked(random);
        const word::Tokens tokens = tokens_of(asked.text);
        const std::vector<bool> found = find_hits(tokens, asked.hits);
        ASSERT_EQ(found.size(), tokens.size());
        const bool has_hit = std::find(found.begin(), found.end(), true) != found.end();
        const std::vector<Fragment> fragments =
            make_excerpt(asked.text, tokens, asked.hits, asked.max_bytes);
        EXPECT_EQ(has_hit, std::any_of(fragments.begin(), fragments.end(),
                                       [](const Fragment& fragment) { return fragment.hit; }))
            << asked.text;
        // Only where the whole text is shown its bytes are those of the excerpt.
        if (asked.text.size() > asked.max_bytes) continue;
        std::vector<bool> is_hit(asked.text.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            for (std::size_t at = tokens[i].begin; found[i] && at < tokens[i].end; ++at)
                is_hit[at] = true;
        }
        std::size_t at = 0;
        for (const Fragment& fragment : fragments) {
            for (const char c : fragment.text) {
                const bool may_join = fragment.hit && (c == ' ' || c == '\n');
                EXPECT_TRUE(may_join || is_hit[at] == fragment.hit) << with_brackets(fragments);
                ++at;
            }
        }
    }
}

}  // namespace
}  // namespace commsearch::answer
