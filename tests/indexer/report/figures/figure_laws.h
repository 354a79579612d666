#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/figures/decimal_number.h"
#include "indexer/report/figures/figure.h"

namespace commsearch::report {

/// "53 hộ change"
inline std::string shown(const Figure& figure) {
    std::array<char, 64> value{};
    (void)std::snprintf(value.data(), value.size(), "%.15g", figure.value);
    return std::string(value.data()) + ' ' + figure.unit + ' ' + std::string(slug(figure.role));
}

/// What holds for every figure of `text`: its bytes begin with a number that its value comes from,
/// and lie in its sentence; it names no more decimals than it has.
inline void expect_figures_obey(const std::vector<Figure>& figures, std::string_view text) {
    for (const Figure& figure : figures) {
        ASSERT_LE(figure.sentence_begin, figure.begin);
        ASSERT_LT(figure.begin, figure.end);
        ASSERT_LE(figure.end, figure.sentence_end);
        ASSERT_LE(figure.sentence_end, text.size());
        const std::string_view said = text.substr(figure.begin, figure.end - figure.begin);
        ASSERT_TRUE(said.front() >= '0' && said.front() <= '9') << said;
        ASSERT_TRUE(std::isfinite(figure.value)) << said;
        const std::size_t end = said.find_first_not_of("0123456789.,");
        std::string_view number = said.substr(0, end);
        while (number.ends_with('.') || number.ends_with(',')) number.remove_suffix(1);
        const double written = decimal_number(number).times(1);
        bool comes_from_it = written == 0 ? figure.value == 0 : false;
        for (const double factor : {1.0, 1e3, 1e6, 1e9}) {
            const double value = decimal_number(number).times(factor);
            for (const double shift : {0.0, 100.0}) {
                comes_from_it =
                    comes_from_it || figure.value == shift + value || figure.value == shift - value;
            }
        }
        EXPECT_TRUE(comes_from_it) << said << " is not " << figure.value;
        EXPECT_EQ(figure.indicator.find_first_of("\n\t"), std::string::npos);
    }
}

}  // namespace commsearch::report
