// How many fields of the project's own reports are understood as their authors labelled them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/periods.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/source.h"

namespace commsearch::report {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

fs::path corpus() { return fs::path(COMMSEARCH_SOURCE_DIR) / "corpus"; }

/// One row of a label table, by column name.
using Labels = std::map<std::string, std::string, std::less<>>;

std::vector<Labels> labels_of(const fs::path& table) {
    const std::string content = content_of(table);
    const std::string_view text(content);
    const std::vector<std::string_view> columns = split(text.substr(0, text.find('\n')), '\t');
    std::vector<Labels> rows;
    for (const TsvRow& row : tsv_rows(text)) {
        Labels labels;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            labels.emplace(trimmed(columns[i]), trimmed(row.fields[i]));
        }
        rows.push_back(std::move(labels));
    }
    return rows;
}

std::vector<Labels> all_labels() {
    std::vector<Labels> labels;
    if (!fs::exists(corpus())) return labels;
    for (const fs::directory_entry& entry : fs::directory_iterator(corpus())) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("labels") || entry.path().extension() != ".tsv") continue;
        for (Labels& row : labels_of(entry.path())) labels.push_back(std::move(row));
    }
    return labels;
}

/// Equal spans are equal: the last three months of a year are its fourth quarter.
bool same_period(const Period& period, const std::string& label) {
    const Period labelled = paper_period(label);
    EXPECT_TRUE(label.empty() || labelled.is_known()) << label;
    return period.same_months(labelled);
}

/// Field -> whether it is as labelled.
std::map<std::string, bool> judged(const Report& report, const Labels& labels) {
    const auto label = [&](std::string_view column) { return labels.find(column)->second; };
    return {{"commune_code", report.commune.code == label("commune_code")},
            {"epoch", epoch_text(report.commune.epoch) == label("epoch")},
            {"body", slug(report.issuer_kind) == label("body")},
            {"type", slug(report.type) == label("type")},
            {"number", report.number == label("number")},
            {"date", report.date == paper_date(label("doc_date"))},
            {"period", same_period(report.period, label("period"))},
            {"planned_period", same_period(report.planned, label("planned_period"))}};
}

void print_wrong(const Report& report, const std::string& path, const std::string& field) {
    std::cout << "  " << path << ": " << field << " (" << report.commune.code << ' '
              << report.commune.name << ", " << slug(report.issuer_kind) << ", "
              << slug(report.type) << ", " << report.number << ", " << report.date.text() << ", "
              << report.period.text() << ", " << report.planned.text() << ")\n";
}

TEST(LabelsTest, FieldsOfTheCorpus) {
    const std::vector<Labels> rows = all_labels();
    if (rows.empty()) GTEST_SKIP() << "no corpus/labels*.tsv";
    const Gazetteer gazetteer;
    const Taxonomy taxonomy;
    std::map<std::string, std::pair<std::size_t, std::size_t>> right_of_all;
    std::size_t right = 0;
    std::size_t all = 0;
    for (const Labels& labels : rows) {
        const std::string path = labels.find("path")->second;
        const fs::path file = corpus() / path;
        ASSERT_TRUE(fs::exists(file)) << file;
        source::RawDocument document = file.extension() == ".html"
                                           ? source::read_html(content_of(file))
                                           : source::read_text(content_of(file));
        // The folders of the corpus are the places: an id would give them away where nothing else
        // does, as it may; it is left out so that the text is what is judged.
        const Report report = parse_report(document, gazetteer, taxonomy);
        document.id = path;
        const Report placed = parse_report(document, gazetteer, taxonomy);
        EXPECT_EQ(placed.commune.code, labels.find("commune_code")->second) << path;
        for (const auto& [field, good] : judged(report, labels)) {
            auto& [field_right, field_all] = right_of_all[field];
            field_right += good ? 1 : 0;
            ++field_all;
            right += good ? 1 : 0;
            ++all;
            if (!good) print_wrong(report, path, field);
        }
    }
    for (const auto& [field, count] : right_of_all) {
        std::cout << field << ": " << count.first << " of " << count.second << '\n';
    }
    const double share = static_cast<double>(right) / static_cast<double>(all);
    std::cout << "all fields: " << right << " of " << all << " = " << share << '\n';
    EXPECT_GE(share, 0.98);
}

}  // namespace
}  // namespace commsearch::report
