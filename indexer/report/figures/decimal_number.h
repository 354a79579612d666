#pragma once

#include <cstdint>
#include <string_view>

namespace commsearch::report {

/// The value of a number as written.
struct DecimalNumber {
    std::int64_t digits = 0;    ///< without its decimal sign
    std::uint8_t decimals = 0;  ///< digits behind the sign
    bool is_known = false;

    /// Times `factor`, which is 1 or a power of ten; the double nearest to it.
    [[nodiscard]] double times(double factor) const;
};

/// "9.860" -> 9860, "39.1" -> 39,1, "11.598.837.303"; unknown with more than fifteen digits.
[[nodiscard]] DecimalNumber decimal_number(std::string_view written);

}  // namespace commsearch::report
