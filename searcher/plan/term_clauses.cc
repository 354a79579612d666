#include "searcher/plan/term_clauses.h"

#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/required_clauses.h"
#include "searcher/plan/scoring_clauses.h"

namespace commsearch {
namespace {

Sequence sequence_of(const Tokens& tokens, bool exact) {
    Sequence sequence;
    for (const Token& token : tokens) {
        if (!is_running(token)) continue;
        const bool as_typed = exact || is_accented(token);
        std::string spelled = as_typed ? token.term : token.bare;
        std::string twin = exact ? std::string() : i_y_variant(spelled);
        sequence.words.push_back({std::move(spelled), as_typed, std::move(twin)});
    }
    return sequence;
}

/// Whether the words that `compound` covers are spelled otherwise: "nong thon moi", "kĩ thuật".
bool is_guessed(const Tokens& tokens, const Token& compound) {
    std::string typed;
    for (const Token& token : tokens) {
        if (!covers(compound, token.position) || !is_running(token)) continue;
        if (token.kind == Token::Kind::expansion) return false;  // a short form stands for it
        typed += (typed.empty() ? "" : " ") + token.term;
    }
    return typed != compound.term;
}

/// Spelled exactly, words make up a compound only in its own spelling.
void leave_out_guessed_compounds(Tokens& tokens) {
    const Tokens all = tokens;
    std::erase_if(tokens, [&](const Token& token) {
        return token.kind == Token::Kind::compound && is_guessed(all, token);
    });
}

}  // namespace

Condition QueryPart::condition() const {
    if (match && has_to_score) return all_of({*match, any_of(scores)});
    if (match) return *match;
    return scores.empty() ? everything() : any_of(scores);
}

QueryLeaves::QueryLeaves(const QuerySources& sources, Strictness strictness, bool exact)
    : sources_(sources),
      index_words_(sources.words),
      hits_(index_words_),
      strictness_(strictness),
      exact_(exact) {}

BuiltQuery QueryLeaves::take() {
    built_.hits = hits_.take();
    return std::move(built_);
}

void QueryLeaves::add_notices(const std::vector<Notice>& notices) {
    built_.notices.insert(built_.notices.end(), notices.begin(), notices.end());
}

QueryPart QueryLeaves::leaf(const QueryNode& node) {
    switch (node.kind) {
        case QueryNode::Kind::phrase:
            if (strictness_ == Strictness::any_word) return words(node.text, node.exact);
            return phrase(node);
        case QueryNode::Kind::prefix:
            return prefix(node);
        case QueryNode::Kind::filter:
            return filter(node);
        default:
            return words(node.text, node.exact || exact_);
    }
}

Tokens QueryLeaves::analyzed(const std::string& text, bool exact) const {
    Tokens tokens = sources_.analyzer.analyze(text, Reading::query);
    if (exact) leave_out_guessed_compounds(tokens);
    return tokens;
}

Sequence QueryLeaves::sequence(const QueryNode& node) const {
    if (node.kind == QueryNode::Kind::prefix) {
        const std::string typed = lower(nfc(node.text));
        return {{{.text = typed, .is_exact = bare(typed) != typed, .twin = "", .is_prefix = true}}};
    }
    const bool exact = node.exact || exact_;
    return sequence_of(analyzed(node.text, exact), exact);
}

void QueryLeaves::demand_in_text(QueryPart& part, Nearness near) {
    part.match = all_of({*part.match, Condition(std::move(near))});
}

QueryPart QueryLeaves::words(const std::string& text, bool exact) {
    Tokens tokens = analyzed(text, exact);
    index_words_.leave_out_unknown_citations(tokens);
    QueryPart part;
    if (tokens.empty()) {
        part.is_nothing = true;
        return part;
    }
    const std::vector<Misspelling> misspelt =
        exact ? std::vector<Misspelling>{} : misspellings(index_words_, tokens);
    QueryScores scores(index_words_, tokens, exact);
    scores.add_words();
    scores.add_pairs();
    scores.add_compounds();
    scores.add_misspellings(misspelt);
    add_scores(part, scores.take());
    hits_.add_words(tokens, exact, strictness_ == Strictness::any_word);
    hits_.add_misspellings(misspelt);
    note_reading(tokens, exact);
    if (strictness_ == Strictness::all_words) {
        QueryDemands demands(index_words_, tokens, exact, misspelt);
        part.match = demands.every_word();
        built_.demands += demands.count();
    } else {
        std::vector<QueryWord> more = QueryDemands(index_words_, tokens, exact, misspelt).words();
        std::move(more.begin(), more.end(), std::back_inserter(built_.words));
    }
    part.is_unknown = part.scores.empty();
    if (part.is_unknown && !part.match) part.match = nothing();
    return part;
}

/// Takes over what scores and how it is explained.
void QueryLeaves::add_scores(QueryPart& part, std::vector<ScorePart> scores) {
    for (ScorePart& score : scores) {
        // The words of a pair score without it.
        if (score.kind != ScorePart::Kind::pair)
            part.scores.push_back(any_of(term_conditions(score.terms)));
        built_.parts.push_back(std::move(score));
    }
}

/// What the words tell of the whole query.
void QueryLeaves::note_reading(const Tokens& tokens, bool exact) {
    built_.has_words = true;
    built_.is_accented = exact || is_mostly_accented(tokens);
    built_.asks_for_plan = built_.asks_for_plan || asks_for_plan(tokens);
}

QueryPart QueryLeaves::phrase(const QueryNode& node) {
    const bool exact = node.exact || exact_;
    const Tokens tokens = analyzed(node.text, exact);
    QueryPart part;
    Sequence sequence = sequence_of(tokens, exact);
    if (sequence.words.empty()) {
        part.is_nothing = true;
        return part;
    }
    hits_.add_phrase(tokens, sequence, exact);
    QueryScores scores(index_words_, tokens, exact);
    scores.add_pairs();
    scores.add_compounds();
    scores.add_words();
    add_scores(part, scores.take());
    note_reading(tokens, exact);
    part.match = QueryDemands(index_words_, tokens, exact, {}).phrase();
    if (sequence.words.size() > 1) demand_in_text(part, {{std::move(sequence)}, 0});
    return part;
}

QueryPart QueryLeaves::prefix(const QueryNode& node) {
    const std::string typed = lower(nfc(node.text));
    const std::vector<std::string> terms = index_words_.beginning_with(typed);
    if (terms.size() >= IndexWords::max_prefix_terms) note_wide_prefix(node);
    built_.has_words = true;
    hits_.add_prefix(bare(typed));
    QueryPart result;
    result.match = terms.empty() ? nothing() : any_of(term_conditions(terms));
    if (terms.empty()) return result;
    add_scores(result, {prefix_score(index_words_, terms, typed)});
    const double frequency = index_words_.frequency(terms);
    built_.words.push_back({*result.match, std::sqrt(index_words_.idf(frequency))});
    return result;
}

void QueryLeaves::note_wide_prefix(const QueryNode& node) {
    const std::string most = std::to_string(IndexWords::max_prefix_terms);
    built_.notices.push_back(
        make_notice(NoticeKind::prefix_too_wide, {node.text, most}, node.range));
}

QueryPart QueryLeaves::filter(const QueryNode& node) {
    QueryPart result;
    if (node.field == Field::title) {
        result.match = title_filter(node.text);
    } else if (node.field == Field::number) {
        const std::vector<std::string> numbers = index_words_.paper_numbers(node.text);
        if (!numbers.empty()) result.match = any_of(term_conditions(numbers));
    } else {
        result.match = sources_.filters.field(node.field, node.text, built_.notices);
    }
    if (result.match) return result;
    note_unknown_value(node);
    return words(node.text, false);
}

void QueryLeaves::note_unknown_value(const QueryNode& node) {
    built_.notices.push_back(
        make_notice(NoticeKind::unknown_filter_value, {node.text}, node.range));
}

std::optional<Condition> QueryLeaves::title_filter(const std::string& text) const {
    std::vector<Condition> words;
    for (const Token& token : analyzed(text, exact_)) {
        if (!is_running(token)) continue;
        words.push_back(any_of(
            term_conditions(index_words_.in_context(index_words_.same_word(token, exact_)))));
    }
    if (words.empty()) return std::nullopt;
    return all_of(words);
}

}  // namespace commsearch
