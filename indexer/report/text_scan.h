#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// Without blanks of any width (NBSP, tab, zero-width space, BOM …) at both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

/// Bare words parted by one blank: "Quốc phòng-An ninh: " -> "quoc phong an ninh". A word is a run
/// of letters and digits; a small letter before a capital one ends it ("xãTân Lập" -> "xa tan
/// lap").
[[nodiscard]] std::string words_key(std::string_view text);

/// Where the bare words `phrase` first stand in `key` at word borders; npos when nowhere.
[[nodiscard]] std::size_t find_words(std::string_view key, std::string_view phrase,
                                     std::size_t from = 0);
/// Whether they do.
[[nodiscard]] bool has_words(std::string_view key, std::string_view phrase);
/// Whether `key` begins with the bare words `phrase`.
[[nodiscard]] bool begins_with_words(std::string_view key, std::string_view phrase);
/// How often `phrase` stands in `key` at word borders.
[[nodiscard]] std::size_t count_words(std::string_view key, std::string_view phrase);

/// Words in the sense of a passage: runs without blanks.
[[nodiscard]] std::size_t word_count(std::string_view text);
/// Code points.
[[nodiscard]] std::size_t length(std::string_view text);
/// Whether (nearly) all letters are capitals, and there are at least two words of them.
[[nodiscard]] bool is_capitals(std::string_view text);

/// What a line is made of when it is scanned for numbers, dates and names.
struct LineToken {
    enum class Kind : std::uint8_t { word, number, mark };
    Kind kind = Kind::mark;
    std::string_view text;    ///< as written
    std::string key;          ///< bare spelling
    std::size_t at = 0;       ///< byte offset in the line
    std::size_t gap = 0;      ///< blanks before it; a tab counts as four
    std::int32_t value = -1;  ///< of a number; -1 when it is none or has more than nine digits
    bool capital = false;     ///< a word that begins with a capital letter

    [[nodiscard]] bool is(std::string_view bare_word) const { return key == bare_word; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    [[nodiscard]] bool is_word() const { return kind == Kind::word; }
};

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
    bool after_blank = false;  ///< a line without a word stands before it
    std::string key;           ///< words_key(text)
    /// What tokens() found.
    mutable std::optional<std::vector<LineToken>> scanned = {};

    /// tokens_of(text): the line is scanned at the first call, the tokens are kept.
    [[nodiscard]] LineTokens tokens() const;
    /// The same for the last one who asks: they are not kept, so that the tokens of a long report
    /// are never in memory all at once.
    [[nodiscard]] std::vector<LineToken> take_tokens() const;
};

/// The lines that hold anything but blanks. Names of image files are cut out (a line may then come
/// as two of the same number); lines without a letter or digit are left out.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

}  // namespace commsearch
