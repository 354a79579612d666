#include "searcher/query_builder.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "analyzers/syllable.h"
#include "analyzers/unicode.h"
#include "searcher/misspellings.h"
#include "searcher/query_demands.h"
#include "searcher/query_hits.h"
#include "searcher/query_operators.h"
#include "searcher/query_scores.h"
#include "searcher/ranking.h"

namespace commsearch {

/// One build: collects hits, phrases and notices on the way through the tree.
class QueryBuilder::Build {
public:
    Build(const QueryBuilder& builder, Strictness strictness, bool exact)
        : builder_(builder),
          index_words_(builder.database_),
          hits_(index_words_),
          strictness_(strictness),
          exact_(exact) {}

    BuiltQuery run(const ParsedQuery& parsed) {
        Xapian::Query query = Filters::everything();
        if (!parsed.root.empty()) {
            built_.is_deliberate = parsed.has_operators || has_phrase(parsed.root.front());
            const Node node = visit(parsed.root.front());
            query = node.combined();
        }
        built_.query = std::move(query);
        built_.hits = hits_.take();
        return std::move(built_);
    }

private:
    /// A part of the query: what must match (empty: no demand) and what scores (may be empty).
    struct Node {
        std::optional<Xapian::Query> match;
        std::vector<Xapian::Query> scores;
        bool is_nothing = false;  ///< says nothing at all; its parent leaves it out
        bool is_unknown = false;  ///< the index has none of its words

        [[nodiscard]] Xapian::Query combined() const {
            if (!match && scores.empty()) return Filters::everything();
            if (!match) return any_of(scores);
            if (scores.empty()) return scaled(*match, 0);
            return {Xapian::Query::OP_AND_MAYBE, scaled(*match, 0), any_of(scores)};
        }
    };

    Node visit(const QueryNode& node) {
        switch (node.kind) {
            case QueryNode::Kind::words:
                return words(node.text, node.exact || exact_);
            case QueryNode::Kind::phrase:
                if (strictness_ == Strictness::any_word) return words(node.text, node.exact);
                return phrase(node.text, node.exact || exact_);
            case QueryNode::Kind::prefix:
                return prefix(node);
            case QueryNode::Kind::filter:
                return filter(node);
            case QueryNode::Kind::none_of:
                return negation(node);
            case QueryNode::Kind::any:
                return alternatives(node);
            case QueryNode::Kind::near:
                return nearness(node);
            case QueryNode::Kind::all:
                return conjunction(node);
        }
        return {};
    }

