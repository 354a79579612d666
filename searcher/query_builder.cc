#include "searcher/query_builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "analyzers/function_words.h"
#include "analyzers/syllable.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "searcher/misspellings.h"

namespace commsearch {
namespace {

// The ranking. A passage scores the sum of BM25 over the parts of the query below, each times its
// weight here and times idf^idf_power. Evidence: docs/ranking.md.
constexpr double bm25_k1 = 0.4;
constexpr double bm25_k3 = 1;
constexpr double bm25_b = 0.6;
constexpr double bm25_min_length = 0.2;
constexpr double idf_power = 0.5;
constexpr double weight_folded = 1;            // a word in any spelling of its letters
constexpr double weight_exact = 0.4;           // the same, with the accents as typed
constexpr double weight_variant = 0.3;         // its twin where i and y vary freely: kỹ / kĩ
constexpr double weight_pair = 0.5;            // two neighbours, of what their words weigh
constexpr double weight_unit = 0.4;            // a compound asked for by its short form
constexpr double weight_citation = 1.5;        // a paper or date, shared by its names
constexpr double weight_context = 0.3;         // a word of the headings, the title, the places
constexpr double weight_misspelling = 0.2;     // a pair as documents misspell it: "bổ xung"
constexpr double weight_function_word = 0.19;  // factor for words like "của"

/// A passage of results answers a question, one of plans answers a question for plans: factor for
/// the right kind.
constexpr double horizon_bonus = 1.3;
/// Pairs (bare) that ask for plans.
constexpr std::array<std::string_view, 7> plan_pairs = {
    "nhiem vu", "phuong huong", "ke hoach", "phan dau", "giai phap", "chi tieu", "thang toi"};

/// Spellings a bare word, and terms a prefix, is expanded to at most. The worst syllable ("do")
/// has 29.
constexpr std::size_t max_spellings = 64;
constexpr std::size_t max_prefix_terms = 200;

Xapian::Query any_of(const std::vector<Xapian::Query>& parts) {
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

Xapian::Query synonyms(const std::vector<Xapian::Query>& parts) {
    if (parts.size() == 1) return parts.front();
    return {Xapian::Query::OP_SYNONYM, parts.begin(), parts.end()};
}

Xapian::Query scaled(const Xapian::Query& query, double factor) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}

}  // namespace

/// One build: collects hits, phrases and notices on the way through the tree.
class QueryBuilder::Build {
public:
    Build(const QueryBuilder& builder, Strictness strictness, bool exact)
        : builder_(builder), database_(builder.database_), strictness_(strictness), exact_(exact) {}

