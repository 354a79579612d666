// The leaves of a query that name a field: conditions, and what comes first.

#include <string>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/value/period.h"
#include "searcher/plan/people_clauses.h"
#include "searcher/plan/required_clauses.h"
#include "searcher/plan/term_clauses.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_fields.h"

namespace commsearch::plan {
namespace {

/// Of "2023-09", "quý III/2023", "tháng 10" (of any year).
AskedPeriod asked_period(const query::QueryNode& node) {
    constexpr std::string_view any_year = "2000";
    std::string term = query::typed_period(node.text);
    AskedPeriod asked;
    asked.is_of_any_year = term.starts_with('-');
    asked.is_planned = node.field == query::Field::planned;
    if (asked.is_of_any_year) term.insert(0, any_year);
    const Period period = Period::parse(upper(term));
    asked.first = period.first.number();
    asked.last = period.last.number();
    return asked;
}

}  // namespace

QueryPart TermClauses::filter(const query::AnalyzedNode& analyzed) {
    const query::QueryNode& node = *analyzed.node;
    QueryPart result;
    if (node.field == query::Field::number) {
        const std::vector<std::string> numbers = vocabulary_.paper_numbers(node.text);
        if (!numbers.empty()) result.match = any_of(term_conditions(numbers));
    } else if (node.field == query::Field::title || node.field == query::Field::signer ||
               node.field == query::Field::recipient) {
        result.match =
            people_filter(vocabulary_, query::query_field(node.field).prefix, analyzed.tokens);
    } else {
        result.match = sources_.filters.field(node, plan_.notices);
    }
    const bool is_of_terms = query::query_field(node.field).term != nullptr;
    if (result.match && is_of_terms && !is_known(*result.match)) result.match.reset();
    if (result.match && node.field == query::Field::village)
        highlights_.add_phrase(analyzed.tokens, sequence_of(analyzed.tokens, false), false);
    if (result.match) return result;
    note_unknown_value(node);
    result.match = nothing();
    return result;
}

/// Passages of a place or period that the question may mean score more; none is left out.
QueryPart TermClauses::preference(const query::QueryNode& node) {
    QueryPart result;
    result.is_nothing = true;
    if (node.field == query::Field::period || node.field == query::Field::planned) {
        plan_.asked_period = asked_period(node);
        return result;
    }
    if (node.field == query::Field::commune)
        plan_.preferred_communes = sources_.filters.commune_numbers(node.text);
    return result;
}

/// Not a term that the index lacks: a kind of paper that it has none of.
bool TermClauses::is_known(const Condition& condition) const {
    return condition.kind != Condition::Kind::term || vocabulary_.has(condition.term);
}

void TermClauses::note_unknown_value(const query::QueryNode& node) {
    plan_.notices.push_back(make_notice(NoticeKind::unknown_filter_value,
                                        {node.text, query::query_field(node.field).name},
                                        node.range));
}

}  // namespace commsearch::plan
