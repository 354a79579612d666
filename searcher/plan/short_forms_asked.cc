#include "searcher/plan/short_forms_asked.h"

#include <algorithm>

namespace commsearch {
namespace {

void collect_asked(const QueryNode& node, Analyzer& analyzer,
                   std::unordered_map<std::string, std::string>& asked) {
    if (node.kind == QueryNode::Kind::none_of) return;
    if (node.kind == QueryNode::Kind::words || node.kind == QueryNode::Kind::phrase) {
        const Tokens tokens = analyzer.analyze(node.text, Reading::query);
        for (const Token& compound : tokens) {
            // "ủy ban" in UBND is only a part of what it means.
            const bool as_short_form =
                std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
                    return other.kind == Token::Kind::short_form && other.begin == compound.begin &&
                           other.position == compound.position && other.span == compound.span;
                });
            if (compound.kind == Token::Kind::compound && as_short_form)
                asked.emplace(compound.term,
                              node.text.substr(compound.begin, compound.end - compound.begin));
        }
    }
    for (const QueryNode& child : node.children) collect_asked(child, analyzer, asked);
}

}  // namespace

std::unordered_map<std::string, std::string> short_forms_asked(const ParsedQuery& parsed,
                                                               Analyzer& analyzer) {
    std::unordered_map<std::string, std::string> asked;
    for (const QueryNode& node : parsed.root) collect_asked(node, analyzer, asked);
    return asked;
}

}  // namespace commsearch
