#include "searcher/interpret/interpret.h"

#include <algorithm>
#include <utility>

#include "searcher/interpret/words_reader.h"
#include "searcher/query/query_fields.h"

namespace commsearch::interpret {
namespace {

using query::QueryNode;
using Role = QueryNode::Role;

bool tells_of_places(const index::IndexReader& index) { return !index.snapshot().places().empty(); }

void add_topic(const QueryNode& node, std::string& topic) {
    for (const QueryNode& child : node.children) add_topic(child, topic);
    const bool is_topic = node.kind == QueryNode::Kind::words ||
                          (node.kind == QueryNode::Kind::phrase && node.role == Role::typed);
    if (is_topic) topic += (topic.empty() ? "" : " ") + node.text;
}

bool has_words(const QueryNode& node) {
    return node.kind == QueryNode::Kind::words ||
           std::any_of(node.children.begin(), node.children.end(), has_words);
}

/// The nodes that take the place of a run of words; none where it stays.
std::vector<QueryNode> read(Interpreted& made, const QueryNode& words,
                            const index::IndexReader& index, Month this_month) {
    WordsReader reader(made.query, words, index, this_month, made.interpretation);
    std::vector<QueryNode> nodes = reader.take();
    made.query.notices.insert(made.query.notices.end(), reader.notices().begin(),
                              reader.notices().end());
    return nodes;
}

/// Says how a query that is nothing but a place was read: its words are not searched at all.
void note_place(query::ParsedQuery& query, const Interpretation& interpretation) {
    if (interpretation.readings.size() != 1) return;
    const QueryNode& root = query.root.front();
    const bool is_place = root.kind == QueryNode::Kind::filter && root.role == Role::narrows &&
                          interpretation.readings.front().kind == Reading::Kind::place;
    if (!is_place) return;
    query.notices.push_back(make_notice(
        NoticeKind::place_filter, {query::query_field(root.field).name, root.text}, root.range));
}

}  // namespace

Interpreted interpret(query::ParsedQuery typed, const index::IndexReader& index, Month this_month) {
    Interpreted made{std::move(typed), {}};
    if (made.query.root.empty()) return made;
    QueryNode& root = made.query.root.front();
    const bool joins = root.kind == QueryNode::Kind::all;
    std::vector<QueryNode> parts = joins ? std::move(root.children) : std::vector<QueryNode>{root};
    std::vector<QueryNode> meant;
    for (QueryNode& part : parts) {
        std::vector<QueryNode> nodes;
        if (part.kind == QueryNode::Kind::words && !part.exact && tells_of_places(index))
            nodes = read(made, part, index, this_month);
        if (nodes.empty()) nodes.push_back(std::move(part));
        std::move(nodes.begin(), nodes.end(), std::back_inserter(meant));
    }
    if (meant.size() == 1) {
        root = std::move(meant.front());
    } else {
        root = {.kind = QueryNode::Kind::all, .range = root.range, .children = std::move(meant)};
    }
    add_topic(root, made.interpretation.topic);
    const bool is_signer = made.interpretation.wanted == Interpretation::Wanted::signer;
    if (!has_words(root) && !is_signer && !made.interpretation.readings.empty())
        made.interpretation.wanted = Interpretation::Wanted::report;
    note_place(made.query, made.interpretation);
    return made;
}

}  // namespace commsearch::interpret
