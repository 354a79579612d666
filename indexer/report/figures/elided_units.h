#pragma once

#include <vector>

#include "indexer/report/figures/quantities.h"

namespace commsearch::report {

/// Gives the quantities of a line the measures that an enumeration says once: "(6 tháng 612,4;
/// tháng 7: 78,6 triệu đồng)", "1.860 và 640 triệu đồng", "Trâu 978 con, bò 62"; a number with a
/// fraction has that of the one before it. Counted nouns are not handed on.
void fill_elided_units(FigureTokens tokens, std::vector<Quantity>& quantities);

}  // namespace commsearch::report
