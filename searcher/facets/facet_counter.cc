#include "searcher/facets/facet_counter.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "indexer/schema/columns.h"
#include "searcher/facets/facet_table.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"

namespace commsearch::facets {
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

void count_values(const FacetNumbers& numbers, std::uint32_t report, Counter& counter) {
    bool is_first = true;  // of a place, its own number; behind it those that came after it
    numbers.each([&](std::uint64_t number) {
        counter.add(number, report, is_first);
        is_first = false;
    });
}

/// Whether words of the label begin with each of the words, accents aside.
bool holds_words(const std::string& label, const std::string& words) {
    const std::string text = ' ' + unaccented(label);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at && text.find(' ' + words.substr(at, end - at)) == std::string::npos)
            return false;
        at = end + 1;
    }
    return true;
}

void sort_values(std::vector<FacetValue>& values, const FacetRequest& asked) {
    using Sort = FacetRequest::Sort;
    const bool is_time = facet_row(asked.kind).is_time;
    if (asked.sort == Sort::value || (asked.sort == Sort::natural && is_time)) {
        std::sort(values.begin(), values.end(), [&](const FacetValue& a, const FacetValue& b) {
            return is_time ? a.value > b.value : a.value < b.value;
        });
        return;
    }
    std::vector<std::pair<std::string, FacetValue>> keyed;
    keyed.reserve(values.size());
    for (FacetValue& value : values) keyed.emplace_back(unaccented(value.label), std::move(value));
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
           !(asked.sort == Sort::natural && facet_row(asked.kind).is_time);
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

Facet facet_of(const index::IndexReader& index, const FacetRequest& asked, const Counter& counter) {
    Facet facet{.kind = asked.kind};
    const std::string words = unaccented(nfc(asked.search));
    const std::size_t least = least_shown(asked, counter);
    counter.each([&](std::uint64_t number, const Counter::Entry& entry) {
        if (entry.reports < least && !entry.is_chosen) {
            ++facet.more;
            return;
        }
        FacetValue value =
            number == 0 ? FacetValue() : facet_row(asked.kind).describe(index, number);
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

std::vector<Facet> count_facets(const index::IndexReader& index,
                                const std::vector<FacetRequest>& asked, const Selection& selection,
                                const std::vector<match::Match>& matches) {
    const schema::Columns& columns = index.columns();
    std::vector<Counter> counters;
    for (const FacetRequest& facet : asked) {
        const FacetRow& row = facet_row(facet.kind);
        counters.emplace_back(row.size == nullptr ? 0 : row.size(index));
    }
    std::vector<std::uint32_t> counted(asked.size(), 0);  // by facet: report counted last
    std::uint32_t section = schema::no_section;
    for (const match::Match& match : matches) {
        if (match.section == section) continue;  // its other passages count for the same
        section = match.section;
        const schema::SectionRow& of_section = columns.sections()[section];
        const schema::ReportRow& of_report = columns.report_of(of_section);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (match.failed != 0 && match.failed != facet_bit(asked[i].kind)) continue;
            const FacetRow& row = facet_row(asked[i].kind);
            if (counted[i] == match.report && row.of == FacetRow::Of::report) continue;
            counted[i] = match.report;
            count_values(row.numbers(index.snapshot().facet_tables(), of_report, of_section),
                         match.report, counters[i]);
        }
    }
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        for (const std::uint64_t number : selection.chosen(asked[i].kind))
            counters[i].choose(number);
        facets.push_back(facet_of(index, asked[i], counters[i]));
    }
    return facets;
}

}  // namespace commsearch::facets
