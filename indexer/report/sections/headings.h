#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// The mark of a heading at the begin of a line. Levels come from the form of the number (NĐ
/// 30/2020/NĐ-CP, Phụ lục I), never from indentation.
struct HeadingMark {
    /// Outer to inner; the number of the enumerator is the depth.
    enum Level : std::uint8_t {
        none = 0,
        part,      ///< "PHẦN THỨ NHẤT", "Phần I"
        letter,    ///< "A."
        chapter,   ///< "Chương II"
        roman,     ///< "I."
        division,  ///< "Mục 1", "I.1."
        article,   ///< "Điều 5."
        number1,   ///< "1."
        number2,   ///< "1.1."
        number3,   ///< "1.1.1."
        small,     ///< "a)"
    };
    Level level = none;
    std::int32_t number = 0;  ///< its last component; 0 when it is not one
    std::size_t text_at = 0;  ///< byte where the words behind the mark begin
};

/// Longest heading without a colon or stop, in characters; a longer numbered line is a paragraph.
inline constexpr std::size_t max_heading_length = 120;

/// The mark `line` begins with, level none when it begins with none. "1.020 ha", "8/8 thôn" and
/// "15.3 tỷ" are none.
[[nodiscard]] HeadingMark heading_mark(std::string_view line);

/// Whether an unnumbered line is a heading written in capitals.
[[nodiscard]] bool is_capital_heading(const Line& line);

/// A line cut behind its heading.
struct HeadingLine {
    std::string_view heading;  ///< with its number; empty when the whole line is a paragraph
    std::string_view body;     ///< what follows on the same line, perhaps nothing
};

/// Cuts a marked line at its first colon or sentence end within max_heading_length.
[[nodiscard]] HeadingLine split_heading(std::string_view line, const HeadingMark& mark);

/// Whether the line is an item of a list: it begins with a dash, plus, star or bullet.
[[nodiscard]] bool is_list_item(std::string_view line);

}  // namespace commsearch::report
