#include "searcher/match/condition_evaluator.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

#include "analyzers/value/date.h"
#include "indexer/schema/columns.h"
#include "searcher/match/phrase_matcher.h"
#include "searcher/model/request_error.h"

namespace commsearch::match {
namespace {

/// So many passages are looked at one by one.
constexpr std::size_t most_few = 4'000;
/// A term that stands in a smaller part of the documents is read anew each time.
constexpr std::uint32_t rare_share = 128;
/// The clock is looked at once in so many passages.
constexpr std::size_t passages_of_a_look = 1024;

}  // namespace

void ConditionEvaluator::look_at_clock() const {
    if (std::chrono::steady_clock::now() > deadline_) throw TimeLimit();
}

index::PassageSet ConditionEvaluator::none_of_them() const {
    return index::PassageSet(index_.columns().documents());
}

index::PassageSet ConditionEvaluator::meeting(const plan::Condition& condition) const {
    look_at_clock();
    switch (condition.kind) {
        case plan::Condition::Kind::empty:
            return none_of_them();
        case plan::Condition::Kind::everything:
            return every_passage();
        case plan::Condition::Kind::term:
            return holders(condition.term);
        case plan::Condition::Kind::all:
            return all(condition.parts);
        case plan::Condition::Kind::any:
            return any(condition.parts);
        case plan::Condition::Kind::none: {
            index::PassageSet rest = every_passage();
            rest -= any(condition.parts);
            return rest;
        }
        case plan::Condition::Kind::dates:
            return dated(condition.from, condition.to);
        case plan::Condition::Kind::reported:
            return reported(condition.from, condition.to);
        case plan::Condition::Kind::planned:
        case plan::Condition::Kind::planned_exactly:
            return planned(condition);
        case plan::Condition::Kind::near:
            return near(every_passage(), condition.near);
    }
    return none_of_them();
}

index::PassageSet ConditionEvaluator::every_passage() const {
    index::PassageSet set = none_of_them();
    for (const schema::ReportRow& report : index_.columns().reports())
        set.add_range(report.document + 1, report.passages);
    return set;
}

index::PassageSet ConditionEvaluator::dated(std::uint32_t from, std::uint32_t to) const {
    index::PassageSet set = none_of_them();
    for (const schema::ReportRow& report : index_.columns().reports()) {
        // A paper of which only the month is known is found by every day of it.
        const Date date = Date::of_number(report.date);
        const bool fits =
            date.last_day().number() >= from && (to == 0 || date.first_day().number() <= to);
        if (date.is_known() && fits) set.add_range(report.document + 1, report.passages);
    }
    return set;
}

index::PassageSet ConditionEvaluator::reported(std::uint32_t from, std::uint32_t to) const {
    index::PassageSet set = none_of_them();
    for (const schema::ReportRow& report : index_.columns().reports()) {
        if (schema::ends_within(report, from, to))
            set.add_range(report.document + 1, report.passages);
    }
    return set;
}

index::PassageSet ConditionEvaluator::planned(const plan::Condition& condition) const {
    constexpr std::uint8_t plans = 2;
    const bool is_exact = condition.kind == plan::Condition::Kind::planned_exactly;
    const auto fits = [&](const schema::ReportRow& report) {
        return is_exact ? report.first_planned_month == condition.from &&
                              report.last_planned_month == condition.to
                        : report.first_planned_month >= condition.from &&
                              report.last_planned_month <= condition.to;
    };
    index::PassageSet set = none_of_them();
    for (const schema::SectionRow& section : index_.columns().sections()) {
        if (section.plan_or_result == plans && fits(index_.columns().report_of(section)))
            set.add_range(section.first, section.passages);
    }
    return set;
}

index::PassageSet ConditionEvaluator::holders(const std::string& term) const {
    look_at_clock();
    if (index_.posting_count(term) <= index_.columns().documents() / rare_share)
        return read_postings(term);
    if (const index::PassageSet* const kept = index_.posting_cache().find(term)) return *kept;
    index::PassageSet set = read_postings(term);
    index_.posting_cache().keep(term, set);
    return set;
}

index::PassageSet ConditionEvaluator::read_postings(const std::string& term) const {
    index::PassageSet set = none_of_them();
    const std::vector<std::uint32_t> documents = index_.documents(term);
    if (!schema::is_inherited(term)) {
        for (const std::uint32_t passage : documents) set.add(passage);
        return set;
    }
    const schema::Columns& columns = index_.columns();
    for (const std::uint32_t document : documents) {
        const std::uint32_t number = columns.section_of(document);
        if (number < columns.sections().size()) {
            set.add_range(document, columns.sections()[number].passages);
        } else {
            set.add_range(document + 1, columns.report_at(document).passages);
        }
    }
    return set;
}

double ConditionEvaluator::cost(const plan::Condition& condition) const {
    switch (condition.kind) {
        case plan::Condition::Kind::term:
            return index_.posting_count(condition.term);
        case plan::Condition::Kind::all:
        case plan::Condition::Kind::any:
        case plan::Condition::Kind::none:
            return std::transform_reduce(
                condition.parts.begin(), condition.parts.end(), 0.0, std::plus<>(),
                [this](const plan::Condition& part) { return cost(part); });
        default:
            return 0;
    }
}

index::PassageSet ConditionEvaluator::all(const std::vector<plan::Condition>& parts) const {
    struct Part {
        const plan::Condition* condition;
        double cost;
    };
    std::vector<Part> sorted;  // the rarest first, what reads words comes last
    for (const plan::Condition& part : parts) {
        if (part.kind != plan::Condition::Kind::near) sorted.push_back({&part, cost(part)});
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Part& a, const Part& b) { return a.cost < b.cost; });
    for (const plan::Condition& part : parts) {
        if (part.kind == plan::Condition::Kind::near) sorted.push_back({&part, 0});
    }
    const bool reads_words_only =
        sorted.empty() || sorted.front().condition->kind == plan::Condition::Kind::near;
    index::PassageSet set = reads_words_only ? every_passage() : meeting(*sorted.front().condition);
    for (std::size_t i = reads_words_only ? 0 : 1; i < sorted.size(); ++i) {
        if (set.size() <= most_few) {
            Few few;
            set.each([&](std::uint32_t passage) { few.push_back(passage); });
            for (; i < sorted.size(); ++i) few = few_meeting(few, *sorted[i].condition);
            index::PassageSet met = none_of_them();
            for (const std::uint32_t passage : few) met.add(passage);
            return met;
        }
        set = filtered(set, *sorted[i].condition);
    }
    return set;
}

