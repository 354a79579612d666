#include "indexer/report/fields/dates.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/base/unicode.h"
#include "indexer/report/fields/period_mentions.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

bool is_filler(const LineToken& token) {
    return token.kind == LineToken::Kind::mark &&
           (token.text == "." || token.text == "_" || token.text == "…" || token.text == "-");
}

bool parts_date(const LineToken& token) {
    return token.text == "/" || token.text == "-" || token.text == "." || token.text == "–";
}

bool is_word_at(LineTokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].is(word);
}

/// A number, or the blank or dots that stand for it (then 0); moves `at` behind it.
std::int32_t number_or_filler(LineTokens tokens, std::size_t& at) {
    if (at < tokens.size() && tokens[at].is_number()) return tokens[at++].value;
    while (at < tokens.size() && is_filler(tokens[at])) ++at;
    return 0;
}

/// "2023", "20 23" or "202 3"; 0 when it is none, and `at` does not move.
std::int32_t year_at(LineTokens tokens, std::size_t& at) {
    std::int32_t year = 0;
    for (std::size_t end = at; end < tokens.size() && end < at + 3; ++end) {
        if (!tokens[end].is_number() || tokens[end].value < 0 || tokens[end].text.size() > 4) break;
        for (std::size_t i = 0; i < tokens[end].text.size(); ++i) year *= 10;
        year += tokens[end].value;
        if (is_paper_year(year)) {
            at = end + 1;
            return year;
        }
    }
    return 0;
}

/// The number that a scan shows with letters for digits, up to the word `stop`: "l2", "O5"; 0 when
/// there is none. Moves `at` to that word; it stays where the word is too far.
std::int32_t unreadable_number(LineTokens tokens, std::size_t& at, std::string_view stop) {
    constexpr std::size_t most_tokens = 3;
    std::size_t end = at;
    while (end < tokens.size() && end < at + most_tokens && !tokens[end].is(stop)) ++end;
    if (end == at || !is_word_at(tokens, end, stop)) return 0;
    std::string digits;
    for (const LineToken& token : tokens.subspan(at, end - at)) digits += token.text;
    at = end;
    for (char& c : digits) {
        if (c == 'l' || c == 'I' || c == 'i' || c == '|' || c == '!') c = '1';
        if (c == 'o' || c == 'O') c = '0';
    }
    const bool is_number =
        digits.size() <= 2 && digits.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? std::stoi(digits) : 0;
}

/// "ngày D tháng M năm Y" from the token `at` on, which is "ngày"; day or month may be blank, and a
/// day that a scan shows as letters is one.
struct WordsDate {
    std::int32_t day = 0;
    std::int32_t month = 0;
    std::int32_t year = 0;
    std::size_t end = 0;  ///< token behind it; 0 when there is no such date
};

WordsDate words_date(LineTokens tokens, std::size_t at) {
    WordsDate date;
    if (!is_word_at(tokens, at, "ngay")) return date;
    date.day = number_or_filler(tokens, ++at);
    if (!is_word_at(tokens, at, "thang")) {
        if (date.day > 0) --at;
        date.day = unreadable_number(tokens, at, "thang");
    }
    if (!is_word_at(tokens, at, "thang")) return date;
    date.month = number_or_filler(tokens, ++at);
    if (is_word_at(tokens, at, ",")) ++at;
    if (!is_word_at(tokens, at, "nam")) {
        if (date.month > 0) --at;
        date.month = unreadable_number(tokens, at, "nam");
    }
    if (!is_word_at(tokens, at, "nam")) return date;
    ++at;
    date.year = year_at(tokens, at);
    if (date.year == 0) number_or_filler(tokens, at);
    date.end = at;
    return date;
}

