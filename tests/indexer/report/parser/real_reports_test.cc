// The two real reports: read where they lie, never copied.
#include "tests/indexer/report/parser/real_reports.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/sections/passages.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

class RealReportsTest : public testing::Test {
protected:
    void SetUp() override {
        if (!has_real_reports()) {
            GTEST_SKIP() << "no reports in " << real_reports() << " (set COMMSEARCH_REAL_REPORTS)";
        }
    }

    static Report parsed(const std::string& name) {
        return parse_report(real_report(name), Gazetteer(), Taxonomy());
    }
};

std::vector<Passage> passages_of(const Report& report) {
    std::vector<Passage> passages;
    for (const Section& section : report.sections) {
        passages.insert(passages.end(), section.passages.begin(), section.passages.end());
    }
    return passages;
}

/// Lines of the document that stand in no passage and in no heading of one.
std::vector<std::size_t> lines_left_out(const Report& report, const std::string& text) {
    std::string all;
    for (const Section& section : report.sections) {
        for (const std::string& heading : section.heading_path) all += heading + '\n';
        for (const Passage& passage : section.passages) all += passage.text + '\n';
    }
    const std::string key = words_key(all);
    std::vector<std::size_t> left_out;
    const std::vector<std::string_view> lines = split(text, '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string line = words_key(lines[i]);
        if (!line.empty() && key.find(line) == std::string::npos) left_out.push_back(i + 1);
    }
    return left_out;
}

TEST_F(RealReportsTest, PortalPage) {
    const Report report = parsed(portal_page);
    EXPECT_TRUE(report.title.starts_with("Đảng ủy xã Cao Ngọc"));
    EXPECT_EQ(report.number, "");
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cao Ngọc");
    EXPECT_EQ(report.issuer_kind, Issuer::dang_uy);
    EXPECT_EQ(report.commune.code, "15079");
    EXPECT_EQ(report.commune.epoch, Epoch::before_2025_07);
    ASSERT_EQ(report.successors.size(), 1U);
    EXPECT_EQ(report.successors[0].code, "15124");
    EXPECT_EQ(report.date, Date(2023, 10, 10));
    EXPECT_EQ(report.date_source, DateSource::posting);
    EXPECT_EQ(report.period.text(), "2023-M09");
    EXPECT_EQ(report.planned.text(), "2023-10/2023-12");
}

TEST_F(RealReportsTest, PartyPaper) {
    const Report report = parsed(party_paper);
    EXPECT_TRUE(report.title.starts_with("Báo cáo Kết quả"));
    EXPECT_TRUE(report.title.ends_with("tháng 12 năm 2023"));
    EXPECT_EQ(report.number, "");
    EXPECT_EQ(report.type, DocumentType::bao_cao);
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cẩm Mỹ");
    EXPECT_EQ(report.commune.code, "18739");
    EXPECT_EQ(report.commune.district, "Huyện Cẩm Xuyên");
    EXPECT_EQ(report.commune.province, "Hà Tĩnh");
    EXPECT_EQ(report.commune.epoch, Epoch::before_2025_07);
    EXPECT_EQ(report.date, Date(2023, 11, 30));
    EXPECT_EQ(report.date_source, DateSource::signing);
    EXPECT_EQ(report.period.text(), "2023-11");
    EXPECT_EQ(report.planned.text(), "2023-12");
}

TEST_F(RealReportsTest, EveryFieldOfTheMetadata) {
    struct Field {
        std::string name, found, expected;
    };
    const auto fields_of = [](const Report& report) {
        const std::string successor =
            report.successors.empty() ? "" : report.successors.front().code;
        return std::vector<Field>{
            {"number", report.number, ""},
            {"type", std::string(slug(report.type)), "bao-cao"},
            {"issuer kind", std::string(slug(report.issuer_kind)), "dang-uy"},
            {"epoch", report.commune.district.empty() ? "post" : "pre", "pre"},
            {"successor", successor, ""},
            {"commune", report.commune.name, ""},
            {"code", report.commune.code, ""},
            {"district", report.commune.district, ""},
            {"province", report.commune.province, ""},
            {"signed", std::to_string(report.signing_date.number()), ""},
            {"posted", std::to_string(report.posting_date.number()), ""},
            {"period", report.period.text(), ""},
            {"planned", report.planned.text(), ""}};
    };
    const std::vector<std::pair<std::string, std::vector<std::string>>> expected = {
        {portal_page,
         {"15124", "Cao Ngọc", "15079", "Huyện Ngọc Lặc", "Thanh Hóa", "0", "20231010", "2023-M09",
          "2023-10/2023-12"}},
        {party_paper,
         {"18739", "Cẩm Mỹ", "18739", "Huyện Cẩm Xuyên", "Hà Tĩnh", "20231130", "0", "2023-11",
          "2023-12"}}};
    std::size_t right = 0;
    std::size_t all = 0;
    for (const auto& [name, values] : expected) {
        std::vector<Field> fields = fields_of(parsed(name));
        for (std::size_t i = 0; i < values.size(); ++i) fields[4 + i].expected = values[i];
        for (const Field& field : fields) {
            EXPECT_EQ(field.found, field.expected) << name << ": " << field.name;
            right += field.found == field.expected ? 1 : 0;
            ++all;
        }
    }
    std::cout << "metadata fields of the real reports: " << right << " of " << all << '\n';
    EXPECT_EQ(right, all);
}

