// A table from its file to what people and programs see of it.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/background_program.h"
#include "tests/support/http_client.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

constexpr const char* page =
    "<title>Báo cáo tháng 6 năm 2024</title><h1>Báo cáo tháng 6 năm 2024</h1>"
    "<p>UBND xã Bản Liền báo cáo kết quả thực hiện nhiệm vụ tháng 6 năm 2024 như sau đây.</p>"
    "<p>I. KINH TẾ</p><p>Các chỉ tiêu đều đạt, riêng trồng rừng chậm hơn kế hoạch giao.</p>"
    "<table><tr><td rowspan=2>TT<td rowspan=2>Chỉ tiêu<td colspan=2>Năm 2024"
    "<tr><td>Giao<td>Làm được<tr><td>1<td>Chè hữu cơ<td>120<td>118,5"
    "<tr><td>2<td>Trồng quế<td>30<td>22,2<tr><td>3<td>Thu ngân sách &lt;xã&gt;<td>5<td>6</table>"
    "<p>Trên đây là báo cáo của xã.</p>";

class TablesCli : public testing::Test {
protected:
    void SetUp() override {
        folder_.write("corpus/lao-cai/ban-lien/a.html", page);
        const Outcome built =
            run({COMMSEARCH_INDEX_PROGRAM, "build", "--corpus", "corpus", "--index", "index"});
        ASSERT_EQ(built.exit_code, 0) << built.err;
    }
    Outcome run(std::vector<std::string> command) {
        return run_in(folder_.path(), std::move(command), "vi_VN.UTF-8");
    }
    std::string searched(const std::string& query, const std::vector<std::string>& options = {}) {
        std::vector<std::string> command = {COMMSEARCH_PROGRAM, "--index", "index"};
        command.insert(command.end(), options.begin(), options.end());
        command.push_back(query);
        return run(command).out;
    }

    TempFolder folder_;
};

TEST_F(TablesCli, ShowTheHeadsAndTheRowsThatHoldHits) {
    const std::string text = searched("quế");
    EXPECT_TRUE(contains(text,
                         "     TT | Chỉ tiêu    | Năm 2024 / Giao | Năm 2024 / Làm được\n"
                         "     ---+-------------+-----------------+--------------------\n"
                         "     2  | Trồng «quế» | 30              | 22,2\n"
                         "     còn 2 dòng của bảng\n"))
        << text;
    const auto passage =
        nlohmann::json::parse(searched("quế", {"--json"}))["reports"][0]["passages"][0];
    EXPECT_EQ(passage["table"].dump(),
              R"({"columns":["TT","Chỉ tiêu","Năm 2024 / Giao","Năm 2024 / Làm được"],)"
              R"("more_rows":2,"rows":[["2","Trồng quế","30","22,2"]]})");
    EXPECT_EQ(passage["excerpt"][1]["text"], "quế");
    EXPECT_EQ(passage["excerpt"][2]["text"], " | 30 | 22,2");
    EXPECT_EQ(passage["heading_path"][0], "I. KINH TẾ");
}

TEST_F(TablesCli, AreFoundByTheirHeadsButNotAcrossCells) {
    EXPECT_TRUE(contains(searched("\"làm được\" quế"), "Trồng"));
    EXPECT_TRUE(contains(searched("\"chè hữu cơ\""), "Chè"));
    EXPECT_FALSE(contains(searched("\"22,2 3\"", {"--exact"}), "1. Báo cáo"));
    EXPECT_FALSE(contains(searched("\"quế 30\"", {"--exact"}), "1. Báo cáo"));
}

TEST_F(TablesCli, AreInspectedAsRows) {
    const Outcome text =
        run({COMMSEARCH_INDEX_PROGRAM, "inspect", "corpus/lao-cai/ban-lien/a.html"});
    EXPECT_TRUE(contains(text.out,
                         ", bảng:\n"
                         "      TT | Chỉ tiêu | Năm 2024 / Giao | Năm 2024 / Làm được\n"
                         "      1 | Chè hữu cơ | 120 | 118,5\n"))
        << text.out;
    const Outcome json =
        run({COMMSEARCH_INDEX_PROGRAM, "inspect", "--json", "corpus/lao-cai/ban-lien/a.html"});
    EXPECT_TRUE(contains(json.out,
                         R"("table":{"columns":["TT","Chỉ tiêu","Năm 2024 / Giao",)"
                         R"("Năm 2024 / Làm được"],"rows":[["1","Chè hữu cơ","120","118,5"],)"))
        << json.out;
}

TEST_F(TablesCli, AreTablesOnThePage) {
    BackgroundProgram server(
        {COMMSEARCH_SERVER_PROGRAM, "--port", "0", "--index", (folder_.path() / "index").string()},
        {});
    const std::string address = server.read_line();
    HttpClient client(
        static_cast<std::uint16_t>(std::stoul(address.substr(address.rfind(':') + 1))));
    const std::string found = client.get("/?q=qu%E1%BA%BF").body;
    EXPECT_TRUE(contains(found,
                         "<table><caption class=\"hidden\">I. KINH TẾ</caption><thead><tr>"
                         "<th scope=\"col\">TT</th><th scope=\"col\">Chỉ tiêu</th>"))
        << found;
    EXPECT_TRUE(contains(found,
                         "<tbody><tr><td>2</td><td>Trồng <mark>quế</mark></td><td>30</td>"
                         "<td>22,2</td></tr></tbody></table>"))
        << found;
    const std::string whole = client.get("/bao-cao?id=lao-cai/ban-lien/a.html&q=qu%E1%BA%BF").body;
    EXPECT_TRUE(contains(whole, "<td>Thu ngân sách &lt;xã&gt;</td>")) << whole;
    EXPECT_TRUE(contains(whole, "<td>Chè hữu cơ</td>"));
}

}  // namespace
}  // namespace commsearch
