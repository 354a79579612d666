#include "indexer/report/text_scan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/image_names.h"

namespace commsearch::report {
namespace {

constexpr std::size_t tab_width = 4;

bool is_word_byte(char c) { return c != ' '; }

/// Cuts a line into words, numbers and marks.
class LineTokenReader {
public:
    explicit LineTokenReader(std::string_view line) : line_(line) {}

    /// False at the end of the line.
    bool next(LineToken& token) {
        token.gap = skip_blanks();
        if (at_ >= line_.size()) return false;
        token.at = at_;
        const Letter first = letter_at(letters_, line_, at_);
        if (first.is_any(LetterTable::digit)) {
            read_number(token);
        } else if (first.is_any(LetterTable::letter)) {
            read_word(token);
        } else {
            at_ += first.size;
            append_unaccented(token.key, line_.substr(token.at, first.size));
        }
        token.text = line_.substr(token.at, at_ - token.at);
        return true;
    }

private:
    std::size_t skip_blanks() {
        std::size_t gap = 0;
        while (at_ < line_.size()) {
            const Letter letter = letter_at(letters_, line_, at_);
            if (!letter.is_any(LetterTable::space)) break;
            gap += letter.value == '\t' ? tab_width : 1;
            at_ += letter.size;
        }
        return gap;
    }

    void read_number(LineToken& token) {
        constexpr std::size_t max_digits = 9;
        token.kind = LineToken::Kind::number;
        std::int32_t value = 0;
        const std::size_t begin = at_;
        for (; at_ < line_.size() && is_digit(static_cast<unsigned char>(line_[at_])); ++at_) {
            if (at_ - begin < max_digits) value = value * 10 + (line_[at_] - '0');
        }
        token.value = at_ - begin <= max_digits ? value : -1;
        token.key = line_.substr(begin, at_ - begin);
    }

    void read_word(LineToken& token) {
        token.kind = LineToken::Kind::word;
        TextWriter key(token.key);
        bool last_upper = true;
        for (const std::size_t begin = at_; at_ < line_.size();) {
            const Letter letter = letter_at(letters_, line_, at_);
            if (!letter.is_any(LetterTable::mark)) {
                const bool upper = letter.is_any(LetterTable::upper);
                if (!letter.is_any(LetterTable::letter) || (upper && !last_upper)) break;
                if (at_ == begin) token.capital = upper;
                last_upper = upper;
                key.put(unaccented_code_point(letter.value));
            }
            at_ += letter.size;
        }
    }

    const LetterTable& letters_ = letter_table();
    std::string_view line_;
    std::size_t at_ = 0;
};

void append_words_key(std::string& key, std::string_view text) {
    const LetterTable& letters = letter_table();
    TextWriter writer(key);
    bool is_first = true;
    bool word_ended = false;
    bool last_small = false;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(letters, text, at);
        at += letter.size;
        if (letter.is_any(LetterTable::mark)) continue;
        if (!letter.is_any(LetterTable::letter | LetterTable::digit)) {
            word_ended = true;
            last_small = false;
            continue;
        }
        const bool upper = letter.is_any(LetterTable::upper);
        if (!is_first && (word_ended || (upper && last_small))) writer.put(' ');
        writer.put(letter.value < LetterTable::size ? letters.unaccented[letter.value]
                                                    : unaccented_code_point(letter.value));
        is_first = false;
        word_ended = false;
        last_small = letter.is_any(LetterTable::letter) && !upper;
    }
}

/// Appends the pieces of one line; false when it holds no word.
bool append_line(std::vector<Line>& lines, std::string_view line, std::uint32_t number,
                 bool after_blank) {
    bool appended = false;
    for (const std::string_view piece : between_image_names(line)) {
        const std::string_view text = without_blanks(piece);
        std::string key = words_key(text);
        if (key.empty()) continue;
        lines.push_back({text, number, after_blank && !appended, std::move(key)});
        appended = true;
    }
    return appended;
}

void append_row(std::vector<Line>& lines, std::string_view row, std::uint32_t number,
                const std::vector<source::TableSpan>& tables,
                std::vector<source::TableSpan>::const_iterator table) {
    std::string key = words_key(row);
    if (key.empty()) return;
    Line& line = lines.emplace_back(Line{row, number, false, std::move(key)});
    line.table = static_cast<std::uint32_t>(table - tables.begin() + 1);
    line.is_head = number < table->first_line + table->header_rows;
}

}  // namespace

