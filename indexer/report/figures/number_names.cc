#include "indexer/report/figures/number_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/value/digits.h"
#include "indexer/report/fields/period_mentions.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

int plain_value(FigureTokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_number() ? digits_value(tokens[at].text) : -1;
}

bool is_mark_at(FigureTokens tokens, std::size_t at, std::string_view mark) {
    return at < tokens.size() && tokens[at].is_mark() && tokens[at].text == mark;
}

bool is_year(FigureTokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].text.size() == 4 &&
           is_paper_year(plain_value(tokens, at));
}

/// Days that people keep, by which a/b is known without "ngày".
bool is_kept_day(int day, int month) {
    constexpr std::array<std::pair<int, int>, 21> days = {
        {{3, 2},   {8, 3},   {26, 3},  {30, 4}, {1, 5},   {7, 5},   {19, 5},
         {1, 6},   {28, 6},  {27, 7},  {19, 8}, {2, 9},   {5, 9},   {10, 10},
         {13, 10}, {14, 10}, {20, 10}, {9, 11}, {18, 11}, {20, 11}, {22, 12}}};
    return std::find(days.begin(), days.end(), std::pair(day, month)) != days.end();
}

bool is_day_of_month(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/// "ngày 04/11", "đêm 28/10", "ngày khai giảng 05/9": a day whatever follows.
bool follows_day_word(FigureTokens tokens, std::size_t at) {
    constexpr std::array<std::string_view, 6> words = {"ngày",  "đêm", "sáng",
                                                       "chiều", "tối", "hôm"};
    constexpr std::size_t near = 5;
    for (std::size_t i = at; i > 0 && at - i < near; --i) {
        if (tokens[i - 1].is_mark() || tokens[i - 1].is_number()) return false;
        const bool day = is_one_of(tokens[i - 1].key, words);
        if (day && (i == at || tokens[i - 1].is("ngày"))) return true;
    }
    return false;
}

/// Whether a/b without a unit is a day of the year. A fraction is not above one unless a quota was
/// exceeded, and its whole is not written "02".
bool is_day_pair(FigureTokens tokens, std::size_t at) {
    const int day = plain_value(tokens, at);
    const int month = plain_value(tokens, at + 2);
    if (!is_mark_at(tokens, at + 1, "/") || !is_day_of_month(day, month)) return false;
    if (follows_day_word(tokens, at)) return true;
    if (unit_at(tokens, at + 3).unit != nullptr) return false;
    if (is_kept_day(day, month) || cue_before(tokens, at, CueSet(Cue::date)) < at) return true;
    if (tokens[at + 2].text.front() == '0') return true;
    if (at > 0 && tokens[at - 1].is("từ")) return true;
    return day > month && cue_before(tokens, at, CueSet(Cue::quota)) == at;
}

}  // namespace

std::size_t day_end(FigureTokens tokens, std::size_t at) {
    const int first = plain_value(tokens, at);
    if (first < 0) return at;
    for (const std::string_view sign : {"/", "-", "."}) {
        if (!is_mark_at(tokens, at + 1, sign)) continue;
        const int second = plain_value(tokens, at + 2);
        if (is_day_of_month(first, second) && is_mark_at(tokens, at + 3, sign) &&
            is_year(tokens, at + 4))
            return at + 5;
        const bool month = first >= 1 && first <= 12 && is_year(tokens, at + 2);
        if (month && sign != ".") return at + 3;
    }
    if (is_day_pair(tokens, at)) return at + 3;
    // "từ đêm 26 đến 29/10/2024", "01 đến 18/11", "09 và 10/11", "25-28/10"
    if (first < 1 || first > 31 || tokens[at].text.size() > 2) return at;
    std::size_t last = at + 1 + cue_at(tokens, at + 1, CueSet(Cue::to));
    if (last == at + 1 && last < tokens.size() && (tokens[last].is("và") || tokens[last].is(",")))
        ++last;
    if (last == at + 1) return at;
    if (last < tokens.size() && tokens[last].is("ngày")) ++last;
    const int day = plain_value(tokens, last);
    const bool is_day = is_mark_at(tokens, last + 1, "/") &&
                        is_day_of_month(day, plain_value(tokens, last + 2)) && day > first;
    if (!is_day || unit_at(tokens, last + 3).unit != nullptr) return at;
    const bool year = is_mark_at(tokens, last + 3, "/") && is_year(tokens, last + 4);
    return last + (year ? 5 : 3);
}

