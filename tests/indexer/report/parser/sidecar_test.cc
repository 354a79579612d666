#include "indexer/report/parser/sidecar.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "tests/support/program.h"

namespace commsearch::report {
namespace {

TEST(SidecarTest, StatesWhatAPaperDoesNot) {
    const SidecarTable table = read_sidecar(
        "\xEF\xBB\xBFpath\tCommune\tprovince\tdate\tperiod\ttype\r\n"
        "# ghi chú\r\n\r\n"
        "a/b.txt\tCao Ngọc\tThanh Hóa\t2023-10-10\t2023-M09\tBáo cáo\r\n"
        "c.txt\tChi Khê\r\n");
    EXPECT_EQ(table.findings, std::vector<SidecarTable::Finding>{});
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].line, 4U);
    EXPECT_EQ(table.rows[0].path, "a/b.txt");
    EXPECT_EQ(table.rows[0].stated.commune, "Cao Ngọc");
    EXPECT_EQ(table.rows[0].stated.date, "2023-10-10");
    EXPECT_EQ(table.rows[1].stated.commune, "Chi Khê");
    EXPECT_EQ(table.rows[1].stated.province, "");
}

TEST(SidecarTest, FaultsAreToldByLine) {
    const SidecarTable table = read_sidecar(
        "path\tdate\tperiod\tcommune_code\ttype\n"
        "a.txt\t10/10/2023\n"
        "b.txt\t\tquý 3\n"
        "c.txt\t\t\t1507\n"
        "d.txt\t\t\t\ttruyện ngắn\n"
        "\t2023-10-10\n"
        "e.txt\t2023-10-10\t2023\t15079\tbao-cao\tthừa\n"
        "f.txt\t2023-10-10\nf.txt\t2023-10-11\n");
    const struct {
        std::size_t line;
        std::string en;
    } expected[] = {
        {2, "“10/10/2023” is not a date like 2023-10-31"},
        {3, "“quý 3” is not a period like 2023-11, 2023-Q3, 2023-H1, 2023-M09 or 2023"},
        {4, "“1507” is not a commune's code of five digits"},
        {5, "“truyện ngắn” is not a kind of paper such as bao-cao"},
        {6, "the column path is empty"},
        {7, "it has 6 columns, the first line 5"},
        {9, "“f.txt” stands in a line above already"},
    };
    ASSERT_EQ(table.findings.size(), std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        EXPECT_EQ(table.findings[i].line, expected[i].line);
        EXPECT_EQ(table.findings[i].message.en, expected[i].en);
    }
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].path, "f.txt");
}

TEST(SidecarTest, ATableWithoutPathsIsOfNoUse) {
    EXPECT_EQ(read_sidecar("commune\nCao Ngọc\n").findings.at(0).line, 1U);
    EXPECT_TRUE(read_sidecar("commune\nCao Ngọc\n").rows.empty());
    const SidecarTable unknown = read_sidecar("path\txa\na.txt\tCao Ngọc\n");
    EXPECT_TRUE(unknown.findings.at(0).message.en.starts_with("there is no column “xa”"));
    EXPECT_FALSE(read_sidecar("\x01\x02\xFF").findings.empty());
    EXPECT_FALSE(read_sidecar("").findings.empty());
}

TEST(SidecarTest, WinsOverTheDocumentAndNamesMissingFiles) {
    const TempFolder folder;
    folder.write("a.txt", "Báo cáo.\n");
    folder.write("b.jsonl", "{}\n");
    folder.write("metadata.tsv",
                 "path\tcommune\nb.jsonl\tChi Khê\nb.jsonl:2\tCao Ngọc\nnone.txt\tX\n");
    const source::SourceListing listing = source::list_sources({folder.path()});
    const Sidecars sidecars({folder.path()}, listing);
    ASSERT_EQ(sidecars.findings().size(), 1U);
    EXPECT_TRUE(sidecars.findings()[0].path.ends_with("metadata.tsv:4"));
    EXPECT_EQ(sidecars.findings()[0].reason.en,
              "there is no file “none.txt” in this corpus folder");
    const source::SourceFile& lines = listing.files.at(1);
    source::RawDocument document;
    document.stated.commune = "Tân Lập";
    document.path = lines.path.string() + ":1";
    sidecars.complete(document, lines);
    EXPECT_EQ(document.stated.commune, "Chi Khê");
    document.path = lines.path.string() + ":2";
    sidecars.complete(document, lines);
    EXPECT_EQ(document.stated.commune, "Cao Ngọc");
    source::RawDocument other;
    other.path = listing.files.at(0).path.string();
    sidecars.complete(other, listing.files.at(0));
    EXPECT_EQ(other.stated.commune, "");
}

}  // namespace
}  // namespace commsearch::report
