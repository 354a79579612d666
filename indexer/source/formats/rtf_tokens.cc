#include "indexer/source/formats/rtf_tokens.h"

#include <algorithm>
#include <charconv>

#include "analyzers/base/ascii.h"

namespace commsearch::source {
namespace {

using TokenKind = RtfToken::Kind;

RtfToken byte_token(char byte) {
    return {.kind = TokenKind::byte,
            .word = {},
            .number = {},
            .byte = static_cast<unsigned char>(byte)};
}

}  // namespace

std::optional<RtfToken> RtfTokens::next() {
    rest_.remove_prefix(
        std::min(rest_.find_first_not_of(std::string_view("\r\n\0", 3)), rest_.size()));
    if (rest_.empty()) return std::nullopt;
    const char byte = rest_.front();
    rest_.remove_prefix(1);
    if (byte == '{') return RtfToken{.kind = TokenKind::group_begin, .word = {}, .number = {}};
    if (byte == '}') return RtfToken{.kind = TokenKind::group_end, .word = {}, .number = {}};
    if (byte != '\\' || rest_.empty()) return byte_token(byte);
    return is_ascii_letter(rest_.front()) ? control_word() : escaped();
}

RtfToken RtfTokens::escaped() {
    const std::string_view symbol = rest_.substr(0, 1);
    rest_.remove_prefix(1);
    if (symbol == "\r" || symbol == "\n")
        return {.kind = TokenKind::word, .word = "par", .number = {}};
    if (symbol == "{" || symbol == "}" || symbol == "\\") return byte_token(symbol.front());
    if (symbol != "'") return {.kind = TokenKind::word, .word = symbol, .number = {}};
    unsigned value = 0;
    const std::string_view digits = rest_.substr(0, 2);
    const auto [end, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    rest_.remove_prefix(static_cast<std::size_t>(end - digits.data()));
    return byte_token(failed == std::errc{} ? static_cast<char>(value) : '?');
}

RtfToken RtfTokens::control_word() {
    RtfToken token{.kind = TokenKind::word, .word = {}, .number = {}};
    const auto word_end = std::find_if_not(rest_.begin(), rest_.end(), is_ascii_letter);
    token.word = rest_.substr(0, static_cast<std::size_t>(word_end - rest_.begin()));
    rest_.remove_prefix(token.word.size());
    const std::size_t sign = rest_.starts_with('-') ? 1 : 0;
    if (rest_.size() > sign && is_ascii_digit(rest_[sign])) {
        const auto number_end = std::find_if_not(rest_.begin() + static_cast<std::ptrdiff_t>(sign),
                                                 rest_.end(), is_ascii_digit);
        const std::string_view digits =
            rest_.substr(0, static_cast<std::size_t>(number_end - rest_.begin()));
        std::int32_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        token.number = number;
        rest_.remove_prefix(digits.size());
    }
    if (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (token.word == "bin" && token.number.value_or(0) > 0)
        rest_.remove_prefix(
            std::min<std::size_t>(static_cast<std::size_t>(*token.number), rest_.size()));
    return token;
}

}  // namespace commsearch::source
