#pragma once

#include <string>

#include "indexer/source/extract/extractors.h"

namespace commsearch::generation {

/// The part of every segment's key that is the same for all of them: a checksum of the programs
/// that turn a report into a segment. Of ours it covers every byte, so that after any change of a
/// rule or dictionary no old segment is used; of the others, which read office formats, whether
/// they are there, so that what was skipped for want of one is read once it is installed. Throws
/// Error when the program cannot read itself.
[[nodiscard]] std::string base_of_segment_keys(const source::Extractors& extractors);

}  // namespace commsearch::generation
