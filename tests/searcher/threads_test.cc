// How many threads a search takes is for who opens the index to say.

#include <gtest/gtest.h>
#include <time.h>

#include <chrono>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/generation.h"
#include "searcher/render/render_json.h"
#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

/// So many passages that two threads share them.
constexpr std::size_t passages = 6'000;

class SearchThreads : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TempFolder>();
        const std::vector<std::string> words = {"ngân sách", "nông thôn", "giáo dục", "y tế"};
        std::string lines;
        for (std::size_t i = 0; i < passages; ++i) {
            lines += R"({"id":")" + std::to_string(i) + R"(","text":"Xã tổng kết )" +
                     words[i % words.size()] + " và " + words[i / 7 % words.size()] + " đợt " +
                     std::to_string(i % 97) + ".\"}\n";
        }
        folder_->write("corpus/a.jsonl", lines);
        generation::BuildOptions options;
        options.corpus_folders = {folder_->path() / "corpus"};
        options.index_folder = index();
        (void)generation::build_generation(options);
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static std::filesystem::path index() { return folder_->path() / "index"; }

    static SearchRequest asking(const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.limit = 50;
        request.explain = true;
        return request;
    }

    inline static std::unique_ptr<TempFolder> folder_;
};

std::chrono::nanoseconds spent(clockid_t clock) {
    timespec time{};
    EXPECT_EQ(::clock_gettime(clock, &time), 0);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// Whether another thread than this one worked while `work` ran.
template <typename Work>
bool takes_other_threads(Work work) {
    const auto own = spent(CLOCK_THREAD_CPUTIME_ID);
    const auto all = spent(CLOCK_PROCESS_CPUTIME_ID);
    work();
    const auto all_spent = spent(CLOCK_PROCESS_CPUTIME_ID) - all;
    const auto own_spent = spent(CLOCK_THREAD_CPUTIME_ID) - own;
    return all_spent > own_spent + own_spent / 20;
}

TEST_F(SearchThreads, GiveTheSameAnswer) {
    const Searcher one(index(), 1);
    const Searcher two(index(), 2);
    for (const std::string query :
         {"xã tổng kết", "ngân sách OR nông thôn OR đợt", "\"tổng kết\"", "tong ket dot"}) {
        SearchResult a = one.search(asking(query));
        SearchResult b = two.search(asking(query));
        EXPECT_EQ(a.total_passages, passages) << query;
        a.seconds = b.seconds = 0;
        EXPECT_EQ(render::render_json(a, Language::english),
                  render::render_json(b, Language::english))
            << query;
    }
}

TEST_F(SearchThreads, OneOfManySearchersStaysInTheThreadThatAsks) {
    const std::vector<Searcher> many = Searcher::open_many(index(), 2);
    const Searcher alone(index());
    const auto ask = [](const Searcher& searcher) {
        return takes_other_threads([&] {
            for (int i = 0; i < 10; ++i) {
                EXPECT_EQ(searcher.search(asking("xã tổng kết")).total_passages, passages);
            }
        });
    };
    EXPECT_FALSE(ask(many.front()));
    EXPECT_FALSE(ask(many.back()));
    EXPECT_TRUE(ask(alone));
}

}  // namespace
}  // namespace commsearch
