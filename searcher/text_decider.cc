#include "searcher/text_decider.h"

#include <algorithm>

#include "searcher/request_error.h"
#include "searcher/sequences.h"

namespace commsearch {

bool TextDecider::operator()(const Xapian::Document& document) const {
    const FacetRecord facets = index_.facets(document);
    const Selection* const selection = scope_.selection;
    if (selection != nullptr && !selection->is_wanted(selection->failed(facets))) return false;
    if (std::chrono::steady_clock::now() > scope_.deadline) throw TimeLimit();
    const Tokens tokens = texts_.tokens(document.get_docid() - facets.ordinal, facets.ordinal);
    return std::all_of(built_.phrases.begin(), built_.phrases.end(),
                       [&](const Sequence& phrase) { return holds_sequence(tokens, phrase); }) &&
           std::all_of(built_.nears.begin(), built_.nears.end(),
                       [&](const Nearness& near) { return holds_nearness(tokens, near); });
}

}  // namespace commsearch
