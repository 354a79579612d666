#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/protocol/request_reader.h"

namespace commsearch {

/// A request target taken apart and decoded.
struct Url {
    std::string path;
    Parameters parameters;
};

/// "/search?q=n%C3%B4ng+th%C3%B4n": '+' is a blank in parameters. Nothing for a target that does
/// not begin with '/', has a bad percent sign, is no UTF-8 once decoded, or holds control
/// characters.
[[nodiscard]] std::optional<Url> parse_target(std::string_view target);

/// Everything but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string url_encoded(std::string_view text);

}  // namespace commsearch
