#include "searcher/plan/required_clauses.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "analyzers/citation/citations.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/people_clauses.h"

namespace commsearch::plan {

Sequence sequence_of(const word::Tokens& tokens, bool exact) {
    Sequence sequence;
    for (const word::Token& token : tokens) {
        if (!word::is_running(token)) continue;
        const bool as_typed = exact || index::is_accented(token);
        std::string spelled = as_typed ? token.term : token.unaccented;
        std::string twin = exact ? std::string() : syllable::i_y_variant(spelled);
        sequence.words.push_back({std::move(spelled), as_typed, std::move(twin)});
    }
    return sequence;
}

std::optional<Condition> RequiredClauses::every_word() {
    Ways clauses;
    Ways function_clauses;
    for (std::size_t i = 0; i < tokens_.size();) {
        Place place{i, i};
        while (place.next < tokens_.size() && tokens_[place.next].position == tokens_[i].position)
            ++place.next;
        const std::uint32_t end = add_clause(place, clauses, function_clauses);
        i = place.next;
        while (i < tokens_.size() && tokens_[i].position < end) ++i;
    }
    for (const word::Tokens& run : glued_runs()) clauses.push_back(side_by_side(run));
    count_ += clauses.size();
    if (clauses.empty()) clauses = std::move(function_clauses);
    if (clauses.empty()) return std::nullopt;
    return all_of(std::move(clauses));
}

/// Words and numbers typed as one stand side by side: alone, "1" and "a" are everywhere. A citation
/// knows better.
std::vector<word::Tokens> RequiredClauses::glued_runs() const {
    std::vector<word::Tokens> runs;
    word::Tokens run;
    const auto close = [&] {
        const auto numbers = std::count_if(run.begin(), run.end(), [](const word::Token& token) {
            return token.kind == word::Token::Kind::number;
        });
        if (numbers > 0 && numbers < std::ssize(run)) runs.push_back(run);
        run.clear();
    };
    for (const word::Token& token : tokens_) {
        if (!word::is_running(token)) continue;
        const bool is_glued =
            !run.empty() && (run.back().end == token.begin || run.back().begin == token.begin);
        if (!is_glued) close();
        if (is_cited(token)) {
            run.clear();
        } else {
            run.push_back(token);
        }
    }
    close();
    return runs;
}

bool RequiredClauses::is_cited(const word::Token& token) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const word::Token& citation) {
        return word::is_name(citation.kind) && word::covers(citation, token.position);
    });
}

/// The passages where the words stand as a phrase.
Condition RequiredClauses::in_a_row(const word::Tokens& words) const {
    return all_of({RequiredClauses(words_, words, exact_, {}).phrase(),
                   Condition(Nearness{{sequence_of(words, exact_)}, 0})});
}

/// The passages where the words stand as a phrase, or whose title has them so. Letters behind a
/// number are the unit as typed where the index has it so: "10ha" is no "10 hạ".
Condition RequiredClauses::side_by_side(const word::Tokens& words) const {
    const bool is_unit = words.front().kind == word::Token::Kind::number &&
                         words_.passages_with_pair({words[0].term}, {words[1].term}) > 0;
    Condition phrase = RequiredClauses(words_, words, exact_ || is_unit, {}).in_a_row(words);
    if (exact_) return phrase;
    if (auto titled = people_filter(words_, schema::prefix_title, words))
        return any_of({std::move(phrase), std::move(*titled)});
    return phrase;
}

/// Adds the clause of the tokens at a place; returns the position behind what it covers.
std::uint32_t RequiredClauses::add_clause(const Place& place, Ways& clauses,
                                          Ways& function_clauses) const {
    auto [span, is_cited] = longest_compound(place);
    if (auto one_word = one_word_at(tokens_[place.first].position)) {
        clauses.push_back(std::move(one_word->presence));
        return tokens_[place.first].position + 2;
    }
    Ways ways = compounds(place, span);
    if (span > 1 && !exact_ && !is_cited) add_unaccented_neighbours(place, span, ways);
    const word::Token& token = tokens_[place.first];
    const bool is_short_form = token.kind == word::Token::Kind::short_form;
    if (ways.empty() || (is_short_form && !is_cited)) {
        ways.push_back(presence(token));
        span = std::max(span, token.span);
    } else if (is_cited && may_be_numbers(place)) {
        ways.push_back(all_words(place, span));
    }
    span = add_same_meaning(place, span, ways);
    add_misspelt(token.position, span, ways);
    auto& list = span <= 1 && !bound_.is_content(token) ? function_clauses : clauses;
    list.push_back(any_of(std::move(ways)));
    return token.position + span;
}

/// The passages that hold the words at a place and behind it side by side, or have both above them,
/// where BoundWords takes the two for one.
std::optional<OptionalClause> RequiredClauses::one_word_at(std::uint32_t position) const {
    const BoundWords::Neighbours* const pair = bound_.one_word_at(position);
    if (pair == nullptr) return std::nullopt;
    word::Tokens words;
    for (const word::Token& token : tokens_) {
        const bool is_of_it = token.position == position || token.position == position + 1;
        // The second may begin a compound of its own: "bao" beside "tiêu chí".
        if (is_of_it && word::is_multiword(token)) return std::nullopt;
        if (is_of_it && word::is_running(token)) words.push_back(token);
    }
    Ways ways{in_a_row(words)};
    const Terms first = words_.in_context({pair->first});
    const Terms second = words_.in_context({pair->second});
    if (!exact_ && !first.empty() && !second.empty())
        ways.push_back(all_of(term_conditions({first.front(), second.front()})));
    const double passages = words_.passages_with_pair({pair->first}, {pair->second});
    return OptionalClause{any_of(std::move(ways)), std::sqrt(words_.idf(passages))};
}

