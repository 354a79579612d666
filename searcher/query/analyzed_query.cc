#include "searcher/query/analyzed_query.h"

#include <algorithm>
#include <utility>

namespace commsearch::query {
namespace {

AnalyzedNode analyzed(const QueryNode& node, Analyzer& analyzer) {
    AnalyzedNode analyzed_node{&node, {}, {}};
    if (node.kind == QueryNode::Kind::words || node.kind == QueryNode::Kind::phrase ||
        node.kind == QueryNode::Kind::filter)
        analyzed_node.tokens = analyzer.analyze(node.text, abbreviation::Reading::query);
    for (const QueryNode& child : node.children)
        analyzed_node.children.push_back(analyzed(child, analyzer));
    return analyzed_node;
}

/// Whether the compound is what a short form of the same bytes stands for; "ủy ban" in UBND is only
/// a part of what it means.
bool is_short_form(const word::Tokens& tokens, const word::Token& compound) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& other) {
        return other.kind == word::Token::Kind::short_form && other.begin == compound.begin &&
               other.position == compound.position && other.span == compound.span;
    });
}

void collect_short_forms(const AnalyzedNode& analyzed_node,
                         std::unordered_map<std::string, std::string>& short_forms) {
    const QueryNode& node = *analyzed_node.node;
    if (node.kind == QueryNode::Kind::none_of) return;
    if (node.kind == QueryNode::Kind::words || node.kind == QueryNode::Kind::phrase) {
        for (const word::Token& token : analyzed_node.tokens) {
            if (token.kind == word::Token::Kind::compound &&
                is_short_form(analyzed_node.tokens, token)) {
                short_forms.emplace(token.term,
                                    node.text.substr(token.begin, token.end - token.begin));
            }
        }
    }
    for (const AnalyzedNode& child : analyzed_node.children)
        collect_short_forms(child, short_forms);
}

}  // namespace

AnalyzedQuery analyze(ParsedQuery parsed, Analyzer& analyzer, bool exact) {
    AnalyzedQuery query;
    query.parsed = std::move(parsed);
    query.exact = exact;
    for (const QueryNode& node : query.parsed.root) query.root.push_back(analyzed(node, analyzer));
    for (const AnalyzedNode& node : query.root) collect_short_forms(node, query.short_forms);
    return query;
}

}  // namespace commsearch::query
