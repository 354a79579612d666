#include "indexer/report/fields/signature_cells.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/offices.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Kind = SignatureCell::Kind;

constexpr std::size_t max_cell = 90;  ///< characters
constexpr std::size_t max_body_words = 10;

/// Bytes of "TM.", "T/M", "KT.", "TUQ" … at the begin of `text` with the stop and blanks behind; 0
/// when there is none. A dash behind it is none: "KT-XH".
std::size_t prefix_size(std::string_view text) {
    constexpr std::array prefixes = {"TM",  "T/M", "T.M", "KT",  "K/T",  "K.T",
                                     "TUQ", "TL",  "T/L", "T.L", "T.UQ", "T/UQ"};
    for (const std::string_view prefix : prefixes) {
        if (!text.starts_with(prefix)) continue;
        std::size_t at = prefix.size();
        if (at < text.size() && (text[at] == '.' || text[at] == ':')) ++at;
        const std::size_t end = skip_code_points(text, at, is_space);
        if (end > prefix.size() && end < text.size()) return end;
    }
    return 0;
}

bool is_on_behalf(std::string_view text) {
    const std::size_t size = prefix_size(text);
    const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
    if (size == 0 || digits || length(text) > max_cell) return false;
    if (text.ends_with(';')) return false;
    const std::string_view whom = text.substr(size);
    if (is_capital_text(whom)) return true;
    constexpr std::array bodies = {"uy ban",   "ubnd",      "ban",         "hoi dong", "hdnd",
                                   "dang uy",  "chi uy",    "thuong truc", "chu tich", "bi thu",
                                   "giam doc", "bo truong", "doan",        "hoi"};
    return word_count(whom) <= max_body_words && begins_with_any(words_key(whom), bodies);
}

/// Bytes of "XÁC NHẬN CỦA" before the body that confirms a paper; 0 when they are not there.
std::size_t confirms_size(std::string_view text) {
    constexpr std::string_view begin = "XÁC NHẬN CỦA ";
    const bool confirms =
        text.starts_with(begin) && is_capital_text(text) && word_count(text) <= max_body_words;
    return confirms ? begin.size() : 0;
}

/// "TM.", "T/M": for a body; the others stand for an office.
bool speaks_for_body(std::string_view text) {
    const std::string key = words_key(text.substr(0, prefix_size(text)));
    return key == "tm" || key == "t m";
}

/// "(ký, đóng dấu)", "(Chữ ký, họ tên)", "[daky]"; a name has a capital in each word.
bool is_note(std::string_view text) {
    constexpr std::array<std::string_view, 3> whole = {"da ky", "ky", "dau"};
    constexpr std::array<std::string_view, 14> words = {"ky", "da",   "ten", "dong", "dau",
                                                        "va", "ghi",  "ro",  "ho",   "chu",
                                                        "so", "daky", "day", "du"};
    constexpr std::size_t max_note = 60;  // bytes
    if (text.size() > max_note) return false;
    const std::string key = words_key(text);
    if (is_one_of(key, whole)) return true;
    const std::vector<std::string_view> all = split(key, ' ');
    const bool told = has_words(key, "ky") || has_words(key, "daky") || has_words(key, "dong dau");
    return told && !is_person_name(text) &&
           std::all_of(all.begin(), all.end(),
                       [&](std::string_view word) { return is_one_of(word, words); });
}

/// Whether the unaccented words `key` are a rank, a degree or a form of address before a name.
bool is_rank(std::string_view key) {
    constexpr std::array<std::string_view, 46> ranks = {
        "ths",         "ts",          "pgs",         "gs",           "bs",        "ks",
        "cn",          "ds",          "ls",          "bscki",        "bsckii",    "bsck1",
        "bsck2",       "bsck",        "cki",         "ckii",         "ck1",       "ck2",
        "dscki",       "cndd",        "ong",         "ba",           "d/c",       "dong chi",
        "bac si",      "duoc si",     "y si",        "ky su",        "cu nhan",   "thac si",
        "tien si",     "giao su",     "nha giao",    "luat su",      "thieu uy",  "trung uy",
        "dai uy",      "thuong uy",   "thieu ta",    "trung ta",     "thuong ta", "dai ta",
        "thieu tuong", "trung tuong", "chuyen khoa", "chuyen nghiep"};
    return is_one_of(key, ranks);
}

