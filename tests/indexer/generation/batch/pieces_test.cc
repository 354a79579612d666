#include "indexer/generation/batch/pieces.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {
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

FilePieces pieces_of(const std::string& text) {
    const TempFolder folder;
    folder.write("a.jsonl", text);
    return commsearch::pieces_of(folder.path() / "a.jsonl", window);
}

/// Pieces of `after` that `before` does not have.
std::size_t new_pieces(const FilePieces& before, const FilePieces& after) {
    std::set<std::string> known;
    for (const LinePiece& piece : before.pieces) known.insert(piece.checksum);
    std::size_t count = 0;
    for (const LinePiece& piece : after.pieces) count += 1 - known.count(piece.checksum);
    return count;
}

TEST(Pieces, AreWholeLinesOnceAndInOrder) {
    Reports reports(1);
    for (const std::string& text :
         {joined(reports.lines(500)), joined(reports.lines(1)), std::string(50'000, '\n'),
          std::string(50'000, 'x'), joined(reports.lines(30)) + "no end", std::string()}) {
        const TempFolder folder;
        folder.write("a.jsonl", text);
        const fs::path file = folder.path() / "a.jsonl";
        LineSpan before;
        for (const LinePiece& piece : commsearch::pieces_of(file, window).pieces) {
            EXPECT_EQ(piece.lines.begin, before.end);
            EXPECT_EQ(piece.lines.lines_before, before.lines_before + before.count);
            ASSERT_LT(piece.lines.begin, piece.lines.end);
            const std::string part =
                text.substr(piece.lines.begin, piece.lines.end - piece.lines.begin);
            const auto ends = static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            EXPECT_EQ(piece.lines.count, ends + (part.back() == '\n' ? 0 : 1));
            EXPECT_TRUE(piece.lines.end == text.size() || part.back() == '\n');
            EXPECT_EQ(piece.checksum, checksum_of_lines(file, piece.lines));
            before = piece.lines;
        }
        EXPECT_EQ(before.end, text.size());
    }
}

TEST(Pieces, AreAboutTwoWindowsLong) {
    const std::string text = joined(Reports(2).lines(5000));
    const double mean =
        static_cast<double>(text.size()) / static_cast<double>(pieces_of(text).pieces.size());
    EXPECT_GT(mean, 1.5 * window);
    EXPECT_LT(mean, 2.5 * window);
}

TEST(Pieces, PartLinesThatBeginAlike) {
    Lines lines = Reports(3).lines(1000);
    for (std::string& line : lines) line.insert(0, std::string(300, ' '));
    EXPECT_GT(pieces_of(joined(lines)).pieces.size(), 50U);
}

TEST(Pieces, ALineMoreOrLessOrOtherwiseTouchesItsNeighboursOnly) {
    Reports reports(4);
    const Lines lines = reports.lines(400);
    const FilePieces before = pieces_of(joined(lines));
    ASSERT_GT(before.pieces.size(), 30U);
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
        const std::size_t count = new_pieces(before, pieces_of(joined(after)));
        EXPECT_LE(count, 4U) << round;
        touched += count;
    }
    EXPECT_LT(touched, 300U * 3 / 2) << "on average hardly more than the piece of the line";
}

TEST(Pieces, KnowTheirLinesWhereverTheyStand) {
    Reports reports(5);
    const Lines lines = reports.lines(400);
    const FilePieces before = pieces_of(joined(lines));
    const FilePieces after = pieces_of("\n\n{}\n" + joined(lines));
    EXPECT_LE(new_pieces(before, after), 2U);
    EXPECT_EQ(after.pieces.back().checksum, before.pieces.back().checksum);
    EXPECT_EQ(after.pieces.back().lines.lines_before, before.pieces.back().lines.lines_before + 3);
}

}  // namespace
}  // namespace commsearch
