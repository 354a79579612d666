#pragma once

#include <cstdint>

#include "searcher/index/open_index.h"
#include "searcher/model/result.h"

namespace commsearch {

/// A value of a facet (a number of FacetTables) as it is told: value, label, parent and epoch; the
/// rest is left as it is. Headings take their label from the index.
[[nodiscard]] FacetValue describe_value(const OpenIndex& index, FacetKind kind,
                                        std::uint64_t number);

/// "Đảng ủy" of "dang-uy", "Báo cáo" of "bao-cao"; empty for what is no slug.
[[nodiscard]] std::string issuer_label(std::string_view slug);
[[nodiscard]] std::string type_label(std::string_view slug);

}  // namespace commsearch
