#include "searcher/matches.h"

#include "searcher/request_error.h"
#include "searcher/text_decider.h"

namespace commsearch {
namespace {

/// Takes down every match that the selection wants, with its weight. Matches come in the order of
/// document ids.
class MatchCollector : public Xapian::MatchSpy {
public:
    MatchCollector(const OpenIndex& index, const Scope& scope) : index_(index), scope_(scope) {}

    void operator()(const Xapian::Document& document, double weight) override {
        constexpr std::size_t looks_at_clock = 1024;
        if (++seen_ % looks_at_clock == 0 && std::chrono::steady_clock::now() > scope_.deadline)
            throw TimeLimit();
        const FacetRecord facets = index_.facets(document);
        const Selection::Kinds failed =
            scope_.selection == nullptr ? 0 : scope_.selection->failed(facets);
        if (failed == 0 || scope_.selection->is_wanted(failed))
            matches.push_back({document.get_docid(), weight, facets, failed});
    }

    std::vector<Match> matches;

private:
    const OpenIndex& index_;
    const Scope& scope_;
    std::size_t seen_ = 0;
};

/// Every match is asked for, so that counts are exact; which to show is decided elsewhere.
std::vector<Match> collect(const OpenIndex& index, const Xapian::Query& query,
                           MatchCollector collector, const Xapian::MatchDecider* decider) {
    return with_index(index.folder, [&] {
        Xapian::Enquire enquire(index.database);
        enquire.set_weighting_scheme(QueryBuilder::weighting());
        enquire.set_query(query);
        enquire.add_matchspy(&collector);
        (void)enquire.get_mset(0, 1, index.database.get_doccount(), nullptr, decider);
        return std::move(collector.matches);
    });
}

Xapian::Query scoped(const BuiltQuery& built, const Scope& scope) {
    if (scope.filter.empty()) return built.query;
    return {Xapian::Query::OP_FILTER, built.query, scope.filter};
}

bool reads_text(const BuiltQuery& built) { return !built.phrases.empty() || !built.nears.empty(); }

}  // namespace

std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                                Analyzer& analyzer) {
    const TextDecider decider(index, analyzer, built, scope);
    std::vector<Match> matches = collect(index, scoped(built, scope), MatchCollector(index, scope),
                                         reads_text(built) ? &decider : nullptr);
    for (Match& match : matches) match.weight *= QueryBuilder::horizon_factor(built, match.facets);
    return matches;
}

std::size_t count_matches(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                          Analyzer& analyzer, std::size_t enough) {
    const TextDecider decider(index, analyzer, built, scope);
    return with_index(index.folder, [&] {
        Xapian::Enquire enquire(index.database);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(scoped(built, scope));
        const auto wanted = static_cast<Xapian::doccount>(enough);
        return std::size_t{
            enquire.get_mset(0, wanted, nullptr, reads_text(built) ? &decider : nullptr).size()};
    });
}

std::vector<Match> score_passages(const OpenIndex& index, const Xapian::Query& query) {
    const Scope everything;
    return collect(index, query, MatchCollector(index, everything), nullptr);
}

}  // namespace commsearch
