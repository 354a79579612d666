#pragma once

#include <string>

#include "indexer/source/extract/extractors.h"

namespace commsearch {

/// Names everything that turns the bytes of a report into a segment: this program with the
/// dictionaries in it, and the libraries it runs with. Any other build of it has another name, so
/// that no change of a rule can be forgotten; our program for formats, and which of the others are
/// there, so that what was skipped for want of one is read once it is. Throws Error when the
/// program cannot read itself.
[[nodiscard]] std::string base_of_segment_keys(const Extractors& extractors);

}  // namespace commsearch
