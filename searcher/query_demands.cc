#include "searcher/query_demands.h"

#include <algorithm>
#include <array>

#include "analyzers/function_words.h"
#include "analyzers/syllable.h"
#include "indexer/schema.h"
#include "searcher/query_operators.h"

namespace commsearch {
namespace {

/// A pair and its spellings where i and y vary freely.
std::vector<Xapian::Query> pair_with_twins(const std::string& pair) {
    const std::size_t blank = pair.find(' ');
    const std::array words = {pair.substr(0, blank), pair.substr(blank + 1)};
    const std::array twins = {i_y_variant(words[0]), i_y_variant(words[1])};
    std::vector<Xapian::Query> ways;
    for (const std::string& first : {words[0], twins[0]}) {
        for (const std::string& second : {words[1], twins[1]}) {
            if (first.empty() || second.empty()) continue;
            const std::string spelled = std::string(first).append(" ").append(second);
            ways.emplace_back(make_term(prefix_pair, spelled));
        }
    }
    return ways;
}

}  // namespace

std::optional<Xapian::Query> QueryDemands::every_word() {
    Ways demands;
    Ways function_demands;
    for (std::size_t i = 0; i < tokens_.size();) {
        Place place{i, i};
        while (place.next < tokens_.size() && tokens_[place.next].position == tokens_[i].position)
            ++place.next;
        const std::uint32_t end = add_demand(place, demands, function_demands);
        i = place.next;
        while (i < tokens_.size() && tokens_[i].position < end) ++i;
    }
    count_ += demands.size();
    if (demands.empty()) demands = std::move(function_demands);
    if (demands.empty()) return std::nullopt;
    return all_of(demands);
}

/// Adds the demand of the tokens at a place; returns the position behind what it covers.
std::uint32_t QueryDemands::add_demand(const Place& place, Ways& demands,
                                       Ways& function_demands) const {
    auto [span, is_cited] = longest_compound(place);
    Ways ways = units(place, span);
    if (span > 1 && !exact_ && !is_cited) add_bare_neighbours(place, span, ways);
    const Token& token = tokens_[place.first];
    const bool is_short_form = token.kind == Token::Kind::short_form;
    if (ways.empty() || (is_short_form && !is_cited)) {
        ways.push_back(presence(token));
        span = std::max(span, token.span);
    }
    add_misspelt(token.position, span, ways);
    auto& list = span <= 1 && is_function_word(token.term) ? function_demands : demands;
    list.push_back(any_of(ways));
    return token.position + span;
}

QueryDemands::Compound QueryDemands::longest_compound(const Place& place) const {
    Compound longest;
    for (std::size_t i = place.first; i < place.next; ++i) {
        if (!is_compound(tokens_[i]) || tokens_[i].span < longest.span) continue;
        longest = {tokens_[i].span, tokens_[i].kind == Token::Kind::citation};
    }
    return longest;
}

/// Those of the same length are meanings of one short form or one bare spelling, or names of one
/// paper.
QueryDemands::Ways QueryDemands::units(const Place& place, std::uint16_t span) const {
    Ways ways;
    for (std::size_t i = place.first; i < place.next; ++i) {
        if (!is_compound(tokens_[i]) || tokens_[i].span != span) continue;
        ways.emplace_back(make_term(prefix_unit, tokens_[i].term));
        if (!exact_) ways.emplace_back(make_term(prefix_context, tokens_[i].term));
    }
    return ways;
}

/// The passages that hold the token in text or context.
Xapian::Query QueryDemands::presence(const Token& token) const {
    const std::vector<std::string> terms = words_.same_word(token, exact_);
    Ways ways = term_queries(terms);
    if (!exact_) {
        for (const std::string& term : words_.in_context(terms)) ways.emplace_back(term);
    }
    if (ways.empty()) ways.emplace_back(token.term);
    return any_of(ways);
}

/// Typed without marks, the words of a compound stand for any neighbours spelled so: "dang uy".
void QueryDemands::add_bare_neighbours(const Place& place, std::uint16_t span, Ways& ways) const {
    Ways pairs;
    const Token* previous = nullptr;
    const std::uint32_t end = tokens_[place.first].position + span;
    for (std::size_t i = place.first; i < tokens_.size() && tokens_[i].position < end; ++i) {
        const Token& token = tokens_[i];
        if (!is_running(token)) continue;
        if (token.kind == Token::Kind::implied || is_accented(token)) return;
        if (previous != nullptr)
            pairs.emplace_back(make_term(prefix_pair, previous->bare + ' ' + token.bare));
        previous = &token;
    }
    if (!pairs.empty()) ways.push_back(all_of(pairs));
}

/// The passages that misspell one of the words from `position` on.
void QueryDemands::add_misspelt(std::uint32_t position, std::uint16_t span, Ways& ways) const {
    for (const Misspelling& misspelling : misspellings_) {
        if (misspelling.position >= position && misspelling.position < position + span)
            ways.push_back(all_of(term_queries(misspelling.terms)));
    }
}

Xapian::Query QueryDemands::phrase() const {
    Ways demands;
    for (const Pair& pair : neighbour_pairs(tokens_)) {
        demands.push_back(exact_ ? Xapian::Query(make_term(prefix_pair, pair.term))
                                 : any_of(pair_with_twins(pair.term)));
    }
    if (!demands.empty()) return all_of(demands);
    for (const Token& token : tokens_) {
        if (is_compound(token)) demands.emplace_back(make_term(prefix_unit, token.term));
        if (is_running(token))
            demands.push_back(any_of(term_queries(words_.same_word(token, exact_))));
    }
    return any_of(demands);
}

}  // namespace commsearch
