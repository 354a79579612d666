// commsearch-eval: quality and speed of the ranking on a judged collection.
//
//   commsearch-eval --index DIR [--against DIR] --qrels qrels.tsv [--per-query] queries.asis.jsonl
//   queries.noacc.jsonl …
//
// A query file holds {"id", "text"} a line; qrels.tsv holds query, report id, grade. Each line of
// the output is one query file. Build the index with commsearch-index build from a .jsonl whose ids
// are those of the qrels.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>

#include "analyzers/base/tsv.h"
#include "searcher/searcher.h"
#include "tests/relevance/metrics.h"

namespace {

using commsearch::Judgements;
using commsearch::Quality;

struct Query {
    std::string id;
    std::string text;
};

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::map<std::string, Judgements> read_qrels(const std::filesystem::path& path) {
    std::map<std::string, Judgements> qrels;
    for (const std::string& line : lines_of(path)) {
        const auto fields = commsearch::split(line, '\t');
        if (fields.size() < 3) throw std::runtime_error("qrels line without three fields: " + line);
        qrels[std::string(fields[0])][std::string(fields[1])] = std::stoi(std::string(fields[2]));
    }
    return qrels;
}

std::vector<Query> read_queries(const std::filesystem::path& path) {
    std::vector<Query> queries;
    for (const std::string& line : lines_of(path)) {
        const auto record = nlohmann::json::parse(line);
        queries.push_back({record.at("id"), record.at("text")});
    }
    return queries;
}

bool is_judged(const Judgements& judgements) {
    return std::any_of(judgements.begin(), judgements.end(),
                       [](const auto& entry) { return entry.second > 0; });
}

double percentile(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void print_row(const std::string& name, const Quality& sum, double count, double empty,
               std::vector<double> times) {
    std::printf("%-28s %6.0f %8.4f %8.4f %8.4f %8.4f %8.3f %8.2f %8.2f %8.2f\n", name.c_str(),
                count, sum.ndcg10 / count, sum.mrr10 / count, sum.recall10 / count,
                sum.recall100 / count, empty / count, percentile(times, 0.5),
                percentile(times, 0.95), percentile(times, 0.99));
}

/// nDCG@10 of each query, in their order, after printing the row of the file.
std::vector<double> evaluate(const commsearch::Searcher& searcher,
                             const std::map<std::string, Judgements>& qrels,
                             const std::filesystem::path& queries, bool per_query) {
    Quality sum;
    double empty = 0;
    std::vector<double> times;
    std::vector<double> ndcg;
    for (const Query& query : read_queries(queries)) {
        const auto judged = qrels.find(query.id);
        if (judged == qrels.end() || !is_judged(judged->second)) continue;
        commsearch::SearchRequest request;
        request.query = query.text;
        request.limit = 100;
        request.passages_per_report = 0;
        const commsearch::SearchResult result = searcher.search(request);
        std::vector<std::string> ranked;
        for (const commsearch::ReportHit& report : result.reports)
            ranked.push_back(report.about.id);
        const Quality quality = commsearch::quality_of(ranked, judged->second);
        if (per_query)
            std::printf("  %s\t%.4f\t%s\n", query.id.c_str(), quality.ndcg10, query.text.c_str());
        sum.ndcg10 += quality.ndcg10;
        sum.mrr10 += quality.mrr10;
        sum.recall10 += quality.recall10;
        sum.recall100 += quality.recall100;
        times.push_back(result.seconds * 1000);
        ndcg.push_back(quality.ndcg10);
        if (ranked.empty()) ++empty;
    }
    print_row(queries.filename().string(), sum, static_cast<double>(ndcg.size()), empty,
              std::move(times));
    return ndcg;
}

/// How often flipping the signs of the differences at random gives a sum as far from 0 as the one
/// seen.
double chance_of_difference(const std::vector<double>& a, const std::vector<double>& b) {
    constexpr int flips = 10'000;
    double seen = 0;
    for (std::size_t i = 0; i < a.size(); ++i) seen += a[i] - b[i];
    std::mt19937 random(1);
    int as_far = 0;
    for (int flip = 0; flip < flips; ++flip) {
        double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            sum += (random() & 1U) != 0 ? a[i] - b[i] : b[i] - a[i];
        if (std::abs(sum) >= std::abs(seen) - 1e-12) ++as_far;
    }
    return (1.0 + as_far) / (1.0 + flips);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Quality and speed of the ranking on a judged collection");
    std::string index;
    std::string against;
    std::string qrels;
    std::vector<std::string> queries;
    bool per_query = false;
    app.add_option("--index", index, "index of the collection")
        ->required()
        ->option_text("DIR (required)");
    app.add_option("--against", against, "another index, to compare with")->option_text("DIR");
    app.add_option("--qrels", qrels, "query, id, grade, parted by tabs")
        ->required()
        ->option_text("FILE (required)");
    app.add_option("queries", queries, "files of {\"id\", \"text\"} lines")
        ->required()
        ->option_text("FILE… (required)");
    app.add_flag("--per-query", per_query, "nDCG@10 of each query too");
    CLI11_PARSE(app, argc, argv);
    try {
        const commsearch::Searcher searcher(index);
        const auto judgements = read_qrels(qrels);
        std::printf("%-28s %6s %8s %8s %8s %8s %8s %8s %8s %8s\n", "queries", "n", "nDCG@10",
                    "MRR@10", "R@10", "R@100", "empty", "p50 ms", "p95 ms", "p99 ms");
        std::optional<commsearch::Searcher> other;
        if (!against.empty()) other.emplace(against);
        for (const std::string& file : queries) {
            const std::vector<double> quality = evaluate(searcher, judgements, file, per_query);
            if (!other) continue;
            const std::vector<double> others = evaluate(*other, judgements, file, per_query);
            std::printf("%-28s p=%.4f\n", "  the second is --against",
                        chance_of_difference(quality, others));
        }
    } catch (const std::exception& error) {
        std::cerr << "commsearch-eval: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
