// Two things of one name in one namespace are no error to the compiler as long as no file sees
// both: the linker then keeps one and the program reads the other through it. So every type has one
// home.

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

bool is_name(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "struct Date final {" -> "Date"; empty for any other line, and for a declaration without a body.
std::string type_defined_by(const std::string& line) {
    for (const std::string start :
         {"struct ", "class ", "union ", "enum class ", "enum struct ", "enum "}) {
        if (!line.starts_with(start)) continue;
        if (line.find('{') == std::string::npos) return {};
        const auto begin = line.begin() + static_cast<std::ptrdiff_t>(start.size());
        const auto end = std::find_if_not(begin, line.end(), is_name);
        const bool is_member = end != line.end() && *end == ':' && end + 1 != line.end() &&
                               *(end + 1) == ':';  // struct Outer::Impl {
        return is_member ? std::string() : std::string(begin, end);
    }
    return {};
}

/// Calls `define(name)` for each type that other files could mean too: those of unnamed namespaces
/// and inside other types are left out. As clang-format leaves it, such a type begins its line.
template <typename Define>
void each_type(const fs::path& file, const Define& define) {
    std::vector<std::string> scopes;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("namespace ") && line.ends_with('{')) {
            scopes.push_back(line.substr(10, line.find(' ', 10) - 10));
        } else if (line.starts_with("}  // namespace") && !scopes.empty()) {
            scopes.pop_back();
        } else if (const std::string type = type_defined_by(line);
                   !type.empty() && !std::count(scopes.begin(), scopes.end(), "{")) {
            std::string name;
            for (const std::string& scope : scopes) name += scope + "::";
            define(name + type);
        }
    }
}

TEST(Names, EveryTypeHasOneHome) {
    std::map<std::string, std::set<std::string>> homes;
    for (const std::string folder : {"analyzers", "indexer", "searcher", "tests"}) {
        const fs::path root = COMMSEARCH_SOURCE_DIR;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension();
            if (extension != ".h" && extension != ".cc") continue;
            each_type(entry.path(), [&](const std::string& type) {
                homes[type].insert(fs::relative(entry.path(), root));
            });
        }
    }
    EXPECT_GT(homes.size(), 200U);
    for (const auto& [type, files] : homes) {
        EXPECT_EQ(files.size(), 1U)
            << type << " of " << *files.begin() << " and of " << *files.rbegin();
    }
}

}  // namespace
}  // namespace commsearch
