// Papers of all levels and kinds, written or made up for this project, beside what a clerk says of
// each (tests/indexer/papers/labels.tsv): how many fields are understood. docs/formats.md shows the
// table that this test prints.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
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

/// How many are right, of papers seen while the rules were written and of the others.
struct Count {
    std::array<std::size_t, 2> right = {};
    std::array<std::size_t, 2> of = {};

    void add(bool seen, std::size_t number_right, std::size_t number) {
        right.at(seen ? 1 : 0) += number_right;
        of.at(seen ? 1 : 0) += number;
    }
    [[nodiscard]] double share() const {
        return static_cast<double>(right[0] + right[1]) / static_cast<double>(of[0] + of[1]);
    }
};

void print(std::string_view name, const Count& count) {
    std::cout << std::setw(22) << name << std::setw(8) << count.right[0] << " of " << std::setw(4)
              << count.of[0] << std::setw(8) << count.right[1] << " of " << std::setw(4)
              << count.of[1] << '\n';
}

TEST(Papers, AreDescribedAsAClerkDescribesThem) {
    const std::map<std::string, double> goals = {
        {"number", .97},   {"date", .97},     {"issuer", .95}, {"level", .95},  {"commune", .97},
        {"district", .95}, {"province", .95}, {"type", .95},   {"period", .97}, {"title", .95}};
    std::map<std::string, Count> counts;
    const std::vector<Labels> papers = all_labels();
    ASSERT_GE(papers.size(), 150U);
    for (const Labels& labels : papers) {
        const std::string& path = labels.at("path");
        const bool seen = !labels.at("seen").empty();
        const source::ReadResult read = source::read_file_source(folder() / path);
        ASSERT_EQ(read.documents.size(), 1U) << path;
        const Labels found = described(parsed(read.documents[0]));
        for (const auto& [field, goal] : goals) {
            const std::string label = compared(field, labels.at(field));
            const bool is_right = found.at(field) == label;
            counts[field].add(seen, is_right ? 1 : 0, 1);
            if (!is_right)
                std::cout << "  " << path << ": " << field << " is \"" << found.at(field)
                          << "\", labelled \"" << label << "\"\n";
        }
    }
    std::cout << "                            written apart            seen\n";
    for (const auto& [field, count] : counts) {
        print(field, count);
        EXPECT_GE(count.share(), goals.at(field)) << field;
    }
}

using Headings = std::multiset<std::string>;

/// Each heading of the outline, by its words.
Headings headings_of(const Report& report) {
    Headings headings;
    std::vector<std::string> before;
    for (const Section& section : report.sections) {
        const auto& path = section.heading_path;
        const auto changed = std::ranges::mismatch(path, before).in1 - path.begin();
        for (auto heading = path.begin() + changed; heading != path.end(); ++heading)
            headings.insert(words_key(*heading));
        before = path;
    }
    return headings;
}

/// "I. KẾT QUẢ | 1. Y tế"; "-" for a paper without headings.
Headings headings_of(std::string_view label) {
    Headings headings;
    if (label != "-")
        for (const std::string_view heading : split(label, '|'))
            headings.insert(words_key(heading));
    return headings;
}

Headings without(Headings some, const Headings& others) {
    for (const std::string& heading : others)
        if (const auto at = some.find(heading); at != some.end()) some.erase(at);
    return some;
}

TEST(Papers, HaveTheHeadingsThatTheirOutlineNeeds) {
    Count found;
    Count sentences;
    for (const Labels& labels : all_labels()) {
        if (labels.at("headings").empty()) continue;
        const std::string& path = labels.at("path");
        const bool seen = !labels.at("seen").empty();
        const Report report = parsed(source::read_file_source(folder() / path).documents.at(0));
        const Headings right = headings_of(labels.at("headings"));
        const Headings missing = without(right, headings_of(report));
        const Headings more = without(headings_of(report), right);
        found.add(seen, right.size() - missing.size(), right.size());
        sentences.add(seen, more.empty() ? 1 : 0, 1);
        for (const std::string& heading : missing)
            std::cout << "  " << path << ": no heading \"" << heading << "\"\n";
        for (const std::string& heading : more)
            std::cout << "  " << path << ": is no heading \"" << heading << "\"\n";
    }
    print("headings", found);
    print("files with no other", sentences);
    EXPECT_GE(found.share(), .95);
    EXPECT_GE(sentences.share(), .90);
}

