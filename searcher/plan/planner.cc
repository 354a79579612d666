#include "searcher/plan/planner.h"

#include <algorithm>
#include <utility>

#include "indexer/schema/columns.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"

namespace commsearch {
namespace {

bool has_phrase(const QueryNode& node) {
    return node.kind == QueryNode::Kind::phrase ||
           std::any_of(node.children.begin(), node.children.end(), has_phrase);
}

bool has_words(const QueryNode& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const QueryNode& child) { return child.kind == QueryNode::Kind::words; });
}

/// One way through the tree.
class Build {
public:
    Build(const QuerySources& sources, Strictness strictness, bool exact)
        : sources_(sources),
          strictness_(strictness),
          exact_(exact),
          leaves_(sources, strictness, exact) {}

    BuiltQuery run(const ParsedQuery& parsed) {
        const QueryPart whole = parsed.root.empty() ? QueryPart{} : visit(parsed.root.front());
        BuiltQuery built = leaves_.take();
        built.condition = whole.condition();
        const bool has_to_score = whole.has_to_score || !whole.match;
        if (has_to_score && !whole.scores.empty())
            built.beside_scores = whole.match.value_or(everything());
        built.is_deliberate =
            parsed.has_operators || (!parsed.root.empty() && has_phrase(parsed.root.front()));
        return built;
    }

private:
    QueryPart visit(const QueryNode& node) {
        switch (node.kind) {
            case QueryNode::Kind::none_of:
                return negation(node);
            case QueryNode::Kind::any:
                return alternatives(node);
            case QueryNode::Kind::near:
                return nearness(node);
            case QueryNode::Kind::all:
                return conjunction(node);
            default:
                return leaves_.leaf(node);
        }
    }

    QueryPart conjunction(const QueryNode& node) {
        QueryPart result;
        bool is_unknown = false;
        std::vector<Condition> matches;
        for (const QueryNode& child : node.children) {
            QueryPart part = visit(child);
            is_unknown = is_unknown || part.is_unknown;
            // A phrase that the index knows no word of must not empty what the others find.
            if (part.is_unknown && strictness_ == Strictness::any_word) continue;
            if (part.match) matches.push_back(part.condition());
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (is_unknown && result.scores.empty()) result.match = nothing();
        // Words alone demand nothing when any of them will do, but beside a filter one of them has
        // to be there.
        result.has_to_score = strictness_ == Strictness::any_word && result.match &&
                              !result.scores.empty() && has_words(node);
        return result;
    }

    /// Its parts are demanded as phrases; the text decides how far apart they are.
    QueryPart nearness(const QueryNode& node) {
        if (strictness_ == Strictness::any_word) return conjunction(node);
        QueryPart result;
        std::vector<Condition> matches;
        Nearness near{{}, node.distance};
        for (const QueryNode& child : node.children) {
            const QueryPart part =
                child.kind == QueryNode::Kind::prefix ? leaves_.leaf(child) : leaves_.phrase(child);
            if (part.match) matches.push_back(*part.match);
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
            if (!part.is_nothing) near.sequences.push_back(leaves_.sequence(child));
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (near.sequences.size() > 1) QueryLeaves::demand_in_text(result, std::move(near));
        return result;
    }

    QueryPart alternatives(const QueryNode& node) {
        QueryPart result;
        std::vector<Condition> matches;
        for (const QueryNode& child : node.children) {
            const QueryPart part = visit(child);
            if (part.is_nothing) continue;
            matches.push_back(part.condition());
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = any_of(matches);
        return result;
    }

    QueryPart negation(const QueryNode& node) {
        Build inner(sources_, Strictness::all_words, exact_);  // what is excluded is not shown
        const QueryPart child = inner.visit(node.children.front());
        leaves_.add_notices(inner.leaves_.take().notices);
        QueryPart result;
        if (child.match || !child.scores.empty()) {
            result.match = Condition(Condition::Kind::none, {child.condition()});
        }
        return result;
    }

    const QuerySources& sources_;
    Strictness strictness_;
    bool exact_;
    QueryLeaves leaves_;
};

}  // namespace

QueryBuilder::QueryBuilder(const OpenIndex& index, Analyzer& analyzer)
    : sources_{index.words(), analyzer, Filters(index)} {}

BuiltQuery QueryBuilder::build(const ParsedQuery& parsed, Strictness strictness, bool exact) const {
    return Build(sources_, strictness, exact).run(parsed);
}

double QueryBuilder::horizon_factor(const BuiltQuery& built, const ReportRow& report,
                                    const SectionRow& section) {
    constexpr std::uint8_t past = 1;
    constexpr std::uint8_t next = 2;
    // Headings of laws and procedures ("Nhiệm vụ và quyền hạn") plan nothing: only papers of a
    // commune do.
    if (report.place == 0) return 1;
    return section.horizon == (built.asks_for_plan ? next : past) ? horizon_bonus : 1;
}

}  // namespace commsearch
