// What the readers of one generation share, and what they read.

#include "searcher/index/index_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/generation.h"
#include "searcher/index/index_error.h"
#include "tests/support/program.h"

namespace commsearch::index {
namespace {

/// An index of three short reports.
class IndexReaderTest : public testing::Test {
protected:
    void SetUp() override {
        folder_.write("corpus/a.jsonl",
                      "{\"id\":\"a\",\"text\":\"Thu ngân sách đạt khá, ngân sách xã tăng.\"}\n"
                      "{\"id\":\"b\",\"text\":\"Thu hoạch lúa mùa.\"}\n"
                      "{\"id\":\"c\",\"text\":\"Chi ngân sách đúng dự toán.\"}\n");
        generation::BuildOptions options;
        options.corpus_folders = {folder_.path() / "corpus"};
        options.index_folder = index();
        (void)generation::build_generation(options);
    }
    [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }

    TempFolder folder_;
};

TEST_F(IndexReaderTest, ReadersOfOneGenerationShareItsSnapshot) {
    auto first = std::make_unique<IndexReader>(index());
    const IndexReader second(first->shared_snapshot());
    EXPECT_EQ(&first->snapshot(), &second.snapshot());
    EXPECT_EQ(&first->columns(), &second.columns());
    EXPECT_NE(&first->posting_cache(), &second.posting_cache()) << "a cache is of one thread";
    first.reset();
    EXPECT_EQ(second.snapshot().generation(), "gen-000001");
    EXPECT_EQ(second.columns().documents(), 6U);
}

TEST_F(IndexReaderTest, ListsPostingsInOrderWithTheirTimes) {
    const IndexReader reader(index());
    const std::vector<std::uint32_t> documents = reader.documents("ngân");
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(reader.posting_count("ngân"), 2U);
    const std::vector<Posting> postings = reader.postings("ngân");
    ASSERT_EQ(postings.size(), 2U);
    for (std::size_t i = 0; i < postings.size(); ++i) EXPECT_EQ(postings[i].document, documents[i]);
    EXPECT_EQ(postings[0].times, 2U);
    EXPECT_EQ(postings[1].times, 1U);
    EXPECT_TRUE(reader.documents("không-có").empty());
    EXPECT_EQ(reader.documents_among({1, documents[1]}, "ngân"),
              std::vector<std::uint32_t>{documents[1]});
}

TEST_F(IndexReaderTest, FindsAReportByItsId) {
    const IndexReader reader(index());
    const std::uint32_t document = reader.find_report("b");
    ASSERT_NE(document, 0U);
    EXPECT_EQ(reader.report(document).about.id, "b");
    EXPECT_EQ(reader.find_report("z"), 0U);
}

TEST_F(IndexReaderTest, WhatTheDatabaseThrowsBecomesAnErrorAtTheBorder) {
    const IndexReader reader(index());
    try {
        (void)with_index(index(), [&] { return reader.report(1'000); });
        FAIL() << "there is no such document";
    } catch (const Error& error) {
        EXPECT_TRUE(error.message().en.starts_with("cannot read the index: "))
            << error.message().en;
        EXPECT_NE(error.message().en.find("run: commsearch-index build"), std::string::npos);
    }
}

TEST_F(IndexReaderTest, AnErrorOfOursCrossesTheBorderAsItIs) {
    EXPECT_THROW(with_index(index(), [] { throw UsageError({"sai", "wrong"}); }), UsageError);
}

}  // namespace
}  // namespace commsearch::index
