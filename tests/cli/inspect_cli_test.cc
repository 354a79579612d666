// commsearch-index inspect, figures and doubts, as a person runs them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {
namespace {

using Arguments = std::vector<std::string>;

constexpr const char* report =
    "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\n"
    "Kết quả thực hiện nhiệm vụ tháng 6, nhiệm vụ tháng 7 năm 2024\n\n1. Nông nghiệp\n"
    "Diện tích chè hữu cơ ở thôn Pắc Kẹ đạt 120 ha.\n2. Chuyện lạ\nMột đoạn.\n";

class InspectCli : public testing::Test {
protected:
    Outcome run(const std::string& program, Arguments arguments, const std::string& language) {
        arguments.insert(arguments.begin(), program);
        return run_in(folder_.path(), std::move(arguments), language);
    }
    Outcome index(Arguments arguments, const std::string& language = "en_US.UTF-8") {
        return run(COMMSEARCH_INDEX_PROGRAM, std::move(arguments), language);
    }

    TempFolder folder_;
};

TEST_F(InspectCli, ShowsWhatWasUnderstood) {
    folder_.write("corpus/a.txt", report);
    const Outcome outcome = index({"inspect", "corpus/a.txt"}, "vi_VN.UTF-8");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out,
              R"(corpus/a.txt
  Tên:           Báo cáo Kết quả thực hiện nhiệm vụ tháng 6, nhiệm vụ tháng 7 năm 2024
  Số:            12/BC-UBND
  Loại:          Báo cáo
  Cơ quan:       UBND xã Bản Liền
  Cấp:           Cấp xã
  Xã, phường:    xã Bản Liền, Huyện Bắc Hà, Lào Cai (pre2025:02869)
  nay thuộc:     xã Bản Liền, Lào Cai (post2025:02869)
  Ngày ký:       20/06/2024
  Ngày đăng:     (không rõ)
  Kỳ báo cáo:    tháng 6/2024 (2024-06)
  Kỳ kế hoạch:   tháng 7/2024 (2024-07)
  Thôn, bản:     thôn Pắc Kẹ
Đề mục và đoạn:
  1. Nông nghiệp  [Nông nghiệp - trồng trọt · kết quả]
    đoạn 1, dòng 10: Diện tích chè hữu cơ ở thôn Pắc Kẹ đạt 120 ha.
  2. Chuyện lạ  [không rõ · kết quả]
    đoạn 2, dòng 12: Một đoạn.
Để ngoài:
  đầu văn bản, 5 dòng, từ dòng 1: UBND XÃ BẢN LIỀN…
Không có chỗ nào cần xem lại.
)");
    const std::string english = index({"inspect", "corpus/a.txt"}).out;
    EXPECT_TRUE(contains(english, "Planned for:   month 7/2024 (2024-07)\n")) << english;
    EXPECT_TRUE(contains(english, "passage 2, line 12: ")) << english;
}

TEST_F(InspectCli, JsonHasTheIdsOfTheIndex) {
    folder_.write("corpus/x/a.txt", report);
    const Outcome outcome = index({"inspect", "corpus/x/a.txt", "--corpus", "corpus", "--json"});
    const auto json = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(json.at("version"), 1);
    const auto& found = json.at("reports").at(0);
    EXPECT_EQ(found.at("id"), "x/a.txt");
    EXPECT_EQ(found.at("number"), "12/BC-UBND");
    EXPECT_EQ(found.at("commune").at("code"), "pre2025:02869");
    EXPECT_EQ(found.at("signing_date"), "2024-06-20");
    EXPECT_TRUE(found.at("posting_date").is_null());
    EXPECT_EQ(found.at("planned_period"), "2024-07");
    EXPECT_EQ(found.at("villages").at(0).at("name"), "Pắc Kẹ");
    EXPECT_EQ(found.at("level"), "xa");
    EXPECT_TRUE(found.at("doubts").empty());
    EXPECT_EQ(found.at("left_out").at(0).at("part"), "header");
    EXPECT_EQ(found.at("left_out").at(0).at("lines").at(0).at("line"), 1);
    const auto& passage = found.at("sections").at(0).at("passages").at(0);
    EXPECT_TRUE(passage.at("page").is_null());

    ASSERT_EQ(index({"build", "--quiet", "--corpus", "corpus", "--index", "index"}).exit_code, 0);
    const Outcome search =
        run(COMMSEARCH_PROGRAM, {"--index", "index", "--json", "chè hữu cơ"}, "en_US.UTF-8");
    const auto hit = nlohmann::json::parse(search.out).at("reports").at(0);
    EXPECT_EQ(hit.at("passages").at(0).at("id"), passage.at("id"));
    EXPECT_EQ(hit.at("signing_date"), "2024-06-20");
    EXPECT_TRUE(hit.at("posting_date").is_null());
    EXPECT_EQ(hit.at("planned_period"), "2024-07");
    EXPECT_TRUE(hit.at("passages").at(0).at("page").is_null());
}

