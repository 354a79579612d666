#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/word/token.h"

namespace commsearch::word {

/// Words of a text that others mean the same as: "heo" and "lợn", "khoai mì" and "sắn".
struct Synonyms {
    std::uint32_t position = 0;       ///< of the first word
    std::uint16_t span = 1;           ///< positions
    std::vector<std::string> others;  ///< canonical words, one blank between
    /// What holds one of the words and is something else: "bắp cải".
    std::vector<std::string> otherwise;
    bool operator==(const Synonyms&) const = default;
};

/// The synonyms of the running words of `tokens`, in order, the longest at a place; they do not
/// overlap. One word alone is known by its marks, several also without any ("khoai mi"); what the
/// dictionary calls something else has none.
[[nodiscard]] std::vector<Synonyms> synonyms_in(const Tokens& tokens);

}  // namespace commsearch::word
