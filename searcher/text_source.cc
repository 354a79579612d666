#include "searcher/text_source.h"

#include <algorithm>
#include <string>

namespace commsearch {

void TextSource::init(const Xapian::Database& database) {
    at_ = 0;
    last_ = database.get_lastdocid();
}

void TextSource::skip_to(Xapian::docid passage, double min_weight) {
    passage = std::max(passage, at_);
    while (passage <= last_ && !check(passage, min_weight)) ++passage;
    at_ = passage;
}

bool TextSource::check(Xapian::docid passage, double /*min_weight*/) {
    at_ = passage;
    const std::string value = database_.get_document(passage).get_value(facet_slot);
    if (value.empty()) return false;  // a report's own document
    const std::uint32_t ordinal = decode_facets(value).ordinal;
    return holds_(texts_.tokens(passage - ordinal, ordinal));
}

}  // namespace commsearch
