#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A body as the dictionary of bodies (indexer/dictionaries/bodies.tsv) knows it by the words its
/// name begins with.
struct Body {
    /// What stands behind those words in a letterhead.
    enum class Form : std::uint8_t {
        closed,  ///< nothing of the name, but perhaps a place: "UBND", "Hội Nông dân"
        open,    ///< the rest of the name, then perhaps a place: "Phòng", "Ban Chỉ đạo"
        bare,  ///< the same, and its place has no type: "Sở Y tế Kiên Giang", "Huyện ủy Cẩm Xuyên"
        named,  ///< the place without a type, which the label lacks: "Xã đoàn Cẩm Mỹ"
        organ,  ///< the rest of the name; it is shown with the body above: "Ban Dân vận Huyện ủy"
        school,  ///< a name of its own, which is no place: "Trường Tiểu học Cẩm Mỹ"
        hamlet,  ///< its name, then perhaps a place: "Thôn Mỹ Yên"
        skip,    ///< speaks for the body it stands in: "Ban Thường vụ", "Ban Chấp hành"
        part,    ///< goes on with the name of the line above: "phòng chống thiên tai"
    };
    std::vector<std::string> words;  ///< folded (name::folded_place_name)
    std::string unaccented;          ///< words_key() of the name
    Issuer kind = Issuer::unknown;
    Level level = Level::unknown;  ///< unknown: that of its place, else of the body above
    bool is_of_city = false;       ///< "Thành ủy": of a province or a district, as its city is
    std::string label;             ///< "UBND", "Sở"
    Form form = Form::closed;
    bool in_text = false;  ///< running text names it by these words alone
};

/// The body whose name begins at the token `at`, and moves `at` behind its words; null when none
/// does. The longest name counts. Words are compared folded, and unaccented where they are written
/// without accents.
[[nodiscard]] const Body* body_at(LineTokens tokens, std::size_t& at);

/// A body that a text names.
struct IssuerMention {
    Issuer kind = Issuer::unknown;
    std::string_view label;  ///< "Đảng ủy", "UBND", "Hội Nông dân": what stands before the place
    bool superior = false;  ///< of the district or province, not of a commune
};

/// The first body the unaccented words `key` of a title or sentence name; nothing when there is
/// none.
[[nodiscard]] std::optional<IssuerMention> issuer_named(std::string_view key);

/// The body a signature line speaks for: "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ".
[[nodiscard]] std::optional<IssuerMention> issuer_signing(std::string_view key);

/// Label of a kind when no line names the body.
[[nodiscard]] std::string_view label_of(Issuer kind);

}  // namespace commsearch::report
