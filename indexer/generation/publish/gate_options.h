#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::generation {

/// What a generation has to pass before it is published.
struct GateOptions {
    double max_fall = 10;                  ///< percent of the published reports that may be missing
    double max_skipped = 20;               ///< percent of the documents that may be skipped
    std::uintmax_t min_free = 64U << 20U;  ///< bytes of the disk to leave free
    /// Communes that must have reports: place key, code, or name with or without its type.
    std::vector<std::string> communes;
    /// Asks queries of the index in a folder; returns what is wrong with the answers.
    std::function<std::vector<Message>(const std::filesystem::path& index_folder)> ask_golden;
    std::string force;  ///< why to publish all the same; empty not to
};

}  // namespace commsearch::generation
