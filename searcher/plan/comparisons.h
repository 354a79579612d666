#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/token.h"

namespace commsearch::plan {

/// A number that a question compares: "trên 98%", "từ 10 đến 20 ha", ">= 95".
struct Comparison {
    std::uint32_t position = 0;  ///< in the query, [position, end): the words it was read from
    std::uint32_t end = 0;
    double low = 0;  ///< what the figure is to be; 0 and infinity: open
    double high = 0;
    bool has_low = true;  ///< whether low and high themselves will do
    bool has_high = true;
    bool is_percent = false;
    bool is_signed = false;  ///< with '<' or '>', which mean nothing else
    std::string unit;        ///< canonical; what stands behind the number: "ha"; may be empty

    [[nodiscard]] bool holds(double value) const {
        return (value > low || (has_low && value == low)) &&
               (value < high || (has_high && value == high));
    }
};

/// The comparisons among the words of a query, in order. `text` is what `tokens` are of; its signs
/// stand right before a number. A number of four digits without a unit is a year and no figure.
[[nodiscard]] std::vector<Comparison> comparisons_in(std::string_view text,
                                                     const word::Tokens& tokens);

/// The value of a number as a token has it: "98,5".
[[nodiscard]] double value_of_number(std::string_view term);

/// A unit beside others of its kind: "tỷ" for "triệu".
struct Unit {
    std::string word;
    double factor = 1;  ///< of it in the unit asked for
};

/// The units in which a figure of that unit may be told; it alone where it has no kin.
[[nodiscard]] std::vector<Unit> units_like(const std::string& unit);

}  // namespace commsearch::plan
