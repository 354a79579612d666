#include "searcher/spelling/suggest.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/function_words.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/typing_slips.h"
#include "searcher/model/ranking.h"
#include "searcher/query/query_parser.h"
#include "searcher/spelling/bigram_statistics.h"

namespace commsearch::spelling {
namespace {

constexpr std::size_t max_syllables = 30;
constexpr std::size_t max_choices = 20;
/// What may stand at a place of the query; the first choice is what was typed.
struct Choice {
    SpelledWord word;
    double cost = 0;
    bool is_by_ear = false;
};

/// A syllable, number or other running word of the query.
struct Place {
    std::uint32_t begin = 0;  ///< bytes of the query
    std::uint32_t end = 0;
    bool follows = false;  ///< stands right behind the place before
    bool is_open = false;  ///< may have been misspelt
    std::vector<Choice> choices;
    /// Passages that hold a choice of the place before ([0]) right before one of this ([1]).
    std::vector<std::vector<double>> pair_counts;
};

/// Whether a word without marks means itself: most words have theirs.
bool marks_count(const word::Tokens& tokens) {
    double words = 0;
    double accented = 0;
    for (const word::Token& token : tokens) {
        if (token.kind != word::Token::Kind::word) continue;
        ++words;
        if (index::is_accented(token)) ++accented;
    }
    return accented >= suggestion_mostly_accented * words ||
           (accented > 0 && words <= suggestion_short_query);
}

/// A compound that the dictionary knows is spelled right.
bool is_inside_compound(const word::Tokens& tokens, const word::Token& token) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& compound) {
        return word::is_multiword(compound) && word::covers(compound, token.position);
    });
}

std::vector<Place> places_of(const word::Tokens& tokens) {
    const bool as_typed = marks_count(tokens);
    std::vector<Place> places;
    std::uint32_t next = 0;
    for (const word::Token& token : tokens) {
        if (!word::is_running(token) || places.size() == max_syllables) continue;
        const bool any_marks = !as_typed && !index::is_accented(token);
        Place& place = places.emplace_back();
        place.begin = token.begin;
        place.end = token.end;
        place.follows = token.position == next;
        place.is_open = token.kind == word::Token::Kind::word &&
                        !is_inside_compound(tokens, token) &&
                        !(any_marks && syllable::is_function_word(token.term));
        place.choices.push_back({.word = {token.term, any_marks}});
        next = token.position + token.span;
    }
    if (!places.empty()) places.front().follows = false;
    return places;
}

class Suggester {
public:
    Suggester(const index::Vocabulary& words, std::vector<Place> places)
        : bigrams_(words), places_(std::move(places)) {}

    /// The best choice of each place; empty when that is what was typed, or not clearly better.
    std::vector<std::size_t> run(double& gain) {
        std::vector<std::size_t> doubts;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i].is_open && is_in_doubt(i)) doubts.push_back(i);
        }
        for (const std::size_t i : doubts) add_choices(places_[i]);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i].follows) count_pairs(i);
        }
        std::vector<std::size_t> path = best_path(gain);
        gain -= score_of_typed();
        return is_convincing(path, gain) ? path : std::vector<std::size_t>{};
    }

    [[nodiscard]] const std::vector<Place>& places() const { return places_; }

    /// As Change::is_certain, of that choice.
    bool is_certain(std::size_t i, std::size_t choice) {
        return bigrams_.passages(typed(i)) == 0 ||
               !(syllable::is_function_word(typed(i).term) ||
                 syllable::is_function_word(places_[i].choices[choice].word.term));
    }

