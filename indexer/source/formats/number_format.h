#pragma once

#include <string>
#include <string_view>

namespace commsearch::source {

/// A number as a cell shows it where Vietnamese is set: "1.234,5", "22,5%", "05/10/2023". `code`
/// is a number format as Excel writes it ("#,##0.00", "dd/mm/yyyy", "0;-0;\"-\""), empty and
/// "General" for none. Dates count from 1904 when `from_1904`. What a code asks for beyond digits,
/// signs, literal text and dates (colours, conditions, fractions, powers) is left out.
[[nodiscard]] std::string formatted_number(double value, std::string_view code,
                                           bool from_1904 = false);

/// The code of a format that files name by its number only (ECMA-376, 18.8.30); empty for General
/// and others.
[[nodiscard]] std::string_view builtin_number_format(unsigned number);

}  // namespace commsearch::source
