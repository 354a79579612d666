#include "searcher/spelling/glued_query.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/keystrokes.h"
#include "searcher/model/ranking.h"

namespace commsearch::spelling {
namespace {

constexpr std::size_t least_half_bytes = 2;
constexpr std::size_t most_bytes = 24;  // two of the longest syllables

bool is_of_letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        if (!is_letter(point.value) && !is_digit(point.value)) return false;
        at += point.size;
    }
    return !word.empty();
}

/// The words of the index that a half may be: as typed, in any spelling where it has no marks, or as
/// keystrokes, whose marks are often
/// typed by half ("mois" for "mowis").
std::vector<std::string> meanings(const index::Vocabulary& words, const std::string& half) {
    const std::string canonical = syllable::canonical_word(half);
    std::vector<std::string> found;
    if (unaccented(canonical) == canonical) {
        found = words.spellings(canonical);
    } else if (words.has(canonical)) {
        found.push_back(canonical);
    }
    const bool is_ascii = std::all_of(half.begin(), half.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    if (!found.empty() || !is_ascii) return found;
    for (const auto method : {typing::KeystrokeMethod::telex, typing::KeystrokeMethod::vni}) {
        const std::string decoded = typing::decode_keystrokes(half, method);
        if (!decoded.empty()) found = words.spellings(unaccented(decoded));
        if (!found.empty()) break;
    }
    return found;
}

/// Where the word falls apart, in bytes: between the two that stand together most often; 0 where it
/// is one word.
std::size_t border_of(const index::Vocabulary& words, const std::string& word) {
    if (word.size() > most_bytes || !is_of_letters(word)) return 0;
    if (!words.spellings(unaccented(word)).empty()) return 0;
    std::size_t best = 0;
    double most = suggestion_enough_pairs;
    for (std::size_t at = decode_at(word, 0).size; at < word.size();
         at += decode_at(word, at).size) {
        if (at < least_half_bytes || word.size() - at < least_half_bytes) continue;
        const std::vector<std::string> first = meanings(words, word.substr(0, at));
        if (first.empty()) continue;
        const double together = words.passages_with_pair(first, meanings(words, word.substr(at)));
        if (together < most) continue;
        most = together;
        best = at;
    }
    return best;
}

}  // namespace

std::string part_glued_words(const index::Vocabulary& words, std::string_view text) {
    std::string parted;
    bool differs = false;
    for (const std::string_view typed : split(text, ' ')) {
        if (!parted.empty()) parted += ' ';
        const std::string word = lower(typed);
        // Lower case may take other bytes: only where it does not can the border be carried over.
        const std::size_t border = word.size() == typed.size() ? border_of(words, word) : 0;
        differs = differs || border > 0;
        parted += typed.substr(0, border);
        if (border > 0) parted += ' ';
        parted += typed.substr(border);
    }
    return differs ? parted : std::string();
}

}  // namespace commsearch::spelling
