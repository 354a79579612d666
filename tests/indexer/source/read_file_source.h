#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "indexer/source/source.h"

namespace commsearch::source {

/// All that one file gives.
struct ReadResult {
    std::vector<RawDocument> documents;
    std::vector<Skipped> skipped;
};

inline ReadResult read_file_source(const std::filesystem::path& path) {
    ReadResult result;
    read_source(
        {path, path.filename().string(), 0},
        [&](RawDocument document) { result.documents.push_back(std::move(document)); },
        [&](Skipped skipped) { result.skipped.push_back(std::move(skipped)); });
    return result;
}

}  // namespace commsearch::source
