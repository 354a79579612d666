#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace commsearch {

/// What two spellings of one place name share: lower case, tone placement and i/y folded ("Hoà" =
/// "Hòa", "Mĩ" = "Mỹ"), Đắk = Đăk = Đak = Dak, "01" = "1"; hyphens, apostrophes and blanks part
/// words.
[[nodiscard]] std::string place_key(std::string_view name);

/// The same without any accent.
[[nodiscard]] std::string bare_place_key(std::string_view name);

/// place_key() of many names: remembers the words, which repeat.
class PlaceKeys {
public:
    [[nodiscard]] std::string key(std::string_view name);

private:
    std::unordered_map<std::string, std::string> words_;  ///< as written -> folded
};

/// A place name and the type before it: "Huyện Ngọc Lặc" -> {"huyen", "Ngọc Lặc"}.
struct TypedName {
    std::string type;       ///< bare words, abbreviations spelled out; empty when there is none
    std::string_view name;  ///< without type
};
[[nodiscard]] TypedName typed_name(std::string_view text);

}  // namespace commsearch
