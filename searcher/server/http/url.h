#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/protocol/request_reader.h"

namespace commsearch::server {

/// A request target taken apart and decoded.
struct Url {
    std::string path;
    protocol::Parameters parameters;
};

/// Takes apart a target as HTTP has it, "/search?q=n%C3%B4ng+th%C3%B4n": '+' is a blank in
/// parameters. What has to be percent-encoded and is not, as people type it ("/?q=nông"), is taken
/// as it stands. Nothing for a target that does not begin with '/', has a bad percent sign, is no
/// UTF-8 once decoded, or holds control characters; line ends and tabs may stand in parameters.
[[nodiscard]] std::optional<Url> parse_target(std::string_view target);

/// `text` with everything but ASCII letters, digits and "-._~" as %XX.
[[nodiscard]] std::string url_encoded(std::string_view text);

}  // namespace commsearch::server
