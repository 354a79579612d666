#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "tests/generator/generator_corpus.h"
#include "tests/generator/generator_letters.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = COMMSEARCH_SOURCE_DIR;

CorpusPlan plan_of(std::size_t communes, int months, std::uint64_t seed) {
    CorpusPlan plan;
    plan.templates = source_dir / "corpus/templates";
    plan.dictionaries = source_dir / "indexer/dictionaries";
    plan.communes = communes;
    plan.months = months;
    plan.seed = seed;
    return plan;
}

/// One report with where it comes from.
struct Kept {
    std::string folder;
    YearMonth month;
    std::size_t office = 0;
    MadeReport report;
};

std::vector<Kept> reports_of(const CorpusPlan& plan) {
    std::vector<Kept> kept;
    generate_corpus(plan, [&kept](const ReportSubject& subject, const MadeReport& report) {
        kept.push_back({subject.commune->folder, subject.period.last, subject.office, report});
    });
    return kept;
}

std::uint64_t hash_of_all(const std::vector<Kept>& reports) {
    std::uint64_t hash = 0;
    for (const Kept& kept : reports) hash = mixed(hash, hash_of(kept.report.text));
    return hash;
}

/// 25 communes over two years; made once for the tests that only look at it.
const std::vector<Kept>& sample() {
    static const std::vector<Kept> reports = reports_of(plan_of(25, 24, 7));
    return reports;
}

template <typename Call>
std::string error_of(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.message().en;
    }
    return "no error";
}

/// The first number behind `pattern` in each report that has it, by commune in order of time.
/// `of_year` tells the years of a commune apart.
std::map<std::string, std::vector<int>> told_numbers(const std::string& pattern, bool of_year) {
    const std::regex regex(pattern + " ?([0-9.]+)");
    std::map<std::string, std::vector<int>> told;
    for (const Kept& kept : sample()) {
        const std::string text = nfc(kept.report.text);
        std::smatch match;
        if (!std::regex_search(text, match, regex)) continue;
        std::string digits = match[1];
        std::erase(digits, '.');
        const std::string year = of_year ? std::to_string(kept.month.year) : "";
        told[kept.folder + year].push_back(std::stoi(digits));
    }
    return told;
}

TEST(GeneratedCorpus, TellsFiguresThatNeverFall) {
    const auto revenue = told_numbers("thu ngân sách từ đầu năm", true);
    const auto criteria = told_numbers("xã đã đạt", false);
    EXPECT_GT(revenue.size(), 20U);
    EXPECT_GT(criteria.size(), 20U);
    for (const auto& [key, numbers] : revenue) {
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end())) << key;
    }
    for (const auto& [key, numbers] : criteria) {
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end())) << key;
        EXPECT_LE(numbers.back(), 19) << key;
    }
}

TEST(GeneratedCorpus, IsTheSameForTheSamePlan) {
    const auto once = reports_of(plan_of(3, 14, 11));
    const auto again = reports_of(plan_of(3, 14, 11));
    EXPECT_EQ(hash_of_all(once), hash_of_all(again));
    EXPECT_EQ(once.size(), 42U);
}

TEST(GeneratedCorpus, DiffersBySeed) {
    const auto one = reports_of(plan_of(3, 2, 1));
    const auto other = reports_of(plan_of(3, 2, 2));
    EXPECT_NE(hash_of_all(one), hash_of_all(other));
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_NE(one[i].report.text, other[i].report.text);
    }
}

TEST(GeneratedCorpus, GrowsWithoutChangingWhatItHad) {
    const auto small = reports_of(plan_of(2, 6, 4));
    const auto large = reports_of(plan_of(5, 6, 4));
    for (std::size_t i = 0; i < small.size(); ++i) {
        EXPECT_EQ(small[i].report.text, large[i].report.text);
    }
}

TEST(GeneratedCorpus, IsValidUtf8WithAFewDecomposedReports) {
    std::size_t decomposed_reports = 0;
    for (const Kept& kept : sample()) {
        const std::string& text = kept.report.text;
        ASSERT_TRUE(is_valid_utf8(text));
        EXPECT_EQ(text.find_first_of("{}[]|"), std::string::npos) << kept.folder;
        const std::string composed = nfc(text);
        if (composed == text) continue;
        ++decomposed_reports;
        EXPECT_EQ(decomposed(composed), text);
    }
    EXPECT_GE(decomposed_reports, 1U);
    EXPECT_LE(decomposed_reports, sample().size() / 40);
}

