#include "analyzers/citation/citations.h"

#include <algorithm>
#include <optional>

#include "analyzers/citation/citation_reader.h"
#include "analyzers/citation/cited_papers.h"
#include "analyzers/citation/paper_kinds.h"
#include "analyzers/value/date.h"

namespace commsearch::citation {
namespace {

std::string month_term(Month month) { return "tháng " + month.text(); }

struct Year {
    int value = 0;         ///< 0: there is none
    std::size_t next = 0;  ///< behind it
};

/// The year behind a month that the word "tháng" or a "T" names: "/2023", "năm 2023", ", 2023".
Year year_behind_month(const CitationReader& reader, std::size_t at) {
    const Joint joint = reader.joint(at);
    const bool is_open = joint.is_blank() || joint.sign == Joint::Sign::comma;
    if (is_open && reader.is(at, "năm") && reader.joint(at + 1).is_blank())
        return {reader.year(at + 1), at + 2};
    if (is_open || joint.is_bar()) return {reader.year(at), at + 1};
    return {};
}

/// The year behind a month written in digits: joined as the month is, or by "năm" where the word
/// "ngày" tells 8/8 from a share.
Year year_behind_digits(const CitationReader& reader, std::size_t at, Joint::Sign sign,
                        bool is_named) {
    if (reader.joint(at).sign == sign) return {reader.year(at), at + 1};
    if (is_named && reader.joint(at).is_blank() && reader.is(at, "năm"))
        return {reader.year(at + 1), at + 2};
    return {};
}

/// Whether the word at `at` is one of the things that numbers count.
bool counts(const CitationReader& reader, std::size_t at) {
    return std::any_of(counted_things.begin(), counted_things.end(),
                       [&](std::string_view thing) { return reader.is(at, thing); });
}

/// A day and its month as they stand in a text.
struct DayAndMonth {
    std::size_t first = 0;  ///< "ngày" or the day
    int day = 0;
    int month = 0;
    std::size_t next = 0;  ///< behind the month
    Joint joint;           ///< before the month
    bool is_named = false;
    bool in_words = false;  ///< "15 tháng 7"

