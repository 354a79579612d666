#include "indexer/report/sections/headings.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_mark_bytes = 48;  ///< no mark is longer
constexpr std::size_t max_capital_heading_length = 250;

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    return skip_code_points(line, at, is_space);
}

bool upper_at(std::string_view line, std::size_t at) {
    return at < line.size() && is_upper(decode_at(line, at).value);
}

bool letter_at(std::string_view line, std::size_t at) {
    return at < line.size() && is_letter(decode_at(line, at).value);
}

/// Value of a roman number of capitals at the begin of `line`, and its size; 0 when there is none.
std::int32_t roman_value(std::string_view line, std::size_t& size) {
    constexpr std::array<std::pair<char, std::int32_t>, 3> digits = {
        {{'X', 10}, {'V', 5}, {'I', 1}}};
    std::int32_t value = 0;
    std::int32_t last = 0;
    constexpr std::size_t max_size = 7;
    for (size = 0; size < line.size() && size < max_size; ++size) {
        const char letter = line[size];
        const auto* digit = std::find_if(digits.begin(), digits.end(),
                                         [&](const auto& entry) { return entry.first == letter; });
        if (digit == digits.end()) break;
        value += digit->second > last ? digit->second - 2 * last : digit->second;
        last = digit->second;
    }
    return value;
}

/// Byte behind a stop, bracket, dash, colon or slash that may end a mark; `at` itself when there is
/// none of `marks` (blanks before it are allowed: "5.1 . Mặt trận").
std::size_t behind_stop(std::string_view line, std::size_t at, std::string_view marks) {
    const std::size_t stop = skip_blanks(line, at);
    if (stop < line.size() && marks.find(line[stop]) != std::string_view::npos) return stop + 1;
    if (line.substr(stop).starts_with("–") && marks.find('-') != std::string_view::npos) {
        return stop + std::string_view("–").size();
    }
    return at;
}

/// "PHẦN THỨ NHẤT", "Chương II", "Mục 1", "Điều 5.": a word and its number.
HeadingMark word_mark(std::string_view line) {
    using MarkLevel = HeadingMark::Level;
    constexpr std::array<std::pair<std::string_view, MarkLevel>, 4> words = {
        {{"phan", MarkLevel::part},
         {"chuong", MarkLevel::chapter},
         {"muc", MarkLevel::division},
         {"dieu", MarkLevel::article}}};
    const std::size_t begin = skip_blanks(line, 0);
    if (!upper_at(line, begin)) return {};
    constexpr std::u32string_view initials = U"pcmd";  // of these words
    if (initials.find(unaccented_code_point(decode_at(line, begin).value)) ==
        std::u32string_view::npos)
        return {};
    const std::vector<LineToken> tokens = tokens_of(line.substr(0, max_mark_bytes), 6);
    if (tokens.size() < 2 || !tokens[0].capital) return {};
    const auto* word = std::find_if(words.begin(), words.end(),
                                    [&](const auto& entry) { return tokens[0].is(entry.first); });
    if (word == words.end()) return {};
    std::size_t number = 1;
    if (tokens[1].is("thu") && tokens.size() > 2) number = 2;
    const LineToken& token = tokens[number];
    std::size_t roman_size = 0;
    const bool roman = roman_value(token.text, roman_size) > 0 && roman_size == token.text.size();
    const bool letter = word->second == MarkLevel::part && token.text.size() == 1 && token.capital;
    if (number == 1 && !token.is_number() && !roman && !letter) return {};
    const std::size_t end = token.at + token.text.size();
    const std::size_t stop = behind_stop(line, end, ".:-");
    // "Điều 5 của Luật này …" within a text is a sentence, not an article.
    if (stop == end && end < line.size() && !upper_at(line, skip_blanks(line, end))) return {};
    return {word->second, token.is_number() ? token.value : 0, skip_blanks(line, stop)};
}

struct Components {
    std::size_t count = 0;
    std::int32_t last = 0;
    std::size_t end = 0;
};