namespace {

/// "163/BC-UBND", "05-CT/TW", "A/H5N1", "z478_6e", "COVID-19", "ĐX.7"
bool is_code(FigureTokens tokens, std::size_t at) {
    const auto joins = [&](std::size_t mark) {
        return mark < tokens.size() && tokens[mark].is_mark() &&
               (tokens[mark].text == "/" || tokens[mark].text == "-" || tokens[mark].text == "_" ||
                tokens[mark].text == "." || tokens[mark].text == "–");
    };
    const bool code_behind = joins(at + 1) && tokens[at + 1].glued && at + 2 < tokens.size() &&
                             tokens[at + 2].is_word() && tokens[at + 2].capital &&
                             tokens[at + 1].text != "." && tokens[at + 2].glued;
    const bool paper_behind = joins(at + 1) && tokens[at + 1].text == "-" &&
                              at + 2 < tokens.size() && tokens[at + 2].capital &&
                              tokens[at + 2].text.size() <= 6 && is_mark_at(tokens, at + 3, "/");
    const bool code_before = at >= 2 && joins(at - 1) && tokens[at - 1].glued && tokens[at].glued &&
                             tokens[at - 2].is_word();
    const bool glued_word = at >= 1 && tokens[at].glued && tokens[at - 1].is_word();
    return code_behind || paper_behind || code_before || glued_word;
}

/// Whether a bracket that opened before the token is still open there.
bool is_in_brackets(FigureTokens tokens, std::size_t at) {
    constexpr std::size_t far = 60;
    for (std::size_t i = at; i > 0 && at - i < far; --i) {
        if (tokens[i - 1].is(")")) return false;
        if (tokens[i - 1].is("(")) return true;
    }
    return false;
}

/// "1. Trồng trọt", "1.2 Chăn nuôi", "3a.", "2) …" at the begin of a line or clause; "(1) …".
bool numbers_list(FigureTokens tokens, std::size_t at) {
    const bool bracket = at > 0 && is_mark_at(tokens, at - 1, "(");
    if (bracket && is_mark_at(tokens, at + 1, ")"))
        return at == 1 || parts_clauses(tokens[at - 2]) || ends_sentence(tokens, at - 2);
    const bool opens_line = at == 0 || (at == 1 && tokens[0].is_mark());
    const bool begins =
        opens_line || ends_sentence(tokens, at - 1) || parts_clauses(tokens[at - 1]);
    if (!begins || is_in_brackets(tokens, at)) return false;
    if (at + 1 >= tokens.size()) return opens_line;
    const FigureToken& behind = tokens[at + 1];
    const bool parted = tokens[at].text.find('.') != std::string_view::npos;  // "1.2"
    if (opens_line && parted && behind.capital && tokens[at].text.size() <= 6) return true;
    if (!behind.glued) return false;
    const bool lettered = behind.is_word() && behind.text.size() == 1 && opens_line;  // "3a."
    if (lettered) return is_mark_at(tokens, at + 2, ".") || is_mark_at(tokens, at + 2, ")");
    if (behind.text == ")") return true;
    if (behind.text != ".") return false;
    if (opens_line) return true;
    return at + 2 < tokens.size() && tokens[at + 2].capital &&
           (parted || plain_value(tokens, at) >= 0) && !parts_clauses(tokens[at - 1]);
}

/// Whether the number stands in quotation marks with few words: “1 phải 5 giảm”.
bool is_quoted(FigureTokens tokens, std::size_t at) {
    constexpr std::size_t near = 8;
    const auto quote = [](const FigureToken& token, std::string_view one, std::string_view other) {
        return token.is_mark() && (token.text == one || token.text == other || token.text == "\"");
    };
    std::size_t begin = at;
    while (begin > 0 && at - begin < near && !quote(tokens[begin - 1], "“", "«") &&
           !quote(tokens[begin - 1], "”", "»"))
        --begin;
    if (begin == 0 || quote(tokens[begin - 1], "”", "»") != (tokens[begin - 1].text == "\"") ||
        at - begin >= near)
        return false;
    for (std::size_t i = at + 1; i < tokens.size() && i - at < near; ++i) {
        if (quote(tokens[i], "”", "»")) return true;
    }
    return false;
}

/// "năm 2023", "2021-2026", "vụ đông 2024"; not "2105 thành viên" nor "2.024".
bool is_year_number(FigureTokens tokens, std::size_t at, bool has_unit) {
    if (!is_year(tokens, at)) return false;
    return !has_unit || cue_before(tokens, at, CueSet(Cue::name, Cue::date)) < at;
}

/// "hướng dẫn 025 hội viên", "cấp 6.200 hạt giống": too many, or written as counts are.
bool counts_noun(FigureTokens tokens, std::size_t at) {
    constexpr std::size_t name_digits = 2;
    const std::string_view digits = tokens[at].text;
    const bool noun = at + 1 < tokens.size() && tokens[at + 1].is_word() &&
                      !tokens[at + 1].capital && cue_at(tokens, at + 1, CueSet(Cue::no_unit)) == 0;
    return noun && (digits.size() > name_digits || digits.front() == '0');
}

/// A word that names the number; "năm" and "tháng" only before what can be one.
bool is_named(FigureTokens tokens, std::size_t at, bool has_unit) {
    if (cue_before(tokens, at, CueSet(Cue::compound)) < at) return false;
    const std::size_t label = cue_before(tokens, at, CueSet(Cue::label));
    if (label < at && !has_unit && !counts_noun(tokens, at)) return true;
    // "Trường Tiểu học Láng Biển 1": a name of places has its number behind it.
    const bool place = at > 1 && tokens[at - 1].capital && tokens[at - 2].capital &&
                       tokens[at].text.size() == 1 && !is_in_brackets(tokens, at);
    if (place && !has_unit) return true;
    const std::size_t name = cue_before(tokens, at, CueSet(Cue::name));
    if (name == at) return false;
    const FigureToken& word = tokens[name];
    const int value = plain_value(tokens, at);
    // "(đầu năm 12)" is no year.
    const CueSet times(Cue::year_begin, Cue::whole_year, Cue::now, Cue::running);
    const bool timed = cue_before(tokens, at, times) < at;
    if (word.is("năm")) return is_year(tokens, at) || (!has_unit && !timed);
    if (word.is("tháng"))
        return value >= 1 && value <= 12 &&
               !(has_unit && tokens[at].text.size() == 2 && name > 0 &&
                 tokens[name - 1].is("trong"));
    if (word.is("quý") || word.is("ngày")) return value >= 1 && value <= 31;
    if (word.is("mức") || word.is("tuổi") || word.is("kênh")) return !has_unit;
    return value >= 0;
}

}  // namespace

