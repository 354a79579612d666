#include "indexer/source/formats/flat_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

namespace commsearch::source {
namespace {

using nlohmann::json;

std::optional<FlatObject> read_once(std::string_view text) { return FlatJsonReader().read(text); }

TEST(FlatJson, ReadsObjectsOfStrings) {
    const auto object =
        read_once(R"( { "id" : "a\"\\\/\b\f\n\r\t" ,"text":"\u1EE7 \ud83d\uDE00 ủ"} )");
    ASSERT_TRUE(object);
    EXPECT_EQ(*object, (FlatObject{{"id", "a\"\\/\b\f\n\r\t"}, {"text", "ủ 😀 ủ"}}));
    EXPECT_EQ(read_once("{}"), FlatObject{});
}

TEST(FlatJson, LeavesTheRestToOthers) {
    for (const std::string text : {"",
                                   "{",
                                   "[]",
                                   R"({"a":1})",
                                   R"({"a":null})",
                                   R"({"a":["b"]})",
                                   R"({"a":"b","a":"c"})",
                                   R"({"a":"b",})",
                                   R"({"a":"b"}x)",
                                   R"({"a":"\x"})",
                                   R"({"a":"\ud83d"})",
                                   R"({"a":"\ude00"})",
                                   R"({"a":"\ud83d\u0041"})",
                                   R"({"a":"\u12"})",
                                   R"({"a":"\u12g4"})",
                                   R"({"a":"b)",
                                   R"({"a")",
                                   "{\"a\":\"\n\"}",
                                   R"({a:"b"})",
                                   R"({"a":"b" "c":"d"})",
                                   R"({"a":"b"}{"a":"b"})",
                                   R"({"a":"b"}})",
                                   R"({"a":"b"},)",
                                   "{\"a\":\"\xff\"}",
                                   "{\"a\xff\":\"\"}"}) {
        EXPECT_EQ(read_once(text), std::nullopt) << text;
    }
}

TEST(FlatJson, ReadsNoMoreKeysThanItCanCompare) {
    std::string text = "{\"0\":\"\"";
    for (int i = 1; i < 64; ++i) text += ",\"" + std::to_string(i) + "\":\"\"";
    EXPECT_TRUE(read_once(text + "}"));
    EXPECT_FALSE(read_once(text + ",\"64\":\"\"}"));
}

TEST(FlatJson, AnObjectLeavesNothingForTheNext) {
    FlatJsonReader reader;
    const std::string large(100'000, 'x');
    EXPECT_EQ(reader.read("{\"a\":\"" + large + "\"}"), (FlatObject{{"a", large}}));
    EXPECT_EQ(reader.read(R"({"b":"y)"), std::nullopt);
    EXPECT_EQ(reader.read(R"({"b":"y"})"), (FlatObject{{"b", "y"}}));
    EXPECT_EQ(reader.read(""), std::nullopt);
}

/// What it reads is what a whole parser reads, and what is broken it does not read.
TEST(FlatJson, AgreesWithTheParser) {
    const std::vector<std::string> pieces = {
        "{",   "}",    "\"",     "\"a\"",       "\"b\"",       ":",          ",",  " ",    "\t",
        "\\n", "\\\"", "\\u00e", "\\u0041",     "\\ud83d",     "\\ude00",    "ủ",  "\x01", "\\",
        "1",   "[",    "null",   "\"a\":\"b\"", "\"c\": \"\"", "{\"d\":\"e", "\"}"};
    std::mt19937 random(17);
    std::size_t read = 0;
    FlatJsonReader reader;
    for (int i = 0; i < 300'000; ++i) {
        std::string text = random() % 2 == 0 ? "{" : "";
        const std::size_t size = random() % 7;
        for (std::size_t at = 0; at < size; ++at) text += pieces[random() % pieces.size()];
        if (random() % 2 == 0) text += "}";
        const std::optional<FlatObject> object = reader.read(text);
        if (!object) continue;
        ++read;
        const json parsed = json::parse(text, nullptr, false);
        ASSERT_TRUE(parsed.is_object()) << text;
        ASSERT_EQ(parsed.size(), object->size()) << text;
        for (const auto& [key, value] : *object) ASSERT_EQ(parsed.at(key), value) << text;
    }
    EXPECT_GT(read, 3'000U);
}

}  // namespace
}  // namespace commsearch::source
