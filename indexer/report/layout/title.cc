#include "indexer/report/layout/title.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "analyzers/word/line_end.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/layout/letterhead.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_title_lines = 6;
constexpr std::size_t max_title_length = 600;  ///< characters
constexpr std::size_t max_subject_lines = 6;
/// Characters that a line of a title holds at the least before its margin breaks it.
constexpr std::size_t longest_title_line = 45;

bool starts_small(std::string_view text) {
    const char32_t first = decode_at(text, 0).value;
    return is_letter(first) && !is_upper(first);
}

/// How opening paragraphs begin, and no line of a title does.
bool opens_body(const Line& line) {
    constexpr std::array<std::string_view, 45> openings = {
        "can cu",        "kinh gui",      "kinh trinh",   "thuc hien",     "trien khai",
        "phan thu",      "tren co so",    "trong thang",  "trong quy",     "trong nam",
        "trong thoi",    "trong tuan",    "trong ky",     "duoi su",       "duoc su",
        "thi hanh",      "xet",           "theo de nghi", "nham",          "de thuc hien",
        "de trien",      "de tiep",       "de chuan",     "hom nay",       "sang ngay",
        "chieu ngay",    "vao hoi",       "hoi",          "hien nay",      "vua qua",
        "nhan duoc",     "tu dau nam",    "ke tu",        "theo ke hoach", "theo tinh",
        "theo chi dao",  "theo cong van", "luat",         "nghi dinh",     "quyet dinh so",
        "nghi quyet so", "cong hoa xa",   "phan mo dau",  "thuc te",       "tiep tuc thuc hien"};
    if (begins_with_any(line.key, openings)) return true;
    // "Ngày 12/11/2023, tại trụ sở …"
    const LineTokens tokens = line.tokens();
    return tokens.size() > 1 && tokens[0].is("ngay") && tokens[1].is_number();
}

/// A sentence that tells or orders something: a clause of its own, with one of the words that only
/// clauses have.
bool tells_or_orders(const Line& line) {
    constexpr std::size_t least_words = 6;
    constexpr std::array<std::string_view, 14> verbs = {
        "da",  "duoc",         "bao cao nhu sau", "nhu sau", "de nghi",  "yeu cau", "tiep tuc",
        "xin", "kinh de nghi", "co y kien",       "van con", "dat duoc", "so voi",  "uoc dat"};
    if (is_capitals(line.text)) return false;
    const bool stops = line.text.ends_with('.') || line.text.ends_with('!');
    if (stops && !starts_small(line.text)) return true;
    if (word_count(line.text) < least_words) return false;
    const bool tells = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
        return has_words(line.key, verb);
    });
    const char last = line.text.back();
    const bool ends = last == '.' || last == ';' || last == ':';
    return ends || (tells && line.text.find(',') != std::string_view::npos);
}

/// A name goes on in the next line: behind a comma, a dash, or a word that asks for another.
bool is_open(std::string_view title) {
    if (title.ends_with(',') || title.ends_with('-') || title.ends_with("–")) return true;
    constexpr std::array<std::string_view, 19> words = {
        "và", "của",   "về",   "năm", "tháng", "tại",   "trên", "cho", "với", "quý",
        "xã", "huyện", "tỉnh", "đối", "giai",  "trong", "theo", "đến", "thôn"};
    const std::string_view last = title.substr(title.rfind(' ') + 1);
    const std::string small = lower(last);
    return std::find(words.begin(), words.end(), small) != words.end();
}

/// Lines that end any title, also directly below the kind of paper.
bool is_never_title(const Line& line) {
    if (line.after_table || line.table != 0 || is_list_item(line.text)) return true;
    if (line.text.starts_with('(') || line.text.ends_with(':')) return true;
    if (length(line.text) > max_title_length / 2) return true;
    if (heading_mark(line.text).level != HeadingMark::none) return true;
    return begins_addressees(line) || begins_with_words(line.key, "can cu") ||
           line.key == "muc luc" || is_national_line(line.key) ||
           stated_number(line.tokens()).has_value();
}

/// `last` is the line above, as written.
bool ends_title(const Line& line, std::string_view title, std::string_view last, bool in_capitals) {
    if (is_never_title(line)) return true;
    const bool goes_on = starts_small(line.text) || is_open(title);
    if (line.after_blank && !starts_small(line.text)) return true;
    if (is_capital_heading(line) && !in_capitals) return true;
    if (in_capitals && !is_capitals(line.text) && !goes_on && tells_or_orders(line)) return true;
    if (stated_number(line.tokens()) || place_date(line.tokens())) return true;
    // "Hạn chót: 17h00": a label and its value.
    if (!in_capitals && line.text.find(": ") != std::string_view::npos) return true;
    // A capital goes on with the title only where the margin broke the line.
    const bool broken =
        goes_on || in_capitals || word::goes_on(last, line.text, longest_title_line);
    if (!broken) return true;
    return (!starts_small(line.text) && opens_body(line)) || tells_or_orders(line);
}

