#include "searcher/matches.h"

#include "searcher/text_decider.h"

namespace commsearch {
namespace {

/// Takes down every match with its weight. Matches come in the order of document ids.
class MatchCollector : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double weight) override {
        matches.push_back(
            {document.get_docid(), weight, decode_facets(document.get_value(facet_slot))});
    }

    std::vector<Match> matches;
};

/// Every match is asked for, so that counts are exact; which to show is decided elsewhere.
std::vector<Match> collect(const OpenIndex& index, const Xapian::Query& query,
                           const Xapian::MatchDecider* decider) {
    return with_index(index.folder, [&] {
        Xapian::Enquire enquire(index.database);
        enquire.set_weighting_scheme(QueryBuilder::weighting());
        enquire.set_query(query);
        MatchCollector collector;
        enquire.add_matchspy(&collector);
        (void)enquire.get_mset(0, 1, index.database.get_doccount(), nullptr, decider);
        return std::move(collector.matches);
    });
}

}  // namespace

std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                const Xapian::Query& filter, Analyzer& analyzer) {
    const TextDecider decider(index, analyzer, built);
    const bool reads_text = !built.phrases.empty() || !built.nears.empty();
    const Xapian::Query query =
        filter.empty() ? built.query : Xapian::Query(Xapian::Query::OP_FILTER, built.query, filter);
    std::vector<Match> matches = collect(index, query, reads_text ? &decider : nullptr);
    for (Match& match : matches) match.weight *= QueryBuilder::horizon_factor(built, match.facets);
    return matches;
}

std::vector<Match> score_passages(const OpenIndex& index, const Xapian::Query& query) {
    return collect(index, query, nullptr);
}

}  // namespace commsearch
