#include "analyzers/word/initials.h"

#include <algorithm>
#include <array>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/segmenter.h"

namespace commsearch::word {
namespace {

/// Words that short forms pass over.
constexpr std::array<std::string_view, 12> passed_over = {
    "và", "của", "về", "các", "cho", "trong", "với", "theo", "từ", "ở", "tại", "đối"};

/// The letter an initial stands for: Ủ is u, Đ is đ.
char32_t plain(char32_t letter) {
    const char32_t small = lower_code_point(letter);
    constexpr char32_t d_with_stroke = 0x0111;
    return small == d_with_stroke ? small : unaccented_code_point(small);
}

}  // namespace

std::u32string initials_of(std::string_view short_form) {
    std::u32string letters;
    for (std::size_t at = 0; at < short_form.size();) {
        const CodePoint point = decode_at(short_form, at);
        if (is_letter(point.value)) letters.push_back(plain(point.value));
        at += point.size;
    }
    return letters;
}

bool is_passed_over(std::string_view term) {
    return std::find(passed_over.begin(), passed_over.end(), term) != passed_over.end();
}

std::optional<std::size_t> first_of_initials(const std::vector<LineWord>& words, std::size_t end,
                                             std::u32string_view letters, std::size_t passes) {
    if (letters.empty()) return end;
    if (end == 0) return std::nullopt;
    const LineWord& word = words[end - 1];
    if (word.term.find_first_of("0123456789") != std::string::npos) return std::nullopt;
    if (plain(decode_at(word.term, 0).value) == letters.back() &&
        (!word.starts_anew || letters.size() == 1)) {
        const std::u32string_view others = letters.substr(0, letters.size() - 1);
        if (const auto first = first_of_initials(words, end - 1, others, passes)) return first;
    }
    if (passes == 0 || word.starts_anew || !is_passed_over(word.term)) return std::nullopt;
    return first_of_initials(words, end - 1, letters, passes - 1);
}

std::vector<LineWord> line_words(std::string_view line) {
    std::vector<LineWord> words;
    for (const Segment& part : segment(line)) {
        const std::string_view written = line.substr(part.begin, part.end - part.begin);
        if (!words.empty()) {
            const std::size_t end = words.back().begin + words.back().written.size();
            words.back().behind = line.substr(end, part.begin - end);
        }
        words.push_back({written, syllable::canonical_word(lower(written)), line.substr(part.end),
                         part.begin, part.starts_anew, part.is_upper});
    }
    return words;
}

bool initials_fit(std::string_view short_form, std::string_view long_form) {
    const std::string text = nfc(long_form);
    std::vector<LineWord> words = line_words(text);
    for (LineWord& word : words) word.starts_anew = false;
    const std::string short_text = nfc(short_form);
    return !words.empty() &&
           first_of_initials(words, words.size(), initials_of(short_text)) == std::size_t{0};
}

}  // namespace commsearch::word
