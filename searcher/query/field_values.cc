#include "searcher/query/field_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/value/date.h"
#include "analyzers/value/period.h"
#include "indexer/schema/kinds.h"

namespace commsearch::query {
namespace {

/// The numbers of "30/11/2023", "2023-11", "2023"; empty when it holds anything else.
std::vector<std::uint32_t> date_numbers(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::uint32_t value = 0;
        const auto [end, error] =
            std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (error != std::errc{} || numbers.size() == 3) return {};
        numbers.push_back(value);
        at = static_cast<std::size_t>(end - text.data());
        if (at < text.size() && text[at] != '/' && text[at] != '-' && text[at] != '.') return {};
    }
    return numbers;
}

bool is_year(std::uint32_t number) { return number >= 1900 && number <= 2999; }

/// First and last day of a date, month or year; 0 and 0 for an empty text.
std::optional<DayRange> read_days(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return DayRange{0, 0};
    std::vector<std::uint32_t> numbers = date_numbers(text);
    if (numbers.empty()) return std::nullopt;
    if (!is_year(numbers.front())) std::reverse(numbers.begin(), numbers.end());
    if (!is_year(numbers.front())) return std::nullopt;
    const std::uint32_t year = numbers[0] * 10000U;
    if (numbers.size() == 1) return DayRange{year + 101U, year + 1231U};
    if (numbers[1] == 0 || numbers[1] > 12) return std::nullopt;
    const std::uint32_t month = year + numbers[1] * 100U;
    if (numbers.size() == 2) return DayRange{month + 1U, month + 31U};
    if (numbers[2] == 0 || numbers[2] > 31 || !Date::of_number(month + numbers[2]).is_known())
        return std::nullopt;
    return DayRange{month + numbers[2], month + numbers[2]};
}

/// A roman numeral I-IV or a digit 1-4; 0 for anything else.
std::uint32_t quarter_of(std::string_view word) {
    constexpr std::array<std::string_view, 4> roman = {"i", "ii", "iii", "iv"};
    for (std::uint32_t i = 0; i < roman.size(); ++i) {
        if (word == roman.at(i) || word == std::to_string(i + 1)) return i + 1;
    }
    return 0;
}

/// The number that `word` is, when it is one from 1 to `max`; else 0.
std::uint32_t small_number(std::string_view word, std::uint32_t max) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && value <= max ? value : 0;
}

bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_no_month(std::string_view word) {
    return is_number(word) && small_number(word, 12) == 0 && !is_year(small_number(word, 9999));
}

/// "quý V", "tháng 13", "0 tháng".
bool is_impossible(std::string_view previous, std::string_view word) {
    if (word == "thang") return is_no_month(previous);
    if (previous == "thang") return is_no_month(word);
    const bool is_numeral =
        is_number(word) || word.find_first_not_of("ivx") == std::string_view::npos;
    return previous == "quy" && is_numeral && quarter_of(word) == 0;
}

/// `slug` when the list has it, else empty.
template <typename KindRow>
std::string known_slug(const std::string& slug, std::span<const KindRow> kinds) {
    return schema::number_of_slug(kinds, slug) > 0 ? slug : std::string();
}

std::string two_digits(std::uint32_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "Báo cáo" as "bao-cao".
std::string slug_of(std::string_view typed) {
    std::string slug = unaccented(nfc(typed));
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return slug;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> issuer_names = {
    {{"dang uy", "dang-uy"},
     {"du", "dang-uy"},
     {"uy ban nhan dan", "ubnd"},
     {"hoi dong nhan dan", "hdnd"},
     {"mat tran", "mttq"},
     {"mat tran to quoc", "mttq"},
     {"uy ban mat tran to quoc", "mttq"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> level_names = {
    {{"trung uong", "trung-uong"},
     {"tw", "trung-uong"},
     {"central", "trung-uong"},
     {"tinh", "tinh"},
     {"province", "tinh"},
     {"huyen", "huyen"},
     {"quan", "huyen"},
     {"thi xa", "huyen"},
     {"district", "huyen"},
     {"xa", "xa"},
     {"phuong", "xa"},
     {"thi tran", "xa"},
     {"dac khu", "xa"},
     {"commune", "xa"},
     {"co so", "co-so"},
     {"thon", "co-so"},
     {"truong", "co-so"},
     {"don vi", "co-so"},
     {"grassroots", "co-so"},
     {"thon, truong, don vi", "co-so"}}};

/// The value that a table of unaccented names gives for `typed`, or a slug of the list; else empty.
template <std::size_t size>
std::string slug_by_name(
    const std::array<std::pair<std::string_view, std::string_view>, size>& names,
    std::string_view typed, std::span<const schema::Kind> kinds) {
    const std::string words = unaccented(nfc(typed));
    for (const auto& [name, slug] : names) {
        if (words == name) return std::string(slug);
    }
    return known_slug(slug_of(typed), kinds);
}

}  // namespace

std::optional<DayRange> typed_days(std::string_view typed) {
    const std::size_t dots = typed.find("..");
    const auto first = read_days(typed.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : read_days(typed.substr(dots + 2));
    if (!first || !last || (last->last != 0 && last->last < first->first)) return std::nullopt;
    return DayRange{first->first, last->last};
}

Period typed_months(std::string_view typed) {
    constexpr std::string_view dots = "..";
    const auto read = [](std::string_view text) {
        return Period::parse(upper(typed_period(text)));
    };
    const std::size_t at = typed.find(dots);
    const Period first = read(typed.substr(0, at));
    if (at == std::string_view::npos || !first.is_known()) return first;
    const Period last = read(typed.substr(at + dots.size()));
    return last.is_known() ? Period::of_months(first.first, last.last) : Period();
}

std::string typed_period(std::string_view typed) {
    if (const Period period = Period::parse(upper(typed)); period.is_known())
        return lower(period.text());
    std::string text = unaccented(nfc(typed));
    std::replace(text.begin(), text.end(), '/', ' ');
    std::string year;
    std::string span;
    std::string_view previous;
    for (const std::string_view word : split(text, ' ')) {
        if (word.size() == 4 && is_year(small_number(word, 9999))) {
            year = word;
        } else if (is_impossible(previous, word)) {
            return {};
        } else if (previous == "quy" && quarter_of(word) > 0) {
            span = "q" + std::to_string(quarter_of(word));
        } else if (previous == "thang" && small_number(word, 12) > 0) {
            span = two_digits(small_number(word, 12));
        } else if (word == "thang" && small_number(previous, 12) > 0) {
            const std::uint32_t months = small_number(previous, 12);
            span = months == 6 ? "h1" : "m" + two_digits(months);
        }
        previous = word;
    }
    if (span.empty() && year.empty()) return {};
    return span.empty() ? year : year + '-' + span;
}

std::string typed_type(std::string_view typed) {
    return known_slug(slug_of(typed), schema::document_kinds());
}

std::string typed_issuer(std::string_view typed) {
    return slug_by_name(issuer_names, typed, schema::issuer_kinds());
}

std::string typed_level(std::string_view typed) {
    const std::string words = unaccented(nfc(typed));
    constexpr std::string_view level = "cap ";
    return slug_by_name(level_names, words.starts_with(level) ? words.substr(level.size()) : words,
                        schema::levels());
}

bool is_half_a_level(std::string_view value, std::string_view word) {
    return typed_level(value).empty() &&
           !typed_level(std::string(value).append(" ").append(word)).empty();
}

}  // namespace commsearch::query
