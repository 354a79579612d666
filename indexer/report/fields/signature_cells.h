#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace commsearch::report {

/// A piece of a line of a signature block: a column, or what stands between two ends of phrases.
struct SignatureCell {
    enum class Kind : std::uint8_t {
        other,
        recipients,  ///< "Nơi nhận:"
        item,        ///< of a list
        body,        ///< "TM. ỦY BAN NHÂN DÂN"
        on_behalf,   ///< "KT. CHỦ TỊCH", "TL. CHỦ TỊCH", "TUQ. GIÁM ĐỐC"
        office,      ///< "PHÓ CHỦ TỊCH"
        name,        ///< of a person
        note,        ///< "(ký, đóng dấu)"
    };
    Kind kind = Kind::other;
    std::string_view text;  ///< without blanks at its ends; never empty
    /// What it says: the body without "TM.", the name without rank; else the text.
    std::string_view value;
    bool begins_column = true;  ///< not cut from the piece before it

    /// Whether it tells who signed: body, on_behalf, office, name or note.
    [[nodiscard]] bool signs() const { return kind >= Kind::body; }
};

/// The pieces of a line. Only a signature block has such: elsewhere "Chủ tịch" is a word of a
/// sentence.
[[nodiscard]] std::vector<SignatureCell> signature_cells(std::string_view line);

/// Whether the whole of `text` may be the name of a person: two to six words with capitals that
/// name no body and no place.
[[nodiscard]] bool is_person_name(std::string_view text);

}  // namespace commsearch::report
