#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace commsearch::name {

/// `name` in the one form that all its spellings share: lower case, one place of the tone mark and
/// one of i and y ("Hoà" = "Hòa", "Mĩ" = "Mỹ"), Đắk = Đăk = Đak = Dak, numbers without leading
/// zeros; words parted by one blank, whatever parted them (hyphen, apostrophe, blanks).
[[nodiscard]] std::string folded_place_name(std::string_view name);

/// The same without any accent: what names compare by when accents cannot be trusted.
[[nodiscard]] std::string unaccented_place_name(std::string_view name);

/// folded_place_name() of many names, faster: it keeps what each word became. For one thread.
class PlaceNameFolder {
public:
    [[nodiscard]] std::string fold(std::string_view name);

private:
    std::unordered_map<std::string, std::string> words_;  ///< as written -> folded
};

/// How well a name that a person typed fits one of a list, both as folded_place_name(). A larger
/// value is a better fit.
enum class NameFit : std::uint8_t {
    none,
    letters,      ///< the same letters, other accents: "Đăk Lăk" for "Đắk Lắk"
    half_marked,  ///< each word as listed or without any accent: "Bản Lien"
    exact,
};
[[nodiscard]] NameFit name_fit(std::string_view typed_key, std::string_view listed_key);

/// Words that stand before the name of a hamlet, lower case: "thôn", "tổ dân phố" …
[[nodiscard]] std::span<const std::string_view> village_types();

/// A place name and the type before it: "Huyện Ngọc Lặc" -> {"huyen", "Ngọc Lặc"}.
struct TypedName {
    std::string type;  ///< unaccented words, abbreviations spelled out; empty when there is none
    std::string_view name;  ///< without type
};
[[nodiscard]] TypedName typed_name(std::string_view text);

}  // namespace commsearch::name
