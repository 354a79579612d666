#include "indexer/source/formats/number_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

#include "analyzers/base/ascii.h"
#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/number_sections.h"

namespace commsearch::source {
namespace {

/// From here on a double holds no whole number of its own.
constexpr double largest_whole = 1e15;

bool has_kind(const std::vector<FormatPiece>& pieces, FormatPiece::Kind kind) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const FormatPiece& piece) { return piece.kind == kind; });
}

/// "# ?/?"
bool is_fraction(std::string_view code) {
    const std::size_t slash = code.find('/');
    return slash != std::string_view::npos && slash > 0 &&
           std::string_view("?#0").find(code[slash - 1]) != std::string_view::npos;
}

/// "-1234.50" -> "-1.234,50".
std::string in_vietnamese(std::string_view number, bool grouped) {
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    std::string text(number.substr(0, sign));
    for (std::size_t at = sign; at < point; ++at) {
        if (grouped && at > sign && (point - at) % 3 == 0) text += '.';
        text += number[at];
    }
    if (point < number.size()) text.append(1, ',').append(number.substr(point + 1));
    return text;
}

std::string printed(const char* format, int decimals, double value) {
    std::array<char, 400> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, decimals, value);
    return buffer.data();
}

/// As many digits as a cell without a format shows, without a power of ten.
std::string general(double value) {
    constexpr int shown_digits = 10;
    if (value == std::trunc(value) && std::abs(value) < largest_whole)
        return in_vietnamese(printed("%.*f", 0, value), false);
    std::string text = printed("%.*g", shown_digits, value);
    if (text.find('e') != std::string::npos) {
        const bool is_small = std::abs(value) < 1;
        text = printed("%.*f", is_small ? shown_digits : 0, value);
        if (is_small) text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return in_vietnamese(text, false);
}

/// `value` in the digit places of a section: "#,##0.0#".
std::string in_places(double value, std::string_view places) {
    if (places.empty() || places == "@") return general(value);
    constexpr std::ptrdiff_t most_decimals = 30;
    while (places.ends_with(',')) {  // each stands for thousands left out
        places.remove_suffix(1);
        value /= 1000;
    }
    const std::size_t point = std::min(places.find('.'), places.size());
    const std::string_view decimals = places.substr(std::min(point + 1, places.size()));
    const auto count = std::min<std::ptrdiff_t>(
        std::count_if(decimals.begin(), decimals.end(), [](char byte) { return byte != ','; }),
        most_decimals);
    if (value == 0 && places.find('0') == std::string_view::npos) return {};
    // 1234.55 is 1234.6 with one digit, though the double nearest to it lies below.
    constexpr double half_up = 1 + 1e-15;
    std::string text = printed("%.*f", static_cast<int>(count), value * half_up);
    const auto required =
        std::min<std::ptrdiff_t>(std::count(decimals.begin(), decimals.end(), '0'), most_decimals);
    for (auto i = count; i > required && text.ends_with('0'); --i) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    const auto whole_digits =
        std::count(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(point), '0');
    const auto shown = std::min(text.find('.'), text.size()) - (text.starts_with('-') ? 1U : 0U);
    if (static_cast<std::size_t>(whole_digits) > shown)
        text.insert(text.starts_with('-') ? 1 : 0, static_cast<std::size_t>(whole_digits) - shown,
                    '0');
    return in_vietnamese(text, places.substr(0, point).find(',') != std::string_view::npos);
}

/// Puts a literal before the last `count` digits of the whole number of `text`, where it has more.
void insert_before_digits(std::string& text, std::ptrdiff_t count, const std::string& literal) {
    // From the end of the whole number, which literals put in so far stand left of.
    std::size_t at = std::min(text.rfind(','), text.size());
    for (; at > 0 && count > 0; --at) count -= is_ascii_digit(text[at - 1]) ? 1 : 0;
    if (count == 0 && at > 0 && is_ascii_digit(text[at - 1])) text.insert(at, literal);
}

/// The digits in all places of a section together, its literals between them: "00\\.000\\.000".
std::string in_all_places(double value, const std::vector<FormatPiece>& pieces) {
    std::string places;
    std::vector<std::pair<std::size_t, std::string>> literals;  // by the places before each
    for (const FormatPiece& piece : pieces) {
        if (piece.kind == FormatPiece::Kind::digits) {
            places += piece.text;
        } else if (piece.kind == FormatPiece::Kind::literal && !places.empty()) {
            literals.emplace_back(places.size(), piece.text);
        }
    }
    std::string text = in_places(value, places);
    const auto is_place = [](char byte) { return byte == '0' || byte == '#' || byte == '?'; };
    const auto point = static_cast<std::ptrdiff_t>(std::min(places.find('.'), places.size()));
    for (const auto& [before, literal] : literals) {
        if (static_cast<std::ptrdiff_t>(before) >= point) continue;
        const auto right = std::count_if(places.begin() + static_cast<std::ptrdiff_t>(before),
                                         places.begin() + point, is_place);
        insert_before_digits(text, right, literal);
    }
    return text;
}

/// "1,23E+05".
std::string in_powers(double value, std::string_view places, std::size_t exponent_digits) {
    constexpr std::size_t most = 15;
    const std::size_t point = std::min(places.find('.'), places.size());
    const auto decimals =
        static_cast<int>(std::min(most, places.size() - std::min(point + 1, places.size())));
    const std::string text = printed("%.*e", decimals, value);
    const std::size_t mark = text.find('e');
    std::string exponent = text.substr(mark + 2);
    exponent.erase(0, std::min(exponent.find_first_not_of('0'), exponent.size()));
    exponent_digits = std::clamp<std::size_t>(exponent_digits, 1, most);
    if (exponent.size() < exponent_digits)
        exponent.insert(0, exponent_digits - exponent.size(), '0');
    return in_vietnamese(text.substr(0, mark), false) + 'E' + text[mark + 1] + exponent;
}

/// Hours that count days, as "36:00"; minutes or seconds when those are what goes on.
std::string as_elapsed(double serial, const std::vector<FormatPiece>& pieces) {
    constexpr double most_days = 1e7;
    if (serial < 0 || serial > most_days) return general(serial);
    constexpr std::int64_t seconds_of_day = 86'400;
    const auto all = static_cast<std::int64_t>(std::llround(serial * seconds_of_day));
    const auto has = [&](FormatPiece::Kind kind, char letter) {
        return std::any_of(pieces.begin(), pieces.end(), [&](const FormatPiece& piece) {
            return piece.kind == kind && (piece.text.front() | 0x20) == letter;
        });
    };
    if (has(FormatPiece::Kind::elapsed, 's')) return std::to_string(all);
    if (has(FormatPiece::Kind::elapsed, 'm')) return std::to_string(all / 60);
    std::string shown = std::to_string(all / 3600);
    if (!has(FormatPiece::Kind::date, 'm')) return shown;
    return shown + ':' +
           number_text(ListLevel::Style::decimal_zero, static_cast<std::uint32_t>(all / 60 % 60));
}

/// What the pieces ask for of a moment: "dmyhm", minutes and months alike.
std::string date_letters(const std::vector<FormatPiece>& pieces) {
    std::string letters;
    for (const FormatPiece& piece : pieces) {
        if (piece.kind == FormatPiece::Kind::date)
            letters += static_cast<char>(piece.text.front() | 0x20);
    }
    return letters;
}

/// A serial number of days -> "05/10/2023 07:30", only what the pieces ask for; empty for none.
std::string as_date(double serial, const std::vector<FormatPiece>& pieces, bool from_1904) {
    using namespace std::chrono;
    constexpr double last_day = 2958466;  // 9999-12-31
    if (serial < 0 || serial >= last_day) return general(serial);
    const std::string letters = date_letters(pieces);
    const auto asks = [&](char letter) { return letters.find(letter) != std::string::npos; };
    const bool time = asks('h') || asks('s');
    constexpr std::int64_t seconds_of_day = 86'400;
    const auto all = static_cast<std::int64_t>(std::llround(serial * seconds_of_day));
    // Excel's February of 1900 has 29 days.
    const std::int64_t day = all / seconds_of_day + (!from_1904 && serial < 60 ? 1 : 0);
    const year_month_day date{sys_days(from_1904 ? 1904y / January / 1 : 1899y / December / 30) +
                              days(day)};
    std::array<char, 64> text{};
    const auto put = [&](const char* format, auto... values) {
        std::snprintf(text.data(), text.size(), format, values...);
        return std::string(text.data());
    };
    const auto number = [](auto part) { return static_cast<unsigned>(part); };
    const int year = static_cast<int>(date.year());
    std::string shown;
    const auto add = [&](const char* sign, const std::string& part) {
        shown += (shown.empty() ? "" : sign) + part;
    };
    if (asks('d')) add("/", put("%02u", number(date.day())));
    if (asks('m') && (!time || asks('d') || asks('y'))) add("/", put("%02u", number(date.month())));
    if (asks('y')) add("/", put("%d", year));
    const std::int64_t of_day = all % seconds_of_day;
    if (time)
        add(" ",
            put("%02d:%02d", static_cast<int>(of_day / 3600), static_cast<int>(of_day / 60 % 60)));
    return shown;
}

/// What a section makes of a number.
std::string shown_by(const std::vector<FormatPiece>& pieces, double value) {
    if (has_kind(pieces, FormatPiece::Kind::percent)) value *= 100;
    const auto is_digits = [](const FormatPiece& piece) {
        return piece.kind == FormatPiece::Kind::digits;
    };
    const auto first = std::find_if(pieces.begin(), pieces.end(), is_digits);
    const auto last = std::find_if(pieces.rbegin(), pieces.rend(), is_digits).base();
    const auto exponent = std::find_if(first, pieces.end(), [](const FormatPiece& piece) {
        return piece.kind == FormatPiece::Kind::exponent;
    });
    std::string text;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        if (piece->kind == FormatPiece::Kind::exponent) continue;
        if (piece != first) {
            text += piece->text;
            continue;
        }
        text += exponent == pieces.end() ? in_all_places(value, {first, last})
                                         : in_powers(value, piece->text, exponent->text.size());
        piece = last - 1;
    }
    return text;
}