private:
    const SpelledWord& typed(std::size_t i) const { return places_[i].choices.front().word; }

    bool are_strangers(std::size_t first, std::size_t second) {
        const double count = bigrams_.pair_count(typed(first), typed(second));
        const double in_any = bigrams_.pair_count_in_any_spelling(typed(first), typed(second));
        return count < std::max(suggestion_few_pairs, suggestion_few_share * in_any);
    }

    bool is_in_doubt(std::size_t i) {
        if (bigrams_.passages(typed(i)) == 0) return true;
        if (places_[i].follows && are_strangers(i - 1, i)) return true;
        return i + 1 < places_.size() && places_[i + 1].follows && are_strangers(i, i + 1);
    }

    void add_choices(Place& place) {
        const SpelledWord word = place.choices.front().word;
        const std::string twin = syllable::i_y_variant(word.term);
        for (const typing::Edit& edit : typing::spelling_edits(word.term)) {
            if (place.choices.size() == max_choices) return;
            if (edit.syllable == twin) continue;
            Choice choice{
                {word.any_marks ? unaccented(edit.syllable) : edit.syllable, word.any_marks},
                suggestion_cost_of_an_error + edit.cost,
                edit.kind == typing::EditKind::hoi_nga || edit.kind == typing::EditKind::onset};
            const bool is_known =
                std::any_of(place.choices.begin(), place.choices.end(),
                            [&](const Choice& other) { return other.word == choice.word; });
            if (!is_known && bigrams_.passages(choice.word) > 0)
                place.choices.push_back(std::move(choice));
        }
    }

    double alone(const SpelledWord& word) {
        return (bigrams_.passages(word) + suggestion_unseen) /
               (bigrams_.all_passages() * suggestion_words_per_passage);
    }

    /// The typed pair counts less where it may be an error of what stands there far more often.
    void count_pairs(std::size_t i) {
        double most = 0;
        for (const Choice& before : places_[i - 1].choices) {
            std::vector<double>& row = places_[i].pair_counts.emplace_back();
            for (const Choice& choice : places_[i].choices) {
                row.push_back(bigrams_.pair_count(before.word, choice.word));
                if (before.is_by_ear || choice.is_by_ear) most = std::max(most, row.back());
            }
        }
        double& typed_pairs = places_[i].pair_counts.front().front();
        if (typed_pairs < most)
            typed_pairs = std::max(0.0, typed_pairs - suggestion_own_errors * most);
    }

    /// Logarithm of the chance of choice `now` at place `i` behind choice `before`, less its cost.
    double step(std::size_t i, std::size_t before, std::size_t now) {
        const Choice& choice = places_[i].choices[now];
        if (!places_[i].follows) return std::log(alone(choice.word)) - choice.cost;
        const double passages = bigrams_.passages(places_[i - 1].choices[before].word);
        const double backoff = suggestion_backoff_passages + suggestion_new_pairs * passages;
        const double chance = (places_[i].pair_counts[before][now] + backoff * alone(choice.word)) /
                              (passages + backoff);
        return std::log(std::min(chance, 1.0)) - choice.cost;
    }

    double score_of_typed() {
        double score = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) score += step(i, 0, 0);
        return score;
    }

    /// Viterbi; `score` is that of the path.
    std::vector<std::size_t> best_path(double& score) {
        std::vector<std::vector<std::size_t>> from(places_.size());
        std::vector<double> scores{0};
        for (std::size_t i = 0; i < places_.size(); ++i) {
            std::vector<double> next;
            for (std::size_t now = 0; now < places_[i].choices.size(); ++now) {
                double best = scores.front() + step(i, 0, now);
                from[i].push_back(0);
                for (std::size_t j = 1; j < scores.size(); ++j) {
                    const double total = scores[j] + step(i, j, now);
                    if (total <= best) continue;
                    best = total;
                    from[i].back() = j;
                }
                next.push_back(best);
            }
            scores = std::move(next);
        }
        std::vector<std::size_t> path(places_.size());
        auto at = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                           scores.begin());
        score = scores[at];
        for (std::size_t i = places_.size(); i-- > 0;) {
            path[i] = at;
            at = from[i][at];
        }
        return path;
    }

    bool is_convincing(const std::vector<std::size_t>& path, double gain) {
        const auto changes =
            std::count_if(path.begin(), path.end(), [](std::size_t choice) { return choice != 0; });
        if (changes == 0 || changes > suggestion_max_changes) return false;
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (path[i] != 0 && !is_supported(path, i)) return false;
        }
        return gain > suggestion_margin + suggestion_margin_for_length * std::log(path.size());
    }

    /// A syllable is replaced by what stands beside its neighbours, or where it stands alone, or by
    /// what sounds the same when the index does not know it.
    bool is_supported(const std::vector<std::size_t>& path, std::size_t i) {
        const bool is_last = i + 1 == places_.size() || !places_[i + 1].follows;
        if (!places_[i].follows && is_last) return true;
        if (places_[i].choices[path[i]].is_by_ear && bigrams_.passages(typed(i)) == 0) return true;
        const auto word = [&](std::size_t place) -> const SpelledWord& {
            return places_[place].choices[path[place]].word;
        };
        return (places_[i].follows &&
                bigrams_.pair_count(word(i - 1), word(i)) >= suggestion_enough_pairs) ||
               (!is_last && bigrams_.pair_count(word(i), word(i + 1)) >= suggestion_enough_pairs);
    }

    BigramStatistics bigrams_;
    std::vector<Place> places_;
};

/// Makes `better`, a copy of the node, the suggested one; true when some of it differs.
bool suggest_node(const index::Vocabulary& words, const query::AnalyzedNode& analyzed,
                  query::QueryNode& better) {
    using Kind = query::QueryNode::Kind;
    if (better.exact || better.kind == Kind::none_of) return false;
    if (better.kind == Kind::words || better.kind == Kind::phrase) {
        const std::optional<Suggestion> suggestion = suggest(words, better.text, analyzed.tokens);
        if (suggestion) better.text = suggestion->text;
        return suggestion.has_value();
    }
    bool differs = false;
    for (std::size_t i = 0; i < better.children.size(); ++i)
        differs = suggest_node(words, analyzed.children[i], better.children[i]) || differs;
    return differs;
}

}  // namespace

std::optional<Suggestion> suggest(const index::Vocabulary& words, std::string_view text,
                                  const word::Tokens& tokens) {
    Suggester suggester(words, places_of(tokens));
    Suggestion suggestion;
    const std::vector<std::size_t> path = suggester.run(suggestion.gain);
    std::size_t written = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == 0) continue;
        const Place& place = suggester.places()[i];
        std::string word = syllable::with_capitals_of(
            place.choices[path[i]].word.term, text.substr(place.begin, place.end - place.begin));
        suggestion.text.append(text.substr(written, place.begin - written)).append(word);
        suggestion.changes.push_back(
            {place.begin, place.end, std::move(word), suggester.is_certain(i, path[i])});
        written = place.end;
    }
    if (written == 0) return std::nullopt;
    suggestion.text.append(text.substr(written));
    return suggestion;
}

std::string suggest_query(const index::Vocabulary& words, const query::AnalyzedQuery& query) {
    query::ParsedQuery better = query.parsed;
    if (query.root.empty() || !suggest_node(words, query.root.front(), better.root.front()))
        return {};
    return query::print_query(better);
}

}  // namespace commsearch::spelling
