#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/table_span.h"
#include "indexer/source/extract/text.h"

namespace commsearch::fuzz {

/// The law of every reader of sheets and slides: NFC lines none of which is blank, with tables and
/// begins of pages among them. Aborts where it is broken.
inline void check_document(const source::RawDocument& document) {
    const std::string& text = document.text;
    if (source::clean_text(text) != text || text.find("\n\n") != std::string::npos) std::abort();
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (!source::are_sensible(document.tables, lines)) std::abort();
    for (const std::uint32_t start : document.page_starts) {
        if (start < 1 || start > std::max<std::size_t>(lines, 1)) std::abort();
    }
}

}  // namespace commsearch::fuzz
