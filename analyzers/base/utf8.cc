#include "analyzers/base/utf8.h"

namespace commsearch {

std::size_t first_bad_byte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = decode_at(text, at);
        if (point.value == replacement_character && point.size == 1) break;
        at += point.size;
    }
    return at;
}

bool is_valid_utf8(std::string_view text) { return first_bad_byte(text) == text.size(); }

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

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        points.push_back(point.value);
        at += point.size;
    }
    return points;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

}  // namespace commsearch
