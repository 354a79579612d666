#include "analyzers/encoding/legacy_capitals.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::encoding {
namespace {

/// `short_form` is capitals that are no syllable ("UBND") and say nothing of the words beside;
/// `open`: no small letter but such as TCVN3 has no capital for, so it may be part of a heading.
enum class CapitalKind : std::uint8_t { other, short_form, capitals, open };

struct WordCase {
    std::size_t begin = 0;
    std::size_t end = 0;
    CapitalKind kind = CapitalKind::other;
};

bool is_small_ascii(char32_t letter) { return letter >= 'a' && letter <= 'z'; }

CapitalKind capital_kind_of(std::string_view word) {
    std::size_t letters = 0;
    bool inner_capital = false;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const CodePoint point = decode_at(word, at);
        if (is_small_ascii(point.value)) return CapitalKind::other;
        inner_capital = inner_capital || (letters > 0 && is_upper(point.value));
        at += point.size;
    }
    if (!inner_capital) return CapitalKind::open;
    return syllable::is_syllable(lower(word)) ? CapitalKind::capitals : CapitalKind::short_form;
}

std::vector<WordCase> words_of(std::string_view line) {
    std::vector<WordCase> words;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size()) {
            const CodePoint point = decode_at(line, end);
            if (!is_letter(point.value)) break;
            end += point.size;
        }
        if (end == at) {
            at += decode_at(line, at).size;
            continue;
        }
        words.push_back({at, end, capital_kind_of(line.substr(at, end - at))});
        at = end;
    }
    return words;
}

/// Open words that capitals enclose on both sides, or on one at a line's end.
void close_open_words(std::vector<WordCase>& words) {
    for (std::size_t first = 0; first < words.size();) {
        if (words[first].kind != CapitalKind::open) {
            ++first;
            continue;
        }
        std::size_t end = first;
        while (end < words.size() && words[end].kind == CapitalKind::open) ++end;
        const bool at_begin = first == 0;
        const bool at_end = end == words.size();
        const bool before = at_begin || words[first - 1].kind == CapitalKind::capitals;
        const bool behind = at_end || words[end].kind == CapitalKind::capitals;
        if (before && behind && !(at_begin && at_end)) {
            for (std::size_t i = first; i < end; ++i) words[i].kind = CapitalKind::capitals;
        }
        first = end;
    }
}

}  // namespace

std::string with_capitals(std::string_view line) {
    std::vector<WordCase> words = words_of(line);
    close_open_words(words);
    std::string out;
    std::size_t copied = 0;
    for (const WordCase& word : words) {
        if (word.kind != CapitalKind::capitals && word.kind != CapitalKind::short_form) continue;
        out += line.substr(copied, word.begin - copied);
        out += upper(line.substr(word.begin, word.end - word.begin));
        copied = word.end;
    }
    return out + std::string(line.substr(copied));
}

}  // namespace commsearch::encoding
