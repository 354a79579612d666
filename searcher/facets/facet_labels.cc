#include "searcher/facets/facet_labels.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"

namespace commsearch {
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

std::string two_digits(std::uint64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string month_label(std::uint64_t month) {
    return two_digits(month % 100) + '/' + std::to_string(month / 100);
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

FacetValue describe_commune(const IndexReader& index, std::uint64_t number) {
    FacetValue value;
    value.value = place_key(static_cast<std::uint32_t>(number));
    value.epoch = value.value.substr(0, value.value.find(':'));
    const PlaceEntry* const place = index.snapshot().facet_tables().place(number);
    if (place == nullptr) return value;
    value.label = place->full_name();
    if (!place->district.empty()) value.label += ", " + place->district;
    if (!place->province.empty()) value.label += ", " + place->province;
    const std::uint64_t region = index.snapshot().facet_tables().region_of(number);
    if (region != 0) value.parent = index.snapshot().facet_tables().regions()[region - 1].key;
    return value;
}

FacetValue describe_region(const IndexReader& index, std::uint64_t number) {
    const std::vector<FacetRegion>& regions = index.snapshot().facet_tables().regions();
    FacetValue value;
    if (number > regions.size()) return value;
    const FacetRegion& region = regions[number - 1];
    value.value = region.key;
    value.epoch = region.key.substr(0, region.key.find(':'));
    value.parent = region.parent;
    value.label = region.name;
    if (!region.province.empty()) value.label += ", " + region.province;
    return value;
}

FacetValue describe_month(const IndexReader&, std::uint64_t month) {
    FacetValue value;
    const std::string year = std::to_string(month / 100);
    value.parent = year + "-Q" + std::to_string((month % 100 + 2) / 3);
    value.value = year + '-' + two_digits(month % 100);
    value.label = two_digits(month % 100) + '/' + year;
    return value;
}

FacetValue describe_quarter(const IndexReader&, std::uint64_t quarter) {
    constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
    FacetValue value;
    value.parent = std::to_string(quarter / 10);
    value.value = value.parent + "-Q" + std::to_string(quarter % 10);
    value.label = "Quý " + std::string(roman.at((quarter % 10 + 3) % 4)) + '/' + value.parent;
    return value;
}

/// Months first … last of one year have names: "2023-Q3", "2023-M09".
FacetValue describe_period(const IndexReader& index, std::uint64_t number) {
    const std::uint64_t first = number / 1'000'000;
    const std::uint64_t last = number % 1'000'000;
    FacetValue value;
    const std::string year = std::to_string(last / 100);
    const std::uint64_t from = first % 100;
    const std::uint64_t to = last % 100;
    value.parent = year;
    if (first == last) {
        value = describe_month(index, first);
        value.label = "Tháng " + value.label;
        value.parent = year;
    } else if (first / 100 != last / 100 ||
               (from != 1 && (to - from != 2 || to % 3 != 0) && (from != 7 || to != 12))) {
        value.value = describe_month(index, first).value + '/' + describe_month(index, last).value;
        value.label = month_label(first) + " – " + month_label(last);
    } else if (from == 1 && to == 12) {
        value.value = value.label = year;
        value.label = "Năm " + year;
    } else if (to - from == 2 && to % 3 == 0) {
        value.value = year + "-Q" + std::to_string(to / 3);
        value.label = describe_quarter(index, last / 100 * 10 + to / 3).label;
    } else if (to - from == 5) {
        value.value = year + (from == 1 ? "-H1" : "-H2");
        value.label = (from == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
    } else {
        value.value = year + "-M" + two_digits(to);
        value.label = std::to_string(to) + " tháng đầu năm " + year;
    }
    return value;
}

FacetValue describe_topic(const IndexReader& index, std::uint64_t number) {
    FacetValue value;
    if (number > index.snapshot().topics().size()) return value;
    const TopicEntry& topic = index.snapshot().topics()[number - 1];
    value.value = topic.slug;
    value.label = topic.label;
    value.parent = topic.parent;
    return value;
}

FacetValue describe_heading(const IndexReader& index, std::uint64_t number) {
    FacetValue value;
    value.label = index.heading(index.columns().heading(static_cast<std::uint32_t>(number)));
    value.value = bare(value.label);
    return value;
}

FacetValue describe_year(const IndexReader&, std::uint64_t number) {
    FacetValue value;
    value.value = value.label = std::to_string(number);
    return value;
}

FacetValue describe_issuer(const IndexReader&, std::uint64_t number) {
    return describe_slug(issuer_slugs(), issuer_labels, number);
}

FacetValue describe_type(const IndexReader&, std::uint64_t number) {
    return describe_slug(type_slugs(), type_labels, number);
}

FacetValue describe_horizon(const IndexReader&, std::uint64_t number) {
    return describe_slug(horizon_slugs(), horizon_labels, number);
}

std::string issuer_label(std::string_view slug) {
    return label_of(issuer_slugs(), issuer_labels, slug);
}

std::string type_label(std::string_view slug) { return label_of(type_slugs(), type_labels, slug); }

}  // namespace commsearch
