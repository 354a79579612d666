#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/figures/figure_lexicon.h"

namespace commsearch::report {

/// A word, number or mark of a line that is read for figures.
struct FigureToken {
    enum class Kind : std::uint8_t { word, number, mark };
    Kind kind = Kind::mark;
    std::uint32_t begin = 0;  ///< bytes of the line, half-open
    std::uint32_t end = 0;
    std::string_view text;                ///< as written; a number with its separators: "1.184,5"
    std::string_view key;                 ///< of a word in lower case, else as written
    bool capital = false;                 ///< a word that begins with a capital letter
    bool glued = false;                   ///< no blank before it
    const LexiconEntry* entry = nullptr;  ///< phrases that begin with it

    [[nodiscard]] bool is_word() const { return kind == Kind::word; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    [[nodiscard]] bool is_mark() const { return kind == Kind::mark; }
    [[nodiscard]] bool is(std::string_view lower_case) const { return key == lower_case; }
};

using FigureTokens = std::span<const FigureToken>;

/// The tokens of one line, which must live as long. Linear in its size.
class FigureLine {
public:
    explicit FigureLine(std::string_view line);
    FigureLine(const FigureLine&) = delete;
    FigureLine& operator=(const FigureLine&) = delete;

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] FigureTokens tokens() const { return tokens_; }

private:
    void add_marks(std::size_t begin, std::size_t end);

    std::string_view text_;
    std::string lower_;  ///< the words in lower case, that the keys point into
    std::vector<FigureToken> tokens_;
};

/// Tokens of the longest phrase at `at` that has one of `cues`; 0 when there is none.
[[nodiscard]] std::size_t cue_at(FigureTokens tokens, std::size_t at, CueSet cues);
/// Where a phrase with one of `cues` begins that ends before the token `end`; `end` when there is
/// none.
[[nodiscard]] std::size_t cue_before(FigureTokens tokens, std::size_t end, CueSet cues);
/// The unit spelled at `at`, and how many tokens it takes; null when there is none.
struct UnitAt {
    const FigureUnit* unit = nullptr;
    std::size_t size = 0;
};
[[nodiscard]] UnitAt unit_at(FigureTokens tokens, std::size_t at);

/// Whether a sentence ends with the token `at`.
[[nodiscard]] bool ends_sentence(FigureTokens tokens, std::size_t at);
/// Whether the token is a mark that parts clauses: , ; : ( ) or a dash between blanks.
[[nodiscard]] bool parts_clauses(const FigureToken& token);

}  // namespace commsearch::report
