#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzers/base/unicode.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_operators.h"
#include "searcher/query/query_parser.h"

namespace commsearch::query {
namespace {

using Kind = QueryToken::Kind;

constexpr std::size_t min_prefix_letters = 2;

class Lexer {
public:
    Lexer(std::string_view text, NoticeList& notices) : text_(text), notices_(notices) {}

    std::vector<QueryToken> run() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

private:
    void step() {
        const bool boundary = std::exchange(boundary_, false);
        begin_ = at_;
        exact_ = false;
        const std::size_t separator = separator_size(text_, at_);
        if (separator > 0) {
            at_ += separator;
            boundary_ = true;
        } else if (text_[at_] == '-') {
            return read_hyphen(boundary);
        } else if (text_[at_] == '(' || text_[at_] == ')') {
            boundary_ = text_[at_] == '(';
            push({.kind = boundary_ ? Kind::open : Kind::close}, at_ + 1);
        } else {
            read_operand();
        }
        minus_.reset();
    }

    void read_hyphen(bool boundary) {
        const std::size_t next = at_ + 1;
        const bool attached =
            next < text_.size() && text_[next] != '-' && separator_size(text_, next) == 0;
        minus_.reset();
        if (boundary && attached) minus_ = range_of(at_, next);
        at_ = next;
    }

    void read_operand() {
        exact_ = text_[at_] == '=';
        if (exact_) ++at_;
        if (quote_here(at_)) return read_phrase();
        const bool literal = text_.substr(at_).starts_with('\\');
        if (literal) ++at_;
        const std::string_view word = text_.substr(at_, run_end(text_, at_) - at_);
        // Behind '=' these get a step of their own.
        if (exact_ && !literal && (word.starts_with('-') || word.starts_with('='))) return;
        if (!has_word_character(word)) {
            read_signs(word);
        } else if (literal) {
            push_word(word, at_ + word.size());
        } else {
            read_word(word);
        }
    }

    /// Signs without a word mean nothing, but for ">= 95" and "98 %", whose blank is left out.
    void read_signs(std::string_view signs) {
        at_ += signs.size();
        const bool is_number_before =
            !tokens_.empty() && tokens_.back().kind == Kind::word &&
            is_digit(static_cast<unsigned char>(tokens_.back().text.back()));
        if (signs == "%" && is_number_before && skip_blanks(tokens_.back().range.end) == begin_) {
            tokens_.back().text += '%';
            tokens_.back().range.end = static_cast<std::uint32_t>(at_);
        }
        const std::size_t number = skip_blanks(at_);
        if (!is_comparison(signs) || number == text_.size() ||
            !is_digit(static_cast<unsigned char>(text_[number])))
            return;
        const std::size_t end = run_end(text_, number);
        push_word(std::string(signs).append(text_.substr(number, end - number)), end);
    }

    static bool is_comparison(std::string_view signs) {
        constexpr std::array<std::string_view, 6> known{">", "<", ">=", "<=", "≥", "≤"};
        return std::find(known.begin(), known.end(), signs) != known.end();
    }

    void read_word(std::string_view word) {
        const std::size_t end = at_ + word.size();
        if (!minus_ && !exact_) {
            if (auto operation = read_operator(word)) return push(std::move(*operation), end);
        }
        if (read_field(word)) return;
        const std::string_view trimmed = trim_punctuation(word);
        if (trimmed.ends_with('*')) return read_prefix(trimmed, end);
        push_word(word, end);
    }

    /// False when `word` does not begin with name: and a value, and so is a word like any other.
    bool read_field(std::string_view word) {
        const std::size_t colon = word.find(':');
        const std::string_view name = word.substr(0, colon);
        if (colon == std::string_view::npos || !looks_like_field_name(name)) return false;
        const std::string_view value = word.substr(colon + 1);
        const std::size_t after = at_ + colon + 1;
        const bool quoted = value.empty() && quote_here(after);
        const std::optional<Field> field = field_of_name(name);
        if (!quoted && (value.starts_with("//") || !has_word_character(value))) {
            if (field) notices_.add(NoticeKind::empty_field, range_of(begin_, after), name);
            return false;
        }
        at_ = after;
        if (!field) {
            read_unknown_field(name, value);
        } else if (quoted) {
            read_quoted_value(*field, name);
        } else {
            read_value(*field, name, value);
        }
        return true;
    }

    void read_unknown_field(std::string_view name, std::string_view value) {
        notices_.add(NoticeKind::unknown_field, range_of(begin_, at_), name, field_list());
        std::string words(name);
        if (!value.empty()) words.append(" ").append(value);
        push_word(words, at_ + value.size());
    }

    void read_quoted_value(Field field, std::string_view name) {
        std::string value = read_quoted();
        if (has_word_character(value)) {
            field = field_of_value(field, name, value);
            push({.kind = Kind::filter, .text = std::move(value), .field = field}, at_);
        } else {
            notices_.add(NoticeKind::empty_field, range_of(begin_, at_), name);
        }
    }

