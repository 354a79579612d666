#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analyzers/word/token.h"

namespace commsearch::word {

/// What a token says, each text once in an analyzer.
struct Lexeme {
    std::string term;        ///< as Token::term
    std::string unaccented;  ///< as Token::unaccented
    /// The unaccented spelling with y for an i at its end where the two vary freely, else empty.
    std::string twin;
    /// Which term this is: an analyzer counts them from 0 and gives no number twice, so that what
    /// belongs to a term can be kept in an array.
    std::uint32_t number = 0;
};

/// A token without a text of its own.
struct TokenView {
    const Lexeme* word = nullptr;
    std::uint32_t begin = 0;  ///< all as in Token
    std::uint32_t end = 0;
    std::uint32_t position = 0;
    std::uint16_t span = 1;
    Token::Kind kind = Token::Kind::word;

    /// As is_multiword() and is_running() of a Token.
    [[nodiscard]] bool is_multiword() const {
        return kind == Token::Kind::compound || is_name(kind);
    }
    [[nodiscard]] bool is_running() const {
        return !is_multiword() && (kind != Token::Kind::short_form || span == 1);
    }
};

/// In text order, as Tokens. They live until the analyzer that gave them is asked again.
using TokenViews = std::span<const TokenView>;

}  // namespace commsearch::word
