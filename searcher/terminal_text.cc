#include "searcher/terminal_text.h"

#include "analyzers/unicode.h"

namespace commsearch {
namespace {

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

/// Marks, overrides and isolates of the bidirectional algorithm (UAX #9): a report could show
/// "gpj.exe" as "exe.jpg" with them.
bool turns_direction(char32_t value) {
    return value == 0x061C || value == 0x200E || value == 0x200F ||
           (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool hidden =
            is_control(point.value) || turns_direction(point.value) || is_space(point.value);
        append_utf8(out, hidden ? U' ' : point.value);
        at += point.size;
    }
    return out;
}

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

}  // namespace commsearch
