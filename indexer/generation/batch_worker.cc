#include "indexer/generation/batch_worker.h"

#include <optional>
#include <utility>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/publish/gate.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

std::string source_checksum(const source::SourceFile& file) {
    try {
        return checksum_of_source(file.path);
    } catch (const Error&) {  // reading it will tell why
        return "";
    }
}

std::string slice_checksum(const source::SourceFile& file, const source::LineSpan& lines) {
    try {
        return checksum_of_lines(file.path, lines);
    } catch (const Error&) {
        return "";
    }
}

/// Checksums of what a batch's files hold now.
std::vector<std::string> source_checksums(const Batch& batch) {
    if (batch.slice) return {slice_checksum(batch.files.front(), batch.slice->lines)};
    std::vector<std::string> checksums;
    for (const source::SourceFile& file : batch.files) checksums.push_back(source_checksum(file));
    return checksums;
}

}  // namespace

BatchResult BatchWorker::run(const Batch& batch, const std::set<std::string>& claimed_ids) {
    BatchResult result;
    result.checksums = batch.slice ? std::vector{batch.slice->checksum} : source_checksums(batch);
    result.key = key_of(batch, result.checksums, claimed_ids);
    std::optional<BatchRecord> known;
    if (!options_.rebuild) known = store_.find(result.key);
    result.is_reused = known.has_value();
    if (known) {
        result.record = std::move(*known);
    } else {
        read(batch, claimed_ids, result);
    }
    return result;
}

/// The name of all that a batch's segments are made from.
std::string BatchWorker::key_of(const Batch& batch, const std::vector<std::string>& checksums,
                                const std::set<std::string>& claimed_ids) const {
    segment::Checksum sum;
    sum.add_text(segment_key_base_);
    sum.add_text(options_.local_abbreviations);
    for (std::size_t i = 0; i < batch.files.size(); ++i) {
        const source::SourceFile& file = batch.files[i];
        for (const std::string& part :
             {file.id, file.path.native(), checksums[i], stated_of(file, batch)})
            sum.add_text(part);
    }
    for (const std::string& id : claimed_ids) sum.add_text(id);
    return sum.hex();
}

std::string BatchWorker::stated_of(const source::SourceFile& file, const Batch& batch) const {
    return batch.slice ? knowledge_.sidecars.stated_of(file, batch.slice->lines)
                       : knowledge_.sidecars.stated_of(file);
}

void BatchWorker::read(const Batch& batch, const std::set<std::string>& claimed_ids,
                       BatchResult& result) {
    if (auto full = refusals_by_disk(options_.gate, options_.index_folder, 0); !full.empty())
        throw Refused(std::move(full));
    const fs::path folder = store_.new_folder();
    result.record = builder_.build(batch, claimed_ids, folder);
    // What changed meanwhile is kept under a name that is never found again.
    result.is_settled = source_checksums(batch) == result.checksums;
    if (!result.is_settled)
        result.key = segment::checksum_of(result.key + " unsettled " + folder.filename().string());
    store_.keep(folder, result.key, result.record);
}

}  // namespace commsearch::generation
