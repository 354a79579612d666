#include "tests/generator/generator_letters.h"

#include <array>
#include <unordered_map>

#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

using Row = std::array<char32_t, 6>;
constexpr std::array<Row, 12> small_letters{{{U'a', U'à', U'ả', U'ã', U'á', U'ạ'},
                                             {U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ'},
                                             {U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ'},
                                             {U'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ'},
                                             {U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ'},
                                             {U'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị'},
                                             {U'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ'},
                                             {U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ'},
                                             {U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ'},
                                             {U'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ'},
                                             {U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự'},
                                             {U'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}}};
constexpr std::array<Row, 12> capital_letters{{{U'A', U'À', U'Ả', U'Ã', U'Á', U'Ạ'},
                                               {U'Ă', U'Ằ', U'Ẳ', U'Ẵ', U'Ắ', U'Ặ'},
                                               {U'Â', U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ậ'},
                                               {U'E', U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ'},
                                               {U'Ê', U'Ề', U'Ể', U'Ễ', U'Ế', U'Ệ'},
                                               {U'I', U'Ì', U'Ỉ', U'Ĩ', U'Í', U'Ị'},
                                               {U'O', U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ'},
                                               {U'Ô', U'Ồ', U'Ổ', U'Ỗ', U'Ố', U'Ộ'},
                                               {U'Ơ', U'Ờ', U'Ở', U'Ỡ', U'Ớ', U'Ợ'},
                                               {U'U', U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ'},
                                               {U'Ư', U'Ừ', U'Ử', U'Ữ', U'Ứ', U'Ự'},
                                               {U'Y', U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ'}}};
constexpr int base_o = 6;
constexpr int base_u = 9;
constexpr char32_t horn = 0x031B;
constexpr char32_t dot_below = 0x0323;
/// Hat, breve or horn of each base letter; the plain letter below it.
constexpr std::array<char32_t, 12> marks{0, 0x0306, 0x0302, 0, 0x0302, 0,
                                         0, 0x0302, horn,   0, horn,   0};
constexpr std::array<int, 12> plain{0, 0, 0, 3, 3, 5, 6, 6, 6, 9, 9, 11};
constexpr std::array<char32_t, 6> tone_marks{0, 0x0300, 0x0309, 0x0303, 0x0301, dot_below};

using VowelTable = std::unordered_map<char32_t, VowelLetter>;

VowelTable vowel_table() {
    VowelTable table;
    for (int base = 0; base < 12; ++base) {
        for (int tone = 0; tone < 6; ++tone) {
            const auto row = static_cast<std::size_t>(base);
            const auto column = static_cast<std::size_t>(tone);
            table[small_letters[row][column]] = {base, tone, false};
            table[capital_letters[row][column]] = {base, tone, true};
        }
    }
    return table;
}

char32_t upper_code_point(char32_t value) {
    if (value < 0x80) return value >= U'a' && value <= U'z' ? value - 32 : value;
    if (value == U'đ') return U'Đ';
    VowelLetter letter = vowel_letter(value);
    if (letter.base < 0) return value;
    letter.upper = true;
    return code_point(letter);
}

bool pair_takes_new_style(VowelLetter first, VowelLetter second) {
    if (first.tone == 0 || second.base < 0 || second.tone != 0) return false;
    return (first.base == base_o && (second.base == 0 || second.base == 3)) ||
           (first.base == base_u && second.base == 11);
}

void append_decomposed(std::string& out, VowelLetter letter) {
    const auto base = static_cast<std::size_t>(letter.base);
    append_utf8(out, code_point({plain[base], 0, letter.upper}));
    const char32_t mark = marks[base];
    const char32_t tone = tone_marks[static_cast<std::size_t>(letter.tone)];
    if (mark == horn) append_utf8(out, mark);
    if (tone == dot_below) append_utf8(out, tone);
    if (mark != 0 && mark != horn) append_utf8(out, mark);
    if (tone != 0 && tone != dot_below) append_utf8(out, tone);
}

/// "c" + "ê" is written "kê"; likewise "ghê", "nghê".
std::string onset_before(std::string onset, char32_t vowel) {
    constexpr std::u32string_view front = U"eêiyéèẻẽẹếềểễệíìỉĩịýỳỷỹỵ";
    if (front.find(vowel) == std::u32string_view::npos) return onset;
    if (onset == "c") return "k";
    if (onset == "g" || onset == "ng") return onset + "h";
    if (onset == "gi") return "d";
    return onset;
}

}  // namespace

VowelLetter vowel_letter(char32_t value) {
    static const VowelTable table = vowel_table();
    const auto found = table.find(value);
    return found == table.end() ? VowelLetter{} : found->second;
}

char32_t code_point(VowelLetter letter) {
    const auto& table = letter.upper ? capital_letters : small_letters;
    return table[static_cast<std::size_t>(letter.base)][static_cast<std::size_t>(letter.tone)];
}

void capitalize(std::string& text, std::size_t from) {
    if (from >= text.size()) return;
    const CodePoint point = decode_at(text, from);
    std::string capital;
    append_utf8(capital, upper_code_point(point.value));
    text.replace(from, point.size, capital);
}

std::string decomposed(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 5 / 4);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const VowelLetter letter = vowel_letter(point.value);
        if (letter.base < 0) {
            out.append(text, at, point.size);
        } else {
            append_decomposed(out, letter);
        }
        at += point.size;
    }
    return out;
}

std::string new_tone_style(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const VowelLetter first = vowel_letter(point.value);
        at += point.size;
        if (first.base < 0 || first.tone == 0 || at >= text.size()) {
            append_utf8(out, point.value);
            continue;
        }
        const CodePoint next = decode_at(text, at);
        const VowelLetter second = vowel_letter(next.value);
        if (!pair_takes_new_style(first, second)) {
            append_utf8(out, point.value);
            continue;
        }
        append_utf8(out, code_point({first.base, 0, first.upper}));
        append_utf8(out, code_point({second.base, first.tone, second.upper}));
        at += next.size;
    }
    return out;
}

std::string syllable_of(const std::string& onset, std::string_view rime, int tone) {
    std::string marked;
    const std::size_t bar = rime.find('_');
    for (std::size_t at = 0; at < rime.size();) {
        const CodePoint point = decode_at(rime, at);
        at += point.size;
        if (point.value == U'_') continue;
        VowelLetter letter = vowel_letter(point.value);
        if (at == bar) letter.tone = tone;
        append_utf8(marked, letter.base < 0 ? point.value : code_point(letter));
    }
    return onset_before(onset, decode_at(marked, 0).value) + marked;
}

std::string slug_of(std::string_view text) {
    std::string slug;
    for (const char c : unaccented(text)) {
        const bool wanted = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (wanted) {
            slug += c;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    if (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank && !inside) ++words;
        inside = !blank;
    }
    return words;
}

}  // namespace commsearch
