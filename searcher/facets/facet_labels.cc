#include "searcher/facets/facet_labels.h"

#include <array>

#include "analyzers/base/unicode.h"
#include "analyzers/value/period.h"
#include "analyzers/value/place_id.h"
#include "indexer/schema/kinds.h"

namespace commsearch::facets {
namespace {

/// "10/2023"
std::string month_label(Month month) { return Date::of_month(month).day_first_text(); }

std::string quarter_label(Month month) {
    constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
    return "Quý " + std::string(roman.at(static_cast<std::size_t>(month.quarter()) - 1)) + '/' +
           std::to_string(month.year());
}

std::string quarter_text(Month month) {
    return Period::of_quarter(month.year(), month.quarter()).text();
}

std::string period_label_vi(const Period& period) {
    const std::string year = std::to_string(period.last.year());
    switch (period.form) {
        case Period::Form::month:
            return "Tháng " + month_label(period.first);
        case Period::Form::year:
            return "Năm " + year;
        case Period::Form::quarter:
            return quarter_label(period.last);
        case Period::Form::half:
            return (period.first.quarter() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
        case Period::Form::first_months:
            return std::to_string(period.last.month_of_year()) + " tháng đầu năm " + year;
        case Period::Form::span:
            break;
    }
    return month_label(period.first) + " – " + month_label(period.last);
}

template <typename KindRow>
FacetValue describe_kind(std::span<const KindRow> kinds, std::uint64_t number) {
    FacetValue value;
    if (number >= kinds.size()) return value;
    value.value = kinds[number].slug;
    value.label = kinds[number].label;
    return value;
}

}  // namespace

FacetValue describe_commune(const index::IndexReader& index, std::uint64_t number) {
    FacetValue value;
    value.value = PlaceId::of_number(static_cast<std::uint32_t>(number)).text();
    value.epoch = epoch_text(PlaceId::parse(value.value).epoch);
    const schema::PlaceEntry* const place = index.snapshot().facet_tables().place(number);
    if (place == nullptr) return value;
    value.label = place->full_name();
    if (!place->district.empty()) value.label += ", " + place->district;
    if (!place->province.empty()) value.label += ", " + place->province;
    const std::uint64_t region = index.snapshot().facet_tables().region_of(number);
    if (region != 0) value.parent = index.snapshot().facet_tables().regions()[region - 1].key;
    return value;
}

FacetValue describe_region(const index::IndexReader& index, std::uint64_t number) {
    const std::vector<index::FacetRegion>& regions = index.snapshot().facet_tables().regions();
    FacetValue value;
    if (number > regions.size()) return value;
    const index::FacetRegion& region = regions[number - 1];
    value.value = region.key;
    value.epoch = epoch_text(PlaceId::parse(region.key).epoch);
    value.parent = region.parent;
    value.label = region.name;
    if (!region.province.empty()) value.label += ", " + region.province;
    return value;
}

FacetValue describe_month(const index::IndexReader&, std::uint64_t number) {
    const Month month = Month::of_number(static_cast<std::uint32_t>(number));
    FacetValue value;
    if (!month.is_known()) return value;
    value.parent = quarter_text(month);
    value.value = month.text();
    value.label = month_label(month);
    return value;
}

FacetValue describe_quarter(const index::IndexReader&, std::uint64_t number) {
    const Month last(static_cast<int>(number / 10),
                     static_cast<int>(number % 10) * Month::months_a_quarter);
    FacetValue value;
    if (!last.is_known()) return value;
    value.parent = std::to_string(last.year());
    value.value = quarter_text(last);
    value.label = quarter_label(last);
    return value;
}

FacetValue describe_period(const index::IndexReader&, std::uint64_t number) {
    const Period period =
        Period::of_months(Month::of_number(static_cast<std::uint32_t>(number / 1'000'000)),
                          Month::of_number(static_cast<std::uint32_t>(number % 1'000'000)));
    FacetValue value;
    if (!period.is_known()) return value;
    value.parent = std::to_string(period.last.year());
    value.value = period.text();
    value.label = period_label_vi(period);
    return value;
}

FacetValue describe_topic(const index::IndexReader& index, std::uint64_t number) {
    FacetValue value;
    if (number > index.snapshot().topics().size()) return value;
    const schema::TopicEntry& topic = index.snapshot().topics()[number - 1];
    value.value = topic.slug;
    value.label = topic.label;
    value.parent = topic.parent;
    return value;
}

FacetValue describe_heading(const index::IndexReader& index, std::uint64_t number) {
    FacetValue value;
    value.label = index.heading(index.columns().heading(static_cast<std::uint32_t>(number)));
    value.value = unaccented(value.label);
    return value;
}

FacetValue describe_year(const index::IndexReader&, std::uint64_t number) {
    FacetValue value;
    value.value = value.label = std::to_string(number);
    return value;
}

FacetValue describe_issuer(const index::IndexReader&, std::uint64_t number) {
    return describe_kind(schema::issuer_kinds(), number);
}

FacetValue describe_type(const index::IndexReader&, std::uint64_t number) {
    return describe_kind(schema::document_kinds(), number);
}

FacetValue describe_plan_or_result(const index::IndexReader&, std::uint64_t number) {
    return describe_kind(schema::plan_or_result_kinds(), number);
}

FacetValue describe_level(const index::IndexReader&, std::uint64_t number) {
    return describe_kind(schema::levels(), number);
}

std::string type_label(std::string_view slug) {
    return std::string(schema::label_of_slug(schema::document_kinds(), slug));
}

std::string level_label(std::string_view slug) {
    return std::string(schema::label_of_slug(schema::levels(), slug));
}

}  // namespace commsearch::facets
