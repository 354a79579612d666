#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace commsearch {

/// One decoded code point and the bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;  ///< bytes, 1-4
};

/// U+FFFD, what a byte that is not UTF-8 decodes to.
inline constexpr char32_t replacement_character = 0xFFFD;

namespace utf8 {

/// The last six bits of a byte that goes on with a code point.
inline constexpr std::uint32_t tail_bits = 0x3FU;

[[nodiscard]] inline std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// Whether a byte that goes on with a code point stands at `at`.
[[nodiscard]] inline bool continues_at(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// decode_at for code points of three and four bytes: `text[at]` is 0xE0 or above.
[[nodiscard]] inline CodePoint decode_long_at(std::string_view text, std::size_t at) {
    const std::uint32_t first = byte_at(text, at);
    if (first > 0xF4U || !continues_at(text, at + 1) || !continues_at(text, at + 2))
        return {replacement_character, 1};
    const std::uint32_t middle =
        ((byte_at(text, at + 1) & tail_bits) << 6U) | (byte_at(text, at + 2) & tail_bits);
    if (first < 0xF0U) {
        const std::uint32_t value = ((first & 0x0FU) << 12U) | middle;
        const bool is_surrogate = value >= 0xD800U && value <= 0xDFFFU;
        if (value >= 0x800U && !is_surrogate) return {value, 3};
    } else if (continues_at(text, at + 3)) {
        const std::uint32_t value =
            ((first & 0x07U) << 18U) | (middle << 6U) | (byte_at(text, at + 3) & tail_bits);
        if (value >= 0x10000U && value <= 0x10FFFFU) return {value, 4};
    }
    return {replacement_character, 1};
}

}  // namespace utf8

/// Decodes the code point at `text[at]`; an ill-formed byte gives U+FFFD of size 1.
/// `at` must be below text.size().
[[nodiscard]] inline CodePoint decode_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 1};
    const std::uint32_t first = utf8::byte_at(text, at);
    if (first < 0x80U) return {first, 1};
    if (first >= 0xE0U) return utf8::decode_long_at(text, at);
    if (first >= 0xC2U && utf8::continues_at(text, at + 1))
        return {((first & 0x1FU) << 6U) | (utf8::byte_at(text, at + 1) & utf8::tail_bits), 2};
    return {replacement_character, 1};
}

/// Writes `value` as UTF-8 to `out`, which has room for 4 bytes; returns how many it took.
inline std::size_t encode_utf8(char32_t value, char* out) {
    const auto byte = [&](std::size_t i, std::uint32_t bits) { out[i] = static_cast<char>(bits); };
    if (value < 0x80) {
        byte(0, value);
        return 1;
    }
    const auto low = [&](std::uint32_t shift) { return 0x80U | ((value >> shift) & 0x3FU); };
    if (value < 0x800) {
        byte(0, 0xC0U | (value >> 6U));
        byte(1, low(0));
        return 2;
    }
    if (value < 0x10000) {
        byte(0, 0xE0U | (value >> 12U));
        byte(1, low(6));
        byte(2, low(0));
        return 3;
    }
    byte(0, 0xF0U | (value >> 18U));
    byte(1, low(12));
    byte(2, low(6));
    byte(3, low(0));
    return 4;
}

/// Appends `value` as UTF-8.
inline void append_utf8(std::string& out, char32_t value) {
    std::array<char, 4> bytes{};
    out.append(bytes.data(), encode_utf8(value, bytes.data()));
}

/// Appends code points to a string, many bytes at once; `out` is complete when the writer is gone.
/// Not for two threads at once.
class TextWriter {
public:
    explicit TextWriter(std::string& out) : out_(out) {}
    TextWriter(const TextWriter&) = delete;
    TextWriter& operator=(const TextWriter&) = delete;
    ~TextWriter() { out_.append(bytes_.data(), size_); }

    void put(char32_t value) {
        if (size_ + 4 > bytes_.size()) flush();
        if (value < 0x80) {
            bytes_[size_++] = static_cast<char>(value);
        } else {
            size_ += encode_utf8(value, bytes_.data() + size_);
        }
    }

private:
    void flush() {
        out_.append(bytes_.data(), size_);
        size_ = 0;
    }

    std::string& out_;
    std::size_t size_ = 0;
    std::array<char, 256> bytes_;  // what is read of it was written
};

/// Where the first ill-formed byte stands; the size of `text` when it has none.
[[nodiscard]] std::size_t first_bad_byte(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Replaces each ill-formed byte by U+FFFD. Text that is valid is returned as it is.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// The code points of a text, U+FFFD for each ill-formed byte.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// Cuts to at most `max_bytes` without splitting a code point.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

/// Behind the code points from `at` on for which `is_one` holds.
template <typename IsOne>
[[nodiscard]] std::size_t skip_code_points(std::string_view text, std::size_t at, IsOne is_one) {
    while (at < text.size()) {
        const CodePoint point = decode_at(text, at);
        if (!is_one(point.value)) break;
        at += point.size;
    }
    return at;
}

/// How many code points there are for which `is_one` holds.
template <typename IsOne>
[[nodiscard]] std::size_t count_code_points(std::string_view text, IsOne is_one) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_one(point.value)) ++count;
        at += point.size;
    }
    return count;
}

/// Without the code points for which `is_blank` holds at both ends.
template <typename IsBlank>
[[nodiscard]] std::string_view trimmed_where(std::string_view text, IsBlank is_blank) {
    const std::size_t begin = skip_code_points(text, 0, is_blank);
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t last = end - 1;
        while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        const CodePoint point = decode_at(text, last);
        if (!is_blank(point.value) || last + point.size != end) break;
        end = last;
    }
    return text.substr(begin, end - begin);
}

}  // namespace commsearch
