#pragma once

#include <optional>

#include "analyzers/citation/citation_reader.h"

namespace commsearch::citation {

/// The paper whose number is the one at `at`, with what names it before; no word before `floor` is
/// taken.
[[nodiscard]] std::optional<Citation> paper_at(const CitationReader& reader, std::size_t at,
                                               std::size_t floor);

}  // namespace commsearch::citation
