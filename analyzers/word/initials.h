#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::word {

/// A word of one line, as the search for definitions needs it.
struct LineWord {
    std::string_view written;  ///< points into the line
    std::string term;          ///< lower case, canonical
    std::string_view behind;   ///< what stands between it and the next word, or the line's end
    std::uint32_t begin = 0;   ///< byte of the line
    bool starts_anew = false;  ///< a sentence ended before it
    bool is_upper = false;     ///< all of it capitals
};

/// The words of an NFC text of one line, in order.
[[nodiscard]] std::vector<LineWord> line_words(std::string_view line);

/// The letters a short form is made of, without marks of tone and vowel; đ stays đ.
[[nodiscard]] std::u32string initials_of(std::string_view short_form);

/// Words that one short form passes over at most.
inline constexpr std::size_t max_passes = 3;

/// True for words that short forms pass over: "và", "của".
[[nodiscard]] bool is_passed_over(std::string_view term);

/// The first of the words before `end` whose initials are `letters`, the last word having the last
/// of them; none may lie beyond the start of a sentence. At most `passes` words are passed over.
[[nodiscard]] std::optional<std::size_t> first_of_initials(const std::vector<LineWord>& words,
                                                           std::size_t end,
                                                           std::u32string_view letters,
                                                           std::size_t passes = max_passes);

/// True when the letters of `short_form` are the initials of the words of `long_form`, in order.
/// Marks of tone and vowel do not matter, but đ is not d; words like "và" may be passed over.
[[nodiscard]] bool initials_fit(std::string_view short_form, std::string_view long_form);

}  // namespace commsearch::word