/// "ThS. Lê Văn A", "Bs CKI. Lê Văn A", "Trung tá Lê Văn A" -> "Lê Văn A". The second word of a rank
/// is small, so that "Y Sĩ Niê" stays, and a name has two words.
std::string_view without_rank(std::string_view name) {
    constexpr std::string_view ends = " .,:";
    for (;;) {
        const std::size_t first = std::min(name.find_first_of(ends), name.size());
        const std::size_t next = std::min(name.find_first_not_of(ends, first), name.size());
        const std::size_t second = std::min(name.find_first_of(ends, next), name.size());
        const std::size_t behind = std::min(name.find_first_not_of(ends, second), name.size());
        const bool small = next < name.size() && !is_upper(decode_at(name, next).value);
        if (small && is_rank(unaccented(name.substr(0, second)))) {
            name = name.substr(behind);
        } else if (next > first && is_rank(unaccented(name.substr(0, first)))) {
            name = name.substr(next);
        } else {
            return name;
        }
    }
}

bool is_list_mark(std::string_view text) {
    constexpr std::array marks = {"-", "–", "—", "+", "*", "•", "\uF0B7"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.starts_with(mark); });
}

/// "Nơi nhận hồ sơ …" begins a sentence: the label has a colon near, or is the whole cell.
bool is_recipients_label(std::string_view text) {
    constexpr std::size_t max_label = 24;  // bytes
    const std::string key = words_key(text.substr(0, 2 * max_label));
    if (!begins_with_words(key, "noi nhan") && !begins_with_words(key, "noi gui")) return false;
    return text.find(':') < max_label || key == "noi nhan" || key == "noi gui";
}

Kind kind_of(std::string_view text) {
    if (is_recipients_label(text)) return Kind::recipients;
    if (is_list_mark(text)) return Kind::item;
    if (confirms_size(text) > 0) return Kind::body;
    if (is_on_behalf(text)) return speaks_for_body(text) ? Kind::body : Kind::on_behalf;
    if (is_note(text)) return Kind::note;
    if (is_office(text)) return Kind::office;
    return is_person_name(without_rank(text)) ? Kind::name : Kind::other;
}

SignatureCell cell_of(std::string_view text) {
    SignatureCell cell{kind_of(text), text, text};
    if (cell.kind == Kind::body)
        cell.value = text.substr(std::max(prefix_size(text), confirms_size(text)));
    if (cell.kind == Kind::name) cell.value = without_rank(text);
    return cell;
}

/// The columns of a line: a tab, or three blanks, stand between two.
std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        std::size_t gap = 0;
        while (end < line.size()) {
            const CodePoint point = decode_at(line, end);
            if (!is_space(point.value) && point.value != '|') break;
            gap += point.value == '\t' || point.value == '|' ? 3 : 1;
            end += point.size;
        }
        if (gap >= 3) {
            columns.push_back(without_blanks(line.substr(begin, at - begin)));
            begin = end;
        }
        at = end == at ? at + decode_at(line, at).size : end;
    }
    columns.push_back(without_blanks(line.substr(begin)));
    std::erase(columns, std::string_view());
    return columns;
}

/// Whether a cell, an item or what signs, may end at `at` and another begin behind the blank there.
bool may_part(std::string_view text, std::size_t at, bool is_item) {
    const std::string_view head = text.substr(0, at);
    const std::string_view rest = text.substr(at + 1);
    const bool closed = head.ends_with(';') || head.ends_with('.') || head.ends_with(':');
    if (is_item && !closed) return false;
    if (prefix_size(head) == head.size() || head.size() < 4) return false;
    if (prefix_size(rest) > 0) return true;
    const Kind kind = kind_of(rest);
    if (kind == Kind::name) return !is_capital_text(rest) && (is_item || is_capital_text(head));
    if (kind != Kind::office || !is_capital_text(rest)) return false;
    // "KT. CHI CỤC TRƯỞNG" holds no "CỤC TRƯỞNG".
    const bool is_whole = speaks_for_body(text) ||
                          begins_with_office(head.substr(std::min(prefix_size(text), head.size())));
    return is_item || (is_on_behalf(head) && is_whole);
}

