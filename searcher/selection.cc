#include "searcher/selection.h"

#include <algorithm>

#include "searcher/chosen_values.h"
#include "searcher/request_error.h"

namespace commsearch {

Selection::Selection(const OpenIndex& index, const SearchRequest& request)
    : tables_(*index.facet_tables) {
    for (const FacetChoice& choice : request.choices) {
        if (choice.values.empty()) continue;
        const auto at = static_cast<std::size_t>(choice.kind);
        std::vector<Xapian::Query> ways;
        for (const std::string& value : choice.values) {
            try {
                for (const std::uint64_t number : facet_numbers(index, choice.kind, value))
                    chosen_.at(at).push_back(number);
            } catch (const UsageError& error) {
                throw RequestError("bad-value", error.message(),
                                   "/filters/" + std::string(facet_name(choice.kind)));
            }
            ways.push_back(facet_query(index, choice.kind, value));
        }
        std::sort(chosen_.at(at).begin(), chosen_.at(at).end());
        const bool has_query = std::none_of(ways.begin(), ways.end(),
                                            [](const Xapian::Query& way) { return way.empty(); });
        if (has_query)
            queries_.at(at) = Xapian::Query(Xapian::Query::OP_OR, ways.begin(), ways.end());
        chosen_kinds_ |= bit(choice.kind);
    }
    for (const FacetRequest& facet : request.facets) counted_ |= bit(facet.kind) & chosen_kinds_;
}

Selection::Kinds Selection::failed(const FacetRecord& record) const {
    Kinds failed = 0;
    for (Kinds rest = chosen_kinds_; rest != 0; rest &= rest - 1) {
        const auto kind = static_cast<FacetKind>(__builtin_ctz(rest));
        const std::vector<std::uint64_t>& numbers = chosen(kind);
        bool passes = false;
        tables_.each_value(kind, record, [&](std::uint64_t number) {
            passes = passes || std::binary_search(numbers.begin(), numbers.end(), number);
        });
        if (!passes) failed |= bit(kind);
    }
    return failed;
}

Xapian::Query Selection::narrowing() const {
    std::vector<Xapian::Query> all;      // each is passed by every wanted passage
    std::vector<Xapian::Query> counted;  // at most one of them is failed
    for (std::size_t i = 0; i < facet_kinds; ++i) {
        if (queries_.at(i).empty()) continue;
        const bool may_fail = (counted_ & bit(static_cast<FacetKind>(i))) != 0;
        (may_fail ? counted : all).push_back(queries_.at(i));
    }
    for (std::size_t i = 0; i < counted.size(); ++i) {
        for (std::size_t j = i + 1; j < counted.size(); ++j)
            all.emplace_back(Xapian::Query::OP_OR, counted[i], counted[j]);
    }
    if (all.empty()) return {};
    return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

}  // namespace commsearch