TEST(GeneratedCorpus, HasTheSizesOfRealReports) {
    std::size_t passages = 0, words = 0;
    for (const Kept& kept : sample()) {
        const auto& own = kept.report.passages;
        EXPECT_GE(own.size(), 50U) << kept.folder;
        EXPECT_LE(own.size(), 80U) << kept.folder;
        passages += own.size();
        for (const std::uint32_t count : own) words += count;
    }
    EXPECT_NEAR(static_cast<double>(words) / static_cast<double>(passages), 66, 3);
}

TEST(GeneratedCorpus, RotatesOfficesAndPeriods) {
    std::map<std::string, std::set<std::size_t>> offices_of_december;
    std::set<std::size_t> offices;
    for (const Kept& kept : sample()) {
        offices.insert(kept.office);
        if (kept.month.month == 12) offices_of_december[kept.folder].insert(kept.office);
        const std::string& period = kept.report.period;
        switch (kept.month.month) {
            case 3:
                EXPECT_TRUE(period.ends_with("-Q1")) << period;
                break;
            case 6:
                EXPECT_TRUE(period.ends_with("-H1")) << period;
                break;
            case 9:
                EXPECT_TRUE(period.ends_with("-M09") || period.ends_with("-Q3"));
                break;
            case 12:
                EXPECT_EQ(period.size(), 4U);
                break;
            default:
                EXPECT_EQ(period, kept.report.date.substr(0, 7));
        }
    }
    EXPECT_EQ(offices.size(), 4U);
    for (const auto& [folder, own] : offices_of_december) EXPECT_EQ(own.size(), 2U) << folder;
}

TEST(GeneratedCorpus, RefusesWhatCannotBe) {
    EXPECT_EQ(error_of([] { reports_of(plan_of(1, 67, 1)); }),
              "these communes ended in June 2025: --months is at most 66, or choose an earlier "
              "--first-month");
    EXPECT_EQ(error_of([] { reports_of(plan_of(100'000, 1, 1)); }),
              "the gazetteer holds only 7692 communes; lower --communes");
    EXPECT_EQ(error_of([] { (void)read_year_month("2020-13"); }),
              "a month is YYYY-MM, 1990-01 to 2025-06: 2020-13");
    EXPECT_EQ(error_of([] { (void)read_year_month("20-01"); }),
              "a month is YYYY-MM, 1990-01 to 2025-06: 20-01");
}

class CorpusFolder : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() /
                 (std::string("commsearch_") + test->name() + std::to_string(::getpid()));
    }
    void TearDown() override { fs::remove_all(folder); }

    void write(CorpusFormat format) {
        CorpusWriter writer(folder, format);
        generate_corpus(plan_of(2, 3, 9), [&](const auto& subject, const auto& report) {
            writer.write(subject, report);
        });
        writer.close();
    }

    fs::path folder;
};

TEST_F(CorpusFolder, HoldsOneTextFilePerReport) {
    write(CorpusFormat::txt);
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        names.push_back(fs::relative(entry.path(), folder).generic_string());
        EXPECT_NE(read_bytes(entry.path()).find("Nơi nhận:"), std::string::npos);
    }
    ASSERT_EQ(names.size(), 6U);
    const std::regex form("[a-z-]+/[a-z0-9-]+-[0-9]{5}/2020-0[123]\\.txt");
    for (const std::string& name : names) EXPECT_TRUE(std::regex_match(name, form)) << name;
}

TEST_F(CorpusFolder, HoldsOneLinePerReportInJsonl) {
    write(CorpusFormat::jsonl);
    const std::vector<Kept> made = reports_of(plan_of(2, 3, 9));
    std::ifstream stream(folder / "reports.jsonl");
    std::size_t count = 0;
    for (std::string line; std::getline(stream, line); ++count) {
        const auto json = nlohmann::json::parse(line);
        ASSERT_LT(count, made.size());
        EXPECT_EQ(json.size(), 11U);
        EXPECT_EQ(json["text"], made[count].report.text);
        EXPECT_EQ(json["date"], made[count].report.date);
        EXPECT_EQ(json["type"], "bao-cao");
        EXPECT_TRUE(json["id"].get<std::string>().starts_with(made[count].folder));
        EXPECT_TRUE(made[count].folder.ends_with(json["commune_code"].get<std::string>()));
    }
    EXPECT_EQ(count, made.size());
}

}  // namespace
}  // namespace commsearch
