#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace commsearch::source {

/// A piece of an RTF file.
struct RtfToken {
    enum class Kind : std::uint8_t { group_begin, group_end, word, byte };
    Kind kind = Kind::byte;
    std::string_view word;               ///< "par"; of a symbol its character: "~", "*"
    std::optional<std::int32_t> number;  ///< behind a word
    unsigned char byte = 0;              ///< of text, in some code page
};

/// Takes an RTF file apart. Line ends and binary data are passed over.
class RtfTokens {
public:
    explicit RtfTokens(std::string_view rtf) : rest_(rtf) {}

    /// The next piece, nothing at the end.
    [[nodiscard]] std::optional<RtfToken> next();

private:
    RtfToken escaped();
    RtfToken control_word();

    std::string_view rest_;
};

}  // namespace commsearch::source
