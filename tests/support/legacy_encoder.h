#pragma once

#include <string>
#include <string_view>

#include "analyzers/encoding/encoding.h"

namespace commsearch {

/// `text` (NFC) as an export to `encoding` leaves it: signs the encoding lacks are written in ASCII
/// (“ ” – • …), and in TCVN3 capitals with a tone become small.
[[nodiscard]] std::string encodable(encoding::Encoding encoding, std::string_view text);

/// The bytes of `text`, which is encodable, by the table that decode_bytes reads. Throws
/// std::out_of_range at a character the encoding lacks.
[[nodiscard]] std::string encode(encoding::Encoding encoding, std::string_view text);

/// `bytes` read as CP1252 and saved as UTF-8.
[[nodiscard]] std::string read_as_cp1252(std::string_view bytes);
/// The same with Latin-1: bytes 80 to 9F become C1 controls.
[[nodiscard]] std::string read_as_latin1(std::string_view bytes);

}  // namespace commsearch
