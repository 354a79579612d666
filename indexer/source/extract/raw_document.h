#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/table_span.h"

namespace commsearch::source {

/// What an extractor hands over: the text of one report, and what its source states about it.
/// `text` is NFC UTF-8 with '\n' line ends, one paragraph or row of a table a line, never holding
/// NUL.
struct RawDocument {
    std::string
        id;  ///< stable: the path relative to its corpus folder with '/', or the id of a JSONL line
    std::string path;      ///< for messages and citation; a JSONL line adds ":LINE"
    std::size_t line = 0;  ///< that LINE, 1-based; 0 for what is no such line
    std::string text;
    /// The line of `text` (1-based) where each page begins, page 1 first; empty when the format has
    /// no pages. A paragraph that runs over a page's end belongs to the page where it begins.
    std::vector<std::uint32_t> page_starts;
    std::vector<TableSpan> tables;  ///< within `text`, in order
    /// Pages (1-based, in order) that are images which nothing could read, and pages of whose text
    /// OCR is not sure.
    std::vector<std::uint32_t> unread_pages, unsure_pages;
    /// Paragraphs a JSONL line states as ready passages; then `text` is empty.
    struct StatedPassage {
        std::string heading;  ///< may be empty; "A > B" is a path of two headings
        std::string text;
    };
    std::vector<StatedPassage> passages;
    /// Names the document that this one is a piece of, as lines of a JSONL file are; empty when it
    /// is a whole one.
    std::string part_of;
    /// Metadata the source states (JSONL fields, HTML `<title>`): these win over what the text says.
    struct Stated {
        std::string title, number, issuer, type, commune, commune_code, district, province;
        /// `title` is what a page or a mail is called: a paper in it may say its own.
        bool is_title_of_file = false;
        std::string date;    ///< YYYY-MM-DD
        std::string period;  ///< as Period::text
    } stated;
    encoding::SourceEncoding encoding;
    /// What was legacy text, as it read and as it was repaired; the file keeps the bytes.
    std::vector<encoding::RepairedRun> repaired;
};

/// What a source may state, by the name of its JSON key or sidecar column.
inline constexpr std::array<std::pair<std::string_view, std::string RawDocument::Stated::*>, 10>
    stated_fields = {{
        {"title", &RawDocument::Stated::title},
        {"number", &RawDocument::Stated::number},
        {"issuer", &RawDocument::Stated::issuer},
        {"type", &RawDocument::Stated::type},
        {"commune", &RawDocument::Stated::commune},
        {"commune_code", &RawDocument::Stated::commune_code},
        {"district", &RawDocument::Stated::district},
        {"province", &RawDocument::Stated::province},
        {"date", &RawDocument::Stated::date},
        {"period", &RawDocument::Stated::period},
    }};

}  // namespace commsearch::source
