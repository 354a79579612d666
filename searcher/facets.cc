#include "searcher/facets.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace commsearch {
namespace {

/// Counts reports by some number; a report that comes again for the same value is not counted
/// twice.
class Counter {
public:
    void add(std::uint32_t value, Xapian::docid report) {
        Entry& entry = entries_[value];
        if (entry.last_report == report) return;
        entry.last_report = report;
        ++entry.reports;
    }

    /// One facet value for each number; `describe` fills value, label and parent.
    template <typename Describe>
    std::vector<FacetValue> values(Describe describe) const {
        std::vector<FacetValue> made;
        for (const auto& [number, entry] : entries_) {
            made.push_back(describe(number));
            made.back().reports = entry.reports;
        }
        return made;
    }

private:
    struct Entry {
        Xapian::docid last_report = 0;  // 0 is no document
        std::size_t reports = 0;
    };
    std::map<std::uint32_t, Entry> entries_;
};

void sort_by_count(std::vector<FacetValue>& values) {
    std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
        if (a.reports != b.reports) return a.reports > b.reports;
        return a.label < b.label;
    });
}

void sort_newest_first(std::vector<FacetValue>& values) {
    std::sort(values.begin(), values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
}

std::string two_digits(std::uint32_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

FacetValue describe_place(const std::unordered_map<std::string, const PlaceEntry*>& places,
                          std::uint32_t number) {
    FacetValue value;
    value.value = place_key(number);
    const auto found = places.find(value.value);
    if (found == places.end()) return value;
    const PlaceEntry& place = *found->second;
    value.label = place.full_name();
    if (!place.district.empty()) value.label += ", " + place.district;
    if (!place.province.empty()) value.label += ", " + place.province;
    return value;
}

FacetValue describe_year(std::uint32_t year) {
    FacetValue value;
    if (year == 0) return value;
    value.value = value.label = std::to_string(year);
    return value;
}

FacetValue describe_month(std::uint32_t month) {
    constexpr std::uint32_t hundred = 100;
    FacetValue value;
    if (month == 0) return value;
    value.parent = std::to_string(month / hundred);
    value.value = value.parent + '-' + two_digits(month % hundred);
    value.label = two_digits(month % hundred) + '/' + value.parent;
    return value;
}

/// Position plus one of the topic above each topic, 0 at the top.
std::vector<std::uint32_t> parents_of(const std::vector<TopicEntry>& topics) {
    std::vector<std::uint32_t> parents(topics.size() + 1, 0);
    for (std::size_t i = 0; i < topics.size(); ++i) {
        for (std::size_t above = 0; above < topics.size(); ++above) {
            if (topics[above].slug == topics[i].parent)
                parents[i + 1] = static_cast<std::uint32_t>(above + 1);
        }
    }
    return parents;
}

FacetValue describe_topic(const std::vector<TopicEntry>& topics, std::uint32_t number) {
    FacetValue value;
    if (number == 0 || number > topics.size()) return value;
    const TopicEntry& topic = topics[number - 1];
    value.value = topic.slug;
    value.label = topic.label;
    value.parent = topic.parent;
    return value;
}

/// Counts the report for each topic of the passage and for those above them; for 0 when it has
/// none.
void add_topics(Counter& sections, const Match& match, const std::vector<std::uint32_t>& parents) {
    if (match.facets.topics.front() == 0) sections.add(0, match.report());
    for (const std::uint8_t number : match.facets.topics) {
        std::uint32_t topic = number < parents.size() ? number : 0U;
        for (; topic != 0; topic = parents[topic]) sections.add(topic, match.report());
    }
}

}  // namespace

std::vector<Facet> count_facets(const std::vector<Match>& matches,
                                const std::vector<PlaceEntry>& places,
                                const std::vector<TopicEntry>& topics) {
    constexpr std::uint32_t days_in_code = 100;
    constexpr std::uint32_t year_in_code = 10000;
    const std::vector<std::uint32_t> parents = parents_of(topics);
    Counter communes;
    Counter years;
    Counter months;
    Counter sections;
    for (const Match& match : matches) {
        const Xapian::docid report = match.report();
        communes.add(match.facets.place, report);
        years.add(match.facets.date / year_in_code, report);
        months.add(match.facets.date / days_in_code, report);
        add_topics(sections, match, parents);
    }
    std::unordered_map<std::string, const PlaceEntry*> by_key;
    for (const PlaceEntry& place : places) by_key.emplace(place.key, &place);

    std::vector<Facet> facets{
        {"commune", communes.values([&](std::uint32_t n) { return describe_place(by_key, n); })},
        {"year", years.values(describe_year)},
        {"month", months.values(describe_month)},
        {"section", sections.values([&](std::uint32_t n) { return describe_topic(topics, n); })}};
    sort_by_count(facets[0].values);
    sort_newest_first(facets[1].values);
    sort_newest_first(facets[2].values);
    sort_by_count(facets[3].values);
    return facets;
}

}  // namespace commsearch