    BuiltQuery run(const ParsedQuery& parsed) {
        Xapian::Query query = Filters::everything();
        if (!parsed.root.empty()) {
            built_.is_deliberate = parsed.has_operators || has_phrase(parsed.root.front());
            const Node node = visit(parsed.root.front());
            query = node.combined();
        }
        built_.query = std::move(query);
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

    /// The terms of the index that spell `bare_word`, itself included, as far as they occur.
    std::vector<std::string> spellings(const std::string& bare_word) const {
        std::vector<std::string> terms;
        if (database_.term_exists(bare_word)) terms.push_back(bare_word);
        auto at = database_.synonyms_begin(bare_word);
        for (; at != database_.synonyms_end(bare_word) && terms.size() < max_spellings; ++at)
            terms.push_back(*at);
        return terms;
    }

    std::vector<Xapian::Query> term_queries(const std::vector<std::string>& terms) const {
        std::vector<Xapian::Query> queries;
        queries.reserve(terms.size());
        for (const std::string& term : terms) queries.emplace_back(term);
        return queries;
    }

    /// BM25's idf of something that `frequency` passages hold, above 0.
    double idf(double frequency) const {
        const double all = database_.get_doccount();
        return std::max(std::log(1 + (all - frequency + 0.5) / (frequency + 0.5)), 0.01);
    }

    /// What a weight is multiplied by beside the idf that BM25 brings.
    double rarity(double frequency) const { return std::pow(idf(frequency), idf_power); }

    double frequency(const std::vector<std::string>& terms) const {
        double sum = 0;
        for (const std::string& term : terms) sum += database_.get_termfreq(term);
        return std::min<double>(sum, database_.get_doccount());
    }

    static std::vector<std::string> joined(std::vector<std::string> terms,
                                           const std::vector<std::string>& more) {
        terms.insert(terms.end(), more.begin(), more.end());
        return terms;
    }

    /// Adds what scores and how it is explained: `what` and the terms it stands for.
    void add_score(Node& node, const std::vector<std::string>& terms, double weight,
                   const Message& what) {
        if (terms.empty()) return;
        node.scores.push_back(
            scaled(synonyms(term_queries(terms)), weight * rarity(frequency(terms))));
        const std::string spelled = listed(terms);
        built_.parts.push_back(
            {{what.vi + ": " + spelled, what.en + ": " + spelled}, node.scores.back()});
    }

    /// Terms for a person: without prefixes, the first few.
    static std::string listed(const std::vector<std::string>& terms) {
        constexpr std::size_t shown = 8;
        std::string text;
        for (std::size_t i = 0; i < std::min(shown, terms.size()); ++i) {
            const std::size_t prefix =
                !terms[i].empty() && terms[i][0] >= 'A' && terms[i][0] <= 'Z' ? 1 : 0;
            text += (i == 0 ? "" : ", ") + terms[i].substr(prefix);
        }
        return terms.size() > shown ? text + ", …" : text;
    }

    static bool is_accented(const Token& token) { return token.bare != token.term; }

    /// Spellings that count as the word itself: the word and, where i and y vary freely, its twin;
    /// any for a bare one.
    std::vector<std::string> same_word(const Token& token, bool exact) const {
        if (!exact && !is_accented(token)) return spellings(token.bare);
        std::vector<std::string> terms{token.term};
        if (!exact) {
            const std::string variant = i_y_variant(token.term);
            if (!variant.empty()) terms.push_back(variant);
        }
        return terms;
    }

    void remember_hit(const Token& token, bool exact) {
        if (is_compound(token)) {
            built_.hits.units.insert(token.term);
        } else if (token.kind == Token::Kind::implied) {
            return;
        } else if (!exact && (!is_accented(token) || !database_.term_exists(token.term))) {
            // Other spellings are shown as hits only where the one typed does not occur at all.
            built_.hits.bare.insert(token.bare);
        } else {
            built_.hits.terms.insert(token.term);
        }
        const std::string variant = i_y_variant(token.term);
        if (!exact && is_accented(token) && !variant.empty()) built_.hits.terms.insert(variant);
    }

    /// Those of `words` that occur in headings or titles, as context terms.
    std::vector<std::string> in_context(const std::vector<std::string>& words) const {
        std::vector<std::string> terms;
        for (const std::string& word : words) {
            std::string term = make_term(prefix_context, word);
            if (database_.term_exists(term)) terms.push_back(std::move(term));
        }
        return terms;
    }

    /// The passages that hold the token in text or context, for the demand "every word".
    Xapian::Query presence(const Token& token, bool exact) const {
        std::vector<Xapian::Query> ways = term_queries(same_word(token, exact));
        if (!exact) {
            for (const std::string& term : in_context(same_word(token, exact)))
                ways.emplace_back(term);
        }
        if (ways.empty()) ways.emplace_back(token.term);
        return any_of(ways);
    }

    /// A citation that the index does not know leaves its words to speak for themselves.
    void leave_out_unknown_citations(Tokens& tokens) const {
        std::erase_if(tokens, [&](const Token& token) {
            return token.kind == Token::Kind::citation &&
                   !database_.term_exists(make_term(prefix_unit, token.term)) &&
                   in_context({token.term}).empty();
        });
    }

    Node words(const std::string& text, bool exact) {
        Tokens tokens = builder_.analyzer_.analyze(text, Reading::query);
        leave_out_unknown_citations(tokens);
        Node node;
        if (tokens.empty()) {
            node.is_nothing = true;
            return node;
        }
        built_.has_words = true;
        add_word_scores(node, tokens, exact);
        add_pair_scores(node, tokens);
        add_unit_scores(node, tokens, exact);
        misspellings_.clear();
        if (!exact) add_misspellings(node, tokens);
        if (strictness_ == Strictness::all_words) node.match = every_word(tokens, exact);
        node.is_unknown = node.scores.empty();
        if (node.is_unknown && !node.match) node.match = Xapian::Query::MatchNothing;
        return node;
    }

    /// Marks carry meaning when most words of the query have them; else they were left out.
    static bool is_mostly_accented(const Tokens& tokens) {
        constexpr double most = 0.55;
        double words = 0;
        double accented = 0;
        for (const Token& token : tokens) {
            if (token.kind != Token::Kind::word || !is_syllable(token.term)) continue;
            ++words;
            if (is_accented(token)) ++accented;
        }
        return words > 0 && accented >= most * words;
    }

    /// Words of a unit are hits as the unit; alone they mean something else, unless any word will
    /// do.
    [[nodiscard]] bool is_inside_unit(const Tokens& tokens, const Token& token) const {
        return strictness_ == Strictness::all_words &&
               std::any_of(tokens.begin(), tokens.end(), [&](const Token& unit) {
                   return is_compound(unit) && unit.span > 1 && unit.position <= token.position &&
                          token.position < unit.position + unit.span;
               });
    }

    void add_word_scores(Node& node, const Tokens& tokens, bool exact) {
        const bool accented_query = is_mostly_accented(tokens);
        built_.is_accented = accented_query || exact;
        for (const Token& token : tokens) {
            if (is_compound(token) || token.kind == Token::Kind::implied) continue;
            add_word_score(node, tokens, token, exact, accented_query);
            if (!is_function_word(token.term) && !is_inside_unit(tokens, token))
                remember_hit(token, exact);
        }
    }

    void add_word_score(Node& node, const Tokens& tokens, const Token& token, bool exact,
                        bool accented_query) {
        const double factor = is_function_word(token.term) ? weight_function_word : 1;
        const std::vector<std::string> stand_ins =
            exact ? std::vector<std::string>{} : units_around(tokens, token);
        if ((exact || accented_query || is_accented(token)) && database_.term_exists(token.term)) {
            add_score(node, joined({token.term}, stand_ins), factor * weight_exact,
                      {"đúng dấu «" + token.term + "»", "as typed «" + token.term + "»"});
        }
        if (exact) return;
        add_score(
            node, joined(spellings(token.bare), stand_ins), factor * weight_folded,
            {"từ «" + token.bare + "» với mọi dấu", "word «" + token.bare + "» in any spelling"});
        add_score(node, in_context(spellings(token.bare)), factor * weight_context,
                  {"trong tiêu đề, tên báo cáo, địa danh", "in headings, title or places"});
        const std::string variant = i_y_variant(token.term);
        if (variant.empty()) return;
        add_score(node, spellings(bare(variant)), factor * weight_variant,
                  {"viết i hay y «" + variant + "»", "with i or y «" + variant + "»"});
    }

    /// What a word adds, at most: its letters, and its marks where they count.
    static double word_weight(const Token& token, bool accented_query) {
        return weight_folded + (accented_query || is_accented(token) ? weight_exact : 0);
    }

    /// A pair weighs in proportion to its words, or those of a query without marks would count for
    /// too little beside it.
    void add_pair_scores(Node& node, const Tokens& tokens) {
        const bool accented_query = is_mostly_accented(tokens);
        std::unordered_map<std::uint32_t, double> weights;
        for (const Token& token : tokens) {
            if (is_running(token)) weights[token.position] = word_weight(token, accented_query);
        }
        for (const Pair& pair : neighbour_pairs(tokens)) {
            if (std::find(plan_pairs.begin(), plan_pairs.end(), pair.term) != plan_pairs.end()) {
                built_.asks_for_plan = true;
            }
            const std::string term = make_term(prefix_pair, pair.term);
            if (!database_.term_exists(term)) continue;
            const double words = weights[pair.position] + weights[pair.position + 1];
            add_score(node, {term}, weight_pair * words / 2, {"hai chữ liền nhau", "neighbours"});
        }
    }

    /// A citation scores, since its spellings have few words in common; each of its names has a
    /// share, so that the exact one comes first.
    void add_citation_score(Node& node, const Tokens& tokens, const Token& citation, bool exact) {
        const auto names = std::count_if(tokens.begin(), tokens.end(), [&](const Token& other) {
            return other.kind == Token::Kind::citation && other.begin == citation.begin;
        });
        const double share = 1 / static_cast<double>(names);
        if (!exact) {
            add_score(node, in_context({citation.term}), weight_context * share,
                      {"trong tiêu đề, tên báo cáo", "in headings or titles"});
        }
        const std::string term = make_term(prefix_unit, citation.term);
        const double frequency = database_.get_termfreq(term);
        if (frequency == 0) return;
        // How often a passage cites it, and how long it is, say nothing: the same for each.
        const double weight = weight_citation * share * idf(frequency) * rarity(frequency);
        const Xapian::Query constant((new Xapian::FixedWeightPostingSource(weight))->release());
        node.scores.emplace_back(Xapian::Query::OP_FILTER, constant, Xapian::Query(term));
        built_.parts.push_back(
            {{"số văn bản, ngày tháng: " + citation.term, "paper or date: " + citation.term},
             node.scores.back()});
    }

    /// Long forms score by their words and pairs; a short form has no words, so its unit does.
    void add_unit_scores(Node& node, const Tokens& tokens, bool exact) {
        for (const Token& token : tokens) {
            if (!is_compound(token)) continue;
            remember_hit(token, exact);
            if (token.kind == Token::Kind::citation) {
                add_citation_score(node, tokens, token, exact);
                continue;
            }
            const std::string term = make_term(prefix_unit, token.term);
            const bool as_short_form =
                std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
                    return other.kind == Token::Kind::short_form && other.begin == token.begin &&
                           other.end == token.end;
                });
            if (as_short_form && database_.term_exists(term)) {
                add_score(node, {term}, weight_unit, {"viết tắt của", "short for"});
            }
        }
    }

