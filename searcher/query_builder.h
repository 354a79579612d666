#pragma once

#include "analyzers/analyzer.h"
#include "searcher/built_query.h"
#include "searcher/filters.h"
#include "searcher/query.h"
#include "searcher/query_leaves.h"

namespace commsearch {

/// Turns a parsed query into what one index is asked for: walks the tree and joins what its leaves
/// demand, score and mark.
class QueryBuilder {
public:
    /// All of them, and what `words` refers to, must live longer.
    QueryBuilder(const IndexWords& words, Analyzer& analyzer, const Filters& filters);

    [[nodiscard]] BuiltQuery build(const ParsedQuery& parsed, Strictness strictness,
                                   bool exact) const;

    /// What a weight is multiplied by for a passage that tells what was done (past) or what is
    /// planned, as the query asks for the one or the other.
    [[nodiscard]] static double horizon_factor(const BuiltQuery& built, const ReportRow& report,
                                               const SectionRow& section);

private:
    QuerySources sources_;
};

}  // namespace commsearch
