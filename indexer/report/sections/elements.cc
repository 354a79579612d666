#include "indexer/report/sections/elements.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "analyzers/word/line_end.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/offices.h"
#include "indexer/report/sections/clauses.h"
#include "indexer/report/sections/roman_slips.h"

namespace commsearch::report {
namespace {

using HeadingLevel = HeadingMark::Level;
using Kind = Element::Kind;

/// Where a phrase ends that is cut from its line.
NumberedPhrase::End end_of(std::string_view phrase) {
    if (phrase.ends_with(':')) return NumberedPhrase::End::colon;
    if (phrase.ends_with(';')) return NumberedPhrase::End::semicolon;
    return phrase.ends_with('.') ? NumberedPhrase::End::stop : NumberedPhrase::End::none;
}

bool ends_open(std::string_view text) {
    constexpr std::string_view ends = ".:;!?";
    return !text.empty() && ends.find(text.back()) == std::string_view::npos;
}

/// "… của", "… trước 10 giờ ngày" before a number: no name ends with such a word.
bool asks_for_more(std::string_view text, char32_t next) {
    constexpr std::array<std::string_view, 11> words = {"và",  "của", "về", "cho",  "với",  "từ",
                                                        "các", "do",  "là", "hoặc", "những"};
    constexpr std::array<std::string_view, 3> before_numbers = {"ngày", "tháng", "số"};
    const std::string last = lower(text.substr(text.rfind(' ') + 1));
    const bool is_free = text.ends_with("tự do");
    return (is_one_of(last, words) && !is_free) ||
           (!is_letter(next) && is_one_of(last, before_numbers));
}

/// A word of capitals alone, as the last one of a broken heading: "TỚI".
bool is_capital_word(std::string_view text) {
    return text.find(' ') == std::string_view::npos && length(text) > 1 && text == upper(text) &&
           is_upper(decode_at(text, 0).value);
}

/// Reads the lines one after the other: whether a roman number is misread, and whether a line goes
/// on, depends on those before and behind.
class ElementReader {
public:
    explicit ElementReader(const std::vector<Line>& lines) : lines_(lines) {}

    std::vector<Element> read() {
        elements_.reserve(lines_.size());
        while (at_ < lines_.size()) {
            const Line& line = lines_[at_];
            if (continues_capitals(line)) {
                elements_.back().more.push_back(&line);
                ++at_;
            } else {
                add(line);
            }
        }
        return std::move(elements_);
    }

private:
    void add(const Line& line) {
        Element element;
        element.line = &line;
        element.cut.body = line.text;
        ++at_;
        if (line.table != 0) {
            element.kind = Kind::row;
            elements_.push_back(std::move(element));
            return;
        }
        element.mark = mark_of(line.text);
        if (element.mark.level != HeadingLevel::none) {
            read_marked(element);
        } else if (is_capital_heading(line) && !is_formula(line)) {
            element.kind = Kind::heading;
            element.mark.level = HeadingLevel::roman;
            element.cut = {line.text, {}};
        }
        elements_.push_back(std::move(element));
    }

    /// "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ" above what a decision rests on, "QUYẾT ĐỊNH:" below it, or both
    /// in one: "ĐẢNG ỦY XÃ QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:".
    [[nodiscard]] bool is_formula(const Line& line) const {
        constexpr std::array formulas = {"quyet dinh", "quyet nghi", "nghi quyet"};
        constexpr std::array verbs = {" quyet dinh", " quyet nghi", " dien"};
        if (is_one_of(line.key, formulas)) return true;
        std::size_t behind = 0;
        const bool decides = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
            return line.key.ends_with(verb);
        });
        if (decides && (begins_with_office(line.text) || body_at(line.tokens(), behind) != nullptr))
            return true;
        std::size_t next = at_;
        while (next < lines_.size() && next < at_ + max_wrapped && is_capitals(lines_[next].text))
            ++next;
        return next < lines_.size() && begins_with_words(lines_[next].key, "can cu");
    }

    HeadingMark mark_of(std::string_view line) {
        HeadingMark mark = heading_mark(line);
        if (mark.level == HeadingLevel::none && last_roman_ > 0)
            mark = misread_roman_mark(line, last_roman_ + 1);
        if (mark.level == HeadingLevel::roman) last_roman_ = mark.number;
        if (mark.level != HeadingLevel::none && mark.level < HeadingLevel::roman) last_roman_ = 0;
        if (mark.level == HeadingLevel::article) in_article_ = true;
        if (mark.level != HeadingLevel::none && mark.level < HeadingLevel::article)
            in_article_ = false;
        return mark;
    }

    /// A heading, with the lines it goes on in, or a numbered paragraph.
    void read_marked(Element& element) {
        const std::string_view line = element.line->text;
        element.cut = split_heading(line, element.mark);
        element.kind = Kind::paragraph;
        if (element.cut.heading.empty()) return;
        std::string joined(
            element.cut.heading.substr(std::min(element.mark.text_at, element.cut.heading.size())));
        const std::size_t wrapped = wrapped_lines(element, joined);
        const bool too_long =
            wrapped > 0 && (wrapped > max_wrapped || length(joined) > max_heading_length);
        // A colon in a further line ends the phrase there.
        const std::size_t colon = wrapped > 0 ? joined.find(": ") : std::string::npos;
        const std::string_view words =
            std::string_view(joined).substr(0, colon == std::string::npos ? colon : colon + 1);
        const NumberedPhrase phrase{words, end_of(words),
                                    colon == std::string::npos
                                        ? element.cut.body
                                        : std::string_view(joined).substr(colon + 2),
                                    element.mark.level == HeadingLevel::number2 ||
                                        element.mark.level == HeadingLevel::number3};
        if (too_long || is_clause_of_article(element) || is_sentence(phrase)) {
            element.phrase = element.cut.heading;
            element.cut = {{}, line};
            return;
        }
        element.kind = Kind::heading;
        for (std::size_t i = 0; i < wrapped; ++i) element.more.push_back(&lines_[at_++]);
    }

