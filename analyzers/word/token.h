#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace commsearch::word {

/// What the analyzer makes of a piece of text: the value that every step passes on.
struct Token {
    enum class Kind : std::uint8_t {
        word,        ///< a syllable or any other run of letters: "nông", "vneid"
        number,      ///< "11598837303", "98,5", "4"
        short_form,  ///< an abbreviation as written: "ntm", "ktxh"
        expansion,   ///< a syllable of the long form that a short form stands for: "nông"
        compound,    ///< a known compound, in its long form: "nông thôn mới"
        citation,    ///< a paper, day or month by one of its names: "nghị quyết 16"
        figure,      ///< a share or percentage as a whole: "19/19", "98,5 %"
    };

    /// NFC, lower case, canonical tone place, never empty. The parts of a compound are parted by
    /// one blank.
    std::string term;
    std::string unaccented;  ///< the term without any mark: "nong"; a number without ",0"
    /// Bytes of the analyzed text, half-open. An expansion has those of its short form.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Counts syllables from 0; a short form takes as many as its long form has. One number is left
    /// out where a sentence ends, so that tokens on both sides are not neighbours.
    std::uint32_t position = 0;
    std::uint16_t span = 1;  ///< positions covered, at least 1
    Kind kind = Kind::word;

    bool operator==(const Token&) const = default;
};

/// True for citations and figures: one term for what is written in several ways, which stands in no
/// running text and is counted nowhere.
[[nodiscard]] inline bool is_name(Token::Kind kind) {
    return kind == Token::Kind::citation || kind == Token::Kind::figure;
}

/// True for compounds, citations and figures: what stands over the running text.
[[nodiscard]] inline bool is_multiword(const Token& token) {
    return token.kind == Token::Kind::compound || is_name(token.kind);
}

/// True for the tokens that make up the running text, one a position: words, numbers,
/// expansions and short forms that stand for themselves.
[[nodiscard]] inline bool is_running(const Token& token) {
    return !is_multiword(token) && (token.kind != Token::Kind::short_form || token.span == 1);
}

/// Whether `token` lies over that position of the running text.
[[nodiscard]] inline bool covers(const Token& token, std::uint32_t position) {
    return position >= token.position && position - token.position < token.span;
}

/// Two neighbours of the running text.
struct Pair {
    std::string term;            ///< both unaccented, parted by one blank: "nong thon"
    std::uint32_t position = 0;  ///< of the first
    bool operator==(const Pair&) const = default;
};

/// In text order: `position` never decreases.
using Tokens = std::vector<Token>;

/// The pairs of neighbours in `tokens`, in order. A pair does not cross the end of a sentence.
[[nodiscard]] std::vector<Pair> neighbour_pairs(const Tokens& tokens);

}  // namespace commsearch::word
