#pragma once

#include <string_view>

namespace commsearch::protocol {

/// The JSON Schema (2020-12) of the "request" or "answer" of the protocol; empty for other names.
[[nodiscard]] std::string_view protocol_schema(std::string_view name);

}  // namespace commsearch::protocol
