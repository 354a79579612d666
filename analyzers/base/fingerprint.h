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

}  // namespace commsearch
