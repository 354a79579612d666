#include "analyzers/word/segmenter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/line_end.h"
#include "analyzers/word/number_runs.h"
#include "analyzers/word/word_key.h"

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
        add_digits(number_end(text_, at_, follows_number()));
    }

    /// A number and a blank stand before here: one row of a table.
    [[nodiscard]] bool follows_number() const {
        return !segments_.empty() && segments_.back().is_number &&
               segments_.back().end + 1 == at_ && text_[at_ - 1] == ' ';
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
            if (letter.is_any(inside)) {
                has_small = has_small || (letter.properties & cased) == LetterTable::letter;
                end += letter.size;
                continue;
            }
            const std::size_t next = letter.value == ' ' ? end : behind_inner_sign(letter, end);
            if (is_raised_by_unit(letter, end)) end += letter.size;
            if (next <= end) break;
            end = next;
        }
        add_word(std::exchange(at_, end), end, !has_small);
    }

    /// Behind the sign at `at` where the word goes on: what shows nothing, the mark of "H'Mông"; else
    /// `at`.
    std::size_t behind_inner_sign(const Letter& sign, std::size_t at) {
        const bool is_hidden = sign.is_any(LetterTable::ignorable);
        if (!is_hidden && !is_apostrophe(sign.value)) return at;
        std::size_t next = at + sign.size;
        Letter letter;
        while (next < text_.size()) {
            letter = next_letter(next);
            if (!letter.is_any(LetterTable::ignorable)) break;
            next += letter.size;
        }
        constexpr unsigned inside = LetterTable::letter | LetterTable::mark | LetterTable::digit;
        const unsigned wanted = is_hidden ? inside : unsigned{LetterTable::letter};
        return next < text_.size() && letter.is_any(wanted) ? next : at;
    }

    /// The ² of m² and km²; elsewhere it is the number of a footnote.
    [[nodiscard]] bool is_raised_by_unit(const Letter& sign, std::size_t at) const {
        return (sign.value == 0xB2 || sign.value == 0xB3) &&
               (text_[at - 1] == 'm' || text_[at - 1] == 'M');
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
                end_line();
                break;
            case '\t':  // between the cells of a table
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
                if (!is_inside_short_form() && !is_before_code()) ended_ = true;
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

    /// The full stop of "QL.1A", "nq.16" and "TP.HCM": right between a short form and a number, or
    /// two of capitals.
    [[nodiscard]] bool is_before_code() const {
        constexpr std::size_t longest_form = 5;
        const std::size_t behind = at_ + 1;
        if (behind >= text_.size() || segments_.empty() || segments_.back().end != at_)
            return false;
        const std::size_t begin = segments_.back().begin;
        const Letter first = letter_at(letters_, text_, behind);
        const std::size_t second = behind + first.size;
        const bool is_capitals = segments_.back().is_upper && first.is_any(LetterTable::upper) &&
                                 second < text_.size() &&
                                 letter_at(letters_, text_, second).is_any(LetterTable::upper);
        if (at_ - begin > longest_form || (!first.is_any(LetterTable::digit) && !is_capitals))
            return false;
        const std::string_view form = text_.substr(begin, at_ - begin);
        return form.find_first_not_of("IVXLC") != std::string_view::npos &&
               !syllable::is_syllable(lower(form));
    }

    void end_line() {
        const std::string_view line = text_.substr(line_begin_, at_ - line_begin_);
        line_begin_ = at_ + 1;
        if (ended_) return;
        const std::size_t next_end = std::min(text_.find('\n', line_begin_), text_.size());
        const std::string_view next = text_.substr(line_begin_, next_end - line_begin_);
        const LineEnd end = commsearch::word::line_end(line, next);
        if (end == LineEnd::may_be_full && !longest_) longest_ = longest_line(text_);
        ended_ = end == LineEnd::ends ||
                 (end == LineEnd::may_be_full && !is_full(line, next, *longest_));
    }

    const LetterTable& letters_ = letter_table();
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    std::optional<std::size_t> longest_;  ///< characters of the longest line, once asked for
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
    if (is_name_of_two_capitals(word, borders)) return std::nullopt;
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

std::optional<std::size_t> glued_number_border(std::string_view word) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::array<std::string_view, 5> units{"km", "hm", "dm", "cm", "mm"};
    const auto* const first = std::find_if(word.begin(), word.end(), is_digit_byte);
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
