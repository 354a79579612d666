#include "indexer/source/extract/text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/encoding/utf16.h"
#include "indexer/source/extract/limits.h"

namespace commsearch::source {
namespace {

constexpr std::string_view utf8_byte_order_mark = "\xEF\xBB\xBF";

/// More control characters than this, and more than 1 in 20 bytes: not written by a person.
constexpr std::size_t tolerated_controls = 16;

bool is_line_end(char32_t value) {
    return (value >= '\n' && value <= '\r') || value == 0x85 || value == 0x2028 || value == 0x2029;
}

[[noreturn]] void refuse_binary(const std::string& why_vi, const std::string& why_en) {
    throw Error(
        {"không phải văn bản: " + why_vi + "; xuất nội dung ra tệp .txt hoặc .html bảng mã UTF-8",
         "not text: " + why_en + "; export its content as .txt or .html in UTF-8"});
}

/// Control characters other than blanks and line ends.
std::size_t count_controls(std::string_view bytes) {
    std::size_t controls = 0;
    while (!bytes.empty()) {
        // Counts of one byte each, which compilers add up many at a time.
        const std::string_view part = bytes.substr(0, 255);
        std::uint8_t count = 0;
        for (const char byte : part) {
            const auto value = static_cast<unsigned char>(byte);
            const bool is_blank = value - unsigned{'\t'} <= unsigned{'\r' - '\t'};
            const bool is_control = (value < 0x20 && !is_blank) || value == 0x7F;
            count = static_cast<std::uint8_t>(count + (is_control ? 1 : 0));
        }
        controls += count;
        bytes.remove_prefix(part.size());
    }
    return controls;
}

void refuse_controls(std::string_view bytes) {
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        const std::string at = std::to_string(nul);
        refuse_binary("có byte NUL ở vị trí " + at, "NUL byte at offset " + at);
    }
    const std::size_t controls = count_controls(bytes);
    if (controls > tolerated_controls && controls * 20 > bytes.size()) {
        const std::string count = std::to_string(controls);
        refuse_binary("có " + count + " ký tự điều khiển", count + " control characters");
    }
}

struct Place {
    std::string offset, line;
};

Place place_of(std::string_view bytes, std::size_t at) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    return {std::to_string(at), std::to_string(1 + std::count(bytes.begin(), end, '\n'))};
}

[[noreturn]] void refuse_unknown_encoding(std::string_view bytes, std::size_t at,
                                          std::string_view declared_charset) {
    const auto [offset, line] = place_of(bytes, at);
    std::string vi =
        "không phải UTF-8: byte sai đầu tiên ở vị trí " + offset + " (dòng " + line + "); ";
    std::string en = "not UTF-8: first bad byte at offset " + offset + " (line " + line + "); ";
    if (!declared_charset.empty()) {
        const std::string charset = escaped_name(declared_charset);
        vi += "trang tự khai bảng mã " + charset + "; ";
        en += "the page declares " + charset + "; ";
    }
    vi += "không bảng mã nào hợp (TCVN3, VNI, VISCII, CP1258, UTF-16), hãy lưu lại bằng UTF-8";
    en += "no known encoding fits (TCVN3, VNI, VISCII, CP1258, UTF-16), save it as UTF-8";
    throw Error({std::move(vi), std::move(en)});
}

/// `bytes` without the NULs that fields of fixed length and broken transfers leave at the end.
std::string_view without_padding(std::string_view bytes) {
    const std::size_t end = bytes.find_last_not_of(std::string_view("\0\r\n", 3)) + 1;
    const std::size_t nul = bytes.find('\0', end);
    return bytes.substr(0, nul);
}

/// Whether `tail` is the beginning of one letter of UTF-8, whose end is lacking.
bool is_cut_letter(std::string_view tail) {
    while (tail.ends_with('\n') || tail.ends_with('\r')) tail.remove_suffix(1);
    if (tail.empty()) return false;
    const auto first = static_cast<unsigned char>(tail[0]);
    const std::size_t whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    return first >= 0xC2 && first <= 0xF4 && tail.size() < whole &&
           std::all_of(tail.begin() + 1, tail.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; });
}

void add_run_at_end(encoding::DecodedText& decoded, std::string original, std::string repaired) {
    const auto lines = std::count(decoded.text.begin(), decoded.text.end(), '\n');
    decoded.runs.push_back({.line = static_cast<std::size_t>(lines) + 1,
                            .encoding = encoding::Encoding::utf8,
                            .original = std::move(original),
                            .repaired = std::move(repaired)});
    decoded.source.repaired_runs = decoded.runs.size();
}

/// As decode_text; one broken letter at the end, where a file or a field was cut, and NULs behind
/// it are no reason to lose a text.
encoding::DecodedText decode_with_end(std::string_view bytes) {
    const std::string_view unpadded = without_padding(bytes);
    const bool is_padded = unpadded.size() < bytes.size() && !encoding::detect_utf16(bytes);
    if (is_padded) bytes = unpadded;
    encoding::DecodedText decoded = encoding::decode_text(bytes);
    std::string broken;
    append_utf8(broken, replacement_character);
    if (decoded.unreadable_at) {
        const std::size_t bad = first_bad_byte(bytes);
        if (!is_cut_letter(bytes.substr(bad))) return decoded;
        decoded = encoding::decode_text(bytes.substr(0, bad));
        decoded.text += broken;
        add_run_at_end(decoded, broken, broken);
    }
    if (is_padded) add_run_at_end(decoded, broken, {});
    return decoded;
}

