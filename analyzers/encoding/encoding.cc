#include "analyzers/encoding/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers_dictionaries.h"

namespace commsearch::encoding {
namespace {

constexpr std::array<std::string_view, 11> names = {
    "UTF-8", "UTF-16LE", "UTF-16BE", "CP1252", "TCVN3",          "TCVN5712",
    "VNI",   "VISCII",   "CP1258",   "VIQR",   "UTF-8 as CP1252"};

constexpr std::size_t max_sequence = 3;  // VIQR: letter, shape, tone

/// Byte sequences, packed, and what they stand for.
struct Table {
    std::unordered_map<std::uint32_t, char32_t> characters;
    std::size_t longest = 1;
};

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

std::array<Table, names.size()> load_tables() {
    std::array<Table, names.size()> tables;
    for (const TsvRow& row : tsv_rows(embedded::legacy_encodings_tsv())) {
        const auto name = std::find(names.begin(), names.end(), row.fields[0]);
        if (name == names.end()) continue;
        Table& table = tables.at(static_cast<std::size_t>(name - names.begin()));
        std::uint32_t key = 0;
        const auto bytes = split(row.fields[1], ' ');
        for (const std::string_view byte : bytes) key = key << 8U | number_of(byte);
        table.longest = std::max(table.longest, bytes.size());
        table.characters.emplace(key, static_cast<char32_t>(number_of(row.fields[2].substr(2))));
    }
    return tables;
}

const Table& table_of(Encoding encoding) {
    static const auto tables = load_tables();
    return tables.at(static_cast<std::size_t>(encoding));
}

struct Match {
    char32_t value = 0;
    std::size_t size = 0;  ///< 0: none
};

Match longest_match(const Table& table, std::string_view bytes) {
    std::array<std::uint32_t, max_sequence + 1> keys{};
    const std::size_t longest = std::min(table.longest, bytes.size());
    for (std::size_t i = 0; i < longest; ++i) {
        keys.at(i + 1) = keys.at(i) << 8U | static_cast<unsigned char>(bytes[i]);
    }
    for (std::size_t size = longest; size > 0; --size) {
        const auto found = table.characters.find(keys.at(size));
        if (found != table.characters.end()) return {found->second, size};
    }
    return {};
}

/// VNI by hand: a capital with a small mark behind it ("Aâ"), which the fonts show well.
Match vni_capital_with_small_mark(const Table& table, std::string_view bytes) {
    constexpr unsigned char first_small = 0xE0;
    constexpr unsigned char case_bit = 0x20;
    if (bytes.size() < 2 || bytes[0] < 'A' || bytes[0] > 'Z') return {};
    const auto mark = static_cast<unsigned char>(bytes[1]);
    if (mark < first_small) return {};
    const std::array<char, 2> both = {bytes[0], static_cast<char>(mark - case_bit)};
    const Match match = longest_match(table, {both.data(), both.size()});
    return match.size == 2 ? match : Match{};
}

/// A sign that VIQR would read as a mark, a 'd' or a backslash, kept literal by "\" before it.
bool is_viqr_escape(std::string_view bytes) {
    constexpr std::string_view escaped = "`'?~.^(+dD\\";
    return bytes.size() > 1 && bytes[0] == '\\' && escaped.find(bytes[1]) != std::string_view::npos;
}

Match match_at(Encoding encoding, const Table& table, std::string_view bytes) {
    if (encoding == Encoding::viqr && is_viqr_escape(bytes)) {
        return {static_cast<unsigned char>(bytes[1]), 2};
    }
    if (encoding == Encoding::vni) {
        const Match match = vni_capital_with_small_mark(table, bytes);
        if (match.size != 0) return match;
    }
    const Match match = longest_match(table, bytes);
    if (match.size != 0) return match;
    return {cp1252_character(static_cast<unsigned char>(bytes[0])), 1};
}

std::unordered_map<char32_t, unsigned char> reversed_cp1252() {
    std::unordered_map<char32_t, unsigned char> bytes;
    for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
        const auto value = static_cast<unsigned char>(byte);
        bytes.emplace(cp1252_character(value), value);
    }
    return bytes;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
    return names.at(static_cast<std::size_t>(encoding));
}

std::string decode_bytes(Encoding encoding, std::string_view bytes) {
    if (encoding == Encoding::utf8_twice) return nfc(bytes);
    const Table& table = table_of(encoding);
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const Match match = match_at(encoding, table, bytes.substr(at));
        append_utf8(text, match.value);
        at += match.size;
    }
    return nfc(text);
}

char32_t cp1252_character(unsigned char byte) {
    static const auto characters = [] {
        std::array<char32_t, 256> made{};
        for (std::size_t i = 0; i < made.size(); ++i) made.at(i) = static_cast<char32_t>(i);
        for (const auto& [key, value] : table_of(Encoding::cp1252).characters) made.at(key) = value;
        return made;
    }();
    return characters.at(byte);
}

std::optional<unsigned char> cp1252_byte(char32_t value) {
    constexpr char32_t latin1_end = 0x100;
    if (value < latin1_end) return static_cast<unsigned char>(value);
    static const auto bytes = reversed_cp1252();
    const auto found = bytes.find(value);
    if (found == bytes.end()) return std::nullopt;
    return found->second;
}

std::optional<FontEncoding> encoding_of_font(std::string_view family) {
    const std::string name = lower(family);
    if (name.starts_with(".vn")) {
        return FontEncoding{Encoding::tcvn3, family.ends_with('H')};
    }
    if (name.starts_with("vni-")) return FontEncoding{Encoding::vni, false};
    return std::nullopt;
}

}  // namespace commsearch::encoding
