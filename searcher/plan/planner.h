#pragma once

#include "analyzers/analyzer.h"
#include "indexer/schema/columns.h"
#include "searcher/index/open_index.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/term_clauses.h"
#include "searcher/query/query.h"

namespace commsearch {

/// Turns a parsed query into what one index is asked for: walks the tree and joins what its leaves
/// demand, score and mark.
class QueryBuilder {
public:
    /// Both must live longer.
    QueryBuilder(const OpenIndex& index, Analyzer& analyzer);

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
