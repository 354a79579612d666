#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/background_program.h"
#include "tests/support/http_client.h"
#include "tests/support/json_schema.h"

namespace commsearch {

/// A server over an index of corpus/; every answer that goes through json_of is validated.
class ServerTest : public testing::Test {
protected:
    using Json = nlohmann::json;
    inline static const std::map<std::string, std::string> english = {{"LANG", "en_US.UTF-8"}};

    ServerTest() { build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus"); }

    ~ServerTest() override {
        const std::vector<std::string> verdicts = validated("answer.schema.json", answers_);
        for (std::size_t i = 0; i < answers_.size(); ++i)
            EXPECT_EQ(verdicts[i], "ok") << answers_[i].substr(0, 300);
    }

    void build(const std::string& corpus) const {
        Invocation invocation;
        invocation.command = {COMMSEARCH_INDEX_PROGRAM,
                              "build",
                              "--max-fall",
                              "100",
                              "--corpus",
                              corpus,
                              "--index",
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

}  // namespace commsearch
