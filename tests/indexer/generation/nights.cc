#include "tests/indexer/generation/nights.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/checksum.h"
#include "searcher/render/render_json.h"
#include "searcher/searcher.h"
#include "tests/generator/generator_corpus.h"
#include "tests/support/database_dump.h"

namespace commsearch::generation {

namespace fs = std::filesystem;

BuildOptions night_options(const fs::path& corpus, const fs::path& index, std::size_t jobs) {
    BuildOptions options;
    options.corpus_folders = {corpus};
    options.index_folder = index;
    options.jobs = jobs;
    options.gate.max_fall = 100;
    options.gate.max_skipped = 100;
    return options;
}

BuildSummary build(const fs::path& corpus, const fs::path& index, std::size_t jobs) {
    return build_generation(night_options(corpus, index, jobs));
}

fs::path served(const fs::path& index) { return index / published_of(index); }

std::string answer(const fs::path& index, const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 50;
    auto json = nlohmann::json::parse(
        render::render_json(Searcher(index).search(request), Language::english));
    for (const char* const key : {"generation", "next_cursor", "seconds", "took_ms"})
        json.erase(key);
    return json.dump(1);
}

void expect_equal(const fs::path& one, const fs::path& other) {
    EXPECT_EQ(read_manifest(served(one)).digest, read_manifest(served(other)).digest);
    EXPECT_EQ(segment::checksum_of(read_bytes(served(one) / schema::columns_file)),
              segment::checksum_of(read_bytes(served(other) / schema::columns_file)));
    EXPECT_EQ(dump_database(served(one) / schema::database_file),
              dump_database(served(other) / schema::database_file));
    for (const std::string query :
         {"nông thôn mới", "ubnd xã", "\"thu ngân sách\"", "dich benh gia suc", ""}) {
        EXPECT_EQ(answer(one, query), answer(other, query)) << query;
    }
}

std::vector<std::string> generated_texts(std::uint64_t seed) {
    CorpusPlan plan;
    plan.templates = fs::path(COMMSEARCH_SOURCE_DIR) / "corpus/templates";
    plan.dictionaries = fs::path(COMMSEARCH_SOURCE_DIR) / "indexer/dictionaries";
    plan.communes = 4;
    plan.months = 15;
    plan.seed = seed;
    std::vector<std::string> texts;
    generate_corpus(plan, [&](const ReportSubject&, const MadeReport& report) {
        texts.push_back(report.text);
    });
    return texts;
}

void damage_store(const fs::path& index, const std::function<bool(const fs::path&)>& is_meant) {
    for (const auto& entry : fs::recursive_directory_iterator(index / store_folder)) {
        if (!entry.is_regular_file() || entry.file_size() == 0 || !is_meant(entry.path())) continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto middle = static_cast<std::streamoff>(entry.file_size() / 2);
        file.seekg(middle);
        const int byte = file.get();
        file.seekp(middle);
        file.put(static_cast<char>(byte ^ 4));
    }
}

}  // namespace commsearch::generation
