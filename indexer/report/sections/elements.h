#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/sections/headings.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A line of the body and how it stands in the outline.
struct Element {
    enum class Kind : std::uint8_t {
        text,       ///< a paragraph
        heading,    ///< a heading, perhaps with a body on its line
        paragraph,  ///< a numbered paragraph
        row,        ///< of a table
    };
    const Line* line = nullptr;
    Kind kind = Kind::text;
    HeadingMark mark;
    HeadingLine cut;
    std::string_view phrase;        ///< of a numbered sentence: its begin, as a heading would end
    std::vector<const Line*> more;  ///< lines in which its heading goes on

    /// The heading with all of its lines.
    [[nodiscard]] std::string heading() const;
};

/// The lines of a body, told apart. No line is left out.
[[nodiscard]] std::vector<Element> elements_of(const std::vector<Line>& lines);

/// Whether nothing stands below the heading or numbered sentence `at` before one of its own level or further out.
[[nodiscard]] bool is_leaf(const std::vector<Element>& elements, std::size_t at);

/// Whether a line is the last sentence of a report, "Trên đây là …".
[[nodiscard]] bool is_closing(const Line& line);

}  // namespace commsearch::report