    Node conjunction(const QueryNode& node) {
        Node result;
        bool is_unknown = false;
        std::vector<Xapian::Query> matches;
        for (const QueryNode& child : node.children) {
            Node part = visit(child);
            is_unknown = is_unknown || part.is_unknown;
            // A phrase that the index knows no word of must not empty what the others find.
            if (part.is_unknown && strictness_ == Strictness::any_word) continue;
            if (part.match) matches.push_back(*part.match);
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (is_unknown && result.scores.empty()) result.match = Xapian::Query::MatchNothing;
        // Words alone demand nothing when any of them will do, but beside a filter one of them has
        // to be there.
        if (strictness_ == Strictness::any_word && result.match && !result.scores.empty() &&
            has_words(node)) {
            result.match = all_of({*result.match, any_of(result.scores)});
        }
        return result;
    }

    static bool has_phrase(const QueryNode& node) {
        return node.kind == QueryNode::Kind::phrase ||
               std::any_of(node.children.begin(), node.children.end(), has_phrase);
    }

    static bool has_words(const QueryNode& node) {
        return std::any_of(node.children.begin(), node.children.end(), [](const QueryNode& child) {
            return child.kind == QueryNode::Kind::words;
        });
    }

    /// Its parts are demanded as phrases; the text decides how far apart they are.
    Node nearness(const QueryNode& node) {
        if (strictness_ == Strictness::any_word) return conjunction(node);
        Node result;
        std::vector<Xapian::Query> matches;
        Nearness near{{}, node.distance};
        for (const QueryNode& child : node.children) {
            const bool is_text =
                child.kind == QueryNode::Kind::words || child.kind == QueryNode::Kind::phrase;
            const Node part = is_text ? phrase(child.text, child.exact || exact_) : visit(child);
            if (part.match) matches.push_back(*part.match);
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
            if (is_text) near.sequences.push_back(sequence_of(child.text, child.exact || exact_));
        }
        if (!matches.empty()) result.match = all_of(matches);
        if (near.sequences.size() > 1) built_.nears.push_back(std::move(near));
        return result;
    }

    /// The running words of a phrase.
    Sequence sequence_of(const std::string& text, bool exact) const {
        Sequence sequence;
        for (const Token& token : builder_.analyzer_.analyze(text, Reading::query)) {
            if (!is_running(token)) continue;
            const bool as_typed = exact || is_accented(token);
            std::string spelled = as_typed ? token.term : token.bare;
            std::string twin = exact ? std::string() : i_y_variant(spelled);
            sequence.words.push_back({std::move(spelled), as_typed, std::move(twin)});
        }
        return sequence;
    }

    Node alternatives(const QueryNode& node) {
        Node result;
        std::vector<Xapian::Query> matches;
        for (const QueryNode& child : node.children) {
            const Node part = visit(child);
            if (part.is_nothing) continue;
            matches.push_back(part.match ? *part.match : part.combined());
            result.scores.insert(result.scores.end(), part.scores.begin(), part.scores.end());
        }
        if (!matches.empty()) result.match = any_of(matches);
        return result;
    }

    Node negation(const QueryNode& node) {
        // What is excluded is neither shown nor checked as a phrase.
        Build inner(builder_, Strictness::all_words, exact_);
        const Node child = inner.visit(node.children.front());
        Node result;
        if (child.match || !child.scores.empty()) {
            result.match =
                Xapian::Query(Xapian::Query::OP_AND_NOT, Filters::everything(), child.combined());
        }
        return result;
    }

    Node words(const std::string& text, bool exact) {
        Tokens tokens = builder_.analyzer_.analyze(text, Reading::query);
        index_words_.leave_out_unknown_citations(tokens);
        Node node;
        if (tokens.empty()) {
            node.is_nothing = true;
            return node;
        }
        const std::vector<Misspelling> misspelt =
            exact ? std::vector<Misspelling>{} : misspellings(builder_.database_, tokens);
        QueryScores scores(index_words_, tokens, exact);
        scores.add_words();
        scores.add_pairs();
        scores.add_units();
        scores.add_misspellings(misspelt);
        add_scores(node, scores.take());
        hits_.add_words(tokens, exact, strictness_ == Strictness::any_word);
        hits_.add_misspellings(misspelt);
        note_reading(tokens, exact);
        if (strictness_ == Strictness::all_words) {
            QueryDemands demands(index_words_, tokens, exact, misspelt);
            node.match = demands.every_word();
            built_.demands += demands.count();
        }
        node.is_unknown = node.scores.empty();
        if (node.is_unknown && !node.match) node.match = Xapian::Query::MatchNothing;
        return node;
    }

    /// Takes over what scores and how it is explained.
    void add_scores(Node& node, std::vector<ScorePart> parts) {
        for (ScorePart& part : parts) {
            node.scores.push_back(part.query);
            built_.parts.push_back(std::move(part));
        }
    }

    /// What the words tell of the whole query.
    void note_reading(const Tokens& tokens, bool exact) {
        built_.has_words = true;
        built_.is_accented = exact || is_mostly_accented(tokens);
        built_.asks_for_plan = built_.asks_for_plan || asks_for_plan(tokens);
    }

    Node phrase(const std::string& text, bool exact) {
        const Tokens tokens = builder_.analyzer_.analyze(text, Reading::query);
        Node node;
        hits_.add_phrase(tokens, exact);
        Sequence sequence = sequence_of(text, exact);
        if (sequence.words.empty()) {
            node.is_nothing = true;
            return node;
        }
        QueryScores scores(index_words_, tokens, exact);
        scores.add_pairs();
        scores.add_units();
        scores.add_words();
        add_scores(node, scores.take());
        note_reading(tokens, exact);
        node.match = QueryDemands(index_words_, tokens, exact, {}).phrase();
        if (sequence.words.size() > 1) built_.phrases.push_back(std::move(sequence));
        return node;
    }

    Node prefix(const QueryNode& node) {
        const std::string typed = lower(nfc(node.text));
        const std::vector<std::string> terms = index_words_.beginning_with(typed);
        if (terms.size() >= IndexWords::max_prefix_terms) note_wide_prefix(node);
        built_.has_words = true;
        hits_.add_prefix(bare(typed));
        Node result;
        result.match = terms.empty() ? Xapian::Query::MatchNothing : any_of(term_queries(terms));
        if (!terms.empty()) add_scores(result, {prefix_score(index_words_, terms, typed)});
        return result;
    }

    void note_wide_prefix(const QueryNode& node) {
        const std::string most = std::to_string(IndexWords::max_prefix_terms);
        built_.notices.push_back({"prefix-too-wide",
                                  {"\"" + node.text + "*\" khớp quá nhiều từ; chỉ dùng " + most +
                                       " từ đầu, hãy gõ thêm chữ",
                                   "\"" + node.text + "*\" fits too many words; only the first " +
                                       most + " are used, type more letters"},
                                  node.range});
    }

    Node filter(const QueryNode& node) {
        Node result;
        const std::optional<Xapian::Query> query =
            node.field == Field::title ? title_filter(node.text)
                                       : builder_.filters_.field(node.field, node.text);
        if (query) {
            result.match = *query;
            return result;
        }
        built_.notices.push_back(
            {"unknown-value",
             {"không hiểu \"" + node.text +
                  "\" trong bộ lọc này hoặc chỉ mục không có; đã tìm như từ thường",
              "\"" + node.text +
                  "\" is not a value of this filter or not in the index; searched as words"},
             node.range});
        return words(node.text, false);
    }

    std::optional<Xapian::Query> title_filter(const std::string& text) const {
        std::vector<Xapian::Query> words;
        for (const Token& token : builder_.analyzer_.analyze(text, Reading::query)) {
            if (!is_running(token)) continue;
            words.push_back(any_of(
                term_queries(index_words_.in_context(index_words_.same_word(token, exact_)))));
        }
        if (words.empty()) return std::nullopt;
        return all_of(words);
    }

    const QueryBuilder& builder_;
    IndexWords index_words_;
    QueryHits hits_;
    Strictness strictness_;
    bool exact_;
    BuiltQuery built_;
};

QueryBuilder::QueryBuilder(const Xapian::Database& database, Analyzer& analyzer,
                           const Filters& filters)
    : database_(database), analyzer_(analyzer), filters_(filters) {}

BuiltQuery QueryBuilder::build(const ParsedQuery& parsed, Strictness strictness, bool exact) const {
    return Build(*this, strictness, exact).run(parsed);
}

double QueryBuilder::horizon_factor(const BuiltQuery& built, const FacetRecord& facets) {
    constexpr std::uint8_t past = 1;
    constexpr std::uint8_t next = 2;
    // Headings of laws and procedures ("Nhiệm vụ và quyền hạn") plan nothing: only papers of a
    // commune do.
    if (facets.place == 0) return 1;
    return facets.horizon == (built.asks_for_plan ? next : past) ? horizon_bonus : 1;
}

Xapian::BM25Weight QueryBuilder::weighting() {
    return {bm25_k1, 0, bm25_k3, bm25_b, bm25_min_length};
}

}  // namespace commsearch
