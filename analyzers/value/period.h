#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/value/date.h"

namespace commsearch {

/// Whole months that a paper reports on or plans for, and how they are called: the last quarter of
/// a year is "2023-Q4" or "2023-10/2023-12", as its paper says. Unknown by default. A plain value:
/// any thread may use it.
struct Period {
    enum class Form : std::uint8_t {
        span,          ///< "2023-10/2023-12"
        month,         ///< "2023-11"
        quarter,       ///< "2023-Q3"
        half,          ///< "2023-H1", "2023-H2"
        first_months,  ///< "2023-M09": the first nine; never six or twelve
        year,          ///< "2023"
    };
    Month first;
    Month last;  ///< inclusive
    Form form = Form::span;

    /// Each of these is unknown when there is no such month, quarter (1-4), half (1-2) or number
    /// of months (1-12), or when a span ends before it begins. The first six months are a half, the
    /// first twelve a year.
    [[nodiscard]] static Period of_span(Month first, Month last);
    [[nodiscard]] static Period of_month(Month month);
    [[nodiscard]] static Period of_quarter(int year, int quarter);
    [[nodiscard]] static Period of_half(int year, int half);
    [[nodiscard]] static Period of_first_months(int year, int months);
    [[nodiscard]] static Period of_year(int year);
    /// The months under the shortest name they have: a year, month, quarter, half or first months
    /// before a span.
    [[nodiscard]] static Period of_months(Month first, Month last);
    /// Reads what text() writes, "2023-M06" and "2023-M12" too; unknown for any other text.
    [[nodiscard]] static Period parse(std::string_view text);

    [[nodiscard]] bool is_known() const { return first.is_known(); }
    [[nodiscard]] bool same_months(const Period& other) const {
        return first == other.first && last == other.last;
    }
    /// As shown at Form; empty when unknown.
    [[nodiscard]] std::string text() const;

    bool operator==(const Period&) const = default;
};

}  // namespace commsearch