RequiredClauses::Compound RequiredClauses::longest_compound(const Place& place) const {
    Compound longest;
    for (std::size_t i = place.first; i < place.next; ++i) {
        if (!word::is_multiword(tokens_[i]) || tokens_[i].span < longest.span) continue;
        longest = {tokens_[i].span, word::is_name(tokens_[i].kind)};
    }
    return longest;
}

/// "2-9" may be a day or some; a percentage may stand without its sign in a table.
bool RequiredClauses::may_be_numbers(const Place& place) const {
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(place.first);
    const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(place.next);
    const bool is_share = std::any_of(begin, end, [](const word::Token& token) {
        return token.kind == word::Token::Kind::figure && token.span > 1;
    });
    return !is_share && std::any_of(begin, end, [](const word::Token& token) {
        return token.kind == word::Token::Kind::figure ||
               (token.kind == word::Token::Kind::citation && citation::is_yearless_day(token.term));
    });
}

/// The passages that hold each running word of `span` positions.
Condition RequiredClauses::all_words(const Place& place, std::uint16_t span) const {
    const std::uint32_t end = tokens_[place.first].position + span;
    Ways words;
    for (std::size_t i = place.first; i < tokens_.size() && tokens_[i].position < end; ++i) {
        if (word::is_running(tokens_[i])) words.push_back(presence(tokens_[i]));
    }
    return all_of(std::move(words));
}

/// Those of the same length are meanings of one short form or one unaccented spelling, or names of one
/// paper.
RequiredClauses::Ways RequiredClauses::compounds(const Place& place, std::uint16_t span) const {
    Ways ways;
    for (std::size_t i = place.first; i < place.next; ++i) {
        if (!word::is_multiword(tokens_[i]) || tokens_[i].span != span) continue;
        ways.emplace_back(schema::make_term(schema::prefix_compound, tokens_[i].term));
        if (!exact_) ways.emplace_back(schema::make_term(schema::prefix_context, tokens_[i].term));
    }
    return ways;
}

/// The passages that hold the token in text or context.
Condition RequiredClauses::presence(const word::Token& token) const {
    const std::vector<std::string> terms = words_.same_word(token, exact_);
    Ways ways = term_conditions(terms);
    if (!exact_) {
        for (const std::string& term : words_.in_context(terms)) ways.emplace_back(term);
    }
    if (ways.empty()) ways.emplace_back(token.term);
    return any_of(std::move(ways));
}

/// Typed without marks, the words of a compound stand for any neighbours spelled so: "dang uy".
void RequiredClauses::add_unaccented_neighbours(const Place& place, std::uint16_t span,
                                                Ways& ways) const {
    word::Tokens words;
    const std::uint32_t end = tokens_[place.first].position + span;
    for (std::size_t i = place.first; i < tokens_.size() && tokens_[i].position < end; ++i) {
        const word::Token& token = tokens_[i];
        if (!word::is_running(token)) continue;
        if (token.kind == word::Token::Kind::expansion || index::is_accented(token)) return;
        words.push_back(token);
    }
    if (words.size() < 2) return;
    Sequence sequence;
    Ways clauses;
    for (const word::Token& word : words) {
        sequence.words.push_back({word.unaccented, false, ""});
        clauses.push_back(any_of(term_conditions(words_.spellings(word.unaccented))));
    }
    clauses.emplace_back(Nearness{{std::move(sequence)}, 0});
    ways.push_back(all_of(std::move(clauses)));
}

/// Adds the synonyms of the words at a place; returns how many positions they cover with `ways`.
std::uint16_t RequiredClauses::add_same_meaning(const Place& place, std::uint16_t span,
                                                Ways& ways) const {
    const std::uint32_t position = tokens_[place.first].position;
    const SameMeaning* const same = same_meaning_at(others_.same, position);
    if (same == nullptr || same->position != position || same->span < span) return span;
    if (is_short_name(*same)) {
        ways = as_name(typed_words(*same));
    } else if (same->span > span) {
        ways = {all_words(place, same->span)};
    }
    for (Condition& way : ways) way = but_otherwise(*same, std::move(way));
    if (!same->condition.empty()) ways.push_back(same->condition);
    return same->span;
}

/// The passages that misspell one of the words from `position` on.
void RequiredClauses::add_misspelt(std::uint32_t position, std::uint16_t span, Ways& ways) const {
    for (const Misspelling& misspelling : others_.misspelt) {
        if (misspelling.position >= position && misspelling.position < position + span)
            ways.push_back(misspelling.condition);
    }
}

Condition RequiredClauses::phrase() const {
    Ways clauses;
    for (const word::Token& token : tokens_) {
        if (!word::is_running(token)) continue;
        const bool any_marks = !exact_ && !index::is_accented(token);
        Ways ways = term_conditions(words_.same_word(token, exact_));
        const std::string twin = exact_ ? std::string() : syllable::i_y_variant(token.term);
        if (any_marks && !twin.empty()) {
            for (std::string& word : words_.spellings(twin)) ways.emplace_back(std::move(word));
        }
        // Behind a short form there are no words of their own.
        for (const std::string& word : {token.term, twin}) {
            if (word.empty()) continue;
            for (std::string& compound : words_.compounds_with(word, any_marks))
                ways.emplace_back(std::move(compound));
        }
        clauses.push_back(any_of(std::move(ways)));
    }
    if (clauses.size() != 1) return all_of(std::move(clauses));
    for (const word::Token& token : tokens_) {
        if (word::is_multiword(token))
            clauses.emplace_back(schema::make_term(schema::prefix_compound, token.term));
    }
    return any_of(std::move(clauses));
}

}  // namespace commsearch::plan
