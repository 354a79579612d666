#pragma once

#include <string_view>

#include "analyzers/base/tsv.h"
#include "analyzers/word/sense.h"

namespace commsearch::word {

/// The meaning that a row with all columns states, without its spellings.
[[nodiscard]] Sense sense_of(const TsvRow& row);

/// True for "T/M" and "v.v": a mark stands between the letters.
[[nodiscard]] bool is_marked(std::string_view spelling);

/// Whether an item of the column variants is another spelling of the short form whose key is `key`,
/// and not a remark or a phrase that holds it.
[[nodiscard]] bool is_spelling(std::string_view variant, std::string_view key);

}  // namespace commsearch::word
