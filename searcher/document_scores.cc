#include "searcher/document_scores.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace commsearch {
namespace {

/// Evidence: docs/ranking.md.
constexpr double document_share = 0.3;
/// Matches that give and take: with 200 the mean reciprocal rank on tthc falls from .770 to .764.
constexpr std::size_t scored_matches = 50;

/// A document: its report, or what several reports are pieces of.
using DocumentKey = std::uint64_t;

DocumentKey key_of(const Match& match) {
    constexpr unsigned upper_half = 32;
    return match.facets.document == 0 ? DocumentKey{match.report()}
                                      : DocumentKey{match.facets.document} << upper_half;
}

/// The weight that a match must have to be among the best `scored_matches`.
double least_weight(const std::vector<Match>& matches) {
    if (matches.size() <= scored_matches) return 0;
    std::vector<double> weights;
    weights.reserve(matches.size());
    for (const Match& match : matches) weights.push_back(match.weight);
    const auto last = weights.begin() + static_cast<std::ptrdiff_t>(scored_matches) - 1;
    std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
    return *last;
}

double passages_of_document(const Xapian::Database& database, const FacetRecord& facets) {
    if (facets.document == 0) return std::max<double>(facets.passages, 1);
    const std::string term = make_term(prefix_document, std::to_string(facets.document));
    return std::max<double>(database.get_termfreq(term), 1);
}

}  // namespace

void add_document_scores(const Xapian::Database& database, std::vector<Match>& matches) {
    struct Sum {
        double weight = 0;
        double mean = 0;
    };
    const double least = least_weight(matches);
    std::unordered_map<DocumentKey, Sum> documents;
    for (const Match& match : matches) {
        if (match.weight >= least) documents[key_of(match)].weight += match.weight;
    }
    for (const Match& match : matches) {
        Sum& document = documents[key_of(match)];
        if (match.weight < least || document.mean > 0) continue;
        document.mean = document.weight / passages_of_document(database, match.facets);
    }
    for (Match& match : matches) {
        const double mean = match.weight < least ? 0 : documents[key_of(match)].mean;
        match.weight = (1 - document_share) * match.weight + document_share * mean;
    }
}

}  // namespace commsearch
