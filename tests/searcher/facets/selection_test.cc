#include "searcher/facets/selection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "searcher/facets/facet_table.h"
#include "searcher/facets/facet_value_parser.h"
#include "searcher/match/condition_evaluator.h"
#include "searcher/model/request_error.h"
#include "tests/searcher/monthly_reports.h"

namespace commsearch::facets {
namespace {

const index::IndexReader& opened() {
    static const index::IndexReader index(monthly_reports().folder());
    return index;
}

/// Up to three facets with one or two values each, all or some of them counted.
SearchRequest random_request(std::mt19937& random) {
    const std::vector<FacetChoice> values = {
        {FacetKind::commune, {"Cao Ngọc", "Bản Liền", "Minh Sơn", ""}},
        {FacetKind::province, {"Thanh Hóa", "Lào Cai", ""}},
        {FacetKind::year, {"2023", "2022", ""}},
        {FacetKind::quarter, {"2023-Q1", "2023-Q3"}},
        {FacetKind::month, {"2023-01", "2023-05", ""}},
        {FacetKind::topic, {"y-te-dan-so", "giao-duc", ""}},
        {FacetKind::type, {"bao-cao", "ke-hoach", ""}},
        {FacetKind::plan_or_result, {"past", "next", ""}},
    };
    SearchRequest request;
    request.facets.clear();
    for (std::size_t i = random() % 4; i > 0; --i) {
        const FacetChoice& all = values[random() % values.size()];
        if (std::any_of(request.choices.begin(), request.choices.end(),
                        [&](const FacetChoice& choice) { return choice.kind == all.kind; })) {
            continue;
        }
        FacetChoice choice{all.kind, {}};
        std::sample(all.values.begin(), all.values.end(), std::back_inserter(choice.values),
                    1 + random() % 2, random);
        request.choices.push_back(choice);
    }
    for (const FacetRow& row : facet_table()) {
        if (random() % 2 == 0) request.facets.push_back({row.kind});
    }
    return request;
}

bool passes(const schema::ReportRow& report, const schema::SectionRow& section,
            const FacetChoice& choice) {
    const FacetRow& row = facet_row(choice.kind);
    bool passes = false;
    for (const std::string& value : choice.values) {
        for (const std::uint64_t wanted : parse_facet_value(opened(), row, value)) {
            row.numbers(opened().snapshot().facet_tables(), report, section)
                .each([&](std::uint64_t number) { passes = passes || number == wanted; });
        }
    }
    return passes;
}

TEST(Selection, KnowsWhichChoicesAPassageFailsAndWhetherItCounts) {
    const match::ConditionEvaluator evaluator(opened(),
                                              std::chrono::steady_clock::time_point::max());
    const schema::Columns& columns = opened().columns();
    std::mt19937 random(61);
    std::size_t narrowed = 0;
    for (int round = 0; round < 200; ++round) {
        const SearchRequest request = random_request(random);
        const Selection selection(opened(), request);
        EXPECT_EQ(selection.is_empty(), request.choices.empty());
        const plan::Condition narrowing = selection.narrowing();
        const index::PassageSet narrow = narrowing.empty() ? evaluator.meeting(plan::everything())
                                                           : evaluator.meeting(narrowing);
        for (std::uint32_t document = 1; document <= columns.documents(); ++document) {
            if (columns.section_of(document) == schema::no_section) continue;
            const schema::SectionRow& section = columns.section_at(document);
            const schema::ReportRow& report = columns.report_of(section);
            FacetSet failed = 0;
            for (const FacetChoice& choice : request.choices) {
                if (!passes(report, section, choice)) failed |= facet_bit(choice.kind);
            }
            ASSERT_EQ(selection.failed(report, section), failed)
                << "round " << round << ' ' << document;
            const bool counts = std::any_of(
                request.facets.begin(), request.facets.end(),
                [&](const FacetRequest& facet) { return failed == facet_bit(facet.kind); });
            const bool is_wanted = failed == 0 || counts;
            EXPECT_EQ(selection.is_wanted(failed), is_wanted) << std::popcount(failed);
            EXPECT_TRUE(!is_wanted || narrow.holds(document))
                << "round " << round << ' ' << document;
            narrowed += narrow.holds(document) ? 0 : 1;
        }
    }
    EXPECT_GT(narrowed, 1000U) << "it spares work";
}

TEST(Selection, NumbersChosenAreSorted) {
    SearchRequest request;
    request.choices = {{FacetKind::month, {"2023-05", "2023-01", ""}}, {FacetKind::year, {}}};
    const Selection selection(opened(), request);
    EXPECT_EQ(selection.chosen(FacetKind::month), (std::vector<std::uint64_t>{0, 202301, 202305}));
    EXPECT_TRUE(selection.chosen(FacetKind::year).empty()) << "no value chooses nothing";
    EXPECT_EQ(selection.failed({}, {}), 0U) << "an unknown month is chosen";
}

TEST(Selection, AWrongValueIsToldWithItsPlaceInTheRequest) {
    SearchRequest request;
    request.choices = {{FacetKind::month, {"2023-13"}}};
    try {
        const Selection selection(opened(), request);
        FAIL() << "took a thirteenth month";
    } catch (const RequestError& error) {
        EXPECT_EQ(error.code(), "bad-value");
        EXPECT_EQ(error.pointer(), "/filters/month");
    }
}

}  // namespace
}  // namespace commsearch::facets
