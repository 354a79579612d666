#include "searcher/facets/facet_value_parser.h"

#include <algorithm>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/value/period.h"
#include "analyzers/value/place_id.h"
#include "indexer/schema/kinds.h"
#include "searcher/facets/facet_table.h"
#include "searcher/model/request.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"
#include "searcher/query/field_values.h"

namespace commsearch::facets {
namespace {

using Numbers = std::vector<std::uint64_t>;

[[noreturn]] void throw_ambiguous_commune(const std::string& name,
                                          const std::vector<std::string>& choices) {
    std::string list;
    for (const std::string& choice : choices) list += "\n  --commune \"" + choice + '"';
    throw UsageError({"có nhiều xã tên \"" + name + "\"; hãy chọn một:" + list,
                      "several communes are named \"" + name + "\"; choose one:" + list});
}

[[noreturn]] void throw_unknown_commune(const index::IndexReader& index, const std::string& name) {
    std::string known;
    constexpr std::size_t shown = 12;
    std::size_t count = 0;
    for (const schema::PlaceEntry& place : index.snapshot().places()) {
        if (place.reports == 0 || ++count > shown) continue;
        known += (count == 1 ? "" : ", ") + place.full_name();
    }
    if (count > shown) known += ", …";
    throw UsageError(
        {"chỉ mục không có xã nào tên hoặc mã \"" + name + "\"; các xã có trong chỉ mục: " + known,
         "the index has no commune named or numbered \"" + name + "\"; it has: " + known});
}

[[noreturn]] void throw_unknown_topic(const index::IndexReader& index, const std::string& name) {
    std::string known;
    for (const schema::TopicEntry& topic : index.snapshot().topics())
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

template <typename KindRow>
Numbers kind_number(const FacetRow& row, std::string_view value, std::span<const KindRow> kinds) {
    const std::uint8_t number = schema::number_of_slug(kinds, value);
    if (number > 0) return {number};
    std::string known;
    for (const KindRow& kind : kinds.subspan(1))
        known += (known.empty() ? "" : ", ") + std::string(kind.slug);
    throw_no_value(row, value, known);
}

/// The period that `value` names in one of the forms of a facet.
Period period_of(const FacetRow& row, std::string_view value) {
    const Period period = Period::parse(value);
    switch (row.kind) {
        case FacetKind::month:
            if (period.form == Period::Form::month) return period;
            throw_no_value(row, value, "2023-10");
        case FacetKind::quarter:
            if (period.form == Period::Form::quarter) return period;
            throw_no_value(row, value, "2023-Q4");
        case FacetKind::period:
            if (period.is_known()) return period;
            throw_no_value(row, value, "2023-10, 2023-Q3, 2023-H1, 2023-M09, 2023");
        default:
            if (period.form == Period::Form::year) return period;
            throw_no_value(row, value, "2023");
    }
}

}  // namespace

Numbers parse_commune(const index::IndexReader& index, const FacetRow&, std::string_view value) {
    const plan::PlaceFilter filter = plan::Filters(index.snapshot()).commune(value);
    if (filter.query.empty()) throw_unknown_commune(index, std::string(value));
    if (filter.choices.size() > 1) throw_ambiguous_commune(std::string(value), filter.choices);
    Numbers numbers;
    const places::PlaceIndex& places = index.snapshot().place_index();
    std::vector<const schema::PlaceEntry*> found = places.communes(value).found;
    if (found.empty()) found = places.communes_in(value);
    for (const schema::PlaceEntry* const place : found)
        numbers.push_back(PlaceId::parse(place->key).number());
    return numbers;
}

Numbers parse_topic(const index::IndexReader& index, const FacetRow&, std::string_view value) {
    const std::vector<std::size_t> numbers = plan::Filters(index.snapshot()).topic_numbers(value);
    if (numbers.empty()) throw_unknown_topic(index, std::string(value));
    return {numbers.begin(), numbers.end()};
}

Numbers parse_region(const index::IndexReader& index, const FacetRow& row, std::string_view value) {
    const std::string name = lower(nfc(value));
    const bool is_unaccented = unaccented(name) == name;
    Numbers numbers;
    std::string known;
    const std::vector<index::FacetRegion>& regions = index.snapshot().facet_tables().regions();
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const index::FacetRegion& region = regions[i];
        if (region.parent.empty() == (row.kind == FacetKind::district)) continue;
        const std::string its_name = is_unaccented ? unaccented(region.name) : lower(region.name);
        if (region.key == value || its_name == name || its_name.ends_with(' ' + name))
            numbers.push_back(i + 1);
        known += (known.empty() ? "" : ", ") + region.name;
    }
    if (numbers.empty()) throw_no_value(row, value, known);
    return numbers;
}

Numbers parse_year(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    return {static_cast<std::uint64_t>(period_of(row, value).first.year())};
}

Numbers parse_quarter(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    const Month last = period_of(row, value).last;
    return {static_cast<std::uint64_t>(last.year() * 10 + last.quarter())};
}

Numbers parse_month(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    return {period_of(row, value).first.number()};
}

Numbers parse_period(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    const Period period = period_of(row, value);
    return {std::uint64_t{period.first.number()} * 1'000'000 + period.last.number()};
}

Numbers parse_heading(const index::IndexReader& index, const FacetRow&, std::string_view value) {
    return {index.columns().heading_place(schema::heading_number(value))};
}

Numbers parse_issuer(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    const std::string slug = query::typed_issuer(value);
    return kind_number(row, slug.empty() ? value : slug, schema::issuer_kinds());
}

Numbers parse_type(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    return kind_number(row, value, schema::document_kinds());
}

Numbers parse_plan_or_result(const index::IndexReader&, const FacetRow& row,
                             std::string_view value) {
    return kind_number(row, value, schema::plan_or_result_kinds());
}

Numbers parse_level(const index::IndexReader&, const FacetRow& row, std::string_view value) {
    const std::string slug = query::typed_level(value);
    return kind_number(row, slug.empty() ? value : slug, schema::levels());
}

plan::Condition passages_of_commune(const index::IndexReader& index, const FacetRow&,
                                    std::string_view value) {
    return plan::Filters(index.snapshot()).commune(value).query;
}

plan::Condition passages_of_months(const index::IndexReader&, const FacetRow& row,
                                  std::string_view value) {
    const Period period = period_of(row, value);
    return plan::Filters::reported(period.first.number(), period.last.number());
}

plan::Condition passages_of_topic(const index::IndexReader& index, const FacetRow&,
                                  std::string_view value) {
    return plan::Filters(index.snapshot()).topic(value);
}

plan::Condition passages_of_issuer(const index::IndexReader&, const FacetRow&,
                                   std::string_view value) {
    return plan::Condition(schema::make_term(schema::prefix_issuer, query::typed_issuer(value)));
}

plan::Condition passages_of_type(const index::IndexReader&, const FacetRow&,
                                 std::string_view value) {
    return plan::Condition(schema::make_term(schema::prefix_type, value));
}

plan::Condition passages_of_level(const index::IndexReader&, const FacetRow&,
                                  std::string_view value) {
    return plan::Condition(schema::make_term(schema::prefix_level, query::typed_level(value)));
}

Numbers parse_facet_value(const index::IndexReader& index, const FacetRow& row,
                          std::string_view typed) {
    if (typed.empty() || typed == unknown_value) return {0};
    return row.parse(index, row, typed);
}

plan::Condition passages_of_value(const index::IndexReader& index, const FacetRow& row,
                                  std::string_view typed) {
    if (typed.empty() || typed == unknown_value || row.passages == nullptr) return {};
    return row.passages(index, row, typed);
}

}  // namespace commsearch::facets
