#pragma once

#include <string_view>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/answer/excerpt_window.h"
#include "searcher/model/answer.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::answer {

/// For each token whether it is a hit: the query asks for it, and a word of a phrase stands in the
/// whole phrase.
[[nodiscard]] std::vector<bool> find_hits(const word::Tokens& tokens,
                                          const plan::HighlightTerms& hits);

/// The hits in text order, those that touch or overlap still apart.
[[nodiscard]] std::vector<Hit> hits_in_order(const word::Tokens& tokens,
                                             const plan::HighlightTerms& hits);

/// What the window shows, with those hits marked; they are in text order.
[[nodiscard]] std::vector<Fragment> cut_excerpt(std::string_view text,
                                                const std::vector<Hit>& found, Window window);

/// The stretch of `text`, about `max_bytes` long, that holds most of what the query asks for
/// (best_window), with hits marked. `tokens` is the analysis of `text`. The fragments joined are a piece of the text,
/// cut between words, with "…" in a fragment of its own where text was left out. Without any hit it
/// is the beginning.
[[nodiscard]] std::vector<Fragment> make_excerpt(std::string_view text, const word::Tokens& tokens,
                                                 const plan::HighlightTerms& hits,
                                                 std::size_t max_bytes);

}  // namespace commsearch::answer
