#pragma once

namespace commsearch {

/// '0' to '9'.
[[nodiscard]] constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
/// 'a' to 'z'.
[[nodiscard]] constexpr bool is_small_ascii_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
/// 'a' to 'z', 'A' to 'Z'.
[[nodiscard]] constexpr bool is_ascii_letter(char byte) {
    return is_small_ascii_letter(byte) || (byte >= 'A' && byte <= 'Z');
}

}  // namespace commsearch
