#include "indexer/source/formats/paged_text.h"

#include <algorithm>
#include <iterator>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

/// Tabs between three cells or more, as a table has; those of two columns stay tabs.
std::string with_cells(std::string_view line) {
    std::vector<std::string> cells;
    for (const std::string_view piece : pieces_ended_by('\t', line)) {
        const std::string_view cell = without_blank_ends(piece);
        if (!cell.empty()) cells.emplace_back(cell);
    }
    std::string joined;
    for (const std::string& cell : cells)
        joined += (joined.empty() ? "" : cells.size() > 2 ? " | " : "\t") + cell;
    return joined;
}

}  // namespace

RawDocument paragraphs_of(std::string_view utf8) {
    RawDocument document;
    std::uint32_t line_number = 1;
    const std::vector<std::string_view> pages = pieces_ended_by('\f', checked_text(utf8));
    for (const std::string_view page : pages) {
        if (pages.size() > 1) document.page_starts.push_back(line_number);
        const std::string text = clean_text(page);
        for (const std::string_view line : pieces_ended_by('\n', text)) {
            const std::string clean = with_cells(without_blank_ends(line));
            if (clean.empty()) continue;
            document.text += clean + '\n';
            ++line_number;
        }
    }
    for (std::uint32_t& start : document.page_starts)
        start = std::min(start, std::max(line_number, 2U) - 1);
    return document;
}

std::size_t words_on_page(std::string_view utf8) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const bool blank = is_space(point.value) || is_control(point.value);
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
        at += point.size;
    }
    return words;
}

}  // namespace commsearch::source
