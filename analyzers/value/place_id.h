#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/value/date.h"

namespace commsearch {

/// Before or from 1 July 2025, when communes were merged and districts ended. Codes of places were
/// given out again then: the same code names another place before and after. Stored: append only.
enum class Epoch : std::uint8_t { unknown = 0, before_2025_07 = 1, from_2025_07 = 2 };

/// The first day of Epoch::from_2025_07 (resolution 202/2025/QH15 and the resolutions of 16 June
/// 2025 on each province).
inline constexpr Date merger_date(2025, 7, 1);

/// The epoch of a paper of that date; the older one for an unknown date, as of most papers.
[[nodiscard]] constexpr Epoch epoch_of(Date date) {
    return date >= merger_date ? Epoch::from_2025_07 : Epoch::before_2025_07;
}

/// "pre2025" or "post2025", as indexes and answers name it; empty for unknown.
[[nodiscard]] std::string_view epoch_text(Epoch epoch);
/// The reverse; unknown for any other text.
[[nodiscard]] Epoch parse_epoch(std::string_view text);

/// What names one place for all time: its epoch and its code in the national register of that
/// epoch. Unknown without a code. A plain value: any thread may use it.
struct PlaceId {
    Epoch epoch = Epoch::unknown;
    /// Five digits of a commune, three of a district, two of a province. Facets name districts and
    /// provinces by a slug instead ("thanh-hoa/huyen-ngoc-lac").
    std::string code;

    /// "pre2025:15079"; unknown for any other text.
    [[nodiscard]] static PlaceId parse(std::string_view text);
    /// The place of its number(); unknown for 0 and for what is no such number.
    [[nodiscard]] static PlaceId of_number(std::uint32_t number);

    [[nodiscard]] bool is_known() const { return epoch != Epoch::unknown && !code.empty(); }
    [[nodiscard]] bool is_commune() const { return is_known() && code.size() == 5; }
    /// "pre2025:15079"; empty when unknown.
    [[nodiscard]] std::string text() const;
    /// The place as a number that needs no table, as indexes store it: a commune, district or
    /// province by the size of its code; 0 when unknown or when the code is no such number.
    [[nodiscard]] std::uint32_t number() const;

    bool operator==(const PlaceId&) const = default;
};

}  // namespace commsearch