    /// How many lines go on with the phrase of `element` behind a line end that a page put there;
    /// appends their words.
    std::size_t wrapped_lines(const Element& element, std::string& joined) const {
        const Line* last = element.line;
        std::size_t wrapped = 0;
        if (!element.cut.body.empty()) return 0;
        for (std::size_t next = at_; next < lines_.size() && wrapped <= max_wrapped; ++next) {
            const Line& line = lines_[next];
            const bool adjacent =
                line.table == 0 && line.number == last->number + 1 && !line.after_blank;
            if (!adjacent || !is_broken(next - 1, wrapped > 0)) break;
            if (heading_mark(line.text).level != HeadingLevel::none) break;
            (joined += ' ') += line.text;
            last = &line;
            ++wrapped;
        }
        return wrapped;
    }

    /// Whether the line `at` ends within its phrase; `goes_on` when one above did. Before a capital or
    /// a number only a word that asks for more tells it, or a margin: a line around is as long, and
    /// had no room for the next word either. Behind a quotation that ends nothing was open.
    [[nodiscard]] bool is_broken(std::size_t at, bool goes_on) const {
        constexpr std::size_t full_line = 50;  // characters; a shorter line ended on purpose
        constexpr std::size_t around = 8;      // lines
        const std::string_view text = lines_[at].text;
        const std::string_view next = lines_[at + 1].text;
        if (!ends_open(text)) return false;
        const char32_t first = decode_at(next, next.starts_with('(') ? 1 : 0).value;
        if (is_letter(first) && !is_upper(first)) return goes_on || length(text) >= full_line;
        if (word::line_end(text, next) == word::LineEnd::ends) return false;
        if (asks_for_more(text, first)) return true;
        if (text.ends_with('"') || text.ends_with("”")) return false;
        std::size_t longest = 0;
        const std::size_t end = std::min(lines_.size(), at + around);
        for (std::size_t i = at - std::min(at, around); i < end; ++i) {
            if (i != at && lines_[i].table == 0)
                longest = std::max(longest, length(lines_[i].text));
        }
        return longest >= length(text) && word::is_full(text, next, longest);
    }

    /// "1. Hộ nghèo: 60 triệu đồng." below an article: its clauses have no names (NĐ 34/2016/NĐ-CP).
    [[nodiscard]] bool is_clause_of_article(const Element& element) const {
        return in_article_ && element.mark.level == HeadingLevel::number1 &&
               !element.cut.body.empty();
    }

    /// A heading goes on in the next line: "PHẦN THỨ NHẤT" above its words, or capitals that were
    /// broken.
    [[nodiscard]] bool continues_capitals(const Line& next) const {
        constexpr std::size_t max_more = 3;
        if (elements_.empty() || next.table != 0) return false;
        if (elements_.back().more.size() >= max_more) return false;
        const Element& heading = elements_.back();
        if (heading.kind != Kind::heading || !heading.cut.body.empty()) return false;
        if (heading_mark(next.text).level != HeadingLevel::none) return false;
        const Line& last = heading.more.empty() ? *heading.line : *heading.more.back();
        const bool no_words = heading.more.empty() && heading.mark.text_at >= last.text.size();
        const bool goes_on =
            next.number == last.number + 1 && ends_open(last.text) && is_capitals(last.text);
        if (is_capitals(next.text)) return no_words || goes_on;
        constexpr std::size_t full_line = 40;
        return goes_on && is_capital_word(next.text) && length(last.text) >= full_line;
    }

    static constexpr std::size_t max_wrapped = 2;

    const std::vector<Line>& lines_;
    std::size_t at_ = 0;
    bool in_article_ = false;
    std::int32_t last_roman_ = 0;  ///< 0: none since the last heading further out
    std::vector<Element> elements_;
};

}  // namespace

std::string Element::heading() const {
    std::string words(cut.heading);
    for (const Line* next : more) {
        words += ' ';
        words += next->text;
    }
    return words;
}

bool is_closing(const Line& line) {
    constexpr std::array openings = {"tren day la", "tren day la bao cao", "noi nhan"};
    return begins_with_any(line.key, openings);
}

bool is_leaf(const std::vector<Element>& elements, std::size_t at) {
    const Element& element = elements[at];
    const bool short_sentence = element.phrase.size() == element.line->text.size();
    const bool bare_heading = element.kind == Kind::heading && element.cut.body.empty();
    if (!short_sentence && !bare_heading) return false;
    if (at + 1 == elements.size() || is_closing(*elements[at + 1].line)) return true;
    const Element& next = elements[at + 1];
    const bool is_numbered = next.kind == Kind::heading || next.kind == Kind::paragraph;
    return is_numbered && next.mark.level <= element.mark.level;
}

std::vector<Element> elements_of(const std::vector<Line>& lines) {
    return ElementReader(lines).read();
}

}  // namespace commsearch::report