/// Of sections without conditions: for positive numbers, for negative ones, for zero.
std::pair<FormatSection, double> chosen_by_sign(const std::vector<FormatSection>& sections,
                                                double value) {
    if (value < 0 && sections.size() > 1) return {sections[1], -value};
    return {sections[value == 0 && sections.size() > 2 ? 2 : 0], value};
}

/// Whether the condition of a section lets no positive number in.
bool is_only_negative(const FormatSection& section) {
    const auto& condition = section.condition;
    return condition && condition->comparison.starts_with('<') && condition->comparison != "<>" &&
           condition->limit <= 0;
}

/// The section that a number is shown by, and the number that it shows: sections for negative
/// numbers write their sign themselves.
std::pair<FormatSection, double> chosen(std::string_view code, double value) {
    constexpr std::size_t most_for_numbers = 3;
    std::vector<FormatSection> sections;
    for (const std::string_view text : sections_of(code)) {
        if (sections.size() < most_for_numbers) sections.push_back(section_of(text));
    }
    if (std::none_of(sections.begin(), sections.end(),
                     [](const FormatSection& one) { return one.condition.has_value(); })) {
        return chosen_by_sign(sections, value);
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto& condition = sections[i].condition;
        const bool is_last = i + 1 == sections.size();
        if (condition ? !condition->holds(value) : !is_last && value >= 0) continue;
        return {sections[i], is_only_negative(sections[i]) ? std::abs(value) : value};
    }
    return {section_of("General"), value};
}

}  // namespace

