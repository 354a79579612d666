#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "indexer/source/extract/line_span.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/source.h"

namespace commsearch::source {

/// The documents of some lines of a .jsonl file, and why others are none. `id` is that of the file,
/// `shown` its path for people.
void read_jsonl(const std::filesystem::path& file, const LineSpan& lines, const std::string& id,
                const std::string& shown, const std::function<void(RawDocument)>& accept,
                const std::function<void(Skipped)>& skip);

}  // namespace commsearch::source
