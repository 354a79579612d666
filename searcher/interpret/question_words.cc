#include "searcher/interpret/question_words.h"

#include <algorithm>
#include <charconv>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"

namespace commsearch::interpret {
namespace {

constexpr std::string_view clause_ends = ",;.?!";

/// The only sign between two words, blanks aside; ' ' where there is none or something else.
char sign_between(std::string_view between) {
    const std::string_view sign = trimmed(between);
    const bool is_dash = sign == "–" || sign == "—";
    if (is_dash) return '-';
    return sign.size() == 1 ? sign.front() : ' ';
}

/// The bytes of a word; those of a number with the signs that say what it is: ">=95", "98%".
SourceRange range_with_signs(std::string_view query, std::size_t begin, std::size_t end) {
    if (is_digit(static_cast<unsigned char>(query[begin]))) {
        bool goes_on = true;
        while (goes_on) {
            goes_on = false;
            for (const std::string_view sign : {"<", ">", "=", "≥", "≤"}) {
                if (!query.substr(0, begin).ends_with(sign)) continue;
                begin -= sign.size();
                goes_on = true;
            }
        }
        if (query.substr(end).starts_with('%')) ++end;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

bool QuestionWord::is(std::string_view word) const {
    return text == word || (text == letters && letters == unaccented(word));
}

int QuestionWord::number() const {
    constexpr std::size_t most_digits = 4;
    int value = 0;
    if (text.empty() || text.size() > most_digits) return 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

std::vector<QuestionWord> question_words(std::string_view query, SourceRange range) {
    std::vector<QuestionWord> words;
    const std::size_t end = std::min<std::size_t>(range.end, query.size());
    std::size_t behind = range.begin;  // the word before
    for (std::size_t at = range.begin; at < end;) {
        const auto is_inside = [&](std::size_t place) {
            const char32_t value = decode_at(query, place).value;
            return is_letter(value) || is_digit(value) || is_mark(value);
        };
        if (!is_inside(at)) {
            at += decode_at(query, at).size;
            continue;
        }
        QuestionWord word;
        const std::size_t begin = at;
        while (at < end && is_inside(at)) at += decode_at(query, at).size;
        const std::string_view typed = query.substr(begin, at - begin);
        word.text = lower(typed);
        word.letters = unaccented(word.text);
        word.range = range_with_signs(query, begin, at);
        const std::string_view first = typed.substr(0, decode_at(typed, 0).size);
        word.is_capital = lower(first) != first;
        word.before = words.empty() ? ' ' : sign_between(query.substr(behind, begin - behind));
        const std::string_view rest = query.substr(at, end - at);
        word.ends_clause =
            !rest.empty() && clause_ends.find(rest.front()) != std::string_view::npos;
        behind = at;
        words.push_back(std::move(word));
    }
    return words;
}

bool stands_at(const std::vector<QuestionWord>& words, std::size_t at, std::string_view phrase) {
    for (const std::string_view word : split(phrase, ' ')) {
        if (at >= words.size() || !words[at].is(word)) return false;
        ++at;
    }
    return true;
}

std::size_t words_in(std::string_view phrase) {
    return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

}  // namespace commsearch::interpret
