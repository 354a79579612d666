#pragma once

#include <string>
#include <string_view>

namespace commsearch::server {

/// A field of a CSV file (RFC 4180) that no spreadsheet takes for a formula: what begins with = + -
/// @ or a control character gets a ' in front.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace commsearch::server
