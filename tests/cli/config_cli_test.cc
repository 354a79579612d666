// The configuration file of all three programs: what it may hold, what comes before it.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/program/settings.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

using Arguments = std::vector<std::string>;

std::string error_of(const std::string& text) {
    try {
        static_cast<void>(program::read_settings(text, "a.toml"));
    } catch (const UsageError& error) {
        EXPECT_FALSE(error.message().vi.empty());
        return error.message().en;
    }
    return "";
}

TEST(Settings, AreReadWithTheirLines) {
    const std::string text =
        "# first\nindex = '/var/lib/a \\ b'   # literal\r\n\n[build]\n"
        "corpus = [\n  \"/srv/xã \\\"A\\\"\", # one\n  '/srv/b',\n]\nkeep = 3\nquiet=true\n";
    const std::vector<program::Setting> expected = {
        {"", "index", {"/var/lib/a \\ b"}, 2},
        {"build", "corpus", {"/srv/xã \"A\"", "/srv/b"}, 5},
        {"build", "keep", {"3"}, 9},
        {"build", "quiet", {"true"}, 10}};
    EXPECT_EQ(program::read_settings(text, "a.toml"), expected);
}

TEST(Settings, WhatTheyMustNotHoldIsNamedWithItsLine) {
    const std::map<std::string, std::string> cases = {
        {"\n[build]\nforce = \"yes\"\n",
         "a.toml line 3: there is no key “force” [build] (corpus, "},
        {"limit = 3\n",
         "a.toml line 1: there is no key “limit” (index); is “limit” [search] meant?"},
        {"[web]\n", "a.toml line 1: there is no section [web] (search, build, server)"},
        {"\n[search.x]\n", "a.toml line 2: there is no key “x” [search] (limit, "},
        {"search = 3\n", "a.toml line 1: there is no key “search” (index)"},
        {"[search]\nlimit = \"3\"\n", "a.toml line 2: “limit” needs a number, without quotes"},
        {"[search]\nlimit = -3\n", "a.toml line 2: “limit” needs a number, without quotes"},
        {"[search]\nlimit = 3.5\n", "a.toml line 2: “limit” needs a number, without quotes"},
        {"[search]\nexact = 1\n", "a.toml line 2: “exact” needs true or false"},
        {"[search]\nsort = [\"date\"]\n", "a.toml line 2: “sort” needs a string in \" \""},
        {"[build]\ncorpus = [\n  \"a\",\n  3]\n", "a.toml line 4: “corpus” needs a string"},
        {"index = \"\"\n", "a.toml line 1: “index” needs a string that is not empty"},
        {"index = \"\\n\"\n", "a.toml line 1: “index” holds a control character; remove it"},
        {"index = \"\"\"\na\nb\"\"\"\n", "a.toml line 1: “index” holds a control character"},
        // The first wrong line is told, whatever its section.
        {"[server]\nporte = 7\n[build]\nforce = 1\n", "a.toml line 2: there is no key “porte”"},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_TRUE(error_of(text).starts_with(expected)) << text << " -> " << error_of(text);
}

TEST(Settings, TheNearestKnownKeyIsTold) {
    const std::map<std::string, std::string> cases = {
        {"indx = \"a\"\n", "; is “index” meant?"},
        {"[server]\nporte = 7\n", "; is “port” meant?"},
        {"[server]\nlimit = 7\n", "; is “limit” [search] meant?"},
        {"[search]\ncolour = \"auto\"\n", "; is “color” meant?"},
        {"[build]\nmax_fall = 7\n", "; is “max-fall” meant?"},
        {"[build]\nx = 7\n", "golden, quiet)"},
        {"[build]\n\"\\u001b[1m\" = 7\n", "golden, quiet)"},
    };
    for (const auto& [text, expected] : cases) {
        const std::string error = error_of(text);
        EXPECT_TRUE(error.ends_with(expected)) << text << " -> " << error;
        EXPECT_FALSE(contains(error, "\x1b")) << error;
    }
}

TEST(Settings, WhatIsNotTomlIsNamedWithItsLineAndWhatToWrite) {
    const std::string forms =
        "; write key = \"text\", key = 5, key = true or key = [\"one\", \"two\"]";
    const std::map<std::string, std::pair<std::string, std::string>> cases = {
        {"[search]\nexact = yes\n", {"line 2", "; “exact” needs true or false"}},
        {"index = /a\n", {"line 1", "; “index” needs a string in \" \""}},
        {"index = \"a\nb\"\n", {"line 1", "; “index” needs a string in \" \""}},
        {"index \"a\"\n", {"line 1", "; “index” needs a string in \" \""}},
        {"index = \"a\" b\n", {"line 1", "; “index” needs a string in \" \""}},
        {"[search]\nlimit = 007",
         {"line 2", "; “limit” needs a number, without quotes, whole and not below 0"}},
        {"[build]\ncorpus = [\"a\" \"b\"]\n",
         {"line 2", "; “corpus” needs a string in \" \", or several in [ ]"}},
        {"[build]\ncorpus = [\"a\",\n",
         {"line 2", "; “corpus” needs a string in \" \", or several in [ ]"}},
        {"index = \"a\"\n\nindex = \"b\"\n", {"line 3", "; write each key and each section once"}},
        {"[search]\n[build]\n[search]\n", {"line 3", "; write each key and each section once"}},
        {"= 3\n", {"line 1", forms}},
        {"\n[search\n", {"line 2", forms}},
        {"a = \"\xff\"\n", {"line 1", forms}},
        {"a = \x1b\n", {"line 1", forms}},
    };
    for (const auto& [text, expected] : cases) {
        const std::string error = error_of(text);
        EXPECT_TRUE(error.starts_with("a.toml " + expected.first + ": not TOML (")) << error;
        EXPECT_TRUE(error.ends_with(expected.second)) << text << " -> " << error;
        EXPECT_FALSE(contains(error, "\x1b")) << error;
    }
}

TEST(Settings, AreReadHoweverTomlWritesThem) {
    const std::vector<program::Setting> expected = {{"search", "limit", {"16"}, 1},
                                                    {"search", "exact", {"true"}, 1},
                                                    {"build", "keep", {"1000"}, 2}};
    EXPECT_EQ(
        program::read_settings("search = {limit = 0x10, exact = true}\nbuild.keep = 1_000\n", "a"),
        expected);
}

TEST(Settings, AreReadAsTheyWereWritten) {
    const program::SettingKey* corpus = nullptr;
    for (const program::SettingKey& key : program::setting_keys())
        if (key.key == "corpus") corpus = &key;
    ASSERT_NE(corpus, nullptr);
    const std::vector<std::string> values = {"a", "xã \"A\"", "c\\d", "'\t'", "#]", "😀"};
    const std::string line = program::setting_line(*corpus, values);
    EXPECT_TRUE(line.starts_with("corpus = [\"a\", \"xã \\\"A\\\"\", \"c\\\\d\", ")) << line;
    EXPECT_EQ(program::read_settings("[build]\n" + line, "a").at(0).values, values);
}

/// A file, and the programs that read it.
class Config : public testing::Test {
protected:
    Outcome run(Arguments command, const std::map<std::string, std::string>& variables = {}) {
        Invocation invocation{.command = std::move(command),
                              .environment = {{"LANG", "en_US.UTF-8"}},
                              .input = {},
                              .folder = folder_.path()};
        for (const auto& [name, value] : variables) invocation.environment[name] = value;
        return run_program(invocation);
    }
    std::string file(const std::string& text) {
        return folder_.write("commsearch.toml", text).string();
    }
    TempFolder folder_;
};

TEST_F(Config, EverySettingIsAnOptionAndItsDefaultIsTheOneOfTheHelp) {
    const std::map<std::string, Arguments> programs = {
        {"search", {COMMSEARCH_PROGRAM}},
        {"build", {COMMSEARCH_INDEX_PROGRAM, "build"}},
        {"server", {COMMSEARCH_SERVER_PROGRAM}}};
    for (const program::SettingKey& key : program::setting_keys()) {
        if (key.section.empty()) continue;
        Arguments command = programs.at(std::string(key.section));
        command.emplace_back("--help");
        const std::string help = run(command).out;
        const std::size_t at = help.find("  --" + std::string(key.key) + ' ');
        ASSERT_NE(at, std::string::npos) << key.key;
        const std::string text = help.substr(at, help.find("\n  -", at) - at);
        const std::string fallback(key.fallback);
        if (fallback.empty() || key.kind == program::SettingKey::Kind::flag) continue;
        EXPECT_TRUE(contains(text, "default: " + fallback) ||
                    contains(text, fallback + " (best first, the default)") ||
                    contains(text, fallback + " (the default)"))
            << text;
    }
}

TEST_F(Config, FlagsComeBeforeTheEnvironmentBeforeTheFile) {
    const std::string config = file(
        "index = \"from-file\"\n[search]\nlimit = 3\nexact = true\nsort = \"date\"\n[server]\nport "
        "= 9000\n");
    const Arguments print = {COMMSEARCH_PROGRAM, "--print-config", "--config", config};
    EXPECT_EQ(run(print).out, "# " + config +
                                  "\nindex = \"from-file\"  # file, line 1\n\n[search]\n"
                                  "limit = 3  # file, line 3\nsort = \"date\"  # file, line 5\n"
                                  "color = \"auto\"  # default\nexact = true  # file, line 4\n"
                                  "explain = false  # default\n");
    const Outcome outcome = run({COMMSEARCH_PROGRAM, "--print-config", "--limit", "5"},
                                {{"COMMSEARCH_CONFIG", config}, {"COMMSEARCH_INDEX", "from-env"}});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(contains(outcome.out, "limit = 5  # command line\n")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "index = \"from-env\"  # COMMSEARCH_INDEX\n"));
    EXPECT_TRUE(contains(run({COMMSEARCH_PROGRAM, "--print-config", "--index", "from-flag"},
                             {{"COMMSEARCH_CONFIG", config}, {"COMMSEARCH_INDEX", "from-env"}})
                             .out,
                         "index = \"from-flag\"  # command line\n"));
}

