#include "analyzers/base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <array>
#include <memory>

namespace commsearch {
namespace {

constexpr char32_t small_d_stroke = 0x111;

bool is_d_look_alike(char32_t value) {
    return value == 0x110 || value == 0xD0 || value == 0xF0 || value == 0x189 || value == 0x256;
}

UChar32 unaccented_of(const icu::Normalizer2* nfd, UChar32 lowered) {
    if (lowered == static_cast<UChar32>(small_d_stroke)) return 'd';
    icu::UnicodeString decomposition;
    if (nfd == nullptr || !nfd->getDecomposition(lowered, decomposition)) return lowered;
    return decomposition.char32At(0);
}

/// "㎡", "㎏"
bool is_squared_unit(UChar32 value) { return value >= 0x3371 && value <= 0x33DF; }

/// A letter, or a sign that is read as letters or digits and stands in words: "Ⅲ", "２", "₂", "㎡".
bool is_word_letter(UChar32 value, UCharCategory category) {
    if ((U_MASK(category) & U_GC_L_MASK) != 0) return true;
    constexpr UChar32 first_sign = 0x2080;
    if (value < first_sign) return false;
    const bool is_subscript = value <= 0x2089;
    return is_subscript || category == U_LETTER_NUMBER || category == U_DECIMAL_DIGIT_NUMBER ||
           is_squared_unit(value);
}

/// True for a code point that a text in NFC may hold anywhere: it neither changes nor joins what
/// stands before it (UAX #15, quick check).
bool is_nfc_inert(UChar32 value) {
    return u_getIntPropertyValue(value, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
           u_getCombiningClass(value) == 0;
}

/// True for what is written for other letters or digits; not for a fraction or the number of a
/// footnote, which belong to no word.
bool is_foldable(UChar32 value) {
    constexpr UChar32 first_sign = 0xA0;
    constexpr UChar32 end_of_latin = 0x250;
    constexpr UChar32 next_sign = 0x2000;  // nothing between is written for Latin letters
    if (value < first_sign || (value >= end_of_latin && value < next_sign)) return false;
    if (value == 0xB2 || value == 0xB3) return true;  // m², m³
    switch (u_getIntPropertyValue(value, UCHAR_DECOMPOSITION_TYPE)) {
        case U_DT_COMPAT:
        case U_DT_FONT:
        case U_DT_NARROW:
        case U_DT_SQUARE:
        case U_DT_SUB:
        case U_DT_WIDE:
            return true;
        default:
            return false;
    }
}

/// Soft hyphen, joiners, marks of direction, variation selectors, byte order mark (of
/// Default_Ignorable_Code_Point, what stands in Latin text).
bool shows_nothing(UChar32 value) {
    return value == 0xAD || value == 0x34F || value == 0x61C ||
           (value >= 0x180B && value <= 0x180E) || (value >= 0x200B && value <= 0x200F) ||
           (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x206F) ||
           (value >= 0xFE00 && value <= 0xFE0F) || value == 0xFEFF;
}

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

/// Marks, overrides and isolates of the bidirectional algorithm (UAX #9): a report could show
/// "gpj.exe" as "exe.jpg" with them.
bool turns_direction(char32_t value) {
    return value == 0x061C || value == 0x200E || value == 0x200F ||
           (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

bool is_white(UChar32 value) {
    if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
    return value == 0x200B || value == 0xFEFF || u_isUWhiteSpace(value) != 0;
}

std::uint8_t read_properties(UChar32 value) {
    unsigned properties = 0;
    const auto add = [&](bool has_it, LetterTable::Property property) {
        if (has_it) properties |= property;
    };
    const auto category = static_cast<UCharCategory>(u_charType(value));
    const bool is_roman_capital = value >= 0x2160 && value <= 0x216F;  // Ⅰ to Ⅿ
    add(is_word_letter(value, category), LetterTable::letter);
    add(category == U_UPPERCASE_LETTER || is_roman_capital, LetterTable::upper);
    add(value >= 0x300 && category == U_NON_SPACING_MARK, LetterTable::mark);
    add(is_white(value), LetterTable::space);
    add(is_nfc_inert(value), LetterTable::nfc_inert);
    add(is_digit(static_cast<char32_t>(value)), LetterTable::digit);
    add(shows_nothing(value), LetterTable::ignorable);
    add(is_foldable(value), LetterTable::foldable);
    return static_cast<std::uint8_t>(properties);
}

}  // namespace

LetterTable::LetterTable() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    for (std::size_t i = 0; i < size; ++i) {
        const auto value = static_cast<UChar32>(i);
        const UChar32 lowered = is_d_look_alike(static_cast<char32_t>(value))
                                    ? static_cast<UChar32>(small_d_stroke)
                                    : u_tolower(value);
        constexpr UChar32 end_of_latin = 0x2000;
        lower.at(i) = static_cast<char16_t>(lowered);
        unaccented.at(i) =
            static_cast<char16_t>(value < end_of_latin ? unaccented_of(nfd, lowered) : lowered);
        properties.at(i) = read_properties(value);
    }
}

std::uint8_t rare_properties(char32_t value) {
    return read_properties(static_cast<UChar32>(value));
}

char32_t rare_lower(char32_t value) {
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(value)));
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_lower(out, text);
    return out;
}

std::string upper(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(point.value))));
        at += point.size;
    }
    return out;
}

void append_lower(std::string& out, std::string_view text) {
    TextWriter writer(out);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        writer.put(lower_code_point(point.value));
        at += point.size;
    }
}

void append_unaccented(std::string& out, std::string_view text) {
    TextWriter writer(out);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (!is_mark(point.value)) writer.put(unaccented_code_point(point.value));
        at += point.size;
    }
}

std::string unaccented(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_unaccented(out, text);
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (is_mark(point.value)) continue;
        const int east_asian =
            u_getIntPropertyValue(static_cast<UChar32>(point.value), UCHAR_EAST_ASIAN_WIDTH);
        const bool is_wide = east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH;
        width += is_wide ? 2U : 1U;
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool hidden =
            is_control(point.value) || turns_direction(point.value) || is_space(point.value);
        append_utf8(out, hidden ? U' ' : point.value);
        at += point.size;
    }
    return out;
}

std::optional<std::string> utf8_of_charset(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(charset.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    std::array<char16_t, 4096> buffer;
    icu::UnicodeString text;
    do {
        status = U_ZERO_ERROR;
        char16_t* to = buffer.data();
        ucnv_toUnicode(converter.get(), &to, to + buffer.size(), &from, end, nullptr, 1, &status);
        text.append(buffer.data(), static_cast<std::int32_t>(to - buffer.data()));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    std::string utf8;
    return text.toUTF8String(utf8);
}

}  // namespace commsearch
