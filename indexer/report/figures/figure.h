#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/value/period.h"
#include "indexer/report/report.h"

namespace commsearch::report {

/// What a figure is to its indicator. The values are meant to be stored: append only.
enum class FigureRole : std::uint8_t {
    actual = 0,   ///< what is or was done; also a rate that stands alone
    plan = 1,     ///< target, estimate of a budget, quota, request, task
    share = 2,    ///< per cent of a count given beside it
    of_plan = 3,  ///< per cent of plan or budget; "vượt 5% KH" is 105
    change = 4,   ///< against an earlier period, or in units against the plan; less is negative
    whole = 5,    ///< the total of a fraction or of a share beside it
};

/// How exactly the text states a value. The values are meant to be stored: append only.
enum class FigureBound : std::uint8_t {
    none = 0,
    about = 1,     ///< "khoảng", "ước", "gần"
    at_least = 2,  ///< "trên", "từ … trở lên"
    at_most = 3,   ///< "dưới", "không quá"
    lowest = 4,    ///< the first of a range
    highest = 5,   ///< the last of a range
};

/// Why a figure is to be looked at before it is believed.
enum class FigureFlag : std::uint8_t {
    absurd = 1U << 0U,         ///< is_absurd()
    contradictory = 1U << 1U,  ///< the per cent beside two numbers is not that of them
    unit_elided = 1U << 2U,    ///< the unit is that of its neighbour
    no_indicator = 1U << 3U,   ///< nothing in sentence or heading says what is counted
};

/// A quantity that a passage states, once for each statement.
struct Figure {
    std::string indicator;  ///< as the text says it: clause, row and column; never "\n" nor tab
    std::string context;    ///< what completes it: sentence and heading; empty where it is whole
    double value = 0;       ///< factors resolved: 43,7 tỷ đồng is 43 700 000 000
    std::uint8_t decimals = 0;  ///< of `value`, as far as the text states them
    std::string unit;  ///< one spelling: "đồng", "%", "tạ/ha", "hộ"; empty if none is said
    FigureRole role = FigureRole::actual;
    FigureBound bound = FigureBound::none;
    PlanOrResult horizon = PlanOrResult::unknown;
    std::uint8_t flags = 0;           ///< FigureFlag bits
    Period period;                    ///< stated, else that of the report
    std::vector<std::string> places;  ///< hamlets it is about, with their type; empty: the commune
    /// Bytes of Passage::text, half-open: the number with its unit, and the sentence or row that
    /// states it.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence_begin = 0;
    std::uint32_t sentence_end = 0;

    [[nodiscard]] bool has(FigureFlag flag) const {
        return (flags & static_cast<std::uint8_t>(flag)) != 0;
    }
    void set(FigureFlag flag) {
        flags = static_cast<std::uint8_t>(flags | static_cast<std::uint8_t>(flag));
    }
    bool operator==(const Figure&) const = default;
};

/// Whether no such rate can be: a share above 100 %, or more than ten times a plan.
[[nodiscard]] bool is_absurd(const Figure& figure);
/// Whether `percent` is not what `part` is of `whole`, however it was rounded.
[[nodiscard]] bool contradicts(double part, double whole, double percent);

/// "actual", "plan", "share", "of_plan", "change", "whole"
[[nodiscard]] std::string_view slug(FigureRole role);
/// "~", ">", "<"; empty for what is stated exactly and for the ends of a range.
[[nodiscard]] std::string_view sign_of(FigureBound bound);

}  // namespace commsearch::report
