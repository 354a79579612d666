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

TEST(CommsearchCli, HelpIsInTheLanguageOfTheLocale) {
    const struct {
        std::map<std::string, std::string> environment;
        std::string usage;
    } cases[] = {
        {{}, "Cách dùng:"},
        {{{"LANG", "vi_VN.UTF-8"}}, "Cách dùng:"},
        {{{"LANG", "en_GB"}}, "Usage:"},
        {{{"LC_ALL", ""}, {"LC_MESSAGES", "en_US"}, {"LANG", "vi_VN"}}, "Usage:"},
        {{{"LC_ALL", "C"}, {"LANG", "en_US"}}, "Cách dùng:"},
    };
    for (const auto& [environment, usage] : cases) {
        Invocation help = commsearch_program({"--help"});
        help.environment = environment;
        const Outcome outcome = run_program(help);
        EXPECT_EQ(outcome.exit_code, 0);
        EXPECT_EQ(outcome.err, "");
        EXPECT_TRUE(contains(outcome.out, usage)) << outcome.out;
        // Nothing of CLI11 shines through.
        EXPECT_EQ(contains(outcome.out, "Options:"), usage == "Usage:") << outcome.out;
    }
}

TEST(CommsearchCli, HelpFits80Columns) {
    for (const char* const language : {"vi", "en"}) {
        Invocation help = commsearch_program({"--help"});
        help.environment = {{"LANG", language}};
        std::istringstream lines(run_program(help).out);
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(display_width(line), 80U) << line;
    }
}

TEST(CommsearchCli, VersionIsThatOfTheProject) {
    const Outcome outcome = run_program(commsearch_program({"--version"}));
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, "commsearch " COMMSEARCH_VERSION "\n");
}

TEST(CommsearchCli, WrongUseExits2WithAMessage) {
    const Outcome en = run_program(commsearch_program({"--limit", "x"}));
    EXPECT_EQ(en.exit_code, 2);
    EXPECT_EQ(en.out, "");
    EXPECT_EQ(en.err,
              "commsearch: error: --limit needs a number from 0 to 1000, not “x”; "
              "see: commsearch --help\n");
    Invocation invocation = commsearch_program({"-x"});
    invocation.environment = {};
    const Outcome vi = run_program(invocation);
    EXPECT_EQ(vi.exit_code, 2);
    EXPECT_EQ(vi.err,
              "commsearch: lỗi: không có tùy chọn “-x” (nếu là từ cần tìm: commsearch -- -x); "
              "xem: commsearch --help\n");
}

TEST(CommsearchCli, MessagesCannotSteerTheTerminal) {
    EXPECT_EQ(run_program(commsearch_program({"--sort", "\x1b[2J\n\xff"})).err,
              "commsearch: error: --sort needs relevance, date or oldest, not “ [2J \uFFFD”; "
              "see: commsearch --help\n");
}

TEST(CommsearchCli, AnErrorIsJsonWhenJsonIsAskedFor) {
    const Outcome outcome = run_program(commsearch_program({"--json", "--from", "2023-13"}));
    EXPECT_EQ(outcome.exit_code, 2);
    const Json json = Json::parse(outcome.out);
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["error"]["exit_code"], 2);
    EXPECT_EQ("commsearch: error: " + json["error"]["message"].get<std::string>() + '\n',
              outcome.err);
}

TEST(CommsearchCli, AMissingIndexExits3AndSaysHowToBuildOne) {
    const TempFolder folder;
    std::filesystem::create_directory(folder.path() / "empty");
    folder.write("foreign/letter.txt", "not an index");
    folder.write("file", "not a folder");
    for (const char* const name : {"none", "empty", "foreign", "file"}) {
        const std::string index = (folder.path() / name).string();
        const Outcome outcome = run_program(commsearch_program({"a", "--index", index}));
        EXPECT_EQ(outcome.exit_code, 3) << name;
        EXPECT_EQ(outcome.out, "");
        EXPECT_TRUE(contains(outcome.err, index)) << outcome.err;
        EXPECT_TRUE(contains(outcome.err, "commsearch-index build --corpus")) << outcome.err;
    }
}

TEST(CommsearchCli, TheIndexIsTheOptionElseTheVariableElseTheFolder) {
    const TempFolder folder;
    const struct {
        Arguments arguments;
        std::string variable, named;
    } cases[] = {
        {{"a", "--index", "given"}, "variable", "given"},
        {{"a"}, "variable", "variable"},
        {{"a"}, "", "index"},
    };
    for (const auto& [arguments, variable, named] : cases) {
        Invocation invocation = commsearch_program(arguments);
        invocation.environment["COMMSEARCH_INDEX"] = variable;
        invocation.folder = folder.path();
        const Outcome outcome = run_program(invocation);
        EXPECT_EQ(outcome.exit_code, 3);
        EXPECT_TRUE(contains(outcome.err, named)) << outcome.err;
    }
}

TEST(CommsearchCli, AnOutputThatRefusesExits3) {
    Invocation invocation = commsearch_program({"--help"});
    invocation.output = Output::full_device;
    const Outcome outcome = run_program(invocation);
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_EQ(outcome.err,
              "commsearch: error: cannot write to standard output: "
              "No space left on device\n");
}

}  // namespace
}  // namespace commsearch
