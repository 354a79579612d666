#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commsearch {

/// A JSON object of nothing but strings, keys and values unescaped, in the order written.
using FlatObject = std::vector<std::pair<std::string, std::string>>;

/// Reads `{"key": "text", …}` of valid UTF-8 at a tenth of the cost of a parser that takes down
/// every value; most lines of a .jsonl file are such. None for all else, broken or not: other
/// values, a key twice, very many keys, a control character in a string, half of a surrogate pair.
[[nodiscard]] std::optional<FlatObject> read_flat_object(std::string_view json);

}  // namespace commsearch
