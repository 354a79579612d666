// What a source says of a paper beside its text: portals, JSONL fields, folders, pages.

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

TEST(ReportParserTest, PortalPage) {
    const std::string body =
        "Sáng 12/5, Đảng ủy xã Cao Ngọc họp sơ kết, đánh giá kết quả tháng 5 và bàn nhiệm vụ "
        "tháng sau.\nI. KẾT QUẢ\nLúa xuân đã trổ đều, ước năng suất khá hơn năm trước nhiều.\n"
        "Toàn xã trồng thêm 12 ha keo, không để xảy ra cháy rừng trong tháng.\n";
    const std::string text =
        "Ý kiến thăm dò\n\nTình hình kinh tế - xã hội\n\nTruy cập\nHôm nay:\n1\nHôm qua:\n0\nTất "
        "cả:\n8719\n\n"
        "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023\n\nNgày 12/05/2023 "
        "20:10:40\n\n" +
        body + "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023\n" +
        "Đăng lúc: 12/05/2023 20:10:40 (GMT+7)\n" + body +
        "z4784430075488_ef7fcef72696fab984cfec0f5aa25122.jpgz47844300_6e35.jpg\ncông khai THHC\n";
    const Report report = parsed(text);
    EXPECT_EQ(report.title, "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023");
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cao Ngọc");
    EXPECT_EQ(report.commune.code, "15079");
    ASSERT_EQ(report.successors.size(), 1U);
    EXPECT_EQ(report.successors[0].code, "15124");
    EXPECT_EQ(report.date, Date(2023, 5, 12));
    EXPECT_EQ(report.date_source, DateSource::posting);
    EXPECT_EQ(report.type, DocumentType::bao_cao);
    EXPECT_EQ(report.period.text(), "2023-05");
    EXPECT_EQ(report.planned.text(), "2023-06");
    EXPECT_EQ(
        passages_of(report),
        (Lines{"Sáng 12/5, Đảng ủy xã Cao Ngọc họp sơ kết, đánh giá kết quả tháng 5 và bàn nhiệm "
               "vụ tháng sau.",
               "I. KẾT QUẢ | Lúa xuân đã trổ đều, ước năng suất khá hơn năm trước nhiều./"
               "Toàn xã trồng thêm 12 ha keo, không để xảy ra cháy rừng trong tháng."}));
}

TEST(ReportParserTest, SentencesAboveAnEmbeddedPaperStay) {
    const Report report = parsed(
        "Kết quả tháng 5 năm 2023\n12/05/2023\nĐảng ủy xã vừa có báo cáo kết quả tháng 5.\n"
        "ĐẢNG ỦY XÃ CAO NGỌC\nSố 31-BC/ĐU\nCao Ngọc, ngày 10 tháng 5 năm 2023\nBÁO CÁO\n"
        "kết quả tháng 5 năm 2023\n\nThân bài.");
    EXPECT_EQ(report.number, "31-BC/ĐU");
    EXPECT_EQ(report.date, Date(2023, 5, 10));
    EXPECT_EQ(passages_of(report), Lines{"Đảng ủy xã vừa có báo cáo kết quả tháng 5./Thân bài."});
}

TEST(ReportParserTest, PortalAnnouncesThePaper) {
    const Report report = parsed(
        "Xã Mai Thủy: Tình hình tháng 11\n02/12/2024 07:45\n"
        "Báo cáo số 152/BC-UBND ngày 29/11/2024 của UBND xã Mai Thủy nêu kết quả.\nA. TÌNH "
        "HÌNH\nTốt.");
    EXPECT_EQ(report.number, "152/BC-UBND");
    EXPECT_EQ(report.date, Date(2024, 11, 29));
    EXPECT_EQ(report.issuer_kind, Issuer::ubnd);
    EXPECT_EQ(report.commune.code, "19309");
}

TEST(ReportParserTest, WhatTheSourceStatesWins) {
    source::RawDocument document;
    document.text = state_paper;
    document.stated = {.title = "Tên khác - Cổng thông tin điện tử xã Tân Lập",
                       .number = "9/BC-UBND",
                       .issuer = "dang-uy",
                       .type = "nghi-quyet",
                       .commune = "Cao Ngọc",
                       .commune_code = {},
                       .district = "Ngọc Lặc",
                       .province = "Thanh Hóa",
                       .date = "2022-01-02",
                       .period = "2021-Q4"};
    const Report report = parsed(document);
    EXPECT_EQ(report.title, "Tên khác");
    EXPECT_EQ(report.number, "9/BC-UBND");
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cao Ngọc");
    EXPECT_EQ(report.type, DocumentType::nghi_quyet);
    EXPECT_EQ(report.commune.code, "15079");
    EXPECT_EQ(report.date, Date(2022, 1, 2));
    EXPECT_EQ(report.date_source, DateSource::stated);
    EXPECT_EQ(report.period.text(), "2021-Q4");
}

TEST(ReportParserTest, StatedPassagesStayAsTheyAre) {
    source::RawDocument document;
    document.id = "x";
    document.stated.title = "Báo cáo tháng 5, nhiệm vụ tháng 6 năm 2023";
    document.passages = {{"I. KẾT QUẢ > 1. Chăn nuôi", "  Đàn lợn 500 con.\n"},
                         {"", " "},
                         {"II. NHIỆM VỤ THÁNG 6", "Tiêm phòng."},
                         {"", "Không có đầu mục."}};
    const Report report = parsed(document);
    EXPECT_EQ(passages_of(report),
              (Lines{"I. KẾT QUẢ | 1. Chăn nuôi | Đàn lợn 500 con.",
                     "II. NHIỆM VỤ THÁNG 6 | Tiêm phòng.", "Không có đầu mục."}));
    EXPECT_EQ(report.sections[0].passages[0].first_line, 1U);
    EXPECT_EQ(report.sections[0].topic, "chan-nuoi-thu-y");
    EXPECT_EQ(report.sections[1].passages[0].first_line, 3U);
    EXPECT_EQ(report.sections[1].plan_or_result, PlanOrResult::plan);
}

