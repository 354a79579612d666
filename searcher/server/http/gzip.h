#pragma once

#include <string>
#include <string_view>

namespace commsearch::server {

/// `text` in gzip format; empty when zlib refuses (no memory).
[[nodiscard]] std::string gzipped(std::string_view text);

}  // namespace commsearch::server