    /// The units that cover a word: a passage that holds one of them as a short form holds the
    /// word.
    [[nodiscard]] std::vector<std::string> units_around(const Tokens& tokens,
                                                        const Token& token) const {
        std::vector<std::string> units;
        for (const Token& unit : tokens) {
            if (unit.kind != Token::Kind::unit || unit.position > token.position ||
                token.position >= unit.position + unit.span) {
                continue;
            }
            std::string term = make_term(prefix_unit, unit.term);
            if (database_.term_exists(term)) units.push_back(std::move(term));
        }
        return units;
    }

    /// The errors of documents: found by all_words, scored below the right spelling.
    void add_misspellings(Node& node, const Tokens& tokens) {
        misspellings_ = misspellings(database_, tokens);
        for (const Misspelling& misspelling : misspellings_) {
            if (misspelling.has_other_letters) {
                add_score(node, {misspelling.terms.front()}, weight_misspelling,
                          {"viết sai thành", "misspelt as"});
            }
            if (bare(misspelling.word) == misspelling.word) {
                built_.hits.bare.insert(misspelling.word);
            } else {
                built_.hits.terms.insert(misspelling.word);
            }
        }
    }

    /// The passages that misspell one of the words from `position` on.
    void add_misspelt(std::uint32_t position, std::uint16_t span,
                      std::vector<Xapian::Query>& ways) const {
        for (const Misspelling& misspelling : misspellings_) {
            if (misspelling.position >= position && misspelling.position < position + span)
                ways.push_back(all_of(term_queries(misspelling.terms)));
        }
    }

