#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace commsearch::word {

/// Whether the sentence of `line` goes on in `next`, the line behind it, as it does where the margin
/// or a Shift+Enter broke it. It does not behind . ; : ? ! … and blank lines, beside a row of a
/// table, nor before an item of a list ("- ", "2.", "a)"). Else it goes on with a small letter or
/// a number; with a capital only where a margin must have broken the line: its first word would have
/// made `line` longer than `longest`, the length in characters of the longest line around, which is
/// no longer than lines of print are. Neither line holds a line end.
[[nodiscard]] bool goes_on(std::string_view line, std::string_view next, std::size_t longest);

/// What the two lines alone tell of it.
enum class LineEnd : std::uint8_t {
    ends,         ///< the sentence
    goes_on,      ///< whatever stands around
    may_be_full,  ///< goes on when the margin broke the line: is_full()
};
[[nodiscard]] LineEnd line_end(std::string_view line, std::string_view next);
/// Whether the first word of `next` had no room, as goes_on().
[[nodiscard]] bool is_full(std::string_view line, std::string_view next, std::size_t longest);

/// Characters of the longest line of `text`.
[[nodiscard]] std::size_t longest_line(std::string_view text);

}  // namespace commsearch::word
