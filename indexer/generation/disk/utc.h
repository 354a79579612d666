#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commsearch::generation {

/// A moment in seconds since 1970 as text: "2026-11-26T02:00:00Z".
[[nodiscard]] std::string utc_text(std::int64_t seconds);
/// The moment of such a text; 0 when it is something else.
[[nodiscard]] std::int64_t utc_of(std::string_view text);

}  // namespace commsearch::generation
