#pragma once

#include <string>

#include "analyzers/base/message.h"
#include "searcher/protocol/answer.h"
#include "searcher/server/http/http.h"

namespace commsearch::server {

/// An error as its audience understands it: a page or an object of JSON.
[[nodiscard]] HttpResponse error_response(int status, const std::string& code,
                                          const Message& message, const ErrorAudience& audience);

/// The error that a catch clause is handling, whatever was thrown: status 400, 410, 413, 500 or
/// 503.
[[nodiscard]] HttpResponse current_error_response(const ErrorAudience& audience);

/// The HTTP status of an answer of the protocol.
[[nodiscard]] int status_of(const protocol::ProtocolAnswer& answer);

}  // namespace commsearch::server
