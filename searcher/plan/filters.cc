#include "searcher/plan/filters.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analyzers/base/ascii.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "searcher/plan/condition.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_fields.h"

namespace commsearch::plan {
namespace {

/// The words of a topic's label, unaccented: "y te dan so an toan thuc pham".
std::string label_words(std::string_view label) {
    std::string words;
    for (const char c : unaccented(nfc(label))) {
        const bool is_letter = is_small_ascii_letter(c) || is_ascii_digit(c);
        if (is_letter) words += c;
        if (!is_letter && !words.empty() && words.back() != ' ') words += ' ';
    }
    return words.substr(0, words.find_last_not_of(' ') + 1);
}

/// What a label joins: "Y tế - dân số - an toàn thực phẩm" has three parts.
std::vector<std::string> label_parts(std::string_view label) {
    std::string text = unaccented(nfc(label));
    for (std::size_t at = text.find(" va "); at != std::string::npos; at = text.find(" va ", at))
        text.replace(at, 4, ",");
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(",-()", begin), text.size());
        const std::string part = label_words(std::string_view(text).substr(begin, end - begin));
        if (!part.empty()) parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

PlaceFilter days_filter(const Filters&, std::string_view text) {
    const std::optional<query::DayRange> days = query::typed_days(text);
    return {days ? Filters::dates(days->first, days->last) : Condition(), {}, {}};
}

PlaceFilter topic_filter(const Filters& filters, std::string_view text) {
    return {filters.topic(text), {}, {}};
}

constexpr std::uint32_t days_to_month = 100;  // YYYYMMDD to YYYYMM

/// The year of the period reported on; where that is not known, of the date.
PlaceFilter year_filter(const Filters&, std::string_view text) {
    const std::optional<query::DayRange> days = query::typed_days(text);
    if (!days) return {};
    return {Filters::reported(days->first / days_to_month, days->last / days_to_month), {}, {}};
}

bool is_wide(const Period& span, std::string_view text) {
    return span.form == Period::Form::year || text.find("..") != std::string_view::npos;
}

/// A year or a span of months holds every report that ends in it; any other period is that of the
/// report itself.
PlaceFilter period_filter(const Filters&, std::string_view text) {
    const Period span = query::typed_months(text);
    if (span.is_known() && is_wide(span, text))
        return {Filters::reported(span.first.number(), span.last.number()), {}, {}};
    const std::string term = query::typed_period(text);
    return {term.empty() ? Condition() : Condition(schema::make_term(schema::prefix_period, term)),
            {},
            {}};
}

PlaceFilter planned_filter(const Filters&, std::string_view text) {
    const Period span = query::typed_months(text);
    if (!span.is_known()) return {};
    Condition planned(is_wide(span, text) ? Condition::Kind::planned
                                          : Condition::Kind::planned_exactly);
    planned.from = span.first.number();
    planned.to = span.last.number();
    return {std::move(planned), {}, {}};
}

template <PlaceFilter (Filters::*find)(std::string_view) const>
PlaceFilter place_filter(const Filters& filters, std::string_view text) {
    return (filters.*find)(text);
}

/// How the values of a field are looked up.
struct Lookup {
    query::Field field;
    PlaceFilter (*find)(const Filters&, std::string_view text);
};

/// The fields of which query_fields tells no term but for number, title, signer and recipient, which
/// ask for words of the index (term_clauses).
constexpr std::array<Lookup, 9> lookups{{{query::Field::commune, place_filter<&Filters::commune>},
                                         {query::Field::district, place_filter<&Filters::district>},
                                         {query::Field::province, place_filter<&Filters::province>},
                                         {query::Field::village, place_filter<&Filters::village>},
                                         {query::Field::topic, topic_filter},
                                         {query::Field::date, days_filter},
                                         {query::Field::year, year_filter},
                                         {query::Field::period, period_filter},
                                         {query::Field::planned, planned_filter}}};

}  // namespace

Filters::Filters(const index::IndexSnapshot& index)
    : places_(index.place_index()), topics_(index.topics()) {}

Condition Filters::dates(std::uint32_t from, std::uint32_t to) {
    if (from == 0 && to == 0) return everything();
    // Undated reports carry 0 and stay out of every range.
    Condition dates(Condition::Kind::dates);
    dates.from = std::max<std::uint32_t>(from, 1);
    dates.to = to;
    return dates;
}

Condition Filters::reported(std::uint32_t from, std::uint32_t to) {
    Condition reported(Condition::Kind::reported);
    reported.from = from;
    reported.to = to == 0 ? UINT32_MAX : to;
    return reported;
}

std::vector<std::size_t> Filters::topic_numbers(std::string_view typed) const {
    const std::string wanted = unaccented(nfc(typed));
    const auto collect = [&](auto fits) {
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < topics_.size(); ++i) {
            if (fits(topics_[i])) numbers.push_back(i + 1);
        }
        return numbers;
    };
    std::vector<std::size_t> found = collect([&](const schema::TopicEntry& topic) {
        std::string slug_words = topic.slug;
        std::replace(slug_words.begin(), slug_words.end(), '-', ' ');
        return topic.slug == wanted || slug_words == wanted || unaccented(topic.label) == wanted;
    });
    if (!found.empty()) return found;
    const std::string words = label_words(wanted);
    if (words.empty()) return {};
    found = collect([&](const schema::TopicEntry& topic) {
        const std::vector<std::string> parts = label_parts(topic.label);
        return std::find(parts.begin(), parts.end(), words) != parts.end();
    });
    if (!found.empty()) return found;
    return collect([&](const schema::TopicEntry& topic) {
        const std::string label = ' ' + label_words(topic.label) + ' ';
        return label.find(' ' + words + ' ') != std::string::npos;
    });
}

Condition Filters::topic(std::string_view typed) const {
    std::vector<Condition> ways;
    for (const std::size_t number : topic_numbers(typed))
        ways.emplace_back(schema::make_term(schema::prefix_topic, topics_[number - 1].slug));
    return any_of(ways);
}

std::optional<Condition> Filters::field(const query::QueryNode& node,
                                        std::vector<Notice>& notices) const {
    const std::string& text = node.text;
    const query::QueryField& row = query::query_field(node.field);
    if (row.term != nullptr) {
        const std::string value = row.term(text);
        if (value.empty()) return std::nullopt;
        return Condition(schema::make_term(row.prefix, value));
    }
    const auto lookup = std::find_if(lookups.begin(), lookups.end(),
                                     [&](const Lookup& one) { return one.field == node.field; });
    if (lookup == lookups.end()) return std::nullopt;
    const bool was_read =
        node.field == query::Field::commune && node.role != query::QueryNode::Role::typed;
    PlaceFilter filter = was_read ? commune_over_time(text) : lookup->find(*this, text);
    notices.insert(notices.end(), filter.notices.begin(), filter.notices.end());
    if (filter.query.empty()) return std::nullopt;
    return std::move(filter.query);
}

}  // namespace commsearch::plan
