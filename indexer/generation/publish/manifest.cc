#include "indexer/generation/publish/manifest.h"

#include "indexer/generation/disk/checked_file.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
    const std::string text = encode(manifest);
    write_bytes(folder / schema::manifest_file, text);
    write_bytes(folder / schema::manifest_sum_file, segment::checksum_of(text) + '\n');
}

Manifest read_manifest(const std::filesystem::path& folder) {
    return decode_manifest(read_file(folder / schema::manifest_file));
}

}  // namespace commsearch::generation
