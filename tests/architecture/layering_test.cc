// Holds the edges of the house as ARCHITECTURE.md draws them, by reading the include lines of every
// source file.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
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

/// The rooms of CMakeLists.txt, each with the rooms whose headers it may include.
std::map<std::string, std::set<std::string>> rooms() {
    std::ifstream file(fs::path(COMMSEARCH_SOURCE_DIR) / "CMakeLists.txt");
    std::map<std::string, std::set<std::string>> found;
    std::string word;
    while (file >> word) {
        if (word.starts_with('#')) {
            std::getline(file, word);
            continue;
        }
        if (!word.starts_with("room(") && !word.starts_with("embed_files(")) continue;
        const bool is_embedded = word.starts_with("embed_files(");
        std::string name = word.substr(word.find('(') + 1);
        bool ends = name.ends_with(')');
        if (ends) name.pop_back();
        std::set<std::string>& used = found[name];
        for (bool uses = false; !ends && file >> word;) {
            ends = word.ends_with(')');
            if (ends) word.pop_back();
            if (word == "USES" || word.ends_with("LIBRARIES"))
                uses = word == "USES" && !is_embedded;
            else if (uses)
                used.insert(word);
        }
    }
    return found;
}

/// The room a header stands in; of an embedded one ("analyzers_dictionaries.h") its own.
std::string room_of(const std::string& header) {
    const std::size_t slash = header.rfind('/');
    if (slash != std::string::npos) return header.substr(0, slash);
    std::string room = header.substr(0, header.size() - 2);
    std::replace(room.begin(), room.end(), '_', '/');
    return room;
}

TEST(Layering, RoomsIncludeOnlyWhatTheyUseAndUseWhatTheyInclude) {
    std::map<std::string, std::set<std::string>> unused = rooms();
    const std::map<std::string, std::set<std::string>> allowed = unused;
    ASSERT_GT(allowed.size(), 40U);
    for (const std::string top : {"analyzers", "indexer", "searcher"}) {
        const std::vector<Include> includes = includes_below(top);
        ASSERT_FALSE(includes.empty()) << top;
        for (const Include& include : includes) {
            const std::string room = include.file.parent_path();
            ASSERT_TRUE(allowed.contains(room)) << include.file << " stands in no room";
            const std::string other = room_of(include.name);
            if (other == room || !(allowed.contains(other) ||
                                   starts_with_any(other, {"analyzers", "indexer", "searcher"})))
                continue;
            EXPECT_TRUE(allowed.at(room).contains(other))
                << include.file << " must not include " << include.name << ": room(" << room
                << ") does not use " << other;
            unused[room].erase(other);
        }
    }
    for (const auto& [room, others] : unused) {
        for (const std::string& other : others)
            ADD_FAILURE() << "room(" << room << ") names " << other
                          << " and includes nothing of it";
    }
}

TEST(Layering, TheSearcherKnowsOnlyTheSchemaOfTheIndexer) {
    for (const auto& [room, others] : rooms()) {
        if (!room.starts_with("searcher")) continue;
        const bool is_program = room == "searcher/cli" || room == "searcher/server";
        for (const std::string& other : others) {
            EXPECT_TRUE(!other.starts_with("indexer") || other == "indexer/schema" ||
                        (is_program && other == "indexer/program"))
                << room << " uses " << other;
        }
    }
}

TEST(Layering, TheIndexerAsksTheSearcherOnlyForGoldenQueriesAndWhatIsIndexed) {
    for (const Include& include : includes_below("indexer")) {
        if (!include.name.starts_with("searcher/")) continue;
        EXPECT_TRUE(include.file == "indexer/cli/commands/golden_queries.cc" ||
                    include.file == "indexer/cli/commands/filed_reports.cc")
            << include.file << " includes " << include.name;
    }
}

/// Mains, their command lines and the commands of commsearch-index may print.
bool is_main(const fs::path& file) {
    const std::string room = file.parent_path().filename();
    return room == "commands" || room == "program" || room == "cli" ||
           starts_with_any(file.filename(), {"main.", "command_line."});
}

TEST(Layering, LibrariesStayInTheirRooms) {
    struct Library {
        std::string include;             ///< how its headers begin
        std::vector<std::string> homes;  ///< files that may include it
    };
    const std::vector<Library> libraries = {
        {"unicode/", {"analyzers/base/unicode.cc", "analyzers/base/normal_form.cc"}},
        {"xapian.h",
         {"indexer/segment/xapian_writing.h", "indexer/generation/merge/self_check.cc",
          "searcher/index/"}},
        {"sys/mman.h", {"indexer/schema/mapped_file.cc", "indexer/source/main.cc"}},
        {"xxhash.h", {"indexer/segment/checksum.cc"}},
        {"libxml/", {"indexer/source/formats/"}},
        {"archive", {"indexer/source/formats/zip_reader.cc"}},
        {"gmime/", {"indexer/source/formats/mime.cc"}},
        {"gsf/", {"indexer/source/formats/compound_file.cc"}},
        {"nlohmann/",
         {"indexer/review/", "indexer/generation/batch/record_json.h",
          "indexer/source/formats/jsonl.cc", "searcher/protocol/", "searcher/render/render_json.cc",
          "searcher/server/ops/log.cc"}},
        {"boost/", {"searcher/server/http/"}},
        {"boost/url", {"searcher/server/http/url.cc"}},
        {"seccomp.h", {"indexer/source/extract/system_call_filter.cc"}},
        {"simdjson.h", {"indexer/source/formats/flat_json.cc"}},
        {"toml++/", {"indexer/program/settings.cc"}},
        {"zlib.h", {"searcher/server/http/gzip.cc"}},
        {"CLI/",
         {"indexer/program/", "indexer/cli/", "searcher/cli/command_line.cc",
          "searcher/cli/raw_options.cc", "searcher/server/command_line.cc"}},
        {"regex", {}},
        // Text is made Unicode where it is read; nobody else meets another encoding.
        {"analyzers/encoding/legacy_encoding.h",
         {"analyzers/encoding/", "indexer/report/report.h", "indexer/source/"}},
        {"analyzers/encoding/broken_spaces.h",
         {"analyzers/encoding/broken_spaces.cc", "indexer/source/"}},
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

TEST(Layering, ASourceIncludesItsOwnHeaderFirst) {
    // Then compiling the source proves that the header compiles alone.
    const fs::path root = COMMSEARCH_SOURCE_DIR;
    for (const std::string folder : {"analyzers", "indexer", "searcher"}) {
        std::set<fs::path> seen;
        for (const Include& include : includes_below(folder)) {
            if (!seen.insert(include.file).second || include.file.extension() != ".cc") continue;
            const fs::path header = fs::path(include.file).replace_extension(".h");
            if (fs::exists(root / header)) {
                EXPECT_EQ(include.name, header) << include.file;
            }
        }
    }
}

TEST(Layering, TheSourcesKnowNoOtherRoomOfTheIndexer) {
    // commsearch-extract, which reads hostile bytes, is linked from these alone.
    for (const auto& [room, others] : rooms()) {
        if (!room.starts_with("indexer/source")) continue;
        for (const std::string& other : others)
            EXPECT_TRUE(starts_with_any(other, {"analyzers/", "indexer/source"})) << room;
    }
}

TEST(Layering, OnlyOnePlaceStartsProcesses) {
    for (const Include& include : includes_below("indexer")) {
        if (include.name != "sys/wait.h" && include.name != "spawn.h") continue;
        EXPECT_EQ(include.file, "indexer/source/extract/child.cc") << include.name;
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