/// Every irregular heading, by the line where it stands.
TEST_F(RealReportsTest, IrregularHeadings) {
    const struct {
        std::string report;
        std::uint32_t line;
        std::string begin;  ///< of the innermost heading above the passage of that line
    } rows[] = {
        {portal_page, 34, "1.2."},  {portal_page, 35, "1.3."},  {portal_page, 37, "1.4."},
        {portal_page, 65, "2.2."},  {portal_page, 82, "3.1."},  {portal_page, 84, "3.2."},
        {portal_page, 94, "1.3."},  {portal_page, 95, "1.4."},  {portal_page, 97, "2.1."},
        {portal_page, 98, "2.2."},  {portal_page, 110, "1.1."}, {portal_page, 125, "1.1."},
        {portal_page, 149, "2.2."}, {portal_page, 151, "2.5."}, {party_paper, 28, "5.1 ."},
        {party_paper, 37, "5.2."},  {party_paper, 43, "5.3:"},  {party_paper, 54, "5.4."},
        {party_paper, 64, "1."},    {party_paper, 66, "2."},    {party_paper, 80, "5.1."},
        {party_paper, 85, "5.2."},  {party_paper, 98, "III."},
    };
    for (const auto& [name, line, begin] : rows) {
        const Report report = parsed(name);
        std::string heading;
        for (const Section& section : report.sections) {
            for (const Passage& passage : section.passages) {
                if (passage.first_line <= line && line <= passage.last_line)
                    heading = section.heading_path.empty() ? "" : section.heading_path.back();
            }
        }
        EXPECT_TRUE(heading.starts_with(begin)) << name << " line " << line << ": " << heading;
    }
}

TEST_F(RealReportsTest, EachPassageOnceInOrderAndOfItsSize) {
    for (const std::string name : {portal_page, party_paper}) {
        const std::vector<Passage> passages = passages_of(parsed(name));
        std::set<std::string> texts;
        std::uint32_t line = 0;
        for (const Passage& passage : passages) {
            EXPECT_TRUE(texts.insert(passage.text).second) << passage.text;
            EXPECT_GE(passage.first_line, line);
            EXPECT_LE(passage.first_line, passage.last_line);
            EXPECT_LE(word_count(passage.text), passage_max_words);
            EXPECT_EQ(passage.text.find(".jpg"), std::string::npos);
            line = passage.last_line;
        }
        EXPECT_GE(passages.size(), 40U);
        EXPECT_LE(passages.size(), 75U);
    }
}

TEST_F(RealReportsTest, OnlyTheFrameIsLeftOut) {
    // Menu, counter and title (L1-18), dates (L20, L161), images (L24, L154 and their copies), the
    // link at the end (L300). The copy of the body holds nothing that the body does not.
    const std::string page = real_report(portal_page).text;
    for (const std::size_t line : lines_left_out(parsed(portal_page), page)) {
        const bool frame = line <= 18 || line == 20 || line == 24 || line == 154 || line == 159 ||
                           line == 161 || line == 165 || line == 295 || line == 300;
        EXPECT_TRUE(frame) << "line " << line;
    }
    for (const Passage& passage : passages_of(parsed(portal_page))) {
        EXPECT_GE(passage.first_line, 22U);
        EXPECT_LE(passage.last_line, 154U);
    }
    // Header and title (L1-11), signature and recipients (L118-124).
    const std::string paper = real_report(party_paper).text;
    for (const std::size_t line : lines_left_out(parsed(party_paper), paper)) {
        EXPECT_TRUE(line <= 11 || line >= 118) << "line " << line;
    }
    for (const Passage& passage : passages_of(parsed(party_paper))) {
        EXPECT_GE(passage.first_line, 16U);
        EXPECT_LE(passage.last_line, 116U);
    }
}

TEST_F(RealReportsTest, PlansAreToldFromResults) {
    const auto plan_or_result_at = [](const Report& report, std::uint32_t line) {
        for (const Section& section : report.sections) {
            for (const Passage& passage : section.passages) {
                if (passage.first_line <= line && line <= passage.last_line)
                    return section.plan_or_result;
            }
        }
        return PlanOrResult::unknown;
    };
    const Report page = parsed(portal_page);
    for (const std::uint32_t line : {27U, 33U, 79U, 105U, 116U, 120U}) {
        EXPECT_EQ(plan_or_result_at(page, line), PlanOrResult::result) << line;
    }
    for (const std::uint32_t line : {125U, 139U, 146U, 153U}) {
        EXPECT_EQ(plan_or_result_at(page, line), PlanOrResult::plan) << line;
    }
    const Report paper = parsed(party_paper);
    for (const std::uint32_t line : {16U, 61U, 96U, 98U}) {
        EXPECT_EQ(plan_or_result_at(paper, line), PlanOrResult::result) << line;
    }
    // The heading of the plan is missing: line 99 begins it.
    for (const std::uint32_t line : {99U, 104U, 109U, 115U}) {
        EXPECT_EQ(plan_or_result_at(paper, line), PlanOrResult::plan) << line;
    }
}

}  // namespace
}  // namespace commsearch::report