index::PassageSet ConditionEvaluator::any(const std::vector<plan::Condition>& parts) const {
    index::PassageSet set = none_of_them();
    for (const plan::Condition& part : parts) {
        if (part.kind == plan::Condition::Kind::term) set |= holders(part.term);
        if (part.kind != plan::Condition::Kind::term) set |= meeting(part);
    }
    return set;
}

index::PassageSet ConditionEvaluator::filtered(const index::PassageSet& set,
                                               const plan::Condition& condition) const {
    switch (condition.kind) {
        case plan::Condition::Kind::any: {
            index::PassageSet left = set;
            index::PassageSet found = none_of_them();
            for (const plan::Condition& part : condition.parts) {
                const index::PassageSet its = filtered(left, part);
                found |= its;
                left -= its;
            }
            return found;
        }
        case plan::Condition::Kind::none: {
            index::PassageSet left = set;
            for (const plan::Condition& part : condition.parts) left -= filtered(left, part);
            return left;
        }
        case plan::Condition::Kind::near:
            return near(set, condition.near);
        default: {
            index::PassageSet both = meeting(condition);
            both &= set;
            return both;
        }
    }
}

Few ConditionEvaluator::few_meeting(const Few& few, const plan::Condition& condition) const {
    switch (condition.kind) {
        case plan::Condition::Kind::everything:
            return few;
        case plan::Condition::Kind::term:
            return few_holding(few, condition.term);
        case plan::Condition::Kind::any:
            return few_meeting_any(few, condition.parts);
        case plan::Condition::Kind::all: {
            Few left = few;
            for (const plan::Condition& part : condition.parts) left = few_meeting(left, part);
            return left;
        }
        case plan::Condition::Kind::none: {
            return without(few, few_meeting_any(few, condition.parts));
        }
        case plan::Condition::Kind::near:
            return few_near(few, condition.near);
        default: {
            const index::PassageSet all = meeting(condition);
            return chosen(few, [&](std::uint32_t passage) { return all.holds(passage); });
        }
    }
}

Few ConditionEvaluator::few_holding(const Few& few, const std::string& term) const {
    const index::PassageSet* kept = index_.posting_cache().find(term);
    std::optional<index::PassageSet> read_now;
    if (kept == nullptr && schema::is_inherited(term)) kept = &read_now.emplace(holders(term));
    if (kept == nullptr) return index_.documents_among(few, term);
    return chosen(few, [&](std::uint32_t passage) { return kept->holds(passage); });
}

Few ConditionEvaluator::few_meeting_any(const Few& few,
                                        const std::vector<plan::Condition>& parts) const {
    Few left = few;
    Few met;
    for (const plan::Condition& part : parts) {
        const Few its = few_meeting(left, part);
        if (its.empty()) continue;
        left = without(left, its);
        met.insert(met.end(), its.begin(), its.end());
    }
    std::sort(met.begin(), met.end());
    return met;
}

Few ConditionEvaluator::few_near(const Few& few, const plan::Nearness& near) const {
    if (few.empty()) return {};
    PhraseMatcher wanted(index_, near);
    return chosen(few, [&](std::uint32_t passage) { return wanted.stands_in(passage); });
}

index::PassageSet ConditionEvaluator::near(const index::PassageSet& set,
                                           const plan::Nearness& near) const {
    PhraseMatcher wanted(index_, near);
    index::PassageSet found = none_of_them();
    std::size_t seen = 0;
    set.each([&](std::uint32_t passage) {
        if (++seen % passages_of_a_look == 0) look_at_clock();
        if (wanted.stands_in(passage)) found.add(passage);
    });
    return found;
}

}  // namespace commsearch::match
