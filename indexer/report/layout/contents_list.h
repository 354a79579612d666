#pragma once

#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Takes tables of contents out of a text: runs of lines that end in numbers of pages which do not
/// go down, below "MỤC LỤC", or behind leaders ("I. Mục đích ..... 7") or a tab when most of them
/// come back below as lines of their own. An entry may be broken over two lines. What is taken, the
/// line "MỤC LỤC" with it.
std::vector<Line> take_contents(std::vector<Line>& lines);

}  // namespace commsearch::report
