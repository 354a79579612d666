#include "analyzers/word/number_runs.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/ascii.h"
#include "analyzers/word/segmenter.h"

namespace commsearch::word {
namespace {

constexpr std::size_t digits_a_group = 3;

bool is_one_of(std::string_view text, std::size_t at, std::string_view signs) {
    return at < text.size() && signs.find(text[at]) != std::string_view::npos;
}

/// Bytes of the blank at `at` that parts the groups of a number: ' ', U+00A0, U+202F or U+2009.
std::size_t group_blank(std::string_view text, std::size_t at) {
    if (is_one_of(text, at, " ")) return 1;
    const std::string_view rest = text.substr(std::min(at, text.size()));
    for (const std::string_view blank : {"\u00A0", "\u202F", "\u2009"}) {
        if (rest.starts_with(blank)) return blank.size();
    }
    return 0;
}

/// Behind the dots, commas and digits of a number.
std::size_t plain_end(std::string_view text, std::size_t at) {
    std::size_t end = at + digit_run(text, at);
    while (is_one_of(text, end, ".,") && digit_run(text, end + 1) > 0 &&
           end - at < max_segment_bytes && !is_date_at(text, end + 1)) {
        end += 1 + digit_run(text, end + 1);
    }
    return end;
}

/// Behind "1 234 567" or "12 345,6" (no-break); `at` when it is no such number.
std::size_t grouped_end(std::string_view text, std::size_t at, bool follows_number) {
    const std::size_t first = digit_run(text, at);
    const std::size_t blank = group_blank(text, at + first);
    if (first > digits_a_group || text[at] == '0' || blank == 0) return at;
    const std::string_view sign = text.substr(at + first, blank);
    std::size_t end = at + first;
    std::size_t groups = 1;
    while (text.substr(end).starts_with(sign) && digit_run(text, end + blank) == digits_a_group &&
           end - at < max_segment_bytes) {
        end += blank + digits_a_group;
        ++groups;
    }
    const bool is_plain = blank == 1;
    const bool is_row =
        follows_number || (text.substr(end).starts_with(sign) && digit_run(text, end + blank) > 0);
    constexpr std::size_t sure_groups = 3;
    if (groups < (is_plain ? sure_groups : 2) || (is_plain && is_row)) return at;
    if (is_one_of(text, end, ",") && digit_run(text, end + 1) > 0)
        end += 1 + digit_run(text, end + 1);
    return end;
}

/// Behind "0912 345 678", "024.3825.1234"; `at` when it is no such number.
std::size_t telephone_end(std::string_view text, std::size_t at) {
    constexpr std::size_t fewest = 10;
    constexpr std::size_t most = 11;
    std::size_t end = at + digit_run(text, at);
    std::size_t digits = end - at;
    if (text[at] != '0' || digits < digits_a_group) return at;
    while (digits < most) {
        const std::size_t sign = is_one_of(text, end, ".-") ? 1 : group_blank(text, end);
        const std::size_t more = digit_run(text, end + sign);
        if (sign == 0 || more == 0 || digits + more > most) break;
        end += sign + more;
        digits += more;
    }
    return digits >= fewest ? end : at;
}

/// Its digits alone, without zeros before them.
std::string digits_of(std::string_view digits) {
    std::string value;
    for (const char c : digits) {
        if (is_ascii_digit(c) && !(value.empty() && c == '0')) value.push_back(c);
    }
    return value.empty() ? "0" : value;
}

/// True when every group behind a `sign` has three digits, and the first one to three.
bool are_thousands(std::string_view whole, char sign) {
    const std::size_t first = whole.find(sign);
    if (first == 0 || first == std::string_view::npos || first > digits_a_group) return false;
    for (std::size_t at = first; at < whole.size(); at += digits_a_group + 1) {
        if (whole[at] != sign || digit_run(whole, at + 1) != digits_a_group) return false;
    }
    return true;
}

/// Where the fraction's sign stands; npos when there is none.
std::size_t fraction_sign(std::string_view digits) {
    const std::size_t comma = digits.find(',');
    const std::size_t dot = digits.find('.');
    if (comma == std::string_view::npos) {
        const bool is_decimal = dot != std::string_view::npos && dot == digits.rfind('.') &&
                                digits.find_first_of(" -\xC2\xE2") == std::string_view::npos;
        return is_decimal && !are_thousands(digits, '.') ? dot : std::string_view::npos;
    }
    // As in English: "1,234,567", "1,234.5".
    if (comma != digits.rfind(',') && are_thousands(digits.substr(0, dot), ',')) return dot;
    if (dot != std::string_view::npos && dot > comma && dot == digits.rfind('.') &&
        are_thousands(digits.substr(0, dot), ',')) {
        return dot;
    }
    return comma;
}

}  // namespace

std::size_t digit_run(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    return end - at;
}

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

std::size_t number_end(std::string_view text, std::size_t at, bool follows_number) {
    if (const std::size_t end = telephone_end(text, at); end > at) return end;
    if (const std::size_t end = grouped_end(text, at, follows_number); end > at) return end;
    return plain_end(text, at);
}

bool is_hour(std::string_view digits) {
    if (digits.empty() || digits.size() > 2 || digit_run(digits, 0) != digits.size()) return false;
    return digits.size() == 1 || digits <= "24";
}

bool is_minutes(std::string_view digits) {
    return digits.size() == 2 && digit_run(digits, 0) == 2 && digits.front() < '6';
}

std::string canonical_number(std::string_view digits) {
    const std::size_t sign = fraction_sign(digits);
    std::string value = digits_of(digits.substr(0, sign));
    if (sign == std::string_view::npos) return value;
    const std::string_view fraction = digits.substr(sign + 1);
    const std::size_t last = fraction.find_last_not_of('0');
    value.push_back(',');
    if (last == std::string_view::npos) return value + '0';
    for (const char c : fraction.substr(0, last + 1)) {
        if (is_ascii_digit(c)) value.push_back(c);
    }
    return value;
}

}  // namespace commsearch::word
