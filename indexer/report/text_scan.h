#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/table_span.h"

namespace commsearch::report {

/// Without blanks of any width (NBSP, tab, zero-width space, BOM …) at both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

/// The words of `text` in lower case without accents, parted by one blank: "Quốc phòng-An ninh: "
/// -> "quoc phong an ninh". A word is a run of letters and digits; it also ends where a capital
/// letter follows a small one ("xãTân Lập" -> "xa tan lap").
[[nodiscard]] std::string words_key(std::string_view text);

/// Byte at which the words of `phrase` begin in `key` (both as of words_key), from `from` on; npos
/// when they are not there. Whole words only.
[[nodiscard]] std::size_t find_words(std::string_view key, std::string_view phrase,
                                     std::size_t from = 0);
/// Whether `key` holds the words of `phrase`.
[[nodiscard]] bool has_words(std::string_view key, std::string_view phrase);
/// Whether `key` begins with the words of `phrase`.
[[nodiscard]] bool begins_with_words(std::string_view key, std::string_view phrase);
/// Whether `key` begins with the words of one of `phrases`, a list of words_key()s.
[[nodiscard]] bool begins_with_any(std::string_view key, const auto& phrases) {
    return std::any_of(std::begin(phrases), std::end(phrases),
                       [&](std::string_view phrase) { return begins_with_words(key, phrase); });
}
/// How often `key` holds the words of `phrase`; occurrences do not overlap.
[[nodiscard]] std::size_t count_words(std::string_view key, std::string_view phrase);

/// Whether `key` is one of `keys`, a list of words_key()s.
[[nodiscard]] bool is_one_of(std::string_view key, const auto& keys) {
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

/// Number of words as passages are measured: runs without blanks.
[[nodiscard]] std::size_t word_count(std::string_view text);
/// Number of characters (code points).
[[nodiscard]] std::size_t length(std::string_view text);
/// Whether (nearly) all letters are capitals, and there are at least two words of them.
[[nodiscard]] bool is_capitals(std::string_view text);

/// Its first letter as a capital, the others small: "huyện" -> "Huyện", "MỸ" -> "Mỹ".
[[nodiscard]] std::string with_capital(std::string_view word);

/// A word, number or mark of a line that is scanned for numbers, dates and names.
struct LineToken {
    enum class Kind : std::uint8_t { word, number, mark };
    Kind kind = Kind::mark;
    std::string_view text;    ///< as written
    std::string key;          ///< lower case without accents
    std::size_t at = 0;       ///< byte offset in the line
    std::size_t gap = 0;      ///< blanks before it; a tab counts as four
    std::int32_t value = -1;  ///< of a number; -1 when it is none or has more than nine digits
    bool capital = false;     ///< a word that begins with a capital letter

    [[nodiscard]] bool is(std::string_view unaccented_word) const { return key == unaccented_word; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    [[nodiscard]] bool is_word() const { return kind == Kind::word; }
};

/// Blanks that part two columns, or two cells, of a line; a tab is as wide.
inline constexpr std::size_t column_gap = 3;

/// The tokens of `line`, at most `limit` of them: headers, titles and headings are short.
[[nodiscard]] std::vector<LineToken> tokens_of(std::string_view line, std::size_t limit = 400);

/// Tokens of one line, in order: what the readers of numbers, dates and names look at.
using LineTokens = std::span<const LineToken>;

/// The first `limit` of `tokens`, or all of them.
[[nodiscard]] LineTokens first_tokens(LineTokens tokens, std::size_t limit);

/// The text from the begin of `first` to the end of `last`, both of one line.
[[nodiscard]] std::string_view text_between(const LineToken& first, const LineToken& last);

/// A line of a document that is not blank. tokens() makes it a thing for one thread.
struct Line {
    std::string_view text;     ///< without blanks at its ends; points into the document
    std::uint32_t number = 0;  ///< 1-based
    bool after_blank = false;  ///< the line before it is blank or holds no word
    std::string key;           ///< words_key(text)
    std::uint32_t table = 0;   ///< which table it is a row of, 1 the first; 0 for any other line.
                               ///< `text` is the whole row then, a tab between two cells.
    bool is_head = false;      ///< a row of heads of columns
    bool after_table = false;  ///< a table ends before it
    /// What tokens() found.
    mutable std::optional<std::vector<LineToken>> scanned = {};

    /// tokens_of(text): the line is scanned at the first call, the tokens are kept.
    [[nodiscard]] LineTokens tokens() const;
    /// The same for the last one who asks: they are not kept, so that the tokens of a long report
    /// are never in memory all at once.
    [[nodiscard]] std::vector<LineToken> take_tokens() const;
};

/// The lines that hold anything but blanks. Names of image files are cut out (a line may then come
/// as two of the same number); lines without a letter or digit are left out. `tables` are those of
/// the text.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text,
                                         const std::vector<source::TableSpan>& tables = {});

}  // namespace commsearch::report
