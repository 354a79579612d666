#include "searcher/facets/facet_table.h"

#include "searcher/facets/facet_labels.h"
#include "searcher/facets/facet_value_parser.h"

namespace commsearch::facets {
namespace {

using Kind = FacetKind;
using Of = FacetRow::Of;

constexpr index::FacetTables::Numbers nowhere;

// Levels as they are stored, the highest first.
constexpr std::uint8_t province_level = 2;
constexpr std::uint8_t district_level = 3;
constexpr std::uint8_t commune_level = 4;

/// Whether a body of a higher level issued the paper: one of a district is of no commune, one of a
/// ministry of no province. Where the level is not known, the place may be.
bool is_above(const schema::ReportRow& report, std::uint8_t level) {
    return report.level != 0 && report.level < level;
}

FacetNumbers communes(const index::FacetTables& tables, const schema::ReportRow& report,
                      const schema::SectionRow&) {
    FacetNumbers numbers;
    numbers.add(is_above(report, commune_level) ? nowhere : tables.communes(report.place));
    return numbers;
}

FacetNumbers districts(const index::FacetTables& tables, const schema::ReportRow& report,
                       const schema::SectionRow&) {
    FacetNumbers numbers;
    numbers.add(is_above(report, district_level) ? nowhere : tables.districts(report.place));
    return numbers;
}

FacetNumbers provinces(const index::FacetTables& tables, const schema::ReportRow& report,
                       const schema::SectionRow&) {
    FacetNumbers numbers;
    numbers.add(is_above(report, province_level) ? nowhere : tables.provinces(report.place));
    return numbers;
}

// Times go by the period reported on, and by the date of a paper that reports on none.

/// YYYY
FacetNumbers year(const index::FacetTables&, const schema::ReportRow& report,
                  const schema::SectionRow&) {
    return {.single = schema::last_reported_month(report) / 100};
}

/// YYYYQ
FacetNumbers quarter(const index::FacetTables&, const schema::ReportRow& report,
                     const schema::SectionRow&) {
    const std::uint64_t month = schema::last_reported_month(report);
    return {.single = month % 100 == 0 ? 0 : month / 100 * 10 + (month % 100 + 2) / 3};
}

/// YYYYMM
FacetNumbers month(const index::FacetTables&, const schema::ReportRow& report,
                   const schema::SectionRow&) {
    const std::uint32_t month = schema::last_reported_month(report);
    return {.single = month % 100 == 0 ? 0 : month};
}

FacetNumbers period_year(const index::FacetTables&, const schema::ReportRow& report,
                         const schema::SectionRow&) {
    return {.single = report.last_month / 100};
}

/// First month times 10^6 plus last month.
FacetNumbers period(const index::FacetTables&, const schema::ReportRow& report,
                    const schema::SectionRow&) {
    return {.single = std::uint64_t{report.first_month} * 1'000'000 + report.last_month};
}

/// Position in IndexReader::topics plus one.
FacetNumbers topics(const index::FacetTables& tables, const schema::ReportRow&,
                    const schema::SectionRow& section) {
    FacetNumbers numbers;
    for (const std::uint8_t topic : section.topics) {
        const std::span<const std::uint64_t> list = tables.topic_and_above(topic);
        if (!list.empty()) numbers.add(list);
    }
    return numbers;
}

/// Place in the headings of the columns plus one.
FacetNumbers heading(const index::FacetTables&, const schema::ReportRow&,
                     const schema::SectionRow& section) {
    return {.single = section.heading};
}

FacetNumbers issuer(const index::FacetTables&, const schema::ReportRow& report,
                    const schema::SectionRow&) {
    return {.single = report.issuer};
}

FacetNumbers type(const index::FacetTables&, const schema::ReportRow& report,
                  const schema::SectionRow&) {
    return {.single = report.type};
}

FacetNumbers plan_or_result(const index::FacetTables&, const schema::ReportRow&,
                            const schema::SectionRow& section) {
    return {.single = section.plan_or_result};
}

FacetNumbers level(const index::FacetTables&, const schema::ReportRow& report,
                   const schema::SectionRow&) {
    return {.single = report.level};
}

std::size_t heading_count(const index::IndexReader& index) {
    return index.columns().headings().size() + 1;
}

constexpr std::array<FacetRow, facet_kinds> rows{{
    {.kind = Kind::commune,
     .name = "commune",
     .title_vi = "Xã, phường",
     .title_en = "Communes",
     .above = Kind::district,
     .on_page = {.place = 1, .is_open = true},
     .numbers = communes,
     .parse = parse_commune,
     .describe = describe_commune,
     .passages = passages_of_commune},
    {.kind = Kind::district,
     .name = "district",
     .title_vi = "Huyện (trước 7/2025)",
     .title_en = "Districts (before July 2025)",
     .above = Kind::province,
     .on_page = {.place = 8},
     .numbers = districts,
     .parse = parse_region,
     .describe = describe_region},
    {.kind = Kind::province,
     .name = "province",
     .title_vi = "Tỉnh, thành phố",
     .title_en = "Provinces",
     .on_page = {.place = 7},
     .numbers = provinces,
     .parse = parse_region,
     .describe = describe_region},
    {.kind = Kind::year,
     .name = "year",
     .title_vi = "Năm",
     .title_en = "Years",
     .is_time = true,
     .on_page = {.place = 3, .values = 12, .is_open = true},
     .numbers = year,
     .parse = parse_year,
     .describe = describe_year,
     .passages = passages_of_months},
    {.kind = Kind::quarter,
     .name = "quarter",
     .title_vi = "Quý",
     .title_en = "Quarters",
     .above = Kind::year,
     .is_time = true,
     .on_page = {.place = 9, .values = 12},
     .numbers = quarter,
     .parse = parse_quarter,
     .describe = describe_quarter,
     .passages = passages_of_months},
    {.kind = Kind::month,
     .name = "month",
     .title_vi = "Tháng",
     .title_en = "Months",
     .above = Kind::quarter,
     .is_time = true,
     .on_page = {.place = 10, .values = 24},
     .numbers = month,
     .parse = parse_month,
     .describe = describe_month,
     .passages = passages_of_months},
    {.kind = Kind::period_year,
     .name = "period_year",
     .title_vi = "Năm của kỳ báo cáo",
     .title_en = "Years reported on",
     .is_time = true,
     .numbers = period_year,
     .parse = parse_year,
     .describe = describe_year},
    {.kind = Kind::period,
     .name = "period",
     .title_vi = "Kỳ báo cáo",
     .title_en = "Periods",
     .above = Kind::period_year,
     .is_time = true,
     .on_page = {.place = 11, .values = 12},
     .numbers = period,
     .parse = parse_period,
     .describe = describe_period},
    {.kind = Kind::topic,
     .name = "section",
     .title_vi = "Mục",
     .title_en = "Sections",
     .above = Kind::topic,
     .of = Of::section,
     .on_page = {.place = 2, .is_open = true, .title = "Lĩnh vực"},
     .numbers = topics,
     .parse = parse_topic,
     .describe = describe_topic,
     .passages = passages_of_topic},
    {.kind = Kind::heading,
     .name = "heading",
     .title_vi = "Đề mục trong báo cáo",
     .title_en = "Headings",
     .of = Of::section,
     .is_usual = false,
     .on_page = {.place = 13},
     .numbers = heading,
     .parse = parse_heading,
     .describe = describe_heading,
     .size = heading_count},
    {.kind = Kind::issuer,
     .name = "issuer",
     .title_vi = "Cơ quan ban hành",
     .title_en = "Issuers",
     .on_page = {.place = 4, .is_open = true},
     .numbers = issuer,
     .parse = parse_issuer,
     .describe = describe_issuer,
     .passages = passages_of_issuer},
    {.kind = Kind::type,
     .name = "type",
     .title_vi = "Loại văn bản",
     .title_en = "Types of document",
     .on_page = {.place = 12},
     .numbers = type,
     .parse = parse_type,
     .describe = describe_type,
     .passages = passages_of_type},
    {.kind = Kind::plan_or_result,
     .name = "horizon",
     .title_vi = "Kết quả hay kế hoạch",
     .title_en = "Results or plans",
     .of = Of::section,
     .on_page = {.place = 6, .values = 3, .is_open = true},
     .numbers = plan_or_result,
     .parse = parse_plan_or_result,
     .describe = describe_plan_or_result},
    {.kind = Kind::level,
     .name = "level",
     .title_vi = "Cấp",
     .title_en = "Levels",
     .on_page = {.place = 5, .is_open = true},
     .numbers = level,
     .parse = parse_level,
     .describe = describe_level,
     .passages = passages_of_level},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != static_cast<FacetKind>(i)) return false;
    }
    return true;
}
static_assert(is_in_order());

}  // namespace

std::span<const FacetRow> facet_table() { return rows; }

const FacetRow& facet_row(FacetKind kind) { return rows.at(static_cast<std::size_t>(kind)); }

std::optional<FacetKind> facet_of_name(std::string_view name) {
    for (const FacetRow& row : rows) {
        if (row.name == name) return row.kind;
    }
    return std::nullopt;
}

std::vector<FacetRequest> usual_facets() {
    std::vector<FacetRequest> facets;
    for (const FacetRow& row : rows) {
        if (row.is_usual) facets.push_back({row.kind});
    }
    return facets;
}

}  // namespace commsearch::facets
