// Holds the edges of the house as ARCHITECTURE.md draws them, by reading the include lines of every
// source file.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace commsearch {
namespace {

namespace fs = std::filesystem;

struct Include {
    fs::path file;  ///< relative to the project
    std::string name;
};

std::vector<Include> includes_below(const std::string& folder) {
    const fs::path root = COMMSEARCH_SOURCE_DIR;
    std::vector<Include> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension();
        if (extension != ".h" && extension != ".cc") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            if (!line.starts_with("#include ")) continue;
            const std::string name = line.substr(line.find_first_of("<\"") + 1);
            found.push_back(
                {fs::relative(entry.path(), root), name.substr(0, name.find_first_of(">\""))});
        }
    }
    return found;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return text.starts_with(beginning); });
}

/// Mains, their command lines and the commands of commsearch-index stand on top of everything.
bool is_main(const fs::path& file) {
    return file.parent_path().filename() == "commands" ||
           starts_with_any(file.filename(), {"main.", "command_line.", "command_options.",
                                             "config_file.", "program."});
}

TEST(Layering, RoomsIncludeOnlyWhatTheyMay) {
    struct Room {
        std::string folder;
        std::vector<std::string> may_include;
    };
    const std::vector<Room> rooms = {
        {"analyzers", {"analyzers/"}},
        {"indexer", {"analyzers/", "indexer/"}},
        {"searcher", {"analyzers/", "indexer/schema.h", "indexer/columns.h", "searcher/"}}};
    for (const Room& room : rooms) {
        const std::vector<Include> includes = includes_below(room.folder);
        ASSERT_FALSE(includes.empty()) << room.folder;
        for (const Include& include : includes) {
            const bool own =
                starts_with_any(include.name, {"analyzers/", "indexer/", "searcher/", "tests/"});
            if (!own || (is_main(include.file) && (include.name == "indexer/program.h" ||
                                                   include.name == "indexer/config_file.h")))
                continue;
            if (include.file == "indexer/commands/golden_queries.cc" &&
                include.name == "searcher/searcher.h")
                continue;  // the program asks; the indexer's library is handed a function
            EXPECT_TRUE(starts_with_any(include.name, room.may_include))
                << include.file << " must not include " << include.name;
        }
    }
}

TEST(Layering, TheSchemaKnowsOnlyTheAnalyzers) {
    const std::vector<std::string> shared = {"indexer/schema.", "indexer/columns.",
                                             "indexer/mapped_file."};
    for (const Include& include : includes_below("indexer")) {
        if (!starts_with_any(include.file, shared)) continue;
        EXPECT_TRUE(!include.name.starts_with("indexer/") || starts_with_any(include.name, shared))
            << include.name;
        EXPECT_NE(include.name, "xapian.h");
    }
}

TEST(Layering, LibrariesStayInTheirRooms) {
    struct Library {
        std::string include;             ///< how its headers begin
        std::vector<std::string> homes;  ///< files that may include it
    };
    const std::vector<Library> libraries = {
        {"unicode/", {"analyzers/unicode.cc"}},
        {"xapian.h",
         {"indexer/segment_builder.cc", "indexer/generation/self_check.cc",
          "searcher/condition_reader.", "searcher/index_words.", "searcher/open_index.",
          "searcher/scorer.cc"}},
        {"sys/mman.h", {"indexer/mapped_file.cc", "indexer/source/main.cc"}},
        {"xxhash.h", {"indexer/checksum.cc"}},
        {"libxml/", {"indexer/source/"}},
        {"archive", {"indexer/source/archive.cc"}},
        {"nlohmann/",
         {"indexer/abbreviation_render.cc", "indexer/generation/json.cc",
          "indexer/inspect_render.cc", "indexer/source/jsonl.cc", "searcher/protocol/",
          "searcher/render_json.cc", "searcher/server/log.cc"}},
        {"boost/", {"searcher/server/connection.", "searcher/server/http_server.cc"}},
        {"zlib.h", {"searcher/server/gzip.cc"}},
        {"CLI/",
         {"indexer/program.h", "indexer/command_options.h", "indexer/config_file.h",
          "searcher/command_line.cc", "searcher/server/command_line.cc"}},
        {"regex", {}},
        // Text is made Unicode where it is read; nobody else meets another encoding.
        {"analyzers/legacy_encoding.h",
         {"analyzers/legacy_encoding.cc", "analyzers/viqr.", "indexer/report.h",
          "indexer/source/"}},
        {"analyzers/broken_spaces.h", {"analyzers/broken_spaces.cc", "indexer/source/"}},
    };
    for (const std::string folder : {"analyzers", "indexer", "searcher"}) {
        for (const Include& include : includes_below(folder)) {
            for (const Library& library : libraries) {
                if (!include.name.starts_with(library.include)) continue;
                EXPECT_TRUE(starts_with_any(include.file, library.homes))
                    << include.file << " includes " << include.name;
            }
        }
    }
}

TEST(Layering, TheSourcesKnowOnlyTheirDocument) {
    // commsearch-extract, which reads hostile bytes, is linked from these alone.
    for (const Include& include : includes_below("indexer/source")) {
        EXPECT_TRUE(!include.name.starts_with("indexer/") ||
                    starts_with_any(include.name, {"indexer/source/", "indexer/report.h"}))
            << include.file << " must not include " << include.name;
    }
}

TEST(Layering, OnlyOnePlaceStartsProcesses) {
    for (const Include& include : includes_below("indexer")) {
        if (include.name != "sys/wait.h" && include.name != "spawn.h") continue;
        EXPECT_EQ(include.file, "indexer/source/child.cc") << include.name;
    }
}

TEST(Layering, OnlyMainsPrintAndReadTheEnvironment) {
    for (const std::string folder : {"analyzers", "indexer", "searcher"}) {
        for (const fs::directory_entry& entry :
             fs::recursive_directory_iterator(fs::path(COMMSEARCH_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".cc" || is_main(entry.path())) continue;
            std::ifstream file(entry.path());
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            for (const std::string word : {"std::cout", "std::cerr", "getenv", "printf("}) {
                const std::size_t at = text.find(word);
                const bool formats =
                    at != std::string::npos && at > 0 && text[at - 1] == 'n';  // snprintf
                EXPECT_TRUE(at == std::string::npos || formats) << entry.path() << ": " << word;
            }
        }
    }
}

}  // namespace
}  // namespace commsearch
