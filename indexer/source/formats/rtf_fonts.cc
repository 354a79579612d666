#include "indexer/source/formats/rtf_fonts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/base/utf8.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/formats/symbol_font.h"

namespace commsearch::source {
namespace {

constexpr std::int32_t symbol_charset = 2;
constexpr std::int32_t western = 1252;

/// Code pages of Windows' charsets.
constexpr auto charsets = std::to_array<std::pair<std::int32_t, std::int32_t>>({
    {0, western},
    {77, 10000},
    {128, 932},
    {129, 949},
    {134, 936},
    {136, 950},
    {161, 1253},
    {162, 1254},
    {163, 1258},
    {177, 1255},
    {178, 1256},
    {186, 1257},
    {204, 1251},
    {222, 874},
    {238, 1250},
    {254, 437},
    {255, 850},
});

std::string name_of(std::int32_t code_page) {
    constexpr std::int32_t utf8 = 65001;
    constexpr std::int32_t macintosh = 10000;
    if (code_page == utf8) return "UTF-8";
    if (code_page == macintosh) return "macintosh";
    return (code_page < western - 2 && code_page < 874 ? "ibm-" : "windows-") +
           std::to_string(code_page);
}

std::string as_western(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes)
        append_utf8(text, encoding::cp1252_character(static_cast<unsigned char>(byte)));
    return text;
}

}  // namespace

void RtfFonts::add_to_name(unsigned char byte) {
    constexpr std::size_t longest = 64;
    std::string& name = fonts_[read_].name;
    if (byte != ';' && name.size() < longest) name += static_cast<char>(byte);
}

const RtfFonts::Font& RtfFonts::font_of(std::int32_t font) const {
    static const Font unknown;
    const auto found = fonts_.find(font);
    return found == fonts_.end() ? unknown : found->second;
}

bool RtfFonts::is_symbol(std::int32_t font) const {
    return font_of(font).charset == symbol_charset;
}

std::string_view RtfFonts::sign_of(std::int32_t font, std::uint32_t byte) const {
    return font_of(font).name == "Symbol" ? symbol_font_text(byte) : std::string_view();
}

std::int32_t RtfFonts::code_page_of(const Font& font) const {
    if (encoding::encoding_of_font(font.name)) return western;
    if (font.code_page != 0) return font.code_page;
    const auto* const found = std::find_if(charsets.begin(), charsets.end(), [&](const auto& one) {
        return one.first == font.charset;
    });
    return found == charsets.end() ? code_page_ : found->second;
}

std::string RtfFonts::text_of(std::string_view bytes, std::int32_t font) const {
    const std::int32_t code_page = code_page_of(font_of(font));
    if (code_page == western) return as_western(bytes);
    std::optional<std::string> text = utf8_of_charset(bytes, name_of(code_page));
    return text ? std::move(*text) : as_western(bytes);
}

std::string RtfFonts::decoded(std::string utf8, std::int32_t font) const {
    const auto legacy = encoding::encoding_of_font(font_of(font).name);
    return legacy ? encoding::decode_font_run(utf8, *legacy) : std::move(utf8);
}

}  // namespace commsearch::source
