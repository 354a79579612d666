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
#include "searcher/plan/planner.h"
#include "searcher/rank/scorer.h"

namespace commsearch {
namespace {

/// To start a thread takes as long as scoring some hundred passages.
constexpr std::size_t scored_by_two = 4'000;

PassageSet passages_of(const OpenIndex& index, const BuiltQuery& built, const Scope& scope) {
    const ConditionReader reader(index, scope.deadline);
    if (scope.filter.empty()) return reader.read(built.condition);
    return reader.read(all_of({scope.filter, built.condition}));
}

/// Makes matches of passages that come in ascending order.
class Collector {
public:
    Collector(const OpenIndex& index, const BuiltQuery& built, const Scope& scope, Scorer scorer)
        : index_(index), built_(built), scope_(scope), scorer_(std::move(scorer)) {}

    /// Takes the passages of `set` from first to last, half-open.
    std::vector<Match> take(const PassageSet& set, std::uint32_t first, std::uint32_t last) {
        constexpr std::size_t far = 12;
        constexpr std::size_t near = 6;
        std::vector<std::uint32_t> passages;
        set.each_in(first, last, [&](std::uint32_t passage) { passages.push_back(passage); });
        matches_.reserve(passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i) {
            if (i + far < passages.size()) index_.columns->prefetch(passages[i + far]);
            if (i + near < passages.size()) index_.columns->prefetch_words(passages[i + near]);
            add(passages[i]);
        }
        return std::move(matches_);
    }

private:
    void add(std::uint32_t passage) {
        constexpr std::size_t looks_at_clock = 1024;
        if (++seen_ % looks_at_clock == 0 && std::chrono::steady_clock::now() > scope_.deadline)
            throw TimeLimit();
        const std::uint32_t section = index_.columns->section_of(passage);
        if (section != section_) open(section);
        if (!is_wanted_) return;
        const double weight = built_.parts.empty() ? 0 : factor_ * scorer_.score(passage);
        matches_.push_back({passage, section, report_, failed_, weight});
    }

    /// Notes what all passages of a section share.
    void open(std::uint32_t section) {
        section_ = section;
        // A report, which only a damaged index names as a passage.
        is_wanted_ = section < index_.columns->sections().size();
        if (!is_wanted_) return;
        const SectionRow& row = index_.columns->sections()[section];
        const ReportRow& report = index_.columns->report_of(row);
        report_ = report.document;
        factor_ = QueryBuilder::horizon_factor(built_, report, row);
        if (scope_.selection == nullptr) return;
        failed_ = scope_.selection->failed(report, row);
        is_wanted_ = failed_ == 0 || scope_.selection->is_wanted(failed_);
    }

    const OpenIndex& index_;
    const BuiltQuery& built_;
    const Scope& scope_;
    Scorer scorer_;
    std::size_t seen_ = 0;
    std::uint32_t section_ = no_section;
    std::uint32_t report_ = 0;
    double factor_ = 1;
    FacetSet failed_ = 0;
    bool is_wanted_ = true;
    std::vector<Match> matches_;
};

/// The matches of `set`; many of them are scored by two threads if the scope allows it. Neither
/// asks the database.
std::vector<Match> collect(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                           const PassageSet& set) {
    const std::uint32_t end = index.columns->documents() + 1;
    const std::size_t size = set.size();
    Scorer scorer(index, built.parts);
    if (size < scored_by_two || scope.threads < 2)
        return Collector(index, built, scope, std::move(scorer)).take(set, 0, end);
    const std::uint32_t middle = set.nth(size / 2);
    Collector second(index, built, scope, scorer);
    Collector first(index, built, scope, std::move(scorer));
    const auto take_second = [&] { return second.take(set, middle, end); };
    std::future<std::vector<Match>> rest;
    try {
        rest = std::async(std::launch::async, take_second);
    } catch (const std::system_error&) {  // no more threads: this one takes both
        rest = std::async(std::launch::deferred, take_second);
    }
    std::vector<Match> matches = first.take(set, 0, middle);
    const std::vector<Match> more = rest.get();
    matches.insert(matches.end(), more.begin(), more.end());
    return matches;
}

/// The least mass of a passage that comes near: `least`, or as much as leaves max_near of them; the
/// fullest come near however many they are.
float enough_mass(const std::vector<float>& masses, float least) {
    std::vector<float> near;
    std::copy_if(masses.begin(), masses.end(), std::back_inserter(near),
                 [&](float mass) { return mass >= least; });
    if (near.size() <= max_near) return least;
    const auto last = near.begin() + static_cast<std::ptrdiff_t>(max_near);
    std::nth_element(near.begin(), last, near.end(), std::greater<>());
    const float highest = *std::max_element(near.begin(), last);
    return std::min(std::nextafter(*last, highest + 1), highest);
}

/// The passages that hold enough of the words that say most; the others, which most passages hold,
/// are not read.
PassageSet with_enough_words(const OpenIndex& index, const ConditionReader& reader,
                             std::vector<QueryWord> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const QueryWord& a, const QueryWord& b) { return a.mass > b.mass; });
    double all = 0;
    for (const QueryWord& word : words) all += word.mass;
    std::vector<float> masses(index.columns->documents() + std::size_t{1}, 0);
    double read = 0;
    for (const QueryWord& word : words) {
        if (read >= telling_share * all) break;
        read += word.mass;
        const auto mass = static_cast<float>(word.mass);
        reader.read(word.presence).each([&](std::uint32_t passage) { masses[passage] += mass; });
    }
    const float enough = enough_mass(masses, static_cast<float>(near_share * all));
    PassageSet near(index.columns->documents());
    for (std::uint32_t passage = 1; passage < masses.size(); ++passage) {
        if (masses[passage] >= enough) near.add(passage);
    }
    return near;
}

}  // namespace

std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                const Scope& scope) {
    return collect(index, built, scope, passages_of(index, built, scope));
}

std::vector<Match> find_nearest(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                                const std::vector<Match>& sure) {
    if (!built.beside_scores || built.words.empty()) return find_matches(index, built, scope);
    const ConditionReader reader(index, scope.deadline);
    PassageSet near = with_enough_words(index, reader, built.words);
    if (scope.filter.empty()) {
        near &= reader.read(*built.beside_scores);
    } else {
        near &= reader.read(all_of({scope.filter, *built.beside_scores}));
    }
    for (const Match& match : sure) near.add(match.passage);
    return collect(index, built, scope, near);
}

std::size_t count_matches(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                          std::size_t enough) {
    return std::min(passages_of(index, built, scope).size(), enough);
}

}  // namespace commsearch
