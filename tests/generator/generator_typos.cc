#include "tests/generator/generator_typos.h"

#include <array>

#include "analyzers/base/unicode.h"
#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

/// Out of 66 slips, those below each bound are of its class.
constexpr std::uint32_t wrong_tone = 17;
constexpr std::uint32_t missing_tone = 31;
constexpr std::uint32_t hook_or_tilde = 35;
constexpr std::uint32_t repeated = 44;
constexpr std::uint32_t missing_word = 49;
constexpr std::uint32_t glued = 55;
constexpr std::uint32_t all_slips = 66;

constexpr int hook = 2;
constexpr int tilde = 3;

/// Only words of small letters are spoilt, so that names and figures keep agreeing.
bool is_plain_word(std::string_view word) {
    if (word.size() < 3) return false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        const VowelLetter letter = vowel_letter(point.value);
        const bool small =
            letter.base >= 0 ? !letter.upper
                             : (point.value >= U'a' && point.value <= U'z') || point.value == U'đ';
        if (!small) return false;
        at += point.size;
    }
    return true;
}

struct Confusion {
    std::string_view written, meant;
};
constexpr std::array<Confusion, 8> first_letters{{{"s", "x"},
                                                  {"x", "s"},
                                                  {"tr", "t"},
                                                  {"ch", "tr"},
                                                  {"v", "b"},
                                                  {"nh", "n"},
                                                  {"h", ""},
                                                  {"ph", "v"}}};
constexpr std::array<Confusion, 6> last_letters{
    {{"nh", "ng"}, {"ng", "n"}, {"m", "n"}, {"p", "t"}, {"n", "ng"}, {"t", "c"}}};

}  // namespace

void TypoMaker::append(std::string_view paragraph, std::string& out) {
    for (std::size_t at = 0; at < paragraph.size();) {
        const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
        const std::string_view word = paragraph.substr(at, end - at);
        if (words_left_ > 0) --words_left_;
        const bool spoilt = words_left_ == 0 && is_plain_word(word) && append_spoilt(word, out);
        if (spoilt) {
            wait();
        } else {
            out += word;
            if (end < paragraph.size()) out += ' ';
        }
        at = end + 1;
    }
}

bool TypoMaker::append_spoilt(std::string_view word, std::string& out) {
    const std::uint32_t slip = random_.below(all_slips);
    if (slip < hook_or_tilde) return append_other_tone(word, slip, out);
    if (slip >= glued) return append_other_letter(word, out);
    if (slip < repeated) {
        out.append(word).append(" ").append(word).append(" ");
    } else if (slip >= missing_word) {
        out += word;
    }
    return true;
}

bool TypoMaker::append_other_tone(std::string_view word, std::uint32_t slip, std::string& out) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        VowelLetter letter = vowel_letter(point.value);
        if (letter.base < 0 || letter.tone == 0) {
            at += point.size;
            continue;
        }
        const bool swapped = slip >= missing_tone;
        if (swapped && letter.tone != hook && letter.tone != tilde) return false;
        if (swapped) letter.tone = hook + tilde - letter.tone;
        if (slip < wrong_tone)
            letter.tone = 1 + (letter.tone + static_cast<int>(random_.below(4))) % 5;
        if (slip >= wrong_tone && !swapped) letter.tone = 0;
        out += word.substr(0, at);
        append_utf8(out, code_point(letter));
        out.append(word.substr(at + point.size)).append(" ");
        return true;
    }
    return false;
}

bool TypoMaker::append_other_letter(std::string_view word, std::string& out) {
    const Confusion& first = first_letters[random_.below(first_letters.size())];
    const Confusion& last = last_letters[random_.below(last_letters.size())];
    if (word.starts_with(first.written)) {
        out.append(first.meant).append(word.substr(first.written.size())).append(" ");
        return true;
    }
    if (!word.ends_with(last.written)) return false;
    out.append(word.substr(0, word.size() - last.written.size())).append(last.meant).append(" ");
    return true;
}

}  // namespace commsearch
