#include "searcher/text_decider.h"

#include <algorithm>

#include "searcher/excerpt.h"

namespace commsearch {

bool TextDecider::operator()(const Xapian::Document& document) const {
    const FacetRecord facets = index_.facets(document);
    if (selection_ != nullptr && !selection_->is_wanted(selection_->failed(facets))) return false;
    const Xapian::docid report = document.get_docid() - facets.ordinal;
    if (report != report_) {
        record_ = decode_report(index_.database.get_document(report).get_data());
        reader_.emplace(record_, index_.topics, analyzer_);
        report_ = report;
    }
    const Tokens tokens = reader_->tokens(facets.ordinal);
    return std::all_of(built_.phrases.begin(), built_.phrases.end(),
                       [&](const Sequence& phrase) { return holds_sequence(tokens, phrase); }) &&
           std::all_of(built_.nears.begin(), built_.nears.end(),
                       [&](const Nearness& near) { return holds_nearness(tokens, near); });
}

}  // namespace commsearch
