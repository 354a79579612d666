#include "analyzers/similarity.h"

#include <array>
#include <string>

#include "analyzers/fingerprint.h"

namespace commsearch {
namespace {

/// Mixes the bits of an FNV hash, whose high bits are poor for short texts (the finalizer of
/// MurmurHash3).
std::uint64_t mixed(std::uint64_t hash) {
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33U);
}

}  // namespace

std::uint64_t similarity_hash(const Tokens& tokens) {
    std::vector<const std::string*> words;
    for (const Token& token : tokens) {
        if (is_running(token) && token.kind != Token::Kind::number) words.push_back(&token.bare);
    }
    if (words.size() < min_similarity_words) return 0;
    std::array<int, 64> balance{};
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        std::uint64_t hash = fingerprint_seed;
        for (std::size_t word = i; word < i + 3; ++word)
            hash = fingerprint(" ", fingerprint(*words[word], hash));
        hash = mixed(hash);
        for (std::size_t bit = 0; bit < balance.size(); ++bit)
            balance.at(bit) += (hash >> bit & 1U) != 0 ? 1 : -1;
    }
    std::uint64_t result = 0;
    for (std::size_t bit = 0; bit < balance.size(); ++bit) {
        if (balance.at(bit) > 0) result |= std::uint64_t{1} << bit;
    }
    return result;
}

}  // namespace commsearch
