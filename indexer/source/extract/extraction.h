#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// What `commsearch-extract` tells of one file: a document, or the entries of an archive, or why
/// there is neither.
struct Extraction {
    /// One file of an archive, unpacked into the folder as "0", "1", … in the order of `entries`.
    struct Entry {
        std::string name;                ///< any bytes, as the archive has it; never opened
        std::optional<Message> problem;  ///< why it was not unpacked
        bool operator==(const Entry&) const = default;
    };
    RawDocument document;  ///< text, its encoding, tables, stated title and page starts only
    std::vector<Entry> entries;
    std::optional<Message> error;  ///< also beside entries: the rest of a broken archive
};

/// As bytes for the parent process: tag, length, payload, and so on.
[[nodiscard]] std::string encode(const Extraction& extraction);

/// Reads what encode() wrote. Nothing when the bytes are anything else: the child died, or hostile
/// input took it over. Text is cleaned and checked once more, names are not.
[[nodiscard]] std::optional<Extraction> decode_extraction(std::string_view bytes);

}  // namespace commsearch::source
