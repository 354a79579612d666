#pragma once

#include <string_view>
#include <vector>

#include "analyzers/token.h"
#include "searcher/query_builder.h"
#include "searcher/result.h"

namespace commsearch {

/// True when the token is something the query asked for.
[[nodiscard]] bool is_hit(const Token& token, const HitTerms& hits);

/// The stretch of `text` that answers the query best, about `max_bytes` long, with what matched
/// marked. `tokens` is the
/// analysis of `text`. The fragments joined are a piece of the text, cut at words, with "…" in a
/// fragment of its own where text was left out. A text without any hit gives its beginning.
[[nodiscard]] std::vector<Fragment> make_excerpt(std::string_view text, const Tokens& tokens,
                                                 const HitTerms& hits, std::size_t max_bytes);

/// True when the words of `sequence` stand one behind the other in the running text of `tokens`.
[[nodiscard]] bool holds_sequence(const Tokens& tokens, const Sequence& sequence);

/// True when each sequence of `near` stands somewhere and all of them begin within its distance.
[[nodiscard]] bool holds_nearness(const Tokens& tokens, const Nearness& near);

}  // namespace commsearch
