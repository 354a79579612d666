// Nights over a .jsonl file that is read slice by slice.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/schema/schema.h"
#include "tests/indexer/generation/nights.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// A corpus of one file of generated reports, a line each, and its index.
class LinesNight {
public:
    explicit LinesNight(std::uint64_t seed) : random_(seed), texts_(generated_texts(seed)) {
        for (std::string& text : texts_) text.resize(text.rfind('\n', 12'000));
        for (int i = 0; i < 60; ++i) lines_.push_back(new_line());
        write();
    }

    [[nodiscard]] fs::path corpus() const { return folder_.path() / "corpus"; }
    [[nodiscard]] fs::path file() const { return corpus() / "reports.jsonl"; }
    [[nodiscard]] fs::path index() const { return folder_.path() / "index"; }
    std::vector<std::string>& lines() { return lines_; }
    std::mt19937_64& random() { return random_; }

    std::string new_line() {
        nlohmann::ordered_json line;
        line["id"] = "xa-" + std::to_string(next_++);
        line["text"] = texts_[random_() % texts_.size()];
        line["date"] = "2023-11-30";
        return line.dump();
    }

    /// One random edit of a line.
    void edit() {
        const auto line = lines_.begin() + static_cast<std::ptrdiff_t>(random_() % lines_.size());
        switch (random_() % 5) {
            case 0:
                lines_.insert(line, new_line());
                return;
            case 1:
                lines_.erase(line);
                return;
            case 2: {
                auto changed = nlohmann::ordered_json::parse(*line);
                changed["text"] = texts_[random_() % texts_.size()];
                *line = changed.dump();
                return;
            }
            case 3:
                lines_.push_back(*line);  // an id that is taken
                return;
            default:
                std::swap(*line, lines_.front());
        }
    }

    void write() const {
        fs::create_directories(corpus());
        std::ofstream out(file(), std::ios::binary);
        for (const std::string& line : lines_) out << line << '\n';
    }

    BuildSummary build_night(std::size_t jobs = 2) const { return build(corpus(), index(), jobs); }
    /// The index is what a build that reuses nothing makes of the corpus.
    void expect_equal_to_full() const {
        const fs::path full = folder_.path() / "full";
        fs::remove_all(full);
        (void)build(corpus(), full, 1);
        expect_equal(index(), full);
        EXPECT_EQ(skipped(index()), skipped(full));
    }
    [[nodiscard]] std::vector<std::string> skipped(const fs::path& index) const {
        std::vector<std::string> all;
        for (const source::Skipped& one : read_manifest(served(index)).skipped)
            all.push_back(one.path + ": " + one.reason.en);
        return all;
    }
    /// Names of the entries of the store.
    [[nodiscard]] std::set<std::string> entries() const {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(index() / store_folder))
            names.insert(entry.path().filename().string());
        return names;
    }

private:
    TempFolder folder_;
    std::mt19937_64 random_;
    std::vector<std::string> texts_, lines_;
    int next_ = 100;
};

std::size_t count_new(const std::set<std::string>& before, const std::set<std::string>& after) {
    return static_cast<std::size_t>(
        std::count_if(after.begin(), after.end(),
                      [&](const std::string& name) { return before.count(name) == 0; }));
}

TEST(LinesNight, EqualsAFullBuildAfterRandomEdits) {
    LinesNight night(1);
    (void)night.build_night();
    for (const int edits : {1, 7}) {
        SCOPED_TRACE(edits);
        const std::set<std::string> before = night.entries();
        for (int i = 0; i < edits; ++i) night.edit();
        night.write();
        (void)night.build_night();
        night.expect_equal_to_full();
        if (edits == 1) {
            EXPECT_LE(count_new(before, night.entries()), 5U) << "slices and their group";
        }
    }
}

TEST(LinesNight, ReadsNothingAgainWhenLinesComeBeforeTheOthers) {
    LinesNight night(2);
    night.lines().insert(night.lines().begin() + 40, "hỏng");
    night.write();
    (void)night.build_night();
    const std::set<std::string> before = night.entries();
    EXPECT_GT(before.size(), 5U) << "there are several slices";
    night.lines().insert(night.lines().begin(), {"hỏng", night.new_line()});
    night.write();
    EXPECT_EQ(night.build_night().reports, 61U);
    EXPECT_LE(count_new(before, night.entries()), 3U);
    night.expect_equal_to_full();
    std::set<std::string> places;
    for (const source::Skipped& one : read_manifest(served(night.index())).skipped)
        places.insert(one.path);
    EXPECT_EQ(places,
              (std::set<std::string>{night.file().string() + ":1", night.file().string() + ":43"}));
}

TEST(LinesNight, SlicesThatAreTheSameAreReadOnce) {
    LinesNight night(7);
    const std::vector<std::string> once = night.lines();
    night.lines().insert(night.lines().end(), once.begin(), once.end());
    night.write();
    EXPECT_EQ(night.build_night().reports, 60U);
    EXPECT_EQ(night.skipped(night.index()).size(), 60U);
    EXPECT_EQ(night.build_night().reused, 1U);
    night.expect_equal_to_full();
}

TEST(LinesNight, MergesOnlyWhatChanged) {
    LinesNight night(3);
    (void)night.build_night();
    const std::set<std::string> before = night.entries();
    const BuildSummary same = night.build_night();
    EXPECT_EQ(same.reused, same.files);
    EXPECT_EQ(night.entries(), before);
}

TEST(LinesNight, ARowOfMetadataBelongsToItsLine) {
    LinesNight night(4);
    (void)night.build_night();
    const auto state = [&](std::size_t line) {
        std::ofstream(night.corpus() / "metadata.tsv")
            << "path\tcommune\nreports.jsonl:" << line << "\tCao Ngọc\n";
        const std::set<std::string> before = night.entries();
        (void)night.build_night();
        return count_new(before, night.entries());
    };
    EXPECT_LE(state(5), 2U) << "one slice and its group";
    EXPECT_LE(state(50), 4U) << "two slices and their groups";
    night.lines().insert(night.lines().begin(), night.new_line());
    night.write();
    EXPECT_LE(state(51), 3U) << "the same line, further down; the new one";
    night.expect_equal_to_full();
}

/// The store's files of databases: of merged groups, or of segments.
bool is_database(const fs::path& file, bool is_merged) {
    return file.filename() != "record" && (file.filename() == schema::database_file) == is_merged;
}

TEST(LinesNight, RottenSegmentsOrGroupsGetIntoNoGeneration) {
    for (const bool is_merged : {true, false}) {
        SCOPED_TRACE(is_merged);
        LinesNight night(5);
        (void)night.build_night();
        damage_store(night.index(),
                     [&](const fs::path& file) { return is_database(file, is_merged); });
        night.lines().front() = night.new_line();  // so that a group is merged again
        night.write();
        (void)night.build_night();
        night.expect_equal_to_full();
    }
}

TEST(LinesNight, AFileThatChangesWhileItIsReadIsReadAgain) {
    LinesNight night(6);
    BuildOptions options = night_options(night.corpus(), night.index());
    bool is_changed = false;
    options.on_progress = [&](const BuildProgress&) {
        if (is_changed) return;
        is_changed = true;
        std::reverse(night.lines().begin(), night.lines().end());
        night.write();
    };
    EXPECT_EQ(build_generation(options).reports, 60U);
    night.expect_equal_to_full();
}

}  // namespace
}  // namespace commsearch::generation
