#include "searcher/facets/facet_value_parser.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"

namespace commsearch {
namespace {

using Numbers = std::vector<std::uint64_t>;

[[noreturn]] void throw_ambiguous_commune(const std::string& name,
                                          const std::vector<std::string>& choices) {
    std::string list;
    for (const std::string& choice : choices) list += "\n  --commune \"" + choice + '"';
    throw UsageError({"có nhiều xã tên \"" + name + "\"; hãy chọn một:" + list,
                      "several communes are named \"" + name + "\"; choose one:" + list});
}

[[noreturn]] void throw_unknown_commune(const OpenIndex& index, const std::string& name) {
    std::string known;
    constexpr std::size_t shown = 12;
    std::size_t count = 0;
    for (const PlaceEntry& place : index.places) {
        if (place.reports == 0 || ++count > shown) continue;
        known += (count == 1 ? "" : ", ") + place.full_name();
    }
    if (count > shown) known += ", …";
    throw UsageError(
        {"chỉ mục không có xã nào tên hoặc mã \"" + name + "\"; các xã có trong chỉ mục: " + known,
         "the index has no commune named or numbered \"" + name + "\"; it has: " + known});
}

[[noreturn]] void throw_unknown_section(const OpenIndex& index, const std::string& name) {
    std::string known;
    for (const TopicEntry& topic : index.topics) known += (known.empty() ? "" : ", ") + topic.slug;
    throw UsageError({"không có mục \"" + name + "\"; các mục: " + known,
                      "there is no section \"" + name + "\"; the sections are: " + known});
}

[[noreturn]] void throw_no_value(FacetKind kind, std::string_view value, const std::string& known) {
    const std::string facet(facet_name(kind));
    throw UsageError({"\"" + std::string(value) + "\" không phải giá trị của bộ lọc " + facet +
                          "; giá trị hợp lệ: " + known,
                      "\"" + std::string(value) + "\" is no value of the filter " + facet +
                          "; its values: " + known});
}

/// All of `text` as a number of exactly `digits` digits.
std::optional<std::uint64_t> number_of(std::string_view text, std::size_t digits) {
    std::uint64_t value = 0;
    if (text.size() != digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "2023-10" as 202310.
std::optional<std::uint64_t> month_of(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = number_of(text.substr(0, 4), 4);
    const auto month = number_of(text.substr(5), 2);
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    return *year * 100 + *month;
}

std::uint64_t span_of(std::uint64_t first, std::uint64_t last) { return first * 1'000'000 + last; }

/// "Q3", "H1" or "M09" of a year's months; `base` is the year times 100.
std::optional<std::uint64_t> part_of_year(std::string_view text, std::uint64_t base) {
    const auto count = number_of(text.substr(1), text.size() - 1);
    if (!count || *count < 1) return std::nullopt;
    if (text.front() == 'Q' && *count <= 4)
        return span_of(base + *count * 3 - 2, base + *count * 3);
    if (text.front() == 'H' && *count <= 2)
        return span_of(base + *count * 6 - 5, base + *count * 6);
    if (text.front() == 'M' && *count <= 12) return span_of(base + 1, base + *count);
    return std::nullopt;
}

/// Period::text as the months it spans: "2023-10", "2023-Q3", "2023-H1", "2023-M09", "2023",
/// "2023-10/2023-12".
std::optional<std::uint64_t> period_of(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const auto first = month_of(text.substr(0, slash));
        const auto last = month_of(text.substr(slash + 1));
        if (!first || !last) return std::nullopt;
        return span_of(*first, *last);
    }
    if (const auto month = month_of(text)) return span_of(*month, *month);
    const auto year = number_of(text.substr(0, 4), 4);
    if (!year) return std::nullopt;
    if (text.size() == 4) return span_of(*year * 100 + 1, *year * 100 + 12);
    if (text.size() < 7 || text[4] != '-') return std::nullopt;
    return part_of_year(text.substr(5), *year * 100);
}

std::optional<std::uint64_t> quarter_of(std::string_view text) {
    if (text.size() != 7 || text.substr(4, 2) != "-Q") return std::nullopt;
    const auto year = number_of(text.substr(0, 4), 4);
    if (!year || text[6] < '1' || text[6] > '4') return std::nullopt;
    return *year * 10 + static_cast<std::uint64_t>(text[6] - '0');
}

std::optional<std::uint64_t> time_of(FacetKind kind, std::string_view value) {
    if (kind == FacetKind::month) return month_of(value);
    if (kind == FacetKind::quarter) return quarter_of(value);
    if (kind == FacetKind::period) return period_of(value);
    return number_of(value, 4);
}

std::string form_of(FacetKind kind) {
    if (kind == FacetKind::month) return "2023-10";
    if (kind == FacetKind::quarter) return "2023-Q4";
    if (kind == FacetKind::period) return "2023-10, 2023-Q3, 2023-H1, 2023-M09, 2023";
    return "2023";
}

Numbers place_numbers(const OpenIndex& index, std::string_view value) {
    const PlaceFilter filter = Filters(index).commune(value);
    if (filter.query.empty()) throw_unknown_commune(index, std::string(value));
    if (filter.choices.size() > 1) throw_ambiguous_commune(std::string(value), filter.choices);
    Numbers numbers;
    for (const PlaceEntry* const place : index.place_index->communes(value).found)
        numbers.push_back(place_number(place->key));
    return numbers;
}

Numbers topic_numbers(const OpenIndex& index, std::string_view value) {
    const std::vector<std::size_t> numbers = Filters(index).topic_numbers(value);
    if (numbers.empty()) throw_unknown_section(index, std::string(value));
    return {numbers.begin(), numbers.end()};
}

/// By key, or by name with or without "Huyện", accents as typed.
Numbers region_numbers(const OpenIndex& index, FacetKind kind, std::string_view value) {
    const std::string name = lower(nfc(value));
    const bool is_bare = bare(name) == name;
    Numbers numbers;
    std::string known;
    const std::vector<FacetRegion>& regions = index.facet_tables->regions();
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const FacetRegion& region = regions[i];
        if (region.parent.empty() == (kind == FacetKind::district)) continue;
        const std::string its_name = is_bare ? bare(region.name) : lower(region.name);
        if (region.key == value || its_name == name || its_name.ends_with(' ' + name))
            numbers.push_back(i + 1);
        known += (known.empty() ? "" : ", ") + region.name;
    }
    if (numbers.empty()) throw_no_value(kind, value, known);
    return numbers;
}

Numbers slug_number(FacetKind kind, std::string_view value,
                    std::span<const std::string_view> slugs) {
    std::string known;
    for (std::size_t i = 1; i < slugs.size(); ++i) {
        if (slugs[i] == value) return {i};
        known += (known.empty() ? "" : ", ") + std::string(slugs[i]);
    }
    throw_no_value(kind, value, known);
}

}  // namespace

Numbers facet_numbers(const OpenIndex& index, FacetKind kind, std::string_view value) {
    if (value.empty() || value == unknown_value) return {0};
    switch (kind) {
        case FacetKind::commune:
            return place_numbers(index, value);
        case FacetKind::district:
        case FacetKind::province:
            return region_numbers(index, kind, value);
        case FacetKind::section:
            return topic_numbers(index, value);
        case FacetKind::heading:
            return {heading_number(value)};
        case FacetKind::issuer:
            return slug_number(kind, value, issuer_slugs());
        case FacetKind::type:
            return slug_number(kind, value, type_slugs());
        case FacetKind::horizon:
            return slug_number(kind, value, horizon_slugs());
        default: {
            const auto number = time_of(kind, value);
            if (!number) throw_no_value(kind, value, form_of(kind));
            return {*number};
        }
    }
}

Condition facet_query(const OpenIndex& index, FacetKind kind, std::string_view value) {
    if (value.empty() || value == unknown_value) return {};
    const auto days_of = [&](std::uint32_t first, std::uint32_t last) {
        return Filters::dates(first * 100 + 1, last * 100 + 31);
    };
    const auto number = [&] {
        return static_cast<std::uint32_t>(facet_numbers(index, kind, value).front());
    };
    switch (kind) {
        case FacetKind::commune:
            return Filters(index).commune(value).query;
        case FacetKind::section:
            return Filters(index).topic(value);
        case FacetKind::issuer:
            return Condition(make_term(prefix_issuer, value));
        case FacetKind::type:
            return Condition(make_term(prefix_type, value));
        case FacetKind::year:
            return days_of(number() * 100 + 1, number() * 100 + 12);
        case FacetKind::quarter: {
            const std::uint32_t last = number() / 10 * 100 + number() % 10 * 3;
            return days_of(last - 2, last);
        }
        case FacetKind::month:
            return days_of(number(), number());
        default:
            return {};
    }
}

}  // namespace commsearch