std::string_view without_blanks(std::string_view text) { return trimmed_where(text, is_space); }

std::string words_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    append_words_key(key, text);
    return key;
}

std::size_t find_words(std::string_view key, std::string_view phrase, std::size_t from) {
    for (std::size_t at = key.find(phrase, from); at != std::string_view::npos;
         at = key.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool begins = at == 0 || !is_word_byte(key[at - 1]);
        const bool ends = end == key.size() || !is_word_byte(key[end]);
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

bool has_words(std::string_view key, std::string_view phrase) {
    return find_words(key, phrase) != std::string_view::npos;
}

bool begins_with_words(std::string_view key, std::string_view phrase) {
    return key.starts_with(phrase) &&
           (key.size() == phrase.size() || !is_word_byte(key[phrase.size()]));
}

std::size_t count_words(std::string_view key, std::string_view phrase) {
    std::size_t count = 0;
    if (phrase.empty()) return count;
    for (std::size_t at = find_words(key, phrase); at != std::string_view::npos;
         at = find_words(key, phrase, at + phrase.size())) {
        ++count;
    }
    return count;
}

std::size_t word_count(std::string_view text) {
    const LetterTable& letters = letter_table();
    std::size_t count = 0;
    unsigned was_blank = 1;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(letters, text, at);
        at += letter.size;
        const unsigned is_blank = letter.is_any(LetterTable::space) ? 1 : 0;
        count += was_blank & (is_blank ^ 1U);
        was_blank = is_blank;
    }
    return count;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool is_capitals(std::string_view text) {
    constexpr std::size_t min_capitals = 6;
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (!is_letter(point.value)) continue;
        ++(is_upper(point.value) ? capitals : small);
        if (small * 10 > capitals + (text.size() - at)) return false;  // whatever follows
    }
    return capitals >= min_capitals && small * 10 <= capitals &&
           word_count(text.substr(0, 200)) >= 2;
}

std::string with_capital(std::string_view word) {
    std::string small = lower(word);
    if (small.empty()) return small;
    const CodePoint first = decode_at(small, 0);
    return upper(small.substr(0, first.size)) + small.substr(first.size);
}

std::vector<LineToken> tokens_of(std::string_view line, std::size_t limit) {
    constexpr std::size_t usual_bytes = 5;  // of a word and the blank before it
    std::vector<LineToken> tokens;
    tokens.reserve(std::min(limit, line.size() / usual_bytes + 1));
    LineTokenReader reader(line);
    while (tokens.size() < limit) {
        if (reader.next(tokens.emplace_back())) continue;
        tokens.pop_back();
        break;
    }
    return tokens;
}

LineTokens first_tokens(LineTokens tokens, std::size_t limit) {
    return tokens.first(std::min(limit, tokens.size()));
}

std::string_view text_between(const LineToken& first, const LineToken& last) {
    const char* const end = last.text.data() + last.text.size();
    return {first.text.data(), static_cast<std::size_t>(end - first.text.data())};
}

LineTokens Line::tokens() const {
    if (!scanned) scanned = tokens_of(text);
    return *scanned;
}

std::vector<LineToken> Line::take_tokens() const {
    if (!scanned) return tokens_of(text);
    std::vector<LineToken> tokens = std::move(*scanned);
    scanned.reset();
    return tokens;
}

std::vector<Line> lines_of(std::string_view text, const std::vector<source::TableSpan>& tables) {
    std::vector<Line> lines;
    bool after_blank = false;
    bool after_table = false;
    std::uint32_t number = 0;
    auto table = tables.begin();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        ++number;
        begin = end + 1;
        const std::size_t count = lines.size();
        while (table != tables.end() && number > table->last_line) ++table;
        if (table != tables.end() && number >= table->first_line) {
            append_row(lines, line, number, tables, table);
            after_blank = after_table = true;
            continue;
        }
        after_blank = !append_line(lines, line, number, after_blank);
        if (lines.size() == count) continue;
        lines[count].after_table = after_table;
        after_table = false;
    }
    return lines;
}

}  // namespace commsearch::report
