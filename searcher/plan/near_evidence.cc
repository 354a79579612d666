#include "searcher/plan/near_evidence.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/bound_words.h"
#include "searcher/plan/comparisons.h"
#include "searcher/plan/figure_clauses.h"
#include "searcher/plan/people_clauses.h"
#include "searcher/plan/same_meaning.h"

namespace commsearch::plan {
namespace {

void append(std::vector<std::string>& terms, const std::vector<std::string>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
}

/// By token: the names of papers and signers that stand for it.
std::vector<std::vector<std::string>> names_over(const index::Vocabulary& vocabulary,
                                                 const word::Tokens& tokens) {
    const NamedSigners signers = signers_among(vocabulary, tokens);
    std::vector<std::vector<std::string>> names(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const word::Token& other : tokens) {
            if (word::is_name(other.kind) && word::covers(other, tokens[i].position))
                names[i].push_back(schema::make_term(schema::prefix_compound, other.term));
        }
        const bool is_rest =
            std::find(signers.rest.begin(), signers.rest.end(), tokens[i]) != signers.rest.end();
        if (is_rest) continue;
        for (const ScoringClause& name : signers.scores) append(names[i], name.terms);
    }
    return names;
}

/// Figures that are compared with are other numbers than those typed.
word::Tokens without_figures(const index::Vocabulary& vocabulary, std::string_view text,
                             word::Tokens tokens) {
    word::Tokens rest = tokens;
    for (const Comparison& comparison : comparisons_in(text, tokens)) {
        if (!figure_clauses(vocabulary, tokens, comparison)) continue;
        std::erase_if(rest, [&](const word::Token& token) {
            return token.position < comparison.end &&
                   token.position + token.span > comparison.position;
        });
    }
    return rest;
}

}  // namespace

NearEvidence::NearEvidence(const index::Vocabulary& words, const query::AnalyzedQuery& query)
    : vocabulary_(words) {
    for (const query::AnalyzedNode& node : query.root) add(node);
    // In a small index any word may be missing: it weighs no more than the rarest that is there.
    double most = 0;
    for (const Word& word : words_) {
        if (word.is_known) most = std::max(most, word.mass);
    }
    for (Word& word : words_) {
        if (!word.is_known && most > 0) word.mass = std::min(word.mass, most);
        mass_ += word.mass;
    }
}

void NearEvidence::add(const query::AnalyzedNode& node) {
    using Kind = query::QueryNode::Kind;
    // What is required or excluded says nothing of the rest.
    if (node.node->kind == Kind::none_of || node.node->kind == Kind::filter ||
        node.node->role != query::QueryNode::Role::typed)
        return;
    const word::Tokens tokens = without_figures(vocabulary_, node.node->text, node.tokens);
    const std::size_t first_word = words_.size();
    const std::vector<std::vector<std::string>> names = names_over(vocabulary_, tokens);
    const BoundWords bound(vocabulary_, tokens, node.node->exact);
    const word::Token* before = nullptr;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const word::Token& token = tokens[i];
        if (!word::is_running(token)) continue;
        add_word(tokens, token, bound.is_content(token), names[i]);
        if (before != nullptr && token.position == before->position + before->span)
            add_pair(*before, token, bound.binds(before->position));
        before = &token;
    }
    add_same_meanings(tokens, first_word);
    for (const query::AnalyzedNode& child : node.children) add(child);
}

std::size_t NearEvidence::add_clause(ScoringClause clause) {
    clause.weight = 1;
    clauses_.push_back(std::move(clause));
    return clauses_.size() - 1;
}

