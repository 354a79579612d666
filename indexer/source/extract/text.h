#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/encoding/legacy_encoding.h"

namespace commsearch::source {

/// The text of a file in whatever encoding decode_text knows, legacy text in it repaired. Throws
/// Error saying why not: empty, too large, binary, or no encoding fits; `declared_charset` is what
/// the file says of itself, named in that reason when it is not empty.
[[nodiscard]] encoding::DecodedText readable_text(std::string_view bytes,
                                                  std::string_view declared_charset = {});

/// `bytes` without byte order marks, known to be UTF-8 text. Throws Error saying why not: empty,
/// too large, UTF-16, binary, not UTF-8.
[[nodiscard]] std::string_view checked_text(std::string_view bytes);

/// NFC with '\n' as the only line end (CR, CRLF, VT, FF, U+0085, U+2028 and U+2029 become one) and
/// a blank for each other control character but tab. Idempotent.
[[nodiscard]] std::string clean_text(std::string_view utf8);
/// clean_text on one line, without white space of any width at its ends.
[[nodiscard]] std::string clean_line(std::string_view utf8);

/// Without white space of any width (U+00A0 included) at both ends.
[[nodiscard]] std::string_view without_blank_ends(std::string_view utf8);

/// The pieces of `text` that `end` ends; the last one needs no end. No empty one stands behind them.
[[nodiscard]] std::vector<std::string_view> pieces_ended_by(char end, std::string_view text);

/// A file name as a message may show it: "\xNN" for each byte that is not UTF-8 or is part of a
/// control character.
[[nodiscard]] std::string escaped_name(std::string_view bytes);

/// A file name as part of an id: NFC, U+FFFD for what no one could type.
[[nodiscard]] std::string id_of_name(std::string_view bytes);

/// C0, DEL, C1, or one of the separators U+2028 and U+2029.
[[nodiscard]] bool is_control(char32_t value);

/// Why a file with a password is not read.
[[nodiscard]] Message password_needed();

/// Why a document of `size` bytes is not read; without `limit` that of texts.
[[nodiscard]] Message too_large(std::uintmax_t size);
[[nodiscard]] Message too_large(std::uintmax_t size, std::uintmax_t limit);

}  // namespace commsearch::source
