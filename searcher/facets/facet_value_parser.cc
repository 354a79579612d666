#include "searcher/facets/facet_value_parser.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "searcher/facets/facet_table.h"
#include "searcher/model/request.h"
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

[[noreturn]] void throw_unknown_commune(const IndexReader& index, const std::string& name) {
    std::string known;
    constexpr std::size_t shown = 12;
    std::size_t count = 0;
    for (const PlaceEntry& place : index.snapshot().places()) {
        if (place.reports == 0 || ++count > shown) continue;
        known += (count == 1 ? "" : ", ") + place.full_name();
    }
    if (count > shown) known += ", …";
    throw UsageError(
        {"chỉ mục không có xã nào tên hoặc mã \"" + name + "\"; các xã có trong chỉ mục: " + known,
         "the index has no commune named or numbered \"" + name + "\"; it has: " + known});
}

[[noreturn]] void throw_unknown_topic(const IndexReader& index, const std::string& name) {
    std::string known;
    for (const TopicEntry& topic : index.snapshot().topics())
        known += (known.empty() ? "" : ", ") + topic.slug;
    throw UsageError({"không có mục \"" + name + "\"; các mục: " + known,
                      "there is no section \"" + name + "\"; the sections are: " + known});
}

[[noreturn]] void throw_no_value(const FacetRow& row, std::string_view value,
                                 const std::string& known) {
    const std::string facet(row.name);
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

Numbers slug_number(const FacetRow& row, std::string_view value,
                    std::span<const std::string_view> slugs) {
    std::string known;
    for (std::size_t i = 1; i < slugs.size(); ++i) {
        if (slugs[i] == value) return {i};
        known += (known.empty() ? "" : ", ") + std::string(slugs[i]);
    }
    throw_no_value(row, value, known);
}

/// `form`: how values are written.
Numbers time_number(std::optional<std::uint64_t> number, const FacetRow& row,
                    std::string_view value, const std::string& form) {
    if (!number) throw_no_value(row, value, form);
    return {*number};
}

/// The first day of one month to the last of another, YYYYMM.
Condition months(std::uint64_t first, std::uint64_t last) {
    return Filters::dates(static_cast<std::uint32_t>(first * 100 + 1),
                          static_cast<std::uint32_t>(last * 100 + 31));
}

}  // namespace

Numbers parse_commune(const IndexReader& index, const FacetRow&, std::string_view value) {
    const PlaceFilter filter = Filters(index.snapshot()).commune(value);
    if (filter.query.empty()) throw_unknown_commune(index, std::string(value));
    if (filter.choices.size() > 1) throw_ambiguous_commune(std::string(value), filter.choices);
    Numbers numbers;
    for (const PlaceEntry* const place : index.snapshot().place_index().communes(value).found)
        numbers.push_back(place_number(place->key));
    return numbers;
}

Numbers parse_topic(const IndexReader& index, const FacetRow&, std::string_view value) {
    const std::vector<std::size_t> numbers = Filters(index.snapshot()).topic_numbers(value);
    if (numbers.empty()) throw_unknown_topic(index, std::string(value));
    return {numbers.begin(), numbers.end()};
}

Numbers parse_region(const IndexReader& index, const FacetRow& row, std::string_view value) {
    const std::string name = lower(nfc(value));
    const bool is_bare = bare(name) == name;
    Numbers numbers;
    std::string known;
    const std::vector<FacetRegion>& regions = index.snapshot().facet_tables().regions();
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const FacetRegion& region = regions[i];
        if (region.parent.empty() == (row.kind == FacetKind::district)) continue;
        const std::string its_name = is_bare ? bare(region.name) : lower(region.name);
        if (region.key == value || its_name == name || its_name.ends_with(' ' + name))
            numbers.push_back(i + 1);
        known += (known.empty() ? "" : ", ") + region.name;
    }
    if (numbers.empty()) throw_no_value(row, value, known);
    return numbers;
}

Numbers parse_year(const IndexReader&, const FacetRow& row, std::string_view value) {
    return time_number(number_of(value, 4), row, value, "2023");
}

Numbers parse_quarter(const IndexReader&, const FacetRow& row, std::string_view value) {
    return time_number(quarter_of(value), row, value, "2023-Q4");
}

Numbers parse_month(const IndexReader&, const FacetRow& row, std::string_view value) {
    return time_number(month_of(value), row, value, "2023-10");
}

Numbers parse_period(const IndexReader&, const FacetRow& row, std::string_view value) {
    return time_number(period_of(value), row, value, "2023-10, 2023-Q3, 2023-H1, 2023-M09, 2023");
}

Numbers parse_heading(const IndexReader& index, const FacetRow&, std::string_view value) {
    return {index.columns().heading_place(heading_number(value))};
}

Numbers parse_issuer(const IndexReader&, const FacetRow& row, std::string_view value) {
    return slug_number(row, value, issuer_slugs());
}

Numbers parse_type(const IndexReader&, const FacetRow& row, std::string_view value) {
    return slug_number(row, value, type_slugs());
}

Numbers parse_horizon(const IndexReader&, const FacetRow& row, std::string_view value) {
    return slug_number(row, value, horizon_slugs());
}

Condition passages_of_commune(const IndexReader& index, const FacetRow&, std::string_view value) {
    return Filters(index.snapshot()).commune(value).query;
}

Condition passages_of_year(const IndexReader& index, const FacetRow& row, std::string_view value) {
    const std::uint64_t year = row.parse(index, row, value).front();
    return months(year * 100 + 1, year * 100 + 12);
}

Condition passages_of_quarter(const IndexReader& index, const FacetRow& row,
                              std::string_view value) {
    const std::uint64_t quarter = row.parse(index, row, value).front();
    const std::uint64_t last = quarter / 10 * 100 + quarter % 10 * 3;
    return months(last - 2, last);
}

Condition passages_of_month(const IndexReader& index, const FacetRow& row, std::string_view value) {
    const std::uint64_t month = row.parse(index, row, value).front();
    return months(month, month);
}

Condition passages_of_topic(const IndexReader& index, const FacetRow&, std::string_view value) {
    return Filters(index.snapshot()).topic(value);
}

Condition passages_of_issuer(const IndexReader&, const FacetRow&, std::string_view value) {
    return Condition(make_term(prefix_issuer, value));
}

Condition passages_of_type(const IndexReader&, const FacetRow&, std::string_view value) {
    return Condition(make_term(prefix_type, value));
}

Numbers parse_facet_value(const IndexReader& index, const FacetRow& row, std::string_view typed) {
    if (typed.empty() || typed == unknown_value) return {0};
    return row.parse(index, row, typed);
}

Condition passages_of_value(const IndexReader& index, const FacetRow& row, std::string_view typed) {
    if (typed.empty() || typed == unknown_value || row.passages == nullptr) return {};
    return row.passages(index, row, typed);
}

}  // namespace commsearch
