#pragma once

#include <algorithm>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/index_reader.h"
#include "searcher/index/vocabulary.h"
#include "searcher/match/match.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::rank {

// How the score of a passage is composed; its numbers are those of ranking.h.
//
//   clauses  sum over the scoring clauses of bm25(clause_weight, count of the clause)   by Scorer
//   own      clauses * frame_factor * plan_or_result_factor * asked_factor * all_words_factor (of those that hold every word)
//   score    (1 - document_share) * own + document_share * mean of `own` over the document
//
// What `explain` shows are the same summands, then the one factor that makes their sum the score.

/// The passage-independent factor of a clause: its weight times its idf^idf_power and, as in BM25,
/// its idf and k1 + 1. A constant clause scores just that.
[[nodiscard]] double clause_weight(const index::Vocabulary& words,
                                   const plan::ScoringClause& clause);

/// What BM25 adds to a count, for a passage of so many times the mean length.
[[nodiscard]] inline double length_norm(double relative_length) {
    return bm25_k1 * (std::max(relative_length, bm25_min_length) * bm25_b + (1 - bm25_b));
}

/// BM25 of a clause that a passage holds `count` times.
[[nodiscard]] inline double bm25(double clause_weight, double count, double length_norm) {
    return clause_weight * count / (length_norm + count);
}

/// The factor of a passage that reports results or, as the query asks, one that makes plans.
[[nodiscard]] double plan_or_result_factor(const plan::QueryPlan& plan,
                                           const schema::ReportRow& report,
                                           const schema::SectionRow& section);

/// The factor of a report of the period and the commune that the query asks for; none of the
/// period for what it plans for the next one.
[[nodiscard]] double asked_factor(const plan::QueryPlan& plan, const schema::ReportRow& report,
                                  const schema::SectionRow& section);

/// frame_factor for a passage that tells of its paper, else 1.
[[nodiscard]] double frame_factor_of(const schema::SectionRow& section);

/// Applies all_words_factor (told_figure_factor where the plan compares figures), beside passages
/// that hold some words, to those that hold every word:
/// the weights of `matches` that are in `all_words`. Both in the order of passages.
void prefer_all_words(const plan::QueryPlan& plan, const std::vector<match::Match>& all_words,
                      std::vector<match::Match>& matches);

/// Blends the weight of each passage with its document's mean, in which passages that do not match
/// count 0: a paper on the very subject comes before one that mentions it, and a long report on
/// everything has little to give. Only the best scored_matches give and take. The order of
/// `matches` stays.
void blend_with_documents(const index::IndexReader& index, std::vector<match::Match>& matches);

}  // namespace commsearch::rank
