#include "analyzers/definitions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "analyzers/segmenter.h"
#include "analyzers/syllable.h"
#include "analyzers/unicode.h"

namespace commsearch {
namespace {

constexpr std::size_t min_letters = 2;
constexpr std::size_t max_letters = 16;
/// Words of a phrase behind "gọi tắt là" at most: "HTX Nông nghiệp Tân Giáo".
constexpr std::size_t max_short_words = 6;
/// Words between the long form and its definition at most, and letters that are looked for behind
/// them at least: "Ban Chỉ đạo … xã Tân Giáo (gọi tắt là BCĐ)", "Trung tâm Y tế xã (TTYT)". Fewer
/// letters fit by chance.
struct Reach {
    std::size_t passed_words = 0;
    std::size_t min_letters = 0;
};
constexpr Reach reach_announced{8, 3};
constexpr Reach reach_parenthesis{3, 4};

/// Words that short forms pass over, in one of them at most so many.
constexpr std::size_t max_passes = 3;
constexpr std::array<std::string_view, 12> passed_over = {
    "và", "của", "về", "các", "cho", "trong", "với", "theo", "từ", "ở", "tại", "đối"};

/// A word of one line.
struct Word {
    std::string_view written;
    std::string term;         ///< lower case, canonical
    std::string_view behind;  ///< what stands between it and the next word
    std::uint32_t begin = 0;
    bool starts_anew = false;
    bool is_upper = false;
};
using Words = std::vector<Word>;

/// The letter an initial stands for: Ủ is u, Đ is đ.
char32_t plain(char32_t letter) {
    const char32_t small = lower_code_point(letter);
    constexpr char32_t d_with_stroke = 0x0111;
    return small == d_with_stroke ? small : bare_code_point(small);
}

std::u32string letters_of(std::string_view short_form) {
    std::u32string letters;
    for (std::size_t at = 0; at < short_form.size();) {
        const CodePoint point = decode_at(short_form, at);
        if (is_letter(point.value)) letters.push_back(plain(point.value));
        at += point.size;
    }
    return letters;
}

bool may_be_passed(std::string_view term) {
    return std::find(passed_over.begin(), passed_over.end(), term) != passed_over.end();
}

/// The first of the words before `end` whose initials are `letters`, the last word having the last
/// of them; none may lie beyond the start of a sentence.
std::optional<std::size_t> first_of_initials(const Words& words, std::size_t end,
                                             std::u32string_view letters,
                                             std::size_t passes = max_passes) {
    if (letters.empty()) return end;
    if (end == 0) return std::nullopt;
    const Word& word = words[end - 1];
    if (word.term.find_first_of("0123456789") != std::string::npos) return std::nullopt;
    if (plain(decode_at(word.term, 0).value) == letters.back() &&
        (!word.starts_anew || letters.size() == 1)) {
        const std::u32string_view others = letters.substr(0, letters.size() - 1);
        if (const auto first = first_of_initials(words, end - 1, others, passes)) return first;
    }
    if (passes == 0 || word.starts_anew || !may_be_passed(word.term)) return std::nullopt;
    return first_of_initials(words, end - 1, letters, passes - 1);
}

Words words_of(std::string_view line) {
    Words words;
    for (const Segment& part : segment(line)) {
        const std::string_view written = line.substr(part.begin, part.end - part.begin);
        if (!words.empty()) {
            const std::size_t end = words.back().begin + words.back().written.size();
            words.back().behind = line.substr(end, part.begin - end);
        }
        words.push_back({written, canonical_word(lower(written)), line.substr(part.end), part.begin,
                         part.starts_anew, part.is_upper});
    }
    return words;
}

/// Reads the definitions of one line.
class Reader {
public:
    Reader(std::string_view line, std::uint32_t offset, std::vector<Definition>& found)
        : line_(line), offset_(offset), words_(words_of(line)), found_(found) {}

    void read() {
        for (std::size_t i = 1; i < words_.size(); ++i) {
            if (words_[i - 1].behind.find('(') != std::string_view::npos) read_parenthesis(i);
            if (words_[i].term == "tắt" &&
                (words_[i - 1].term == "gọi" || words_[i - 1].term == "viết")) {
                read_announced(i);
            }
        }
    }

private:
    /// "(KT-XH)": one short form and nothing else.
    void read_parenthesis(std::size_t first) {
        std::size_t end = first;
        while (end < words_.size() && words_[end].is_upper && end - first < max_short_words) {
            ++end;
            if (closes(words_[end - 1].behind)) {
                add(first, end, first, reach_parenthesis);
                return;
            }
            if (!joins(words_[end - 1].behind)) return;
        }
    }

    /// "sau đây gọi tắt là HTX Tân Giáo"; `at` is the word "tắt".
    void read_announced(std::size_t at) {
        std::size_t long_end = at - 1;
        while (long_end > 0 && is_announcement(words_[long_end - 1].term)) --long_end;
        std::size_t first = at + 1;
        if (first < words_.size() && words_[first].term == "là") ++first;
        std::size_t end = first;
        while (end < words_.size() && end - first < 2 * max_short_words) {
            ++end;
            if (!joins(words_[end - 1].behind)) break;
        }
        if (end > first) add(first, end, long_end, reach_announced);
    }

    static bool is_announcement(std::string_view term) {
        constexpr std::array<std::string_view, 8> terms = {"sau", "đây",  "từ",  "dưới",
                                                           "này", "được", "tên", "xin"};
        return std::find(terms.begin(), terms.end(), term) != terms.end();
    }

    static bool closes(std::string_view behind) {
        return behind.find_first_not_of(" .") != std::string_view::npos &&
               behind[behind.find_first_not_of(" .")] == ')';
    }

