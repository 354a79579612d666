#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace commsearch {

/// What two spellings of one place name share: lower case, tone placement and i/y folded ("Hoà" =
/// "Hòa", "Mĩ" = "Mỹ"), Đắk = Đăk = Đak = Dak, "01" = "1"; hyphens, apostrophes and blanks part
/// words.
[[nodiscard]] std::string folded_place_name(std::string_view name);

/// The same without any accent.
[[nodiscard]] std::string unaccented_place_name(std::string_view name);

/// folded_place_name() of many names: remembers the words, which repeat.
class PlaceNameFolder {
public:
    [[nodiscard]] std::string fold(std::string_view name);

private:
    std::unordered_map<std::string, std::string> words_;  ///< as written -> folded
};

/// How a typed name fits a listed one, both as folded_place_name(); the larger the better.
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
    std::string type;       ///< bare words, abbreviations spelled out; empty when there is none
    std::string_view name;  ///< without type
};
[[nodiscard]] TypedName typed_name(std::string_view text);

}  // namespace commsearch
