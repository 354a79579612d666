#include "indexer/source/formats/number_sections.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace commsearch::source {
namespace {

bool is_date_letter(char byte) {
    return std::string_view("yYmMdDhHsS").find(byte) != std::string_view::npos;
}
bool is_digit_place(char byte) {
    return std::string_view("0#?.,").find(byte) != std::string_view::npos;
}

/// Takes a section apart.
class SectionReader {
public:
    explicit SectionReader(std::string_view section) : left_(section) {}

    FormatSection run() {
        while (!left_.empty()) take();
        return std::move(section_);
    }

private:
    using Kind = FormatPiece::Kind;

    void take() {
        constexpr std::string_view general_word = "General";
        if (left_.starts_with(general_word)) {
            left_.remove_prefix(general_word.size());
            return add(Kind::digits, {});
        }
        const char byte = left_.front();
        if (byte == '"') return take_to('"');
        if (byte == '[') return take_bracket();
        if (byte == '\\') return take_marked(true);
        if (byte == '_' || byte == '*') return take_marked(false);  // room, filling
        if (byte == '%') return add_and_drop(Kind::percent, 1);
        if (is_am_pm()) return;
        if (is_digit_place(byte)) return take_run(Kind::digits, is_digit_place);
        if (is_date_letter(byte)) return take_date(byte);
        if (byte == 'E' || byte == 'e') return take_exponent();
        add_and_drop(byte == '@' ? Kind::digits : Kind::literal, 1);
    }

    void add(Kind kind, std::string_view text) {
        if (!section_.pieces.empty() && section_.pieces.back().kind == kind &&
            kind == Kind::literal) {
            section_.pieces.back().text += text;
        } else {
            section_.pieces.push_back({kind, std::string(text)});
        }
    }
    void add_and_drop(Kind kind, std::size_t size) {
        add(kind, left_.substr(0, size));
        left_.remove_prefix(std::min(size, left_.size()));
    }
    /// Drops the mark before a letter, and takes the letter as it is if it is `wanted`.
    void take_marked(bool wanted) {
        left_.remove_prefix(1);
        std::size_t size = std::min<std::size_t>(1, left_.size());
        while (size < left_.size() && (static_cast<unsigned char>(left_[size]) & 0xC0) == 0x80)
            ++size;
        if (wanted) add(Kind::literal, left_.substr(0, size));
        left_.remove_prefix(size);
    }
    void take_to(char end) {
        left_.remove_prefix(1);
        const std::size_t stop = std::min(left_.find(end), left_.size());
        add(Kind::literal, left_.substr(0, stop));
        left_.remove_prefix(std::min(stop + 1, left_.size()));
    }
    /// "[$₫-42A]" is a currency, "[h]" hours, "[>=5]" a condition, anything else a colour.
    void take_bracket() {
        const std::size_t stop = std::min(left_.find(']'), left_.size());
        const std::string_view inside = left_.substr(1, stop - 1);
        left_.remove_prefix(std::min(stop + 1, left_.size()));
        if (inside.starts_with('$')) {
            add(Kind::literal, inside.substr(1, inside.find('-') - 1));
        } else if (!inside.empty() &&
                   inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
            add(Kind::elapsed, inside);
        } else if (const std::size_t number = inside.find_first_not_of("<=>"); number != 0) {
            take_condition(inside.substr(0, number),
                           inside.substr(std::min(number, inside.size())));
        }
    }
    void take_condition(std::string_view comparison, std::string_view number) {
        double limit = 0;
        const auto [end, failed] =
            std::from_chars(number.data(), number.data() + number.size(), limit);
        if (failed == std::errc{}) section_.condition = {std::string(comparison), limit};
    }
    /// "E+00"; another E is passed over.
    void take_exponent() {
        if (left_.size() < 2 || (left_[1] != '+' && left_[1] != '-')) return left_.remove_prefix(1);
        left_.remove_prefix(2);
        const std::size_t end = std::min(left_.find_first_not_of("0#?"), left_.size());
        add_and_drop(Kind::exponent, end);
    }
    bool is_am_pm() {
        for (const std::string_view mark : {"AM/PM", "am/pm", "A/P", "SA/CH"}) {
            if (!left_.starts_with(mark)) continue;
            left_.remove_prefix(mark.size());
            return true;
        }
        return false;
    }
    void take_run(Kind kind, bool (*belongs)(char)) {
        const auto end = std::find_if_not(left_.begin(), left_.end(), belongs);
        add_and_drop(kind, static_cast<std::size_t>(end - left_.begin()));
    }
    void take_date(char letter) {
        const std::size_t end = std::min(left_.find_first_not_of(letter), left_.size());
        add_and_drop(Kind::date, end);
    }

    std::string_view left_;
    FormatSection section_;
};

}  // namespace

bool FormatCondition::holds(double value) const {
    if (comparison == "<") return value < limit;
    if (comparison == "<=") return value <= limit;
    if (comparison == "=") return value == limit;
    if (comparison == "<>") return value != limit;
    if (comparison == ">=") return value >= limit;
    return comparison == ">" && value > limit;
}

std::vector<std::string_view> sections_of(std::string_view code) {
    std::vector<std::string_view> sections;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == '"') quoted = !quoted;
        if (!quoted && code[at] == '\\') ++at;
        if (at < code.size() && !quoted && code[at] == ';') {
            sections.push_back(code.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    sections.push_back(code.substr(begin));
    return sections;
}

FormatSection section_of(std::string_view text) { return SectionReader(text).run(); }

}  // namespace commsearch::source
