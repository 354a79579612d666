#pragma once

#include <bit>
#include <cstdint>

#include "analyzers/word/token_view.h"

namespace commsearch::word {

/// A fingerprint of a text that near-identical texts nearly share (simhash, Charikar 2002): 64 bits
/// over the triples of its running words, unaccented and without numbers, so that a paragraph that an
/// office repeats month after month with new figures keeps it. 0 for a text of fewer than
/// `min_similarity_words` words, which is like many others.
[[nodiscard]] std::uint64_t similarity_hash(TokenViews tokens);
[[nodiscard]] std::uint64_t similarity_hash(const Tokens& tokens);

inline constexpr std::size_t min_similarity_words = 12;

/// Bits in which the hashes of two near-identical texts differ at most. Chosen, not measured:
/// unrelated texts differ in about 32 of the 64.
inline constexpr int max_similarity_distance = 6;

[[nodiscard]] inline bool are_similar(std::uint64_t a, std::uint64_t b) {
    return a != 0 && b != 0 && std::popcount(a ^ b) <= max_similarity_distance;
}

}  // namespace commsearch::word
