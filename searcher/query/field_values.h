#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/value/period.h"

namespace commsearch::query {

/// Two days YYYYMMDD, both inclusive; 0 is open.
struct DayRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const DayRange&) const = default;
};

/// "2023", "11/2023", "2023-11-30", "1/10/2023..31/12/2023", "..2022"; nothing for anything else, a
/// day that the calendar lacks and a range that ends before it begins.
[[nodiscard]] std::optional<DayRange> typed_days(std::string_view typed);

/// Months of "2024-01..2024-06" or of a single period with its year ("2024", "quý I/2024"); unknown
/// for anything else and where it ends before it begins.
[[nodiscard]] Period typed_months(std::string_view typed);

/// "quý III/2023", "9 tháng đầu năm 2023", "tháng 11" or "2023" as the terms of periods have it:
/// "2023-q3", "2023-m09", "-11", "2023"; empty for any other text and a month or quarter that there
/// is not.
[[nodiscard]] std::string typed_period(std::string_view typed);

/// The slug of a level, by its names: "Trung ương", "cấp tỉnh", "phường", "cơ sở". Empty when there
/// is no such level.
[[nodiscard]] std::string typed_level(std::string_view typed);

/// Whether `value` names no level, but does with the word behind it: "trung" and "ương".
[[nodiscard]] bool is_half_a_level(std::string_view value, std::string_view word);

/// The slug of a type of papers: "Báo cáo" is "bao-cao". Empty when there is no such type.
[[nodiscard]] std::string typed_type(std::string_view typed);

/// The slug of an issuer, by its full name too: "Ủy ban nhân dân" is "ubnd". Empty when there is no
/// such issuer.
[[nodiscard]] std::string typed_issuer(std::string_view typed);

}  // namespace commsearch::query
