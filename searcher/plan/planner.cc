#include "searcher/plan/planner.h"

#include <algorithm>
#include <utility>

#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"

namespace commsearch::plan {
namespace {

bool has_phrase(const query::QueryNode& node) {
    return node.kind == query::QueryNode::Kind::phrase ||
           std::any_of(node.children.begin(), node.children.end(), has_phrase);
}

bool has_words(const query::QueryNode& node) {
    return std::any_of(
        node.children.begin(), node.children.end(),
        [](const query::QueryNode& child) { return child.kind == query::QueryNode::Kind::words; });
}

/// Walks the tree of one query.
class PlanBuilder {
public:
    PlanBuilder(const PlanSources& sources, Strictness strictness, bool exact)
        : sources_(sources),
          strictness_(strictness),
          exact_(exact),
          clauses_(sources, strictness, exact) {}

    QueryPlan plan(const query::AnalyzedQuery& query) {
        const QueryPart whole = query.root.empty() ? QueryPart{} : visit(query.root.front());
        QueryPlan plan = clauses_.take();
        plan.condition = whole.condition();
        const bool has_to_score = whole.has_to_score || !whole.match;
        if (has_to_score && !whole.scores.empty()) plan.filter = whole.match.value_or(everything());
        const query::ParsedQuery& parsed = query.parsed;
        plan.is_deliberate = plan.is_deliberate || parsed.has_operators ||
                             (!parsed.root.empty() && has_phrase(parsed.root.front()));
        plan.highlights.short_forms = query.short_forms;
        return plan;
    }

private:
    QueryPart visit(const query::AnalyzedNode& node) {
        switch (node.node->kind) {
            case query::QueryNode::Kind::none_of:
                return negation(node);
            case query::QueryNode::Kind::any:
                return alternatives(node);
            case query::QueryNode::Kind::near:
                return nearness(node);
            case query::QueryNode::Kind::all:
                return conjunction(node);
            default:
                return clauses_.clause(node);
        }
    }

    QueryPart conjunction(const query::AnalyzedNode& node) {
        QueryPart result;
        bool is_unknown = false;
        std::vector<Condition> matches;
        for (const query::AnalyzedNode& child : node.children) {
            QueryPart part = visit(child);
            is_unknown = is_unknown || part.is_unknown;
            // A phrase that the index knows no word of must not empty what the others find.
            if (part.is_unknown && strictness_ == Strictness::any_word) continue;
            if (part.match) matches.push_back(part.condition());
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (is_unknown && result.scores.empty()) result.match = nothing();
        // Words alone require nothing when any of them will do, but beside a filter one of them has
        // to be there.
        result.has_to_score = strictness_ == Strictness::any_word && result.match &&
                              !result.scores.empty() && has_words(*node.node);
        return result;
    }

    /// Its parts are required as they are; the text decides how far apart their units are.
    QueryPart nearness(const query::AnalyzedNode& node) {
        if (strictness_ == Strictness::any_word) return conjunction(node);
        QueryPart result;
        std::vector<Condition> matches;
        Nearness near{{}, node.node->distance};
        for (const query::AnalyzedNode& child : node.children) {
            Sequence sequence;
            const QueryPart part =
                clauses_.beside_near(child, &child == &node.children.front(), sequence);
            if (part.match) matches.push_back(*part.match);
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
            if (!part.is_nothing) near.sequences.push_back(std::move(sequence));
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (near.sequences.size() > 1) TermClauses::require_in_text(result, std::move(near));
        return result;
    }

    QueryPart alternatives(const query::AnalyzedNode& node) {
        QueryPart result;
        std::vector<Condition> matches;
        for (const query::AnalyzedNode& child : node.children) {
            const QueryPart part = visit(child);
            if (part.is_nothing) continue;
            matches.push_back(part.condition());
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = any_of(matches);
        return result;
    }

    QueryPart negation(const query::AnalyzedNode& node) {
        PlanBuilder inner(sources_, Strictness::all_words,
                          exact_);  // what is excluded is not shown
        const QueryPart child = inner.visit(node.children.front());
        clauses_.add_notices(inner.clauses_.take().notices);
        QueryPart result;
        if (child.match || !child.scores.empty()) {
            result.match = Condition(Condition::Kind::none, {child.condition()});
        }
        return result;
    }

    const PlanSources& sources_;
    Strictness strictness_;
    bool exact_;
    TermClauses clauses_;
};

}  // namespace

Planner::Planner(const index::IndexReader& index)
    : sources_{index.words(), Filters(index.snapshot())} {}

QueryPlan Planner::plan(const query::AnalyzedQuery& query, Strictness strictness) const {
    return PlanBuilder(sources_, strictness, query.exact).plan(query);
}

}  // namespace commsearch::plan