void NearEvidence::add_word(const word::Tokens& tokens, const word::Token& token, bool is_content,
                            const std::vector<std::string>& stand_ins) {
    std::vector<std::string> typed = vocabulary_.same_word(token, false);
    const std::string twin = syllable::i_y_variant(token.term);
    if (!twin.empty() && !index::is_accented(token)) append(typed, vocabulary_.spellings(twin));
    std::vector<std::string> above = vocabulary_.in_context(typed);
    append(typed, above);
    append(typed, vocabulary_.compounds_around(tokens, token));
    append(typed, stand_ins);
    std::vector<std::string> spelled = vocabulary_.spellings(token.unaccented);
    append(spelled, vocabulary_.in_context(spelled));
    const double frequency = vocabulary_.frequency(typed);
    Word word;
    word.mass = std::sqrt(vocabulary_.idf(frequency));
    if (!is_content) word.mass *= weight_function_word;
    word.stands_alone = token.kind != word::Token::Kind::word || !syllable::is_syllable(token.term);
    word.as_typed = add_clause({.terms = std::move(typed), .frequency = frequency, .what = {}});
    word.any_marks = add_clause({.terms = std::move(spelled), .frequency = frequency, .what = {}});
    word.above = add_clause({.terms = std::move(above), .frequency = frequency, .what = {}});
    word.position = token.position;
    word.is_known = frequency > 0;
    words_.push_back(word);
    if (is_content) ++content_words_;
}

void NearEvidence::add_same_meanings(const word::Tokens& tokens, std::size_t first_word) {
    for (const SameMeaning& same : same_meanings(vocabulary_, tokens)) {
        for (const Sequence& other : same.others) {
            ScoringClause clause;
            clause.frequency = same.frequency;
            for (const Sequence::Word& word : other.words) clause.terms.push_back(word.text);
            // Two words of it side by side will do.
            if (clause.terms.size() > 1) {
                clause.kind = ScoringClause::Kind::pair;
                clause.terms.resize(2);
                for (std::string& term : clause.terms) term = unaccented(term);
            }
            const std::size_t number = add_clause(std::move(clause));
            for (std::size_t i = first_word; i < words_.size(); ++i) {
                if (words_[i].position >= same.position &&
                    words_[i].position < same.position + same.span)
                    words_[i].same.push_back(number);
            }
        }
    }
}

void NearEvidence::add_pair(const word::Token& first, const word::Token& second, bool is_bound) {
    const std::vector<std::string> firsts = vocabulary_.same_word(first, false);
    const std::vector<std::string> seconds = vocabulary_.same_word(second, false);
    const double passages = vocabulary_.passages_with_pair(firsts, seconds);
    const std::size_t clause = add_clause({.kind = ScoringClause::Kind::pair,
                                           .terms = {first.unaccented, second.unaccented},
                                           .frequency = passages,
                                           .what = {}});
    pairs_.push_back({clause, words_.size() - 2, is_bound});
}

bool NearEvidence::is_enough(std::span<const double> shares) const {
    const double length = std::min(1.0, near_question_words / std::max(content_words_, 1.0));
    const double wanted = length * length * mass_;
    std::vector<double> held(words_.size(), 0);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const Word& word = words_[i];
        if (shares[word.any_marks] > 0) held[i] = near_other_marks;
        if (shares[word.as_typed] > 0) held[i] = 1;
        if (!word.stands_alone) held[i] *= near_apart;
        const bool has_same = std::any_of(word.same.begin(), word.same.end(),
                                          [&](std::size_t clause) { return shares[clause] > 0; });
        if (has_same) held[i] = 1;
    }
    const auto holds_both = [&](const Pair& pair, std::size_t Word::*clause) {
        return shares[words_[pair.first].*clause] > 0 && shares[words_[pair.first + 1].*clause] > 0;
    };
    for (const Pair& pair : pairs_) {
        const bool stands_together = shares[pair.clause] > 0 && holds_both(pair, &Word::as_typed);
        if (!stands_together && !holds_both(pair, &Word::above)) continue;
        held[pair.first] = held[pair.first + 1] = 1;
        const double mass = words_[pair.first].mass + words_[pair.first + 1].mass;
        if (pair.is_bound && mass >= near_bound_pair * wanted) return true;
    }
    double sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) sum += held[i] * words_[i].mass;
    return sum >= near_mass * wanted;
}

}  // namespace commsearch::plan
