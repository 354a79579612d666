#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "analyzers/analyzer.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/batch/batches.h"
#include "indexer/report/parser/sidecar.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/taxonomy.h"

namespace commsearch::generation {

/// What all threads of a build read.
struct Knowledge {
    const report::Taxonomy& taxonomy;
    const report::Sidecars& sidecars;
    const source::Extractors& extractors;
    report::Gazetteer gazetteer;
    word::Abbreviations abbreviations;
};

/// Reads batches, one after the other, into segments. Not for two threads at once.
class BatchBuilder {
public:
    /// `knowledge` must live longer.
    explicit BatchBuilder(const Knowledge& knowledge)
        : knowledge_(knowledge), analyzer_(knowledge.abbreviations) {}

    /// Reads a batch into segments below the empty folder `folder`. Reports whose id is in
    /// `claimed_ids` or was read before in the batch are skipped. Throws Error on trouble with the
    /// disk.
    [[nodiscard]] BatchRecord build(const Batch& batch, const std::set<std::string>& claimed_ids,
                                    const std::filesystem::path& folder);

private:
    class OpenBatch;

    const Knowledge& knowledge_;
    Analyzer analyzer_;
};

}  // namespace commsearch::generation
