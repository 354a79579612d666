#include <algorithm>
#include <string>

#include "analyzers/base/unicode.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/query_parser.h"

namespace commsearch::query {
namespace {

using NodeKind = QueryNode::Kind;

std::string print_node(const QueryNode& node);

/// Whether `printed` alone is read as the word `word`.
bool reads_as_word(const std::string& printed, std::string_view word) {
    NoticeList ignored;
    const auto tokens = lex_query(printed, ignored);
    return tokens.size() == 1 && tokens.front().kind == QueryToken::Kind::word &&
           tokens.front().text == word;
}

std::string print_word(std::string_view word, bool exact) {
    const std::string sign = exact ? "=" : "";
    std::string plain = sign + std::string(word);
    // NFC would join a mark to '='.
    const bool safe = !is_mark(decode_at(word, 0).value) && reads_as_word(plain, word);
    return safe ? plain : sign + "\\" + std::string(word);
}

std::string print_words(const QueryNode& node) {
    std::string out;
    const std::string_view text = node.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (!out.empty()) out += " ";
        out += print_word(text.substr(at, end - at), node.exact);
        at = end + 1;
    }
    return out;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string in_parentheses(const std::string& printed) { return "(" + printed + ")"; }

bool is_one_word(const QueryNode& node) {
    return node.kind == NodeKind::words && node.text.find(' ') == std::string::npos;
}

std::string print_near(const QueryNode& node) {
    std::string sign = " NEAR";
    if (node.distance != default_near_distance) sign += "/" + std::to_string(node.distance);
    std::string out;
    for (const QueryNode& child : node.children) {
        if (!out.empty()) out += sign + " ";
        out += print_node(child);
    }
    return out;
}

std::string print_none_of(const QueryNode& node) {
    const QueryNode& child = node.children.front();
    const std::string printed = print_node(child);
    if (child.kind == NodeKind::words && !is_one_word(child)) return "NOT " + printed;
    const bool leaf = child.children.empty();
    return "-" + (leaf ? printed : in_parentheses(printed));
}

/// The words with which the printed node begins, nullptr when it begins otherwise.
const QueryNode* first_words(const QueryNode& node) {
    if (node.kind == NodeKind::near) return first_words(node.children.front());
    return node.kind == NodeKind::words ? &node : nullptr;
}

const QueryNode* last_words(const QueryNode& node) {
    if (node.kind == NodeKind::near) return last_words(node.children.back());
    if (node.kind != NodeKind::none_of) return node.kind == NodeKind::words ? &node : nullptr;
    const QueryNode& child = node.children.front();
    return child.kind == NodeKind::words && !is_one_word(child) ? &child : nullptr;
}

/// Whether `left` and `right` side by side would be read as one run of words.
bool would_join(const QueryNode& left, const QueryNode& right) {
    const QueryNode* const last = last_words(left);
    const QueryNode* const first = first_words(right);
    return last != nullptr && first != nullptr && last->exact == first->exact;
}

std::string print_all(const QueryNode& node) {
    std::string out;
    const QueryNode* before = nullptr;
    for (const QueryNode& child : node.children) {
        if (child.role == QueryNode::Role::prefers) continue;  // its words stand beside it
        const std::string printed = print_node(child);
        if (before != nullptr) out += would_join(*before, child) ? " AND " : " ";
        out += child.kind == NodeKind::any ? in_parentheses(printed) : printed;
        before = &child;
    }
    return out;
}

std::string print_any(const QueryNode& node) {
    std::string out;
    for (const QueryNode& child : node.children) {
        if (!out.empty()) out += " OR ";
        out += print_node(child);
    }
    return out;
}

std::string print_node(const QueryNode& node) {
    switch (node.kind) {
        case NodeKind::words:
            return print_words(node);
        case NodeKind::phrase:
            return (node.exact ? "=" : "") + quoted(node.text);
        case NodeKind::near:
            return print_near(node);
        case NodeKind::prefix:
            return node.text + "*";
        case NodeKind::filter:
            return std::string(query_field(node.field).name) + ":" + quoted(node.text);
        case NodeKind::all:
            return print_all(node);
        case NodeKind::any:
            return print_any(node);
        case NodeKind::none_of:
            return print_none_of(node);
    }
    return {};
}

}  // namespace

std::string print_query(const ParsedQuery& query) {
    return query.root.empty() ? std::string() : print_node(query.root.front());
}

}  // namespace commsearch::query
