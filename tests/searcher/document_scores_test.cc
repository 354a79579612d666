// A passage shares in what its document says.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/generation.h"
#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

using Ids = std::vector<std::string>;

/// The ids found in an index of `lines`, best first.
Ids found_in(const std::string& lines, const std::string& query) {
    const TempFolder folder;
    folder.write("corpus/a.jsonl", lines);
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    SearchRequest request;
    request.query = query;
    Ids ids;
    for (const ReportHit& report : Searcher(options.index_folder).search(request).reports)
        ids.push_back(report.id);
    return ids;
}

std::string line(const std::string& id, const std::string& document, const std::string& text) {
    return R"({"id":")" + id + R"(","doc":")" + document + R"(","text":")" + text + "\"}\n";
}

TEST(DocumentScores, APassageOfADocumentOnTheSubjectGoesFirst) {
    // "a1" and "b1" say the same; the other passages of document A are on the subject too.
    const std::string same = "Việc tiêm phòng đàn lợn được xã triển khai theo kế hoạch.";
    const std::string lines = line("b1", "B", same) + line("b2", "B", "Xã họp giao ban.") +
                              line("b3", "B", "Thu ngân sách đạt khá.") + line("a1", "A", same) +
                              line("a2", "A", "Tiêm phòng đàn lợn đợt hai đã xong.") +
                              line("a3", "A", "Đàn lợn được tiêm phòng đầy đủ.");
    const Ids ids = found_in(lines, "tiêm phòng đàn lợn theo kế hoạch");
    ASSERT_GE(ids.size(), 4U);
    EXPECT_EQ(ids[0], "a1");
    const auto place = [&](const char* id) { return std::find(ids.begin(), ids.end(), id); };
    EXPECT_LT(place("a1"), place("b1"));
}

TEST(DocumentScores, DocumentsOfOneNameInTwoFilesAreTwo) {
    const std::string same = "Việc tiêm phòng đàn lợn được xã triển khai theo kế hoạch.";
    const TempFolder folder;
    folder.write("corpus/a.jsonl", line("a1", "Báo cáo", same) +
                                       line("a2", "Báo cáo", "Tiêm phòng đàn lợn đợt hai."));
    folder.write("corpus/b.jsonl",
                 line("b1", "Báo cáo", same) + line("b2", "Báo cáo", "Thu ngân sách đạt khá."));
    BuildOptions options;
    options.corpus_folders = {folder.path() / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    SearchRequest request;
    request.query = "tiêm phòng đàn lợn theo kế hoạch";
    const SearchResult result = Searcher(options.index_folder).search(request);
    ASSERT_GE(result.reports.size(), 2U);
    EXPECT_EQ(result.reports[0].id, "a1");
    EXPECT_EQ(result.reports[1].id, "b1");
    EXPECT_GT(result.reports[0].passages[0].score, result.reports[1].passages[0].score);
}

TEST(DocumentScores, WordsWithoutMarksDoNotMeetByAccident) {
    // 40 passages hold words spelled so by accident; the right one lacks one word of the question.
    std::string lines;
    for (int i = 0; i < 40; ++i) {
        lines += line("x" + std::to_string(i), "X" + std::to_string(i),
                      "Văn hoá xã " + std::to_string(i) +
                          ": treo băng rôn, giữ bí mật, mặt đường, lắm vấn đề.");
    }
    lines += line("right", "R", "Văn bằng bị mất thì báo cơ quan cấp.");
    const Ids ids = found_in(lines, "van bang bi mat lam lai");
    ASSERT_FALSE(ids.empty());
    EXPECT_EQ(ids.front(), "right");
}

}  // namespace
}  // namespace commsearch
