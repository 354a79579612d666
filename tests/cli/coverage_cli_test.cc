// commsearch-index coverage, as a person runs it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {
namespace {

using Arguments = std::vector<std::string>;

std::string monthly(const std::string& month, const std::string& signing_day) {
    return "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, " + signing_day +
           "\n\nBÁO CÁO\nKết quả thực hiện nhiệm vụ tháng " + month +
           " năm 2024\n\n1. Nông nghiệp\nDiện tích chè hữu cơ đạt 120 ha.\n";
}

class CoverageCli : public testing::Test {
protected:
    void SetUp() override {
        folder_.write("corpus/lao-cai/ban-lien/4.txt", monthly("4", "ngày 29 tháng 4 năm 2024"));
        folder_.write("corpus/lao-cai/ban-lien/5.txt", monthly("5", "ngày 20 tháng 6 năm 2024"));
        ASSERT_EQ(index({"build", "--corpus", "corpus", "--index", "index"}).exit_code, 0);
    }
    Outcome index(Arguments arguments, const std::string& language = "en_US.UTF-8") {
        arguments.insert(arguments.begin(), COMMSEARCH_INDEX_PROGRAM);
        return run_in(folder_.path(), std::move(arguments), language);
    }
    Outcome coverage(Arguments arguments, const std::string& language = "en_US.UTF-8") {
        arguments.insert(arguments.begin(), "coverage");
        return index(std::move(arguments), language);
    }

    TempFolder folder_;
};

TEST_F(CoverageCli, ShowsTheCommunesThatHaveReports) {
    const Outcome outcome =
        coverage({"--issuer", "ubnd", "--from", "2024-04", "--to", "2024-06"}, "vi_VN.UTF-8");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out,
              "UBND, 2024                04 05 06\n"
              "xã Bản Liền, Huyện Bắc Hà ✓  ~  ✗\n"
              "\n"
              "~ 2024-05 xã Bản Liền: ngày 20/06/2024, sau kỳ 20 ngày: "
              "corpus/lao-cai/ban-lien/5.txt\n"
              "\n"
              "✓ đã gửi 1   ~ chậm 1   ✗ thiếu 1   · chưa đến hạn 0\n");
}

TEST_F(CoverageCli, FailsOnMissingOnlyWhenAsked) {
    EXPECT_EQ(coverage({"--fail-on-missing"}).exit_code, 0) << "April and May are there";
    EXPECT_EQ(coverage({"--to", "2024-06"}).exit_code, 0);
    EXPECT_EQ(coverage({"--to", "2024-06", "--fail-on-missing"}).exit_code, 1);
    EXPECT_EQ(coverage({"--to", "9999-01", "--from", "9999-01", "--expect", "none"}).exit_code, 2);
    EXPECT_EQ(coverage({"--province", "Lào Cai", "--from", "2999-01", "--to", "2999-01",
                        "--fail-on-missing"})
                  .exit_code,
              0)
        << "nothing is due yet";
    EXPECT_EQ(coverage({"--issuer", "mttq"}).exit_code, 1) << "nothing to look at";
}

TEST_F(CoverageCli, AsksEveryCommuneOfTheDistrictAndOfTheList) {
    const Outcome csv = coverage({"--district", "Bắc Hà", "--period", "quarter", "--from",
                                  "2024-01", "--to", "2024-03", "--csv"});
    EXPECT_TRUE(csv.out.starts_with("period,issuer,code,commune,")) << csv.out;
    EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 19);
    folder_.write("list.tsv", "Bản Liền\tBắc Hà\nCao Ngọc\n");
    const auto json = nlohmann::json::parse(
        coverage({"--expect", "list.tsv", "--late-days", "20", "--json"}).out);
    EXPECT_EQ(json["totals"].dump(), R"({"filed":2,"late":0,"missing":2,"pending":0})");
    EXPECT_EQ(json["rows"][0]["cells"][1]["path"], "corpus/lao-cai/ban-lien/5.txt");
    EXPECT_EQ(json["rows"][1]["commune"]["name"], "Cao Ngọc");
    folder_.write("list.tsv", "Bản Liền\nxyz\n");
    const Outcome bad = coverage({"--expect", "list.tsv"});
    EXPECT_EQ(bad.exit_code, 2);
    EXPECT_TRUE(contains(bad.err, "list.tsv: line 2: no commune “xyz”")) << bad.err;
}

TEST_F(CoverageCli, TellsWrongUse) {
    const std::vector<std::pair<Arguments, std::string>> rows = {
        {{"--period", "week"}, "--period is month, quarter, half, nine-months or year"},
        {{"--from", "2024"}, "--from needs a month such as 2024-01, not “2024”"},
        {{"--from", "2024-06", "--to", "2024-05"}, "--to comes before --from"},
        {{"--from", "1990-01"}, "at most 240 months"},
        {{"--issuer", "xyz"}, "--issuer is one of: dang-uy, ubnd"},
        {{"--late-days", "x"}, "--late-days"},
        {{"--csv", "--json"}, "not both"},
        {{"--province", "Atlantis"}, "there is no province or district “Atlantis”"},
    };
    for (const auto& [arguments, message] : rows) {
        const Outcome outcome = coverage(arguments);
        EXPECT_EQ(outcome.exit_code, 2) << message;
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.err;
    }
    EXPECT_EQ(coverage({"--index", "nowhere"}).exit_code, 3);
}

}  // namespace
}  // namespace commsearch
