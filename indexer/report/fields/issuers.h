#pragma once

#include <optional>
#include <string_view>

#include "indexer/report/report.h"

namespace commsearch::report {

/// A body a line names.
struct IssuerMention {
    Issuer kind = Issuer::unknown;
    std::string_view label;  ///< "Đảng ủy", "UBND", "Hội Nông dân": what stands before the place
    bool superior = false;  ///< of the district or province, not of a commune
};

/// The first body the unaccented words `key` name; nothing when there is none.
[[nodiscard]] std::optional<IssuerMention> issuer_named(std::string_view key);

/// The body a signature line speaks for: "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ".
[[nodiscard]] std::optional<IssuerMention> issuer_signing(std::string_view key);

/// Label of a kind when no line names the body.
[[nodiscard]] std::string_view label_of(Issuer kind);

}  // namespace commsearch::report
