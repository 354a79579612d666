#pragma once

#include <string>

#include "indexer/generation.h"

namespace commsearch {

/// The manifest of a generation as JSON.
[[nodiscard]] std::string manifest_text(const BuildSummary& summary);

}  // namespace commsearch
