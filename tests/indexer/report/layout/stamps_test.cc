#include "indexer/report/layout/stamps.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

TEST(Stamps, WhatElectronicSignaturesPrint) {
    const struct {
        std::string text;
        Lines kept;
        std::string signer = {};
    } rows[] = {
        {"VĂN THƯ UBND XÃ\nvanthu@camxuyen.vn\n18.11.2023 07:25:14\n+07:00\n\nỦY BAN NHÂN DÂN",
         {"ỦY BAN NHÂN DÂN"}},
        {"Ký bởi: Ủy ban nhân dân xã Cẩm Mỹ\nCơ quan: Huyện Cẩm Xuyên\nThời gian ký: 18/11/2023 "
         "07:25:14 +07:00\nỦY BAN NHÂN DÂN",
         {"ỦY BAN NHÂN DÂN"}},
        {"Người ký: Lý Văn Thìn\nEmail: thin@camxuyen.vn\nCơ quan: Ủy ban nhân dân xã Cẩm Mỹ, "
         "huyện\n"
         "Cẩm Xuyên, tỉnh Hà Tĩnh\nThời gian ký: 18.11.2023 07:25:14\n+07:00\nXã họp.",
         {"Xã họp."},
         "Lý Văn Thìn"},
        {"Xã họp.\nNgười ký: Lý Văn Thìn Email: thin@camxuyen.vn Thời gian ký: 18.11.2023 07:25",
         {"Xã họp."}},
        {"Signature Not Verified\nKý bởi: LÝ VĂN THÌN\nNgày ký: 18/11/2023 07:25:14\nHết.",
         {"Hết."},
         "LÝ VĂN THÌN"},
        // One such line alone is text, and so are times and addresses.
        {"Người ký: Chủ tịch xã\nXã họp.", {"Người ký: Chủ tịch xã", "Xã họp."}},
        {"Email: xa@camxuyen.vn\nCơ quan: UBND xã", {"Email: xa@camxuyen.vn", "Cơ quan: UBND xã"}},
        {"Thời gian ký: từ 7 giờ 30\nXã họp.", {"Thời gian ký: từ 7 giờ 30", "Xã họp."}},
        {"18/11/2023 07:25\nXã họp.", {"18/11/2023 07:25", "Xã họp."}},
    };
    for (const auto& row : rows) {
        std::vector<Line> lines = lines_of(row.text);
        const StampBlock block = take_stamps(lines);
        Lines kept;
        for (const Line& line : lines) kept.emplace_back(line.text);
        EXPECT_EQ(kept, row.kept) << row.text;
        EXPECT_EQ(block.signers.empty() ? "" : block.signers.front().name, row.signer) << row.text;
    }
}

TEST(Stamps, AStampStandsAboveTheHeader) {
    const Report report =
        parsed("VĂN THƯ UBND XÃ\nvanthu@camxuyen.vn\n18.11.2023 07:25:14\n+07:00\n\n" +
               std::string(state_paper));
    const Report bare = parsed(std::string(state_paper));
    EXPECT_EQ(report.title, bare.title);
    EXPECT_EQ(report.number, bare.number);
    EXPECT_EQ(report.issuer, bare.issuer);
    EXPECT_EQ(passages_of(report), passages_of(bare));
}

}  // namespace
}  // namespace commsearch::report
