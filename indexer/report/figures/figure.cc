#include "indexer/report/figures/figure.h"

#include <array>
#include <cmath>

namespace commsearch::report {

bool is_absurd(const Figure& figure) {
    constexpr double all = 100;
    constexpr double most = 1000;
    if (figure.unit != "%") return false;
    const bool rate = figure.role == FigureRole::share || figure.role == FigureRole::actual;
    return figure.value > (rate ? all : most);
}

bool contradicts(double part, double whole, double percent) {
    constexpr double all = 100;
    constexpr double rounding = 1.5;  // "230/273 = 83%": 84,2 cut off by a tired hand
    if (whole == 0) return false;
    return std::abs(part / whole * all - percent) > rounding;
}

std::string_view slug(FigureRole role) {
    constexpr std::array<std::string_view, 6> names = {"actual",  "plan",   "share",
                                                       "of_plan", "change", "whole"};
    return names.at(static_cast<std::size_t>(role));
}

std::string_view sign_of(FigureBound bound) {
    constexpr std::array<std::string_view, 6> signs = {"", "~", ">", "<", "", ""};
    return signs.at(static_cast<std::size_t>(bound));
}

}  // namespace commsearch::report
