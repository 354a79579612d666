#include "analyzers/encoding/broken_spaces.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_set>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"

namespace commsearch {
namespace {

// What stays in a line costs; a join costs less than any piece it saves.
constexpr int fragment_cost = 10;
constexpr int weak_cost = 5;
constexpr int join_cost = 1;

constexpr std::size_t max_pieces = 5;
constexpr std::size_t max_letters = 7;  // nghiêng
constexpr std::size_t max_gap = 2;      // bytes of blanks inside a word

enum class Letters : std::uint8_t { small, capitals, title, mixed };

/// A stretch of letters.
struct Piece {
    std::size_t begin = 0;  ///< bytes, half-open
    std::size_t end = 0;
    std::size_t size = 0;  ///< letters
    std::string low;
    Letters letters = Letters::small;
    int cost = 0;          ///< of leaving it as it is
    bool follows = false;  ///< only blanks stand between it and the piece before
    bool may_join = false;
};

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }
bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_vowel_word(const std::string& low) {
    static const auto words = [] {
        std::unordered_set<std::string> made;
        for (const TsvRow& row : tsv_rows(embedded::vowel_words_tsv())) {
            made.emplace(row.fields[0]);
        }
        return made;
    }();
    return words.contains(canonical_word(low));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// "t", "ng", "th": what can begin or end a syllable, without a vowel.
bool is_consonants(std::string_view low) {
    constexpr std::string_view clusters =
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu q r s t th tr v x ";
    const std::string key = ' ' + std::string(low) + ' ';
    return clusters.find(key) != std::string_view::npos && low != "gi" && low != "qu";
}

/// A syllable, and if it has no onset, one that is a word.
bool is_word(const std::string& low) {
    Syllable syllable;
    return parse_syllable(low, syllable) && (!syllable.onset.empty() || is_vowel_word(low));
}

/// "HĐND", "TTĐU": ASCII capitals and Đ.
bool is_short_form(const Piece& piece) {
    if (piece.letters != Letters::capitals) return false;
    for (std::size_t at = 0; at < piece.low.size();) {
        const CodePoint point = decode_at(piece.low, at);
        if (point.value >= 0x80 && point.value != U'đ') return false;
        at += point.size;
    }
    return piece.low.find("đ") != std::string::npos;
}

int cost_of(const Piece& piece) {
    if (piece.letters == Letters::mixed) return 0;
    if (is_consonants(piece.low)) {
        const bool starts_word = piece.letters == Letters::title && piece.size > 1;  // "Th"
        return piece.letters == Letters::small || starts_word ? fragment_cost : weak_cost;
    }
    if (piece.low == "i" && piece.letters == Letters::small) return fragment_cost;
    if (piece.size == 1 && is_ascii(piece.low)) return weak_cost;
    if (is_word(piece.low) || is_short_form(piece)) return 0;
    if (!is_ascii(piece.low)) return fragment_cost;
    return is_syllable(piece.low) && piece.letters != Letters::title ? weak_cost : 0;
}

Letters letters_of(std::string_view written) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first = false;
    for (std::size_t at = 0; at < written.size(); ++letters) {
        const CodePoint point = decode_at(written, at);
        const bool capital = is_upper(point.value);
        if (capital) ++capitals;
        if (letters == 0) first = capital;
        at += point.size;
    }
    if (capitals == 0) return Letters::small;
    if (capitals == letters) return Letters::capitals;
    return first && capitals == 1 ? Letters::title : Letters::mixed;
}

constexpr std::string_view binding = "0123456789/-'_@&+.%*=$\\<>";

bool binds(char byte) { return binding.find(byte) != std::string_view::npos; }

/// "5kg", "v.v", "a)", "l’été": what touches the piece from behind makes it more than a word.
bool is_bound_behind(const Piece& piece, std::string_view behind) {
    if (behind.empty()) return false;
    const char sign = behind[0];
    if (sign != '.')
        return behind.starts_with("’") || (sign == ')' && piece.size == 1) || binds(sign);
    const bool dot_inside = behind.size() > 1 && !is_blank(behind[1]);
    return dot_inside || (piece.size == 1 && !piece.follows);  // "b. Xây dựng"
}

/// Whether what stands around the piece says that it is no part of a word: "16-NQ/TU", a unit
/// behind its number ("5 m").
bool is_bound(std::string_view line, const Piece& piece) {
    if (piece.begin > 0 && binds(line[piece.begin - 1])) return true;
    if (is_bound_behind(piece, line.substr(piece.end))) return true;
    std::size_t before = piece.begin;
    while (before > 0 && is_blank(line[before - 1])) --before;
    return before > 0 && is_ascii_digit(line[before - 1]);
}

std::vector<Piece> pieces_of(std::string_view line) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < line.size();) {
        Piece piece;
        piece.begin = at;
        while (at < line.size()) {
            const CodePoint point = decode_at(line, at);
            if (!is_letter(point.value) && !is_mark(point.value)) break;
            at += point.size;
            ++piece.size;
        }
        if (piece.size == 0) {
            at += decode_at(line, at).size;
            continue;
        }
        piece.end = at;
        const std::string_view written = line.substr(piece.begin, at - piece.begin);
        piece.low = lower(written);
        piece.letters = letters_of(written);
        if (!pieces.empty()) {
            const std::size_t gap = piece.begin - pieces.back().end;
            const std::string_view between = line.substr(pieces.back().end, gap);
            piece.follows = gap <= max_gap && std::all_of(between.begin(), between.end(), is_blank);
        }
        if (!is_bound(line, piece)) {
            piece.may_join = true;
            piece.cost = cost_of(piece);
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// Whether `next` may be the rest of a word whose letters so far are `letters`.
bool same_case(Letters letters, std::size_t size, Letters next) {
    if (next == Letters::small) {
        return letters == Letters::small || letters == Letters::title ||
               (letters == Letters::capitals && size == 1);
    }
    return next == Letters::capitals && letters == Letters::capitals;
}

/// The best way to join the pieces [first, end), which stand close to a fragment.
class Joining {
public:
    Joining(const std::vector<Piece>& pieces, std::size_t first, std::size_t end)
        : pieces_(pieces), first_(first), best_(end - first + 1) {
        best_[0].cost = 0;
        for (std::size_t i = 0; i + 1 < best_.size(); ++i) extend(i);
    }

    /// Sizes of the words, in pieces, from the last to the first; empty when two ways are equal.
    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (std::size_t i = best_.size() - 1; i > 0; i -= best_[i].size) {
            if (best_[i].tied) return {};
            sizes.push_back(best_[i].size);
        }
        return sizes;
    }

private:
    struct Way {
        int cost = std::numeric_limits<int>::max();
        std::size_t size = 0;  ///< pieces of its last word
        bool tied = false;
    };

    void extend(std::size_t at) {
        const Piece& head = pieces_[first_ + at];
        offer(at, 1, head.cost);
        std::string word = head.low;
        std::size_t letters = head.size;
        Letters letter_case = head.letters;
        bool broken = head.cost == fragment_cost;
        for (std::size_t size = 2; size <= max_pieces && at + size < best_.size(); ++size) {
            const Piece& next = pieces_[first_ + at + size - 1];
            if (!same_case(letter_case, letters, next.letters)) return;
            if (letter_case == Letters::capitals && next.letters == Letters::small)
                letter_case = Letters::title;
            word += next.low;
            letters += next.size;
            broken = broken || next.cost == fragment_cost;
            if (letters > max_letters) return;
            if (broken && is_word(word)) offer(at, size, join_cost * static_cast<int>(size - 1));
        }
    }

    void offer(std::size_t at, std::size_t size, int cost) {
        Way& way = best_[at + size];
        const int total = best_[at].cost + cost;
        if (total == way.cost) way.tied = true;
        if (total < way.cost) way = {total, size, best_[at].tied};
    }

    const std::vector<Piece>& pieces_;
    std::size_t first_;
    std::vector<Way> best_;
};

/// Joins the words of one line, appending to `out`.
class LineJoiner {
public:
    LineJoiner(std::string_view line, JoinedText& out)
        : line_(line), out_(out), pieces_(pieces_of(line)) {}

    void run() {
        for (std::size_t first = 0; first < pieces_.size();) {
            std::size_t end = first + 1;
            while (end < pieces_.size() && pieces_[end].follows && belongs(end - 1) && belongs(end))
                ++end;
            join(first, end);
            first = end;
        }
        out_.text += line_.substr(copied_);
    }

private:
    [[nodiscard]] bool belongs(std::size_t i) const {
        if (!pieces_[i].may_join) return false;
        const bool before = i > 0 && pieces_[i].follows && pieces_[i - 1].cost > 0;
        const bool behind =
            i + 1 < pieces_.size() && pieces_[i + 1].follows && pieces_[i + 1].cost > 0;
        return pieces_[i].cost > 0 || before || behind;
    }

    /// A name ("Ea Tóh") may be of another language.
    static bool is_left_over(const Piece& piece) {
        return piece.cost == fragment_cost && piece.letters != Letters::title;
    }

    void join(std::size_t first, std::size_t end) {
        std::size_t fragments = 0;
        for (std::size_t i = first; i < end; ++i) {
            if (pieces_[i].cost == fragment_cost) ++fragments;
        }
        if (fragments == 0) return;
        std::vector<std::size_t> sizes = Joining(pieces_, first, end).sizes();
        if (sizes.empty()) ++out_.doubts;
        std::reverse(sizes.begin(), sizes.end());
        for (const std::size_t size : sizes) {
            if (size == 1 && is_left_over(pieces_[first])) ++out_.doubts;
            if (size > 1) write_word(first, size);
            first += size;
        }
    }

    void write_word(std::size_t first, std::size_t size) {
        ++out_.joined;
        for (std::size_t i = first; i + 1 < first + size; ++i) {
            out_.text += line_.substr(copied_, pieces_[i].end - copied_);
            copied_ = pieces_[i + 1].begin;
        }
    }

    std::string_view line_;
    JoinedText& out_;
    std::vector<Piece> pieces_;
    std::size_t copied_ = 0;
};

}  // namespace

JoinedText join_broken_words(std::string_view text) {
    JoinedText result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        LineJoiner(text.substr(at, end - at), result).run();
        if (end < text.size()) result.text += '\n';
        at = end + 1;
    }
    return result;
}

}  // namespace commsearch
