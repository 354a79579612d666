#include "indexer/source/formats/paged_text.h"

#include <algorithm>
#include <iterator>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

std::vector<std::string> trimmed_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(without_blank_ends(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Tabs between three cells or more, as a table has; those of two columns stay tabs.
std::string with_cells(std::string_view line) {
    std::vector<std::string> cells;
    while (!line.empty()) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        std::string cell(without_blank_ends(line.substr(0, tab)));
        if (!cell.empty()) cells.push_back(std::move(cell));
        line.remove_prefix(std::min(tab + 1, line.size()));
    }
    std::string joined;
    for (const std::string& cell : cells)
        joined += (joined.empty() ? "" : cells.size() > 2 ? " | " : "\t") + cell;
    return joined;
}

}  // namespace

std::vector<std::string_view> split_pages(std::string_view text) {
    std::vector<std::string_view> pages;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\f'), text.size());
        pages.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pages;
}

RawDocument paragraphs_of(std::string_view utf8) {
    RawDocument document;
    std::uint32_t line_number = 1;
    const std::vector<std::string_view> pages = split_pages(checked_text(utf8));
    for (const std::string_view page : pages) {
        if (pages.size() > 1) document.page_starts.push_back(line_number);
        for (const std::string& line : trimmed_lines(clean_text(page))) {
            const std::string clean = with_cells(line);
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
