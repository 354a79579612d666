// What a passage may hold of a run of words: RequiredClauses::optional_clauses.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/required_clauses.h"

namespace commsearch::plan {

/// The terms by which a passage holds the word: any spelling of it or of its i/y twin, in the text
/// or above it, and the compounds around it.
RequiredClauses::Terms RequiredClauses::every_way(const word::Token& token) const {
    Terms terms = words_.spellings(token.unaccented);
    const std::string twin = syllable::i_y_variant(token.unaccented);
    const Terms above = words_.in_context(Terms{token.term});
    for (const Terms& more :
         {twin.empty() ? Terms{} : words_.spellings(twin), words_.in_context(terms), above,
          words_.compounds_around(tokens_, token)}) {
        terms.insert(terms.end(), more.begin(), more.end());
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

/// How many passages may hold the run, by the pair of it that is rarest.
double RequiredClauses::frequency_of_run(const word::Tokens& run) const {
    double least = words_.all_passages();
    for (std::size_t i = 1; i < run.size(); ++i) {
        least = std::min(least, words_.passages_with_pair(words_.same_word(run[i - 1], exact_),
                                                          words_.same_word(run[i], exact_)));
    }
    return least;
}

/// "khoai mì" is one word: "mì" alone is something else.
bool RequiredClauses::is_short_name(const SameMeaning& same) {
    constexpr std::uint16_t most_words = 3;
    return same.span > 1 && same.span <= most_words;
}

word::Tokens RequiredClauses::typed_words(const SameMeaning& same) const {
    word::Tokens typed;
    for (const word::Token& token : tokens_) {
        if (word::is_running(token) && token.position >= same.position &&
            token.position < same.position + same.span)
            typed.push_back(token);
    }
    return typed;
}

/// The passages where the words stand in a row, or that have all of them above.
RequiredClauses::Ways RequiredClauses::as_name(const word::Tokens& words) const {
    Ways above;
    for (const word::Token& word : words) {
        Ways spelled = term_conditions(words_.in_context(words_.same_word(word, exact_)));
        if (!spelled.empty()) above.push_back(any_of(std::move(spelled)));
    }
    Ways ways{in_a_row(words)};
    if (above.size() == words.size()) ways.push_back(all_of(std::move(above)));
    return ways;
}

/// The words typed as one name, or those that mean the same.
OptionalClause RequiredClauses::of_meaning(const SameMeaning& same) const {
    const word::Tokens typed = typed_words(same);
    const double frequency = frequency_of_run(typed) + same.frequency;
    Ways ways = as_name(typed);
    if (!same.condition.empty()) ways.push_back(same.condition);
    return {but_otherwise(same, any_of(std::move(ways))), std::sqrt(words_.idf(frequency))};
}

std::vector<OptionalClause> RequiredClauses::optional_clauses() const {
    std::vector<OptionalClause> words;
    std::unordered_set<std::uint32_t> taken;  // positions of what counts as one
    for (const word::Tokens& run : glued_runs()) {
        for (const word::Token& token : run) taken.insert(token.position);
        const double frequency = frequency_of_run(run);
        if (frequency > 0) words.push_back({side_by_side(run), std::sqrt(words_.idf(frequency))});
    }
    std::uint32_t covered = 0;  // by one word of two
    for (const word::Token& token : tokens_) {
        if (token.kind == word::Token::Kind::compound || token.kind == word::Token::Kind::expansion)
            continue;
        if (token.position < covered || taken.contains(token.position)) continue;
        if (auto one_word = one_word_at(token.position)) {
            covered = token.position + 2;
            words.push_back(std::move(*one_word));
            continue;
        }
        const SameMeaning* const same = same_meaning_at(others_.same, token.position);
        if (same != nullptr && is_short_name(*same)) {
            covered = same->position + same->span;
            words.push_back(of_meaning(*same));
            continue;
        }
        const std::vector<std::string> terms =
            word::is_name(token.kind)
                ? Terms{schema::make_term(schema::prefix_compound, token.term)}
                : every_way(token);
        const double frequency = words_.frequency(terms);
        const bool has_others = same != nullptr && !same->condition.empty();
        if (frequency == 0 && !has_others) continue;  // no passage can be told by it
        Condition presence = any_of(term_conditions(terms));
        if (same != nullptr) presence = but_otherwise(*same, std::move(presence));
        if (has_others) presence = any_of({std::move(presence), same->condition});
        const double factor = bound_.is_content(token) ? 1 : weight_function_word;
        words.push_back({std::move(presence), factor * std::sqrt(words_.idf(frequency))});
    }
    return words;
}

}  // namespace commsearch::plan
