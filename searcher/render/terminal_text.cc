#include "searcher/render/terminal_text.h"

#include "analyzers/base/unicode.h"

namespace commsearch::render {

std::vector<Word> words_of(std::string_view text) {
    const std::string line = printable(text);
    std::vector<Word> words;
    for (std::size_t at = line.find_first_not_of(' '); at != std::string::npos;) {
        const std::string word = line.substr(at, line.find(' ', at) - at);
        words.push_back({.text = word, .width = display_width(word)});
        at = line.find_first_not_of(' ', at + word.size());
    }
    return words;
}

std::vector<std::string> wrap(const std::vector<Word>& words, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t used = 0;
    for (const Word& word : words) {
        if (lines.empty() || used + 1 + word.width > width) {
            lines.push_back(word.text);
            used = word.width;
        } else {
            lines.back() += ' ' + word.text;
            used += 1 + word.width;
        }
    }
    return lines;
}

}  // namespace commsearch::render
