// What pages put around a text, as the text itself shows it.

#include "indexer/report/layout/page_frame.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// The lines that are left, each ended by '\n'.
std::string framed(const std::string& text) {
    std::string left;
    for (const Line& line : without_frame(lines_of(text)).lines)
        left += std::string(line.text) + '\n';
    return left;
}

TEST(PageFrame, RunningHeadersThatCountPagesAreLeftOut) {
    const std::string gazette = "CÔNG BÁO/Số 15 + 16/Ngày 30-12-2024";
    EXPECT_EQ(
        framed("22 " + gazette + "\nĐiều 1. Phạm vi\nQuy định này áp dụng.\nThương nhân phải\n" +
               gazette + "\n23\nđăng ký điểm kinh doanh.\nĐiều 2. Phí\nThu theo ngày.\n24 " +
               gazette + "\nNgười bán nộp phí.\nĐiều 3. Hiệu lực\nTừ ngày ký.\n" + gazette +
               " 25\nBãi bỏ."),
        "Điều 1. Phạm vi\nQuy định này áp dụng.\nThương nhân phải\nđăng ký điểm kinh doanh.\n"
        "Điều 2. Phí\nThu theo ngày.\nNgười bán nộp phí.\nĐiều 3. Hiệu lực\nTừ ngày ký.\n"
        "Bãi bỏ.\n");
}

TEST(PageFrame, WhatCountsOtherThingsStays) {
    for (const std::string text :
         {"Kết quả công tác tháng 7\nMột.\nHai.\nKết quả công tác tháng 8\nBa.\nBốn.\n"
          "Kết quả công tác tháng 9\nNăm.\n",
          "1. Xây dựng nông thôn mới\nMột.\nHai.\n2. Xây dựng nông thôn mới\nBa.\nBốn.\n"
          "3. Xây dựng nông thôn mới\nNăm.\n",
          "Tổng thu ngân sách xã:\n41\nMột câu.\nTổng thu ngân sách xã:\n52\nHai câu.\n"
          "Tổng thu ngân sách xã:\n43\n"})
        EXPECT_EQ(framed(text), text);
}

TEST(PageFrame, ADayBelowTheLetterheadIsNoPostingDate) {
    const std::string head = "UBND XÃ TÂN LẬP      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY MỜI\n";
    const std::string day = "1. Thời gian: 8 giờ 00, thứ Năm, ngày 10/10/2024.";
    EXPECT_FALSE(without_frame(lines_of(head + day)).posting_date.is_known());
    EXPECT_TRUE(without_frame(lines_of("Tin tức\n10/10/2024\n" + head)).posting_date.is_known());
}

TEST(PageFrame, NothingOfALetterheadIsAMenu) {
    const std::string head = "ỦY BAN NHÂN DÂN\nHUYỆN QUẾ SƠN\nSố: 886/UBND-NN\n";
    const std::string subject = "V/v tăng cường phòng, chống bệnh viêm da nổi cục";
    const FramedText page =
        without_frame(lines_of(head + subject + "\nKính gửi: Các xã."), subject);
    EXPECT_EQ(page.lines.size(), 5U);
    // A page may be called as the body is that issues its paper.
    const std::string school = "TRƯỜNG THPT LÝ SƠN";
    const FramedText paper = without_frame(
        lines_of("Trường THPT Lý Sơn\nSỞ GIÁO DỤC QUẢNG NGÃI\n" + school + "\nSố: 36/TB-THPTLS\n"),
        "Trường THPT Lý Sơn");
    ASSERT_EQ(paper.lines.size(), 3U);
    EXPECT_EQ(paper.lines[1].text, school);
}

TEST(PageFrame, ATableOfContentsIsLeftOut) {
    const std::string body = "CHƯƠNG I. GIỚI THIỆU CHUNG\nI. Mục đích\nGiúp các xã đánh giá.\n";
    for (const std::string contents :
         {"MỤC LỤC\nCHƯƠNG I. GIỚI THIỆU CHUNG ........ 7\nI. Mục đích ......... 7\nCHƯƠNG II. QUY "
          "TRÌNH ........ 9\n",
          "MỤC LỤC\nCHƯƠNG I. GIỚI THIỆU CHUNG\t7\nI. Mục đích\t7\n",
          "Mục lục\nCHƯƠNG I. GIỚI THIỆU CHUNG 7\nI. Mục đích 8\nCHƯƠNG II. QUY TRÌNH 9\n",
          "MỤC LỤC\nTrang\nI. Mục đích và yêu cầu của\nsổ tay này……7\nII. Quy trình……12\n",
          "CHƯƠNG I. GIỚI THIỆU CHUNG……7\nI. Mục đích……7\nII. Quy trình và yêu cầu của\nsổ tay "
          "này……12\n"})
        EXPECT_EQ(framed(contents + body), body) << contents;
    const FramedText text = without_frame(lines_of("MỤC LỤC\nI. Một\t7\nII. Hai\t9\nĐoạn."));
    ASSERT_EQ(text.left_out.size(), 1U);
    EXPECT_EQ(text.left_out[0].part, LeftOutPart::contents);
    EXPECT_EQ(text.left_out[0].lines.size(), 3U);
}

TEST(PageFrame, WhatOnlyLooksLikeContentsStays) {
    for (const std::string text :
         {"Họ và tên: ............ 1\nMột đoạn văn.\n", "Kế hoạch năm 2023\nKế hoạch năm 2024\n",
          "Đảng viên mới ........ 12\nĐảng viên chuyển đi ........ 7\nHai.\n",
          "MỤC LỤC\nĐoạn văn không có số.\nĐoạn nữa.\n",
          "Kết quả:\nSố hộ nghèo đầu năm:\t12\nCận nghèo:\t15\nThoát nghèo:\t20\nHết.\n",
          "Thôn Đông\t5\nThôn Đoài\t6\nThôn Hạ\t9\nThôn Đông có ít hộ nghèo nhất.\n",
          "Thôn Đông ..... 5\nThôn Đoài ..... 6\nThôn Hạ ..... 9\nHết.\n",
          "Thôn Đông\t5\nDòng giữa là nhận xét của xã.\nThôn Đoài\t6\nThôn Hạ\t9\nHết.\n"})
        EXPECT_EQ(framed(text), text);
}

}  // namespace
}  // namespace commsearch::report
