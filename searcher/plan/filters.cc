#include "searcher/plan/filters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "searcher/plan/condition.h"

namespace commsearch {
namespace {

using Days = std::pair<std::uint32_t, std::uint32_t>;

/// The numbers of "30/11/2023", "2023-11", "2023"; empty when it holds anything else.
std::vector<std::uint32_t> date_numbers(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::uint32_t value = 0;
        const auto [end, error] =
            std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (error != std::errc{} || numbers.size() == 3) return {};
        numbers.push_back(value);
        at = static_cast<std::size_t>(end - text.data());
        if (at < text.size() && text[at] != '/' && text[at] != '-' && text[at] != '.') return {};
    }
    return numbers;
}

bool is_year(std::uint32_t number) { return number >= 1900 && number <= 2999; }

/// First and last day of a date, month or year; 0 and 0 for an empty text.
std::optional<Days> read_days(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return Days{0, 0};
    std::vector<std::uint32_t> numbers = date_numbers(text);
    if (numbers.empty()) return std::nullopt;
    if (!is_year(numbers.front())) std::reverse(numbers.begin(), numbers.end());
    if (!is_year(numbers.front())) return std::nullopt;
    const std::uint32_t year = numbers[0] * 10000U;
    if (numbers.size() == 1) return Days{year + 101U, year + 1231U};
    if (numbers[1] == 0 || numbers[1] > 12) return std::nullopt;
    const std::uint32_t month = year + numbers[1] * 100U;
    if (numbers.size() == 2) return Days{month + 1U, month + 31U};
    if (numbers[2] == 0 || numbers[2] > 31) return std::nullopt;
    return Days{month + numbers[2], month + numbers[2]};
}

/// "2023", "11/2023", "1/10/2023..31/12/2023", "..2022".
std::optional<Condition> date_filter(std::string_view text) {
    const std::size_t dots = text.find("..");
    const auto first = read_days(text.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : read_days(text.substr(dots + 2));
    if (!first || !last) return std::nullopt;
    return Filters::dates(first->first, last->second);
}

/// A roman numeral I-IV or a digit 1-4; 0 for anything else.
std::uint32_t quarter_of(std::string_view word) {
    constexpr std::array<std::string_view, 4> roman = {"i", "ii", "iii", "iv"};
    for (std::uint32_t i = 0; i < roman.size(); ++i) {
        if (word == roman.at(i) || word == std::to_string(i + 1)) return i + 1;
    }
    return 0;
}

/// The number that `word` is, when it is one from 1 to `max`; else 0.
std::uint32_t small_number(std::string_view word, std::uint32_t max) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && value <= max ? value : 0;
}

std::string two_digits(std::uint32_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "quý III/2023", "9 tháng đầu năm 2023", "tháng 11", "2023" in the words of period_terms; empty
/// for anything else.
std::string period_of(std::string_view typed) {
    std::string text = bare(nfc(typed));
    std::replace(text.begin(), text.end(), '/', ' ');
    std::string year;
    std::string span;
    std::string_view previous;
    for (const std::string_view word : split(text, ' ')) {
        if (word.size() == 4 && is_year(small_number(word, 9999))) {
            year = word;
        } else if (previous == "quy" && quarter_of(word) > 0) {
            span = "q" + std::to_string(quarter_of(word));
        } else if (previous == "thang" && small_number(word, 12) > 0) {
            span = two_digits(small_number(word, 12));
        } else if (word == "thang" && small_number(previous, 12) > 0) {
            const std::uint32_t months = small_number(previous, 12);
            span = months == 6 ? "h1" : "m" + two_digits(months);
        }
        previous = word;
    }
    if (span.empty() && year.empty()) return text;
    return span.empty() ? year : year + '-' + span;
}

/// The words of a topic's label, bare: "y te dan so an toan thuc pham".
std::string label_words(std::string_view label) {
    std::string words;
    for (const char c : bare(nfc(label))) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) words += c;
        if (!is_letter && !words.empty() && words.back() != ' ') words += ' ';
    }
    return words.substr(0, words.find_last_not_of(' ') + 1);
}