/// "1", "1.1", "1.1.1" at the begin of a line; count 0 when a component has three digits or more.
Components number_components(std::string_view line) {
    Components found;
    for (std::size_t at = 0; at < line.size() && is_ascii_digit(line[at]);) {
        std::size_t end = at;
        std::int32_t value = 0;
        for (; end < line.size() && is_ascii_digit(line[end]) && end - at < 3; ++end) {
            value = value * 10 + (line[end] - '0');
        }
        if (end - at > 2) return {};
        found = {found.count + 1, value, end};
        if (end + 1 >= line.size() || line[end] != '.') break;
        at = end + 1;
    }
    return found;
}

/// "I.1. Kinh tế", "II.3.2. Lúa": the number behind a roman one, at `at`; level none when none is
/// there.
HeadingMark part_of_roman(std::string_view line, std::size_t at) {
    if (at >= line.size() || line[at] != '.') return {};
    const Components components = number_components(line.substr(at + 1));
    if (components.count == 0 || components.count > 3) return {};
    const std::size_t end = at + 1 + components.end;
    const std::size_t text = skip_blanks(line, behind_stop(line, end, ".:)/-"));
    if (text == end || !upper_at(line, text)) return {};
    constexpr std::array levels = {HeadingMark::division, HeadingMark::number1,
                                   HeadingMark::number2};
    return {levels.at(components.count - 1), components.last, text};
}

/// "A.", "I.", "IV/": capital marks. A roman number is one even where it could be a letter.
HeadingMark capital_mark(std::string_view line) {
    std::size_t size = 0;
    const std::int32_t value = roman_value(line, size);
    const bool is_roman = size > 0;
    const bool letter = !is_roman && line[0] >= 'A' && line[0] <= 'E';
    if (!is_roman && !letter) return {};
    const std::size_t end = is_roman ? size : 1;
    if (const HeadingMark part = part_of_roman(line, end); part.level != HeadingMark::none)
        return part;
    const std::size_t stop = behind_stop(line, end, is_roman ? ".)-:/" : ".)-/:");
    const std::size_t text = skip_blanks(line, stop);
    if (stop == end || !upper_at(line, text)) return {};
    // "H.Con Cuông", "A-B": a letter mark has a blank behind it.
    if (letter && text == stop && !is_capitals(line.substr(0, max_mark_bytes))) return {};
    return is_roman ? HeadingMark{HeadingMark::roman, value, text}
                    : HeadingMark{HeadingMark::letter, line[0] - 'A' + 1, text};
}

/// Whether a letter or what is quoted stands there.
bool words_at(std::string_view line, std::size_t at) {
    if (at >= line.size()) return false;
    return letter_at(line, at) || line[at] == '"' || line.substr(at).starts_with("“");
}

HeadingMark number_mark(std::string_view line) {
    const Components components = number_components(line);
    if (components.count == 0 || components.count > 4) return {};
    const bool single = components.count == 1;
    const std::size_t stop = behind_stop(line, components.end, single ? ".)/:-" : ".:)/");
    const std::size_t text = skip_blanks(line, stop);
    const bool stopped = stop != components.end;
    // "1- Phát triển kinh tế", as the Party numbers; "5-Mỹ Phú" is none.
    const bool dashed = stopped && (line[stop - 1] == '-' || line.substr(0, stop).ends_with("–"));
    if (dashed && (text == stop || line[components.end] == ' ' || !upper_at(line, text))) return {};
    if (!words_at(line, text) || (!stopped && single)) return {};
    const bool asks_capital = !stopped || (single && line[stop - 1] == ':');
    if (asks_capital && !upper_at(line, text)) return {};
    constexpr std::array levels = {HeadingMark::number1, HeadingMark::number2, HeadingMark::number3,
                                   HeadingMark::number3};
    return {levels.at(components.count - 1), components.last, text};
}

