#include "searcher/facets/facet_labels.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"
#include "analyzers/value/period.h"
#include "analyzers/value/place_id.h"

namespace commsearch::facets {
namespace {

/// By the stored value, as the slugs of the schema.
constexpr std::array<std::string_view, 7> issuer_labels = {
    "", "Đảng ủy", "UBND", "HĐND", "Mặt trận Tổ quốc", "Đoàn thể", "Cơ quan khác"};
constexpr std::array<std::string_view, 18> type_labels = {
    "",         "Báo cáo",   "Nghị quyết", "Quyết định", "Kế hoạch",  "Chương trình",
    "Tờ trình", "Thông báo", "Hướng dẫn",  "Kết luận",   "Chỉ thị",   "Quy chế",
    "Quy định", "Biên bản",  "Đề án",      "Phương án",  "Công điện", "Công văn"};
constexpr std::array<std::string_view, 3> horizon_labels = {"", "Đã làm (kết quả)",
                                                            "Sắp làm (kế hoạch)"};

/// "10/2023"
std::string month_label(Month month) {
    return month.first_day().day_first_text().substr(std::string_view("01/").size());
}

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

/// Those of a small table of slugs.
FacetValue describe_slug(std::span<const std::string_view> slugs,
                         std::span<const std::string_view> labels, std::uint64_t number) {
    FacetValue value;
    if (number >= slugs.size() || number >= labels.size()) return value;
    value.value = slugs[number];
    value.label = labels[number];
    return value;
}

std::string label_of(std::span<const std::string_view> slugs,
                     std::span<const std::string_view> labels, std::string_view slug) {
    const auto at = std::find(slugs.begin(), slugs.end(), slug);
    return at == slugs.end() ? ""
                             : std::string(labels[static_cast<std::size_t>(at - slugs.begin())]);
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
    return describe_slug(schema::issuer_slugs(), issuer_labels, number);
}

FacetValue describe_type(const index::IndexReader&, std::uint64_t number) {
    return describe_slug(schema::type_slugs(), type_labels, number);
}

FacetValue describe_horizon(const index::IndexReader&, std::uint64_t number) {
    return describe_slug(schema::horizon_slugs(), horizon_labels, number);
}

std::string type_label(std::string_view slug) {
    return label_of(schema::type_slugs(), type_labels, slug);
}

}  // namespace commsearch::facets