    /// Every content word, a unit standing for the words it covers.
    std::optional<Xapian::Query> every_word(const Tokens& tokens, bool exact) {
        std::vector<Xapian::Query> demands;
        std::vector<Xapian::Query> function_demands;
        for (std::size_t i = 0; i < tokens.size();) {
            const std::uint32_t position = tokens[i].position;
            std::size_t next = i;
            while (next < tokens.size() && tokens[next].position == position) ++next;
            const std::uint32_t end = add_demand(tokens, i, next, exact, demands, function_demands);
            i = next;
            while (i < tokens.size() && tokens[i].position < end) ++i;
        }
        built_.demands += demands.size();
        if (demands.empty()) demands = std::move(function_demands);
        if (demands.empty()) return std::nullopt;
        return all_of(demands);
    }

    /// Typed without marks, the words of a compound stand for any neighbours spelled so: "dang uy".
    static void add_bare_neighbours(const Tokens& tokens, std::size_t first, std::uint16_t span,
                                    std::vector<Xapian::Query>& ways) {
        std::vector<Xapian::Query> pairs;
        const Token* previous = nullptr;
        const std::uint32_t end = tokens[first].position + span;
        for (std::size_t i = first; i < tokens.size() && tokens[i].position < end; ++i) {
            const Token& token = tokens[i];
            if (!is_running(token)) continue;
            if (token.kind == Token::Kind::implied || is_accented(token)) return;
            if (previous != nullptr) {
                pairs.emplace_back(make_term(prefix_pair, previous->bare + ' ' + token.bare));
            }
            previous = &token;
        }
        if (!pairs.empty()) ways.push_back(all_of(pairs));
    }

    /// Adds the demand of the tokens [first, next), which share a position; returns the position
    /// behind what it covers.
    std::uint32_t add_demand(const Tokens& tokens, std::size_t first, std::size_t next, bool exact,
                             std::vector<Xapian::Query>& demands,
                             std::vector<Xapian::Query>& function_demands) const {
        // The longest compound; those of the same length are meanings of one short form or one bare
        // spelling, or names of one paper.
        std::uint16_t span = 0;
        bool is_cited = false;
        for (std::size_t i = first; i < next; ++i) {
            if (!is_compound(tokens[i]) || tokens[i].span < span) continue;
            span = tokens[i].span;
            is_cited = tokens[i].kind == Token::Kind::citation;
        }
        std::vector<Xapian::Query> ways;
        for (std::size_t i = first; i < next; ++i) {
            if (is_compound(tokens[i]) && tokens[i].span == span) {
                ways.emplace_back(make_term(prefix_unit, tokens[i].term));
                if (!exact) ways.emplace_back(make_term(prefix_context, tokens[i].term));
            }
        }
        if (span > 1 && !exact && !is_cited) add_bare_neighbours(tokens, first, span, ways);
        const Token& token = tokens[first];
        const bool is_short_form = token.kind == Token::Kind::short_form;
        if (ways.empty() || (is_short_form && !is_cited)) {
            ways.push_back(presence(token, exact));
            span = std::max(span, token.span);
        }
        add_misspelt(token.position, span, ways);
        auto& list = span <= 1 && is_function_word(token.term) ? function_demands : demands;
        list.push_back(any_of(ways));
        return token.position + span;
    }

