#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/word/token.h"

namespace commsearch::answer {

/// A stretch of the text that matched: bytes, half-open.
struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view term;  ///< of a token
};

/// Where an excerpt may begin: bytes at which words begin, ascending.
struct Borders {
    std::vector<std::size_t> sentences;  ///< and items of lists, with their number or dash
    std::vector<std::size_t> clauses;    ///< what stands behind a semicolon
};

/// The borders of a text of which `tokens` is the analysis.
[[nodiscard]] Borders borders_of(std::string_view text, const word::Tokens& tokens);

/// What is shown of a text.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The window of at most `max_bytes` with the most different terms, then, with `wants_figure`, with
/// a number in the sentence of its first hit, then with the most hits, then the first. It begins with
/// a sentence, else with a clause, where none of the terms is lost by that. `hits` in text order.
[[nodiscard]] Window best_window(std::string_view text, const std::vector<Hit>& hits,
                                 const Borders& borders, std::size_t max_bytes, bool wants_figure);

}  // namespace commsearch::answer
