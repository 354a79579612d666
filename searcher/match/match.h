#pragma once

#include <cstdint>

#include "searcher/model/facet_kind.h"

namespace commsearch::match {

/// A passage that matched the query.
struct Match {
    std::uint32_t passage = 0;  ///< its document
    std::uint32_t section = 0;  ///< number of its section in the columns
    std::uint32_t report = 0;   ///< document of its report
    FacetSet failed = 0;        ///< choices it fails; then it only counts for a facet
    bool is_full = true;        ///< meets the whole query; false: it only comes near
    double weight = 0;          ///< its score so far: rank/score.h
};

}  // namespace commsearch::match
