// What commsearch-server answers, and that it follows the index and stops well.

#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "tests/searcher/server/server_fixture.h"

namespace commsearch::server {
namespace {

using namespace std::chrono_literals;

TEST_F(ServerTest, EndpointsAnswer) {
    start({"--cors", "https://a.example"});
    HttpClient keeps = client();
    const Json found = json_of(keeps.get("/search?q=n%C3%B4ng+th%C3%B4n&limit=2"));
    EXPECT_EQ(found["reports"].size(), 2U);
    Json posted =
        json_of(keeps.post("/search", R"({"query":"nông thôn","page":{"limit":2},"id":"x"})"));
    EXPECT_EQ(posted["id"], "x");
    EXPECT_EQ(posted["reports"], found["reports"]);
    EXPECT_EQ(json_of(keeps.post("/search",
                                 R"({"queries":[{"query":"a"},{"x":1}]})"))["error"]["pointer"],
              "/queries/1/x");

    const std::string passage = found["reports"][0]["passages"][0]["id"];
    const std::string report = found["reports"][0]["id"];
    std::string escaped;
    for (const char c : passage) escaped += c == '#' ? "%23" : std::string(1, c);
    const Json whole = json_of(keeps.get("/reports/" + report + "?q=thon"));
    EXPECT_EQ(whole["report"]["id"], report);
    EXPECT_GT(whole["report"]["passages"].size(), 3U);
    const Json one = json_of(keeps.get("/passages/" + escaped));
    EXPECT_EQ(one["report"]["passages"].size(), 1U);
    EXPECT_EQ(one["report"]["passages"][0]["id"], passage);
    EXPECT_EQ(keeps.get("/reports/none").status, 404);
    EXPECT_EQ(keeps.get("/passages/none%23123").status, 404);

    const Json facet = json_of(keeps.get("/facets/section?q=xa&find=giao+duc&limit=3"));
    ASSERT_FALSE(facet["values"].empty());
    EXPECT_EQ(facet["values"][0]["value"], "giao-duc");
    EXPECT_EQ(json_of(keeps.get("/facets/none"))["error"]["code"], "not-found");

    EXPECT_EQ(json_of(keeps.get("/healthz"))["status"], "ok");
    EXPECT_EQ(json_of(keeps.get("/readyz"))["status"], "ready");
    EXPECT_EQ(Json::parse(keeps.get("/schema").body)["request"]["$id"], "urn:commsearch:request:1");
    EXPECT_EQ(keeps.get("/schema/other").status, 404);
    EXPECT_EQ(keeps.get("/none").status, 404);
    EXPECT_EQ(keeps.post("/suggest", "{}").status, 405);
    EXPECT_EQ(json_of(keeps.get("/search?query=x"))["error"]["pointer"], "/query");
    EXPECT_EQ(keeps.get("/search?year=x").status, 400);

    keeps.send("HEAD /search?q=thu HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(metric("commsearch_connections"), -1);
    const RawResponse allowed = client().get("/search?q=thu", "Origin: https://a.example\r\n");
    EXPECT_EQ(allowed.headers.at("access-control-allow-origin"), "https://a.example");
    EXPECT_EQ(client()
                  .get("/search?q=thu", "Origin: https://b.example\r\n")
                  .headers.count("access-control-allow-origin"),
              0U);
}

TEST_F(ServerTest, PagesForPeopleTakeLinksAsTheyWereShared) {
    start();
    for (const std::string added : {"&fbclid=IwAR0", "&utm_source=zalo", "&zarsrc=31&_=1"}) {
        const std::string asked = "?q=thu" + added;
        for (const std::string path : {"/", "/xuat.csv", "/xuat.txt"})
            EXPECT_EQ(client().get(path + asked).status, 200) << path + asked;
        const RawResponse page = client().get('/' + asked);
        EXPECT_EQ(page.body.find("fbclid"), std::string::npos);
        EXPECT_EQ(client().get("/search" + asked).status, 400) << "the protocol stays strict";
    }
}

TEST_F(ServerTest, APagePastTheLastSaysSo) {
    start();
    const RawResponse page = client().get("/?q=thu&offset=9000");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("không còn kết quả nào ở trang này"), std::string::npos);
    EXPECT_NE(page.body.find("‹ Trang cuối"), std::string::npos);
    EXPECT_EQ(page.body.find("đang xem"), std::string::npos);
}

TEST_F(ServerTest, ErrorsAreAPageForPeopleAndJsonForPrograms) {
    start();
    const std::string browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
    const std::string too_long = "/none?q=" + std::string(7'500, 'x');
    const struct {
        std::string target, accept;
        int status;
        bool is_page;
    } rows[] = {
        {"/?q=thu&year=x", "", 400, true},
        {"/?q=thu&year=x", "Accept: application/json\r\n", 400, true},
        {"/bao-cao?q=thu&id=a&offset=x", "", 400, true},
        {"/?q=thu&from=31/02/2023", "", 400, true},
        {"/xuat.csv?year=x", "", 400, false},
        {"/xuat.csv?q=thu&year=x", browser, 400, true},
        {"/xuat.txt?q=thu&year=x", browser, 400, true},
        {"/search?year=x", browser, 400, false},
        {"/suggest?none=x", browser, 400, false},
        {"/facets/none", browser, 404, false},
        {"/reports/none", browser, 404, false},
        {"/none", "", 404, false},
        {"/none?q=thu", browser, 404, true},
        {too_long, "", 414, false},
        {too_long, browser, 414, true},
    };
    for (const auto& [target, accept, status, is_page] : rows) {
        SCOPED_TRACE(target.substr(0, 40) + ' ' + accept);
        const RawResponse response = client().get(target, accept);
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.headers.count("content-security-policy"), 1U);
        if (is_page) {
            EXPECT_EQ(response.headers.at("content-type"), "text/html; charset=utf-8");
            EXPECT_NE(response.body.find("Không tìm được"), std::string::npos);
            const bool asks = target.find("q=thu") != std::string::npos;
            EXPECT_EQ(response.body.find("value=\"thu\"") != std::string::npos, asks);
        } else {
            EXPECT_EQ(json_of(response)["error"]["exit_code"], 2);
        }
    }
    const RawResponse posted = client().post("/", "{}", browser);
    EXPECT_EQ(posted.status, 405);
    EXPECT_EQ(posted.headers.at("allow"), "GET, HEAD");
    EXPECT_EQ(posted.headers.at("content-type"), "text/html; charset=utf-8");
}

TEST_F(ServerTest, AnIndexOfTheSameNameThatWasCopiedInIsAnother) {
    start();
    const RawResponse before = client().get("/search?q=thu&limit=1");
    const std::string cursor = json_of(before)["next_cursor"];
    const TempFolder folder;
    std::filesystem::rename(index(), folder.path() / "old");
    build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus/lao-cai");
    RawResponse after = before;
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (after.headers.at("etag") == before.headers.at("etag") &&
           std::chrono::steady_clock::now() < end)
        after = client().get("/search?q=thu&limit=1");
    EXPECT_EQ(json_of(after)["generation"], json_of(before)["generation"]);
    EXPECT_LT(json_of(after)["total"]["reports"], json_of(before)["total"]["reports"]);
    EXPECT_EQ(
        client()
            .get("/search?q=thu&limit=1", "If-None-Match: " + before.headers.at("etag") + "\r\n")
            .status,
        200);
    EXPECT_EQ(client().get("/search?q=thu&limit=1&cursor=" + cursor).status, 410);
}

TEST_F(ServerTest, AnswersAreTaggedByGenerationAndCompressed) {
    start();
    HttpClient keeps = client();
    const RawResponse plain = keeps.get("/search?q=thu");
    const std::string tag = plain.headers.at("etag");
    EXPECT_NE(tag.find("gen-000001"), std::string::npos);
    EXPECT_EQ(keeps.get("/search?q=thu", "If-None-Match: " + tag + "\r\n").status, 304);
    EXPECT_EQ(keeps.get("/search?q=chi", "If-None-Match: " + tag + "\r\n").status, 200);
    const RawResponse small = keeps.get("/search?q=thu", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(small.headers.at("content-encoding"), "gzip");
    EXPECT_LT(small.body.size(), plain.body.size() / 2);
    EXPECT_EQ(small.body.substr(0, 2), "\x1f\x8b");
    for (const std::string header :
         {"Accept-Encoding: gzip;q=0\r\n", "Accept-Encoding: gzip;q=0.0\r\n",
          "Accept-Encoding: identity\r\nAccept-Encoding: gzip ; Q=0.000\r\n"}) {
        EXPECT_EQ(keeps.get("/search?q=thu", header).headers.count("content-encoding"), 0U)
            << header;
    }
    EXPECT_EQ(keeps.get("/search?q=thu", "Accept-Encoding: br\r\nAccept-Encoding: GZIP\r\n")
                  .headers.count("content-encoding"),
              1U);
}

TEST_F(ServerTest, ANewGenerationIsServedWithoutLosingARequest) {
    start();
    std::atomic<bool> stop = false;
    std::atomic<int> failed = 0;
    std::atomic<int> answered = 0;
    std::vector<std::jthread> load;
    for (int i = 0; i < 3; ++i) {
        load.emplace_back([&] {
            HttpClient keeps = client();
            while (!stop) {
                const RawResponse response = keeps.get("/search?q=nong+thon&limit=3");
                const bool is_good =
                    response.status == 200 &&
                    response.body.find("\"generation\":\"gen-") != std::string::npos;
                ++(is_good ? answered : failed);
            }
        });
    }
    for (const std::string generation : {"gen-000002", "gen-000003"}) {
        build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus");
        const auto published = std::chrono::steady_clock::now();
        std::string serving;
        while (serving != generation &&
               std::chrono::steady_clock::now() - published < 10s * patience)
            serving = Json::parse(client().get("/healthz").body)["generation"];
        EXPECT_EQ(serving, generation);
        EXPECT_LT(std::chrono::steady_clock::now() - published, 2s * patience);
    }
    stop = true;
    load.clear();
    EXPECT_EQ(failed, 0);
    EXPECT_GT(answered, 10);
}

TEST_F(ServerTest, StoppingFinishesWhatHasBegun) {
    start();
    HttpClient idle = client();
    EXPECT_EQ(idle.get("/healthz").status, 200);
    HttpClient begun = client();
    begun.send("POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client().get("/healthz").status, 200);  // the header above has been read by now
    server_->signal(SIGTERM);
    EXPECT_TRUE(idle.is_closed_within(5s));
    begun.send("{}");
    const RawResponse answer = begun.read();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("connection"), "close");
    EXPECT_EQ(server_->wait(), 0);
    EXPECT_THROW(client(), std::system_error);
}

TEST_F(ServerTest, TheLogTellsNothingOfWhoAsksWhat) {
    start();
    (void)client().get("/search?q=secretword", "User-Agent: secretagent\r\n");
    (void)client().get("/reports/secretword");
    server_->signal(SIGTERM);
    EXPECT_EQ(server_->wait(), 0);
    const std::string log = server_->errors();
    EXPECT_EQ(log.find("secret"), std::string::npos) << log;
    EXPECT_EQ(log.find("127.0.0.1\","), std::string::npos) << log;
    std::istringstream lines(log);
    std::size_t requests = 0;
    for (std::string line; std::getline(lines, line);)
        requests += Json::parse(line)["event"] == "request" ? 1 : 0;
    EXPECT_EQ(requests, 2U);
}

TEST_F(ServerTest, SuggestionsHaveHits) {
    start();
    HttpClient keeps = client();
    for (const std::string typed :
         {"nong+th", "x%C3%A2y+d", "ban+li", "ubn", "41/bc", "gi%C3%A1o+d", "zzqq", "", "%22", "a",
          "thu+ng%C3%A2n+s", "xa%3A", "nong+thon+"}) {
        const Json answer = json_of(keeps.get("/suggest?q=" + typed));
        for (const Json& suggestion : answer["suggestions"]) {
            const Json request = {{"query", suggestion["query"]}, {"page", {{"limit", 0}}}};
            const Json found = json_of(keeps.post("/search", request.dump()));
            EXPECT_GE(found["total"]["passages"], suggestion["passages"]) << suggestion;
        }
        if (typed == "ban+li") {
            EXPECT_NE(answer.dump().find("xã Bản Liền"), std::string::npos);
        }
        if (typed == "41/bc") {
            EXPECT_NE(answer.dump().find("số:41/bc-ubnd"), std::string::npos) << answer;
        }
        if (typed == "nong+th") {
            EXPECT_NE(answer.dump().find("nông thôn mới"), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace commsearch::server
