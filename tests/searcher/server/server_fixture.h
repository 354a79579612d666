#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/background_program.h"
#include "tests/support/corpus_index.h"
#include "tests/support/http_client.h"

namespace commsearch::server {

/// A server over an index of corpus/; every answer that goes through json_of is validated.
class ServerTest : public CorpusIndexTest {
protected:
    void start(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command = {COMMSEARCH_SERVER_PROGRAM, "--port", "0", "--index",
                                            index()};
        command.insert(command.end(), options.begin(), options.end());
        server_ = std::make_unique<BackgroundProgram>(command, english);
        const std::string address = server_->read_line();  // "http://127.0.0.1:40001/"
        port_ = static_cast<std::uint16_t>(std::stoul(address.substr(address.rfind(':') + 1)));
    }

    [[nodiscard]] HttpClient client() const { return HttpClient(port_); }

    Json json_of(const RawResponse& response) { return answer(response.body); }

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

    std::unique_ptr<BackgroundProgram> server_;
    std::uint16_t port_ = 0;
};

}  // namespace commsearch::server
