#include "indexer/generation/publish/gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

Manifest counted(std::size_t reports, std::size_t skipped = 0) {
    Manifest manifest;
    manifest.reports = reports;
    manifest.skipped.resize(skipped);
    return manifest;
}

std::vector<std::string> codes(const std::vector<Refusal>& refusals) {
    std::vector<std::string> codes(refusals.size());
    std::transform(refusals.begin(), refusals.end(), codes.begin(),
                   [](const Refusal& refusal) { return refusal.code; });
    return codes;
}

using Codes = std::vector<std::string>;

TEST(Gate, CountsBesideThoseOfThePublishedGeneration) {
    const struct {
        std::optional<Manifest> published;
        Manifest candidate;
        Codes refused;
    } rows[] = {
        {{}, counted(0), {}},                   // nothing to protect
        {{}, counted(10, 90), {}},              //
        {counted(100), counted(100), {}},       //
        {counted(100), counted(200), {}},       //
        {counted(100), counted(90), {}},        // 10 % are allowed
        {counted(100), counted(89), {"fall"}},  //
        {counted(100), counted(0), {"fall"}},   //
        {counted(100), counted(100, 25), {}},   // 20 % are allowed
        {counted(100), counted(100, 26), {"skipped"}},
        {counted(100, 26), counted(100, 26), {}},  // no worse than the published one
        {counted(100, 26), counted(100, 27), {"skipped"}},
        {counted(100), counted(50, 50), {"fall", "skipped"}},
    };
    for (const auto& [published, candidate, refused] : rows) {
        EXPECT_EQ(codes(refusals_by_counts({}, candidate, {}, published)), refused)
            << candidate.reports << " reports, " << candidate.skipped.size() << " skipped";
    }
}

TEST(Gate, ARefusalSaysWhatIsWrongAndWhichOptionAllowsIt) {
    GateOptions options;
    options.max_fall = 2.5;
    options.max_skipped = 1;
    const std::vector<Refusal> refusals =
        refusals_by_counts(options, counted(90, 10), {}, counted(120));
    ASSERT_EQ(codes(refusals), (Codes{"fall", "skipped"}));
    EXPECT_EQ(refusals[0].reason.en,
              "only 90 reports where there were 120: 25.0 % less, more than the 2.5 % allowed "
              "(--max-fall)");
    EXPECT_EQ(refusals[1].reason.en,
              "10 documents skipped (10.0 %), more than the 1.0 % allowed (--max-skipped)");
}

TEST(Gate, CommunesThatMustHaveReports) {
    Places places;
    schema::PlaceEntry place;
    place.key = "pre2025:15079";
    place.type = "xã";
    place.name = "Cao Ngọc";
    places[place.key] = place;
    place.key = "post2025:15124";
    place.name = "Minh Sơn";
    places[place.key] = place;
    Manifest candidate = counted(5);
    candidate.communes = {{"pre2025:15079", 5}};
    const struct {
        std::string wanted;
        bool is_there;
    } rows[] = {
        {"Cao Ngọc", true},    {"cao ngọc", true},
        {"xã Cao Ngọc", true}, {"Cao Ngo\u0323c", true},
        {"15079", true},       {"pre2025:15079", true},
        {"Cao Ngoc", false},   {"thị trấn Cao Ngọc", false},
        {"Minh Sơn", false},   {"", false},
        {"1507", false},
    };
    for (const auto& [wanted, is_there] : rows) {
        GateOptions options;
        options.communes = {wanted};
        const std::vector<Refusal> refusals = refusals_by_counts(options, candidate, places, {});
        EXPECT_EQ(codes(refusals), is_there ? Codes{} : Codes{"commune"}) << wanted;
    }
}

TEST(Gate, AnswersAreAskedOfTheGenerationAsIfItWerePublished) {
    const TempFolder folder;
    folder.write("index/gen-000007.new/database/x", "bytes");
    const fs::path candidate = folder.path() / "index" / "gen-000007.new";
    EXPECT_TRUE(refusals_by_answers({}, candidate).empty()) << "no questions";

    fs::path asked;
    GateOptions options;
    options.ask_golden = [&](const fs::path& index) {
        asked = index;
        std::string name = read_bytes(index / "CURRENT");
        name = name.substr(0, name.find('\n'));
        EXPECT_EQ(read_bytes(index / name / "database" / "x"), "bytes");
        return std::vector<Message>{{"sai", "wrong"}, {"thiếu", "missing"}};
    };
    const std::vector<Refusal> refusals = refusals_by_answers(options, candidate);
    ASSERT_EQ(codes(refusals), (Codes{"golden", "golden"}));
    EXPECT_EQ(refusals[0].reason.en, "wrong");
    EXPECT_FALSE(asked.empty());
    EXPECT_FALSE(fs::exists(asked)) << "the view is gone";
    EXPECT_TRUE(fs::exists(candidate / "database" / "x")) << "and only the view";
}

TEST(Gate, TheDiskKeepsWhatIsToBeLeftFree) {
    const TempFolder folder;
    const std::uintmax_t free = fs::space(folder.path()).available;
    GateOptions options;
    options.min_free = 0;
    EXPECT_TRUE(refusals_by_disk(options, folder.path(), 1).empty());
    EXPECT_EQ(codes(refusals_by_disk(options, folder.path(), 2 * free + 1)), Codes{"disk"});
    options.min_free = 2 * free;
    const std::vector<Refusal> refusals = refusals_by_disk(options, folder.path(), 1);
    ASSERT_EQ(codes(refusals), Codes{"disk"});
    EXPECT_NE(refusals[0].reason.en.find(folder.path().string()), std::string::npos);
    EXPECT_NE(refusals[0].reason.en.find("--min-free"), std::string::npos);
}

}  // namespace
}  // namespace commsearch::generation
