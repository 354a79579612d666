#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "analyzers/base/message.h"
#include "tests/generator/corpus_statistics.h"
#include "tests/generator/generator_corpus.h"

namespace {

using namespace commsearch;

constexpr int wrong_use = 2;
constexpr int system_problem = 3;

struct Options {
    CorpusPlan plan;
    std::string out, format = "txt", first_month = "2020-01";
    bool statistics = false;
};

void declare(CLI::App& app, Options& options) {
    CorpusPlan& plan = options.plan;
    plan.templates = std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "corpus/templates";
    plan.dictionaries = std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "indexer/dictionaries";
    app.add_option("--out", options.out, "Folder to write to; files of the same name are replaced")
        ->required()
        ->option_text("DIR (required)");
    app.add_option("--communes", plan.communes, "Communes (xã) to make reports for")
        ->required()
        ->check(CLI::PositiveNumber)
        ->option_text("N (required)");
    app.add_option("--months", plan.months, "Months, one report each")
        ->required()
        ->check(CLI::PositiveNumber)
        ->option_text("N (required)");
    app.add_option("--seed", plan.seed, "The same seed gives the same bytes")
        ->required()
        ->option_text("N (required)");
    app.add_option("--format", options.format, "txt: a file a report; jsonl: one reports.jsonl")
        ->check(CLI::IsMember({"txt", "jsonl"}))
        ->option_text("FORMAT");
    app.add_option("--first-month", options.first_month, "YYYY-MM, default 2020-01")
        ->option_text("MONTH");
    app.add_option("--gazetteer", plan.dictionaries, "Folder of units_before_2025_07.tsv")
        ->option_text("DIR");
    app.add_option("--templates", plan.templates, "Folder of the *.tmpl")->option_text("DIR");
    app.add_flag("--statistics", options.statistics, "Also measure how the vocabulary grows");
}

void print_row(const VocabularyStatistics::Row& row) {
    std::printf("%9zu %12zu %9zu %10zu %7.2f\n", row.reports, row.syllables, row.distinct_syllables,
                row.distinct_pairs, row.slope);
}

struct Totals {
    std::size_t reports = 0, bytes = 0, passages = 0, words = 0;
    std::vector<VocabularyStatistics::Row> rows;
};

Totals generate(const Options& options) {
    CorpusWriter writer(options.out,
                        options.format == "txt" ? CorpusFormat::txt : CorpusFormat::jsonl);
    Totals totals;
    VocabularyStatistics vocabulary;
    std::size_t next_row = 10;
    generate_corpus(options.plan, [&](const ReportSubject& subject, const MadeReport& report) {
        writer.write(subject, report);
        ++totals.reports;
        totals.bytes += report.text.size();
        totals.passages += report.passages.size();
        for (const std::uint32_t words : report.passages) totals.words += words;
        if (!options.statistics) return;
        vocabulary.add(report.text);
        if (totals.reports != next_row) return;
        totals.rows.push_back(vocabulary.row());
        next_row *= 10;
    });
    writer.close();
    if (options.statistics) totals.rows.push_back(vocabulary.row());
    return totals;
}

void print(const Totals& totals, double seconds) {
    const double megabytes = static_cast<double>(totals.bytes) / 1e6;
    const auto reports = static_cast<double>(totals.reports);
    const auto passages = static_cast<double>(totals.passages);
    std::printf(
        "%zu reports, %zu passages (%.1f a report, %.1f words each), %.1f MB in %.2f s: "
        "%.1f MB/s\n",
        totals.reports, totals.passages, passages / reports,
        static_cast<double>(totals.words) / passages, megabytes, seconds, megabytes / seconds);
    if (totals.rows.empty()) return;
    std::puts("  reports    syllables  distinct      pairs   slope");
    for (const auto& row : totals.rows) print_row(row);
}

int run(int argc, char** argv) {
    CLI::App app{"Makes a corpus of commune reports for tests at scale", "commsearch-generate"};
    Options options;
    declare(app, options);
    try {
        app.parse(argc, argv);
        options.plan.first = read_year_month(options.first_month);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : wrong_use;
    }
    const auto start = std::chrono::steady_clock::now();
    const Totals totals = generate(options);
    print(totals, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const commsearch::Error& error) {
        const char* locale = std::getenv("LANG");
        const auto language = commsearch::language_of_locale(locale == nullptr ? "" : locale);
        std::cerr << "commsearch-generate: " << error.message().in(language) << '\n';
        return wrong_use;
    } catch (const std::exception& error) {
        std::cerr << "commsearch-generate: " << error.what() << '\n';
        return system_problem;
    }
}
