#pragma once

#include <string_view>

namespace commsearch::server {

// What a client takes, by the weights it gives (RFC 9110, 12.4.2). A weight that is none counts as
// 0, a missing one as 1.

/// Whether an Accept-Encoding takes gzip and does not prefer the bytes as they are.
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

/// Whether an Accept prefers text/html to application/json, as that of browsers does.
[[nodiscard]] bool prefers_html(std::string_view accept);

}  // namespace commsearch::server