TEST_F(InspectCli, EveryDocumentOfAFileAndTheUnreadableOnes) {
    folder_.write("a.jsonl", "{\"id\": \"one\", \"text\": \"Nuôi ong.\"}\n{bad\n");
    const Outcome outcome = index({"inspect", "a.jsonl"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(contains(outcome.out, "a.jsonl:1\n")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "Not read: a.jsonl:2: ")) << outcome.out;
}

TEST_F(InspectCli, AFileOfNoKnownFormatSaysSo) {
    folder_.write("corpus/a.xyz", report);
    for (const Arguments& arguments :
         {Arguments{"inspect", "corpus/a.xyz"},
          Arguments{"inspect", "corpus/a.xyz", "--corpus", "corpus"}}) {
        const Outcome outcome = index(arguments);
        EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
        EXPECT_TRUE(contains(outcome.out, "Not read: corpus/a.xyz: ")) << outcome.out;
        EXPECT_TRUE(contains(outcome.out, ".xyz")) << outcome.out;
    }
}

TEST_F(InspectCli, WrongUseExits2) {
    folder_.write("corpus/a.txt", report);
    folder_.write("b.txt", report);
    const struct {
        Arguments arguments;
        std::string message;
    } cases[] = {
        {{"inspect"}, "FILE, the report, is missing"},
        {{"inspect", "none.txt"}, "there is no file none.txt; check the path"},
        {{"inspect", "corpus"}, "corpus is a folder; name a file"},
        {{"inspect", "b.txt", "--corpus", "corpus"},
         "b.txt is no file of a report below the folder corpus"},
        {{"inspect", "corpus/a.txt", "b.txt"}, "b.txt"},
        {{"doubts"}, "--corpus DIR is missing"},
        {{"doubts", "--corpus", "corpus", "--csv", "--json"}, "--csv or --json, not both"},
    };
    for (const auto& [arguments, message] : cases) {
        const Outcome outcome = index(arguments);
        EXPECT_EQ(outcome.exit_code, 2) << message << outcome.err;
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.err;
    }
    EXPECT_EQ(index({"doubts", "--corpus", "nowhere"}).exit_code, 3);
}

TEST_F(InspectCli, DoubtsOfACorpus) {
    folder_.write("corpus/a.txt", report);
    folder_.write("corpus/b.txt", "Báo cáo\n\n1. Thủy sản\nNuôi cá, nuôi ong.\n");
    folder_.write("corpus/empty.txt", "");
    folder_.write("corpus/title.txt", "UBND XÃ BẢN LIỀN\nBÁO CÁO\nKết quả tháng 6 năm 2024\n");
    const Outcome table = index({"doubts", "--corpus", "corpus"});
    EXPECT_EQ(table.exit_code, 1) << "a file could not be read";
    EXPECT_TRUE(table.out.starts_with("no-date: 2 files\n  corpus/b.txt  no date of signing"))
        << table.out;
    EXPECT_TRUE(contains(table.out, "no-commune: 1 file\n  corpus/b.txt  no commune is named\n"));
    EXPECT_TRUE(contains(table.out, "unreadable: 1 file\n  corpus/empty.txt  ")) << table.out;
    EXPECT_TRUE(contains(table.out,
                         "Looked at 3 reports; 2 of them are doubtful: no-date 2, no-text 1, "
                         "no-commune 1, unreadable 1.\n"))
        << table.out;
    const Outcome csv = index({"doubts", "--corpus", "corpus", "--csv"});
    EXPECT_TRUE(
        csv.out.starts_with("path,line,code,message\r\n"
                            "corpus/b.txt,,no-date,"))
        << csv.out;
    EXPECT_TRUE(contains(index({"doubts", "--corpus", "corpus"}, "vi").out, "Đã xem 3 báo cáo"));

    const Outcome listed = index({"doubts", "--corpus", "corpus", "--json"});
    EXPECT_EQ(listed.exit_code, 1);
    const auto json = nlohmann::json::parse(listed.out);
    EXPECT_EQ(json.at("version"), 1);
    EXPECT_EQ(json.at("reports_read"), 3);
    EXPECT_EQ(json.at("kinds").at(0).at("code"), "no-date");
    EXPECT_EQ(json.at("kinds").at(0).at("reports"), 2);
    EXPECT_EQ(json.at("reports").size(), 2U);
    EXPECT_EQ(json.at("reports").at(0).at("path"), "corpus/b.txt");
    EXPECT_EQ(json.at("reports").at(0).at("doubts").at(0).at("code"), "no-date");
    EXPECT_TRUE(json.at("reports").at(0).at("doubts").at(0).at("line").is_null());
    EXPECT_EQ(json.at("skipped").at(0).at("path"), "corpus/empty.txt");
}

TEST_F(InspectCli, ASidecarStatesWhatAPaperDoesNot) {
    folder_.write("corpus/b.txt", "Báo cáo\n\n1. Thủy sản\nNuôi cá, nuôi ong.\n");
    folder_.write("corpus/metadata.tsv",
                  "path\tcommune\tdistrict\tprovince\tdate\tperiod\n"
                  "b.txt\tCao Ngọc\tNgọc Lặc\tThanh Hóa\t2023-10-10\t2023-M09\n"
                  "c.txt\tX\t\t\t\t\nb.txt\tX\t\t\t2023\t\n");
    const Outcome shown = index({"inspect", "corpus/b.txt", "--corpus", "corpus"});
    EXPECT_TRUE(contains(shown.out, "(pre2025:15079)")) << shown.out;
    EXPECT_TRUE(contains(shown.out, "first 9 months of 2023")) << shown.out;
    EXPECT_TRUE(contains(index({"inspect", "corpus/b.txt"}).out, "(pre2025:15079)"))
        << "the table beside the file";
    const Outcome build = index({"build", "--quiet", "--corpus", "corpus", "--index", "index"});
    EXPECT_EQ(build.exit_code, 1) << "two rows are of no use";
    EXPECT_TRUE(contains(build.out, "corpus/metadata.tsv:3")) << build.out;
    EXPECT_TRUE(contains(build.out, "corpus/metadata.tsv:4")) << build.out;
    const Outcome found =
        run(COMMSEARCH_PROGRAM, {"--index", "index", "--commune", "Minh Sơn"}, "en_US.UTF-8");
    EXPECT_TRUE(contains(found.out, "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa · 10/10/2023"))
        << found.out;
    folder_.write("corpus/metadata.tsv", "path\tcommune\tprovince\nb.txt\tChi Khê\tNghệ An\n");
    ASSERT_EQ(index({"build", "--quiet", "--corpus", "corpus", "--index", "index"}).exit_code, 0);
    const Outcome moved =
        run(COMMSEARCH_PROGRAM, {"--index", "index", "--commune", "Chi Khê"}, "en_US.UTF-8");
    EXPECT_TRUE(contains(moved.out, "xã Chi Khê"))
        << "a new table is read though no report changed";
}

TEST_F(InspectCli, PrintsFigures) {
    folder_.write("corpus/a.txt", report);
    const Outcome listed = index({"figures", "--corpus", "corpus"});
    EXPECT_EQ(listed.exit_code, 0) << listed.err;
    EXPECT_TRUE(contains(listed.out, "120 ha  actual  2024-06  thôn Pắc Kẹ")) << listed.out;
    EXPECT_TRUE(contains(listed.out, "1 figures in 1 reports")) << listed.out;
    const Outcome lines = index({"figures", "--corpus", "corpus", "--json"});
    const auto json = nlohmann::json::parse(lines.out);
    EXPECT_EQ(json.at("report"), "a.txt");
    EXPECT_EQ(json.at("value"), 120);
    EXPECT_EQ(json.at("unit"), "ha");
    EXPECT_EQ(json.at("role"), "actual");
    EXPECT_EQ(json.at("text"), "Diện tích chè hữu cơ ở thôn Pắc Kẹ đạt 120 ha.");
    EXPECT_EQ(index({"figures"}).exit_code, 2);
}

}  // namespace
}  // namespace commsearch
