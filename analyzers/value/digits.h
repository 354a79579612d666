#pragma once

#include <string>
#include <string_view>

namespace commsearch {

/// The number that `text` writes in ASCII digits; -1 when it is empty, holds anything else or has
/// more than nine digits.
[[nodiscard]] constexpr int digits_value(std::string_view text) {
    if (text.empty() || text.size() > 9) return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// `number` (0 or more) in decimal, with zeros before it up to `width` digits.
[[nodiscard]] inline std::string padded_number(int number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace commsearch