/// The lines of `text` broken at blanks as a page of `width` characters breaks them; those with
/// columns stay.
std::string broken_at(const std::string& text, std::size_t width) {
    std::istringstream lines(text);
    std::string broken;
    for (std::string line; std::getline(lines, line); broken += '\n') {
        if (line.find("   ") != std::string::npos || line.find('\t') != std::string::npos) {
            broken += line;
            continue;
        }
        std::size_t filled = 0;
        std::istringstream words(line);
        for (std::string word; words >> word; filled += length(word)) {
            const bool has_room = filled + 1 + length(word) <= width;
            if (filled > 0) broken += has_room ? ' ' : '\n';
            filled = filled > 0 && has_room ? filled + 1 : 0;
            broken += word;
        }
    }
    return broken;
}

TEST(Papers, HaveNoSentenceForAHeadingWhereverItsLinesBreak) {
    for (const std::size_t width : {65, 75, 85, 95}) {
        Count found;
        Count sentences;
        for (const Labels& labels : all_labels()) {
            if (labels.at("headings").empty() || labels.at("path").ends_with(".html")) continue;
            source::RawDocument paper =
                source::read_file_source(folder() / labels.at("path")).documents.at(0);
            const Headings right = headings_of(labels.at("headings"));
            paper.text = broken_at(paper.text, width);
            const Headings of_broken = headings_of(parsed(paper));
            found.add(false, right.size() - without(right, of_broken).size(), right.size());
            const Headings more = without(of_broken, right);
            sentences.add(false, more.empty() ? 1 : 0, 1);
            for (const std::string& heading : more)
                std::cout << "  " << width << ", " << labels.at("path") << ": is no heading \""
                          << heading << "\"\n";
        }
        EXPECT_GE(found.share(), .99) << width;
        EXPECT_GE(sentences.share(), .96) << width;
    }
}

using Words = std::multiset<std::string>;

/// Accents and capitals count; the lines between the cells of a table do not.
Words words_of(const source::RawDocument& document) {
    Words words;
    std::istringstream text(document.text);
    for (std::string word; text >> word;)
        if (word != "|") words.insert(word);
    return words;
}

std::size_t size_without(const Words& some, const Words& others) {
    std::vector<std::string> rest;
    std::ranges::set_difference(some, others, std::back_inserter(rest));
    return rest.size();
}

/// What became of the words of the .txt in a file of another format, and of the labels.
struct Kept {
    std::size_t files = 0;
    std::size_t words = 0;
    std::size_t lost = 0;
    std::size_t junk = 0;
    std::size_t fields_right = 0;
    std::size_t fields = 0;
};

void compare_with_text(const fs::path& path, const Labels& labels, Kept& kept) {
    const source::ReadResult read = source::read_file_source(path);
    ASSERT_EQ(read.documents.size(), 1U) << path;
    const Words words = words_of(read.documents[0]);
    const Words right =
        words_of(source::read_file_source(folder() / labels.at("path")).documents.at(0));
    ++kept.files;
    kept.words += right.size();
    kept.lost += size_without(right, words);
    kept.junk += size_without(words, right);
    for (const auto& [field, value] : described(parsed(read.documents[0]))) {
        const std::string label = compared(field, labels.at(field));
        ++kept.fields;
        kept.fields_right += value == label ? 1 : 0;
        if (value != label)
            std::cout << "  " << path.filename().string() << ": " << field << " is \"" << value
                      << "\", labelled \"" << label << "\"\n";
    }
}

TEST(Papers, KeepTheirWordsInEveryFormat) {
    std::map<std::string, Kept> formats;
    for (const Labels& labels : all_labels())
        for (const char* const ending : {".docx", ".odt", ".doc", ".rtf", ".pdf"})
            if (const fs::path path = (folder() / labels.at("path")).replace_extension(ending);
                fs::exists(path))
                compare_with_text(path, labels, formats[ending]);
    for (const auto& [ending, kept] : formats) {
        std::cout << std::setw(6) << ending << ": " << kept.files << " files, " << kept.words
                  << " words, " << kept.lost << " lost, " << kept.junk << " junk; fields "
                  << kept.fields_right << " of " << kept.fields << '\n';
        EXPECT_GE(kept.files, 3U) << ending;
        EXPECT_LE(kept.lost * 200, kept.words) << ending;
        EXPECT_LE(kept.junk * 1000, kept.words) << ending;
        EXPECT_GE(kept.fields_right * 100, kept.fields * 97) << ending;
    }
    EXPECT_EQ(formats.size(), 5U);
}

}  // namespace
}  // namespace commsearch::report