/// What a label joins: "Y tế - dân số - an toàn thực phẩm" has three parts.
std::vector<std::string> label_parts(std::string_view label) {
    std::string text = bare(nfc(label));
    for (std::size_t at = text.find(" va "); at != std::string::npos; at = text.find(" va ", at))
        text.replace(at, 4, ",");
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(",-()", begin), text.size());
        const std::string part = label_words(std::string_view(text).substr(begin, end - begin));
        if (!part.empty()) parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

using Names = std::vector<std::pair<std::string_view, std::string_view>>;

const Names& issuer_names() {
    static const Names names = {{"dang uy", "dang-uy"},
                                {"du", "dang-uy"},
                                {"uy ban nhan dan", "ubnd"},
                                {"hoi dong nhan dan", "hdnd"},
                                {"mat tran", "mttq"},
                                {"mat tran to quoc", "mttq"},
                                {"uy ban mat tran to quoc", "mttq"}};
    return names;
}

/// "Ủy ban nhân dân" or "ubnd" as the slug of a filter term; "báo cáo" becomes "bao-cao".
Condition slug_query(std::string_view prefix, std::string_view typed, const Names& names) {
    std::string slug = bare(nfc(typed));
    for (const auto& [name, its_slug] : names) {
        if (slug == name) slug = its_slug;
    }
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return Condition(make_term(prefix, slug));
}

}  // namespace

Filters::Filters(const OpenIndex& index) : places_(*index.place_index), topics_(index.topics) {}

Condition Filters::dates(std::uint32_t from, std::uint32_t to) {
    if (from == 0 && to == 0) return everything();
    // Undated reports carry 0 and stay out of every range.
    Condition dates(Condition::Kind::dates);
    dates.from = std::max<std::uint32_t>(from, 1);
    dates.to = to;
    return dates;
}

std::vector<std::size_t> Filters::topic_numbers(std::string_view typed) const {
    const std::string wanted = bare(nfc(typed));
    const auto collect = [&](auto fits) {
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < topics_.size(); ++i) {
            if (fits(topics_[i])) numbers.push_back(i + 1);
        }
        return numbers;
    };
    std::vector<std::size_t> found = collect([&](const TopicEntry& topic) {
        std::string slug_words = topic.slug;
        std::replace(slug_words.begin(), slug_words.end(), '-', ' ');
        return topic.slug == wanted || slug_words == wanted || bare(topic.label) == wanted;
    });
    if (!found.empty()) return found;
    const std::string words = label_words(wanted);
    if (words.empty()) return {};
    found = collect([&](const TopicEntry& topic) {
        const std::vector<std::string> parts = label_parts(topic.label);
        return std::find(parts.begin(), parts.end(), words) != parts.end();
    });
    if (!found.empty()) return found;
    return collect([&](const TopicEntry& topic) {
        const std::string label = ' ' + label_words(topic.label) + ' ';
        return label.find(' ' + words + ' ') != std::string::npos;
    });
}

Condition Filters::topic(std::string_view typed) const {
    std::vector<Condition> ways;
    for (const std::size_t number : topic_numbers(typed))
        ways.emplace_back(make_term(prefix_section, topics_[number - 1].slug));
    return any_of(ways);
}

std::optional<Condition> Filters::field(Field field, std::string_view text,
                                        std::vector<Notice>& notices) const {
    const auto take = [&](PlaceFilter filter) {
        notices.insert(notices.end(), filter.notices.begin(), filter.notices.end());
        return filter.query;
    };
    Condition query;
    switch (field) {
        case Field::commune:
            query = take(commune(text));
            break;
        case Field::district:
            query = take(district(text));
            break;
        case Field::province:
            query = take(province(text));
            break;
        case Field::village:
            query = take(village(text));
            break;
        case Field::section:
            query = topic(text);
            break;
        case Field::date:
        case Field::year:
            return date_filter(text);
        case Field::period:
            query = Condition(make_term(prefix_period, period_of(text)));
            break;
        case Field::issuer:
            query = slug_query(prefix_issuer, text, issuer_names());
            break;
        case Field::type:
            query = slug_query(prefix_type, text, {});
            break;
        case Field::number:
        case Field::title:
            break;  // they ask for what the index has: QueryLeaves
    }
    if (query.empty()) return std::nullopt;
    return query;
}

}  // namespace commsearch
