// A golden of the ranking on the project's own corpus: each query of golden.tsv asks for one known
// passage. A change that ranks it lower on the whole fails here; the floors are what was reached
// when they were written.

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/generation/generation.h"
#include "searcher/searcher.h"
#include "tests/relevance/metrics.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

struct Asked {
    std::string query;
    std::string report;
    std::uint32_t line = 0;
};

std::vector<Asked> read_golden() {
    const std::filesystem::path path =
        std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "tests/relevance/golden.tsv";
    const std::string table = read_bytes(path);
    std::vector<Asked> asked;
    for (const TsvRow& row : tsv_rows(table)) {
        asked.push_back({std::string(row.fields[0]), std::string(row.fields[1]),
                         static_cast<std::uint32_t>(std::stoul(std::string(row.fields[2])))});
    }
    return asked;
}

/// Every second word without its marks.
std::string half_unaccented(const std::string& query) {
    std::string text;
    bool strip = false;
    for (const std::string_view word : split(query, ' ')) {
        if (!text.empty()) text.push_back(' ');
        text += strip ? unaccented(word) : std::string(word);
        strip = !strip;
    }
    return text;
}

/// The passages of the answer in the order of their scores, "yes" for the one asked for.
std::vector<std::string> ranked(const Searcher& searcher, const std::string& query,
                                const Asked& asked) {
    SearchRequest request;
    request.query = query;
    request.limit = 10;
    request.passages_per_report = 10;
    std::vector<std::pair<double, std::string>> scored;
    for (const ReportHit& report : searcher.search(request).reports) {
        for (const PassageHit& passage : report.passages) {
            const bool is_it = report.about.id == asked.report &&
                               passage.first_line <= asked.line && asked.line <= passage.last_line;
            scored.emplace_back(-passage.score, is_it ? "yes" : passage.id);
        }
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> ids;
    for (const auto& [score, id] : scored) ids.push_back(id);
    return ids;
}

TEST(Golden, TheKnownPassageComesFirst) {
    const TempFolder folder;
    generation::BuildOptions options;
    options.corpus_folders = {std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)generation::build_generation(options);
    const Searcher searcher(options.index_folder);
    const Judgements judgements{{"yes", 1}};
    const struct {
        const char* name;
        std::string (*form)(const std::string&);
        double floor;
    } forms[] = {
        {"as typed", [](const std::string& query) { return query; }, 0.93},
        {"without accents", [](const std::string& query) { return unaccented(query); }, 0.90},
        {"every second word without", &half_unaccented, 0.90},
    };
    const std::vector<Asked> golden = read_golden();
    for (const auto& form : forms) {
        double sum = 0;
        for (const Asked& asked : golden) {
            const std::string query = form.form(asked.query);
            const Quality quality = quality_of(ranked(searcher, query, asked), judgements);
            if (quality.mrr10 < 1) std::printf("  %.2f  %s\n", quality.mrr10, query.c_str());
            sum += quality.mrr10;
        }
        const double mrr = sum / static_cast<double>(golden.size());
        std::printf("MRR@10, %s: %.3f\n", form.name, mrr);
        EXPECT_GE(mrr, form.floor) << form.name;
    }
}

TEST(Metrics, AgreeWithTheirDefinition) {
    const Judgements judgements{{"a", 2}, {"b", 1}, {"c", 0}};
    const Quality perfect = quality_of({"a", "b", "c"}, judgements);
    EXPECT_DOUBLE_EQ(perfect.ndcg10, 1);
    EXPECT_DOUBLE_EQ(perfect.mrr10, 1);
    const Quality second = quality_of({"x", "b"}, judgements);
    EXPECT_DOUBLE_EQ(second.mrr10, 0.5);
    EXPECT_DOUBLE_EQ(second.recall10, 0.5);
    EXPECT_NEAR(second.ndcg10, (1 / 1.5849625007) / (3 + 1 / 1.5849625007), 1e-9);
    EXPECT_DOUBLE_EQ(quality_of({}, judgements).ndcg10, 0);
    EXPECT_DOUBLE_EQ(quality_of({"a"}, {}).recall100, 0);
}

}  // namespace
}  // namespace commsearch