HeadingMark small_mark(std::string_view line) {
    const CodePoint first = decode_at(line, 0);
    if (!is_letter(first.value) || is_upper(first.value)) return {};
    const std::string key = unaccented(line.substr(0, first.size));
    const std::size_t stop = behind_stop(line, first.size, ".)/");
    const std::size_t text = skip_blanks(line, stop);
    const bool bracket = stop != first.size && line[stop - 1] == ')';
    if (stop == first.size || text >= line.size() || (text == stop && !bracket)) return {};
    if (key.size() != 1 || key[0] < 'a' || key[0] > 'z' || !upper_at(line, text)) return {};
    return {HeadingMark::small, key[0] - 'a' + 1, text};
}

/// "TP. Vinh", "v.v.": the stop behind these does not end a sentence.
bool is_abbreviation(std::string_view word) {
    constexpr std::array words = {"tp", "tx", "tt", "tr", "ths", "ts", "bs", "ks", "v"};
    const std::string key = unaccented(word);
    return length(word) == 1 || std::find(words.begin(), words.end(), key) != words.end();
}

/// Whether a sentence ends with the stop at `at`: a blank or a capital letter follows.
bool ends_sentence(std::string_view line, std::size_t at) {
    std::size_t word = at;
    while (word > 0 && line[word - 1] != ' ' && line[word - 1] != '.') --word;
    if (word == at || is_abbreviation(line.substr(word, at - word))) return false;
    if (at + 1 >= line.size()) return true;
    const CodePoint next = decode_at(line, at + 1);
    const bool after_letter = !is_ascii_digit(line[at - 1]);
    return is_space(next.value) || (after_letter && is_upper(next.value));
}

bool colon_ends_label(std::string_view line, std::size_t at) {
    const bool time = at > 0 && is_ascii_digit(line[at - 1]) && at + 1 < line.size() &&
                      is_ascii_digit(line[at + 1]);
    return !time;
}

/// Byte behind the first colon or sentence end within `limit` characters; npos when there is none.
std::size_t heading_end(std::string_view line, std::size_t from, std::size_t limit) {
    std::size_t characters = 0;
    for (std::size_t at = from; at < line.size() && characters < limit; ++characters) {
        const CodePoint point = decode_at(line, at);
        if (point.value == ':' && colon_ends_label(line, at)) return at + 1;
        if (point.value == '.' && ends_sentence(line, at)) return at + 1;
        at += point.size;
    }
    return std::string_view::npos;
}

}  // namespace

HeadingMark heading_mark(std::string_view line) {
    if (line.empty()) return {};
    if (is_ascii_digit(line[0])) return number_mark(line);
    HeadingMark mark = capital_mark(line);
    if (mark.level == HeadingMark::none) mark = word_mark(line);
    if (mark.level == HeadingMark::none) mark = small_mark(line);
    return mark;
}

bool is_capital_heading(const Line& line) {
    constexpr std::size_t min_letters = 8;
    if (line.text.size() > 3 * max_capital_heading_length || line.key.size() < min_letters) {
        return false;
    }
    if (line.text.find('\t') != std::string_view::npos || is_list_item(line.text)) return false;
    const char last = line.text.back();
    return last != ';' && last != ',' && length(line.text) <= max_capital_heading_length &&
           letter_at(line.text, 0) && is_capitals(line.text);
}

HeadingLine split_heading(std::string_view line, const HeadingMark& mark) {
    const bool capitals = is_capitals(line.substr(mark.text_at, 3 * max_capital_heading_length));
    const std::size_t limit = capitals ? max_capital_heading_length : max_heading_length;
    const std::size_t end = heading_end(line, mark.text_at, limit);
    if (end != std::string_view::npos) {
        return {without_blanks(line.substr(0, end)), without_blanks(line.substr(end))};
    }
    const std::string_view words = line.substr(mark.text_at);
    if (words.size() > 4 * limit || length(words) > limit) return {{}, line};
    return {line, {}};
}

bool is_list_item(std::string_view line) {
    constexpr std::array bullets = {"-", "–", "—", "+", "*", "•", "●", "◦", "▪", "\uF0B7", "·"};
    return std::any_of(bullets.begin(), bullets.end(),
                       [&](std::string_view bullet) { return line.starts_with(bullet); });
}

}  // namespace commsearch::report
