#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commsearch::syllable {

/// The six tones of Vietnamese.
enum class Tone : std::uint8_t { level, huyen, sac, hoi, nga, nang };

/// A Vietnamese syllable taken apart. `quyết` is qu + yêt + sắc, `giờ` is gi + ơ + huyền.
struct Syllable {
    std::string onset;  ///< may be empty
    std::string rime;   ///< without tone: one of dictionaries/rimes.tsv
    Tone tone = Tone::level;
    bool operator==(const Syllable&) const = default;
};

/// Takes apart one word (NFC, lower case), wherever its tone mark stands. Returns false, and leaves
/// `syllable` undefined, when the word is not a possible syllable: unknown onset or rime, two tone
/// marks, or a tone that its final consonant excludes (p t c ch take only sắc and nặng).
[[nodiscard]] bool parse_syllable(std::string_view word, Syllable& syllable);

/// The syllable written with the tone mark in its canonical place, old style: hòa, khỏe, thủy; quý,
/// già and toàn as everywhere. Source of the rules: QĐ 1989/QĐ-BGDĐT Điều 8 (for the new style) and
/// 05-HD/VPTW practice; "old" is what most papers and keyboards write.
[[nodiscard]] std::string write_syllable(const Syllable& syllable);

/// The word with its tone mark in the canonical place (uỷ -> ủy, tóan -> toán); a word that is not
/// a syllable comes back as it is, but for a hat behind its tone (é and U+0302 are ế). NFC, lower
/// case in and out. Idempotent.
[[nodiscard]] std::string canonical_word(std::string_view word);

[[nodiscard]] bool is_syllable(std::string_view word);

/// The other spelling where i and y vary freely (kỹ / kĩ, tỷ / tỉ, quý / quí), empty where they do
/// not. Canonical in and out. Only after h k l m s t with nothing behind, and in qui / quy (QĐ
/// 1989, Điều 9).
[[nodiscard]] std::string i_y_variant(std::string_view word);

/// `syllable` with the capitals of the word it stands for: "tỉnh", "Tĩnh" -> "Tỉnh"; keys
/// of digits aside: "đảng", "D9ANG3" -> "ĐẢNG".
[[nodiscard]] std::string with_capitals_of(std::string_view syllable, std::string_view typed);

}  // namespace commsearch::syllable
