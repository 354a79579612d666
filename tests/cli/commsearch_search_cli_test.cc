// commsearch with an index of corpus/.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/base/unicode.h"
#include "tests/cli/commsearch_program.h"

namespace commsearch {
namespace {

using Json = nlohmann::json;
using Arguments = std::vector<std::string>;
using Output = Invocation::Output;

class CommsearchCliWithIndex : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<TempFolder>();
        const std::string corpus = std::string(COMMSEARCH_SOURCE_DIR) + "/corpus";
        const Outcome built =
            run_program({.command = {COMMSEARCH_INDEX_PROGRAM, "build", "--corpus", corpus,
                                     "--index", index_folder()},
                         .environment = english_locale,
                         .input = {},
                         .folder = {}});
        build_message = built.out + built.err;
        build_exit_code = built.exit_code;
    }
    static void TearDownTestSuite() { folder.reset(); }

    void SetUp() override {
        ASSERT_LE(build_exit_code, 1) << build_message;
        ASSERT_TRUE(std::filesystem::exists(index_folder())) << "commsearch-index built nothing";
    }

    static std::string index_folder() { return (folder->path() / "index").string(); }

    static Invocation search(Arguments arguments) {
        arguments.insert(arguments.begin(), {"--index", index_folder()});
        return commsearch_program(std::move(arguments));
    }

    /// The answer of a search that must not fail.
    static Json answer(Arguments arguments) {
        arguments.insert(arguments.begin(), "--json");
        const Outcome outcome = run_program(search(std::move(arguments)));
        EXPECT_LE(outcome.exit_code, 1) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        Json json = Json::parse(outcome.out);
        EXPECT_EQ(outcome.exit_code, json["total"]["reports"] == 0 ? 1 : 0);
        return json;
    }

    static std::vector<std::string> ids(const Json& json) {
        std::vector<std::string> all;
        for (const Json& report : json["reports"]) all.push_back(report["id"]);
        return all;
    }

    inline static std::unique_ptr<TempFolder> folder;
    inline static std::string build_message;
    inline static int build_exit_code = 0;
};

TEST_F(CommsearchCliWithIndex, NoQueryGivesTheNewestReportsWithFacets) {
    const Json json = answer({});
    ASSERT_FALSE(json["reports"].empty());
    for (const char* const facet : {"commune", "year", "month", "section"})
        EXPECT_FALSE(json["facets"][facet].empty()) << facet;
    std::string newest = "9999";
    for (const Json& report : json["reports"]) {
        const std::string date = report["date"].is_null() ? "" : report["date"];
        EXPECT_LE(date, newest);
        newest = date;
    }
}

TEST_F(CommsearchCliWithIndex, APhraseIsFoundAndMarked) {
    const Json json = answer({"\"nông thôn mới\""});
    ASSERT_FALSE(json["reports"].empty());
    for (const Json& report : json["reports"]) {
        bool marked = false;
        for (const Json& passage : report["passages"])
            for (const Json& fragment : passage["excerpt"]) marked = marked || fragment["hit"];
        EXPECT_TRUE(marked) << report;
    }
}

TEST_F(CommsearchCliWithIndex, NothingAPersonTypesIsAnError) {
    for (const std::string& query :
         {std::string("\""), std::string("(("), std::string("))"), std::string("AND"),
          std::string("OR NOT"), std::string("*"), std::string(":"), std::string("=\""),
          std::string("xã:"), std::string("ngày:x..y"), std::string("\xff\xfe nông"),
          std::string("a\x01\x1b[2J"), std::string(100'000, 'x'), std::string(50'000, '('),
          std::string("-x"), std::string("--json"), std::string(" ")}) {
        const Outcome text = run_program(search({"--", query}));
        EXPECT_LE(text.exit_code, 1) << query.substr(0, 40) << text.err;
        EXPECT_TRUE(is_valid_utf8(text.out));
        EXPECT_FALSE(contains(text.out, "\x1b"));
        (void)answer({"--", query});
    }
}

TEST_F(CommsearchCliWithIndex, NothingFoundExits1AndHelps) {
    const Outcome outcome = run_program(search({"zzqqxxzzqq"}));
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(contains(outcome.out, "No report found for “zzqqxxzzqq”.")) << outcome.out;
}

TEST_F(CommsearchCliWithIndex, TextTellsWhatJsonTells) {
    const Arguments query = {"nông thôn mới", "--limit", "5"};
    const Json json = answer(query);
    const std::string text = run_program(search(query)).out;
    const auto number = [&](const char* what) {
        return std::to_string(json["total"][what].get<std::size_t>());
    };
    EXPECT_TRUE(contains(text, "Found " + number("passages") + " passage")) << text;
    EXPECT_TRUE(contains(text, " in " + number("reports") + " report")) << text;
    std::size_t at = 0;
    for (const Json& report : json["reports"]) {
        at = text.find(report["path"].get<std::string>(), at);
        ASSERT_NE(at, std::string::npos) << report["path"];
    }
}

