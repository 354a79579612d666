// Requests of the JSON protocol: what is read, what is refused and where, and that the published
// schema says the same.

#include "searcher/protocol/request_reader.h"

#include <gtest/gtest.h>

#include "searcher/model/request_error.h"
#include "searcher/protocol/line_reader.h"
#include "searcher/protocol/schema.h"
#include "tests/support/json_schema.h"
#include "tests/support/program.h"

namespace commsearch::protocol {
namespace {

/// "code pointer" of what refuses the request, empty when it is read.
std::string refusal(const std::string& json) {
    try {
        (void)read_request(json);
        return "";
    } catch (const RequestError& error) {
        return error.code() + ' ' + error.pointer();
    }
}

const std::vector<std::string>& good_requests() {
    static const std::vector<std::string> requests = {
        "{}",
        R"({"version":1,"query":"ntm","id":"a","language":"en","exact":true,"explain":true})",
        R"({"id":-7,"sort":"oldest","neighbours":true,"highlight":false})",
        R"({"highlight":{"bytes":80},"group":{"passages":0,"fold":false}})",
        R"({"page":{"limit":0,"offset":1000000}})",
        R"({"page":{"cursor":"x"}})",
        R"({"filters":{"commune":"Cao Ngọc","year":["2023",null],"date":{"from":"2023-02-28"}}})",
        R"({"filters":{"date":{"from":null,"to":"2024-02-29"},"heading":[]}})",
        R"({"facets":[]})",
        R"({"facets":["heading","commune"]})",
        R"({"facets":{"heading":{"limit":10000,"sort":"label","search":"cao"},"year":{}}})",
        R"({"queries":[{},{"query":"a","facets":["year"]}],"version":1,"id":1})",
    };
    return requests;
}

struct Refused {
    std::string json;
    std::string refusal;
    bool schema_knows = true;  ///< false: beyond what a schema can say
};

const std::vector<Refused>& bad_requests() {
    static const std::vector<Refused> requests = {
        {"[]", "wrong-type "},
        {"null", "wrong-type "},
        {R"({"quer":1})", "unknown-key /quer"},
        {R"({"a/b~c":1})", "unknown-key /a~1b~0c"},
        {R"({"query":1})", "wrong-type /query"},
        {R"({"query":null})", "wrong-type /query"},
        {R"({"version":2})", "out-of-range /version"},
        {R"({"version":"1"})", "wrong-type /version"},
        {R"({"id":1.5})", "wrong-type /id"},
        {R"({"language":"fr"})", "bad-value /language"},
        {R"({"exact":"true"})", "wrong-type /exact"},
        {R"({"sort":"newest"})", "bad-value /sort"},
        {R"({"page":{"limit":1001}})", "out-of-range /page/limit"},
        {R"({"page":{"limit":-1}})", "out-of-range /page/limit"},
        {R"({"page":{"limit":1.5}})", "wrong-type /page/limit"},
        {R"({"page":{"size":1}})", "unknown-key /page/size"},
        {R"({"page":[]})", "wrong-type /page"},
        {R"({"page":{"offset":1,"cursor":"x"}})", "bad-value /page/cursor", false},
        {R"({"group":{"passages":"3"}})", "wrong-type /group/passages"},
        {R"({"highlight":{"bytes":79}})", "out-of-range /highlight/bytes"},
        {R"({"highlight":1})", "wrong-type /highlight"},
        {R"({"facets":"year"})", "wrong-type /facets"},
        {R"({"facets":["years"]})", "unknown-facet /facets/0"},
        {R"({"facets":["year","year"]})", "duplicate-key /facets/1"},
        {R"({"facets":{"year":{"limit":10001}}})", "out-of-range /facets/year/limit"},
        {R"({"facets":{"year":{"order":1}}})", "unknown-key /facets/year/order"},
        {R"({"filters":{"comune":"x"}})", "unknown-key /filters/comune"},
        {R"({"filters":{"commune":["x",1]}})", "wrong-type /filters/commune/1"},
        {R"({"filters":{"date":{"from":"2023-02-29"}}})", "bad-value /filters/date/from", false},
        {R"({"filters":{"date":{"from":"2023"}}})", "bad-value /filters/date/from"},
        {R"({"filters":{"date":{"from":"2023-0a-01"}}})", "bad-value /filters/date/from"},
        {R"({"filters":{"date":{"from":"2024-01-01","to":"2023-01-01"}}})",
         "bad-value /filters/date", false},
        {R"({"queries":[]})", "wrong-type /queries"},
        {R"({"queries":[{"id":1}]})", "unknown-key /queries/0/id"},
        {R"({"queries":[{}],"query":"x"})", "unknown-key /query"},
    };
    return requests;
}

TEST(RequestReader, RefusesByNameAndPointer) {
    for (const Refused& request : bad_requests())
        EXPECT_EQ(refusal(request.json), request.refusal) << request.json;
    for (const std::string& request : good_requests()) EXPECT_EQ(refusal(request), "") << request;
}

TEST(RequestReader, TheSchemaSaysTheSame) {
    std::vector<std::string> texts = good_requests();
    for (const Refused& request : bad_requests()) texts.push_back(request.json);
    const std::vector<std::string> verdicts = validated("request.schema.json", texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t bad = i - good_requests().size();
        const bool is_good = i < good_requests().size() || !bad_requests()[bad].schema_knows;
        EXPECT_EQ(verdicts[i] == "ok", is_good) << texts[i] << ' ' << verdicts[i];
    }
    const std::string file = read_bytes(std::string(COMMSEARCH_SOURCE_DIR) +
                                        "/searcher/protocol/schema/request.schema.json");
    EXPECT_EQ(protocol_schema("request"), file);
    EXPECT_EQ(protocol_schema("../request"), "");
}

TEST(RequestReader, HostileTextsAreRefusedBeforeTheyCost) {
    const std::string deep(50'000, '[');
    std::string nested = "{\"filters\":";
    for (int i = 0; i < 16; ++i) nested += "{\"a\":";
    for (const auto& [json, expected] : std::vector<std::pair<std::string, std::string>>{
             {"", "bad-json "},
             {"{", "bad-json "},
             {"\xff", "bad-json "},
             {"{\"query\":\"\xff\"}", "bad-json "},
             {"{\"query\":\"\\ud800\"}", "bad-json "},
             {R"({"page":{"limit":1e999}})", "bad-json "},
             {R"({"query":"a","query":"b"})", "duplicate-key /query"},
             {deep, "too-deep "},
             {nested, "too-deep "},
             {"{\"query\":\"" + std::string(70'000, 'x') + "\"}", "too-long "},
             {"{\"query\":\"" + std::string(20'000, 'x') + "\"}", "out-of-range /query"},
             {R"({"query":"[[[[[[[[[[[[[[[[[[[[[[[[\"[["})", ""},
         }) {
        EXPECT_EQ(refusal(json), expected) << json.substr(0, 60);
    }
}

TEST(RequestReader, ParametersOfUrlsAreTheSameRequest) {
    const SearchRequest request = read_parameters({{"q", "ntm"},
                                                   {"commune", "15079"},
                                                   {"commune", ""},
                                                   {"year", "2023"},
                                                   {"from", "2023-01-02"},
                                                   {"to", ""},
                                                   {"limit", "5"},
                                                   {"sort", "date"},
                                                   {"facet", "heading"},
                                                   {"neighbours", "true"}})
                                      .queries.at(0);
    EXPECT_EQ(request.query, "ntm");
    EXPECT_EQ(request.choices,
              (std::vector<FacetChoice>{{FacetKind::commune, {"15079", std::string(unknown_value)}},
                                        {FacetKind::year, {"2023"}}}));
    EXPECT_EQ(request.from, 20230102);
    EXPECT_EQ(request.to, 0);
    EXPECT_EQ(request.limit, 5U);
    EXPECT_EQ(request.sort, SearchRequest::Sort::date);
    EXPECT_EQ(request.facets, std::vector<FacetRequest>{{FacetKind::heading}});
    EXPECT_TRUE(request.neighbours);
    const auto refused = [](const Parameters& parameters) {
        try {
            (void)read_parameters(parameters);
            return std::string();
        } catch (const RequestError& error) {
            return error.code() + ' ' + error.pointer();
        }
    };
    EXPECT_EQ(refused({{"p", "x"}}), "unknown-key /p");
    EXPECT_EQ(refused({{"q", "x"}, {"q", "y"}}), "duplicate-key /q");
    EXPECT_EQ(refused({{"limit", "x"}}), "wrong-type /page/limit");
    EXPECT_EQ(refused({{"q", "12"}}), "");
    EXPECT_EQ(refused({{"facet", "x"}}), "unknown-facet /facets/0");
}

TEST(StreamLineReader, CutsAtLineEndsWithinBounds) {
    for (const std::size_t step : {1U, 3U, 1000U}) {
        const std::string bytes = "a\n\nbb\r\n" + std::string(9, 'x') + "\n12345678\nlast";
        std::size_t at = 0;
        StreamLineReader reader(
            [&](char* buffer, std::size_t size) {
                const std::size_t given = std::min({step, size, bytes.size() - at});
                bytes.copy(buffer, given, at);
                at += given;
                return given;
            },
            8);
        std::vector<std::string> lines;
        std::string line;
        for (auto got = reader.next(line); got != StreamLineReader::Result::end;
             got = reader.next(line))
            lines.push_back(got == StreamLineReader::Result::too_long ? "too long" : line);
        EXPECT_EQ(lines, (std::vector<std::string>{"a", "", "bb", "too long", "12345678", "last"}));
    }
}

}  // namespace
}  // namespace commsearch::protocol
