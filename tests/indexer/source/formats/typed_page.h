#pragma once

#include <string>
#include <string_view>

#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// What pdftotext -tsv writes of a page typed with letters of one width: 6 points a letter, 12 a
/// line, 10 of them its height; 72 lines a page. Three blanks or more part the pieces of a line; an
/// empty line parts blocks.
inline std::string typed_tsv(std::string_view text) {
    constexpr int letter = 6;
    constexpr int step = 12;
    const auto row = [](int level, int left, int top, int width, int height,
                        std::string_view word) {
        std::string line = std::to_string(level) + "\t1\t0\t0\t0\t0";
        for (const int number : {left, top, width, height, level == 5 ? 100 : -1})
            line += '\t' + std::to_string(number);
        return line + '\t' + std::string(word) + '\n';
    };
    std::string tsv = row(1, 0, 0, 612, 72 * step, "###PAGE###") + row(3, 0, 0, 0, 0, "###FLOW###");
    for (int top = 0; !text.empty(); top += step) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) tsv += row(3, 0, 0, 0, 0, "###FLOW###");
        int left = 0;
        int blanks = 3;
        for (std::size_t at = 0; at < line.size();) {
            std::size_t next = at;
            int letters = 0;
            for (; next < line.size() && line[next] != ' '; ++next)
                letters += (line[next] & 0xC0) != 0x80 ? 1 : 0;
            if (letters > 0) {
                if (blanks > 2) tsv += row(4, 0, 0, 0, 0, "###LINE###");
                tsv += row(5, left, top, letters * letter, 10, line.substr(at, next - at));
                blanks = 0;
            } else {
                ++next;
                ++blanks;
                letters = 1;
            }
            left += letters * letter;
            at = next;
        }
    }
    return tsv;
}

inline BoxedPage typed_page(std::string_view text) { return boxed_pages(typed_tsv(text)).front(); }

}  // namespace commsearch::source
