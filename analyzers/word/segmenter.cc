#include "analyzers/word/segmenter.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::word {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Digits of `text` from `at` on.
std::size_t digit_run(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit_byte(text[end])) ++end;
    return end - at;
}

/// True when `text` at `at` reads d.m.yyyy, d-m-yyyy or d/m/yyyy with one and the same separator.
bool is_date_at(std::string_view text, std::size_t at) {
    const std::size_t day = digit_run(text, at);
    if (day == 0 || day > 2 || at + day >= text.size()) return false;
    const char separator = text[at + day];
    if (separator != '.' && separator != '-' && separator != '/') return false;
    const std::size_t month_at = at + day + 1;
    const std::size_t month = digit_run(text, month_at);
    if (month == 0 || month > 2 || month_at + month >= text.size()) return false;
    const std::size_t year_at = month_at + month + 1;
    return text[month_at + month] == separator && digit_run(text, year_at) == 4 &&
           (text[year_at] == '1' || text[year_at] == '2');
}

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

bool is_all_upper(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        if (!is_upper(point.value)) return false;
        at += point.size;
    }
    return !word.empty();
}

/// Walks over the text once and collects the segments.
class Scanner {
public:
    Scanner(std::string_view text, std::vector<Segment>& segments)
        : text_(text), segments_(segments) {}

    /// True when all code points last in NFC.
    bool run() {
        while (at_ < text_.size()) {
            const Letter letter = next_letter(at_);
            if (letter.is_any(LetterTable::letter)) {
                scan_word();
            } else if (letter.is_any(LetterTable::digit)) {
                scan_number();
            } else {
                scan_separator(letter.size);
            }
        }
        return is_nfc_inert_;
    }

private:
    Letter next_letter(std::size_t at) {
        const Letter letter = letter_at(letters_, text_, at);
        // What the table lacks may be no text at all.
        is_nfc_inert_ = is_nfc_inert_ && letter.value < LetterTable::size &&
                        letter.is_any(LetterTable::nfc_inert);
        return letter;
    }

    void scan_number() {
        if (is_date_at(text_, at_)) {
            for (int part = 0; part < 3; ++part) {
                if (part > 0) ++at_;  // the separator
                add_digits(at_ + digit_run(text_, at_));
            }
            return;
        }
        std::size_t end = at_ + digit_run(text_, at_);
        while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
               is_digit_byte(text_[end + 1]) && end - at_ < max_segment_bytes &&
               !is_date_at(text_, end + 1)) {
            end += 1 + digit_run(text_, end + 1);
        }
        add_digits(end);
    }

    void add_digits(std::size_t end) {
        add(at_, end, true, false);
        at_ = end;
    }

    void scan_word() {
        constexpr unsigned inside = LetterTable::letter | LetterTable::digit | LetterTable::mark;
        constexpr unsigned cased = LetterTable::letter | LetterTable::upper;
        bool has_small = false;
        std::size_t end = at_;
        while (end < text_.size()) {
            const Letter letter = next_letter(end);
            if (!letter.is_any(inside)) break;
            has_small = has_small || (letter.properties & cased) == LetterTable::letter;
            end += letter.size;
        }
        add_word(std::exchange(at_, end), end, !has_small);
    }

    void add_word(std::size_t begin, std::size_t end, bool is_upper) {
        while (end - begin > max_segment_bytes) {
            const std::size_t size =
                truncate_utf8(text_.substr(begin, end - begin), max_segment_bytes).size();
            add(begin, begin + size, false, is_upper);
            begin += size;
        }
        add(begin, end, false, is_upper);
    }

    void add(std::size_t begin, std::size_t end, bool is_number, bool is_upper) {
        segments_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                             is_number, is_upper, ended_});
        ended_ = false;
    }

    void scan_separator(std::size_t size) {
        switch (text_[at_]) {
            case ' ':
                break;
            case '\n':
            case ';':
            case '?':
            case '!':
                ended_ = true;
                break;
            case ':':
                // 20:10 is a time, not the end of anything.
                if (at_ + 1 >= text_.size() || !is_digit_byte(text_[at_ + 1])) ended_ = true;
                break;
            case '.':
                if (!is_inside_short_form()) ended_ = true;
                break;
            default:
                break;
        }
        at_ += size;
    }

    /// The full stop of "v.v", "T.W" or "P.": one letter before it.
    [[nodiscard]] bool is_inside_short_form() const {
        if (segments_.empty() || segments_.back().end != at_ || segments_.back().is_number)
            return false;
        const std::string_view before =
            text_.substr(segments_.back().begin, segments_.back().end - segments_.back().begin);
        return decode_at(before, 0).size == before.size();
    }

    const LetterTable& letters_ = letter_table();
    std::string_view text_;
    std::size_t at_ = 0;
    bool ended_ = false;
    bool is_nfc_inert_ = true;
    std::vector<Segment>& segments_;
};

}  // namespace

bool segment(std::string_view nfc_text, std::vector<Segment>& segments) {
    segments.clear();
    return Scanner(nfc_text, segments).run();
}

std::vector<Segment> segment(std::string_view nfc_text) {
    constexpr std::size_t usual_bytes = 5;  // of a word and the blank before it
    std::vector<Segment> segments;
    segments.reserve(nfc_text.size() / usual_bytes);
    (void)segment(nfc_text, segments);
    return segments;
}

std::optional<std::size_t> glued_word_border(std::string_view word) {
    const std::vector<std::size_t> borders = case_borders(word);
    for (const std::size_t border : borders) {
        const std::string_view head = word.substr(0, border);
        const bool head_fits =
            syllable::is_syllable(lower(head)) || (head.size() >= 2 && is_all_upper(head));
        if (head_fits && syllable::is_syllable(lower(word.substr(border)))) return border;
    }
    if (!borders.empty()) return std::nullopt;
    constexpr std::size_t longest_pair = 2 * 7 * 3;  // two syllables of seven letters
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

std::string canonical_number(std::string_view digits) {
    // A dot parts thousands when every group behind it has three digits; else it is a decimal
    // point.
    const std::size_t comma = digits.find(',');
    std::string_view whole = digits.substr(0, comma);
    std::string_view fraction = comma == std::string_view::npos ? "" : digits.substr(comma + 1);
    const std::size_t dot = whole.find('.');
    if (dot != std::string_view::npos) {
        bool thousands = dot <= 3 && dot > 0;
        for (std::size_t at = dot; thousands && at < whole.size(); at += 4) {
            thousands = whole[at] == '.' && digit_run(whole, at + 1) == 3;
        }
        if (!thousands && comma == std::string_view::npos &&
            whole.find('.', dot + 1) == std::string_view::npos) {
            fraction = whole.substr(dot + 1);
            whole = whole.substr(0, dot);
        }
    }
    std::string value;
    for (const char c : whole) {
        if (is_digit_byte(c) && !(value.empty() && c == '0')) value.push_back(c);
    }
    if (value.empty()) value = "0";
    const std::size_t last = fraction.find_last_not_of('0');
    if (last != std::string_view::npos) {
        value.push_back(',');
        for (const char c : fraction.substr(0, last + 1)) {
            if (is_digit_byte(c)) value.push_back(c);
        }
    }
    return value;
}

}  // namespace commsearch::word
