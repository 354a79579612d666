#include "indexer/generation/batch/segment_key.h"

#include "indexer/generation/disk/file_checksums.h"
#include "indexer/segment/checksum.h"
#include "indexer/segment/segment_merge.h"

namespace commsearch::generation {

namespace {

void add_program(segment::Checksum& sum, const std::filesystem::path& program) {
    const FileChecksums file = checksums_of(program.parent_path(), program.filename().native());
    for (const std::string& chunk : file.chunks) sum.add_text(chunk);
}

}  // namespace

std::string base_of_segment_keys(const source::Extractors& extractors) {
    segment::Checksum sum;
    add_program(sum, "/proc/self/exe");
    if (!extractors.own.empty()) add_program(sum, extractors.own);
    sum.add_text(source::programs_found(extractors));
    sum.add_text(segment::storage_version());
    return sum.hex();
}

}  // namespace commsearch::generation