/// Where a cell whose columns ran together is cut in two: before a further "KT.", before the name
/// behind an office ("CHỦ TỊCH Lý Văn Thìn"), behind an item ("- Lưu: VT. Lý Văn Thìn"). npos else.
std::size_t cut_of(std::string_view text) {
    const bool item = is_list_mark(text) || is_recipients_label(text);
    const bool signs = prefix_size(text) > 0 || begins_with_office(text);
    if (!item && !signs) return std::string_view::npos;
    for (std::size_t at = text.find(' '); at != std::string_view::npos;
         at = text.find(' ', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (!may_part(text, at, item)) continue;
        if (kind_of(rest) != Kind::other || cut_of(rest) != std::string_view::npos) return at;
    }
    return std::string_view::npos;
}

/// The pieces of one column; "(đã ký)" behind a name is left out.
void append_cells(std::string_view column, std::vector<SignatureCell>& cells) {
    const std::size_t note = column.rfind('(');
    const bool noted = note != std::string_view::npos && note > 0 && is_note(column.substr(note));
    if (noted) column = without_blanks(column.substr(0, note));
    const std::size_t cut = cut_of(column);
    if (cut == std::string_view::npos) {
        cells.push_back(cell_of(column));
        return;
    }
    append_cells(without_blanks(column.substr(0, cut)), cells);
    const std::size_t behind = cells.size();
    append_cells(without_blanks(column.substr(cut)), cells);
    if (behind < cells.size()) cells[behind].begins_column = false;
}

/// Whether lower-case `text` begins as what is addressed or what a paper is called, not a person.
bool begins_as_no_name(std::string_view text) {
    // With accents: "Trương", "Đoàn" and "Vũ" are names of families.
    constexpr std::array<std::string_view, 41> others = {
        "lưu vt",    "lưu vp",     "lưu hs",     "lưu văn thư", "xã ",      "phường ",
        "thị trấn ", "huyện ",     "tỉnh ",      "thôn ",       "tổ ",      "ban ",
        "phòng ",    "sở ",        "hội ",       "văn phòng ",  "như ",     "các ",
        "đảng ",     "chi bộ ",    "bộ ",        "công ty ",    "trường ",  "phụ lục",
        "biểu ",     "thành phố ", "quận ",      "chi cục ",    "cục ",     "vụ ",
        "mặt trận ", "hợp tác ",   "trung tâm ", "cộng ",       "việt nam", "quyết định",
        "báo cáo",   "kế hoạch",   "nơi ",       "ủy ",         "uỷ "};
    return std::any_of(others.begin(), others.end(),
                       [&](std::string_view begin) { return text.starts_with(begin); });
}

}  // namespace

bool is_person_name(std::string_view text) {
    constexpr std::size_t max_words = 6;
    constexpr std::size_t max_name = 60;  // bytes
    if (text.size() > max_name) return false;
    std::size_t words = 0;
    std::size_t capitals = 0;  // words of capitals alone
    for (std::size_t at = 0; at < text.size();) {
        if (!is_upper(decode_at(text, at).value)) return false;
        const std::size_t end = skip_code_points(text, at, [](char32_t value) {
            return is_letter(value) || is_mark(value) || value == '\'' || value == U'’';
        });
        const std::string_view word = text.substr(at, end - at);
        ++words;
        if (length(word) > 1 && is_capital_text(word)) ++capitals;
        at = skip_code_points(text, end, is_space);
        if (at == end && end < text.size()) return false;
    }
    if (capitals > 0 && capitals + 1 < words) return false;
    if (words < 2 || words > max_words) return false;
    return !begins_as_no_name(lower(text)) && !issuer_named(words_key(text));
}

std::vector<SignatureCell> signature_cells(std::string_view line) {
    constexpr std::size_t max_line = 400;  // bytes; what is longer is no signature
    if (line.size() > max_line) return {{Kind::other, line, line}};
    std::vector<SignatureCell> cells;
    for (const std::string_view column : columns_of(line)) append_cells(column, cells);
    // Beside an office in capitals stands another one, not a name.
    const bool offices = std::any_of(cells.begin(), cells.end(), [](const SignatureCell& cell) {
        return cell.kind == Kind::office && is_capital_text(cell.text);
    });
    for (SignatureCell& cell : cells) {
        const bool beside = offices && cell.begins_column && cell.kind == Kind::name;
        if (beside && is_capital_text(cell.text)) cell.kind = Kind::office;
    }
    return cells;
}

}  // namespace commsearch::report
