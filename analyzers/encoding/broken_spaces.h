#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace commsearch::encoding {

/// A text whose broken words were joined again.
struct JoinedText {
    std::string text;
    std::size_t joined = 0;  ///< words put together
    /// Places for a person to look at: pieces that stay though they are no syllables, names aside,
    /// and stretches where two ways of joining are as good.
    std::size_t doubts = 0;
};

/// Takes out blanks that stand inside Vietnamese words ("ĐIỀ U KHO ẢN", "t ừ ngày"), as PDF
/// extractors leave them; nothing but blanks and tabs is ever removed, and no line end. Only for
/// text known to come from a PDF. NFC in and out.
///
/// A piece shows the break: letters that are no syllable ("ĐIỀ"), consonants alone ("t"), a
/// syllable without onset that is no word ("ẢN", dictionaries/vowel_words.tsv). Around such pieces
/// the words are joined in the way that leaves fewest of them, then with fewest joins; every joined
/// word is a possible syllable. Where two ways are equal nothing changes. Linear.
[[nodiscard]] JoinedText join_broken_words(std::string_view text);

}  // namespace commsearch::encoding
