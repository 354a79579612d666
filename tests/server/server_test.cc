// commsearch-server as strangers meet it: endpoints, and what attackers send over raw sockets.

#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/background_program.h"
#include "tests/support/http_client.h"
#include "tests/support/json_schema.h"

namespace commsearch {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

const std::map<std::string, std::string> english = {{"LANG", "en_US.UTF-8"}};

class ServerTest : public testing::Test {
protected:
    ServerTest() { build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus"); }

    ~ServerTest() override {
        const std::vector<std::string> verdicts = validated("answer.schema.json", answers_);
        for (std::size_t i = 0; i < answers_.size(); ++i)
            EXPECT_EQ(verdicts[i], "ok") << answers_[i].substr(0, 300);
    }

    void build(const std::string& corpus) const {
        Invocation invocation;
        invocation.command = {
            COMMSEARCH_INDEX_PROGRAM,           "build", "--corpus", corpus, "--index",
            (folder_.path() / "index").string()};
        invocation.environment = english;
        const Outcome outcome = run_program(invocation);
        ASSERT_LE(outcome.exit_code, 1) << outcome.err;
    }

    void start(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command = {COMMSEARCH_SERVER_PROGRAM, "--port", "0", "--index",
                                            (folder_.path() / "index").string()};
        command.insert(command.end(), options.begin(), options.end());
        server_ = std::make_unique<BackgroundProgram>(command, english);
        const std::string address = server_->read_line();  // "http://127.0.0.1:40001/"
        port_ = static_cast<std::uint16_t>(std::stoul(address.substr(address.rfind(':') + 1)));
    }

    [[nodiscard]] HttpClient client() const { return HttpClient(port_); }

    Json json_of(const RawResponse& response) {
        std::string text = response.body;
        if (text.ends_with('\n')) text.pop_back();
        answers_.push_back(text);
        return Json::parse(text);
    }

    /// Status of what the bytes are answered with.
    [[nodiscard]] int status_of(const std::string& bytes) const {
        HttpClient one = client();
        one.send(bytes);
        return one.read().status;
    }

    /// The value of a line of /metrics.
    double metric(const std::string& name) {
        const std::string text = client().get("/metrics").body;
        const std::size_t at = text.find('\n' + name + ' ');
        return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
    }

    TempFolder folder_;
    std::unique_ptr<BackgroundProgram> server_;
    std::uint16_t port_ = 0;
    std::vector<std::string> answers_;
};

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
    EXPECT_EQ(keeps.get("/search?q=thu", "Accept-Encoding: gzip;q=0\r\n")
                  .headers.count("content-encoding"),
              0U);
}

TEST_F(ServerTest, WhatTwoServersMayReadDifferentlyIsRefused) {
    start();
    const std::string body = "\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const auto& [bytes, status] : std::vector<std::pair<std::string, int>>{
             {"POST /search HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + body,
              501},
             {"POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
              "chunked\r\n\r\n0\r\n" +
                  body,
              400},
             {"POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: "
              "9\r\n\r\n{}" +
                  body,
              400},
             {"POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: +2\r\n\r\n{}" + body, 400},
             {"GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n" + body, 400},
             {"GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + body, 400},
             {"GET /healthz HTTP/1.1\r\n\r\n" + body, 400},
             {"GET /healthz HTTP/1.1\nHost: x\n\n" + body, 400},
             {"GET healthz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
             {"GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n", 400},
             {"GET /?q=%0 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
             {"GET /?q=%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
             {"GET /search?q=\xff HTTP/1.1\r\nHost: x\r\n\r\n", 400},
             {"nonsense\r\n\r\n", 400},
             {"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 400},
         }) {
        HttpClient one = client();
        one.send(bytes);
        const RawResponse response = one.read();
        const bool refused = response.status == status ||
                             (status == 400 && (response.status == 501 || response.status == 505));
        EXPECT_TRUE(refused) << response.status << ' ' << bytes.substr(0, 90);
        EXPECT_EQ(one.read(2s).status, 0) << "no second answer: " << bytes.substr(0, 90);
    }
    EXPECT_EQ(client().get("/healthz").status, 200);
}

TEST_F(ServerTest, SizesAreBounded) {
    start();
    const std::string head = " HTTP/1.1\r\nHost: x\r\n";
    EXPECT_EQ(status_of("GET /?q=" + std::string(7500, 'x') + head + "\r\n"), 414);
    EXPECT_EQ(status_of("GET /?q=" + std::string(20'000, 'x') + head + "\r\n"), 431);
    EXPECT_EQ(status_of("GET /" + head + "X: " + std::string(20'000, 'x') + "\r\n\r\n"), 431);
    EXPECT_EQ(status_of("POST /search" + head + "Content-Length: 70000\r\n\r\n" +
                        std::string(70'000, 'x')),
              413);
    HttpClient expects = client();
    expects.send("POST /search" + head + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(expects.read().status, 100);
    expects.send("{}");
    EXPECT_EQ(expects.read().status, 200);
    HttpClient pipelined = client();
    pipelined.send("GET /healthz" + head + "\r\nGET /readyz" + head + "\r\n");
    EXPECT_EQ(Json::parse(pipelined.read().body)["status"], "ok");
    EXPECT_EQ(Json::parse(pipelined.read().body)["status"], "ready");
    EXPECT_EQ(status_of("POST /search" + head + "Content-Length: 60000\r\n\r\n" +
                        std::string(60'000, '[')),
              400);
}

TEST_F(ServerTest, SlowClientsAreCutAndOthersServed) {
    start({"--request-time", "1", "--answer-time", "1", "--per-address", "40"});
    std::vector<HttpClient> slow;
    for (int i = 0; i < 30; ++i) {
        slow.push_back(client());
        slow.back().send("GET /search?q=x HTTP/1.1\r\nHost: x\r\nX-");
    }
    const auto start_time = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(client().get("/search?q=thu").status, 200);
    std::size_t trickled = 0;
    while (std::chrono::steady_clock::now() - start_time < 2s && slow[0].send("a")) {
        ++trickled;  // a byte now and then does not win time
        std::this_thread::sleep_for(50ms);
    }
    for (HttpClient& one : slow) EXPECT_TRUE(one.is_closed_within(3s));
    EXPECT_GE(metric("commsearch_refused_total{reason=\"too_slow\"}"), 30);
}

TEST_F(ServerTest, OneAddressCannotTakeAllConnections) {
    start({"--per-address", "5"});
    std::vector<HttpClient> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(client());
        EXPECT_EQ(all.back().get("/healthz").status, 200);
    }
    HttpClient beyond = client();
    EXPECT_EQ(beyond.get("/healthz").status, 0);
    all.pop_back();
    for (int i = 0; i < 100; ++i) {  // until the server has seen the end of the other one
        if (client().get("/healthz").status == 200) return;
        std::this_thread::sleep_for(20ms);
    }
    FAIL() << "a place that was freed is not given away";
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
        while (serving != generation && std::chrono::steady_clock::now() - published < 10s)
            serving = Json::parse(client().get("/healthz").body)["generation"];
        EXPECT_EQ(serving, generation);
        EXPECT_LT(std::chrono::steady_clock::now() - published, 2s);
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

TEST_F(ServerTest, ReportsAndQueriesAreNeverMarkup) {
    folder_.write("evil/a.jsonl", R"x({"id":"x\"><script>alert(1)</script>",)x"
                                  R"x("title":"<img src=x onerror=alert(2)>","issuer":"=cmd()",)x"
                                  R"x("number":"+1","text":"Xã <script>alert(3)</script> họp."})x");
    build((folder_.path() / "evil").string());
start();
for (const std::string target :
     {"/?q=%3Cscript%3Ealert(4)%3C/script%3E", "/?q=%22%3E%3Cscript%3E", "/?q=xa",
      "/?year=%3Cscript%3E", "/bao-cao?q=hop&id=x%22%3E%3Cscript%3Ealert(1)%3C/script%3E"}) {
    const RawResponse page = client().get(target);
    EXPECT_EQ(page.body.find("<script>"), std::string::npos) << target;
    EXPECT_EQ(page.body.find("<img"), std::string::npos) << target;
    EXPECT_NE(page.headers.at("content-security-policy").find("default-src 'none'"),
              std::string::npos);
}
EXPECT_NE(client().get("/?q=hop").body.find("&lt;script&gt;alert(3)"), std::string::npos);
const std::string csv = client().get("/xuat.csv?q=hop").body;
EXPECT_NE(csv.find("\"'=cmd()\""), std::string::npos) << csv;
EXPECT_NE(csv.find("\"'+1\""), std::string::npos) << csv;
}

}  // namespace
}  // namespace commsearch
