#include "searcher/filters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "analyzers/syllable.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"

namespace commsearch {
namespace {

Xapian::Query any_of(const std::vector<Xapian::Query>& ways) {
    if (ways.empty()) return {};
    return {Xapian::Query::OP_OR, ways.begin(), ways.end()};
}

/// Letters for comparing names of places: tone place, case, and the spellings of Đắk aside.
std::string name_key(std::string_view name) {
    const std::string small = lower(nfc(name));
    std::string key;
    for (const std::string_view word : split(small, ' ')) {
        if (word.empty()) continue;
        if (!key.empty()) key.push_back(' ');
        key += bare(word) == "dak" ? "dak" : canonical_word(word);
    }
    return key;
}

/// "xã Cao Ngọc" -> "Cao Ngọc"; a name without a type comes back as it is.
std::string without_type(std::string_view name) {
    const std::string typed = lower(nfc(name));
    for (const std::string_view type :
         {"xã ", "phường ", "thị trấn ", "đặc khu ", "xa ", "phuong ", "thi tran "}) {
        if (typed.starts_with(type)) return typed.substr(type.size());
    }
    return typed;
}

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
std::optional<Xapian::Query> date_filter(std::string_view text) {
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
Xapian::Query slug_query(std::string_view prefix, std::string_view typed, const Names& names) {
    std::string slug = bare(nfc(typed));
    for (const auto& [name, its_slug] : names) {
        if (slug == name) slug = its_slug;
    }
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return Xapian::Query(make_term(prefix, slug));
}

}  // namespace

Xapian::Query Filters::everything() { return Xapian::Query(std::string(term_passage)); }

Xapian::Query Filters::dates(std::uint32_t from, std::uint32_t to) {
    if (from == 0 && to == 0) return everything();
    // Undated reports carry 0 and stay out of every range.
    const std::string begin = encode_date(std::max<std::uint32_t>(from, 1));
    if (to == 0) return {Xapian::Query::OP_VALUE_GE, facet_slot, begin};
    return {Xapian::Query::OP_VALUE_RANGE, facet_slot, begin, encode_date(to) + '\xff'};
}

std::vector<const PlaceEntry*> Filters::communes(std::string_view name_or_code) const {
    const std::string key = name_key(without_type(name_or_code));
    const auto collect = [&](auto fits) {
        std::vector<const PlaceEntry*> found;
        for (const PlaceEntry& place : places_) {
            if (fits(place)) found.push_back(&place);
        }
        return found;
    };
    std::vector<const PlaceEntry*> found = collect([&](const PlaceEntry& place) {
        return place.key == name_or_code || place.key.ends_with(':' + std::string(name_or_code)) ||
               name_key(place.name) == key;
    });
    if (!found.empty() || bare(key) != key) return found;
    return collect([&](const PlaceEntry& place) { return bare(name_key(place.name)) == key; });
}

Xapian::Query Filters::commune(std::string_view name_or_code) const {
    std::vector<Xapian::Query> ways;
    for (const PlaceEntry* const place : communes(name_or_code)) {
        ways.emplace_back(make_term(prefix_commune, place->key));
        ways.emplace_back(make_term(prefix_successor, place->key));
    }
    return any_of(ways);
}

std::size_t Filters::topic_number(std::string_view slug_or_label) const {
    const std::string wanted = bare(nfc(slug_or_label));
    for (std::size_t i = 0; i < topics_.size(); ++i) {
        const TopicEntry& topic = topics_[i];
        std::string slug_words = topic.slug;
        std::replace(slug_words.begin(), slug_words.end(), '-', ' ');
        if (topic.slug == wanted || slug_words == wanted || bare(topic.label) == wanted)
            return i + 1;
    }
    return 0;
}

Xapian::Query Filters::topic(std::string_view slug_or_label) const {
    const std::size_t number = topic_number(slug_or_label);
    return number == 0 ? Xapian::Query()
                       : Xapian::Query(make_term(prefix_section, topics_[number - 1].slug));
}

Xapian::Query Filters::region(std::string_view name, bool is_district) const {
    const std::string key = name_key(name);
    std::vector<Xapian::Query> communes;
    for (const PlaceEntry& place : places_) {
        const std::string region_key = name_key(is_district ? place.district : place.province);
        if (region_key.empty()) continue;
        // "Ngọc Lặc" means the district whose list name is "Huyện Ngọc Lặc"; a name without accents
        // any spelling.
        const std::string compared = bare(key) == key ? bare(region_key) : region_key;
        if (compared == key || (is_district && compared.ends_with(' ' + key))) {
            communes.emplace_back(make_term(prefix_commune, place.key));
        }
    }
    return any_of(communes);
}

std::optional<Xapian::Query> Filters::field(Field field, std::string_view text) const {
    Xapian::Query query;
    switch (field) {
        case Field::commune:
            query = commune(text);
            break;
        case Field::district:
        case Field::province:
            query = region(text, field == Field::district);
            break;
        case Field::section:
            query = topic(text);
            break;
        case Field::date:
        case Field::year:
            return date_filter(text);
        case Field::period:
            query = Xapian::Query(make_term(prefix_period, period_of(text)));
            break;
        case Field::number:
            query = Xapian::Query(make_term(prefix_number, lower(nfc(text))));
            break;
        case Field::issuer:
            query = slug_query(prefix_issuer, text, issuer_names());
            break;
        case Field::type:
            query = slug_query(prefix_type, text, {});
            break;
        case Field::title:
            break;  // its words are analyzed: the query builder's
    }
    if (query.empty()) return std::nullopt;
    return query;
}

}  // namespace commsearch
