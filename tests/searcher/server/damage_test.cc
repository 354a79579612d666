// An index that rots while it is served: every address goes on answering, by a page where people
// look and by JSON where programs do, and the server lives.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/searcher/server/server_fixture.h"

namespace commsearch::server {
namespace {

namespace fs = std::filesystem;

class RottenIndexTest : public ServerTest {
protected:
    /// What asks for every address, with an id that the whole index has.
    static std::vector<std::string> targets_with(const std::string& report) {
        std::vector<std::string> targets = {"/",
                                            "/?q=n%C3%B4ng+th%C3%B4n&sort=date",
                                            "/?q=%22ng%C3%A2n+s%C3%A1ch%22&from=2020-01-01",
                                            "/bao-cao?q=thu&id=" + report,
                                            "/xuat.csv?q=thu+chi",
                                            "/xuat.txt?q=thu+chi",
                                            "/search?q=nong+thon+moi&explain=true",
                                            "/search?q=d%E1%BB%8Bch*+OR+v%E1%BB%A5+m%C3%B9a",
                                            "/search?q=khong+co+tu+nao+zzqq",
                                            "/suggest?q=nong+th",
                                            "/suggest?q=x%C3%A2y+d",
                                            "/suggest?q=41/bc",
                                            "/facets/section?q=xa&find=giao",
                                            "/facets/heading?q=xa",
                                            "/reports/" + report + "?q=thu",
                                            "/passages/" + report + "%231"};
        for (const char* const always : {"/schema", "/schema/answer", "/static/app.js", "/metrics",
                                         "/readyz", "/healthz", "/none"})
            targets.emplace_back(always);
        return targets;
    }

    /// The server answers all of them, whatever it says.
    void expect_answers(const std::vector<std::string>& targets) {
        for (const std::string& target : targets) {
            SCOPED_TRACE(target);
            const RawResponse response = client().get(target);
            ASSERT_NE(response.status, 0) << "no answer: " << server_->errors();
            ++answers_of_[response.status];
            if (response.status != 500) continue;
            const bool is_page =
                target.starts_with("/?") || target == "/" || target.starts_with("/bao-cao");
            EXPECT_EQ(response.headers.at("content-type"),
                      is_page ? "text/html; charset=utf-8" : "application/json; charset=utf-8");
            if (!is_page) {
                EXPECT_EQ(json_of(response)["error"]["exit_code"], 3);
            }
        }
        ASSERT_EQ(client().get("/healthz").status, 200);
    }

    [[nodiscard]] fs::path file(const std::string& name) const {
        return folder_.path() / "index" / "gen-000001" / name;
    }

    std::map<int, std::size_t> answers_of_;  ///< by status
};

/// In place: the server has the file open.
void overwrite(const fs::path& path, std::size_t at, const std::string& bytes) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST_F(RottenIndexTest, BlocksOfEveryTableAreAnsweredWithoutHarm) {
    constexpr std::size_t block = 8192;
    constexpr std::size_t parts = 12;
    const std::string bytes = read_bytes(file("passages.xapian"));
    ASSERT_GT(bytes.size(), parts * block);
    start();
    const std::string report = json_of(client().get("/search?q=thu&limit=1"))["reports"][0]["id"];
    const std::vector<std::string> targets = targets_with(report);
    // The tables stand one behind the other: each part holds blocks of one or two of them; the last
    // round is all of them at once.
    const std::size_t step = bytes.size() / block / parts;
    for (std::size_t part = 0; part <= parts; ++part) {
        SCOPED_TRACE(part);
        const std::size_t from =
            part == parts ? block : std::max<std::size_t>(part * step, 1) * block;
        const std::size_t to = part == parts ? bytes.size() : (part + 1) * step * block;
        start();  // keeps nothing of what it has read before
        for (const char filling : {'\0', '\xff', 'a'}) {
            overwrite(file("passages.xapian"), from, std::string(to - from, filling));
            ASSERT_NO_FATAL_FAILURE(expect_answers(targets));
        }
        overwrite(file("passages.xapian"), from, bytes.substr(from, to - from));
    }
    EXPECT_GT(answers_of_[500], parts) << "the damage was met";
}

TEST_F(RottenIndexTest, ColumnsAreRefusedOrAnsweredWithoutHarm) {
    start();
    const std::string report = json_of(client().get("/search?q=thu&limit=1"))["reports"][0]["id"];
    const std::vector<std::string> targets = targets_with(report);
    server_.reset();
    const std::string bytes = read_bytes(file("passages.columns"));
    constexpr std::size_t parts = 10;
    std::size_t refused = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        SCOPED_TRACE(part);
        const std::size_t at = part * bytes.size() / parts + part;
        overwrite(file("passages.columns"), at, std::string(3, '\x5a'));
        try {
            start();
            ASSERT_NO_FATAL_FAILURE(expect_answers(targets));
        } catch (const std::runtime_error&) {  // it did not begin to serve
            EXPECT_EQ(server_->wait(), 3);
            EXPECT_NE(server_->errors().find("run: commsearch-index build"), std::string::npos)
                << server_->errors();
            ++refused;
        }
        server_.reset();
        overwrite(file("passages.columns"), at, bytes.substr(at, 3));
    }
    EXPECT_LT(refused, parts) << "some damage is met only by a search";
}

}  // namespace
}  // namespace commsearch::server
