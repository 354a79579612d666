#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/facet_tables.h"
#include "searcher/index/index_reader.h"
#include "searcher/model/answer.h"
#include "searcher/model/facet_kind.h"
#include "searcher/model/request.h"
#include "searcher/plan/condition.h"

namespace commsearch::facets {

/// The values that one passage has of a facet, as numbers; 0 is "not known". Either a single one
/// or lists of FacetTables, in which a number may come twice.
struct FacetNumbers {
    std::uint64_t single = 0;  ///< the value where there are no lists
    std::array<std::span<const std::uint64_t>, 3> lists = {};
    std::size_t list_count = 0;

    void add(std::span<const std::uint64_t> list) { lists.at(list_count++) = list; }

    /// Calls `use` with each number.
    template <typename Use>
    void each(Use use) const {
        if (list_count == 0) return use(single);
        for (std::size_t i = 0; i < list_count; ++i) {
            for (const std::uint64_t number : lists[i]) use(number);
        }
    }
};

/// How the page of the server shows a facet: as a check list.
struct FacetOnPage {
    int place = 0;            ///< among the lists, from 1; 0: the page does not show it
    std::size_t values = 10;  ///< shown at most; chosen ones always
    bool is_open = false;
    std::string_view title = {};  ///< where the page calls it otherwise than FacetRow::title_vi
};

/// A row of the table of facets: all that is known of one. The functions get an index that is open
/// and may throw as reading it does.
struct FacetRow {
    /// Whether all passages of a report have the same values.
    enum class Of : std::uint8_t { report, section };

    FacetKind kind = FacetKind::commune;
    std::string_view name;  ///< key of the JSON, parameter of URLs; never changes
    std::string_view title_vi, title_en;
    /// The facet of FacetValue::parent, one level up.
    std::optional<FacetKind> above = {};
    Of of = Of::report;
    bool is_time = false;  ///< values follow each other: newest first
    bool is_usual = true;  ///< counted for a program that does not say what to count
    FacetOnPage on_page = {};

    /// The numbers of a passage.
    FacetNumbers (*numbers)(const index::FacetTables& tables, const schema::ReportRow& report,
                            const schema::SectionRow& section) = nullptr;
    /// The numbers that `typed` names: a value, a code or a name. Throws UsageError with what the
    /// facet has instead. Never asked about what is not known.
    std::vector<std::uint64_t> (*parse)(const index::IndexReader& index, const FacetRow& row,
                                        std::string_view typed) = nullptr;
    /// Value, label, parent and epoch of a number other than 0.
    FacetValue (*describe)(const index::IndexReader& index, std::uint64_t number) = nullptr;
    /// The passages with a value that `parse` accepts; null where no term of the index tells them.
    plan::Condition (*passages)(const index::IndexReader& index, const FacetRow& row,
                                std::string_view typed) = nullptr;
    /// Where the numbers run without gaps, how many there are: they are counted in an array.
    std::size_t (*size)(const index::IndexReader& index) = nullptr;
};

/// Every facet, in the order of FacetKind.
[[nodiscard]] std::span<const FacetRow> facet_table();
[[nodiscard]] const FacetRow& facet_row(FacetKind kind);

/// "commune"
[[nodiscard]] inline std::string_view facet_name(FacetKind kind) { return facet_row(kind).name; }
[[nodiscard]] std::optional<FacetKind> facet_of_name(std::string_view name);

/// What is counted for a program that does not say: every facet but the headings, of which there
/// are thousands.
[[nodiscard]] std::vector<FacetRequest> usual_facets();

}  // namespace commsearch::facets
