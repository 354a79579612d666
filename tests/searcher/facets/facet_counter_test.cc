// Facets on 20,000 generated passages against counting by hand: every passage that the index shows
// for a query is taken down as shown, and counted with plain loops over names and dates.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/value/place_id.h"
#include "indexer/generation/generation.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/headings.h"
#include "indexer/schema/schema.h"
#include "searcher/facets/facet_table.h"
#include "searcher/searcher.h"
#include "tests/generator/generator_corpus.h"
#include "tests/support/program.h"

namespace commsearch::facets {
namespace {

using Values = std::set<std::string>;
using Counts = std::map<std::string, std::size_t>;

/// The facets that can be told from what a hit shows; topics above or beside the shown one cannot.
constexpr std::array<FacetKind, 12> shown_kinds = {
    FacetKind::commune, FacetKind::district, FacetKind::province, FacetKind::year,
    FacetKind::quarter, FacetKind::month,    FacetKind::period,   FacetKind::period_year,
    FacetKind::heading, FacetKind::issuer,   FacetKind::type,     FacetKind::plan_or_result};

std::string slug_of(const std::string& name) {
    std::string slug = unaccented(name);
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return slug;
}

/// One matching passage as its hit shows it.
struct Shown {
    std::string report;
    std::map<FacetKind, Values> values;
};

std::string heading_of(const PassageHit& passage) {
    if (passage.heading_path.empty()) return "";
    const std::string& heading = passage.heading_path.back();
    std::string text = heading.substr(report::heading_mark(heading).text_at);
    text.erase(text.find_last_not_of(":. ") + 1);
    return unaccented(text);
}

/// What a commune and those that took it over count for.
void add_places(const report::Gazetteer& gazetteer, const ReportHit& report, Shown& shown) {
    if (report.about.place == 0) {
        for (const FacetKind kind : {FacetKind::commune, FacetKind::district, FacetKind::province})
            shown.values[kind] = {""};
        return;
    }
    const std::string old_province = "pre2025:" + slug_of(report.about.province);
    shown.values[FacetKind::commune] = {PlaceId::of_number(report.about.place).text()};
    shown.values[FacetKind::province] = {old_province};
    shown.values[FacetKind::district] = {old_province + '/' + slug_of(report.about.district)};
    report::Commune commune;
    commune.epoch = Epoch::before_2025_07;
    const std::string key = PlaceId::of_number(report.about.place).text();
    commune.code = key.substr(key.find(':') + 1);
    for (const report::Commune& successor : gazetteer.successors(commune)) {
        shown.values[FacetKind::commune].insert("post2025:" + successor.code);
        shown.values[FacetKind::province].insert("post2025:" + slug_of(successor.province));
    }
}

std::vector<Shown> all_shown(const SearchResult& result, const report::Gazetteer& gazetteer) {
    std::vector<Shown> all;
    for (const ReportHit& report : result.reports) {
        EXPECT_EQ(report.more_passages, 0U);
        const std::string year = std::to_string(report.about.date / 10000);
        const std::string month = std::to_string(report.about.date / 100 % 100 + 100).substr(1);
        const std::string quarter = std::to_string((report.about.date / 100 % 100 + 2) / 3);
        for (const PassageHit& passage : report.passages) {
            Shown shown{report.about.id, {}};
            add_places(gazetteer, report, shown);
            shown.values[FacetKind::year] = {report.about.date == 0 ? "" : year};
            shown.values[FacetKind::quarter] = {report.about.date == 0 ? ""
                                                                       : year + "-Q" + quarter};
            shown.values[FacetKind::month] = {report.about.date == 0 ? "" : year + '-' + month};
            shown.values[FacetKind::period] = {report.about.period};
            shown.values[FacetKind::period_year] = {report.about.period.substr(0, 4)};
            shown.values[FacetKind::issuer] = {report.about.issuer_kind};
            shown.values[FacetKind::type] = {report.about.type};
            shown.values[FacetKind::plan_or_result] = {passage.plan_or_result};
            shown.values[FacetKind::heading] = {heading_of(passage)};
            all.push_back(std::move(shown));
        }
    }
    return all;
}

bool passes(const Shown& shown, const FacetChoice& choice) {
    const Values& values = shown.values.at(choice.kind);
    return std::any_of(choice.values.begin(), choice.values.end(),
                       [&](const std::string& value) { return values.contains(value); });
}

/// Reports by value of `kind` among the passages that pass every choice of other facets.
Counts counted(const std::vector<Shown>& all, const std::vector<FacetChoice>& choices,
               FacetKind kind) {
    std::map<std::string, Values> reports;
    for (const Shown& shown : all) {
        const bool counts =
            std::all_of(choices.begin(), choices.end(), [&](const FacetChoice& choice) {
                return choice.kind == kind || passes(shown, choice);
            });
        if (!counts) continue;
        for (const std::string& value : shown.values.at(kind)) reports[value].insert(shown.report);
    }
    for (const FacetChoice& choice : choices) {
        if (choice.kind != kind) continue;
        for (const std::string& value : choice.values) reports[value];  // listed even at 0
    }
    Counts counts;
    for (const auto& [value, its] : reports) counts[value] = its.size();
    return counts;
}

Counts told(const SearchResult& result, FacetKind kind) {
    Counts counts;
    for (const Facet& facet : result.facets) {
        if (facet.kind != kind) continue;
        EXPECT_EQ(facet.more, 0U);
        for (const FacetValue& value : facet.values)
            EXPECT_TRUE(counts.emplace(value.value, value.reports).second) << value.value;
    }
    return counts;
}

class FacetsTest : public testing::Test {
protected:
    FacetsTest() {
        CorpusPlan plan;
        plan.templates = std::string(COMMSEARCH_SOURCE_DIR) + "/corpus/templates";
        plan.dictionaries = std::string(COMMSEARCH_SOURCE_DIR) + "/indexer/dictionaries";
        plan.communes = 14;
        plan.months = 30;
        CorpusWriter writer(folder_.path() / "corpus", CorpusFormat::jsonl);
        generate_corpus(plan, [&](const ReportSubject& subject, const MadeReport& report) {
            writer.write(subject, report);
        });
        writer.close();
        // A paper of no known place or date beside them.
        folder_.write("corpus/unknown.jsonl",
                      R"({"id":"unknown","text":"Nhân dân xây dựng nông thôn mới."})");
        generation::BuildOptions options;
        options.corpus_folders = {folder_.path() / "corpus"};
        options.index_folder = folder_.path() / "index";
        options.jobs = 2;
        const generation::BuildSummary summary = generation::build_generation(options);
        EXPECT_GE(summary.passages, 20'000U);
        searcher_ = std::make_unique<Searcher>(options.index_folder);
    }

    [[nodiscard]] static SearchRequest asking(const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.facets.clear();
        for (const FacetRow& row : facet_table()) request.facets.push_back({row.kind, 100'000});
        request.limit = 0;
        return request;
    }

    /// One or two facets chosen, one to three values each, taken from what there is.
    std::vector<FacetChoice> some_choices(const std::vector<Shown>& all) {
        std::vector<FacetChoice> choices;
        const std::size_t facets = 1 + random_() % 3;
        while (choices.size() < facets) {
            const FacetKind kind = shown_kinds.at(random_() % shown_kinds.size());
            if (std::any_of(choices.begin(), choices.end(),
                            [&](const FacetChoice& one) { return one.kind == kind; })) {
                continue;
            }
            Values values;
            for (std::size_t i = 1 + random_() % 3; i > 0; --i)
                values.insert(*all[random_() % all.size()].values.at(kind).begin());
            choices.push_back({kind, {values.begin(), values.end()}});
        }
        return choices;
    }

    void expect_counts(const std::string& query, const std::vector<Shown>& all,
                       const std::vector<FacetChoice>& choices) {
        SearchRequest request = asking(query);
        request.choices = choices;
        const SearchResult result = searcher_->search(request);
        std::string what = query;
        for (const FacetChoice& choice : choices) {
            what += " | " + std::string(facet_name(choice.kind));
            for (const std::string& value : choice.values) what += ' ' + value;
        }
        for (const FacetKind kind : shown_kinds)
            EXPECT_EQ(told(result, kind), counted(all, choices, kind)) << what;
        Values reports;
        std::size_t passages = 0;
        for (const Shown& shown : all) {
            if (!std::all_of(choices.begin(), choices.end(),
                             [&](const FacetChoice& choice) { return passes(shown, choice); })) {
                continue;
            }
            reports.insert(shown.report);
            ++passages;
        }
        EXPECT_EQ(result.total_reports, reports.size()) << what;
        EXPECT_EQ(result.total_passages, passages) << what;
    }

    /// Choosing a value alone finds as many reports as it counts: sections by their terms.
    void expect_choosing_finds_the_count(const std::string& query) {
        const SearchResult all = searcher_->search(asking(query));
        for (const Facet& facet : all.facets) {
            const FacetKind kind = facet.kind;
            for (std::size_t i = 0; i < facet.values.size(); i += 1 + facet.values.size() / 5) {
                SearchRequest request = asking(query);
                request.choices = {{kind, {facet.values[i].value}}};
                request.facets.clear();
                EXPECT_EQ(searcher_->search(request).total_reports, facet.values[i].reports)
                    << query << ' ' << facet_name(kind) << ' ' << facet.values[i].value;
            }
        }
    }

    /// A parent is a value of the facet one level up; a commune of today has no district above it.
    static void expect_parents_above(const SearchResult& result) {
        for (const Facet& facet : result.facets) {
            Counts parents;
            for (auto above = facet_row(facet.kind).above; above && parents.size() < 10'000;
                 above = *above == facet.kind ? std::nullopt : facet_row(*above).above) {
                parents.merge(told(result, *above));
            }
            for (const FacetValue& value : facet.values) {
                EXPECT_TRUE(value.parent.empty() || parents.contains(value.parent))
                    << value.value << " lies in " << value.parent;
            }
        }
    }

    TempFolder folder_;
    std::unique_ptr<Searcher> searcher_;
    report::Gazetteer gazetteer_;
    std::mt19937 random_{20'000};  // NOLINT: the same choices every time
};

TEST_F(FacetsTest, CountAsByHand) {
    expect_parents_above(searcher_->search(asking("")));
    for (const std::string query :
         {"", "nông thôn mới", "\"ủy ban nhân dân\"", "chăn nuôi AND trâu", "kỳ:2020 giảm nghèo"}) {
        SearchRequest request = asking(query);
        request.limit = 1000;
        request.passages_per_report = 1000;
        request.fold_similar = false;
        const SearchResult found = searcher_->search(request);
        for (const Notice& notice : found.notices) EXPECT_NE(notice.code, "relaxed") << query;
        const std::vector<Shown> all = all_shown(found, gazetteer_);
        EXPECT_EQ(all.size(), found.total_passages);
        ASSERT_GT(all.size(), 30U) << query;
        expect_counts(query, all, {});
        for (int i = 0; i < 8; ++i) expect_counts(query, all, some_choices(all));
        expect_choosing_finds_the_count(query);
    }
}

}  // namespace
}  // namespace commsearch::facets
