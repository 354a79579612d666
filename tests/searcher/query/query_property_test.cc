#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/normal_form.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_parser.h"
#include "tests/support/query_tree.h"

namespace commsearch::query {
namespace {

constexpr int cases = 40'000;

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    bool one_in(std::size_t bound) { return below(bound) == 0; }
    template <std::size_t size>
    std::string pick(const std::array<const char*, size>& choices) {
        return choices.at(below(size));
    }

private:
    std::mt19937 engine_;
};

constexpr std::array words{
    "thu",      "ngân",    "Sách",  "KT-XH",  "16-NQ/TU", "9-10",  "98,5%", "AND",   "VÀ",
    "KHÔNG",    "NEAR/3",  "GẦN",   "-x",     "=x",       "a*",    "xây*",  "xã:y",  "abc:d",
    "http://a", "20:10",   "\\x",   "\\",     "l’an",     "Ngọc,", "Cao",   "xã:",   "x\u0338",
    "\u0338x",  "\u0323y", "2022.", "lưu_ý:", "#a",       "…b",    "–c",    "(đ)/c", "năm:..2024",
};
constexpr std::array pieces{
    " ",    " ",     " ",      " ",      "\t",       "\u00A0", "\"",     "“",      "”",
    "«",    "‘‘",    "’’",     "’",      "(",        ")",      "(",      ")",      "-",
    " -",   "=",     "*",      "\\",     ":",        "&",      "|",      "/",      "..",
    ",",    " AND ", " OR ",   " NOT ",  " VÀ ",     " HOẶC ", "KHÔNG",  " NEAR ", " NEAR/7 ",
    "GẦN ", "xã:",   " năm:",  " abc:",  "tiêu-đề:", "_",      "\u0338", "\u0303", "\x01",
    "\xFF", "\xC3",  "\u200B", "\uFFFD", "…",        "–",      "1",      "2023",   "Cao Ngọc",
};

std::string random_text(Random& random) {
    std::string text;
    const std::size_t count = random.below(24);
    for (std::size_t i = 0; i < count; ++i) {
        text += random.one_in(3) ? random.pick(words) : random.pick(pieces);
    }
    return text;
}

std::string random_word(Random& random) {
    std::string word;
    do {
        word = random.pick(words);
    } while (word == "\\" || word == "(đ)/c");
    return word;
}

std::string random_words(Random& random) {
    std::string text = random_word(random);
    for (std::size_t more = random.below(3); more > 0; --more) text += " " + random_word(random);
    return text;
}

QueryNode random_leaf(Random& random) {
    QueryNode node{.kind = QueryNode::Kind::words, .text = random_words(random)};
    switch (random.below(5)) {
        case 0:
            node.kind = QueryNode::Kind::phrase;
            node.exact = random.one_in(3);
            break;
        case 1:
            return {.kind = QueryNode::Kind::prefix, .text = "xây"};
        case 2:
            node.kind = QueryNode::Kind::filter;
            node.field = query_fields()[random.below(query_fields().size())].field;
            break;
        default:
            node.exact = random.one_in(4);
    }
    return node;
}

QueryNode random_node(Random& random, std::size_t depth);

QueryNode random_near(Random& random) {
    QueryNode node{.kind = QueryNode::Kind::near};
    node.distance = static_cast<std::uint32_t>(1 + random.below(50));
    for (std::size_t count = 2 + random.below(2); count > 0; --count) {
        QueryNode leaf = random_leaf(random);
        while (leaf.kind == QueryNode::Kind::filter) leaf = random_leaf(random);
        node.children.push_back(std::move(leaf));
    }
    return node;
}

QueryNode random_group(Random& random, QueryNode::Kind kind, std::size_t depth) {
    QueryNode node{.kind = kind};
    for (std::size_t count = 2 + random.below(3); count > 0; --count) {
        QueryNode child = random_node(random, depth - 1);
        while (child.kind == kind) child = random_node(random, depth - 1);
        node.children.push_back(std::move(child));
    }
    return node;
}

QueryNode random_node(Random& random, std::size_t depth) {
    if (depth == 0) return random_leaf(random);
    switch (random.below(5)) {
        case 0:
            return random_near(random);
        case 1:
            return random_group(random, QueryNode::Kind::all, depth);
        case 2:
            return random_group(random, QueryNode::Kind::any, depth);
        case 3: {
            QueryNode node{.kind = QueryNode::Kind::none_of};
            node.children.push_back(random_node(random, depth - 1));
            return node;
        }
        default:
            return random_leaf(random);
    }
}

std::size_t count_leaves(const QueryNode& node) {
    std::size_t leaves = node.children.empty() ? 3 : 0;
    for (const QueryNode& child : node.children) leaves += count_leaves(child);
    return leaves;
}

bool ranges_lie_in(const std::vector<QueryNode>& nodes, std::size_t size) {
    return std::all_of(nodes.begin(), nodes.end(), [&](const QueryNode& node) {
        return node.range.begin < node.range.end && node.range.end <= size &&
               ranges_lie_in(node.children, size);
    });
}

bool ranges_lie_in(const std::vector<Notice>& notices, std::size_t size) {
    return std::all_of(notices.begin(), notices.end(), [&](const Notice& notice) {
        return notice.range.begin <= notice.range.end && notice.range.end <= size;
    });
}

bool fits(const QueryNode& root, const std::string& printed) {
    return count_leaves(root) <= max_query_leaves && printed.size() <= max_query_bytes;
}

TEST(QueryProperty, APrintedTreeReadsAsTheSameTree) {
    Random random(20'260'101);
    for (int i = 0; i < cases; ++i) {
        const QueryNode root = random_node(random, random.below(5));
        const std::string printed = print_query({.text = {}, .root = {root}, .notices = {}});
        if (!fits(root, printed)) continue;
        const ParsedQuery query = parse_query(printed);
        ASSERT_EQ(without_ranges(query.root), std::vector{root}) << printed << "\n"
                                                                 << describe(root) << "\n"
                                                                 << describe(query);
    }
}

TEST(QueryProperty, ATypedTextAndItsPrintedFormMeanTheSame) {
    Random random(20'260'102);
    for (int i = 0; i < cases; ++i) {
        const std::string typed = random_text(random);
        const ParsedQuery query = parse_query(typed);
        const std::string printed = print_query(query);
        const ParsedQuery again = parse_query(printed);
        ASSERT_EQ(without_ranges(again.root), without_ranges(query.root)) << typed << "\n"
                                                                          << printed << "\n"
                                                                          << describe(query) << "\n"
                                                                          << describe(again);
        ASSERT_EQ(print_query(again), printed);
    }
}

std::string decomposed(std::string text) {
    constexpr std::array<std::pair<const char*, const char*>, 8> forms{{{"à", "a\u0300"},
                                                                        {"ã", "a\u0303"},
                                                                        {"À", "A\u0300"},
                                                                        {"Ô", "O\u0302"},
                                                                        {"Ầ", "A\u0302\u0300"},
                                                                        {"Ặ", "A\u0323\u0306"},
                                                                        {"ề", "e\u0302\u0300"},
                                                                        {"ọ", "o\u0323"}}};
    for (const auto& [composed, parts] : forms) {
        for (auto at = text.find(composed); at != std::string::npos; at = text.find(composed)) {
            text.replace(at, std::string_view(composed).size(), parts);
        }
    }
    return text;
}

TEST(QueryProperty, BothNormalFormsAreReadAlike) {
    Random random(20'260'104);
    for (int i = 0; i < cases; ++i) {
        const std::string typed = random_text(random);
        ASSERT_EQ(parse_query(decomposed(typed)), parse_query(typed)) << typed;
    }
}

TEST(QueryProperty, TheTextIsCleanAndReadsAlike) {
    Random random(20'260'105);
    for (int i = 0; i < cases; ++i) {
        const ParsedQuery query = parse_query(random_text(random));
        ASSERT_EQ(nfc(query.text), query.text);
        ASSERT_EQ(parse_query(query.text).root, query.root) << query.text;
    }
}

TEST(QueryProperty, RangesLieInTheText) {
    Random random(20'260'103);
    for (int i = 0; i < cases; ++i) {
        const ParsedQuery query = parse_query(random_text(random));
        ASSERT_TRUE(ranges_lie_in(query.root, query.text.size())) << query.text;
        ASSERT_TRUE(ranges_lie_in(query.notices, query.text.size())) << query.text;
    }
}

}  // namespace
}  // namespace commsearch::query
