// What the package holds beside the programs says what --help says.

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/program/settings.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

using Words = std::set<std::string>;

const std::vector<std::string> programs = {"commsearch", "commsearch-index", "commsearch-server"};

std::string help(const std::string& program, const std::vector<std::string>& command = {},
                 const std::string& language = "en_US.UTF-8") {
    Invocation invocation{.command = {std::string(COMMSEARCH_BIN) + '/' + program},
                          .environment = {{"LANG", language}},
                          .input = {},
                          .folder = {}};
    invocation.command.insert(invocation.command.end(), command.begin(), command.end());
    invocation.command.emplace_back("--help");
    return run_program(invocation).out;
}

/// First words of the indented lines that begin with `start`; "-h,--help" is two.
Words first_words(const std::string& text, char start) {
    Words words;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool is_dash = start == '-';
        if (!line.starts_with("  ") || line.size() < 3 || line[2] == ' ' ||
            (line[2] == '-') != is_dash)
            continue;
        std::string names = line.substr(2, line.find(' ', 2) - 2);
        std::replace(names.begin(), names.end(), ',', ' ');
        std::istringstream each(names);
        for (std::string name; each >> name;) words.insert(name);
    }
    return words;
}

Words commands() {
    const std::string text = help("commsearch-index");
    const std::size_t at = text.find("Commands:\n");
    return first_words(text.substr(at, text.find("\n\n", at) - at), ' ');
}

/// The ways to call a program: its commands, or just its name.
std::vector<std::vector<std::string>> calls(const std::string& program) {
    if (program != "commsearch-index") return {{}};
    std::vector<std::vector<std::string>> all;
    for (const std::string& command : commands()) all.push_back({command});
    return all;
}

std::string shared(const std::string& name) {
    std::string text = read_bytes(std::string(COMMSEARCH_SHARE) + '/' + name);
    EXPECT_FALSE(text.empty()) << name;
    return text;
}

/// What bash offers for `typed`, of which the last word is to be completed.
Words offered(const std::string& program, const std::vector<std::string>& typed) {
    std::string words;
    for (const std::string& word : typed) words += " '" + word + '\'';
    const Outcome outcome =
        run_program({.command = {"/bin/bash", "-c",
                                 "source \"$1\"; COMP_WORDS=(" + words +
                                     "); COMP_CWORD=" + std::to_string(typed.size() - 1) +
                                     "; \"$2\"; printf '%s\\n' \"${COMPREPLY[@]}\"",
                                 "bash", std::string(COMMSEARCH_SHARE) + "/bash/" + program,
                                 [&] {
                                     std::string name = '_' + program;
                                     std::replace(name.begin(), name.end(), '-', '_');
                                     return name;
                                 }()},
                     .environment = {},
                     .input = {},
                     .folder = {}});
    EXPECT_TRUE(outcome.err.empty()) << outcome.err;
    std::istringstream lines(outcome.out);
    Words all;
    for (std::string line; std::getline(lines, line);) all.insert(line);
    return all;
}

// CLI11 would add its own types and checks: "N:UINT in [0 - 65535]".
TEST(Help, CallsValuesByOurNamesOnly) {
    const std::regex foreign(
        R"( in \[|:\{|:[A-Z]|\b(U?INT|FLOAT|TEXT|BOOLEAN|ENUM|POSITIVE|NONNEGATIVE|REQUIRED)\b)");
    std::vector<std::string> all = programs;
    all.insert(all.end(), {"commsearch-eval", "commsearch-generate"});
    for (const std::string& program : all) {
        for (const auto& call : calls(program)) {
            for (const std::string language : {"vi_VN.UTF-8", "en_US.UTF-8"}) {
                const std::string text = help(program, call, language);
                EXPECT_NE(text.find("\n  --"), std::string::npos) << program << text;
                std::smatch found;
                EXPECT_FALSE(std::regex_search(text, found, foreign))
                    << program << " says " << found.str() << " in\n"
                    << text;
            }
        }
    }
}

TEST(Packaging, ManPagesHoldEveryOption) {
    for (const std::string& program : programs) {
        std::string page = shared("man/" + program + ".1");
        page.erase(std::remove(page.begin(), page.end(), '\\'), page.end());
        for (const auto& call : calls(program)) {
            const Words options = first_words(help(program, call), '-');
            EXPECT_GE(options.size(), 4U) << program;
            for (const std::string& option : options) {
                EXPECT_TRUE(page.find(".B " + option) != std::string::npos ||
                            page.find(',' + option) != std::string::npos)
                    << program << ' ' << option;
            }
        }
    }
    for (const std::string& command : commands())
        EXPECT_NE(shared("man/commsearch-index.1").find("commsearch\\-index " + command),
                  std::string::npos)
            << command;
}

TEST(Packaging, BashOffersEveryOptionAndCommand) {
    EXPECT_GE(commands().size(), 9U);
    for (const std::string& command : commands())
        EXPECT_TRUE(offered("commsearch-index", {"commsearch-index", ""}).contains(command));
    for (const std::string& program : programs) {
        for (const auto& call : calls(program)) {
            std::vector<std::string> typed = {program};
            typed.insert(typed.end(), call.begin(), call.end());
            typed.emplace_back("-");
            EXPECT_EQ(offered(program, typed), first_words(help(program, call), '-')) << program;
        }
    }
    EXPECT_EQ(offered("commsearch", {"commsearch", "--sort", "d"}), Words{"date"});
}

TEST(Packaging, ZshOffersEveryOptionAndCommand) {
    for (const std::string& program : programs) {
        const std::string script = shared("zsh/_" + program);
        for (const auto& call : calls(program)) {
            const std::size_t from = call.empty() ? 0 : script.find("    " + call[0] + ")\n");
            ASSERT_NE(from, std::string::npos) << program << ' ' << call[0];
            const std::string part = script.substr(from, script.find(";;", from) - from);
            for (const std::string& option : first_words(help(program, call), '-'))
                EXPECT_NE(part.find("'*" + option), std::string::npos) << program << option;
        }
    }
}

TEST(Packaging, TheShippedConfigurationIsReadWithAndWithoutItsRemarks) {
    const std::string text =
        read_bytes(std::string(COMMSEARCH_SOURCE_DIR) + "/packaging/commsearch.toml");
    EXPECT_EQ(program::read_settings(text, "commsearch.toml").size(), 1U);
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_setting = text[i] == '#' && i + 1 < text.size() && text[i + 1] != ' ';
        if (!is_setting) all += text[i];
    }
    EXPECT_GE(program::read_settings(all, "commsearch.toml").size(), 15U);
}

}  // namespace
}  // namespace commsearch
