#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/word/token.h"
#include "searcher/query/query.h"

namespace commsearch::query {

/// A node of a query beside the words it is read as.
struct AnalyzedNode {
    const QueryNode* node = nullptr;  ///< of AnalyzedQuery::parsed
    word::Tokens tokens;              ///< of its text: words, phrase, filter
    std::vector<AnalyzedNode> children;
};

/// A query with the words of its parts, read once: what is planned, suggested, marked and told of
/// it is told by these. A value that can be moved, not copied; not changed once made, so that any
/// thread may read it.
struct AnalyzedQuery {
    AnalyzedQuery() = default;
    AnalyzedQuery(AnalyzedQuery&&) = default;
    AnalyzedQuery& operator=(AnalyzedQuery&&) = default;
    AnalyzedQuery(const AnalyzedQuery&) = delete;  // its nodes point into `parsed`
    AnalyzedQuery& operator=(const AnalyzedQuery&) = delete;

    ParsedQuery parsed;
    std::vector<AnalyzedNode> root;  ///< as that of `parsed`
    bool exact = false;              ///< the spelling typed is asked for everywhere
    /// The short forms that the query asks for, as typed, by each long form they may stand for:
    /// "công nghiệp" -> "CN". Those of what is excluded are left out.
    std::unordered_map<std::string, std::string> short_forms;
};

/// Reads the words of the query as a query has them (Reading::query).
[[nodiscard]] AnalyzedQuery analyze(ParsedQuery parsed, Analyzer& analyzer, bool exact);

}  // namespace commsearch::query
