#include "searcher/plan/term_clauses.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/value/period.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/bound_words.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/nearest_unit.h"
#include "searcher/plan/people_clauses.h"
#include "searcher/plan/required_clauses.h"
#include "searcher/plan/scoring_clauses.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_fields.h"

namespace commsearch::plan {
namespace {

/// Whether the words that `compound` covers are spelled otherwise: "nong thon moi", "kĩ thuật".
bool is_guessed(const word::Tokens& tokens, const word::Token& compound) {
    std::string typed;
    for (const word::Token& token : tokens) {
        if (!word::covers(compound, token.position) || !word::is_running(token)) continue;
        if (token.kind == word::Token::Kind::expansion) return false;  // a short form stands for it
        typed += (typed.empty() ? "" : " ") + token.term;
    }
    return typed != compound.term;
}

/// The tokens of a text; spelled exactly, words make up a compound only in its own spelling.
word::Tokens as_spelled(const word::Tokens& all, bool exact) {
    if (!exact) return all;
    word::Tokens tokens;
    std::copy_if(all.begin(), all.end(), std::back_inserter(tokens), [&](const word::Token& token) {
        return token.kind != word::Token::Kind::compound || !is_guessed(all, token);
    });
    return tokens;
}

}  // namespace

Condition QueryPart::condition() const {
    if (match && has_to_score) return all_of({*match, any_of(scores)});
    if (match) return *match;
    return scores.empty() ? everything() : any_of(scores);
}

TermClauses::TermClauses(const PlanSources& sources, Strictness strictness, bool exact)
    : sources_(sources),
      vocabulary_(sources.words),
      highlights_(vocabulary_),
      strictness_(strictness),
      exact_(exact) {}

QueryPlan TermClauses::take() {
    plan_.highlights = highlights_.take();
    return std::move(plan_);
}

void TermClauses::add_notices(const std::vector<Notice>& notices) {
    plan_.notices.insert(plan_.notices.end(), notices.begin(), notices.end());
}

QueryPart TermClauses::clause(const query::AnalyzedNode& analyzed) {
    const query::QueryNode& node = *analyzed.node;
    switch (node.kind) {
        case query::QueryNode::Kind::phrase:
            if (strictness_ == Strictness::any_word && node.role == query::QueryNode::Role::typed)
                return words(node.text, analyzed.tokens, node.exact);
            return phrase(analyzed);
        case query::QueryNode::Kind::prefix:
            return prefix(node);
        case query::QueryNode::Kind::filter:
            if (node.role == query::QueryNode::Role::prefers) return preference(node);
            return filter(analyzed);
        default:
            return words(node.text, analyzed.tokens, node.exact || exact_);
    }
}

Sequence TermClauses::sequence(const query::AnalyzedNode& analyzed) const {
    const query::QueryNode& node = *analyzed.node;
    if (node.kind == query::QueryNode::Kind::prefix) {
        const std::string typed = lower(nfc(node.text));
        return {{{.text = typed,
                  .is_exact = unaccented(typed) != typed,
                  .twin = "",
                  .is_prefix = true}}};
    }
    return sequence_of(analyzed.tokens, node.exact || exact_);
}

void TermClauses::require_in_text(QueryPart& part, Nearness near) {
    part.match = all_of({*part.match, Condition(std::move(near))});
}

QueryPart TermClauses::words(std::string_view text, word::Tokens tokens, bool exact) {
    tokens = as_spelled(tokens, exact);
    vocabulary_.leave_out_unknown_citations(tokens);
    std::vector<std::pair<Comparison, FigureClauses>> figures;
    if (!exact) {
        for (const Comparison& comparison : comparisons_in(text, tokens)) {
            if (auto figure = figure_clauses(vocabulary_, tokens, comparison))
                figures.emplace_back(comparison, std::move(*figure));
        }
    }
    word::Tokens rest = tokens;
    for (const auto& [comparison, figure] : figures) {
        std::erase_if(rest, [&comparison = comparison](const word::Token& token) {
            return token.position < comparison.end &&
                   token.position + token.span > comparison.position;
        });
    }
    QueryPart part;
    if (!rest.empty() || figures.empty()) part = plain_words(rest, exact);
    for (auto& [comparison, figure] : figures)
        add_figure(tokens, comparison, std::move(figure), part);
    return part;
}

QueryPart TermClauses::plain_words(const word::Tokens& tokens, bool exact) {
    QueryPart part;
    if (tokens.empty()) {
        part.is_nothing = true;
        return part;
    }
    const OtherWords others =
        exact ? OtherWords{}
              : OtherWords{misspellings(vocabulary_, tokens), same_meanings(vocabulary_, tokens)};
    ScoringClauses scores(vocabulary_, tokens, exact);
    scores.add_words(others.same);
    scores.add_pairs();
    scores.add_compounds();
    scores.add_misspellings(others.misspelt);
    scores.add_same_meanings(others.same);
    add_scores(part, scores.take());
    const BoundWords bound(vocabulary_, tokens, exact);
    highlights_.add_words(tokens, bound, exact, strictness_ == Strictness::any_word);
    highlights_.add_misspellings(others.misspelt);
    highlights_.add_same_meanings(others.same);
    note_same_meanings(tokens, others.same);
    note_reading(tokens, exact);
    const NamedSigners signers = exact ? NamedSigners{} : signers_among(vocabulary_, tokens);
    add_scores(part, signers.scores);
    // Others who share a word of the name are not meant.
    plan_.is_deliberate = plan_.is_deliberate || !signers.papers.empty();
    if (strictness_ == Strictness::all_words) {
        RequiredClauses demands(vocabulary_, tokens, exact, others, bound);
        part.match = demands.every_word();
        plan_.required_clauses += demands.count();
        if (part.match && !signers.papers.empty())
            part.match = any_of({*part.match, signed_by(signers, exact)});
    } else {
        for (std::size_t i = 0; i < signers.papers.size(); ++i) {
            plan_.optional_clauses.push_back(
                {signers.papers[i], std::sqrt(vocabulary_.idf(signers.scores[i].frequency))});
        }
        std::vector<OptionalClause> more =
            RequiredClauses(vocabulary_, tokens, exact, others, bound).optional_clauses();
        // Of what is typed as one ("QL1A") and stands nowhere the pieces are nothing.
        if (more.empty() && signers.papers.empty()) part.scores.clear();
        std::move(more.begin(), more.end(), std::back_inserter(plan_.optional_clauses));
    }
    part.is_unknown = part.scores.empty();
    if (part.is_unknown && !part.match) part.match = nothing();
    return part;
}

/// The papers that the signers named among the words signed, where they hold the other words.
Condition TermClauses::signed_by(const NamedSigners& signers, bool exact) const {
    std::vector<Condition> all = signers.papers;
    if (auto others = RequiredClauses(vocabulary_, signers.rest, exact, {}).every_word())
        all.push_back(std::move(*others));
    return all_of(std::move(all));
}

/// Takes over what scores and how it is explained.
void TermClauses::add_scores(QueryPart& part, std::vector<ScoringClause> scores) {
    for (ScoringClause& score : scores) {
        // The words of a pair score without it.
        if (score.kind != ScoringClause::Kind::pair)
            part.scores.push_back(any_of(term_conditions(score.terms)));
        plan_.scoring_clauses.push_back(std::move(score));
    }
}

/// What the words tell of the whole query.
void TermClauses::note_reading(const word::Tokens& tokens, bool exact) {
    plan_.has_words = true;
    plan_.is_accented = exact || is_mostly_accented(tokens);
    plan_.asks_for_plan = plan_.asks_for_plan || asks_for_plan(tokens);
}

QueryPart TermClauses::phrase(const query::AnalyzedNode& analyzed) {
    const bool exact = analyzed.node->exact || exact_;
    const word::Tokens tokens = as_spelled(analyzed.tokens, exact);
    QueryPart part;
    Sequence sequence = sequence_of(tokens, exact);
    if (sequence.words.empty()) {
        part.is_nothing = true;
        return part;
    }
    highlights_.add_phrase(tokens, sequence, exact);
    ScoringClauses scores(vocabulary_, tokens, exact);
    scores.add_pairs();
    scores.add_compounds();
    scores.add_words({});
    add_scores(part, scores.take());
    note_reading(tokens, exact);
    part.match = RequiredClauses(vocabulary_, tokens, exact, {}).phrase();
    if (sequence.words.size() < 2) return part;
    require_in_text(part, {{std::move(sequence)}, 0});
    if (exact) return part;
    if (auto titled = people_filter(vocabulary_, schema::prefix_title, tokens))
        part.match = any_of({*part.match, *titled});
    return part;
}

QueryPart TermClauses::beside_near(const query::AnalyzedNode& analyzed, bool is_left,
                                   Sequence& sequence) {
    const query::QueryNode& node = *analyzed.node;
    if (node.kind != query::QueryNode::Kind::words) {
        sequence = this->sequence(analyzed);
        return clause(analyzed);
    }
    const bool exact = node.exact || exact_;
    NearestUnit nearest = nearest_unit(vocabulary_, as_spelled(analyzed.tokens, exact), is_left);
    sequence = sequence_of(nearest.unit, exact);
    QueryPart part = phrase({&node, std::move(nearest.unit), {}});
    if (nearest.others.empty()) return part;
    QueryPart more = words({}, std::move(nearest.others), exact);
    if (more.match) part.match = part.match ? all_of({*part.match, *more.match}) : *more.match;
    part.scores.insert(part.scores.end(), more.scores.begin(), more.scores.end());
    return part;
}

QueryPart TermClauses::prefix(const query::QueryNode& node) {
    const std::string typed = lower(nfc(node.text));
    const std::vector<std::string> terms = vocabulary_.beginning_with(typed);
    if (terms.size() >= index::Vocabulary::max_prefix_terms) note_wide_prefix(node);
    plan_.has_words = true;
    highlights_.add_prefix(unaccented(typed));
    QueryPart result;
    result.match = terms.empty() ? nothing() : any_of(term_conditions(terms));
    if (terms.empty()) return result;
    add_scores(result, {prefix_clause(vocabulary_, terms, typed)});
    const double frequency = vocabulary_.frequency(terms);
    plan_.optional_clauses.push_back({*result.match, std::sqrt(vocabulary_.idf(frequency))});
    return result;
}

/// Which other words are looked for too.
void TermClauses::note_same_meanings(const word::Tokens& tokens,
                                     const std::vector<SameMeaning>& same) {
    for (const SameMeaning& one : same) {
        std::string typed;
        std::string others;
        for (const word::Token& token : tokens) {
            if (word::is_running(token) && token.position >= one.position &&
                token.position < one.position + one.span)
                typed += (typed.empty() ? "" : " ") + token.term;
        }
        for (const Sequence& other : one.others)
            others += (others.empty() ? "“" : ", “") + text_of(other) + "”";
        if (!others.empty())
            plan_.notices.push_back(make_notice(NoticeKind::same_meaning, {others, typed}));
    }
}

void TermClauses::note_wide_prefix(const query::QueryNode& node) {
    const std::string most = std::to_string(index::Vocabulary::max_prefix_terms);
    plan_.notices.push_back(
        make_notice(NoticeKind::prefix_too_wide, {node.text, most}, node.range));
}

}  // namespace commsearch::plan
