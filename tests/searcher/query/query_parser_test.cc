#include "searcher/query/query_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/query/readings.h"

namespace commsearch::query {
namespace {

TEST(QueryParser, ReadsWordsAndPhrases) {
    expect_readings({
        {"", ""},
        {" \t\n\u00A0 ", ""},
        {"nông thôn mới", "words(nông thôn mới)"},
        {"  thu \t ngân\u00A0sách ", "words(thu ngân sách)"},
        {"thu, chi - ngân & sách|x", "words(thu, chi ngân sách x)"},
        {"\"nông  thôn mới\"", "phrase(nông thôn mới)"},
        {"=\"hoà bình\"", "=phrase(hoà bình)"},
        {"=thuỷ lợi", "all[=words(thuỷ) words(lợi)]"},
        {"=thuỷ =lợi", "=words(thuỷ lợi)"},
        {"“a b” „c” «d» ‘‘e f’’", "all[phrase(a b) phrase(c) phrase(d) phrase(e f)]"},
        {"l’an d’x", "words(l’an d’x)"},
        {"a=b 98,5% KT-XH 16-NQ/TU 9-10", "words(a=b 98,5% KT-XH 16-NQ/TU 9-10)"},
        {"a b \"c d\" xã:x -e", "all[words(a b) phrase(c d) xã(x) none_of[words(e)]]"},
        {"\\AND \\-x \\xã:y \\a*", "words(AND -x xã:y a*)"},
    });
}

TEST(QueryParser, ReadsOperators) {
    expect_readings({
        {"a OR b", "any[words(a) words(b)]"},
        {"thu chi HOẶC \"b c\" d", "any[words(thu chi) all[phrase(b c) words(d)]]"},
        {"a OR b OR (c OR d)", "any[words(a) words(b) words(c) words(d)]"},
        {"a AND b VÀ c", "all[words(a) words(b) words(c)]"},
        {"a b AND c", "all[words(a b) words(c)]"},
        {"(a b) c", "all[words(a b) words(c)]"},
        {"((a))", "words(a)"},
        {"(a OR b) c", "all[any[words(a) words(b)] words(c)]"},
        {"a and b or c và d", "words(a and b or c và d)"},
        {"-x", "none_of[words(x)]"},
        {"-x y", "all[none_of[words(x)] words(y)]"},
        {"-\"x y\" -(x OR y) -năm:2023 -th* -=ý",
         "all[none_of[phrase(x y)] none_of[any[words(x) words(y)]] none_of[năm(2023)] "
         "none_of[prefix(th)] none_of[=words(ý)]]"},
        {"a NOT b c", "all[words(a) none_of[words(b c)]]"},
        {"thu KHÔNG chi", "all[words(thu) none_of[words(chi)]]"},
        {"-AND", "none_of[words(AND)]"},
        {"=OR", "=words(OR)"},
        {"-(-x)", "none_of[none_of[words(x)]]"},
    });
}

TEST(QueryParser, KnowsAHyphenThatIsNoOperator) {
    expect_readings({
        {"a - b", "words(a b)"},
        {"a- b", "words(a- b)"},
        {"--x", "words(x)"},
        {"\"a\"-b", "all[phrase(a) words(b)]"},
        {"(a)-b", "all[words(a) words(b)]"},
        {"a -, b", "words(a b)"},
        {"–x —y －z", "words(–x —y －z)"},
        {"-", "", "only-punctuation"},
        {"a (-b)", "all[words(a) none_of[words(b)]]"},
        {"a|-b", "all[words(a) none_of[words(b)]]"},
    });
}

TEST(QueryParser, ReadsCapitalsAsWords) {
    expect_readings({
        {"NÔNG THÔN MỚI VÀ ĐÔ THỊ", "words(NÔNG THÔN MỚI VÀ ĐÔ THỊ)"},
        {"TRƯỜNG GẦN NHÀ KHÔNG XA", "words(TRƯỜNG GẦN NHÀ KHÔNG XA)"},
        {"NÔNG THÔN AND ĐÔ THỊ", "all[words(NÔNG THÔN) words(ĐÔ THỊ)]"},
        {"xã:\"CAO NGỌC\" VÀ THU", "all[xã(CAO NGỌC) words(VÀ THU)]"},
        {"xã:\"Cao Ngọc\" VÀ THU", "all[xã(Cao Ngọc) words(THU)]"},
        {"A GẦN/3 B", "near3[words(A) words(B)]"},
        {"AND", "words(AND)"},
        {"VÀ", "words(VÀ)"},
        {"AND OR", "words(AND OR)"},
        {"(NOT)", "words(NOT)"},
        {"NEAR/5", "words(NEAR/5)"},
    });
}

TEST(QueryParser, ReadsNear) {
    expect_readings({
        {"a b NEAR c", "near10[words(a b) words(c)]"},
        {"\"a b\" GẦN/3 c*", "near3[phrase(a b) words(c)]", "short-prefix"},
        {"a NEAR/5 b NEAR/3 c", "near5[words(a) words(b) words(c)]"},
        {"\"x\" a NEAR b \"y\"", "all[phrase(x) near10[words(a) words(b)] phrase(y)]"},
        {"a NEAR/0 b", "near1[words(a) words(b)]", "near-distance"},
        {"a NEAR/99999999999999999999 b", "near50[words(a) words(b)]", "near-distance"},
        {"a NEAR/x b", "words(a NEAR/x b)"},
        {"a NEAR xã:y", "all[words(a) xã(y)]", "near-operand"},
        {"a NEAR (b OR c)", "all[words(a) any[words(b) words(c)]]", "near-operand"},
        {"NEAR a", "words(a)", "dangling-operator"},
        {"a NEAR", "words(a)", "dangling-operator"},
        {"a NEAR NEAR/3 b", "near3[words(a) words(b)]", "dangling-operator"},
    });
}

TEST(QueryParser, ReadsPrefixes) {
    expect_readings({
        {"xây*", "prefix(xây)"},
        {"xây*, nhà", "all[prefix(xây) words(nhà)]"},
        {"xây** =đê*", "all[prefix(xây) prefix(đê)]"},
        {"x*", "words(x)", "short-prefix"},
        {"2023*", "words(2023)", "short-prefix"},
        {"a*b *c", "words(a*b *c)"},
        {"*", "", "only-punctuation"},
    });
}

TEST(QueryParser, MendsBrokenInput) {
    expect_readings({
        {"\"a b\"~3", "phrase(a b)", "phrase-distance"},
        {"\"a b\"~ c", "all[phrase(a b) words(c)]", "phrase-distance"},
        {"=\"a b\"^2.5c", "all[=phrase(a b) words(c)]", "phrase-distance"},
        {"\"a b", "phrase(a b)", "unbalanced-quote"},
        {"a \"", "words(a)", "unbalanced-quote empty-phrase"},
        {"\"\"", "", "empty-phrase only-punctuation"},
        {"-\"\" b", "words(b)", "empty-phrase"},
        {"a)", "words(a)", "unbalanced-parenthesis"},
        {"x (a OR b", "any[words(x a) words(b)]", "unbalanced-parenthesis"},
        {"()", "", "only-punctuation"},
        {"-() b", "words(b)", "dangling-operator"},
        {"?!…", "", "only-punctuation"},
        {"AND a", "words(a)", "dangling-operator"},
        {"a OR", "words(a)", "dangling-operator"},
        {"a NOT", "words(a)", "dangling-operator"},
        {"a AND AND b", "all[words(a) words(b)]", "dangling-operator"},
        {"a AND OR b", "any[words(a) words(b)]", "dangling-operator"},
        {"a NOT -b", "all[words(a) none_of[words(b)]]", "dangling-operator"},
        {std::string("a\0b\x01", 4), "words(a b)", "bad-characters"},
        {"a\xFF\xFE b\xC2", "words(a b)", "bad-characters"},
        {"\xFF", "", "bad-characters"},
    });
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

TEST(QueryParser, CutsTooManyTermsAndTooDeepParentheses) {
    const auto words = [](std::size_t count) {
        return "words(a" + repeated(" a", count - 1) + ")";
    };
    const auto nested = [](std::size_t depth) {
        return repeated("(", depth) + "a" + repeated(")", depth);
    };
    const std::string list = repeated("a ", max_query_leaves);
    expect_readings({
        {list, words(max_query_leaves)},
        {list + "a", words(max_query_leaves), "too-many-terms"},
        {list + "OR -(b OR (c", words(max_query_leaves),
         "unbalanced-parenthesis too-many-terms "
         "unbalanced-parenthesis"},
        {"(" + list + "OR (b AND c))", words(max_query_leaves), "too-many-terms"},
        {nested(max_query_depth), "words(a)"},
        {nested(max_query_depth + 1), "words(a)", "too-deep"},
        {repeated("(", 40) + "(a OR b) c", "all[any[words(a) words(b)] words(c)]",
         "unbalanced-parenthesis unbalanced-parenthesis unbalanced-parenthesis"},
    });
}

TEST(QueryParser, CutsLongText) {
    const ParsedQuery huge = parse_query("a " + repeated("ệ", 400'000));
    EXPECT_EQ(notice_codes(huge), "query-too-long");
    EXPECT_EQ(huge.text, "a " + repeated("ệ", (max_query_bytes - 2) / 3));
    EXPECT_EQ(notice_codes(parse_query(repeated("\x80", 1'000'000))),
              "query-too-long bad-characters");
}

TEST(QueryParser, ReadsDecomposedTextAlike) {
    // NFD of "xã:Cao Ngọc ộ OR…", as long as the limit allows in NFC but longer in NFD.
    const std::string composed = repeated("ộ", 1365);
    EXPECT_EQ(parse_query(repeated("o\u0323\u0302", 1365)), parse_query(composed));
    EXPECT_EQ(parse_query(repeated("o\u0323\u0302", 9000)), parse_query(repeated("ộ", 9000)));
    EXPECT_EQ(parse_query("a VA\u0300 xa\u0303:Ngo\u0323c"), parse_query("a VÀ xã:Ngọc"));
}

/// What the ranges of the leaves point at, from left to right.
std::vector<std::string> leaf_sources(const std::vector<QueryNode>& nodes,
                                      const std::string& text) {
    std::vector<std::string> sources;
    for (const QueryNode& node : nodes) {
        if (node.children.empty()) {
            sources.push_back(text.substr(node.range.begin, node.range.end - node.range.begin));
        }
        for (std::string& source : leaf_sources(node.children, text)) sources.push_back(source);
    }
    return sources;
}

TEST(QueryParser, PointsIntoTheText) {
    const ParsedQuery query = parse_query("thu\x01 \"nông thôn\" -(xã:Cao Ngọc, OR b c)");
    EXPECT_EQ(query.text, "thu  \"nông thôn\" -(xã:Cao Ngọc, OR b c)");
    EXPECT_EQ(leaf_sources(query.root, query.text),
              (std::vector<std::string>{"thu", "\"nông thôn\"", "xã:Cao Ngọc,", "b c"}));
    EXPECT_EQ(query.notices.at(0).range, (SourceRange{3, 4}));
}

}  // namespace
}  // namespace commsearch::query