    /// A pair and its spellings where i and y vary freely.
    static std::vector<Xapian::Query> pair_with_twins(const std::string& pair) {
        const std::size_t blank = pair.find(' ');
        const std::array words = {pair.substr(0, blank), pair.substr(blank + 1)};
        const std::array twins = {i_y_variant(words[0]), i_y_variant(words[1])};
        std::vector<Xapian::Query> ways;
        for (const std::string& first : {words[0], twins[0]}) {
            for (const std::string& second : {words[1], twins[1]}) {
                if (!first.empty() && !second.empty())
                    ways.emplace_back(make_term(prefix_pair, first + ' ' + second));
            }
        }
        return ways;
    }

    Node phrase(const std::string& text, bool exact) {
        const Tokens tokens = builder_.analyzer_.analyze(text, Reading::query);
        Node node;
        std::vector<Xapian::Query> demands;
        for (const Token& token : tokens) {
            if (token.kind != Token::Kind::implied) remember_hit(token, exact);
        }
        Sequence sequence = sequence_of(text, exact);
        if (sequence.words.empty()) {
            node.is_nothing = true;
            return node;
        }
        built_.has_words = true;
        add_pair_scores(node, tokens);
        add_unit_scores(node, tokens, exact);
        add_word_scores(node, tokens, exact);
        for (const Pair& pair : neighbour_pairs(tokens))
            demands.push_back(exact ? Xapian::Query(make_term(prefix_pair, pair.term))
                                    : any_of(pair_with_twins(pair.term)));
        if (demands.empty()) {
            for (const Token& token : tokens) {
                if (is_compound(token)) demands.emplace_back(make_term(prefix_unit, token.term));
                if (is_running(token))
                    demands.push_back(any_of(term_queries(same_word(token, exact))));
            }
            node.match = any_of(demands);
        } else {
            node.match = all_of(demands);
            built_.phrases.push_back(std::move(sequence));
        }
        return node;
    }

    Node prefix(const QueryNode& node) {
        const std::string typed = lower(nfc(node.text));
        const bool accented = bare(typed) != typed;
        std::vector<std::string> terms;
        const auto collect = [&](const std::string& beginning) {
            for (auto at = database_.allterms_begin(beginning);
                 at != database_.allterms_end(beginning) && terms.size() < max_prefix_terms; ++at) {
                terms.push_back(*at);
            }
        };
        collect(typed);
        if (!accented) {
            for (auto key = database_.synonym_keys_begin(typed);
                 key != database_.synonym_keys_end(typed) && terms.size() < max_prefix_terms;
                 ++key) {
                for (auto at = database_.synonyms_begin(*key); at != database_.synonyms_end(*key);
                     ++at) {
                    terms.push_back(*at);
                }
            }
        }
        if (terms.size() >= max_prefix_terms) {
            built_.notices.push_back(
                {"prefix-too-wide",
                 {"\"" + node.text + "*\" khớp quá nhiều từ; chỉ dùng " +
                      std::to_string(max_prefix_terms) + " từ đầu, hãy gõ thêm chữ",
                  "\"" + node.text + "*\" fits too many words; only the first " +
                      std::to_string(max_prefix_terms) + " are used, type more letters"},
                 node.range});
        }
        Node result;
        built_.has_words = true;
        built_.hits.prefixes.push_back(bare(typed));
        result.match = terms.empty() ? Xapian::Query::MatchNothing : any_of(term_queries(terms));
        add_score(result, terms, weight_folded,
                  {"bắt đầu bằng «" + typed + "»", "beginning with «" + typed + "»"});
        return result;
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
            words.push_back(any_of(term_queries(in_context(same_word(token, exact_)))));
        }
        if (words.empty()) return std::nullopt;
        return all_of(words);
    }

    const QueryBuilder& builder_;
    const Xapian::Database& database_;
    Strictness strictness_;
    bool exact_;
    BuiltQuery built_;
    std::vector<Misspelling> misspellings_;  ///< of the words being visited
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
