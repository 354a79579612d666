#include "searcher/collect/match_collector.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>
#include <iterator>
#include <system_error>
#include <utility>

#include "indexer/schema/columns.h"
#include "searcher/match/condition_evaluator.h"
#include "searcher/model/ranking.h"
#include "searcher/model/request_error.h"
#include "searcher/rank/score.h"
#include "searcher/rank/scorer.h"

namespace commsearch::collect {
namespace {

/// To start a thread takes as long as scoring some hundred passages.
constexpr std::size_t scored_by_two = 4'000;

index::PassageSet passages_of(const index::IndexReader& index, const plan::QueryPlan& plan,
                              const Scope& scope) {
    const match::ConditionEvaluator evaluator(index, scope.deadline);
    if (scope.filter.empty()) return evaluator.meeting(plan.condition);
    return evaluator.meeting(plan::all_of({scope.filter, plan.condition}));
}

/// Makes matches of passages that come in ascending order.
class Collector {
public:
    Collector(const index::IndexReader& index, const plan::QueryPlan& plan, const Scope& scope,
              rank::Scorer scorer)
        : index_(index), plan_(plan), scope_(scope), scorer_(std::move(scorer)) {}

    /// Takes the passages of `set` from first to last, half-open.
    std::vector<match::Match> take(const index::PassageSet& set, std::uint32_t first,
                                   std::uint32_t last) {
        constexpr std::size_t far = 12;
        constexpr std::size_t near = 6;
        std::vector<std::uint32_t> passages;
        set.each_in(first, last, [&](std::uint32_t passage) { passages.push_back(passage); });
        matches_.reserve(passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i) {
            if (i + far < passages.size()) index_.columns().prefetch(passages[i + far]);
            if (i + near < passages.size()) index_.columns().prefetch_words(passages[i + near]);
            add(passages[i]);
        }
        return std::move(matches_);
    }

private:
    void add(std::uint32_t passage) {
        constexpr std::size_t looks_at_clock = 1024;
        if (++seen_ % looks_at_clock == 0 && std::chrono::steady_clock::now() > scope_.deadline)
            throw TimeLimit();
        const std::uint32_t section = index_.columns().section_of(passage);
        if (section != section_) open(section);
        if (!is_wanted_) return;
        const double weight = plan_.scoring_clauses.empty() ? 0 : factor_ * scorer_.score(passage);
        matches_.push_back({passage, section, report_, failed_, true, weight});
    }

    /// Notes what all passages of a section share.
    void open(std::uint32_t section) {
        section_ = section;
        // A report, which only a damaged index names as a passage.
        is_wanted_ = section < index_.columns().sections().size();
        if (!is_wanted_) return;
        const schema::SectionRow& row = index_.columns().sections()[section];
        const schema::ReportRow& report = index_.columns().report_of(row);
        report_ = report.document;
        factor_ = rank::frame_factor_of(row) * rank::plan_or_result_factor(plan_, report, row) *
                  rank::asked_factor(plan_, report, row);
        if (scope_.selection == nullptr) return;
        failed_ = scope_.selection->failed(report, row);
        is_wanted_ = failed_ == 0 || scope_.selection->is_wanted(failed_);
    }

