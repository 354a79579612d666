#include "searcher/query/query_tokens.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "searcher/query/query_characters.h"
#include "searcher/query/query_parser.h"

namespace commsearch::query {
namespace {

using Kind = QueryToken::Kind;
using Tokens = std::vector<QueryToken>;

bool is_parenthesis(const QueryToken& token) {
    return token.kind == Kind::open || token.kind == Kind::close;
}

void make_words(Tokens& tokens, std::string_view text, bool (*chosen)(const QueryToken&)) {
    for (QueryToken& token : tokens) {
        if (!chosen(token)) continue;
        token.kind = Kind::word;
        token.text = text.substr(token.range.begin, token.range.end - token.range.begin);
    }
}

/// Someone who asks in a sentence stresses a word by capitals: "Điều nào sau đây KHÔNG phải là …?"
/// (14 of 365 judged exam questions do).
bool is_sentence(const Tokens& tokens, std::string_view text) {
    constexpr std::ptrdiff_t long_query = 8;
    const auto words = std::count_if(tokens.begin(), tokens.end(), [](const QueryToken& token) {
        return token.kind == Kind::word;
    });
    return words > long_query || text.find('?') != std::string_view::npos;
}

/// "NÔNG THÔN MỚI VÀ ĐÔ THỊ" holds no operator, nor does a sentence, and "AND" alone asks for that
/// word.
void settle_operators(Tokens& tokens, std::string_view text) {
    const auto is_small = [](const QueryToken& token) {
        return token.is_operand() && has_small_letter(token.text);
    };
    const auto is_operand = [](const QueryToken& token) { return token.is_operand(); };
    if (std::none_of(tokens.begin(), tokens.end(), is_small) || is_sentence(tokens, text)) {
        make_words(tokens, text, [](const QueryToken& token) { return token.vietnamese; });
    }
    if (std::none_of(tokens.begin(), tokens.end(), is_operand)) {
        make_words(tokens, text, [](const QueryToken& token) { return token.is_operator(); });
    }
}

std::size_t leaves_of(const QueryToken& token) {
    if (!token.is_operand()) return 0;
    if (token.kind != Kind::word) return 1;
    return 1 + static_cast<std::size_t>(std::count(token.text.begin(), token.text.end(), ' '));
}

/// Drops everything behind the last leaf that is allowed, but for parentheses.
void limit_leaves(Tokens& tokens, NoticeList& notices) {
    std::size_t leaves = 0;
    const auto too_many = std::find_if(tokens.begin(), tokens.end(), [&](const QueryToken& token) {
        leaves += leaves_of(token);
        return leaves > max_query_leaves;
    });
    if (too_many == tokens.end()) return;
    notices.add(NoticeKind::too_many_terms, {too_many->range.begin, tokens.back().range.end},
                std::to_string(max_query_leaves));
    auto cut = too_many;
    const auto joins = [](const QueryToken& token) {
        return token.is_operator() || token.kind == Kind::minus || token.kind == Kind::open;
    };
    while (cut != tokens.begin() && joins(*std::prev(cut))) --cut;
    tokens.erase(std::remove_if(cut, tokens.end(), std::not_fn(is_parenthesis)), tokens.end());
}

void drop_unbalanced_parentheses(Tokens& tokens, NoticeList& notices) {
    std::vector<bool> paired(tokens.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == Kind::open) open.push_back(i);
        if (tokens[i].kind != Kind::close || open.empty()) continue;
        paired[i] = paired[open.back()] = true;
        open.pop_back();
    }
    Tokens kept;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_parenthesis(tokens[i]) && !paired[i]) {
            notices.add(NoticeKind::unbalanced_parenthesis, tokens[i].range);
        } else {
            kept.push_back(std::move(tokens[i]));
        }
    }
    tokens = std::move(kept);
}

/// The parentheses of `tokens` are balanced.
void drop_deep_parentheses(Tokens& tokens, NoticeList& notices) {
    Tokens kept;
    std::size_t depth = 0;
    for (QueryToken& token : tokens) {
        if (token.kind == Kind::open) ++depth;
        const bool too_deep = is_parenthesis(token) && depth > max_query_depth;
        if (token.kind == Kind::close) --depth;
        if (!too_deep) {
            kept.push_back(std::move(token));
        } else if (token.kind == Kind::open) {
            notices.add(NoticeKind::too_deep, token.range, std::to_string(max_query_depth));
        }
    }
    tokens = std::move(kept);
}

}  // namespace

void settle_tokens(std::vector<QueryToken>& tokens, std::string_view text, NoticeList& notices) {
    settle_operators(tokens, text);
    limit_leaves(tokens, notices);
    drop_unbalanced_parentheses(tokens, notices);
    drop_deep_parentheses(tokens, notices);
}

}  // namespace commsearch::query
