#include "searcher/plan/comparisons.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <limits>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/function_words.h"

namespace commsearch::plan {
namespace {

constexpr double open_end = std::numeric_limits<double>::infinity();

enum class Order : std::uint8_t { above, at_least, below, at_most };

struct Comparator {
    std::string_view words;
    Order order = Order::above;
};

/// Before a number, longer ones first.
constexpr std::array before_number = std::to_array<Comparator>({
    {"không vượt quá", Order::at_most},
    {"không ít hơn", Order::at_least},
    {"không nhiều hơn", Order::at_most},
    {"không dưới", Order::at_least},
    {"không quá", Order::at_most},
    {"không hơn", Order::at_most},
    {"không đến", Order::below},
    {"không tới", Order::below},
    {"nhiều hơn", Order::above},
    {"cao hơn", Order::above},
    {"lớn hơn", Order::above},
    {"ít hơn", Order::below},
    {"thấp hơn", Order::below},
    {"nhỏ hơn", Order::below},
    {"chưa đến", Order::below},
    {"chưa tới", Order::below},
    {"chưa đạt", Order::below},
    {"chưa đầy", Order::below},
    {"ít nhất", Order::at_least},
    {"tối thiểu", Order::at_least},
    {"tối đa", Order::at_most},
    {"nhiều nhất", Order::at_most},
    {"trên", Order::above},
    {"hơn", Order::above},
    {"vượt", Order::above},
    {"quá", Order::above},
    {"dưới", Order::below},
});

constexpr std::array behind_number = std::to_array<Comparator>({
    {"trở lên", Order::at_least},
    {"trở xuống", Order::at_most},
});

struct Sign {
    std::string_view text;
    Order order = Order::above;
};
constexpr std::array signs = std::to_array<Sign>({{">=", Order::at_least},
                                                  {"=>", Order::at_least},
                                                  {"≥", Order::at_least},
                                                  {"<=", Order::at_most},
                                                  {"=<", Order::at_most},
                                                  {"≤", Order::at_most},
                                                  {">", Order::above},
                                                  {"<", Order::below}});

bool is_number(const word::Token& token) { return token.kind == word::Token::Kind::number; }

class ComparisonReader {
public:
    ComparisonReader(std::string_view text, const word::Tokens& tokens)
        : text_(text), tokens_(tokens) {
        std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(running_),
                     [](const word::Token& token) { return word::is_running(token); });
    }

    std::vector<Comparison> run() {
        std::vector<Comparison> found;
        std::size_t floor = 0;  // behind the comparison before
        for (std::size_t at = 0; at < running_.size(); ++at) {
            if (!is_number(running_[at]) || is_cited(running_[at])) continue;
            first_ = at;
            last_ = at;
            Comparison one;
            if (!read_range(floor, one) && !read_order(floor, one)) continue;
            read_unit(one);
            if (one.unit.empty() && !one.is_percent && may_be_year(running_[at])) continue;
            one.position = running_[first_].position;
            one.end = running_[last_].position + 1;
            floor = last_ + 1;
            at = last_;
            found.push_back(std::move(one));
        }
        return found;
    }

private:
    static bool may_be_year(const word::Token& number) { return number.term.size() == 4; }

    [[nodiscard]] bool is_cited(const word::Token& token) const {
        return std::any_of(tokens_.begin(), tokens_.end(), [&](const word::Token& other) {
            return (other.kind == word::Token::Kind::citation || is_share(other)) &&
                   word::covers(other, token.position);
        });
    }

    static bool is_share(const word::Token& token) {
        return token.kind == word::Token::Kind::figure && token.term.find('/') != std::string::npos;
    }

    [[nodiscard]] bool is(std::size_t at, std::string_view word) const {
        const word::Token& token = running_[at];
        return token.term == word ||
               (token.term == token.unaccented && token.term == unaccented(word));
    }

    [[nodiscard]] bool follows(std::size_t at) const {
        return running_[at].position == running_[at - 1].position + 1;
    }

    [[nodiscard]] bool stands_at(std::size_t at, std::string_view phrase) const {
        for (const std::string_view word : split(phrase, ' ')) {
            if (at >= running_.size() || !is(at, word)) return false;
            ++at;
        }
        return true;
    }

    /// "từ 10 đến 20", with the first number at first_.
    bool read_range(std::size_t floor, Comparison& one) {
        if (first_ == floor || first_ + 2 >= running_.size() || !is(first_ - 1, "từ")) return false;
        std::size_t joint = first_ + 1;
        if (!is_number(running_[joint]) && !is(joint, "đến") && !is(joint, "tới")) ++joint;
        if (joint + 1 >= running_.size() || (!is(joint, "đến") && !is(joint, "tới"))) return false;
        const word::Token& second = running_[joint + 1];
        if (!is_number(second) || is_cited(second)) return false;
        one.low = value_of_number(running_[first_].term);
        one.high = value_of_number(second.term);
        if (one.low > one.high) return false;
        --first_;
        last_ = joint + 1;
        return true;
    }

