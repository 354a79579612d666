#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::source {
namespace {

/// Clean text of a file, with the lines where pages begin if form feeds end them.
RawDocument with_pages(std::string_view utf8) {
    RawDocument document;
    std::size_t line = 1;
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find('\f'), utf8.size() - 1) + 1;
        const std::string page = clean_text(utf8.substr(0, end));
        utf8.remove_prefix(end);
        if (!without_blank_ends(page).empty())
            document.page_starts.push_back(static_cast<std::uint32_t>(line));
        line += static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n'));
        document.text += page;
    }
    if (document.page_starts.size() == 1) document.page_starts.clear();
    return document;
}

}  // namespace

RawDocument read_text(std::string_view bytes) {
    encoding::DecodedText decoded = readable_text(bytes);
    RawDocument document = with_pages(decoded.text);
    document.encoding = decoded.source;
    document.repaired = std::move(decoded.runs);
    return document;
}

}  // namespace commsearch::source
