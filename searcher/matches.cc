#include "searcher/matches.h"

#include <algorithm>

#include "searcher/condition_reader.h"
#include "searcher/query_builder.h"
#include "searcher/request_error.h"
#include "searcher/score_bounds.h"
#include "searcher/scorer.h"

namespace commsearch {
namespace {

PassageSet passages_of(const OpenIndex& index, const BuiltQuery& built, const Scope& scope) {
    const ConditionReader reader(index, scope.deadline);
    if (scope.filter.empty()) return reader.read(built.condition);
    return reader.read(all_of({scope.filter, built.condition}));
}

/// Makes matches of passages that come in ascending order.
class Collector {
public:
    Collector(const OpenIndex& index, const BuiltQuery& built, const Scope& scope)
        : index_(index), built_(built), scope_(scope), scorer_(index, built.parts) {}

    void add(std::uint32_t passage) {
        constexpr std::size_t looks_at_clock = 1024;
        if (++seen_ % looks_at_clock == 0 && std::chrono::steady_clock::now() > scope_.deadline)
            throw TimeLimit();
        const std::uint32_t section = index_.columns->section_of(passage);
        if (section != section_) open(section, passage);
        if (!is_wanted_) return;
        const double weight = built_.parts.empty() ? 0 : factor_ * scorer_.score(passage);
        matches_.push_back({passage, section, report_, failed_, weight});
    }

    std::vector<Match> take() { return std::move(matches_); }
    [[nodiscard]] const Scorer& scorer() const { return scorer_; }

private:
    /// Notes what all passages of a section share.
    void open(std::uint32_t section, std::uint32_t passage) {
        section_ = section;
        const SectionRow& row = index_.columns->sections()[section];
        const ReportRow& report = index_.columns->report_of(row);
        report_ = report.document;
        factor_ = QueryBuilder::horizon_factor(built_, report, row);
        if (scope_.selection == nullptr) return;
        failed_ = scope_.selection->failed(index_.columns->facets(passage));
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
    Selection::Kinds failed_ = 0;
    bool is_wanted_ = true;
    std::vector<Match> matches_;
};

}  // namespace

std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                const Scope& scope) {
    return with_index(index.folder, [&] {
        Collector collector(index, built, scope);
        passages_of(index, built, scope).each([&](std::uint32_t passage) {
            collector.add(passage);
        });
        return collector.take();
    });
}

std::vector<Match> find_nearest(const OpenIndex& index, const BuiltQuery& built,
                                const Scope& scope, double share, const std::vector<Match>& sure) {
    if (!built.beside_scores) return find_matches(index, built, scope);
    return with_index(index.folder, [&] {
        Collector collector(index, built, scope);
        PassageSet near = ScoreBounds(index, built, scope, collector.scorer()).reaching(share);
        for (const Match& match : sure) near.add(match.passage);
        near.each([&](std::uint32_t passage) { collector.add(passage); });
        return collector.take();
    });
}

std::size_t count_matches(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                          std::size_t enough) {
    return with_index(index.folder,
                      [&] { return std::min(passages_of(index, built, scope).size(), enough); });
}

}  // namespace commsearch