TEST(ReportParserTest, APaperIsCalledByItsOwnTitleOnAPage) {
    source::RawDocument document;
    document.text = state_paper;
    for (const char* const called : {"Báo cáo KT-XH 9 tháng", "UBND xã Tân Lập"}) {
        document.stated.title = called;
        document.stated.is_title_of_file = true;
        EXPECT_TRUE(parsed(document).title.starts_with("Báo cáo Kết quả nhiệm vụ 9 tháng"))
            << called;
        document.stated.is_title_of_file = false;
        EXPECT_EQ(parsed(document).title, called);
    }
}

TEST(ReportParserTest, AJointKindHasItsSummaryBelow) {
    for (const char* const kind : {"HƯỚNG DẪN LIÊN TỊCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG"}) {
        const std::string text = "UBND HUYỆN LỤC NGẠN\nSố: 3/HD-UBND\n" + std::string(kind) +
                                 "\nThực hiện chế độ phụ cấp đối với thôn\nMột câu của bài.\n";
        EXPECT_EQ(parsed(text).title, std::string(kind) + " Thực hiện chế độ phụ cấp đối với thôn");
    }
}

TEST(ReportParserTest, EachDateIsKeptApart) {
    const Report signed_paper = parsed(std::string(state_paper));
    EXPECT_EQ(signed_paper.signing_date, Date(2023, 9, 20));
    EXPECT_EQ(signed_paper.posting_date, Date{});
    EXPECT_EQ(signed_paper.period.text(), "2023-M09");
    EXPECT_EQ(signed_paper.planned.text(), "2023-10/2023-12");
    const Report posted = parsed(
        "Menu\nUBND xã Bản Liền báo cáo kết quả tháng 9 năm 2023\nĐăng lúc: 05/10/2023 16:39\n\n" +
        std::string(state_paper));
    EXPECT_EQ(posted.signing_date, Date(2023, 9, 20));
    EXPECT_EQ(posted.posting_date, Date(2023, 10, 5));
    EXPECT_EQ(posted.date, Date(2023, 9, 20));
}

TEST(ReportParserTest, PagesOfPassages) {
    source::RawDocument document;
    document.text = "Báo cáo tháng 5 năm 2023\nI. KINH TẾ\nLúa.\nII. XÃ HỘI\nTrường.\n";
    document.page_starts = {1, 4};
    const Report report = parsed(document);
    ASSERT_EQ(report.sections.size(), 3U);
    EXPECT_EQ(report.sections[1].passages[0].page, 1U);
    EXPECT_EQ(report.sections[2].passages[0].page, 2U);
    document.page_starts.clear();
    EXPECT_EQ(parsed(document).sections[2].passages[0].page, 0U);
}

TEST(ReportParserTest, AnAmbiguousCommuneHasCandidates) {
    const Report report = parsed("UBND XÃ TÂN LẬP\nBÁO CÁO\nKết quả tháng 6 năm 2024\n\nLúa tốt.");
    EXPECT_EQ(report.commune.code, "");
    EXPECT_EQ(report.commune.name, "Tân Lập");
    EXPECT_GE(report.candidates.size(), 20U);
    EXPECT_TRUE(parsed(std::string(state_paper)).candidates.empty());
}

TEST(ReportParserTest, AFolderStatesThePlaceOnlyWhereThePaperDoesNot) {
    const struct {
        std::string id, text, code;
    } rows[] = {
        {"ben-tre/thanh-phu-dong/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "29041"},
        {"Thanh Hóa/xã Cao Ngọc/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "15079"},
        // The province above decides: the Cẩm Mỹ of Hà Tĩnh is none of Đồng Nai.
        {"dong-nai/cam-my/x.txt", "Kết quả tháng 8 năm 2025\n\nLúa.", "26341"},
        // Until July 2025 it had none.
        {"dong-nai/cam-my/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", ""},
        {"ha-tinh/cam-my/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "18739"},
        {"dong-nai/cam-my/x.txt", "Kết quả tháng 9 năm 2025\n\nNgày 30 tháng 9 năm 2025.", "26341"},
        {"ben-tre/thanh-phu-dong/x.txt",
         "UBND xã Cao Ngọc báo cáo kết quả tháng 5 năm 2023\n\nLúa.", "15079"},
    };
    for (const auto& [id, text, code] : rows) {
        source::RawDocument document;
        document.id = id;
        document.text = text;
        EXPECT_EQ(parsed(document).commune.code, code) << id << ": " << text;
    }
}

TEST(ReportParserTest, FoldersAreTheLastHint) {
    source::RawDocument document;
    document.id = "bac-giang/tan-lap/x.txt";
    document.text = "Kết quả công tác tháng 5 năm 2023\n\nLúa tốt.";
    EXPECT_EQ(parsed(document).commune.code, "07594");
    document.id = "tan-lap/x.txt";
    EXPECT_EQ(parsed(document).commune.code, "");
    EXPECT_EQ(parsed(document).commune.name, "Tân Lập");
}

}  // namespace
}  // namespace commsearch::report
