#pragma once

#include <cstdint>
#include <string_view>

namespace commsearch {

/// The fingerprint of no bytes: FNV-1a, 64 bits.
inline constexpr std::uint64_t fingerprint_seed = 0xcbf29ce484222325U;

/// FNV-1a, 64 bits: the same on every machine and in every version, which std::hash is not. For
/// names, not against attackers. `seed` is the fingerprint of what goes before.
[[nodiscard]] constexpr std::uint64_t fingerprint(std::string_view bytes,
                                                  std::uint64_t seed = fingerprint_seed) {
    for (const char byte : bytes) {
        seed ^= static_cast<unsigned char>(byte);
        seed *= 0x100000001b3U;
    }
    return seed;
}

/// Spreads the bits of a hash over all 64 (the finalizer of MurmurHash3): the high bits of a
/// fingerprint() hardly differ between short texts, or between texts that end alike.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t hash) {
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33U);
}

}  // namespace commsearch
