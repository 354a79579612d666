#include "indexer/report/sections/taxonomy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"
#include "tests/indexer/report/parser/real_reports.h"

namespace commsearch::report {
namespace {

TEST(TaxonomyTest, TableIsSound) {
    const Taxonomy taxonomy;
    ASSERT_EQ(taxonomy.topics().size(), 52U);
    std::set<std::string> slugs;
    for (const Topic& topic : taxonomy.topics()) {
        EXPECT_TRUE(slugs.insert(topic.slug).second) << topic.slug;
        EXPECT_FALSE(topic.label.empty()) << topic.slug;
        EXPECT_TRUE(topic.parent.empty() || slugs.contains(topic.parent)) << topic.slug;
    }
}

TEST(TaxonomyTest, TopicOfAHeadingPath) {
    struct Row {
        std::vector<std::string> path;
        std::string topic;
    };
    const std::vector<Row> rows = {
        {{}, ""},
        {{"1. Lời nói đầu"}, ""},
        {{"II. KINH TẾ", "1.2. Chăn nuôi, thú y:"}, "chan-nuoi-thu-y"},
        {{"II. PHÁT TRIỂN KINH TẾ", "1. Đánh giá"}, "kinh-te-chung"},
        // The first topic a heading names is its topic, the longer name where two begin together.
        {{"5. Tiểu thủ công nghiệp - thương mại"}, "cong-nghiep-ttcn-xd"},
        {{"3. Quốc phòng-An ninh"}, "quoc-phong-an-ninh"},
        {{"3.1. Quốc phòng:"}, "quoc-phong"},
        {{"4. Cải cách hành chính - Tư pháp"}, "cchc-mot-cua"},
        // Abbreviations alone.
        {{"3.2. ANTT:"}, "an-ninh-trat-tu"},
        {{"5.4. Hội CCB."}, "hoi-ccb"},
        {{"1.8. Xây dựng NTM"}, "nong-thon-moi"},
        {{"2. CCHC"}, "cchc-mot-cua"},
        // Accents, case and marks do not count.
        {{"2. CONG TAC DAN VAN"}, "dan-van"},
        {{"1. Nông thôn  mới"}, "nong-thon-moi"},
        // Words only at their borders: "chợ" is not in "chợt".
        {{"1. Bất chợt"}, ""},
        // Some words tell a topic only where the heading says nothing else.
        {{"B. KHÓ KHĂN"}, "ton-tai-han-che"},
        {{"2. Thăm gia đình khó khăn"}, ""},
        {{"I. TÌNH HÌNH CHUNG"}, "ket-qua-chung"},
        {{"4. Xã hội:"}, "van-hoa-xa-hoi-chung"},
        {{"3.5. Thẩm tra:"}, "hdnd"},
        // Below shortcomings, causes and proposals a heading keeps that topic.
        {{"IV. TỒN TẠI, HẠN CHẾ", "1. Về kinh tế, văn hóa - xã hội"}, "ton-tai-han-che"},
        {{"IV. TỒN TẠI, HẠN CHẾ", "2. Nguyên nhân"}, "nguyen-nhan"},
        {{"V. KIẾN NGHỊ", "1. Về giao thông"}, "kien-nghi-de-xuat"},
        // Below a plan the own topic counts; the plan_or_result says that it is a plan.
        {{"B. PHƯƠNG HƯỚNG", "1. Tiếp tục xây dựng nông thôn mới"}, "nong-thon-moi"},
        {{"B. PHƯƠNG HƯỚNG", "9. Việc khác"}, "phuong-huong-nhiem-vu"},
        {{"B. PHƯƠNG HƯỚNG, NHIỆM VỤ PHÁT TRIỂN KINH TẾ"}, "phuong-huong-nhiem-vu"},
    };
    const Taxonomy taxonomy;
    for (const Row& row : rows) {
        EXPECT_EQ(taxonomy.topic_of(row.path), row.topic)
            << (row.path.empty() ? "" : row.path.back());
    }
}

/// The topic the parser gave the heading or numbered paragraph of the line `number`.
std::string topic_at(const Report& report, const Taxonomy& taxonomy, std::uint32_t number,
                     std::string_view line) {
    for (const Section& section : report.sections) {
        for (const Passage& passage : section.passages) {
            if (passage.last_line < number) continue;
            for (std::size_t i = 0; i < section.heading_path.size(); ++i) {
                if (!line.starts_with(section.heading_path[i])) continue;
                const auto begin = section.heading_path.begin();
                return taxonomy.topic_of({begin, begin + static_cast<std::ptrdiff_t>(i) + 1});
            }
            return section.topic;
        }
    }
    return {};
}

TEST(TaxonomyTest, HeadingsOfTheRealReports) {
    const std::filesystem::path map = real_reports() / "../domain/sections_seed_map.tsv";
    if (!has_real_reports() || !std::filesystem::exists(map)) {
        GTEST_SKIP() << "no " << map << " (set COMMSEARCH_REAL_REPORTS)";
    }
    const Taxonomy taxonomy;
    const Gazetteer gazetteer;
    const std::string table = file_content(map);
    std::size_t right = 0;
    std::size_t all = 0;
    for (const std::string name : {portal_page, party_paper}) {
        const source::RawDocument document = real_report(name);
        const Report report = parse_report(document, gazetteer, taxonomy);
        const std::vector<std::string_view> lines = split(document.text, '\n');
        for (const TsvRow& row : tsv_rows(table)) {
            const std::string_view level = row.fields[2];
            const bool heading = level == "A" || level == "1" || level == "2" || level == "3";
            if (!name.starts_with(row.fields[0]) || !heading) continue;
            const auto number = static_cast<std::uint32_t>(std::stoul(std::string(row.fields[1])));
            const std::string topic =
                topic_at(report, taxonomy, number, without_blanks(lines.at(number - 1)));
            const std::vector<std::string_view> others = split(row.fields[5], ',');
            const bool good = topic == row.fields[4] ||
                              std::find(others.begin(), others.end(), topic) != others.end();
            right += good ? 1 : 0;
            ++all;
            if (!good) {
                std::cout << "  " << row.fields[0] << ':' << number << " is " << topic
                          << ", labelled " << row.fields[4] << ' ' << row.fields[5] << '\n';
            }
        }
    }
    ASSERT_GT(all, 90U);
    const double share = static_cast<double>(right) / static_cast<double>(all);
    std::cout << "headings with the right topic: " << right << " of " << all << " = " << share
              << '\n';
    EXPECT_GE(share, 0.95);
}

}  // namespace
}  // namespace commsearch::report
