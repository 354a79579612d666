#pragma once

#include <cstddef>
#include <cstdint>

namespace commsearch::source {

/// Whole lines of a file.
struct LineSpan {
    std::uintmax_t begin = 0, end = 0;  ///< bytes, half-open
    std::size_t lines_before = 0;       ///< in the file
    std::size_t count = 0;
    bool operator==(const LineSpan&) const = default;
};

/// Every line, however many there are.
inline constexpr LineSpan all_lines{0, UINTMAX_MAX, 0, SIZE_MAX};

}  // namespace commsearch::source