bool names_something(FigureTokens tokens, std::size_t at, UnitKind unit, bool follows_name) {
    const bool has_unit = unit != UnitKind::none;
    // Names have no measures: "lúa thu đông 980 ha", "cá các loại 846 tấn".
    const bool measured = unit == UnitKind::measure || unit == UnitKind::money ||
                          unit == UnitKind::percent || unit == UnitKind::factor;
    const FigureToken& token = tokens[at];
    const bool telephone = token.text.size() > 3 && token.text.front() == '0' &&
                           token.text.find(',') == std::string_view::npos &&
                           token.text.find('.') != 1;
    if (telephone || is_code(tokens, at) || numbers_list(tokens, at)) return true;
    if (measured) return is_quoted(tokens, at);
    if (is_year_number(tokens, at, has_unit) || is_named(tokens, at, has_unit)) return true;
    if (follows_name && !has_unit) return true;
    if (cue_at(tokens, at + 1, CueSet(Cue::slogan)) > 0) return true;
    if (is_quoted(tokens, at)) return true;
    if (at > 0 && is_mark_at(tokens, at - 1, ":") &&
        cue_before(tokens, at - 1, CueSet(Cue::counter)) < at - 1)
        return !has_unit;
    const bool around_clock =
        tokens[at].text == "24" && is_mark_at(tokens, at + 1, "/") &&
        (plain_value(tokens, at + 2) == 24 || plain_value(tokens, at + 2) == 7);
    if (around_clock && unit_at(tokens, at + 3).unit == nullptr) return true;
    // "4.0"
    return token.text.ends_with(".0") && token.text.size() == 3 && !has_unit;
}

}  // namespace commsearch::report