void refuse_blank(std::string_view utf8) {
    if (!without_blank_ends(utf8).empty()) return;
    throw Error({"trống, không có chữ nào; hãy xóa tệp hoặc lưu lại nội dung",
                 "empty, no text in it; delete the file or save its content again"});
}

bool is_ill_formed(const CodePoint& point) {
    return point.value == replacement_character && point.size == 1;
}

/// Whether clean text holds it.
bool is_clean(const CodePoint& point) {
    if (is_ill_formed(point)) return false;
    return point.value == '\n' || point.value == '\t' || !is_control(point.value);
}

/// What stands in clean text instead of one that it does not hold.
char32_t instead_of(const CodePoint& point) {
    if (is_ill_formed(point)) return replacement_character;
    return is_line_end(point.value) ? U'\n' : U' ';
}

}  // namespace

bool is_control(char32_t value) {
    return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029;
}

Message too_large(std::uintmax_t size) { return too_large(size, max_document_bytes); }

Message too_large(std::uintmax_t size, std::uintmax_t limit) {
    const std::string most = std::to_string(limit >> 20U) + " MiB";
    return {"dài " + std::to_string(size) + " byte, quá giới hạn " + most + "; hãy chia nhỏ",
            std::to_string(size) + " bytes, above the limit of " + most + "; split it"};
}

Message password_needed() {
    return {"tệp có mật khẩu; hãy mở ra và lưu lại không mật khẩu",
            "protected by a password; open it and save it without one"};
}

encoding::DecodedText readable_text(std::string_view bytes, std::string_view declared_charset) {
    if (bytes.size() > max_document_bytes) throw Error(too_large(bytes.size()));
    encoding::DecodedText decoded = decode_with_end(bytes);
    if (decoded.unreadable_at) {
        refuse_controls(bytes);
        refuse_unknown_encoding(bytes, *decoded.unreadable_at, declared_charset);
    }
    refuse_controls(decoded.text);
    refuse_blank(decoded.text);
    return decoded;
}

std::string_view checked_text(std::string_view bytes) {
    if (bytes.size() > max_document_bytes) throw Error(too_large(bytes.size()));
    while (bytes.starts_with(utf8_byte_order_mark))
        bytes.remove_prefix(utf8_byte_order_mark.size());
    refuse_controls(bytes);
    const std::size_t bad = first_bad_byte(bytes);
    if (bad < bytes.size()) {
        const auto [offset, line] = place_of(bytes, bad);
        throw Error({"không phải UTF-8: byte sai đầu tiên ở vị trí " + offset + " (dòng " + line +
                         "); hãy lưu lại bằng UTF-8",
                     "not UTF-8: first bad byte at offset " + offset + " (line " + line +
                         "); save it as UTF-8"});
    }
    refuse_blank(bytes);
    return bytes;
}

std::string clean_text(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t kept = 0;  // where what is copied as it is begins
    for (std::size_t at = 0; at < utf8.size();) {
        if (utf8[at] >= ' ' && utf8[at] < 0x7F) {
            ++at;
            continue;
        }
        const CodePoint point = decode_at(utf8, at);
        if (is_clean(point)) {
            at += point.size;
            continue;
        }
        out.append(utf8, kept, at - kept);
        const bool crlf = utf8.substr(at, 2) == "\r\n";
        append_utf8(out, instead_of(point));
        at += crlf ? 2 : point.size;
        kept = at;
    }
    out.append(utf8, kept, utf8.size() - kept);
    return into_nfc(std::move(out));
}

std::string clean_line(std::string_view utf8) {
    std::string line = clean_text(utf8);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return std::string(without_blank_ends(line));
}

std::string_view without_blank_ends(std::string_view utf8) {
    return trimmed_where(utf8, [](char32_t value) { return is_space(value) || is_control(value); });
}

std::vector<std::string_view> pieces_ended_by(char end, std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find(end), text.size());
        pieces.push_back(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return pieces;
}

std::string escaped_name(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_at(bytes, at);
        const bool ill_formed = point.value == replacement_character && point.size == 1;
        for (std::size_t i = at; i < at + point.size; ++i) {
            const auto byte = static_cast<unsigned char>(bytes[i]);
            if (ill_formed || is_control(point.value)) {
                out += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
            } else {
                out += bytes[i];
            }
        }
        at += point.size;
    }
    return out;
}

std::string id_of_name(std::string_view bytes) {
    std::string id;
    const std::string name = nfc(bytes);
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint point = decode_at(name, at);
        append_utf8(id, is_control(point.value) ? replacement_character : point.value);
        at += point.size;
    }
    return id;
}

}  // namespace commsearch::source
