#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "indexer/generation/batch/batch_builder.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/batch/batches.h"
#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/generation.h"

namespace commsearch::generation {

/// A batch as it goes into the index.
struct BatchResult {
    std::vector<std::string> checksums;  ///< of its files, or of its slice
    std::string key;                     ///< of its entry in the store
    BatchRecord record;
    bool is_reused = false;
    bool is_settled = true;  ///< it did not change while it was read
};

/// Reads batches of a corpus into entries of the store of segments. Each thread has its own.
class BatchWorker {
public:
    /// `segment_key_base` is what base_of_segment_keys() gives. All must live longer.
    BatchWorker(const BuildOptions& options, const Knowledge& knowledge,
                const std::string& segment_key_base, SegmentStore& store)
        : options_(options),
          knowledge_(knowledge),
          segment_key_base_(segment_key_base),
          store_(store),
          builder_(knowledge) {}

    /// Finds a batch in the store or reads it; reports whose ids are among
    /// `claimed_ids`, which batches before it have, are left out. Throws Error on trouble with the
    /// disk.
    [[nodiscard]] BatchResult run(const Batch& batch, const std::set<std::string>& claimed_ids);

private:
    [[nodiscard]] std::string key_of(const Batch& batch, const std::vector<std::string>& checksums,
                                     const std::set<std::string>& claimed_ids) const;
    [[nodiscard]] std::string stated_of(const source::SourceFile& file, const Batch& batch) const;
    void read(const Batch& batch, const std::set<std::string>& claimed_ids, BatchResult& result);

    const BuildOptions& options_;
    const Knowledge& knowledge_;
    const std::string& segment_key_base_;
    SegmentStore& store_;
    BatchBuilder builder_;
};

}  // namespace commsearch::generation
