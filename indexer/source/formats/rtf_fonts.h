#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace commsearch::source {

/// What an RTF file says of its bytes: its code page, and its fonts with theirs.
class RtfFonts {
public:
    /// Windows' number of the code page of the file.
    void set_code_page(std::int32_t number) { code_page_ = number; }
    /// The font that text has where none is named.
    void set_usual(std::int32_t font) { usual_ = font; }
    [[nodiscard]] std::int32_t usual() const { return usual_; }

    // The table of fonts, piece by piece.
    void begin_font(std::int32_t font) { read_ = font; }
    void set_charset(std::int32_t charset) { fonts_[read_].charset = charset; }
    void set_font_code_page(std::int32_t number) { fonts_[read_].code_page = number; }
    void add_to_name(unsigned char byte);

    /// Whether the characters of a font are pictures.
    [[nodiscard]] bool is_symbol(std::int32_t font) const;
    /// What a picture of a font shows, when that is a sign that text has; empty for most.
    [[nodiscard]] std::string_view sign_of(std::int32_t font, std::uint32_t byte) const;
    /// `bytes` of text in a font as UTF-8; those of a legacy font as CP1252, see `decoded`.
    [[nodiscard]] std::string text_of(std::string_view bytes, std::int32_t font) const;
    /// `utf8` in a font, repaired when the font's name tells a legacy encoding.
    [[nodiscard]] std::string decoded(std::string utf8, std::int32_t font) const;

private:
    struct Font {
        std::string name;
        std::int32_t charset = 1;  ///< 1: that of the file
        std::int32_t code_page = 0;
    };
    [[nodiscard]] const Font& font_of(std::int32_t font) const;
    [[nodiscard]] std::int32_t code_page_of(const Font& font) const;

    std::map<std::int32_t, Font> fonts_;
    std::int32_t code_page_ = 1252;
    std::int32_t usual_ = 0;
    std::int32_t read_ = 0;
};

}  // namespace commsearch::source
