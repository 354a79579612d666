#include "searcher/facets/facet_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/support/program.h"

namespace commsearch::facets {
namespace {

std::string source_file(const std::string& path) {
    return read_bytes(std::filesystem::path(COMMSEARCH_SOURCE_DIR) / path);
}

TEST(FacetTable, NamesFindTheirFacet) {
    ASSERT_EQ(facet_table().size(), facet_kinds);
    for (const FacetRow& row : facet_table()) {
        EXPECT_EQ(facet_of_name(row.name), row.kind) << row.name;
        EXPECT_EQ(facet_name(row.kind), row.name);
        EXPECT_FALSE(row.title_vi.empty() || row.title_en.empty()) << row.name;
    }
    EXPECT_EQ(facet_of_name("topic"), std::nullopt) << "programs know it as section";
}

TEST(FacetTable, EachIsShownOnceOnThePage) {
    std::set<int> places;
    for (const FacetRow& row : facet_table()) {
        if (row.on_page.place == 0) continue;
        EXPECT_TRUE(places.insert(row.on_page.place).second) << row.name;
    }
    EXPECT_EQ(*places.rbegin(), static_cast<int>(places.size()));
}

/// The published schema takes these facets and no others.
TEST(FacetTable, TheSchemaOfRequestsNamesEach) {
    const nlohmann::json schema =
        nlohmann::json::parse(source_file("searcher/protocol/schema/request.schema.json"));
    std::set<std::string> names;
    std::string pattern;
    for (const FacetRow& row : facet_table()) {
        names.emplace(row.name);
        pattern += (pattern.empty() ? "^(" : "|") + std::string(row.name);
    }
    EXPECT_EQ(schema.at("$defs").at("facet_name").at("enum").get<std::set<std::string>>(), names);
    EXPECT_NE(schema.dump().find('"' + pattern + ")$\""), std::string::npos);
}

TEST(FacetTable, TheManualNamesEachAndTheLevelAbove) {
    const std::string manual = source_file("docs/json.md");
    const std::size_t begin = manual.find("| facet | values | level above |");
    ASSERT_NE(begin, std::string::npos);
    const std::string table = manual.substr(begin, manual.find("\n\n", begin) - begin);
    for (const FacetRow& row : facet_table()) {
        const std::size_t name = table.find('`' + std::string(row.name) + '`');
        ASSERT_NE(name, std::string::npos) << row.name;
        const std::size_t line = table.rfind('\n', name);
        const std::string text = table.substr(line + 1, table.find('\n', name) - line - 1);
        if (!row.above) continue;
        const std::string above = text.substr(text.rfind('|', text.size() - 2));
        EXPECT_NE(above.find('`' + std::string(facet_name(*row.above)) + '`'), std::string::npos)
            << row.name;
    }
}

}  // namespace
}  // namespace commsearch::facets
