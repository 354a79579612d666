#pragma once

#include <cstddef>
#include <string_view>

namespace commsearch::source {

// What the letters of a line say of where paragraphs begin and end.

/// Ends with a full stop, a semicolon, a colon, an exclamation or a question mark.
[[nodiscard]] bool ends_sentence(std::string_view line);
/// Begins with a small letter.
[[nodiscard]] bool begins_lower(std::string_view line);
/// Begins with a dash or a bullet.
[[nodiscard]] bool begins_with_mark(std::string_view line);
/// Begins with a dash and a small letter: "kinh tế" and "- xã hội" may be one sentence.
[[nodiscard]] bool begins_with_dash_of_sentence(std::string_view line);
/// Begins with a number of an item ("II.", "1.2.", "3)", "a)") or of an article ("Điều 5.", not
/// "Điều 5 Luật …", which is cited).
[[nodiscard]] bool begins_numbered(std::string_view line);
/// Digits and dots, and no more than `most_digits` digits beside each other.
[[nodiscard]] bool is_dotted_number(std::string_view word, std::size_t most_digits);
/// All its letters, four or more, are capitals.
[[nodiscard]] bool is_in_capitals(std::string_view line);
/// Whether a narrow column parted what is one name: "TM. ỦY BAN NHÂN" and "DÂN".
[[nodiscard]] bool is_cut_name(std::string_view line, std::string_view next);
/// Whether two lines are one without a blank: "186/KH-" and "UBND".
[[nodiscard]] bool is_cut_word(std::string_view line, std::string_view next);

}  // namespace commsearch::source
