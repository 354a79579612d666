// The JSON protocol through the real program: --json, --request, --ndjson. Every answer is
// validated against the published schema.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/support/background_program.h"
#include "tests/support/corpus_index.h"

namespace commsearch {
namespace {

using Json = nlohmann::json;
using Arguments = std::vector<std::string>;

class ProtocolCli : public CorpusIndexTest {
protected:
    [[nodiscard]] Outcome run(Arguments arguments, const std::string& input = {}) const {
        Arguments command = {COMMSEARCH_PROGRAM, "--index", index()};
        command.insert(command.end(), arguments.begin(), arguments.end());
        Invocation invocation;
        invocation.command = std::move(command);
        invocation.environment = english;
        invocation.input = input;
        return run_program(invocation);
    }

    /// The answer to one request object.
    Json ask(const Json& request) { return answer(run({"--request", "-"}, request.dump()).out); }

    /// The answers to lines, in order.
    std::vector<Json> ask_lines(const std::string& lines) {
        std::vector<Json> all;
        const Outcome outcome = run({"--ndjson"}, lines);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        std::istringstream out(outcome.out);
        for (std::string line; std::getline(out, line);) all.push_back(answer(line));
        return all;
    }
};

std::string error_of(const Json& answer) {
    return answer.contains("error") ? answer["error"]["code"].get<std::string>() : "";
}

TEST_F(ProtocolCli, AClosedInputIsAnEmptyOne) {
    Invocation invocation;
    invocation.command = {"/bin/sh", "-c", R"("$0" --index "$1" --ndjson <&-)", COMMSEARCH_PROGRAM,
                          index()};
    invocation.environment = english;
    const Outcome outcome = run_program(invocation);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "") << "a file of the index was read as requests";
}

TEST_F(ProtocolCli, OptionsAndRequestsGetTheSameAnswer) {
    Json by_options =
        answer(run({"--json", "nông thôn mới", "--limit", "3", "--section", "nong-thon-moi"}).out);
    Json by_request = ask({{"query", "nông thôn mới"},
                           {"page", {{"limit", 3}}},
                           {"filters", {{"section", "nong-thon-moi"}}}});
    by_options.erase("seconds");
    by_request.erase("seconds");
    EXPECT_EQ(by_options, by_request);
    EXPECT_GT(by_request["total"]["reports"], 3);
    EXPECT_EQ(by_request["facets"].size(), 13U) << "all but heading";
}

TEST_F(ProtocolCli, PagesByCursorAreTheWholeAnswer) {
    const Json whole =
        ask({{"query", "xã"}, {"page", {{"limit", 1000}}}, {"facets", Json::array()}});
    EXPECT_TRUE(whole["next_cursor"].is_null());
    std::vector<std::string> ids;
    Json page = {{"limit", 7}};
    for (Json got; ids.size() <= whole["reports"].size();) {
        got = ask({{"query", "xã"}, {"page", page}, {"facets", Json::array()}});
        for (const Json& report : got["reports"]) ids.push_back(report["id"]);
        if (got["next_cursor"].is_null()) break;
        page["cursor"] = got["next_cursor"];
    }
    std::vector<std::string> expected;
    for (const Json& report : whole["reports"]) expected.push_back(report["id"]);
    EXPECT_GT(expected.size(), 20U);
    EXPECT_EQ(ids, expected);
}

TEST_F(ProtocolCli, ACursorOfAnotherTimeOrRequestIsTold) {
    const Json first = ask({{"query", "xã"}, {"page", {{"limit", 2}}}});
    const Json next = {{"limit", 2}, {"cursor", first["next_cursor"]}};
    EXPECT_EQ(error_of(ask({{"query", "xã"}, {"page", next}})), "");
    EXPECT_EQ(error_of(ask({{"query", "thôn"}, {"page", next}})), "bad-cursor");
    EXPECT_EQ(error_of(ask({{"page", {{"cursor", "x~1"}}}})), "bad-cursor");
    build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus");
    const Json outdated = ask({{"query", "xã"}, {"page", next}});
    EXPECT_EQ(error_of(outdated), "outdated-cursor");
    EXPECT_EQ(outdated["error"]["pointer"], "/page/cursor");
}

TEST_F(ProtocolCli, ChoosingASecondCommuneWidens) {
    const auto with = [&](const Json& communes) {
        return ask({{"query", "nông thôn mới"},
                    {"filters", {{"commune", communes}}},
                    {"facets", {"commune", "year"}}});
    };
    const Json all = ask({{"query", "nông thôn mới"}, {"facets", {"commune", "year"}}});
    const Json& values = all["facets"]["commune"];
    ASSERT_GE(values.size(), 4U);
    const std::string a = values[0]["value"];
    const std::string b = values[2]["value"];
    const Json one = with(Json::array({a}));
    const Json two = with(Json::array({a, b}));
    EXPECT_EQ(one["total"]["reports"], values[0]["reports"]);
    EXPECT_GT(two["total"]["reports"], one["total"]["reports"]);
    for (const Json& value : one["facets"]["commune"]) {
        const auto before = std::find_if(values.begin(), values.end(), [&](const Json& other) {
            return other["value"] == value["value"];
        });
        ASSERT_NE(before, values.end());
        EXPECT_EQ(value["reports"], (*before)["reports"]) << "its own filter is left aside";
        EXPECT_EQ(value["chosen"], value["value"] == a);
    }
    const Json none =
        ask({{"query", "nông thôn mới"}, {"filters", {{"year", "1999"}}}, {"facets", {"year"}}});
    EXPECT_EQ(none["total"]["reports"], 0);
    const Json& years = none["facets"]["year"];
    EXPECT_EQ(std::count_if(years.begin(), years.end(),
                            [](const Json& value) {
                                return value["value"] == "1999" && value["reports"] == 0 &&
                                       value["chosen"] == true;
                            }),
              1);
}

TEST_F(ProtocolCli, ValuesAreSearchedCutAndSorted) {
    const Json found = ask({{"facets",
                             {{"commune", {{"search", "ban lien"}}},
                              {"heading", {{"limit", 3}, {"sort", "label"}}},
                              {"section", {{"limit", 2}}}}}});
    const Json& communes = found["facets"]["commune"];
    ASSERT_FALSE(communes.empty());
    for (const Json& value : communes)
        EXPECT_NE(value["label"].get<std::string>().find("Bản Liền"), std::string::npos);
    EXPECT_EQ(found["facets"]["heading"].size(), 3U);
    EXPECT_GT(found["facets_more"]["heading"], 20);
    EXPECT_EQ(found["facets"]["section"].size(), 2U);
    EXPECT_GE(found["facets"]["section"][0]["reports"], found["facets"]["section"][1]["reports"]);
}

TEST_F(ProtocolCli, PassagesHaveNeighboursAndExcerptsAsAskedFor) {
    const Json found = ask({{"query", "nông thôn mới"},
                            {"neighbours", true},
                            {"explain", true},
                            {"highlight", {{"bytes", 120}}},
                            {"group", {{"passages", 1}, {"fold", false}}}});
    std::size_t inner = 0;
    for (const Json& report : found["reports"]) {
        ASSERT_EQ(report["passages"].size(), 1U);
        EXPECT_EQ(report["similar_reports"], 0);
        const Json& passage = report["passages"][0];
        EXPECT_EQ(passage["previous"].is_null(), passage["ordinal"] == 1);
        if (!passage["previous"].is_null() && !passage["next"].is_null()) {
            ++inner;
            EXPECT_EQ(passage["previous"]["ordinal"], passage["ordinal"].get<int>() - 1);
            EXPECT_EQ(passage["next"]["ordinal"], passage["ordinal"].get<int>() + 1);
            EXPECT_FALSE(passage["next"]["text"].get<std::string>().empty());
        }
        std::string text;
        for (const Json& fragment : passage["excerpt"]) text += fragment["text"];
        EXPECT_LE(text.size(), 130U);
        EXPECT_FALSE(passage["score_parts"].empty());
    }
    EXPECT_GT(inner, 0U);
    const Json plain = ask({{"query", "ntm"}, {"highlight", false}});
    for (const Json& report : plain["reports"])
        for (const Json& passage : report["passages"])
            for (const Json& fragment : passage["excerpt"]) EXPECT_FALSE(fragment["hit"]);
}

TEST_F(ProtocolCli, SortsBothWaysByDate) {
    for (const std::string order : {"date", "oldest"}) {
        std::vector<std::string> dates;
        const Json found = ask({{"query", "xã"}, {"sort", order}, {"page", {{"limit", 1000}}}});
        for (const Json& report : found["reports"])
            if (!report["date"].is_null()) dates.push_back(report["date"]);
        ASSERT_GT(dates.size(), 20U);
        if (order == "date") std::reverse(dates.begin(), dates.end());
        EXPECT_TRUE(std::is_sorted(dates.begin(), dates.end()));
    }
}

TEST_F(ProtocolCli, LinesAreAnsweredInOrderWhateverTheyAre) {
    const std::vector<Json> answers = ask_lines(
        "{\"id\":1,\"query\":\"ntm\"}\n"
        "nonsense\n"
        "\n"
        "{\"id\":\"b\",\"queries\":[{\"query\":\"lúa\"},{\"filters\":{\"issuer\":\"x\"}}]}\r\n"
        "{\"query\":\"" +
        std::string(100'000, 'x') +
        "\"}\n"
        "{\"id\":9,\"page\":{\"limit\":-1}}\n" +
        std::string(60'000, '[') +
        "\n"
        "{\"id\":2,\"query\":\"no line end\"}");
    ASSERT_EQ(answers.size(), 8U);
    EXPECT_EQ(answers[0]["id"], 1);
    EXPECT_EQ(error_of(answers[1]), "bad-json");
    EXPECT_EQ(error_of(answers[2]), "bad-json");
    EXPECT_EQ(answers[3]["id"], "b");
    EXPECT_EQ(error_of(answers[3]["answers"][1]), "bad-value");
    EXPECT_EQ(answers[3]["answers"][1]["error"]["pointer"], "/filters/issuer");
    EXPECT_EQ(error_of(answers[4]), "too-long");
    EXPECT_EQ(error_of(answers[5]), "out-of-range");
    EXPECT_EQ(error_of(answers[6]), "too-deep");
    EXPECT_EQ(answers[7]["id"], 2);
}

TEST_F(ProtocolCli, OneProcessServesAndFollowsTheIndex) {
    BackgroundProgram program({COMMSEARCH_PROGRAM, "--index", index(), "--ndjson"}, english);
    const auto ask_process = [&] {
        program.write("{\"page\":{\"limit\":0}}\n");
        return answer(program.read_line());
    };
    EXPECT_EQ(ask_process()["generation"], "gen-000001") << "answered before the input ends";
    const std::size_t before = ask_process()["total"]["reports"];
    build(folder_.write("other/a.jsonl", R"({"id":"a","text":"Nhân dân xây dựng nông thôn mới."})")
              .parent_path()
              .string());
    const Json after = ask_process();
    EXPECT_EQ(after["generation"], "gen-000002");
    EXPECT_LT(after["total"]["reports"], before);
    program.close_input();
    EXPECT_EQ(program.wait(), 0);
}

TEST_F(ProtocolCli, SchemasArePrintedAndMisuseIsTold) {
    for (const std::string name : {"request", "answer"}) {
        EXPECT_EQ(run({"--schema", name}).out,
                  read_bytes(std::string(COMMSEARCH_SOURCE_DIR) + "/searcher/protocol/schema/" +
                             name + ".schema.json"));
    }
    EXPECT_EQ(run({"--schema", "other"}).exit_code, 2);
    EXPECT_EQ(run({"--ndjson", "word"}).exit_code, 2);
    EXPECT_EQ(error_of(answer(run({"--request", "/nowhere/x"}).out)), "bad-value");
    EXPECT_EQ(run({"--request", "-"}, "{").exit_code, 2);
    EXPECT_EQ(run({"--request", "-"}, R"({"query":"zzqqxxzzqq"})").exit_code, 1);
}

}  // namespace
}  // namespace commsearch