    /// What may stand inside a short form or between its words.
    static bool joins(std::string_view behind) {
        constexpr std::size_t longest = 5;  // " – "
        if (behind.size() > longest) return false;
        return behind.find_first_not_of(" -&/") == std::string_view::npos || behind == " – ";
    }

    /// Takes down the short form [first, end) when a long form stands before `long_end`.
    void add(std::size_t first, std::size_t end, std::size_t long_end, Reach reach) {
        for (std::size_t passed = 0; passed <= reach.passed_words && passed < long_end; ++passed) {
            if (passed > 0 && words_[long_end - passed].starts_anew) return;
            const std::size_t needed = passed == 0 ? min_letters : reach.min_letters;
            if (add_at(first, end, long_end - passed, needed)) return;
        }
    }

    bool add_at(std::size_t first, std::size_t end, std::size_t long_end, std::size_t needed) {
        while (end > first && long_end > 0 && !is_initials(end - 1) &&
               words_[end - 1].term == words_[long_end - 1].term) {
            --end;
            --long_end;
        }
        std::size_t begin = end;
        while (begin > first && is_initials(begin - 1)) --begin;
        const std::u32string letters = letters_between(begin, end);
        if (letters.size() < needed || letters.size() > max_letters) return false;
        if (long_end == 0 || may_be_passed(words_[long_end - 1].term)) return false;
        const auto long_begin = first_of_initials(words_, long_end, letters);
        if (!long_begin || long_end - *long_begin < 2) return false;
        if (!same_words(first, begin, *long_begin)) return false;
        Definition definition;
        definition.short_form = slice(begin, end);
        definition.long_form = slice(*long_begin, long_end);
        definition.begin = offset_ + words_[begin].begin;
        found_.push_back(std::move(definition));
        return true;
    }

    /// True for "HTX" and "QLDA", false for "Tân" and for a syllable in capitals.
    [[nodiscard]] bool is_initials(std::size_t at) const {
        return words_[at].is_upper &&
               words_[at].written.find_first_of("0123456789") == std::string_view::npos;
    }

    [[nodiscard]] std::u32string letters_between(std::size_t begin, std::size_t end) const {
        std::u32string letters;
        for (; begin < end; ++begin) letters += letters_of(words_[begin].written);
        return letters;
    }

    /// True when the words [first, end) stand before `behind` as well.
    [[nodiscard]] bool same_words(std::size_t first, std::size_t end, std::size_t behind) const {
        const std::size_t size = end - first;
        if (size > behind) return false;
        for (std::size_t i = 0; i < size; ++i) {
            if (words_[first + i].term != words_[behind - size + i].term) return false;
        }
        return true;
    }

    [[nodiscard]] std::string slice(std::size_t begin, std::size_t end) const {
        const std::size_t from = words_[begin].begin;
        return printable(
            line_.substr(from, words_[end - 1].begin + words_[end - 1].written.size() - from));
    }

    std::string_view line_;
    std::uint32_t offset_;
    Words words_;
    std::vector<Definition>& found_;
};

/// Most lines define nothing; they need no words.
bool may_define(std::string_view line) {
    if (line.find("tắt") != std::string_view::npos) return true;
    for (std::size_t at = line.find('('); at != std::string_view::npos;
         at = line.find('(', at + 1)) {
        const std::size_t inside = line.find_first_not_of(' ', at + 1);
        if (inside != std::string_view::npos && is_upper(decode_at(line, inside).value))
            return true;
    }
    return false;
}

}  // namespace

bool initials_fit(std::string_view short_form, std::string_view long_form) {
    const std::string text = nfc(long_form);
    Words words = words_of(text);
    for (Word& word : words) word.starts_anew = false;
    const std::string short_text = nfc(short_form);
    return !words.empty() &&
           first_of_initials(words, words.size(), letters_of(short_text)) == std::size_t{0};
}

std::vector<Definition> find_definitions(std::string_view text) {
    const NormalizedText normalized = nfc_with_offsets(text);
    const std::string_view nfc_text = normalized.text;
    std::vector<Definition> found;
    for (std::size_t begin = 0; begin < nfc_text.size();) {
        const std::size_t end = std::min(nfc_text.find('\n', begin), nfc_text.size());
        const std::string_view line = nfc_text.substr(begin, end - begin);
        if (may_define(line)) Reader(line, static_cast<std::uint32_t>(begin), found).read();
        begin = end + 1;
    }
    for (Definition& definition : found)
        definition.begin = normalized.source_offset(definition.begin);
    return found;
}

std::string definitions_table(std::span<const Definition> definitions, const Abbreviations& known) {
    std::set<std::string> rows;
    for (const Definition& definition : definitions) {
        const std::string unit = Abbreviations::unit_of(definition.long_form);
        const std::span<const Sense> senses =
            known.senses(Abbreviations::key_of(definition.short_form));
        if (senses.size() == 1 && senses.front().unit == unit) continue;
        rows.insert(definition.short_form + '\t' + unit + "\tgeneral\tno\t\t\n");
    }
    if (rows.empty()) return {};
    std::string table(abbreviation_columns);
    table.push_back('\n');
    for (const std::string& row : rows) table += row;
    return table;
}

std::optional<Abbreviations> local_abbreviations(const std::vector<std::string_view>& texts,
                                                 const Abbreviations& known) {
    std::vector<Definition> definitions;
    for (const std::string_view text : texts) {
        std::vector<Definition> found = find_definitions(text);
        std::move(found.begin(), found.end(), std::back_inserter(definitions));
    }
    const std::string table = definitions_table(definitions, known);
    if (table.empty()) return std::nullopt;
    return Abbreviations(table);
}

}  // namespace commsearch
