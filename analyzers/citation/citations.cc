#include "analyzers/citation/citations.h"

#include <optional>

#include "analyzers/citation/citation_reader.h"
#include "analyzers/citation/cited_papers.h"
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

/// "15/7/2025", "15.7.2025", "ngày 15 tháng 7 năm 2025".
std::optional<Citation> day_at(const CitationReader& reader, std::size_t at, std::size_t floor) {
    const int day = reader.number(at, 2);
    if (day == 0) return std::nullopt;
    const bool is_named = at > floor && reader.joint(at).is_blank() && reader.is(at - 1, "ngày");
    const bool in_words = reader.joint(at + 1).is_blank() && reader.is(at + 1, "tháng") &&
                          reader.joint(at + 2).is_blank();
    const std::size_t behind_day = in_words ? at + 2 : at + 1;
    const Joint joint = reader.joint(behind_day);
    if (!in_words && !joint.is_bar() && joint.sign != Joint::Sign::dot) return std::nullopt;
    const int month = reader.number(behind_day, 2);
    const Year year = in_words ? year_behind_month(reader, behind_day + 1)
                               : year_behind_digits(reader, behind_day + 1, joint.sign, is_named);
    const Date date(year.value, month, day);
    if (!date.is_known()) return std::nullopt;
    const std::size_t first = is_named ? at - 1 : at;
    Citation citation{static_cast<std::uint32_t>(first),
                      static_cast<std::uint32_t>(year.next - first),
                      {"ngày " + date.text()}};
    // A day lies in its month; who asks for a day wants no other.
    if (!reader.is_query()) citation.terms.push_back(month_term(date.month()));
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
