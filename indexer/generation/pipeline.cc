#include "indexer/generation/pipeline.h"

#include "indexer/checksum.h"
#include "indexer/generation/file_checksums.h"
#include "indexer/segment_builder.h"

namespace commsearch {

std::string pipeline_fingerprint() {
    Checksum sum;
    for (const std::string& chunk : checksums_of("/proc/self", "exe").chunks) sum.add_text(chunk);
    sum.add_text(storage_version());
    return sum.hex();
}

}  // namespace commsearch
