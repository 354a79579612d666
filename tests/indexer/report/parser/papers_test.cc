// Papers of all levels and kinds, written or made up for this project, beside what a clerk says of
// each (tests/indexer/papers/labels.tsv): how many fields are understood. docs/formats.md shows the
// table that this test prints.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"
#include "tests/indexer/report/parser/parsed.h"
#include "tests/indexer/source/read_file_source.h"

namespace commsearch::report {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(COMMSEARCH_SOURCE_DIR) / "tests/indexer/papers"; }

/// A paper as labelled: column -> value.
using Labels = std::map<std::string, std::string, std::less<>>;

std::vector<Labels> all_labels() {
    std::ifstream file(folder() / "labels.tsv", std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    const std::vector<std::string_view> columns =
        split(std::string_view(table).substr(0, table.find('\n')), '\t');
    std::vector<Labels> all;
    for (const TsvRow& row : tsv_rows(table)) {
        Labels labels;
        for (std::size_t i = 0; i < columns.size(); ++i)
            labels.emplace(columns[i], row.fields.at(i));
        all.push_back(std::move(labels));
    }
    return all;
}

/// "pre2025:18739"; "?Tân Lập" of a commune that is named and not known; empty for none.
std::string commune_text(const Commune& commune) {
    if (commune.id().is_known()) return commune.id().text();
    return commune.name.empty() ? std::string() : "?" + words_key(commune.name);
}

/// The fields of a report, each as its label is compared: titles and issuers by their words.
Labels described(const Report& report) {
    return {{"number", report.number},
            {"date", report.date.text()},
            {"issuer", words_key(report.issuer)},
            {"level", std::string(slug(report.level))},
            {"commune", commune_text(report.commune)},
            {"district", report.commune.district},
            {"province", report.commune.province},
            {"type", std::string(slug(report.type))},
            {"period", report.period.text()},
            {"title", words_key(report.title)}};
}

std::string compared(const std::string& field, const std::string& label) {
    if (field == "issuer" || field == "title") return words_key(label);
    return label.starts_with('?') ? "?" + words_key(label) : label;
}

struct Count {
    std::size_t right = 0;
    std::size_t of = 0;
    double goal = 0;
};

TEST(Papers, AreDescribedAsAClerkDescribesThem) {
    std::map<std::string, Count> counts = {{"number", {0, 0, .97}},   {"date", {0, 0, .97}},
                                           {"issuer", {0, 0, .95}},   {"level", {0, 0, .95}},
                                           {"commune", {0, 0, .97}},  {"district", {0, 0, .95}},
                                           {"province", {0, 0, .95}}, {"type", {0, 0, .95}},
                                           {"period", {0, 0, .97}},   {"title", {0, 0, .95}}};
    const std::vector<Labels> papers = all_labels();
    ASSERT_GE(papers.size(), 50U);
    for (const Labels& labels : papers) {
        const std::string& path = labels.at("path");
        for (const source::RawDocument& document :
             source::read_file_source(folder() / path).documents) {
            const Labels found = described(parsed(document));
            for (auto& [field, count] : counts) {
                const std::string label = compared(field, labels.at(field));
                ++count.of;
                count.right += found.at(field) == label ? 1 : 0;
                if (found.at(field) == label) continue;
                std::cout << "  " << path << ": " << field << " is \"" << found.at(field)
                          << "\", labelled \"" << label << "\"\n";
            }
        }
    }
    for (const auto& [field, count] : counts) {
        std::cout << std::setw(9) << field << ": " << count.right << " of " << count.of << '\n';
        EXPECT_GE(static_cast<double>(count.right), count.goal * static_cast<double>(count.of))
            << field;
    }
}

}  // namespace
}  // namespace commsearch::report
