#include "analyzers/abbreviation/definition_signs.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"

namespace commsearch::abbreviation {
namespace {

/// True when the last letter of `text` is a capital.
bool ends_in_capital(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    if (last == std::string_view::npos) return false;
    std::size_t at = last;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return is_upper(decode_at(text, at).value);
}

/// Bytes that end a letter of "tắt", "gọi", "TẮT", "GỌI", or open an explanation.
constexpr std::array<bool, 256> telling_bytes = [] {
    std::array<bool, 256> table{};
    for (const char byte : std::string_view("(:=\xAE\xAF\x8C\x8D"))
        table[static_cast<unsigned char>(byte)] = true;
    return table;
}();

/// True where one of those words has its vowel, whose last byte is at `at`.
bool is_in_announcement(std::string_view line, std::size_t at) {
    if (at < 3) return false;
    const std::string_view word = line.substr(at - 3, 5);
    return word == "tắt" || word == "gọi" || word == "TẮT" || word == "GỌI";
}

}  // namespace

bool may_define(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!telling_bytes[static_cast<unsigned char>(line[at])]) continue;
        if (static_cast<signed char>(line[at]) < 0) {
            if (is_in_announcement(line, at)) return true;
            continue;
        }
        if (ends_in_capital(line.substr(0, at))) return true;
        const std::size_t inside = line.find_first_not_of(' ', at + 1);
        if (line[at] == '(' && inside != std::string_view::npos &&
            is_upper(decode_at(line, inside).value))
            return true;
    }
    return false;
}

bool may_define_unless_marked(std::string_view text) {
    const auto begins_mark = [](char byte) { return byte == '\xCC' || byte == '\xCD'; };
    return may_define(text) || std::any_of(text.begin(), text.end(), begins_mark);
}

}  // namespace commsearch::abbreviation