    /// True for a day of the calendar in some year.
    [[nodiscard]] bool is_day() const { return Date(leap_year, month, day).is_known(); }
    static constexpr int leap_year = 2000;
};

/// "2.9" is one number, and a day only behind "ngày".
DayAndMonth day_in_one_number(const CitationReader& reader, std::size_t at) {
    const std::string_view written = reader[at].written;
    const std::size_t dot = written.find('.');
    if (dot == std::string_view::npos) return {};
    return {at - 1, value_of(written.substr(0, dot), 2), value_of(written.substr(dot + 1), 2),
            at + 1, {Joint::Sign::dot, false},           true,
            false};
}

/// "15/7", "15.7", "15-7", "ngày 15 tháng 7" with the day at `at`; day 0 when there is none.
DayAndMonth day_and_month(const CitationReader& reader, std::size_t at, std::size_t floor) {
    const bool is_named = at > floor && reader.joint(at).is_blank() && reader.is(at - 1, "ngày");
    const int day = reader.number(at, 2);
    if (day == 0) return is_named ? day_in_one_number(reader, at) : DayAndMonth{};
    const bool in_words = reader.joint(at + 1).is_blank() && reader.is(at + 1, "tháng") &&
                          reader.joint(at + 2).is_blank();
    const std::size_t month_at = in_words ? at + 2 : at + 1;
    const Joint joint = reader.joint(month_at);
    if (!in_words && !joint.is_bar() && joint.sign != Joint::Sign::dot) return {};
    return {is_named ? at - 1 : at,
            day,
            reader.number(month_at, 2),
            month_at + 1,
            joint,
            is_named,
            in_words};
}

/// Words before the day of a feast: "dịp 2/9", "lễ 30-4", "Quốc khánh 2/9".
bool follows_feast(const CitationReader& reader, std::size_t at, std::size_t floor) {
    if (at == floor || !reader.joint(at).is_blank()) return false;
    for (const std::string_view word : {"lễ", "dịp", "khánh", "mừng", "niệm", "tết"}) {
        if (reader.is(at - 1, word)) return true;
    }
    return false;
}

/// "16/8/8", "5/8 %", "2 / 9", "3/4 tháng 5": numbers that go on.
bool goes_on(const CitationReader& reader, std::size_t at, const DayAndMonth& found) {
    const std::size_t next = found.next;
    if (reader.joint(next).is_bar() || reader.joint(at).is_tight_bar()) return true;
    if (reader[next - 1].behind.find('%') != std::string_view::npos) return true;
    return found.joint.has_blanks || reader.is(next, "tháng");
}

/// Whether a pair of numbers without a year is a day: 8/8 thôn is a share, 2-9 hộ are some, and
/// 16/8/8 is neither. A share is no more than one, so that "30/4" is none; nor is "02/9".
bool is_day_without_year(const CitationReader& reader, std::size_t at, std::size_t floor,
                         const DayAndMonth& found) {
    if (!found.is_day()) return false;
    if (found.in_words) return true;
    if (goes_on(reader, at, found)) return false;
    if (found.is_named || follows_feast(reader, at, floor)) return true;
    if (at > floor && (reader.is(at - 1, "tháng") || reader.is(at - 1, "số"))) return false;
    const std::size_t next = found.next;
    if (reader.is_word(next) && reader.joint(next).is_blank() && counts(reader, next)) return false;
    if (reader.is_query()) return found.joint.is_bar();
    const bool is_padded =
        reader[at].written.front() == '0' || reader[at + 1].written.front() == '0';
    return found.joint.sign == Joint::Sign::slash && (is_padded || found.day > found.month);
}

std::string yearless_term(const DayAndMonth& found) {
    // Of a leap year, whose number is cut off.
    return "ngày " + Date(DayAndMonth::leap_year, found.month, found.day).text().substr(5);
}

/// "15/7/2025", "15.7.2025", "ngày 15 tháng 7 năm 2025", and without the year "ngày 15/7".
std::optional<Citation> day_at(const CitationReader& reader, std::size_t at, std::size_t floor) {
    const DayAndMonth found = day_and_month(reader, at, floor);
    if (found.day == 0) return std::nullopt;
    const Year year =
        found.in_words ? year_behind_month(reader, found.next)
                       : year_behind_digits(reader, found.next, found.joint.sign, found.is_named);
    if (year.value == 0) {
        if (!is_day_without_year(reader, at, floor, found)) return std::nullopt;
        return Citation{static_cast<std::uint32_t>(found.first),
                        static_cast<std::uint32_t>(found.next - found.first),
                        {yearless_term(found)}};
    }
    const Date date(year.value, found.month, found.day);
    if (!date.is_known()) return std::nullopt;
    Citation citation{static_cast<std::uint32_t>(found.first),
                      static_cast<std::uint32_t>(year.next - found.first),
                      {"ngày " + date.text()}};
    // A day lies in its month and comes every year; who asks for a day wants no other.
    if (!reader.is_query()) {
        citation.terms.push_back(month_term(date.month()));
        citation.terms.push_back(yearless_term(found));
    }
    return citation;
}

/// "tháng 11/2023", "tháng 11 năm 2023" with the number at `at`; "T11/2023" with the word at `at`.
std::optional<Citation> month_at(const CitationReader& reader, std::size_t at, std::size_t floor) {
    std::size_t first = at;
    int month_of_year = 0;
    if (reader.is_word(at)) {
        if (reader[at].written.front() == 'T' || (reader.is_query() && reader[at].term[0] == 't'))
            month_of_year = value_of(reader[at].term.substr(1), 2);
    } else if (at > floor && reader.joint(at).is_blank() && reader.is(at - 1, "tháng")) {
        first = at - 1;
        month_of_year = reader.number(at, 2);
    }
    if (month_of_year == 0) return std::nullopt;
    const Year year = year_behind_month(reader, at + 1);
    const Month month(year.value, month_of_year);
    if (!month.is_known()) return std::nullopt;
    return Citation{static_cast<std::uint32_t>(first),
                    static_cast<std::uint32_t>(year.next - first),
                    {month_term(month)}};
}

std::optional<Citation> citation_at(const CitationReader& reader, std::size_t at,
                                    std::size_t floor) {
    if (auto month = month_at(reader, at, floor)) return month;
    if (reader.is_word(at)) return std::nullopt;
    if (auto day = day_at(reader, at, floor)) return day;
    return paper_at(reader, at, floor);
}

}  // namespace

bool is_yearless_day(std::string_view term) {
    constexpr std::string_view name = "ngày ";
    constexpr std::size_t digits = std::string_view("09-02").size();
    return term.starts_with(name) && term.size() == name.size() + digits;
}

std::vector<Citation> find_citations(std::string_view nfc_text,
                                     std::span<const word::TextWord> words, bool is_query) {
    const CitationReader reader(nfc_text, words, is_query);
    std::vector<Citation> found;
    std::size_t floor = 0;
    for (std::size_t at = 0; at < reader.size(); ++at) {
        if (!reader.may_count(at)) continue;
        auto citation = citation_at(reader, at, floor);
        if (!citation) continue;
        floor = citation->first + citation->size;
        at = floor - 1;
        found.push_back(std::move(*citation));
    }
    return found;
}

}  // namespace commsearch::citation