TEST_F(CommsearchCliWithIndex, LimitAndOffsetCutPages) {
    const Json all = answer({"xã", "--limit", "1000"});
    ASSERT_GE(all["reports"].size(), 3U);
    EXPECT_EQ(all["reports"].size(), all["total"]["reports"]);
    const Json none = answer({"xã", "--limit", "0"});
    EXPECT_TRUE(none["reports"].empty());
    EXPECT_EQ(none["total"], all["total"]);
    EXPECT_EQ(none["facets"], all["facets"]);
    std::vector<std::string> paged;
    for (const char* const offset : {"0", "1", "2"}) {
        const Json page = answer({"xã", "--limit", "1", "--offset", offset});
        ASSERT_EQ(page["reports"].size(), 1U);
        paged.push_back(page["reports"][0]["id"]);
    }
    const std::vector<std::string> whole = ids(all);
    EXPECT_TRUE(std::equal(paged.begin(), paged.end(), whole.begin()));
    EXPECT_TRUE(answer({"xã", "--offset", "1000000"})["reports"].empty());
}

TEST_F(CommsearchCliWithIndex, CommuneByNameAndByCode) {
    const Json all = answer({"--limit", "1000"});
    const Json sample =
        *std::find_if(all["reports"].begin(), all["reports"].end(),
                      [](const Json& report) { return !report["commune_code"].is_null(); });
    const std::string key = sample["commune_code"];  // "pre2025:15079"
    const std::string name = sample["commune"];
    for (const std::string& typed : {name, unaccented(name), key, key.substr(key.find(':') + 1)}) {
        const Json json = answer({"--limit", "1000", "--commune", typed});
        EXPECT_LT(json["total"]["reports"], all["total"]["reports"]) << typed;
        const std::vector<std::string> found = ids(json);
        EXPECT_NE(std::find(found.begin(), found.end(), sample["id"]), found.end()) << typed;
    }
}

TEST_F(CommsearchCliWithIndex, AnUnknownCommuneOrSectionIsWrongUse) {
    for (const char* const option : {"--commune", "--section"}) {
        const Outcome outcome = run_program(search({option, "khong-co-dau-zz"}));
        EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
        EXPECT_TRUE(contains(outcome.err, "khong-co-dau-zz")) << outcome.err;
    }
}

TEST_F(CommsearchCliWithIndex, DatesBoundTheReports) {
    const Json json = answer({"--limit", "1000", "--from", "2023", "--to", "2023"});
    ASSERT_FALSE(json["reports"].empty());
    for (const Json& report : json["reports"])
        EXPECT_EQ(report["date"].get<std::string>().substr(0, 4), "2023");
    EXPECT_EQ(answer({"--to", "1950"})["total"]["reports"], 0);
}

TEST_F(CommsearchCliWithIndex, SectionsBoundThePassages) {
    const Json sections = answer({"--limit", "0"})["facets"]["section"];
    const auto known = std::find_if(sections.begin(), sections.end(),
                                    [](const Json& value) { return !value["value"].is_null(); });
    ASSERT_NE(known, sections.end());
    const Json json = answer({"--section", (*known)["value"].get<std::string>()});
    EXPECT_EQ(json["total"]["reports"], (*known)["reports"]);
}

TEST_F(CommsearchCliWithIndex, SortByDateIsNewestFirst) {
    const Json json = answer({"xã", "--sort", "date", "--limit", "1000"});
    std::vector<std::string> dates;
    for (const Json& report : json["reports"])
        dates.push_back(report["date"].is_null() ? "" : report["date"]);
    EXPECT_TRUE(std::is_sorted(dates.rbegin(), dates.rend()));
}

TEST_F(CommsearchCliWithIndex, AReaderThatLeavesIsNoError) {
    for (const char* const query : {"xã", "zzqqxxzzqq"}) {
        Invocation invocation = search({query});
        invocation.output = Output::closed_pipe;
        const Outcome outcome = run_program(invocation);
        EXPECT_EQ(outcome.exit_code, query == std::string("xã") ? 0 : 1);
        EXPECT_EQ(outcome.err, "");
    }
}

TEST_F(CommsearchCliWithIndex, ColorsAreForTerminals) {
    const struct {
        Arguments arguments;
        std::string no_color;
        Output output;
        bool colored;
    } cases[] = {
        {{"xã"}, "", Output::file, false},
        {{"xã"}, "", Output::terminal, true},
        {{"xã"}, "1", Output::terminal, false},
        {{"xã", "--color", "always"}, "1", Output::file, true},
        {{"xã", "--color", "never"}, "", Output::terminal, false},
    };
    for (const auto& [arguments, no_color, output, colored] : cases) {
        Invocation invocation = search(arguments);
        invocation.output = output;
        invocation.environment["NO_COLOR"] = no_color;
        const Outcome outcome = run_program(invocation);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(contains(outcome.out, "\x1b["), colored) << outcome.out;
    }
}

TEST_F(CommsearchCliWithIndex, TextFitsTheTerminal) {
    Invocation invocation = search({"xã", "--color", "never"});
    invocation.output = Output::terminal;
    invocation.columns = 50;
    std::istringstream lines(run_program(invocation).out);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) {
        line.erase(line.find_last_not_of('\r') + 1);
        const bool one_word = line.find(' ', line.find_first_not_of(' ')) == std::string::npos;
        if (!one_word) widest = std::max(widest, display_width(line));
    }
    EXPECT_LE(widest, 50U);
    EXPECT_GT(widest, 40U);
}

}  // namespace
}  // namespace commsearch