/// D/M/Y from the token `at` on, or Y-M-D; `end` as above.
WordsDate numeric_date(LineTokens tokens, std::size_t at) {
    WordsDate date;
    if (at + 4 >= tokens.size()) return date;
    const bool shape = tokens[at].is_number() && parts_date(tokens[at + 1]) &&
                       tokens[at + 2].is_number() && parts_date(tokens[at + 3]) &&
                       tokens[at + 4].is_number();
    const auto has_digits = [&](std::size_t place, std::size_t count) {
        return tokens[place].text.size() == count;
    };
    if (shape && has_digits(at, 4) && has_digits(at + 2, 2) && has_digits(at + 4, 2)) {
        date = {tokens[at + 4].value, tokens[at + 2].value, tokens[at].value, at + 5};
        return is_paper_year(date.year) ? date : WordsDate{};
    }
    if (!shape || tokens[at].text.size() > 2 || tokens[at + 2].text.size() > 2) return date;
    date = {tokens[at].value, tokens[at + 2].value, tokens[at + 4].value, at + 5};
    return is_paper_year(date.year) ? date : WordsDate{};
}

/// Only month or year where the rest is blank; unknown when the calendar has no such day.
Date date_of(const WordsDate& date) {
    if (date.end == 0 || !is_paper_year(date.year)) return {};
    if (date.day > 0) return {date.year, date.month, date.day};
    return date.month > 0 ? Date::of_month({date.year, date.month}) : Date::of_year(date.year);
}

bool ends_column(LineTokens tokens, std::size_t end) {
    if (is_word_at(tokens, end, ".")) ++end;
    return end >= tokens.size() || tokens[end].gap >= column_gap;
}

bool in_capitals(const LineToken& token) {
    return token.is_word() && token.text.size() > 1 && upper(token.text) == token.text;
}

/// First token of the place that ends before the token `end`; `end` itself when it is no place.
std::size_t place_begin(LineTokens tokens, std::size_t end) {
    constexpr std::size_t max_words = 6;
    std::size_t begin = end;
    while (begin > 0 && tokens[begin - 1].kind != LineToken::Kind::mark) {
        --begin;
        if (tokens[begin].gap >= column_gap) break;
        // "ĐẢNG ỦY XÃ BẢN LANG Bản Lang, ngày": the column beside stands in capitals.
        const bool beside = begin > 0 && in_capitals(tokens[begin - 1]) &&
                            !in_capitals(tokens[begin]) && tokens[begin].capital;
        if (beside) break;
    }
    const bool place = begin < end && end - begin <= max_words && tokens[begin].capital;
    return place ? begin : end;
}

/// Token at which ", hồi 10 giờ 30 phút" of an urgent paper begins before the token `day`, its
/// comma; `day` when there is none.
std::size_t hour_begin(LineTokens tokens, std::size_t day) {
    constexpr std::size_t max_tokens = 7;
    for (std::size_t at = day; at > 1 && day - at < max_tokens; --at)
        if ((tokens[at - 1].is("hoi") || tokens[at - 1].is("luc")) && tokens[at - 2].is(","))
            return at - 2;
    return day;
}

bool is_posting_word(std::string_view key) {
    constexpr std::array words = {"ngay", "dang", "luc",  "cap",  "nhat", "gmt", "luot",
                                  "xem",  "thoi", "gian", "xuat", "ban",  "thu", "hai",
                                  "ba",   "tu",   "nam",  "sau",  "bay",  "chu", "gio",
                                  "am",   "pm",   "h",    "tin",  "viet", "ct",  "gui"};
    return std::find(words.begin(), words.end(), key) != words.end();
}

/// Whether the first word of a line (Line::key) is none that a posting date stands with: of most
/// lines, which need not be scanned.
bool begins_with_other_word(std::string_view key) {
    const std::string_view first = key.substr(0, key.find(' '));
    return first.find_first_of("0123456789") == std::string_view::npos && !is_posting_word(first);
}

/// The date of one to three numbers, the year at an end; less than three have to be called a date.
std::optional<Date> date_of_numbers(const std::vector<std::int32_t>& numbers, bool is_named) {
    const std::size_t count = numbers.size();
    if (count == 0 || count > 3 || (!is_named && count < 3)) return std::nullopt;
    if (count == 3 && is_paper_year(numbers[0])) return Date(numbers[0], numbers[1], numbers[2]);
    if (!is_paper_year(numbers.back())) return std::nullopt;
    if (count == 1) return Date::of_year(numbers[0]);
    if (count == 2) return Date::of_month({numbers[1], numbers[0]});
    return Date(numbers[2], numbers[1], numbers[0]);
}

}  // namespace

