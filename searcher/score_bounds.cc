#include "searcher/score_bounds.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "searcher/condition_reader.h"
#include "searcher/query_builder.h"
#include "searcher/ranking.h"

namespace commsearch {
namespace {

/// Passages that are scored to learn of the best weight: those with the highest bounds.
constexpr std::size_t scored_for_best = 500;
constexpr float share_of_highest = 0.9F;
/// Sums of floats are not exact.
constexpr double rounding = 0.999;

PassageSet allowed(const OpenIndex& index, const BuiltQuery& built, const Scope& scope) {
    const ConditionReader reader(index, scope.deadline);
    if (scope.filter.empty()) return reader.read(*built.beside_scores);
    return reader.read(all_of({scope.filter, *built.beside_scores}));
}

}  // namespace

ScoreBounds::ScoreBounds(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                         const Scorer& scorer)
    : index_(index),
      built_(built),
      scope_(scope),
      allowed_(allowed(index, built, scope)),
      bounds_(index.columns->documents() + std::size_t{1}, 0) {
    add_words(scorer);
}

void ScoreBounds::add_words(const Scorer& scorer) {
    struct Word {
        std::set<std::string> terms;
        double most = 0;
    };
    std::map<std::pair<std::uint32_t, bool>, Word> words;  // by position, in text or above it
    for (std::size_t i = 0; i < built_.parts.size(); ++i) {
        const ScorePart& part = built_.parts[i];
        if (part.kind == ScorePart::Kind::pair) {  // takes both words
            words[{part.position, false}].most += scorer.most(i) / 2;
            words[{part.position + 1, false}].most += scorer.most(i) / 2;
            continue;
        }
        const bool is_above = !part.terms.empty() && part.terms.front().starts_with(prefix_context);
        Word& word = words[{part.position, is_above}];
        word.terms.insert(part.terms.begin(), part.terms.end());
        word.most += scorer.most(i);
    }
    const ConditionReader reader(index_, scope_.deadline);
    for (const auto& [place, word] : words) {
        const auto most = static_cast<float>(word.most);
        reader.read(any_of({word.terms.begin(), word.terms.end()}))
            .each([&](std::uint32_t passage) { bounds_[passage] += most; });
    }
}

double ScoreBounds::best_weight() const {
    float highest = 0;
    allowed_.each([&](std::uint32_t passage) { highest = std::max(highest, bounds_[passage]); });
    Scorer scorer(index_, built_.parts);
    double best = 0;
    std::size_t scored = 0;
    allowed_.each([&](std::uint32_t passage) {
        if (bounds_[passage] < share_of_highest * highest || scored == scored_for_best) return;
        ++scored;
        const SectionRow& section = index_.columns->sections()[index_.columns->section_of(passage)];
        best = std::max(best, scorer.score(passage) *
                                  QueryBuilder::horizon_factor(
                                      built_, index_.columns->report_of(section), section));
    });
    return best;
}

PassageSet ScoreBounds::reaching(double share) const {
    const auto least = static_cast<float>(rounding * share * best_weight() / horizon_bonus);
    PassageSet set(index_.columns->documents());
    allowed_.each([&](std::uint32_t passage) {
        if (bounds_[passage] > 0 && bounds_[passage] >= least) set.add(passage);
    });
    return set;
}

}  // namespace commsearch
