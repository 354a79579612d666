#include "analyzers/word/segmenter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/line_end.h"
#include "analyzers/word/number_runs.h"
#include "analyzers/word/word_key.h"

namespace commsearch::word {
namespace {

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
                if (at_ + 1 >= text_.size() || !is_ascii_digit(text_[at_ + 1])) ended_ = true;
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

}  // namespace commsearch::word
