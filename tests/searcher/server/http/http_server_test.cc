// The server without its endpoints: what a handler throws or answers, and on which thread the work
// is done.

#include "searcher/server/http/http_server.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <new>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "searcher/server/errors.h"
#include "searcher/server/http/worker_pool.h"
#include "tests/support/http_client.h"

namespace commsearch::server {
namespace {

/// Serves with a handler of the test until the end of the test.
class RunningServer {
public:
    explicit RunningServer(HttpServer::Handler handler)
        : server_({.port = 0, .workers = 1}, std::move(handler), error_response, metrics_),
          thread_([this] { server_.run([] {}); }) {}
    ~RunningServer() { ::kill(::getpid(), SIGTERM); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] HttpClient client() const { return HttpClient(server_.port()); }
    [[nodiscard]] std::string metrics() const { return metrics_.text(); }

    /// What the thread of the connections has spent of a processor so far.
    [[nodiscard]] std::chrono::nanoseconds connection_time() {
        clockid_t clock{};
        timespec time{};
        EXPECT_EQ(::pthread_getcpuclockid(thread_.native_handle(), &clock), 0);
        EXPECT_EQ(::clock_gettime(clock, &time), 0);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

private:
    Metrics metrics_;
    HttpServer server_;
    std::jthread thread_;  ///< last: it uses all of the above
};

TEST(HttpServer, WhateverAHandlerThrowsIsAnAnswer) {
    const RunningServer server([](const HttpRequest& request, std::size_t) -> HttpResponse {
        if (request.path == "/error") throw Error({"hỏng", "broken"});
        if (request.path == "/exception") throw std::runtime_error("broken");
        if (request.path == "/memory") throw std::bad_alloc();
        if (request.path == "/number") throw 42;
        return {};
    });
    HttpClient keeps = server.client();
    for (const auto& [target, status] : std::vector<std::pair<std::string, int>>{
             {"/error", 500}, {"/exception", 500}, {"/memory", 503}, {"/number", 500}}) {
        const RawResponse program = keeps.get(target);
        EXPECT_EQ(program.status, status) << target;
        EXPECT_EQ(nlohmann::json::parse(program.body)["error"]["exit_code"], 3) << target;
        const RawResponse browser = keeps.get(target, "Accept: text/html,*/*;q=0.8\r\n");
        EXPECT_EQ(browser.status, status) << target;
        EXPECT_EQ(browser.headers.at("content-type"), "text/html; charset=utf-8") << target;
    }
    EXPECT_EQ(keeps.get("/").status, 200);
    EXPECT_NE(server.metrics().find("commsearch_requests_working 0\n"), std::string::npos);
}

TEST(HttpServer, AnAnswerThatCannotBeWrittenEndsItsConnectionOnly) {
    const RunningServer server([](const HttpRequest& request, std::size_t) {
        constexpr std::size_t longer_than_any_header = 70'000;
        HttpResponse response;
        if (request.path == "/bad")
            response.headers.emplace_back("X", std::string(longer_than_any_header, 'x'));
        return response;
    });
    HttpClient keeps = server.client();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(server.client().get("/bad").status, 0);
    EXPECT_EQ(keeps.get("/").status, 200);
    EXPECT_EQ(server.client().get("/").status, 200);
    EXPECT_NE(server.metrics().find("reason=\"failed\"} 3\n"), std::string::npos);
}

TEST(HttpServer, CompressesOnAWorker) {
    constexpr std::size_t size = 32U << 20U;
    RunningServer server([](const HttpRequest&, std::size_t) {
        HttpResponse response;
        for (std::size_t i = 0; response.body.size() < size; ++i)
            response.body += std::to_string(i * i) + '\n';
        return response;
    });
    HttpClient keeps = server.client();
    const auto time_of = [&](const std::string& header) {
        const auto before = server.connection_time();
        EXPECT_EQ(keeps.get("/", header).status, 200);
        return server.connection_time() - before;
    };
    const auto writing_all = time_of("");
    const auto writing_less = time_of("Accept-Encoding: gzip\r\n");
    // To compress takes a hundred times as long as to write.
    EXPECT_LT(writing_less, writing_all * 20) << "it does nothing but write";
}

TEST(WorkerPool, AJobThatThrowsEndsNoWorker) {
    std::atomic<int> done = 0;
    {
        WorkerPool pool(1, 10);
        EXPECT_TRUE(pool.add([](std::size_t) { throw 42; }));
        EXPECT_TRUE(pool.add([&](std::size_t) { ++done; }));
    }
    EXPECT_EQ(done, 1);
}

}  // namespace
}  // namespace commsearch::server