    bool read_order(std::size_t floor, Comparison& one) {
        const double value = value_of_number(running_[first_].term);
        if (const Sign* const sign = sign_before(running_[first_].begin)) {
            set(one, sign->order, value);
            one.is_signed = true;
            return true;
        }
        for (const Comparator& comparator : before_number) {
            const std::size_t words = split(comparator.words, ' ').size();
            if (first_ < floor + words || !follows(first_)) continue;
            if (!stands_at(first_ - words, comparator.words)) continue;
            first_ -= words;
            set(one, comparator.order, value);
            return true;
        }
        for (std::size_t behind = 1; behind <= 3; ++behind) {  // "95 % trở lên", "5 ha trở lên"
            for (const Comparator& comparator : behind_number) {
                if (!stands_at(first_ + behind, comparator.words)) continue;
                if (behind > 1) one.unit = running_[first_ + 1].term;
                last_ = first_ + behind + 1;
                if (first_ > floor && is(first_ - 1, "từ")) --first_;
                set(one, comparator.order, value);
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] const Sign* sign_before(std::size_t at) const {
        std::string_view before = text_.substr(0, std::min(at, text_.size()));
        while (before.ends_with(' ')) before.remove_suffix(1);
        const auto* const sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& one) {
            return before.ends_with(one.text);
        });
        return sign == signs.end() ? nullptr : sign;
    }

    static void set(Comparison& one, Order order, double value) {
        const bool is_low = order == Order::above || order == Order::at_least;
        one.low = is_low ? value : 0;
        one.high = is_low ? open_end : value;
        one.has_low = order != Order::above;
        one.has_high = order != Order::below;
    }

    /// The sign or word behind the (last) number.
    void read_unit(Comparison& one) {
        std::size_t number = last_;
        while (number > 0 && !is_number(running_[number])) --number;
        one.is_percent = std::any_of(tokens_.begin(), tokens_.end(), [&](const word::Token& token) {
            return token.kind == word::Token::Kind::figure && !is_share(token) &&
                   word::covers(token, running_[number].position);
        });
        if (one.is_percent) {
            one.unit.clear();
            const bool is_in_words = number + 2 < running_.size() && is(number + 1, "phần");
            if (is_in_words && last_ == number) last_ += 2;
            return;
        }
        if (!one.unit.empty() || number != last_ || last_ + 1 >= running_.size()) return;
        const word::Token& next = running_[last_ + 1];
        if (is_number(next) || !follows(last_ + 1) || is_grammar(next.term)) return;
        one.unit = next.term;
        ++last_;
    }

    static bool is_grammar(const std::string& term) {
        constexpr std::array<std::string_view, 4> counted{"con", "em", "cái", "việc"};
        return syllable::is_function_word(term) &&
               std::find(counted.begin(), counted.end(), term) == counted.end();
    }

    std::string_view text_;
    const word::Tokens& tokens_;
    word::Tokens running_;
    std::size_t first_ = 0;  ///< of the words being read, both inclusive
    std::size_t last_ = 0;
};

/// Units of one kind, each with what it is in the smallest.
struct KindUnit {
    std::string_view kind;
    std::string_view word;
    double size = 1;
};
constexpr std::array kind_units = std::to_array<KindUnit>({
    {"money", "đồng", 1},
    {"money", "nghìn", 1e3},
    {"money", "ngàn", 1e3},
    {"money", "triệu", 1e6},
    {"money", "tỷ", 1e9},
    {"money", "tỉ", 1e9},
    {"area", "m2", 1},
    {"area", "ha", 1e4},
    {"area", "hecta", 1e4},
    {"area", "km2", 1e6},
    {"length", "m", 1},
    {"length", "mét", 1},
    {"length", "km", 1e3},
    {"mass", "kg", 1},
    {"mass", "tạ", 100},
    {"mass", "tấn", 1e3},
});

}  // namespace

double value_of_number(std::string_view term) {
    std::string digits(term);
    std::replace(digits.begin(), digits.end(), ',', '.');
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<Comparison> comparisons_in(std::string_view text, const word::Tokens& tokens) {
    return ComparisonReader(text, tokens).run();
}

std::vector<Unit> units_like(const std::string& unit) {
    const auto* const asked = std::find_if(
        kind_units.begin(), kind_units.end(),
        [&](const KindUnit& one) { return one.word == unit || unaccented(one.word) == unit; });
    if (asked == kind_units.end()) return {{unit, 1}};
    std::vector<Unit> units;
    for (const KindUnit& one : kind_units) {
        if (one.kind == asked->kind)
            units.push_back({std::string(one.word), one.size / asked->size});
    }
    return units;
}

}  // namespace commsearch::plan
