#include "indexer/generation/batch/corpus_slices.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t window = 4096;

using Lines = std::vector<std::string>;

/// Lines of reports, 40 to 2,000 bytes, that begin with an id.
class Reports {
public:
    explicit Reports(std::uint64_t seed) : random_(seed) {}

    std::string line() {
        const std::size_t size = 40 + random_() % 1960;
        std::string text = "{\"id\":\"xa-" + std::to_string(next_++) + "\",\"text\":\"";
        while (text.size() < size) text += static_cast<char>('a' + random_() % 26);
        return text + "\"}\n";
    }
    Lines lines(std::size_t count) {
        Lines all;
        for (std::size_t i = 0; i < count; ++i) all.push_back(line());
        return all;
    }
    std::mt19937_64& random() { return random_; }

private:
    std::mt19937_64 random_;
    int next_ = 1000;
};

std::string joined(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

SlicedFile slices_of(const std::string& text) {
    const TempFolder folder;
    folder.write("a.jsonl", text);
    return generation::slices_of(folder.path() / "a.jsonl", window);
}

/// Slices of `after` that `before` does not have.
std::size_t new_slices(const SlicedFile& before, const SlicedFile& after) {
    std::set<std::string> known;
    for (const CorpusSlice& slice : before.slices) known.insert(slice.checksum);
    std::size_t count = 0;
    for (const CorpusSlice& slice : after.slices) count += 1 - known.count(slice.checksum);
    return count;
}

TEST(Slices, AreWholeLinesOnceAndInOrder) {
    Reports reports(1);
    for (const std::string& text :
         {joined(reports.lines(500)), joined(reports.lines(1)), std::string(50'000, '\n'),
          std::string(50'000, 'x'), joined(reports.lines(30)) + "no end", std::string()}) {
        const TempFolder folder;
        folder.write("a.jsonl", text);
        const fs::path file = folder.path() / "a.jsonl";
        source::LineSpan before;
        for (const CorpusSlice& slice : generation::slices_of(file, window).slices) {
            EXPECT_EQ(slice.lines.begin, before.end);
            EXPECT_EQ(slice.lines.lines_before, before.lines_before + before.count);
            ASSERT_LT(slice.lines.begin, slice.lines.end);
            const std::string part =
                text.substr(slice.lines.begin, slice.lines.end - slice.lines.begin);
            const auto ends = static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            EXPECT_EQ(slice.lines.count, ends + (part.back() == '\n' ? 0 : 1));
            EXPECT_TRUE(slice.lines.end == text.size() || part.back() == '\n');
            EXPECT_EQ(slice.checksum, checksum_of_lines(file, slice.lines));
            before = slice.lines;
        }
        EXPECT_EQ(before.end, text.size());
    }
}

TEST(Slices, AreAboutTwoWindowsLong) {
    const std::string text = joined(Reports(2).lines(5000));
    const double mean =
        static_cast<double>(text.size()) / static_cast<double>(slices_of(text).slices.size());
    EXPECT_GT(mean, 1.5 * window);
    EXPECT_LT(mean, 2.5 * window);
}

TEST(Slices, PartLinesThatBeginAlike) {
    Lines lines = Reports(3).lines(1000);
    for (std::string& line : lines) line.insert(0, std::string(300, ' '));
    EXPECT_GT(slices_of(joined(lines)).slices.size(), 50U);
}

TEST(Slices, ALineMoreOrLessOrOtherwiseTouchesItsNeighboursOnly) {
    Reports reports(4);
    const Lines lines = reports.lines(400);
    const SlicedFile before = slices_of(joined(lines));
    ASSERT_GT(before.slices.size(), 30U);
    std::size_t touched = 0;
    for (int round = 0; round < 300; ++round) {
        Lines after = lines;
        const auto at = static_cast<std::ptrdiff_t>(reports.random()() % lines.size());
        const auto line = after.begin() + at;
        if (round % 3 == 0) {
            after.insert(line, reports.line());
        } else if (round % 3 == 1) {
            after.erase(line);
        } else {
            line->insert(line->size() - 3, " thêm một câu");
        }
        const std::size_t count = new_slices(before, slices_of(joined(after)));
        EXPECT_LE(count, 4U) << round;
        touched += count;
    }
    EXPECT_LT(touched, 300U * 3 / 2) << "on average hardly more than the slice of the line";
}

TEST(Slices, KnowTheirLinesWhereverTheyStand) {
    Reports reports(5);
    const Lines lines = reports.lines(400);
    const SlicedFile before = slices_of(joined(lines));
    const SlicedFile after = slices_of("\n\n{}\n" + joined(lines));
    EXPECT_LE(new_slices(before, after), 2U);
    EXPECT_EQ(after.slices.back().checksum, before.slices.back().checksum);
    EXPECT_EQ(after.slices.back().lines.lines_before, before.slices.back().lines.lines_before + 3);
}

}  // namespace
}  // namespace commsearch::generation
