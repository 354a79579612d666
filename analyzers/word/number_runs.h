#pragma once

#include <cstddef>
#include <string_view>

namespace commsearch::word {

/// Digits of `text` from `at` on.
[[nodiscard]] std::size_t digit_run(std::string_view text, std::size_t at);

/// True when `text` at `at` reads d.m.yyyy, d-m-yyyy or d/m/yyyy with one and the same separator.
[[nodiscard]] bool is_date_at(std::string_view text, std::size_t at);

/// Where the number that begins at `at`, with a digit, ends: behind its groups and fraction. Groups
/// of three parted by blanks are one number when the blanks are no-break ones or there are three
/// groups and no other number stands beside them; a telephone number begins with 0 and has 10 or
/// 11 digits. `follows_number`: a number and a blank stand before it.
[[nodiscard]] std::size_t number_end(std::string_view text, std::size_t at, bool follows_number);

/// "7", "07", "24": the hours of a day.
[[nodiscard]] bool is_hour(std::string_view digits);
/// "00" to "59".
[[nodiscard]] bool is_minutes(std::string_view digits);

}  // namespace commsearch::word
