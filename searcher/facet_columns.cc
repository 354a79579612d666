#include "searcher/facet_columns.h"

namespace commsearch {

FacetColumns::FacetColumns(const Xapian::Database& database) {
    records_.resize(std::size_t{database.get_lastdocid()} + 1);
    const auto end = database.valuestream_end(facet_slot);
    for (auto value = database.valuestream_begin(facet_slot); value != end; ++value)
        records_[value.get_docid()] = decode_facets(*value);
}

}  // namespace commsearch
