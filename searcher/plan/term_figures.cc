// What a comparison adds to the plan of a run of words.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "searcher/plan/comparisons.h"
#include "searcher/plan/figure_clauses.h"
#include "searcher/plan/scoring_clauses.h"
#include "searcher/plan/term_clauses.h"

namespace commsearch::plan {

/// Joins what passages have to hold, and score by, of a figure that is compared with.
void TermClauses::add_figure(const word::Tokens& tokens, const Comparison& comparison,
                             FigureClauses figure, QueryPart& part) {
    plan_.has_words = true;
    plan_.compares = true;
    word::Tokens written;
    std::copy_if(
        tokens.begin(), tokens.end(), std::back_inserter(written), [&](const word::Token& token) {
            return token.position >= comparison.position && token.position < comparison.end;
        });
    ScoringClauses scores(vocabulary_, written, false);
    scores.add_pairs();
    std::vector<ScoringClause> more = scores.take();
    if (figure.score) more.push_back(std::move(*figure.score));
    add_scores(part, std::move(more));
    highlights_.add_figures(figure.names, figure.phrases);
    part.is_unknown = false;
    if (!part.match && part.scores.empty()) part.match = figure.there;
    if (strictness_ == Strictness::all_words) {
        ++plan_.required_clauses;
        part.match = part.match ? all_of({*part.match, figure.told}) : figure.told;
        return;
    }
    if (comparison.is_signed || figure.frequency > 0)
        part.match = part.match ? all_of({*part.match, figure.there}) : figure.there;
    if (figure.frequency > 0) {
        plan_.optional_clauses.push_back(
            {std::move(figure.there), std::sqrt(vocabulary_.idf(figure.frequency))});
    }
}

}  // namespace commsearch::plan
