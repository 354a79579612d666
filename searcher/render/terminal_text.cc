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

std::vector<Word> wrap(const std::vector<Word>& words, std::size_t width) {
    std::vector<Word> lines;
    for (const Word& word : words) {
        if (lines.empty() || lines.back().width + 1 + word.width > width) {
            lines.push_back(word);
        } else {
            lines.back().text += ' ' + word.text;
            lines.back().width += 1 + word.width;
        }
    }
    return lines;
}

}  // namespace commsearch::render
