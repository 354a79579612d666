#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commsearch::encoding {

/// Whether `utf8` holds three characters that legacy text read as CP1252 is full of and healthy
/// Vietnamese is not: ñ ö ø ð ä …, or a sign such as ¸ © µ ® beside a letter. One look at each
/// byte; French says yes too.
[[nodiscard]] bool has_signs_of_damage(std::string_view utf8);

/// Whether `text` holds three of a^ e^ o^, which every few words of VIQR do.
[[nodiscard]] bool has_signs_of_viqr(std::string_view text);

/// `bytes`, which are no UTF-8, as UTF-8 with a few quotes, dashes, dots or blanks of CP1252 among
/// them; nothing when they hold any other stray byte, or one in ten bytes is stray.
[[nodiscard]] std::optional<std::string> read_plain_cp1252(std::string_view bytes);

}  // namespace commsearch::encoding
