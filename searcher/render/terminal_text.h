#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::render {

/// A piece of text within which no line may end. `width` counts columns; colours in `text` take
/// none.
struct Word {
    std::string text;
    std::size_t width = 0;
};

/// The words of `text`, made printable.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// Lines of at most `width` columns; a word wider than that gets a line of its own, whole.
[[nodiscard]] std::vector<Word> wrap(const std::vector<Word>& words, std::size_t width);

}  // namespace commsearch::render
