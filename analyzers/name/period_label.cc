#include "analyzers/name/period_label.h"

#include <array>
#include <string>

namespace commsearch {
namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2023-11"
bool is_month(std::string_view text) {
    return text.size() == 7 && text[4] == '-' && are_digits(text.substr(0, 4)) &&
           are_digits(text.substr(5));
}

/// "09" -> "9"
std::string number(std::string_view digits) {
    if (digits.starts_with('0')) digits.remove_prefix(1);
    return std::string(digits);
}

std::string month_of_year(std::string_view month) {
    return number(month.substr(5)) + '/' + std::string(month.substr(0, 4));
}

Message quarter(std::string_view digit, const std::string& year) {
    constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
    const auto at = static_cast<std::size_t>(digit.front() - '1');
    return {"quý " + std::string(roman.at(at)) + '/' + year,
            "quarter " + std::string(digit) + " of " + year};
}

Message first_months(const std::string& count, const std::string& year) {
    return {count + " tháng đầu năm " + year, "first " + count + " months of " + year};
}

Message second_half(const std::string& year) {
    return {"6 tháng cuối năm " + year, "last 6 months of " + year};
}

/// "2023-10/2023-12"
Message span(std::string_view first, std::string_view last) {
    const bool same_year = first.substr(0, 4) == last.substr(0, 4);
    const std::string months =
        (same_year ? number(first.substr(5)) + '-' : month_of_year(first) + " - ") +
        month_of_year(last);
    return {"tháng " + months, "months " + months};
}

/// A year, or a part of one; both texts empty for anything else.
Message within_a_year(std::string_view period) {
    const std::string year(period.substr(0, 4));
    if (!are_digits(year) || year.size() < 4) return {};
    if (period.size() == 4) return {"năm " + year, "year " + year};
    if (is_month(period))
        return {"tháng " + month_of_year(period), "month " + month_of_year(period)};
    const std::string_view part = period.substr(4);
    if (part == "-H1") return first_months("6", year);
    if (part == "-H2") return second_half(year);
    if (part.size() == 4 && part.starts_with("-M") && are_digits(part.substr(2)))
        return first_months(number(part.substr(2)), year);
    const bool is_quarter = part.size() == 3 && part.starts_with("-Q");
    return is_quarter && part[2] >= '1' && part[2] <= '4' ? quarter(part.substr(2), year)
                                                          : Message{};
}

}  // namespace

Message period_label(std::string_view period) {
    Message label = within_a_year(period);
    if (!label.vi.empty()) return label;
    const std::size_t slash = period.find('/');
    const bool is_span = slash != std::string_view::npos && is_month(period.substr(0, slash)) &&
                         is_month(period.substr(slash + 1));
    if (is_span) return span(period.substr(0, slash), period.substr(slash + 1));
    return {std::string(period), std::string(period)};
}

}  // namespace commsearch
