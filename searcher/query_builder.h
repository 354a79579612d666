#pragma once

#include <xapian.h>

#include <cstdint>

#include "analyzers/analyzer.h"
#include "searcher/built_query.h"
#include "searcher/filters.h"
#include "searcher/query.h"

namespace commsearch {

/// How much of a query a passage must hold.
enum class Strictness : std::uint8_t {
    all_words,  ///< every content word, accents as typed, in the passage or its headings and title
    any_word,   ///< any of them, accents aside; the ranking sorts the rest out
};

/// Turns a parsed query into a Xapian query on one index: walks the tree and joins what its runs of
/// words demand (QueryDemands), score (QueryScores) and mark (QueryHits).
class QueryBuilder {
public:
    /// All of them must live longer.
    QueryBuilder(const Xapian::Database& database, Analyzer& analyzer, const Filters& filters);

    [[nodiscard]] BuiltQuery build(const ParsedQuery& parsed, Strictness strictness,
                                   bool exact) const;

    /// What a weight is multiplied by for a passage that tells what was done (past) or what is
    /// planned, as the query asks for the one or the other.
    [[nodiscard]] static double horizon_factor(const BuiltQuery& built, const FacetRecord& facets);

    /// The weighting scheme that goes with the queries.
    [[nodiscard]] static Xapian::BM25Weight weighting();

private:
    class Build;
    const Xapian::Database& database_;
    Analyzer& analyzer_;
    const Filters& filters_;
};

}  // namespace commsearch