TEST_F(Config, WhatIsPrintedIsReadAgain) {
    const std::string config =
        file("[build]\ncorpus = [\"a \\\" b\", 'c\\d']\nmax-fall = 30\n[server]\ncors = \"*\"\n");
    for (const Arguments& program :
         {Arguments{COMMSEARCH_INDEX_PROGRAM, "build"}, Arguments{COMMSEARCH_SERVER_PROGRAM}}) {
        Arguments command = program;
        command.insert(command.end(), {"--print-config", "--config", config});
        const Outcome outcome = run(command);
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_GT(program::read_settings(outcome.out, "printed").size(), 5U) << outcome.out;
    }
}

TEST_F(Config, ANightNeedsNothingButTheFile) {
    folder_.write("reports/a.txt",
                  "UBND XÃ BẢN LIỀN\n\nBÁO CÁO\n\n1. Nông nghiệp\nChè đạt 20 ha.\n");
    const std::string config = file(
        "index = \"here\"\n[build]\ncorpus = [\"reports\"]\njobs = 1\nquiet = true\n[search]\n"
        "color = \"always\"\n");
    const Outcome build = run({COMMSEARCH_INDEX_PROGRAM, "build", "--config", config});
    EXPECT_EQ(build.exit_code, 0) << build.err;
    EXPECT_TRUE(build.err.empty()) << build.err;
    const Outcome found = run({COMMSEARCH_PROGRAM, "chè"}, {{"COMMSEARCH_CONFIG", config}});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_TRUE(contains(found.out, "\x1b[")) << found.out;
    EXPECT_EQ(run({COMMSEARCH_INDEX_PROGRAM, "status", "--config", config}).exit_code, 0);
    // Other commands take the index from it and nothing of [build].
    const Outcome doubts = run({COMMSEARCH_INDEX_PROGRAM, "doubts", "--config", config});
    EXPECT_EQ(doubts.exit_code, 2);
    EXPECT_TRUE(contains(doubts.err, "--corpus DIR is missing")) << doubts.err;
}

