#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// What a real validator (python3-jsonschema, 2020-12) says of each JSON text (one line each): "ok"
/// or what is wrong. `schema` is the file's name in searcher/protocol/schema. Throws
/// std::runtime_error when the validator does not run or the schema itself is none.
[[nodiscard]] std::vector<std::string> validated(std::string_view schema,
                                                 const std::vector<std::string>& texts);

}  // namespace commsearch
