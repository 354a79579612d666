#pragma once

#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Takes out the running headers of a text that does not tell where its pages end: lines that say the
/// same three times or more and, before or behind it or alone in the next line, count pages: "22
/// CÔNG BÁO/Số 15 + 16/Ngày 30-12-2024". What stood around them stays as close as it was.
/// What was taken.
std::vector<Line> take_running_lines(std::vector<Line>& lines);

}  // namespace commsearch::report
