#include "searcher/query/query_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/query_notices.h"
#include "searcher/query/query_tokens.h"

namespace commsearch::query {
namespace {

using Kind = QueryToken::Kind;

bool is_unreadable(char32_t value) {
    return value == replacement_character || (value < 0x20 && !is_space(value)) ||
           (value >= 0x7F && value < 0xA0 && !is_space(value));
}

/// `normal` up to max_query_bytes, unreadable characters replaced by blanks and told.
std::string readable_part(std::string_view normal, NoticeList& notices) {
    std::optional<SourceRange> unreadable;
    std::string text;
    for (std::size_t at = 0; at < normal.size();) {
        const CodePoint point = decode_at(normal, at);
        const bool bad = is_unreadable(point.value);
        const bool blank = bad || point.value < 0x20;
        const std::string_view piece = blank ? " " : normal.substr(at, point.size);
        if (text.size() + piece.size() > max_query_bytes) {
            notices.add(NoticeKind::query_too_long, {}, std::to_string(max_query_bytes));
            break;
        }
        const auto place = static_cast<std::uint32_t>(text.size());
        if (bad && !unreadable) unreadable = SourceRange{place, place + 1};
        text += piece;
        at += point.size;
    }
    if (unreadable) notices.add(NoticeKind::bad_characters, *unreadable);
    return text;
}

/// Without soft hyphens and the like, which are pasted and never typed.
std::string without_ignorable(std::string_view typed) {
    std::string kept;
    for (std::size_t at = 0; at < typed.size();) {
        const CodePoint point = decode_at(typed, at);
        if (!is_ignorable(point.value)) kept += typed.substr(at, point.size);
        at += point.size;
    }
    return kept;
}

/// The text that the ranges of the query point into.
std::string readable_text(std::string_view typed, NoticeList& notices) {
    // No form has more than three times the bytes of NFC, so every form reaches the limit before
    // this cut, which may split a code point.
    return readable_part(nfc(without_ignorable(typed.substr(0, 4 * max_query_bytes))), notices);
}

bool is_blank(std::string_view text) { return squeeze_blanks(text).empty(); }

QueryNode leaf_of(const QueryToken& token) {
    QueryNode node{
        .text = token.text, .field = token.field, .exact = token.exact, .range = token.range};
    if (token.kind == Kind::phrase) node.kind = QueryNode::Kind::phrase;
    if (token.kind == Kind::prefix) node.kind = QueryNode::Kind::prefix;
    if (token.kind == Kind::filter) node.kind = QueryNode::Kind::filter;
    return node;
}

/// The children under one `all` or `any`; no node without children, the child alone if it is one.
std::optional<QueryNode> grouped(QueryNode::Kind kind, std::vector<QueryNode> children) {
    if (children.empty()) return std::nullopt;
    if (children.size() == 1) return std::move(children.front());
    QueryNode group{.kind = kind,
                    .range = {children.front().range.begin, children.back().range.end}};
    for (QueryNode& child : children) {
        if (child.kind == kind) {
            std::move(child.children.begin(), child.children.end(),
                      std::back_inserter(group.children));
        } else {
            group.children.push_back(std::move(child));
        }
    }
    return group;
}

bool can_be_near(const QueryNode& node) {
    return node.kind == QueryNode::Kind::words || node.kind == QueryNode::Kind::phrase ||
           node.kind == QueryNode::Kind::prefix || node.kind == QueryNode::Kind::near;
}

/// One `near` of both; a chain a NEAR/5 b NEAR/3 c is one node with the largest distance.
QueryNode joined_near(QueryNode left, QueryNode right, std::uint32_t distance) {
    QueryNode node{.kind = QueryNode::Kind::near,
                   .distance = distance,
                   .range = {left.range.begin, right.range.end}};
    for (QueryNode* side : {&left, &right}) {
        if (side->kind == QueryNode::Kind::near) {
            node.distance = std::max(node.distance, side->distance);
            std::move(side->children.begin(), side->children.end(),
                      std::back_inserter(node.children));
        } else {
            node.children.push_back(std::move(*side));
        }
    }
    return node;
}

/// Recursive descent, loosest first: OR; AND and neighbours; NEAR; '-' and NOT. The tokens are
/// settled, so recursion is at most max_query_depth deep.
class Parser {
public:
    Parser(const std::vector<QueryToken>& tokens, NoticeList& notices)
        : tokens_(tokens), notices_(notices) {}

