#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace commsearch::source {

/// What the text of a group is, by the word that the group begins with.
enum class RtfGroup : std::uint8_t {
    text,        ///< runs on with what is around it
    hidden,      ///< pictures, styles, headers and footers, properties
    fonts,       ///< the table of fonts
    field_code,  ///< what a field does
    field_text,  ///< what it shows
    label,       ///< the automatic number of a paragraph
    box,         ///< a text box: stands before the paragraph around it
    note,        ///< a footnote
    again,       ///< the text of the group around it once more, in Unicode
};

/// The kind of a group that begins with `word`; `is_optional`: marked as one that readers who do
/// not know it pass over. Nothing for a word that begins no group.
[[nodiscard]] std::optional<RtfGroup> group_of(std::string_view word, bool is_optional);

/// The character that a word stands for.
[[nodiscard]] std::optional<char32_t> character_of(std::string_view word);

}  // namespace commsearch::source
