// Builds that reuse segments against builds that read everything: after any edits the two must give
// the same index.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/publish/manifest.h"
#include "tests/indexer/generation/nights.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// A corpus of small generated reports that can be edited at random.
class EditedCorpus {
public:
    EditedCorpus(const fs::path& folder, std::uint64_t seed) : folder_(folder), random_(seed) {
        texts_ = generated_texts(seed);
        for (std::string& text : texts_) text.resize(text.rfind('\n', 6'000 + random_() % 20'000));
    }

    void add_reports(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) write(new_name(), any_text());
    }

    /// One random edit.
    void edit() {
        if (names_.empty()) return add_reports(1);
        const std::string name = names_[random_() % names_.size()];
        switch (random_() % 7) {
            case 0:
                return add_reports(1);
            case 1:
                return remove(name);
            case 2:
                return write(name, any_text());
            case 3:
                return write(name, read_bytes(folder_ / name) + "\nThêm một câu ở cuối báo cáo.\n");
            case 4:
                return rename(name);
            case 5:
                return write(new_name(), read_bytes(folder_ / name));  // a copy
            default:
                return write(name, "");  // nothing to read
        }
    }

private:
    const std::string& any_text() { return texts_[random_() % texts_.size()]; }
    std::string new_name() {
        const std::string digits = std::to_string(random_() % 1'000'000);
        return "xa-" + std::to_string(random_() % 5) + '/' + digits + ".txt";
    }
    void write(const std::string& name, const std::string& text) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }
    void remove(const std::string& name) {
        fs::remove(folder_ / name);
        names_.erase(std::find(names_.begin(), names_.end(), name));
    }
    void rename(const std::string& name) {
        const std::string text = read_bytes(folder_ / name);
        remove(name);
        write(new_name(), text);
    }

    fs::path folder_;
    std::mt19937_64 random_;
    std::vector<std::string> texts_, names_;
};

TEST(Incremental, EqualsAFullBuildAfterRandomEdits) {
    for (const std::uint64_t seed : {1U, 2U}) {
        SCOPED_TRACE(seed);
        const TempFolder folder;
        EditedCorpus corpus(folder.path() / "corpus", seed);
        corpus.add_reports(30);
        (void)build(folder.path() / "corpus", folder.path() / "nightly");
        std::size_t reused = 0;
        for (int night = 0; night < 3; ++night) {
            SCOPED_TRACE(night);
            for (int i = 0; i < 1 + 4 * night; ++i) corpus.edit();
            reused += build(folder.path() / "corpus", folder.path() / "nightly", 2).reused;
            const fs::path full = folder.path() / ("full-" + std::to_string(night));
            EXPECT_EQ(build(folder.path() / "corpus", full).reused, 0U);
            expect_equal(folder.path() / "nightly", full);
        }
        EXPECT_GT(reused, 30U) << "nothing was reused";
    }
}

TEST(Incremental, AnUnchangedCorpusIsNotReadAndGivesTheSameDigest) {
    const TempFolder folder;
    EditedCorpus corpus(folder.path() / "corpus", 5);
    corpus.add_reports(30);
    const BuildSummary first = build(folder.path() / "corpus", folder.path() / "index", 2);
    const std::string digest = read_manifest(served(folder.path() / "index")).digest;
    const BuildSummary second = build(folder.path() / "corpus", folder.path() / "index");
    EXPECT_EQ(first.reused, 0U);
    EXPECT_EQ(second.reused, second.files);
    EXPECT_EQ(read_manifest(served(folder.path() / "index")).digest, digest);
}

/// Lines of a .jsonl file with these ids.
std::string lines(const std::vector<std::string>& ids, const std::string& word) {
    std::string text;
    for (const std::string& id : ids) {
        text += R"({"id": ")" + id + R"(", "text": "Báo cáo về )" + word + " của thôn " + id +
                " trong tháng này.\"}\n";
    }
    return text;
}

TEST(Incremental, OfAnIdThatSeveralFilesHaveTheFirstKeepsIt) {
    const TempFolder folder;
    const fs::path index = folder.path() / "index";
    const auto write = [&](const std::string& name, const std::string& text) {
        folder.write("corpus/" + name, text + std::string(70'000, ' ') + '\n');  // a batch each
    };
    const auto night = [&](std::size_t reports, const std::string& text) {
        const BuildSummary summary = build(folder.path() / "corpus", index, 2);
        EXPECT_EQ(summary.reports, reports);
        EXPECT_NE(answer(index, "báo cáo").find(text), std::string::npos);
        const fs::path full = folder.path() / "full";
        fs::remove_all(full);
        (void)build(folder.path() / "corpus", full, 1);
        expect_equal(index, full);
        return summary;
    };
    write("b.jsonl", lines({"1", "2", "3"}, "lúa"));
    write("c.jsonl", lines({"2", "4"}, "ngô"));
    write("d.jsonl", lines({"4", "5"}, "sắn"));
    EXPECT_EQ(night(5, "sắn").skipped.size(), 2U);
    write("a.jsonl", lines({"3", "4"}, "khoai"));
    EXPECT_EQ(night(5, "khoai").skipped.size(), 4U);
    fs::remove(folder.path() / "corpus/a.jsonl");
    EXPECT_EQ(night(5, "ngô").reused, 2U) << "c.jsonl is read again, now with its report 4";
}

TEST(Incremental, ADamagedStoreIsReadAgain) {
    const TempFolder folder;
    EditedCorpus corpus(folder.path() / "corpus", 7);
    corpus.add_reports(20);
    const fs::path index = folder.path() / "index";
    (void)build(folder.path() / "corpus", index);
    const std::string digest = read_manifest(served(index)).digest;
    damage_store(index, [](const fs::path&) { return true; });
    EXPECT_EQ(build(folder.path() / "corpus", index).reused, 0U);
    EXPECT_EQ(read_manifest(served(index)).digest, digest);
    EXPECT_EQ(build(folder.path() / "corpus", index).reused, 20U);
}

TEST(Incremental, AnotherTableOfAbbreviationsReadsEverythingAgain) {
    const TempFolder folder;
    EditedCorpus corpus(folder.path() / "corpus", 8);
    corpus.add_reports(10);
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    options.local_abbreviations = "XYZ\txí nghiệp y zét\n";
    EXPECT_EQ(build_generation(options).reused, 0U);
    EXPECT_EQ(build_generation(options).reused, 10U);
}

}  // namespace
}  // namespace commsearch::generation
