#include "indexer/report/fields/document_number.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/fields/issuers.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

TEST(DocumentNumberTest, StatedInAHeader) {
    struct Row {
        std::string line, text;
        DocumentType type;
        Issuer issuer;
    };
    const std::vector<Row> rows = {
        {"Số: 45/BC-UBND", "45/BC-UBND", DocumentType::bao_cao, Issuer::ubnd},
        {"Số 276-BC/ĐU", "276-BC/ĐU", DocumentType::bao_cao, Issuer::dang_uy},
        {"SỐ: 45 / BC - UBND", "45/BC-UBND", DocumentType::bao_cao, Issuer::ubnd},
        {"Số: 45/2024/QĐ-UBND", "45/2024/QĐ-UBND", DocumentType::quyet_dinh, Issuer::ubnd},
        {"Số: 45/2024/QÐ-UBND", "45/2024/QĐ-UBND", DocumentType::quyet_dinh, Issuer::ubnd},
        {"Số: 45/UBND-VX", "45/UBND-VX", DocumentType::cong_van, Issuer::ubnd},
        {"Số: 31/BC-MTTQ-BTT", "31/BC-MTTQ-BTT", DocumentType::bao_cao, Issuer::mttq},
        {"Số: 14/BC–HĐND", "14/BC-HĐND", DocumentType::bao_cao, Issuer::hdnd},
        {"Số: 07/TTr-UBND", "07/TTr-UBND", DocumentType::to_trinh, Issuer::ubnd},
        {"Số 12-CTr/ĐU", "12-CTr/ĐU", DocumentType::chuong_trinh, Issuer::dang_uy},
        {"Số: 3/BC-HND", "3/BC-HND", DocumentType::bao_cao, Issuer::doan_the},
        // The number was never filled in; its symbol still tells.
        {"   Số:   BC-ĐU", "", DocumentType::bao_cao, Issuer::dang_uy},
        {"Số:      -BC/ĐU", "", DocumentType::bao_cao, Issuer::dang_uy},
        {"Số:     /BC-UBND", "", DocumentType::bao_cao, Issuer::ubnd},
        {"Số: ...../BC-UBND", "", DocumentType::bao_cao, Issuer::ubnd},
        {"Số: …/BC-UBND", "", DocumentType::bao_cao, Issuer::ubnd},
        // Two columns on one line.
        {"ĐẢNG ỦY XÃ YÊN HÀ\tSố 5-BC/ĐU\tYên Hà, ngày 5 tháng 5 năm 2023", "5-BC/ĐU",
         DocumentType::bao_cao, Issuer::dang_uy},
    };
    for (const Row& row : rows) {
        const auto number = stated_number(tokens_of(row.line));
        ASSERT_TRUE(number) << row.line;
        EXPECT_EQ(number->text, row.text) << row.line;
        EXPECT_EQ(number->type, row.type) << row.line;
        EXPECT_EQ(number->issuer, row.issuer) << row.line;
    }
    for (const std::string line :
         {"", "Số", "Số 16 ngày 28 tháng 8", "Số hộ: 45/BC-UBND xã", "Số 8/8 thôn", "số liệu",
          "Số: 45", "SỞ GD&ĐT QUẢNG TRỊ", "SỞ NN&PTNT"}) {
        EXPECT_FALSE(stated_number(tokens_of(line))) << line;
    }
}

TEST(DocumentNumberTest, CitedInASentence) {
    const auto cited = [](std::string_view line) {
        const auto number = cited_number(tokens_of(line), DocumentType::bao_cao);
        return number ? number->text : std::string();
    };
    EXPECT_EQ(cited("xã vừa ban hành Báo cáo số 09/BC-MTTQ-BTT ngày 22/9/2025"), "09/BC-MTTQ-BTT");
    EXPECT_EQ(cited("thông qua báo cáo số 276-BC/ĐU về tháng 10"), "276-BC/ĐU");
    EXPECT_EQ(cited("thực hiện Công văn số 12/UBND-TH"), "");
    EXPECT_EQ(cited("Nghị quyết số 16-NQ/TU của Tỉnh ủy"), "");
    EXPECT_EQ(cited("báo cáo số liệu 12/BC-UBND"), "");
}

TEST(IssuersTest, BodiesInWords) {
    struct Row {
        std::string line;
        Issuer kind;
        bool superior;
    };
    const std::vector<Row> rows = {
        {"ĐẢNG ỦY XÃ YÊN HÀ", Issuer::dang_uy, false},
        {"ĐẢNG BỘ HUYỆN CẨM SƠN", Issuer::dang_uy, true},
        {"UBND HUYỆN CẨM SƠN", Issuer::ubnd, true},
        {"ỦY BAN NHÂN DÂN", Issuer::ubnd, false},
        {"UỶ BAN NHÂN DÂN XÃ YÊN HÀ", Issuer::ubnd, false},
        {"UBND THỊ XÃ HỒNG SƠN", Issuer::ubnd, true},
        {"UBND XÃ YÊN HÀ, THỊ XÃ HỒNG SƠN", Issuer::ubnd, false},
        {"THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN XÃ", Issuer::hdnd, false},
        {"BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ YÊN HÀ", Issuer::mttq, false},
        {"Hội Nông dân xã Yên Hà", Issuer::doan_the, false},
    };
    for (const Row& row : rows) {
        const auto issuer = issuer_named(words_key(row.line));
        ASSERT_TRUE(issuer) << row.line;
        EXPECT_EQ(issuer->kind, row.kind) << row.line;
        EXPECT_EQ(issuer->superior, row.superior) << row.line;
    }
    EXPECT_FALSE(issuer_named(words_key("Thôn Yên Hà họp")));
    EXPECT_FALSE(issuer_named(words_key("Ngân hàng đang ủy thác cho hội")));
    EXPECT_FALSE(issuer_named(words_key("Chủ tịch tỉnh ủy quyền")));
    EXPECT_EQ(issuer_named(words_key("Được tỉnh ủy quyền, Đảng ủy xã họp"))->label, "Đảng ủy");
    EXPECT_EQ(issuer_signing(words_key("T/M  BAN THƯỜNG VỤ"))->kind, Issuer::dang_uy);
    EXPECT_EQ(issuer_signing(words_key("TM. ỦY BAN NHÂN DÂN"))->kind, Issuer::ubnd);
    EXPECT_EQ(issuer_signing(words_key("TM. BAN THƯỜNG TRỰC"))->kind, Issuer::mttq);
    EXPECT_FALSE(issuer_signing(words_key("Lý Văn Thìn")));
}

TEST(ReportTest, SlugsLeadBack) {
    for (int i = 0; i <= static_cast<int>(Issuer::other); ++i) {
        const auto issuer = static_cast<Issuer>(i);
        EXPECT_EQ(issuer_of_slug(slug(issuer)), issuer);
    }
    for (int i = 0; i <= static_cast<int>(DocumentType::cong_van); ++i) {
        const auto type = static_cast<DocumentType>(i);
        EXPECT_EQ(document_type_of_slug(slug(type)), type);
    }
    EXPECT_EQ(slug(Issuer::dang_uy), "dang-uy");
    EXPECT_EQ(slug(DocumentType::bao_cao), "bao-cao");
    EXPECT_EQ(issuer_of_slug("không có"), Issuer::unknown);
}

}  // namespace
}  // namespace commsearch::report
