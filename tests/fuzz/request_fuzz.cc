// Requests of strangers: JSON, addresses, lines. What is read obeys its limits; what is not is a
// RequestError, nothing else.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "searcher/model/request_error.h"
#include "searcher/protocol/line_reader.h"
#include "searcher/protocol/request_reader.h"
#include "searcher/server/http/url.h"

namespace {

using namespace commsearch;

void check(bool holds) {
    if (!holds) std::abort();
}

void check_request(const protocol::ProtocolRequest& request) {
    check(!request.queries.empty() && request.queries.size() <= protocol::max_queries);
    for (const SearchRequest& search : request.queries) {
        check(search.limit <= 1000 && search.offset <= 1'000'000);
        check(search.passages_per_report <= 1000 && search.excerpt_bytes <= 10'000);
        check(search.from == 0 || search.to == 0 || search.from <= search.to);
    }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        check_request(protocol::read_request(text));
    } catch (const RequestError& error) {
        check(!error.code().empty());
    }
    if (const auto url = server::parse_target(text)) {
        check(is_valid_utf8(url->path));
        try {
            check_request(protocol::read_parameters(url->parameters));
        } catch (const RequestError& error) {
            check(!error.code().empty());
        }
    }
    const auto again = server::parse_target("/?q=" + server::url_encoded(text));
    check(!again || again->parameters.at(0).second == text);
    constexpr std::size_t longest = 64;
    std::size_t at = 0;
    protocol::StreamLineReader lines(
        [&](char* buffer, std::size_t room) {
            const std::size_t given = std::min({room, size - at, std::size_t{7}});
            text.copy(buffer, given, at);
            at += given;
            return given;
        },
        longest);
    std::string line;
    while (lines.next(line) != protocol::StreamLineReader::Result::end)
        check(line.size() <= longest);
    return 0;
}
