#include "searcher/spelling/keystroke_evidence.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"

namespace commsearch::spelling {
namespace {

/// The word of a piece between blanks, without what stands around it.
std::string word_of(std::string_view piece) {
    const auto is_inside = [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0x80 || is_letter(value) || is_digit(value);
    };
    const auto begin = std::find_if(piece.begin(), piece.end(), is_inside);
    const auto end = std::find_if(piece.rbegin(), piece.rend(), is_inside).base();
    return begin < end ? syllable::canonical_word(lower(std::string(begin, end))) : std::string();
}

}  // namespace

bool speaks_for_keystrokes(const index::Vocabulary& words, std::string_view typed,
                           std::string_view decoded) {
    const std::vector<std::string_view> typed_pieces = split(typed, ' ');
    const std::vector<std::string_view> decoded_pieces = split(decoded, ' ');
    const auto is_known = [&](std::string_view piece) {
        const std::string word = word_of(piece);
        // In other marks, too: who types "mois" for "mới" forgets a key.
        return !word.empty() && !words.spellings(unaccented(word)).empty();
    };
    std::size_t changed = 0;
    std::size_t cleared = 0;
    for (std::size_t i = 0; i < std::min(typed_pieces.size(), decoded_pieces.size()); ++i) {
        if (typed_pieces[i] == decoded_pieces[i]) continue;
        ++changed;
        if (is_known(decoded_pieces[i]) && !is_known(typed_pieces[i])) ++cleared;
    }
    return 2 * cleared > changed;
}

}  // namespace commsearch::spelling
