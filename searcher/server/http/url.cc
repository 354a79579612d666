#include "searcher/server/http/url.h"

#include <algorithm>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_clean(std::string_view text) {
    return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7f;
           });
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            out.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            out.push_back(plus_is_blank && text[i] == '+' ? ' ' : text[i]);
        }
    }
    if (!is_clean(out)) return std::nullopt;
    return out;
}

}  // namespace

std::optional<Url> parse_target(std::string_view target) {
    if (target.empty() || target.front() != '/') return std::nullopt;
    const std::size_t mark = target.find('?');
    const auto path = decoded(target.substr(0, mark), false);
    if (!path || path->find_first_of("\n\r\t") != std::string::npos) return std::nullopt;
    Url url{*path, {}};
    if (mark == std::string_view::npos) return url;
    for (const std::string_view pair : split(target.substr(mark + 1), '&')) {
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals), true);
        auto value = equals == std::string_view::npos ? std::optional<std::string>("")
                                                      : decoded(pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        url.parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return url;
}

std::string url_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                              c == '~';
        if (is_plain) {
            out.push_back(c);
        } else {
            out += {'%', digits[byte / 16U], digits[byte % 16U]};
        }
    }
    return out;
}

}  // namespace commsearch
