#include "searcher/server/http/url.h"

#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/grammar/ci_string.hpp>
#include <boost/url/grammar/lut_chars.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/pchars.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>

#include "analyzers/base/unicode.h"

namespace commsearch::server {
namespace {

namespace urls = boost::urls;

/// What RFC 3986 allows in a path and its query.
constexpr auto allowed = urls::pchars + urls::grammar::lut_chars("/?");

/// The target with %XX for what people type and RFC 3986 forbids: "/?q=nông|lâm".
std::string strict(std::string_view target) {
    std::string out;
    for (const char& c : target) {
        if (c == '%' || allowed(c))
            out += c;
        else
            out += urls::encode(urls::string_view(&c, 1), allowed);
    }
    return out;
}

/// "http://host/path?x" as "/path?x": a server takes the form that proxies are asked in too (RFC
/// 9112, 3.2.2). Anything else as it is.
std::string_view without_authority(std::string_view target) {
    constexpr std::string_view scheme = "http://";
    const std::string_view own = target.substr(0, scheme.size());
    if (!urls::grammar::ci_is_equal(urls::string_view(own.data(), own.size()),
                                    urls::string_view(scheme.data(), scheme.size())))
        return target;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    if (path == scheme.size()) return target;  // no host
    return path == std::string_view::npos ? "/" : target.substr(path);
}

bool is_clean(std::string_view text) {
    return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7f;
           });
}

}  // namespace

std::optional<Url> parse_target(std::string_view target) {
    const std::string text = strict(without_authority(target));
    const auto parsed = urls::parse_origin_form(text);
    if (!parsed) return std::nullopt;
    Url url{parsed->path(), {}};
    if (!is_clean(url.path) || url.path.find_first_of("\n\r\t") != std::string::npos)
        return std::nullopt;
    for (const urls::param& pair : parsed->params()) {
        if (pair.key.empty() && !pair.has_value) continue;
        if (!is_clean(pair.key) || !is_clean(pair.value)) return std::nullopt;
        url.parameters.emplace_back(pair.key, pair.value);
    }
    return url;
}

std::string url_encoded(std::string_view text) {
    return urls::encode(urls::string_view(text.data(), text.size()), urls::unreserved_chars);
}

}  // namespace commsearch::server
