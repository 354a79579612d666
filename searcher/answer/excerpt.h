#pragma once

#include <string_view>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/model/result.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Of each token, whether the query asked for it; words of a phrase where the phrase stands whole.
[[nodiscard]] std::vector<bool> find_hits(const Tokens& tokens, const HitTerms& hits);

/// The stretch of `text` that answers the query best, about `max_bytes` long, with what matched
/// marked. `tokens` is the
/// analysis of `text`. The fragments joined are a piece of the text, cut at words, with "…" in a
/// fragment of its own where text was left out. A text without any hit gives its beginning.
[[nodiscard]] std::vector<Fragment> make_excerpt(std::string_view text, const Tokens& tokens,
                                                 const HitTerms& hits, std::size_t max_bytes);

}  // namespace commsearch
