#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::typing {

/// What went wrong when a syllable was written. Classes: the ear (regional sounds) and the hand
/// (keys), as counted in real papers (89 errors of two reports) and named by QĐ 1989 and portals.
enum class EditKind : std::uint8_t {
    mark_place,     ///< the tone mark on the wrong letter, or twice: qũy, thúê
    hoi_nga,        ///< hỏi for ngã: "Tĩnh ủy"
    missing_tone,   ///< "phong trao"
    wrong_tone,     ///< any other tone: "đợn vị"
    onset,          ///< "bổ xung", "trú trọng", "nghành"
    final,          ///< "đáng giá" for "đánh giá", southern n/ng and t/c
    hat,            ///< u/ư, o/ô/ơ, a/ă/â, e/ê, d/đ: "ứng dựng"
    glide,          ///< i/y, i/iê, u/uô, ư/ươ
    slip,           ///< a letter missing, too many, two swapped, the key beside: "nogn", "rừnf"
    missing_final,  ///< what is left is a syllable: "nông thô mới"
};

/// A syllable that may have been meant.
struct Edit {
    std::string syllable;  ///< canonical
    EditKind kind = EditKind::slip;
    /// Minus the natural logarithm of how often an error in such a syllable is this one; above 0.
    double cost = 0;
    bool operator==(const Edit&) const = default;
};

/// The valid syllables one Vietnamese edit away from `word` (NFC, lower case), itself left out,
/// cheapest first and each once. Slips only where `word` is no valid syllable as it stands. Edits
/// go both ways but for the final that is missing and the tone: missing_tone adds one, and where the final asks for one ("xap")
/// the others have sắc. Nothing for words above 8 letters. About 15 syllables; spelled by rule, not
/// by a dictionary, so many are never used.
[[nodiscard]] std::vector<Edit> spelling_edits(std::string_view word);

}  // namespace commsearch::typing
