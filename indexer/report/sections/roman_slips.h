#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/report/sections/headings.h"

namespace commsearch::report {

/// The mark of a line whose roman number OCR misread ("H." for II, "IH." and "Ill." for III, "TV."
/// for IV), if it reads as `expected`; level none else. Only the next number of a sequence may be
/// read so: "H. Con Cuông" is a district.
[[nodiscard]] HeadingMark misread_roman_mark(std::string_view line, std::int32_t expected);

}  // namespace commsearch::report