Date paper_date(std::string_view text) {
    const Date date = Date::parse_partial(text);
    return is_paper_year(date.year()) ? date : Date();
}

std::optional<PlaceDate> place_date(LineTokens line) {
    constexpr std::size_t max_tokens = 80;
    const LineTokens tokens = first_tokens(line, max_tokens);
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (!tokens[at].is("ngay")) continue;
        WordsDate date = words_date(tokens, at);
        if (date.end == 0) date = numeric_date(tokens, at + 1);
        if (date.end == 0 || !ends_column(tokens, date.end)) continue;
        const std::size_t hour = hour_begin(tokens, at);
        const std::size_t end = hour == at && tokens[at - 1].is(",") ? at - 1 : hour;
        const std::size_t begin = place_begin(tokens, end);
        if (begin == end) continue;
        return PlaceDate{text_between(tokens[begin], tokens[end - 1]), date_of(date)};
    }
    return std::nullopt;
}

std::optional<PlaceDate> closing_date(const Line& line) {
    const LineTokens tokens = line.tokens();
    const auto dated = place_date(tokens);
    if (!dated) return std::nullopt;
    const char* const end = dated->place.data() + dated->place.size();
    bool is_alone = true;
    bool has_comma = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const char* const token = tokens[at].text.data();
        const bool begins_column = at == 0 || tokens[at].gap >= column_gap;
        if (token == dated->place.data()) is_alone = begins_column;
        const bool in_place = token >= dated->place.data() && token < end;
        if (in_place && tokens[at].is_word() && !tokens[at].capital) is_alone = false;
        if (token >= end) {
            has_comma = tokens[at].is(",");
            break;
        }
    }
    const bool speaks = words_key(dated->place.substr(0, dated->place.find(' '))) == "tai";
    return is_alone && has_comma && !speaks ? dated : std::nullopt;
}

std::optional<PlaceDate> bare_date(LineTokens column) {
    constexpr std::size_t max_tokens = 16;
    constexpr std::size_t max_place_words = 5;
    if (column.empty() || column.size() > max_tokens) return std::nullopt;
    std::size_t at = 0;
    while (at < column.size() && at < max_place_words && column[at].is_word() &&
           column[at].capital && !column[at].is("ngay") && !column[at].is("thang"))
        ++at;
    const bool has_place = at > 0 && is_word_at(column, at, ",");
    if (at > 0 && !has_place) return std::nullopt;
    const std::string_view place = has_place ? text_between(column[0], column[at - 1]) : "";
    if (has_place) ++at;
    std::vector<std::int32_t> numbers;
    bool is_named = false;
    for (; at < column.size(); ++at) {
        const LineToken& token = column[at];
        const bool names = token.is("ngay") || token.is("thang") || token.is("nam");
        const bool joins = parts_date(token) || is_filler(token) || token.text == ",";
        if (!names && !joins && !token.is_number()) return std::nullopt;
        is_named = is_named || names;
        if (token.is_number()) numbers.push_back(token.value);
    }
    const auto date = date_of_numbers(numbers, is_named);
    return date ? std::optional(PlaceDate{place, *date}) : std::nullopt;
}

std::optional<PostingDate> posting_date(const Line& line) {
    constexpr std::size_t max_tokens = 40;
    constexpr std::size_t max_size = 160;
    if (line.text.size() > max_size || begins_with_other_word(line.key)) return std::nullopt;
    const LineTokens tokens = first_tokens(line.tokens(), max_tokens);
    Date date;
    bool labelled = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].is_word()) {
            if (!is_posting_word(tokens[at].key)) return std::nullopt;
            labelled = true;
        }
        labelled = labelled || tokens[at].text == ":" || tokens[at].text == "|";
        if (!date.is_known()) date = date_of(numeric_date(tokens, at));
    }
    if (!date.is_known()) return std::nullopt;
    return PostingDate{date, labelled};
}

Date first_date(LineTokens tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const WordsDate in_words = words_date(tokens, at);
        Date date = in_words.day > 0 ? date_of(in_words) : Date();
        if (!date.is_known() && (at == 0 || !parts_date(tokens[at - 1]))) {
            date = date_of(numeric_date(tokens, at));
        }
        if (date.is_known()) return date;
    }
    return {};
}

}  // namespace commsearch::report
