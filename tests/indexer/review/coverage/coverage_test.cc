#include "indexer/review/coverage/coverage.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/review/coverage/coverage_periods.h"
#include "indexer/review/coverage/coverage_render.h"

namespace commsearch::review {
namespace {

using Texts = std::vector<std::string>;

const report::Commune old_commune = {Epoch::before_2025_07, "02869", "xã",      "Bản Liền",
                                     "Huyện Bắc Hà",        "005",   "Lào Cai", "10"};
const report::Commune new_commune = {Epoch::from_2025_07, "02869", "xã", "Bản Liền", "", "",
                                     "Lào Cai",           "15"};

FiledReport filed(const std::string& period, const std::string& date,
                  const report::Commune& commune = old_commune, const std::string& path = "a") {
    return {path, commune.id(), "ubnd", Period::parse(period), Date::parse_partial(date)};
}

CoverageQuestion question(const Texts& periods) {
    CoverageQuestion asked;
    for (const std::string& period : periods) asked.periods.push_back(Period::parse(period));
    asked.communes = {old_commune, new_commune};
    asked.issuers = {"ubnd"};
    asked.today = Date(2026, 1, 1);
    return asked;
}

/// "filed 3": state and days of the only cell.
std::string state_of(const std::vector<FiledReport>& reports, const CoverageQuestion& asked) {
    const Coverage coverage = coverage_of(reports, asked);
    if (coverage.rows.size() != 1 || coverage.rows[0].cells.size() != 1) return "?";
    const CoverageCell& cell = coverage.rows[0].cells[0];
    std::string text(filing_name(cell.filing));
    if (cell.reports != 0) text += ' ' + std::to_string(cell.days);
    return text;
}

TEST(Coverage, TellsWhatIsFiledLateAndMissing) {
    struct Row {
        std::string asked, reported, date, expected;
    };
    const std::vector<Row> rows = {
        {"2024-03", "2024-03", "2024-03-28", "filed -3"},
        {"2024-03", "2024-03", "2024-04-10", "filed 10"},
        {"2024-03", "2024-03", "2024-04-11", "late 11"},
        {"2024-02", "2024-02", "2024-03-11", "late 11"},
        {"2024-03", "2024-03", "2024-04", "filed 1"},
        {"2024-03", "2024-03", "", "filed 0"},
        {"2024-03", "2024-02", "2024-03-05", "missing"},
        {"2024-03", "", "2024-04-02", "missing"},
        // One report on the month and on more that ends with it.
        {"2024-06", "2024-H1", "2024-06-20", "filed -10"},
        {"2024-Q3", "2024-M09", "2024-09-20", "filed -10"},
        {"2024-12", "2024", "2025-01-20", "late 20"},
        {"2024-H2", "2024", "2024-12-10", "filed -21"},
        {"2024-M09", "2024-Q3", "2024-09-20", "missing"},
        {"2024-05", "2024-H1", "2024-06-20", "missing"},
        {"2024", "2020-01/2024-12", "2024-12-20", "missing"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(state_of({filed(row.reported, row.date)}, question({row.asked})), row.expected)
            << row.asked << " by " << row.reported << ' ' << row.date;
    }
}

TEST(Coverage, AsksForNothingBeforeItIsDue) {
    CoverageQuestion asked = question({"2024-03"});
    asked.today = Date(2024, 4, 10);
    EXPECT_EQ(state_of({}, asked), "pending");
    asked.today = Date(2024, 4, 11);
    EXPECT_EQ(state_of({}, asked), "missing");
    asked.late_days = 30;
    EXPECT_EQ(state_of({}, asked), "pending");
    EXPECT_EQ(state_of({filed("2024-03", "2024-04-20")}, asked), "filed 20");
}

TEST(Coverage, TakesTheReportOnJustThePeriodThenTheFirst) {
    const Coverage coverage = coverage_of({filed("2024-H1", "2024-06-01", old_commune, "half"),
                                           filed("2024-06", "2024-07-03", old_commune, "again"),
                                           filed("2024-06", "2024-07-02", old_commune, "month"),
                                           filed("2024-06", "", old_commune, "undated")},
                                          question({"2024-06"}));
    ASSERT_EQ(coverage.rows.size(), 1U);
    EXPECT_EQ(coverage.rows[0].cells[0].report.path, "month");
    EXPECT_EQ(coverage.rows[0].cells[0].reports, 4U);
}

TEST(Coverage, CommunesStandInTheirOwnEpoch) {
    const Coverage coverage = coverage_of({filed("2025-07", "2025-08-01", new_commune)},
                                          question({"2025-05", "2025-06", "2025-07", "2025-08"}));
    ASSERT_EQ(coverage.rows.size(), 2U);
    Texts states;
    for (const CoverageRow& row : coverage.rows) {
        for (const CoverageCell& cell : row.cells) states.emplace_back(filing_name(cell.filing));
    }
    EXPECT_EQ(states, (Texts{"missing", "missing", "", "", "", "", "filed", "missing"}));
    // A year belongs to those who are there at its end; what the others filed is shown.
    EXPECT_EQ(coverage_of({}, question({"2025"})).rows.size(), 1U);
    EXPECT_EQ(coverage_of({filed("2025", "2025-06-30")}, question({"2025"})).rows.size(), 2U);
}

TEST(Coverage, CountsWhatItCannotPlace) {
    FiledReport nowhere = filed("2024-03", "2024-04-01");
    nowhere.commune = {};
    FiledReport other = nowhere;
    other.period = Period::parse("2023-03");
    const Coverage coverage =
        coverage_of({nowhere, other, filed("", "2024-04-02")}, question({"2024-03"}));
    EXPECT_EQ(coverage.without_commune, 1U);
    EXPECT_EQ(coverage.without_period, 1U);
    EXPECT_EQ(coverage.count(Filing::missing), 1U);
}

TEST(Coverage, KnowsWhatReportsThereAre) {
    FiledReport school = filed("2022-01", "");
    school.issuer = "don-vi";
    FiledReport party = filed("2024-Q1", "");
    party.issuer = "dang-uy";
    const std::vector<FiledReport> reports = {filed("2024-03", ""), filed("2020-01/2025-12", ""),
                                              party, school, filed("2023-11", "")};
    EXPECT_EQ(issuers_of(reports), (Texts{"dang-uy", "ubnd"}));
    const MonthRange range = reported_months(reports, {"ubnd"});
    EXPECT_EQ(range.first, Month(2023, 11));
    EXPECT_EQ(range.last, Month(2024, 3));
    EXPECT_FALSE(reported_months(reports, {"mttq"}).first.is_known());
}

TEST(Coverage, PeriodsEndWithinTheMonthsAsked) {
    const auto within = [](const std::string& rhythm, Month first, Month last) {
        Texts texts;
        for (const Period& period : periods_ending_within(*parse_rhythm(rhythm), first, last))
            texts.push_back(period.text());
        return texts;
    };
    EXPECT_EQ(within("month", {2023, 12}, {2024, 2}), (Texts{"2023-12", "2024-01", "2024-02"}));
    EXPECT_EQ(within("quarter", {2024, 2}, {2024, 8}), (Texts{"2024-Q1", "2024-Q2"}));
    EXPECT_EQ(within("half", {2024, 1}, {2024, 12}), (Texts{"2024-H1", "2024-H2"}));
    EXPECT_EQ(within("nine-months", {2023, 9}, {2024, 9}), (Texts{"2023-M09", "2024-M09"}));
    EXPECT_EQ(within("year", {2023, 1}, {2024, 11}), (Texts{"2023"}));
    EXPECT_EQ(within("month", {2024, 2}, {2024, 1}), Texts());
    EXPECT_FALSE(parse_rhythm("week"));
    EXPECT_EQ(rhythm_name(Rhythm::nine_months), "nine-months");
}

Coverage small_grid() {
    CoverageQuestion asked = question({"2024-12", "2025-06", "2025-07"});
    asked.today = Date(2025, 8, 1);
    return coverage_of({filed("2024-12", "2025-01-20", old_commune, "b,\"=1\".txt")}, asked);
}

TEST(CoverageRender, ATableAYear) {
    EXPECT_EQ(coverage_text(small_grid(), Language::english),
              "UBND, 2024                12\n"
              "xã Bản Liền, Huyện Bắc Hà ~\n"
              "\n"
              "UBND, 2025                06 07\n"
              "xã Bản Liền, Huyện Bắc Hà ✗\n"
              "xã Bản Liền, Lào Cai         ·\n"
              "\n"
              "~ 2024-12 xã Bản Liền: 2025-01-20, 20 days after the period: b,\"=1\".txt\n"
              "\n"
              "✓ filed 0   ~ late 1   ✗ missing 1   · not due 1\n");
    EXPECT_EQ(coverage_text({}, Language::vietnamese), "Không có xã nào, kỳ nào để xem.\n");
}

TEST(CoverageRender, CsvHasALineACell) {
    EXPECT_EQ(
        coverage_csv(small_grid()),
        "period,issuer,code,commune,district,province,state,date,days,reported_period,path\r\n"
        "2024-12,ubnd,pre2025:02869,xã Bản Liền,Huyện Bắc Hà,Lào Cai,late,2025-01-20,20,2024-12,"
        "\"b,\"\"=1\"\".txt\"\r\n"
        "2025-06,ubnd,pre2025:02869,xã Bản Liền,Huyện Bắc Hà,Lào Cai,missing,,,,\r\n"
        "2025-07,ubnd,post2025:02869,xã Bản Liền,,Lào Cai,pending,,,,\r\n");
}

TEST(CoverageRender, JsonHasARowACommuneAndIssuer) {
    const auto json = nlohmann::json::parse(coverage_json(small_grid(), Rhythm::month, 10));
    EXPECT_EQ(json["periods"].dump(), R"(["2024-12","2025-06","2025-07"])");
    EXPECT_EQ(json["totals"].dump(), R"({"filed":0,"late":1,"missing":1,"pending":1})");
    EXPECT_EQ(json["rows"][0]["cells"][0].dump(),
              R"({"date":"2025-01-20","days":20,"path":"b,\"=1\".txt","period":"2024-12",)"
              R"("reported_period":"2024-12","reports":1,"state":"late"})");
    EXPECT_EQ(json["rows"][1]["commune"]["code"], "post2025:02869");
    EXPECT_EQ(json["rows"][1]["cells"].dump(), R"([{"period":"2025-07","state":"pending"}])");
}

}  // namespace
}  // namespace commsearch::review
