#include "indexer/review/coverage/coverage.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/cli/commands/filed_reports.h"
#include "indexer/program/program.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/review/coverage/coverage_periods.h"
#include "indexer/review/coverage/coverage_render.h"
#include "indexer/review/coverage/expected_communes.h"
#include "indexer/schema/kinds.h"

namespace commsearch::cli {
namespace {

constexpr int max_months = 240;
constexpr std::size_t max_late_days = 366;

const CommandHelp coverage_help = {
    "coverage",
    {"[--province TÊN] [--district TÊN] [TÙY_CHỌN]",
     "[--province NAME] [--district NAME] [OPTIONS]"},
    {"Xã nào đã gửi báo cáo của kỳ nào, xã nào chậm, xã nào còn thiếu, theo chỉ mục đang dùng.\n"
     "Nêu tỉnh hay huyện thì xét mọi xã có vào kỳ ấy; không nêu thì xét các xã có báo cáo.\n"
     "Mã thoát 1: thiếu báo cáo, nếu có --fail-on-missing; hoặc không có gì để xét.",
     "Tells which communes have filed for which period, which were late and which are missing, by\n"
     "the published index: of a province or district every commune of that time, else those that\n"
     "have reports. Exit code 1: something is missing, with --fail-on-missing; or there is "
     "nothing."},
    {"Ví dụ:\n"
     "  commsearch-index coverage --province \"Lào Cai\" --issuer ubnd --from 2024-01 --to "
     "2024-12\n"
     "  commsearch-index coverage --expect xa.tsv --period quarter --csv --fail-on-missing",
     "Examples:\n"
     "  commsearch-index coverage --province \"Lào Cai\" --issuer ubnd --from 2024-01 --to "
     "2024-12\n"
     "  commsearch-index coverage --expect communes.tsv --period quarter --csv "
     "--fail-on-missing"}};

/// What was typed.
struct CoverageOptions {
    std::string index, province, district, issuer, from, to, rhythm = "month", late_days, expect;
    bool csv = false, json = false, fail_on_missing = false;
};

void add_what(CommandOptions& options, CoverageOptions& typed) {
    options.add_index(typed.index);
    options.add("--province", typed.province, {"TÊN", "NAME"},
                {"mọi xã của tỉnh này", "every commune of this province"});
    options.add("--district", typed.district, {"TÊN", "NAME"},
                {"mọi xã của huyện này (đến tháng 6 năm 2025)",
                 "every commune of this district (until June 2025)"});
    options.add(
        "--expect", typed.expect, {"TỆP", "FILE"},
        {"các xã trong tệp: mỗi dòng một mã hay tên xã,\nsau dấu tab là huyện hay tỉnh",
         "the communes of a file: a code or name a line,\ndistrict or province behind a tab"});
    options.add("--issuer", typed.issuer, {"CƠ_QUAN", "ISSUER"},
                {"dang-uy, ubnd, hdnd, mttq, doan-the …; mặc định: trong bốn cơ quan\nđầu, những "
                 "cơ quan có báo cáo",
                 "dang-uy, ubnd, hdnd, mttq, doan-the …; default: those of the\nfirst four that "
                 "have reports"});
    options.add("--period", typed.rhythm, {"KỲ", "PERIOD"},
                {"month, quarter, half, nine-months hay year; mặc định: month",
                 "month, quarter, half, nine-months or year; default: month"});
    options.add(
        "--from", typed.from, {"THÁNG", "MONTH"},
        {"kỳ kết thúc từ tháng này, 2024-01; mặc định: kỳ đầu tiên có báo cáo",
         "periods that end in this month or later, 2024-01;\ndefault: the first with a report"});
    options.add("--to", typed.to, {"THÁNG", "MONTH"},
                {"đến tháng này; mặc định: kỳ cuối cùng có báo cáo",
                 "up to this month; default: the last with a report"});
    options.add("--late-days", typed.late_days, {"SỐ", "N"},
                {"ký sau kỳ quá số ngày này là chậm; mặc định: 10",
                 "signed more than so many days after the period is late; default: 10"});
}

void add_how(CommandOptions& options, CoverageOptions& typed) {
    options.add_flag("--csv", typed.csv, {"in dạng CSV (RFC 4180)", "print CSV (RFC 4180)"});
    options.add_flag("--json", typed.json,
                     {"in dạng JSON (docs/json.md)", "print JSON (docs/json.md)"});
    options.add_flag("--fail-on-missing", typed.fail_on_missing,
                     {"mã thoát 1 khi thiếu báo cáo", "exit code 1 when a report is missing"});
}

Month month_of(const CommandOptions& options, const std::string& option, const std::string& typed,
               Month fallback) {
    if (typed.empty()) return fallback;
    const Month month = Month::parse(typed);
    if (!month.is_known())
        options.wrong_use({option + " cần một tháng như 2024-01, không phải “" + typed + "”",
                           option + " needs a month such as 2024-01, not “" + typed + "”"});
    return month;
}

std::vector<std::string> issuers_asked(const CommandOptions& options, const std::string& typed,
                                       const std::vector<review::FiledReport>& reports) {
    if (typed.empty()) return review::issuers_of(reports);
    if (schema::number_of_slug(schema::issuer_kinds(), typed) == 0) {
        std::string known;
        for (const schema::Kind& kind : schema::issuer_kinds().subspan(1))
            known += (known.empty() ? "" : ", ") + std::string(kind.slug);
        options.wrong_use({"--issuer là một trong: " + known, "--issuer is one of: " + known});
    }
    return {typed};
}

std::vector<Period> periods_asked(const CommandOptions& options, const CoverageOptions& typed,
                                  review::Rhythm rhythm, review::MonthRange reported) {
    const Month first = month_of(options, "--from", typed.from, reported.first);
    const Month last = month_of(options, "--to", typed.to, reported.last);
    if (!first.is_known() || !last.is_known()) return {};
    const bool both = !typed.from.empty() && !typed.to.empty();
    if (both && last < first)
        options.wrong_use({"--to đứng trước --from", "--to comes before --from"});
    if (last.months_since(first) >= max_months)
        options.wrong_use(
            {"từ --from đến --to nhiều nhất là " + std::to_string(max_months) + " tháng",
             "--from to --to are at most " + std::to_string(max_months) + " months"});
    return review::periods_ending_within(rhythm, first, last);
}

std::string bytes_of(const CommandOptions& options, const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.is_open() || stream.bad())
        options.wrong_use({"không đọc được tệp " + file, "cannot read " + file});
    return bytes;
}

std::vector<report::Commune> communes_asked(const CommandOptions& options,
                                            const CoverageOptions& typed,
                                            const std::vector<Period>& periods,
                                            const std::vector<review::FiledReport>& reports) {
    const report::Gazetteer gazetteer;
    review::CoverageArea area{typed.district, typed.province, {}};
    for (const Period& period : periods) area.epochs.insert(review::epoch_of(period));
    if (!typed.expect.empty())
        return review::listed_communes(bytes_of(options, typed.expect), typed.expect, area,
                                       gazetteer);
    if (!typed.province.empty() || !typed.district.empty())
        return review::communes_within(area, gazetteer);
    return review::communes_that_filed(reports, gazetteer);
}

Date today_in_utc() {
    const std::chrono::year_month_day day =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace

int run_coverage(const std::vector<std::string>& arguments, Language language) {
    CoverageOptions typed;
    CommandOptions options(coverage_help, language);
    add_what(options, typed);
    add_how(options, typed);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    if (typed.csv && typed.json)
        options.wrong_use({"chỉ chọn một trong --csv và --json", "--csv or --json, not both"});
    const auto rhythm = review::parse_rhythm(typed.rhythm);
    if (!rhythm)
        options.wrong_use({"--period là month, quarter, half, nine-months hay year",
                           "--period is month, quarter, half, nine-months or year"});
    review::CoverageQuestion question;
    question.late_days =
        static_cast<int>(options.number("--late-days", typed.late_days, 10, 0, max_late_days));
    question.today = today_in_utc();
    const std::vector<review::FiledReport> reports = filed_reports(index_folder_of(typed.index));
    question.issuers = issuers_asked(options, typed.issuer, reports);
    question.periods =
        periods_asked(options, typed, *rhythm, review::reported_months(reports, question.issuers));
    if (!question.periods.empty())
        question.communes = communes_asked(options, typed, question.periods, reports);
    const review::Coverage coverage = review::coverage_of(reports, question);
    program::print(typed.csv    ? review::coverage_csv(coverage)
                   : typed.json ? review::coverage_json(coverage, *rhythm, question.late_days)
                                : review::coverage_text(coverage, language));
    const bool is_missing = coverage.count(review::Filing::missing) != 0;
    const bool fails = coverage.rows.empty() || (typed.fail_on_missing && is_missing);
    return fails ? program::partial : program::success;
}

}  // namespace commsearch::cli
