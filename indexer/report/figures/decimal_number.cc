#include "indexer/report/figures/decimal_number.h"

#include <string>

#include "analyzers/word/number_runs.h"
#include "analyzers/word/segmenter.h"

namespace commsearch::report {

double DecimalNumber::times(double factor) const {
    double divisor = 1;
    for (int i = 0; i < decimals; ++i) divisor *= 10;
    const auto whole = static_cast<double>(digits);
    return factor >= divisor ? whole * (factor / divisor) : whole / (divisor / factor);
}

DecimalNumber decimal_number(std::string_view written) {
    constexpr std::size_t most = 15;  // a double holds them exactly
    DecimalNumber number;
    const std::string canonical = word::canonical_number(written);
    std::size_t count = 0;
    bool fraction = false;
    for (const char c : canonical) {
        if (c == ',') {
            fraction = true;
            continue;
        }
        if (++count > most) return {};
        number.digits = number.digits * 10 + (c - '0');
        if (fraction) ++number.decimals;
    }
    number.is_known = count > 0;
    return number;
}

}  // namespace commsearch::report
