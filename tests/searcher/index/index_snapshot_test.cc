// Damage to the files of an index: told with the way out, never a crash.

#include "searcher/index/index_snapshot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/schema/schema.h"
#include "searcher/facets/facet_table.h"
#include "searcher/searcher.h"
#include "tests/searcher/nine_reports.h"

namespace commsearch::index {
namespace {

/// A copy of the index of nine reports whose files may be harmed.
class HarmedIndex {
public:
    HarmedIndex() {
        std::filesystem::copy(nine_reports().folder(), folder(),
                              std::filesystem::copy_options::recursive);
    }
    [[nodiscard]] std::filesystem::path folder() const { return temporary_.path() / "index"; }
    [[nodiscard]] std::filesystem::path columns() const {
        return folder() / nine_reports().searcher().generation() / schema::columns_file;
    }

private:
    TempFolder temporary_;
};

TEST(IndexSnapshot, ADamagedFileOfColumnsNamesTheWayOut) {
    const HarmedIndex index;
    std::filesystem::resize_file(index.columns(), 100);
    try {
        const Searcher searcher(index.folder());
        FAIL() << "opened a damaged index";
    } catch (const Error& error) {
        EXPECT_NE(error.message().en.find("run: commsearch-index build"), std::string::npos)
            << error.message().en;
    }
}

// Damage is found by the checksums; a search that meets it first must not take the program down.
TEST(IndexSnapshot, DamagedColumnsAreSearchedWithoutHarm) {
    const HarmedIndex index;
    const std::string bytes = read_bytes(index.columns());
    SearchRequest request;
    request.limit = 0;
    for (const facets::FacetRow& row : facets::facet_table()) request.facets.push_back({row.kind});
    std::mt19937 random(5);
    std::size_t answered = 0;
    std::size_t refused = 0;
    for (int round = 0; round < 40; ++round) {
        std::string damaged = bytes;
        for (int flips = 0; flips < 3; ++flips)
            damaged[random() % damaged.size()] ^= static_cast<char>(1U << (random() % 8));
        std::ofstream(index.columns(), std::ios::binary) << damaged;
        try {
            const Searcher searcher(index.folder());
            for (const std::string query : {"xã tập trung", "\"nông thôn\"", "NTM", "năm:2023"}) {
                request.query = query;
                const SearchResult result = searcher.search(request);
                EXPECT_LE(result.total_passages, 9U) << query;
                answered += result.total_passages;
            }
        } catch (const Error&) {
            ++refused;
        }
    }
    EXPECT_GT(answered, 0U);
    EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace commsearch::index
