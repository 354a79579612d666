#pragma once

#include <cstdint>
#include <string_view>

namespace commsearch::source {

/// The sign that the font Symbol has in place of a byte, of those that reports use; empty for
/// others.
[[nodiscard]] constexpr std::string_view symbol_font_text(std::uint32_t byte) {
    switch (byte & 0xFFU) {
        case 0xA3:
            return "≤";
        case 0xB0:
            return "°";
        case 0xB1:
            return "±";
        case 0xB3:
            return "≥";
        case 0xB4:
            return "×";
        case 0xB8:
            return "÷";
        case 0xB9:
            return "≠";
        case 0xBB:
            return "≈";
        default:
            return {};
    }
}

}  // namespace commsearch::source
