#pragma once

#include <cstddef>
#include <string>

#include "searcher/model/result.h"

namespace commsearch {

/// A place in the answer to a request, as a text that only we read. A generation never changes and
/// ranking depends on nothing else, so a place is a number of reports.
[[nodiscard]] std::string make_cursor(const std::string& generation, const SearchRequest& request,
                                      std::size_t position);

/// The reports before the place. Throws RequestError "outdated-cursor" when another generation is
/// published by now, and "bad-cursor" when it is none or of another request.
[[nodiscard]] std::size_t read_cursor(const std::string& generation, const SearchRequest& request);

}  // namespace commsearch