    std::optional<QueryNode> parse_any() {
        std::vector<QueryNode> children;
        const QueryToken* pending = nullptr;
        while (at_ < tokens_.size() && !here(Kind::close)) {
            if (here(Kind::or_operator)) {
                take_joiner(pending, children.empty());
            } else if (auto child = parse_all()) {
                children.push_back(std::move(*child));
                pending = nullptr;
            }
        }
        dangling(pending);
        return grouped(QueryNode::Kind::any, std::move(children));
    }

private:
    std::optional<QueryNode> parse_all() {
        std::vector<QueryNode> children;
        const QueryToken* pending = nullptr;
        while (at_ < tokens_.size() && !here(Kind::close) && !here(Kind::or_operator)) {
            const std::size_t before = children.size();
            if (here(Kind::and_operator)) {
                take_joiner(pending, children.empty());
            } else if (here(Kind::near_operator)) {
                dangling(&tokens_[at_++]);
            } else {
                parse_near(children);
            }
            if (children.size() > before) pending = nullptr;
        }
        dangling(pending);
        return grouped(QueryNode::Kind::all, std::move(children));
    }

    /// Appends an operand, or several joined by NEAR, to `children`.
    void parse_near(std::vector<QueryNode>& children) {
        auto left = parse_operand();
        while (left && here(Kind::near_operator)) {
            const QueryToken& near = tokens_[at_++];
            auto right = parse_operand();
            if (!right) {
                dangling(&near);
            } else if (can_be_near(*left) && can_be_near(*right)) {
                left = joined_near(std::move(*left), std::move(*right), distance_of(near));
            } else {
                notices_.add(NoticeKind::near_operand, near.range, near.text);
                children.push_back(std::move(*left));
                left = std::move(right);
            }
        }
        if (left) children.push_back(std::move(*left));
    }

    std::uint32_t distance_of(const QueryToken& near) {
        const std::uint32_t distance = std::clamp(near.distance, 1U, max_near_distance);
        if (distance != near.distance) {
            notices_.add(NoticeKind::near_distance, near.range, std::to_string(distance));
        }
        return distance;
    }

    std::optional<QueryNode> parse_operand() {
        const QueryToken* negation = nullptr;
        while (here(Kind::minus) || here(Kind::not_operator)) {
            dangling(negation);
            negation = &tokens_[at_++];
        }
        const bool one_word = negation != nullptr && negation->kind == Kind::minus;
        auto operand = parse_primary(one_word);
        if (negation == nullptr) return operand;
        if (!operand) {
            dangling(negation);
            return std::nullopt;
        }
        QueryNode node{.kind = QueryNode::Kind::none_of,
                       .range = {negation->range.begin, operand->range.end}};
        node.children.push_back(std::move(*operand));
        return node;
    }

    /// Nothing when neither an operand nor a parenthesis with something in it stands here.
    std::optional<QueryNode> parse_primary(bool one_word) {
        if (here(Kind::open)) {
            ++at_;
            auto group = parse_any();
            ++at_;
            return group;
        }
        if (at_ == tokens_.size() || !tokens_[at_].is_operand()) return std::nullopt;
        QueryNode leaf = leaf_of(tokens_[at_++]);
        if (leaf.kind != QueryNode::Kind::words || one_word) return leaf;
        for (; here(Kind::word) && tokens_[at_].exact == leaf.exact; ++at_) {
            leaf.text.append(" ").append(tokens_[at_].text);
            leaf.range.end = tokens_[at_].range.end;
        }
        return leaf;
    }

    /// Takes the AND or OR here; it is `pending` until its right side is read.
    void take_joiner(const QueryToken*& pending, bool lacks_left) {
        const QueryToken* const joiner = &tokens_[at_++];
        if (lacks_left || pending != nullptr) {
            dangling(joiner);
        } else {
            pending = joiner;
        }
    }

    void dangling(const QueryToken* token) {
        if (token == nullptr) return;
        notices_.add(NoticeKind::dangling_operator, token->range, token->text);
    }

    [[nodiscard]] bool here(Kind kind) const {
        return at_ < tokens_.size() && tokens_[at_].kind == kind;
    }

    const std::vector<QueryToken>& tokens_;
    NoticeList& notices_;
    std::size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view typed) {
    NoticeList notices;
    ParsedQuery query{
        .text = readable_text(typed, notices), .root = {}, .has_operators = false, .notices = {}};
    std::vector<QueryToken> tokens = lex_query(query.text, notices);
    settle_tokens(tokens, query.text, notices);
    query.has_operators = std::any_of(tokens.begin(), tokens.end(),
                                      [](const QueryToken& token) { return token.is_operator(); });
    if (auto root = Parser(tokens, notices).parse_any()) query.root.push_back(std::move(*root));
    if (query.root.empty() && !is_blank(query.text) && !has_word_character(query.text)) {
        notices.add(NoticeKind::only_punctuation, {});
    }
    query.notices = notices.in_order();
    return query;
}

}  // namespace commsearch::query
