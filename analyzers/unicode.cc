#include "analyzers/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <array>
#include <stdexcept>

namespace commsearch {
namespace {

constexpr char32_t small_d_stroke = 0x111;

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    if (U_FAILURE(status) || found == nullptr)
        throw std::runtime_error("ICU has no normalization data");
    return *found;
}

const icu::Normalizer2& nfc_normalizer() {
    static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFCInstance);
    return instance;
}

bool is_d_look_alike(char32_t value) {
    return value == 0x110 || value == 0xD0 || value == 0xF0 || value == 0x189 || value == 0x256;
}

bool is_normalized(std::string_view valid_utf8) {
    UErrorCode status = U_ZERO_ERROR;
    return nfc_normalizer().isNormalizedUTF8(
               icu::StringPiece(valid_utf8.data(), static_cast<std::int32_t>(valid_utf8.size())),
               status) != 0;
}

std::string normalized(std::string_view valid_utf8, icu::Edits* edits) {
    std::string out;
    out.reserve(valid_utf8.size());
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    nfc_normalizer().normalizeUTF8(
        0, icu::StringPiece(valid_utf8.data(), static_cast<std::int32_t>(valid_utf8.size())), sink,
        edits, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalize a text");
    return out;
}

/// Lower case and bare forms of everything below U+2000 (Latin, its extensions and Vietnamese).
struct LatinTable {
    static constexpr std::size_t size = 0x2000;
    std::array<char16_t, size> lower{};
    std::array<char16_t, size> bare{};

    LatinTable() {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
        for (std::size_t i = 0; i < size; ++i) {
            const auto value = static_cast<UChar32>(i);
            const UChar32 lowered = is_d_look_alike(static_cast<char32_t>(value))
                                        ? static_cast<UChar32>(small_d_stroke)
                                        : u_tolower(value);
            lower.at(i) = static_cast<char16_t>(lowered);
            bare.at(i) = static_cast<char16_t>(bare_of(nfd, lowered));
        }
    }

    static UChar32 bare_of(const icu::Normalizer2* nfd, UChar32 lowered) {
        if (lowered == static_cast<UChar32>(small_d_stroke)) return 'd';
        icu::UnicodeString decomposition;
        if (nfd == nullptr || !nfd->getDecomposition(lowered, decomposition)) return lowered;
        return decomposition.char32At(0);
    }
};

const LatinTable& latin_table() {
    static const LatinTable table;
    return table;
}

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

/// Marks, overrides and isolates of the bidirectional algorithm (UAX #9): a report could show
/// "gpj.exe" as "exe.jpg" with them.
bool turns_direction(char32_t value) {
    return value == 0x061C || value == 0x200E || value == 0x200F ||
           (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::uint32_t first = byte(at);
    if (first < 0x80U) return {first, 1};
    if (first >= 0xC2U && first <= 0xDFU && continues(at + 1)) {
        return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
    }
    if ((first & 0xF0U) == 0xE0U && continues(at + 1) && continues(at + 2)) {
        const std::uint32_t value =
            ((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
        const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
        if (value >= 0x800U && !surrogate) return {value, 3};
    }
    if (first >= 0xF0U && first <= 0xF4U && continues(at + 1) && continues(at + 2) &&
        continues(at + 3)) {
        const std::uint32_t value = ((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                                    ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
        if (value >= 0x10000U && value <= 0x10FFFFU) return {value, 4};
    }
    return {replacement_character, 1};
}

void append_utf8(std::string& out, char32_t value) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (point.value == replacement_character && point.size == 1) return false;
        at += point.size;
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string out;
    out.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        append_utf8(out, point.value);
        at += point.size;
    }
    return out;
}

std::string nfc(std::string_view text) {
    std::string valid = repair_utf8(text);
    return is_normalized(valid) ? valid : normalized(valid, nullptr);
}

NormalizedText nfc_with_offsets(std::string_view source) {
    if (is_valid_utf8(source) && is_normalized(source)) return {std::string(source), {}};

    // Ill-formed bytes are repaired first; `repaired_offsets` leads from the repaired text to the
    // source.
    std::string repaired;
    std::vector<std::uint32_t> repaired_offsets;
    for (std::size_t at = 0; at < source.size();) {
        const CodePoint point = decode_at(source, at);
        append_utf8(repaired, point.value);
        const std::size_t width = repaired.size() - repaired_offsets.size();
        for (std::size_t i = 0; i < width; ++i) {
            repaired_offsets.push_back(static_cast<std::uint32_t>(at + (i < point.size ? i : 0)));
        }
        at += point.size;
    }
    repaired_offsets.push_back(static_cast<std::uint32_t>(source.size()));

    icu::Edits edits;
    NormalizedText result{normalized(repaired, &edits), {}};
    result.source_offsets.reserve(result.text.size() + 1);
    icu::Edits::Iterator spans = edits.getFineIterator();
    UErrorCode status = U_ZERO_ERROR;
    while (spans.next(status) != 0) {
        for (std::int32_t i = 0; i < spans.newLength(); ++i) {
            const std::int32_t into = spans.hasChange() != 0 ? 0 : i;
            result.source_offsets.push_back(
                repaired_offsets.at(static_cast<std::size_t>(spans.sourceIndex() + into)));
        }
    }
    result.source_offsets.push_back(static_cast<std::uint32_t>(source.size()));
    return result;
}

char32_t lower_code_point(char32_t value) {
    if (value < LatinTable::size) return latin_table().lower[value];
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(value)));
}

char32_t bare_code_point(char32_t value) {
    if (value < LatinTable::size) return latin_table().bare[value];
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(value)));
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        append_utf8(out, lower_code_point(point.value));
        at += point.size;
    }
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

std::string bare(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (!is_mark(point.value)) append_utf8(out, bare_code_point(point.value));
        at += point.size;
    }
    return out;
}

bool is_letter(char32_t value) {
    if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    return u_isalpha(static_cast<UChar32>(value)) != 0;
}

bool is_upper(char32_t value) {
    if (value < 0x80) return value >= 'A' && value <= 'Z';
    return u_isupper(static_cast<UChar32>(value)) != 0;
}

bool is_digit(char32_t value) { return value >= '0' && value <= '9'; }

bool is_mark(char32_t value) {
    return value >= 0x300 && u_charType(static_cast<UChar32>(value)) == U_NON_SPACING_MARK;
}

bool is_space(char32_t value) {
    if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
    return value == 0x200B || value == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(value)) != 0;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (is_mark(point.value)) continue;
        const int east_asian =
            u_getIntPropertyValue(static_cast<UChar32>(point.value), UCHAR_EAST_ASIAN_WIDTH);
        width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
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

}  // namespace commsearch
