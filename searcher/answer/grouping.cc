#include "searcher/answer/grouping.h"

#include <algorithm>
#include <unordered_set>

#include "analyzers/word/near_duplicate_hash.h"
#include "indexer/schema/columns.h"
#include "searcher/match/match.h"

namespace commsearch::answer {

std::vector<Group> group_by_report(const std::vector<match::Match>& matches) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (i == 0 || matches[i].report != matches[i - 1].report) groups.push_back({i, i, 0, i, 0});
        groups.back().last = i + 1;
        if (i == groups.back().first || matches[i].weight > groups.back().best) {
            groups.back().best = matches[i].weight;
            groups.back().best_match = i;
        }
    }
    return groups;
}

void sort_groups(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                 const schema::Columns& columns, SearchRequest::Sort order) {
    using Sort = SearchRequest::Sort;
    const auto age = [&](const Group& group) {  // what comes first is least
        const schema::SectionRow& section = columns.sections()[matches[group.first].section];
        const std::uint32_t date = columns.report_of(section).date;
        if (date == 0) return UINT32_MAX;
        return order == Sort::oldest ? date : UINT32_MAX - date;
    };
    if (order == Sort::relevance) {
        std::stable_sort(groups.begin(), groups.end(),
                         [](const Group& a, const Group& b) { return a.best > b.best; });
        return;
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
        return age(a) != age(b) ? age(a) < age(b) : a.best > b.best;
    });
}

std::size_t spread_communes(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                            const schema::Columns& columns) {
    std::unordered_set<std::uint32_t> seen;
    std::vector<Group> first;
    std::vector<Group> others;
    for (const Group& group : groups) {
        const schema::SectionRow& section = columns.sections()[matches[group.first].section];
        const std::uint32_t place = columns.report_of(section).place;
        (place == 0 || seen.insert(place).second ? first : others).push_back(group);
    }
    first.insert(first.end(), others.begin(), others.end());
    groups = std::move(first);
    return seen.size();
}

void fold_similar(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                  const schema::Columns& columns) {
    constexpr std::size_t looked_at = 100;
    const std::size_t size = std::min(groups.size(), looked_at);
    const auto is_copy = [&](const Group& a, const Group& b) {
        const match::Match& first = matches[a.best_match];
        const match::Match& second = matches[b.best_match];
        const auto place_of = [&](const match::Match& match) {
            return columns.report_of(columns.sections()[match.section]).place;
        };
        return place_of(first) == place_of(second) && place_of(first) != 0 &&
               word::are_similar(columns.similarity(first.passage),
                                 columns.similarity(second.passage));
    };
    std::vector<Group> kept;
    for (std::size_t i = 0; i < size; ++i) {
        const auto original = std::find_if(kept.begin(), kept.end(), [&](const Group& group) {
            return is_copy(group, groups[i]);
        });
        if (original == kept.end()) {
            kept.push_back(groups[i]);
        } else {
            ++original->similar;
        }
    }
    kept.insert(kept.end(), groups.begin() + static_cast<std::ptrdiff_t>(size), groups.end());
    groups = std::move(kept);
}

}  // namespace commsearch::answer