TEST_F(Config, WhatIsWrongIsExitCodeTwo) {
    const std::map<std::string, std::string> cases = {
        {"[server]\nport = 70000\n",
         "line 2: wrong value: port = 70000; --port needs a number from 0 to 65535, not “70000”"},
        {"[server]\nporte = 7\n", "line 2: there is no key “porte” [server] (address, port,"}};
    for (const auto& [text, expected] : cases) {
        const Outcome outcome = run({COMMSEARCH_SERVER_PROGRAM, "--config", file(text)});
        EXPECT_EQ(outcome.exit_code, 2);
        EXPECT_TRUE(contains(outcome.err, expected)) << outcome.err;
    }
    for (const Arguments& program :
         {Arguments{COMMSEARCH_PROGRAM}, Arguments{COMMSEARCH_SERVER_PROGRAM},
          Arguments{COMMSEARCH_INDEX_PROGRAM, "status"}}) {
        Arguments command = program;
        command.insert(command.end(), {"--config", "no/such.toml"});
        const Outcome outcome = run(command);
        EXPECT_EQ(outcome.exit_code, 2);
        EXPECT_TRUE(
            contains(outcome.err, "cannot read the configuration file no/such.toml: No such file"))
            << outcome.err;
    }
}

}  // namespace
}  // namespace commsearch
