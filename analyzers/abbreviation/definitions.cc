#include "analyzers/abbreviation/definitions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "analyzers/abbreviation/definition_signs.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/initials.h"

namespace commsearch::abbreviation {
namespace {

constexpr std::size_t min_letters = 2;
constexpr std::size_t max_letters = 16;
/// Words of a phrase behind "gọi tắt là" at most: "HTX Nông nghiệp Tân Giáo".
constexpr std::size_t max_short_words = 6;
/// Of a short form that a colon explains inside a line: "TT: …" says many things.
constexpr std::size_t min_letters_inside = 3;
/// Words between the long form and its definition at most, and letters that are looked for behind
/// them at least: "Ban Chỉ đạo … xã Tân Giáo (gọi tắt là BCĐ)", "Trung tâm Y tế xã (TTYT)". Fewer
/// letters fit by chance.
struct Reach {
    std::size_t passed_words = 0;
    std::size_t min_letters = 0;
};
constexpr Reach reach_announced{8, 3};
constexpr Reach reach_parenthesis{3, 4};

using Words = std::vector<word::LineWord>;

/// Reads the definitions of one line.
class Reader {
public:
    Reader(std::string_view line, std::uint32_t offset, std::vector<Definition>& found)
        : line_(line), offset_(offset), words_(word::line_words(line)), found_(found) {}

    void read() {
        for (std::size_t i = 1; i < words_.size(); ++i) {
            if (words_[i - 1].behind.find('(') != std::string_view::npos) {
                read_parenthesis(i);
                read_explained(i, true);
            } else if (explains(words_[i - 1].behind)) {
                read_explained(i, false);
            }
            if (announces(i)) read_announced(i);
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

    /// True for "gọi" and "viết" that name something: "gọi tắt là", "gọi chung là", "sau đây gọi".
    [[nodiscard]] bool announces(std::size_t at) const {
        const std::string_view term = words_[at].term;
        if (term != "gọi" && term != "viết") return false;
        return words_[at - 1].term == "đây" || (at + 1 < words_.size() && is_manner(at + 1));
    }

    [[nodiscard]] bool is_manner(std::size_t at) const {
        return words_[at].term == "tắt" || words_[at].term == "chung";
    }

    /// "sau đây gọi tắt là HTX Tân Giáo"; `at` is the word "gọi".
    void read_announced(std::size_t at) {
        std::size_t long_end = at;
        while (long_end > 0 && is_announcement(words_[long_end - 1].term)) --long_end;
        std::size_t first = at + 1;
        if (first < words_.size() && is_manner(first)) ++first;
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

    /// ":" or "=" alone.
    static bool explains(std::string_view behind) {
        const std::string_view sign = trimmed(behind);
        return sign == ":" || sign == "=";
    }

    /// "HTX (hợp tác xã)" or "HTX: hợp tác xã;" with the long form from `first` on. The initials
    /// have to fit from the first letter to the last: nothing else says that the words explain.
    void read_explained(std::size_t first, bool in_parentheses) {
        const std::size_t longest = std::min(words_.size(), first + max_letters + word::max_passes);
        for (std::size_t end = first + 1; end <= longest; ++end) {
            if (is_lone_letter(words_[end - 1])) return;
            const std::string_view behind = words_[end - 1].behind;
            const bool may_end = in_parentheses ? closes(behind) : ends_item(behind);
            if (may_end && add_explained(first, end, in_parentheses)) return;
            if (behind.find_first_of(".;)") < behind.size()) return;
        }
    }

    /// Takes down [first, end) as the long form of what stands before it, when it is one.
    bool add_explained(std::size_t first, std::size_t end, bool in_parentheses) {
        if (end - first < 2) return false;
        for (std::size_t begin = first; begin > 0 && first - begin < max_short_words;) {
            --begin;
            if (!is_initials(begin) || (begin + 1 < first && !joins(words_[begin].behind)))
                return false;
            const std::u32string letters = letters_between(begin, first);
            const bool is_clear = in_parentheses || begin == 0;
            if (letters.size() < (is_clear ? min_letters : min_letters_inside)) continue;
            if (word::first_of_initials(words_, end, letters) != first) continue;
            take_down(begin, first, first, end);
            return true;
        }
        return false;
    }

    /// "b" explains nothing, "y" of "trạm y tế" is a word.
    static bool is_lone_letter(const word::LineWord& word) {
        return decode_at(word.term, 0).size == word.term.size() &&
               !syllable::is_syllable(word.term);
    }

    /// True at the end of a line, sentence or item of a list.
    static bool ends_item(std::string_view behind) {
        return behind.empty() || behind.find_first_of(",;.") != std::string_view::npos;
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
        if (long_end == 0 || word::is_passed_over(words_[long_end - 1].term)) return false;
        const auto long_begin = word::first_of_initials(words_, long_end, letters);
        if (!long_begin || long_end - *long_begin < 2) return false;
        if (!same_words(first, begin, *long_begin)) return false;
        take_down(begin, end, *long_begin, long_end);
        return true;
    }

    void take_down(std::size_t begin, std::size_t end, std::size_t long_begin,
                   std::size_t long_end) {
        found_.push_back({.short_form = slice(begin, end),
                          .long_form = slice(long_begin, long_end),
                          .begin = offset_ + words_[begin].begin});
    }

    /// True for "HTX" and "QLDA", false for "Tân" and for a syllable in capitals.
    [[nodiscard]] bool is_initials(std::size_t at) const {
        return words_[at].is_upper &&
               words_[at].written.find_first_of("0123456789") == std::string_view::npos;
    }

    [[nodiscard]] std::u32string letters_between(std::size_t begin, std::size_t end) const {
        std::u32string letters;
        for (; begin < end; ++begin) letters += word::initials_of(words_[begin].written);
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

}  // namespace

std::vector<Definition> find_definitions(std::string_view text) {
    if (!may_define_unless_marked(text)) return {};
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

std::string definitions_table(std::span<const Definition> definitions,
                              const word::Abbreviations& known) {
    std::set<std::string> rows;
    for (const Definition& definition : definitions) {
        const std::string compound = word::Abbreviations::compound_of(definition.long_form);
        const std::span<const word::Sense> senses =
            known.senses(word::Abbreviations::key_of(definition.short_form));
        if (senses.size() == 1 && senses.front().compound == compound) continue;
        rows.insert(definition.short_form + '\t' + compound + "\tgeneral\tno\t\t\n");
    }
    if (rows.empty()) return {};
    std::string table(word::abbreviation_columns);
    table.push_back('\n');
    for (const std::string& row : rows) table += row;
    return table;
}

std::optional<word::Abbreviations> local_abbreviations(const std::vector<std::string_view>& texts,
                                                       const word::Abbreviations& known) {
    std::vector<Definition> definitions;
    for (const std::string_view text : texts) {
        std::vector<Definition> found = find_definitions(text);
        std::move(found.begin(), found.end(), std::back_inserter(definitions));
    }
    const std::string table = definitions_table(definitions, known);
    if (table.empty()) return std::nullopt;
    return word::Abbreviations(table);
}

}  // namespace commsearch::abbreviation
