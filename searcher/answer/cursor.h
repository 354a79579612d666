#pragma once

#include <cstddef>
#include <string>

#include "searcher/model/request.h"

namespace commsearch::answer {

/// A position in the answer to a request, as a text that programs hand back unread. Holds the
/// edition of the index, how many reports come before, and a checksum of the request: as an
/// edition never changes, that finds the same position again.
[[nodiscard]] std::string make_cursor(const std::string& edition, const SearchRequest& request,
                                      std::size_t position);

/// How many reports come before the position of `request.cursor`. Throws RequestError:
/// "outdated-cursor" when another generation has been published since, "bad-cursor" when it is no
/// cursor or one of another request.
[[nodiscard]] std::size_t read_cursor(const std::string& edition, const SearchRequest& request);

}  // namespace commsearch::answer