    void read_value(Field field, std::string_view name, std::string_view first) {
        const std::string_view trimmed = trim_punctuation(first);
        std::string value(trimmed);
        std::size_t end = at_ + first.size();
        const bool joined = value.find('_') != std::string::npos;
        std::replace(value.begin(), value.end(), '_', ' ');
        value = squeeze_blanks(value);
        const QueryField::Value written = query_field(field).value;
        const bool may_go_on = !joined && trimmed == first;
        if (written == QueryField::Value::level && may_go_on) {
            end = append_level(value, end);
        } else if (written != QueryField::Value::code && may_go_on && starts_with_capital(first)) {
            end = append_names(field, value, end);
        }
        field = field_of_value(field, name, value);
        push({.kind = Kind::filter, .text = std::move(value), .field = field}, end);
    }

    /// Appends the word at `end` where only both name a level; returns where they end.
    std::size_t append_level(std::string& value, std::size_t end) const {
        const std::size_t next = skip_blanks(end);
        const std::string_view run = text_.substr(next, run_end(text_, next) - next);
        const std::string_view word = trim_punctuation(run);
        if (next == end || !is_half_a_level(value, word)) return end;
        value.append(" ").append(word);
        return next + run.size();
    }

    /// Appends the capitalised words that follow at `end` to `value`; returns where they end.
    std::size_t append_names(Field field, std::string& value, std::size_t end) const {
        // Behind "Cao Ngọc" an abbreviation ("NTM") is no part of the place.
        const bool small_follow =
            query_field(field).value == QueryField::Value::place && has_small_letter(value);
        bool goes_on = true;
        while (goes_on) {
            const std::size_t next = skip_blanks(end);
            const std::string_view run = text_.substr(next, run_end(text_, next) - next);
            const std::string_view name = trim_punctuation(run);
            const bool abbreviation = count_letters(name) > 1 && !has_small_letter(name);
            if (next == end || !is_name(run, next) || (small_follow && abbreviation)) break;
            value.append(" ").append(name);
            end = next + run.size();
            goes_on = name == run;
        }
        return end;
    }

    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
        while (at < text_.size() && is_space(decode_at(text_, at).value)) {
            at += decode_at(text_, at).size;
        }
        return at;
    }

    [[nodiscard]] bool is_name(std::string_view run, std::size_t at) const {
        if (!starts_with_capital(run) || read_operator(run) || run.ends_with('*')) return false;
        const std::size_t colon = run.find(':');
        const std::size_t end = at + run.size();
        return colon == std::string_view::npos || (colon + 1 == run.size() && !quote_here(end));
    }

    void read_prefix(std::string_view word, std::size_t end) {
        const std::string_view stem = word.substr(0, word.find_last_not_of('*') + 1);
        if (count_letters(stem) >= min_prefix_letters) {
            return push({.kind = Kind::prefix, .text = std::string(stem)}, end);
        }
        notices_.add(NoticeKind::short_prefix, range_of(begin_, end), stem);
        push_word(stem, end);
    }

    void read_phrase() {
        std::string phrase = read_quoted();
        skip_distance();
        if (has_word_character(phrase)) {
            push({.kind = Kind::phrase, .text = std::move(phrase), .exact = exact_}, at_);
        } else {
            notices_.add(NoticeKind::empty_phrase, range_of(begin_, at_));
        }
    }

    /// Other systems write the distance or weight of a phrase behind it: "hộ nghèo"~3, "hộ nghèo"^2.
    void skip_distance() {
        if (at_ == text_.size() || (text_[at_] != '~' && text_[at_] != '^')) return;
        const std::size_t end =
            std::min(text_.find_first_not_of("0123456789.", at_ + 1), text_.size());
        notices_.add(NoticeKind::phrase_distance, range_of(at_, end), text_.substr(at_, end - at_));
        at_ = end;
    }

    /// Moves behind the quotation that begins here and returns what it holds.
    std::string read_quoted() {
        const std::size_t begin = at_ + quote_size(text_, at_);
        std::size_t end = begin;
        while (end < text_.size() && !quote_here(end)) end += decode_at(text_, end).size;
        if (end == text_.size()) {
            notices_.add(NoticeKind::unbalanced_quote, range_of(at_, end));
            at_ = end;
        } else {
            at_ = end + quote_size(text_, end);
        }
        return squeeze_blanks(text_.substr(begin, end - begin));
    }

    [[nodiscard]] bool quote_here(std::size_t at) const {
        return at < text_.size() && quote_size(text_, at) > 0;
    }

    void push_word(std::string_view word, std::size_t end) {
        push({.kind = Kind::word, .text = std::string(word), .exact = exact_}, end);
    }

    /// Takes everything up to `end` for `token`.
    void push(QueryToken token, std::size_t end) {
        if (minus_ && token.kind != Kind::close) {
            tokens_.push_back({.kind = Kind::minus, .text = "-", .range = *minus_});
        }
        token.range = range_of(begin_, end);
        tokens_.push_back(std::move(token));
        at_ = end;
    }

    static SourceRange range_of(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    NoticeList& notices_;
    std::vector<QueryToken> tokens_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;             ///< of the piece being read
    bool exact_ = false;                ///< the piece begins with '='
    bool boundary_ = true;              ///< a hyphen here is an operator
    std::optional<SourceRange> minus_;  ///< of the operator directly before here
};

}  // namespace

std::vector<QueryToken> lex_query(std::string_view text, NoticeList& notices) {
    return Lexer(text, notices).run();
}

}  // namespace commsearch::query
