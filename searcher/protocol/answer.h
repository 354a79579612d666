#pragma once

#include <chrono>
#include <string>

#include "analyzers/base/message.h"
#include "searcher/protocol/request_reader.h"
#include "searcher/searcher.h"

namespace commsearch::protocol {

/// An answer of the JSON protocol, without a line end.
struct ProtocolAnswer {
    std::string json;
    int exit_code = 0;       ///< as of the program: 0 found, 1 nothing found, 2 wrong use, 3 system
    std::string error_code;  ///< of an error, else empty
    std::string message;     ///< of an error
    std::size_t reports = 0;  ///< found, of a single search
};

/// Answers a request; a search that fails is an error object.
[[nodiscard]] ProtocolAnswer answer(const Searcher& searcher, ProtocolRequest request,
                                    Language language,
                                    std::chrono::steady_clock::time_point deadline);

/// The same for a text that may be no request at all. Never throws RequestError.
[[nodiscard]] ProtocolAnswer answer_text(const Searcher& searcher, std::string_view json,
                                         Language language,
                                         std::chrono::steady_clock::time_point deadline);

/// The error object for a request longer than max_request_bytes.
[[nodiscard]] ProtocolAnswer too_long_answer(Language language);

/// The error object for what is being handled by a catch clause, whatever was thrown.
[[nodiscard]] ProtocolAnswer current_error(Language language, const std::string& id_json = {});

}  // namespace commsearch::protocol
