#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/value/date.h"
#include "analyzers/value/period.h"

namespace commsearch::review {

/// How often a report has to be filed.
enum class Rhythm : std::uint8_t { month, quarter, half, nine_months, year };

/// "month", "quarter", "half", "nine-months", "year"; nothing for any other text.
[[nodiscard]] std::optional<Rhythm> parse_rhythm(std::string_view text);
/// The reverse.
[[nodiscard]] std::string_view rhythm_name(Rhythm rhythm);

/// The periods of that rhythm whose last month is one of first … last, ascending.
[[nodiscard]] std::vector<Period> periods_ending_within(Rhythm rhythm, Month first, Month last);

}  // namespace commsearch::review
