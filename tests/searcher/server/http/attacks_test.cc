// What attackers send over raw sockets.

#include <gtest/gtest.h>

#include <thread>

#include "tests/searcher/server/server_fixture.h"

namespace commsearch::server {
namespace {

using namespace std::chrono_literals;

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
}  // namespace commsearch::server
