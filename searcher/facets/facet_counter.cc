#include "searcher/facets/facet_counter.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "analyzers/base/unicode.h"
#include "indexer/schema/columns.h"
#include "searcher/facets/facet_labels.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"

namespace commsearch {
namespace {

/// Counts reports by a number; a report that comes again for the same number is not counted twice.
class Counter {
public:
    /// `numbers`: how many of them are counted in a table, at least.
    explicit Counter(std::size_t numbers) : small_(std::max(numbers, least_small)) {}

    void add(std::uint64_t number, std::uint32_t report, bool is_own) {
        Entry& entry = number < small_.size() ? small_[number] : large_[number];
        entry.is_own = entry.is_own || is_own;
        if (entry.last_report == report) return;
        entry.last_report = report;
        ++entry.reports;
    }

    /// Lists the number even where nothing counts for it.
    void choose(std::uint64_t number) {
        (number < small_.size() ? small_[number] : large_[number]).is_chosen = true;
    }

    template <typename Use>
    void each(Use use) const {
        for (std::size_t number = 0; number < small_.size(); ++number) {
            const Entry& entry = small_[number];
            if (entry.reports > 0 || entry.is_chosen) use(number, entry);
        }
        for (const auto& [number, entry] : large_) use(number, entry);
    }

    struct Entry {
        std::uint32_t last_report = 0;  // 0 is no document
        std::size_t reports = 0;
        bool is_chosen = false;
        bool is_own = false;  ///< counted by more than what came after it
    };

private:
    static constexpr std::size_t least_small = 256;  // topics, slugs, "not known"

    std::vector<Entry> small_;
    std::unordered_map<std::uint64_t, Entry> large_;
};

/// Headings are counted by their place in the columns, which are fewer than their numbers can be.
void count_heading(const SectionRow& section, std::uint32_t report, Counter& counter) {
    counter.add(section.heading, report, true);
}

void count_values(const FacetTables& tables, FacetKind kind, const FacetRecord& record,
                  std::uint32_t report, Counter& counter) {
    bool is_first = true;  // of a place, its own number; behind it those that came after it
    tables.each_value(kind, record, [&](std::uint64_t number) {
        counter.add(number, report, is_first);
        is_first = false;
    });
}

bool holds_words(const std::string& label, const std::string& words) {
    const std::string text = ' ' + bare(label);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at && text.find(' ' + words.substr(at, end - at)) == std::string::npos)
            return false;
        at = end + 1;
    }
    return true;
}

bool is_time(FacetKind kind) {
    return kind == FacetKind::year || kind == FacetKind::quarter || kind == FacetKind::month ||
           kind == FacetKind::period_year || kind == FacetKind::period;
}

void sort_values(std::vector<FacetValue>& values, const FacetRequest& asked) {
    using Sort = FacetRequest::Sort;
    if (asked.sort == Sort::value || (asked.sort == Sort::natural && is_time(asked.kind))) {
        std::sort(values.begin(), values.end(), [&](const FacetValue& a, const FacetValue& b) {
            return is_time(asked.kind) ? a.value > b.value : a.value < b.value;
        });
        return;
    }
    std::vector<std::pair<std::string, FacetValue>> keyed;
    keyed.reserve(values.size());
    for (FacetValue& value : values) keyed.emplace_back(bare(value.label), std::move(value));
    std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if (asked.sort != Sort::label && a.second.reports != b.second.reports)
            return a.second.reports > b.second.reports;
        if (a.first != b.first) return a.first < b.first;
        return a.second.value < b.second.value;
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) values[i] = std::move(keyed[i].second);
}

/// Keeps the first `limit` values and the chosen ones; returns how many it left out.
std::size_t cut(std::vector<FacetValue>& values, std::size_t limit) {
    if (values.size() <= limit) return 0;
    const std::size_t before = values.size();
    const auto rest = values.begin() + static_cast<std::ptrdiff_t>(limit);
    values.erase(std::remove_if(rest, values.end(),
                                [](const FacetValue& value) { return !value.is_chosen; }),
                 values.end());
    return before - values.size();
}

bool is_sorted_by_count(const FacetRequest& asked) {
    using Sort = FacetRequest::Sort;
    return asked.sort != Sort::value && asked.sort != Sort::label &&
           !(asked.sort == Sort::natural && is_time(asked.kind));
}

/// The reports that a value must have to be shown, so that nobody names those that are cut.
std::size_t least_shown(const FacetRequest& asked, const Counter& counter) {
    if (!asked.search.empty() || !is_sorted_by_count(asked) || asked.limit == 0) return 0;
    std::vector<std::size_t> reports;
    counter.each([&](std::uint64_t /*number*/, const Counter::Entry& entry) {
        reports.push_back(entry.reports);
    });
    if (reports.size() <= asked.limit) return 0;
    const auto last = reports.begin() + static_cast<std::ptrdiff_t>(asked.limit) - 1;
    std::nth_element(reports.begin(), last, reports.end(), std::greater<>());
    return *last;
}

Facet facet_of(const OpenIndex& index, const FacetRequest& asked, const Counter& counter) {
    Facet facet{std::string(facet_name(asked.kind)), {}, 0};
    const std::string words = bare(nfc(asked.search));
    const std::size_t least = least_shown(asked, counter);
    counter.each([&](std::uint64_t counted, const Counter::Entry& entry) {
        if (entry.reports < least && !entry.is_chosen) {
            ++facet.more;
            return;
        }
        const std::uint64_t number =
            asked.kind == FacetKind::heading
                ? index.columns->heading(static_cast<std::uint32_t>(counted))
                : counted;
        FacetValue value = describe_value(index, asked.kind, number);
        value.reports = entry.reports;
        value.is_chosen = entry.is_chosen;
        value.is_own = entry.is_own;
        const std::string& named = number == 0 ? std::string("không rõ") : value.label;
        if (entry.is_chosen || words.empty() || holds_words(named, words))
            facet.values.push_back(std::move(value));
    });
    sort_values(facet.values, asked);
    facet.more += cut(facet.values, asked.limit);
    return facet;
}

}  // namespace

std::vector<Facet> count_facets(const OpenIndex& index, const std::vector<FacetRequest>& asked,
                                const Selection& selection, const std::vector<Match>& matches) {
    const Columns& columns = *index.columns;
    std::vector<Counter> counters;
    for (const FacetRequest& facet : asked)
        counters.emplace_back(facet.kind == FacetKind::heading ? columns.headings().size() + 1 : 0);
    std::vector<std::uint32_t> counted(asked.size(), 0);  // by facet: report counted last
    std::uint32_t section = no_section;
    for (const Match& match : matches) {
        if (match.section == section) continue;  // its other passages count for the same
        section = match.section;
        std::optional<FacetRecord> record;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const FacetKind kind = asked[i].kind;
            if (match.failed != 0 && match.failed != facet_bit(kind)) continue;
            if (kind == FacetKind::heading) {
                count_heading(columns.sections()[section], match.report, counters[i]);
                continue;
            }
            if (counted[i] == match.report && !varies_in_report(kind)) continue;
            counted[i] = match.report;
            if (!record) record = columns.facets(match.passage);
            count_values(*index.facet_tables, kind, *record, match.report, counters[i]);
        }
    }
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        for (const std::uint64_t number : selection.chosen(asked[i].kind)) {
            counters[i].choose(asked[i].kind == FacetKind::heading ? columns.heading_place(number)
                                                                   : number);
        }
        facets.push_back(facet_of(index, asked[i], counters[i]));
    }
    return facets;
}

}  // namespace commsearch