    const index::IndexReader& index_;
    const plan::QueryPlan& plan_;
    const Scope& scope_;
    rank::Scorer scorer_;
    std::size_t seen_ = 0;
    std::uint32_t section_ = schema::no_section;
    std::uint32_t report_ = 0;
    double factor_ = 1;
    FacetSet failed_ = 0;
    bool is_wanted_ = true;
    std::vector<match::Match> matches_;
};

/// The matches of `set`; many of them are scored by two threads if the scope allows it. Neither
/// asks the database.
std::vector<match::Match> collect(const index::IndexReader& index, const plan::QueryPlan& plan,
                                  const Scope& scope, const index::PassageSet& set) {
    const std::uint32_t end = index.columns().documents() + 1;
    const std::size_t size = set.size();
    rank::Scorer scorer(index, plan.scoring_clauses);
    if (size < scored_by_two || scope.threads < 2)
        return Collector(index, plan, scope, std::move(scorer)).take(set, 0, end);
    const std::uint32_t middle = set.nth(size / 2);
    Collector second(index, plan, scope, scorer);
    Collector first(index, plan, scope, std::move(scorer));
    const auto take_second = [&] { return second.take(set, middle, end); };
    std::future<std::vector<match::Match>> rest;
    try {
        rest = std::async(std::launch::async, take_second);
    } catch (const std::system_error&) {  // no more threads: this one takes both
        rest = std::async(std::launch::deferred, take_second);
    }
    std::vector<match::Match> matches = first.take(set, 0, middle);
    const std::vector<match::Match> more = rest.get();
    matches.insert(matches.end(), more.begin(), more.end());
    return matches;
}

/// The least idf sum of a passage that comes near: `least`, or more where more than max_near
/// passages have that. Those with the highest sum come near however many they are.
float least_idf_sum(const std::vector<float>& idf_sums, float least) {
    std::vector<float> near;
    std::copy_if(idf_sums.begin(), idf_sums.end(), std::back_inserter(near),
                 [&](float idf) { return idf >= least; });
    if (near.size() <= max_near) return least;
    const auto last = near.begin() + static_cast<std::ptrdiff_t>(max_near);
    std::nth_element(near.begin(), last, near.end(), std::greater<>());
    const float highest = *std::max_element(near.begin(), last);
    return std::min(std::nextafter(*last, highest + 1), highest);
}

/// The passages that come near by the optional clauses. The lightest, which most passages meet,
/// are not read (idf_coverage).
index::PassageSet nearest_passages(const index::IndexReader& index,
                                   const match::ConditionEvaluator& evaluator,
                                   std::vector<plan::OptionalClause> clauses) {
    std::stable_sort(
        clauses.begin(), clauses.end(),
        [](const plan::OptionalClause& a, const plan::OptionalClause& b) { return a.idf > b.idf; });
    double all = 0;
    for (const plan::OptionalClause& clause : clauses) all += clause.idf;
    std::vector<float> idf_sums(index.columns().documents() + std::size_t{1}, 0);
    double read = 0;
    for (const plan::OptionalClause& clause : clauses) {
        if (read >= idf_coverage * all) break;
        read += clause.idf;
        const auto idf = static_cast<float>(clause.idf);
        evaluator.meeting(clause.presence).each([&](std::uint32_t passage) {
            idf_sums[passage] += idf;
        });
    }
    const float least = least_idf_sum(idf_sums, static_cast<float>(min_should_match * all));
    index::PassageSet near(index.columns().documents());
    for (std::uint32_t passage = 1; passage < idf_sums.size(); ++passage) {
        if (idf_sums[passage] >= least) near.add(passage);
    }
    return near;
}

}  // namespace

std::vector<match::Match> find_matches(const index::IndexReader& index, const plan::QueryPlan& plan,
                                       const Scope& scope) {
    return collect(index, plan, scope, passages_of(index, plan, scope));
}

std::vector<match::Match> find_nearest(const index::IndexReader& index, const plan::QueryPlan& plan,
                                       const Scope& scope,
                                       const std::vector<match::Match>& exact_matches) {
    if (!plan.filter || plan.optional_clauses.empty()) return find_matches(index, plan, scope);
    const match::ConditionEvaluator evaluator(index, scope.deadline);
    index::PassageSet near = nearest_passages(index, evaluator, plan.optional_clauses);
    if (scope.filter.empty()) {
        near &= evaluator.meeting(*plan.filter);
    } else {
        near &= evaluator.meeting(plan::all_of({scope.filter, *plan.filter}));
    }
    for (const match::Match& match : exact_matches) near.add(match.passage);
    return collect(index, plan, scope, near);
}

std::size_t count_matches(const index::IndexReader& index, const plan::QueryPlan& plan,
                          const Scope& scope, std::size_t limit) {
    return std::min(passages_of(index, plan, scope).size(), limit);
}

}  // namespace commsearch::collect
