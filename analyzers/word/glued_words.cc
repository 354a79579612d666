#include "analyzers/word/glued_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/number_runs.h"

namespace commsearch::word {
namespace {

/// Places where the case of a word tells two words: a capital behind a small letter ("huyệnTrung"),
/// the last of several capitals ("BTVTỉnh") and the small letter behind them ("UBNDxã").
std::vector<std::size_t> case_borders(std::string_view word) {
    bool was_upper = true;
    std::size_t capital_at = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        const bool upper = is_upper(point.value);
        if (at > 0 && upper && !was_upper) return {at};
        if (!upper && was_upper && capital_at > 0) return {capital_at, at};
        if (upper) capital_at = at;
        was_upper = upper;
        at += point.size;
    }
    return {};
}

/// "HMông", "KHo", "RLấp": one letter before a syllable that begins with a capital.
bool is_name_of_two_capitals(std::string_view word, const std::vector<std::size_t>& borders) {
    return borders.size() == 2 && borders.front() == decode_at(word, 0).size &&
           syllable::is_syllable(lower(word.substr(borders.front())));
}

bool is_all_upper(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        if (!is_upper(point.value)) return false;
        at += point.size;
    }
    return !word.empty();
}

/// Where two syllables in small letters meet, when that can be at one place only.
std::optional<std::size_t> border_between_syllables(std::string_view word) {
    constexpr std::size_t longest_pair = std::size_t{2} * 7 * 3;  // two syllables of seven letters
    const bool ascii = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
    const std::string lowered = lower(word);
    if (ascii || word.size() > longest_pair || lowered.size() != word.size() ||
        syllable::is_syllable(lowered)) {
        return std::nullopt;
    }
    std::optional<std::size_t> found;
    for (std::size_t at = decode_at(lowered, 0).size; at < lowered.size();
         at += decode_at(lowered, at).size) {
        const std::string_view whole = lowered;
        if (!syllable::is_syllable(whole.substr(0, at)) || !syllable::is_syllable(whole.substr(at)))
            continue;
        if (found) return std::nullopt;
        found = at;
    }
    return found;
}

}  // namespace

std::optional<std::size_t> glued_word_border(std::string_view word) {
    const std::vector<std::size_t> borders = case_borders(word);
    if (is_name_of_two_capitals(word, borders)) return std::nullopt;
    for (const std::size_t border : borders) {
        const std::string_view head = word.substr(0, border);
        const bool head_fits =
            syllable::is_syllable(lower(head)) || (head.size() >= 2 && is_all_upper(head));
        if (head_fits && syllable::is_syllable(lower(word.substr(border)))) return border;
    }
    return borders.empty() ? border_between_syllables(word) : std::nullopt;
}

std::optional<std::size_t> glued_number_border(std::string_view word) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::array<std::string_view, 5> units{"km", "hm", "dm", "cm", "mm"};
    const auto* const first = std::find_if(word.begin(), word.end(), is_ascii_digit);
    if (first == word.end() || first == word.begin()) return std::nullopt;
    const auto border = static_cast<std::size_t>(first - word.begin());
    const std::size_t end = std::min(word.find_first_not_of(digits, border), word.size());
    if (end < word.size() && end + decode_at(word, end).size < word.size()) return std::nullopt;
    const std::string head = lower(word.substr(0, border));
    const std::size_t letters = count_code_points(head, is_letter);
    if (letters < 2 || std::find(units.begin(), units.end(), head) != units.end())
        return std::nullopt;
    const bool is_plain = unaccented(head) == head;
    if (letters == 2 && is_plain && syllable::is_syllable(head)) return std::nullopt;
    return border;
}

}  // namespace commsearch::word
