#pragma once

#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/query_fields.h"

namespace commsearch {

/// The tree without its ranges, to compare what two texts mean.
inline query::QueryNode without_ranges(query::QueryNode node) {
    node.range = {};
    for (query::QueryNode& child : node.children) child = without_ranges(std::move(child));
    return node;
}

inline std::vector<query::QueryNode> without_ranges(std::vector<query::QueryNode> nodes) {
    for (query::QueryNode& node : nodes) node = without_ranges(std::move(node));
    return nodes;
}

/// The tree on one line: all[words(a b) phrase(c d) xã(x) none_of[words(e)]].
inline std::string describe(const query::QueryNode& node) {
    using Kind = query::QueryNode::Kind;
    const std::string text = "(" + node.text + ")";
    const std::string exact = node.exact ? "=" : "";
    std::string children;
    for (const query::QueryNode& child : node.children) {
        children += (children.empty() ? "" : " ") + describe(child);
    }
    children = "[" + children + "]";
    switch (node.kind) {
        case Kind::words:
            return exact + "words" + text;
        case Kind::phrase:
            return exact + "phrase" + text;
        case Kind::prefix:
            return "prefix" + text;
        case Kind::filter:
            return std::string(query::query_field(node.field).name) + text;
        case Kind::near:
            return "near" + std::to_string(node.distance) + children;
        case Kind::all:
            return "all" + children;
        case Kind::any:
            return "any" + children;
        case Kind::none_of:
            return "none_of" + children;
    }
    return {};
}

inline std::string describe(const query::ParsedQuery& query) {
    return query.root.empty() ? std::string() : describe(query.root.front());
}

}  // namespace commsearch