/// The line right below the kind of paper is its summary, unless it is the opening already.
bool is_first_summary(const Line& line) {
    if (is_never_title(line)) return false;
    constexpr std::array<std::string_view, 9> openings = {"trong thang",
                                                          "trong nam",
                                                          "trong quy",
                                                          "thuc hien cong van",
                                                          "thuc hien ke hoach so",
                                                          "duoi su",
                                                          "can cu",
                                                          "hom nay",
                                                          "theo"};
    // "GIẤY NGHỈ PHÉP" / "Xét Đơn đề nghị của …"; "Xét duyệt hộ nghèo" is a summary.
    constexpr std::array<std::string_view, 3> weighing = {"xet don", "xet de nghi", "xet to trinh"};
    if (begins_with_any(line.key, weighing)) return false;
    const bool opens = begins_with_any(line.key, openings) && tells_or_orders(line);
    return !opens && !(tells_or_orders(line) && opens_body(line));
}

/// "HƯỚNG DẪN LIÊN TỊCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG": still only the kind, the summary is below.
bool names_further_kind(const Line& line) {
    constexpr std::array<std::string_view, 6> further = {" lien tich", " lien nganh", " hanh dong",
                                                         " phoi hop",  " chuyen de",  " tham tra"};
    constexpr std::size_t most_words = 5;
    return is_capitals(line.text) && word_count(line.text) <= most_words &&
           type_at_begin(line.key) != DocumentType::unknown &&
           std::any_of(further.begin(), further.end(),
                       [&](std::string_view end) { return line.key.ends_with(end); });
}

}  // namespace

TitleLines title_at(const std::vector<Line>& lines, std::size_t type_line) {
    const Line& first = lines[type_line];
    const DocumentType type = type_of_name(first.key);
    const bool is_own_name = type != DocumentType::unknown && words_key(name_of(type)) == first.key;
    TitleLines title{is_own_name ? std::string(name_of(type)) : std::string(first.text), type_line,
                     type_line + 1};
    const bool is_kind = type != DocumentType::unknown || names_further_kind(first);
    bool in_capitals = !is_kind && is_capitals(first.text);
    for (; title.end < lines.size() && title.end <= type_line + max_title_lines; ++title.end) {
        const Line& line = lines[title.end];
        const bool is_first = is_kind && title.end == type_line + 1;
        if (is_first ? !is_first_summary(line)
                     : ends_title(line, title.text, lines[title.end - 1].text, in_capitals))
            break;
        if (title.text.size() + line.text.size() > 2 * max_title_length) break;
        if (is_first && is_capitals(line.text)) {
            in_capitals = true;
            title.text = first.text;
        }
        title.text += ' ';
        title.text += line.text;
    }
    return title;
}

TitleLines subject_in(const std::vector<Line>& lines, std::size_t limit) {
    TitleLines subject;
    for (std::size_t i = 0; i < std::min(lines.size(), limit); ++i) {
        if (begins_addressees(lines[i])) return subject;
        for (const std::string_view column : columns_of(lines[i])) {
            const std::string key = words_key(column);
            if (!begins_with_words(key, "v v") && !begins_with_words(key, "ve viec")) continue;
            subject = {std::string(column), i, i + 1};
        }
        if (!subject.text.empty()) break;
    }
    if (subject.text.empty()) return subject;
    while (subject.end < lines.size() && subject.end < subject.begin + max_subject_lines) {
        const Line& line = lines[subject.end];
        const std::string_view column = columns_of(line).empty() ? line.text : columns_of(line)[0];
        const bool apart = line.after_blank && !starts_small(line.text);
        if (apart || subject.text.ends_with('.') || is_never_title(line)) break;
        if (place_date(line.tokens()) || stated_number(line.tokens())) break;
        if (is_capitals(column) && !is_capitals(subject.text)) break;
        subject.text += ' ';
        subject.text += column;
        ++subject.end;
    }
    return subject;
}

bool begins_addressees(const Line& line) {
    constexpr std::array<std::string_view, 4> openings = {"kinh gui", "kinh moi", "kinh thua",
                                                          "than ai gui"};
    return begins_with_any(line.key, openings);
}

}  // namespace commsearch::report