std::string formatted_number(double value, std::string_view code, bool from_1904) {
    if (!std::isfinite(value)) return {};
    if (code.empty() || code == "General" || code == "@") return general(value);
    const auto [section, number] = chosen(code, value);
    const std::vector<FormatPiece>& pieces = section.pieces;
    if (has_kind(pieces, FormatPiece::Kind::elapsed)) return as_elapsed(value, pieces);
    if (has_kind(pieces, FormatPiece::Kind::date)) return as_date(value, pieces, from_1904);
    if (is_fraction(code)) return general(value);
    return shown_by(pieces, number);
}

std::string_view builtin_number_format(unsigned number) {
    constexpr auto codes = std::to_array<std::pair<unsigned, std::string_view>>(
        {{1, "0"},      {2, "0.00"},      {3, "#,##0"},     {4, "#,##0.00"},  {9, "0%"},
         {10, "0.00%"}, {14, "d/m/yyyy"}, {15, "d/m/yyyy"}, {16, "d/m"},      {17, "m/yyyy"},
         {18, "h:mm"},  {19, "h:mm:ss"},  {20, "h:mm"},     {21, "h:mm:ss"},  {22, "d/m/yyyy h:mm"},
         {37, "#,##0"}, {38, "#,##0"},    {39, "#,##0.00"}, {40, "#,##0.00"}, {41, "#,##0"},
         {42, "#,##0"}, {43, "#,##0.00"}, {44, "#,##0.00"}, {45, "h:mm"},     {46, "[h]:mm"},
         {47, "h:mm"}});
    const auto* const found = std::find_if(codes.begin(), codes.end(),
                                           [&](const auto& one) { return one.first == number; });
    return found == codes.end() ? std::string_view() : found->second;
}

}  // namespace commsearch::source
