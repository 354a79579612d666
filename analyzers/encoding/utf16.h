#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/encoding/encoding.h"

namespace commsearch::encoding {

/// UTF-16LE or UTF-16BE when `bytes` begin with its byte order mark; without one, when they are
/// well-formed UTF-16 that holds Latin or Vietnamese letters almost only.
[[nodiscard]] std::optional<Encoding> detect_utf16(std::string_view bytes);

/// UTF-16 -> UTF-8 without byte order mark; a lone surrogate or odd byte becomes U+FFFD.
[[nodiscard]] std::string decode_utf16(Encoding encoding, std::string_view bytes);

}  // namespace commsearch::encoding
