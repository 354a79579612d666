#pragma once

// Shared by the readers of this folder only.

#include <nlohmann/json_fwd.hpp>

#include "searcher/protocol/request_reader.h"

namespace commsearch::protocol {

/// A request from parsed JSON; throws RequestError as read_request.
[[nodiscard]] ProtocolRequest read_request_object(const nlohmann::json& json);

}  // namespace commsearch::protocol
