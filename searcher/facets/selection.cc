#include "searcher/facets/selection.h"

#include <algorithm>

#include "searcher/facets/facet_table.h"
#include "searcher/facets/facet_value_parser.h"
#include "searcher/model/request_error.h"
#include "searcher/plan/condition.h"

namespace commsearch::facets {

Selection::Selection(const index::IndexReader& index, const SearchRequest& request)
    : tables_(index.snapshot().facet_tables()) {
    for (const FacetChoice& choice : request.choices) {
        if (choice.values.empty()) continue;
        const FacetRow& row = facet_row(choice.kind);
        const auto at = static_cast<std::size_t>(choice.kind);
        std::vector<plan::Condition> ways;
        for (const std::string& value : choice.values) {
            try {
                for (const std::uint64_t number : parse_facet_value(index, row, value))
                    chosen_.at(at).push_back(number);
            } catch (const UsageError& error) {
                throw RequestError("bad-value", error.message(),
                                   "/filters/" + std::string(row.name));
            }
            ways.push_back(passages_of_value(index, row, value));
        }
        std::sort(chosen_.at(at).begin(), chosen_.at(at).end());
        const bool has_query = std::none_of(ways.begin(), ways.end(),
                                            [](const plan::Condition& way) { return way.empty(); });
        if (has_query) queries_.at(at) = plan::any_of(std::move(ways));
        chosen_kinds_ |= facet_bit(choice.kind);
    }
    for (const FacetRequest& facet : request.facets)
        counted_ |= facet_bit(facet.kind) & chosen_kinds_;
}

FacetSet Selection::failed(const schema::ReportRow& report,
                           const schema::SectionRow& section) const {
    FacetSet failed = 0;
    for (FacetSet rest = chosen_kinds_; rest != 0; rest &= rest - 1) {
        const auto kind = static_cast<FacetKind>(__builtin_ctz(rest));
        const std::vector<std::uint64_t>& numbers = chosen(kind);
        bool passes = false;
        facet_row(kind).numbers(tables_, report, section).each([&](std::uint64_t number) {
            passes = passes || std::binary_search(numbers.begin(), numbers.end(), number);
        });
        if (!passes) failed |= facet_bit(kind);
    }
    return failed;
}

plan::Condition Selection::narrowing() const {
    std::vector<plan::Condition> all;      // each is passed by every wanted passage
    std::vector<plan::Condition> counted;  // at most one of them is failed
    for (std::size_t i = 0; i < facet_kinds; ++i) {
        if (queries_.at(i).empty()) continue;
        const bool may_fail = (counted_ & facet_bit(static_cast<FacetKind>(i))) != 0;
        (may_fail ? counted : all).push_back(queries_.at(i));
    }
    for (std::size_t i = 0; i < counted.size(); ++i) {
        for (std::size_t j = i + 1; j < counted.size(); ++j)
            all.push_back(plan::any_of({counted[i], counted[j]}));
    }
    return plan::all_of(std::move(all));
}

}  // namespace commsearch::facets
