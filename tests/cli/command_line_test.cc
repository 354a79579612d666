#include "searcher/cli/command_line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/server/command_line.h"

namespace commsearch {
namespace {

using Arguments = std::vector<std::string>;

cli::CommandLine parsed(const Arguments& arguments) {
    return cli::parse_command_line(arguments, Language::english);
}

/// The English message of a wrong use, empty when there is none.
std::string wrong_use(const Arguments& arguments) {
    try {
        (void)parsed(arguments);
        return "";
    } catch (const UsageError& error) {
        return error.what();
    }
}

TEST(CommandLine, WordsMakeTheQuery) {
    const struct {
        Arguments arguments;
        std::string query;
    } cases[] = {
        {{}, ""},
        {{"nông", "thôn mới"}, "nông thôn mới"},
        {{"a", "--limit", "3", "b", "--json", "c"}, "a b c"},
        {{"--commune", "x", "a"}, "a"},
        {{"--", "-x", "--", "--json"}, "-x -- --json"},
        {{"a", "--", "-x"}, "a -x"},
        {{"-", "-12%", "++", "[a,b]", "{}", "%%"}, "- -12% ++ [a,b] {} %%"},
        {{"--json", ""}, ""},
        {{"\xff"}, "\xff"},
    };
    for (const auto& [arguments, query] : cases) EXPECT_EQ(parsed(arguments).request.query, query);
}

TEST(CommandLine, OptionsFillTheRequest) {
    const cli::CommandLine command =
        parsed({"--index",   "i",         "--limit", "5",          "--offset=20", "--commune",
                "xã [A, B]", "--commune", "15079",   "--district", "Lệ Thủy",     "--province",
                "Lào Cai",   "--issuer",  "Đảng ủy", "--level",    "xa",          "--section",
                "y-te",      "--sort",    "oldest",  "--period",   "quý \"III\"", "--exact",
                "--color",   "never",     "hộ nghèo"});
    EXPECT_EQ(command.request.query, "hộ nghèo kỳ:\"quý  III \"");
    EXPECT_EQ(command.index, "i");
    EXPECT_EQ(command.request.limit, 5U);
    EXPECT_EQ(command.request.offset, 20U);
    EXPECT_EQ(command.request.choices,
              (std::vector<FacetChoice>{{FacetKind::commune, {"xã [A, B]", "15079"}},
                                        {FacetKind::district, {"Lệ Thủy"}},
                                        {FacetKind::province, {"Lào Cai"}},
                                        {FacetKind::issuer, {"Đảng ủy"}},
                                        {FacetKind::level, {"xa"}},
                                        {FacetKind::topic, {"y-te"}}}));
    EXPECT_EQ(command.request.sort, SearchRequest::Sort::oldest);
    EXPECT_TRUE(command.request.exact);
    EXPECT_FALSE(command.json);
    EXPECT_EQ(command.color, cli::CommandLine::Color::never);
    EXPECT_EQ(command.instead, "");
}

TEST(CommandLine, DatesAreReadAsFirstAndLastDay) {
    const struct {
        std::string typed;
        std::int32_t from, to;
    } cases[] = {
        {"2023-10-31", 20231031, 20231031}, {"31/10/2023", 20231031, 20231031},
        {"1/2/2024", 20240201, 20240201},   {"2024-02", 20240201, 20240229},
        {"2023-02", 20230201, 20230228},    {"10/2023", 20231001, 20231031},
        {"2023", 20230101, 20231231},
    };
    for (const auto& [typed, from, to] : cases) {
        const SearchRequest request = parsed({"--from", typed, "--to", typed}).request;
        EXPECT_EQ(request.from, from) << typed;
        EXPECT_EQ(request.to, to) << typed;
    }
}

TEST(CommandLine, WhatIsNoDateIsWrongUse) {
    for (const char* const typed :
         {"x", "2023-13", "2023-257", "2023-02-29", "2023-01-257", "31-10-2023", "2023/10/31", "23",
          "20231031", "2023-", "-2023", "2023-10-31-1", "2023-0-1", "99999", "10/2023/1"}) {
        EXPECT_EQ(wrong_use({"--to", typed}),
                  "--to needs a date (2023-10-31, 31/10/2023, 2023-10 or 2023), not “" +
                      std::string(typed) + "”; see: commsearch --help");
    }
}

TEST(CommandLine, WrongUseSaysWhatIsWrong) {
    const struct {
        Arguments arguments;
        std::string message;
    } cases[] = {
        {{"-x"}, "there is no option “-x” (as a word of the query: commsearch -- -x)"},
        {{"a", "--lmit", "3"},
         "there is no option “--lmit” (as a word of the query: commsearch -- --lmit)"},
        {{"-ố"}, "there is no option “-ố” (as a word of the query: commsearch -- -ố)"},
        {{"--limit"}, "--limit needs a value"},
        {{"--limit", "--", "3"}, "--limit needs a value"},
        {{"--limit=", "3"}, "--limit needs a value"},
        {{"--index", ""}, "--index needs a value"},
        {{"--section", "y-te", "--section", ""}, "--section needs a value"},
        {{"--limit", "-1"}, "--limit needs a number from 0 to 1000, not “-1”"},
        {{"--limit", "1001"}, "--limit needs a number from 0 to 1000, not “1001”"},
        {{"--limit", "3x"}, "--limit needs a number from 0 to 1000, not “3x”"},
        {{"--offset", "18446744073709551616"},
         "--offset needs a number from 0 to 1000000, not “18446744073709551616”"},
        {{"--sort", "size"}, "--sort needs relevance, date or oldest, not “size”"},
        {{"--color", "yes"}, "--color needs auto, always or never, not “yes”"},
        {{"--json=x"}, "--exact, --literal, --explain, --json and --ndjson take no value"},
        {{"--from", "2024", "--to", "2023"}, "--from “2024” is after --to “2023”"},
    };
    for (const auto& [arguments, message] : cases)
        EXPECT_EQ(wrong_use(arguments), message + "; see: commsearch --help");
}

TEST(ServerCommandLine, WrongUseSaysWhatIsWrong) {
    const struct {
        Arguments arguments;
        Message message;
    } cases[] = {
        {{"--port", "65536"},
         {"--port cần một số từ 0 đến 65535, không phải “65536”",
          "--port needs a number from 0 to 65535, not “65536”"}},
        {{"--workers", "0"},
         {"--workers cần một số từ 1 đến 256, không phải “0”",
          "--workers needs a number from 1 to 256, not “0”"}},
        {{"--queue", "-1"},
         {"--queue cần một số từ 1 đến 100000, không phải “-1”",
          "--queue needs a number from 1 to 100000, not “-1”"}},
        {{"--search-time", "1.5"},
         {"--search-time cần một số từ 1 đến 600, không phải “1.5”",
          "--search-time needs a number from 1 to 600, not “1.5”"}},
        {{"--port", "0x50"},
         {"--port cần một số từ 0 đến 65535, không phải “0x50”",
          "--port needs a number from 0 to 65535, not “0x50”"}},
        {{"--port"}, {"--port cần một giá trị", "--port needs a value"}},
        {{"--no-access-log=x"},
         {"--no-access-log không nhận giá trị", "--no-access-log takes no value"}},
        {{"x"}, {"có tham số lạ", "there is an unknown argument"}},
    };
    for (const auto& [arguments, message] : cases) {
        try {
            (void)server::parse_server_command_line(arguments, Language::english);
            ADD_FAILURE() << message.en;
        } catch (const UsageError& error) {
            EXPECT_EQ(error.message().vi, message.vi + "; xem: commsearch-server --help");
            EXPECT_EQ(error.message().en, message.en + "; see: commsearch-server --help");
        }
    }
    EXPECT_EQ(server::parse_server_command_line({"--port", "65535"}, Language::english).limits.port,
              65535);
}

TEST(CommandLine, TheLastOfAnOptionWins) {
    EXPECT_EQ(parsed({"--limit", "1", "--limit", "2"}).request.limit, 2U);
}

TEST(CommandLine, JsonIsNotAskedForBehindTheEndOfOptions) {
    EXPECT_TRUE(cli::asks_for_json({"--limit", "x", "--json"}));
    EXPECT_FALSE(cli::asks_for_json({"json", "--", "--json"}));
}

}  // namespace
}  // namespace commsearch
