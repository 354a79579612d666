#include "indexer/report/layout/letterhead.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/layout/title.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Names = std::vector<std::string>;

Names bodies(const std::string& text) { return bodies_of(lines_of(text)); }

TEST(Letterhead, BodiesAreJoinedAndTheRestIsLeftOut) {
    const struct {
        std::string what, text;
        Names bodies;
    } rows[] = {
        {"one broken over two lines",
         "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 1/QĐ-UBND",
         {"ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"}},
        {"one above the other",
         "UBND TỈNH LÂM ĐỒNG\nSỞ NỘI VỤ\nSố: 1/QĐ-SNV",
         {"UBND TỈNH LÂM ĐỒNG", "SỞ NỘI VỤ"}},
        {"columns on one line",
         "UBND TỈNH NGHỆ AN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "SỞ TÀI CHÍNH\tĐộc lập - Tự do - Hạnh phúc\nSố: 2/STC-NS    Nghệ An, ngày 2 tháng 3 năm "
         "2024",
         {"UBND TỈNH NGHỆ AN", "SỞ TÀI CHÍNH"}},
        {"columns that one blank parts",
         "UBND TỈNH KIÊN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh "
         "phúc",
         {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}},
        {"the motto in a narrow column",
         "ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nSố: 3/KH-UBND",
         {"ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG"}},
        {"a name whose second line begins like a body",
         "BAN CHỈ ĐẠO\nPHÒNG CHỐNG THIÊN TAI\nTỈNH QUẢNG BÌNH",
         {"BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI TỈNH QUẢNG BÌNH"}},
        {"the union's motto below the number",
         "BCH ĐOÀN XÃ CẨM MỸ\nSố: 5-BC/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH",
         {"BCH ĐOÀN XÃ CẨM MỸ"}},
        {"subject and draft are none",
         "DỰ THẢO\nUBND XÃ CẨM MỸ\nSố:    /UBND-VP\nV/v chuẩn bị đại hội",
         {"UBND XÃ CẨM MỸ"}},
        {"in small letters",
         "Ủy ban nhân dân xã Cẩm Mỹ\nSố: 9/TB-UBND",
         {"Ủy ban nhân dân xã Cẩm Mỹ"}},
        {"none", "Trong tháng 9, xã đã gieo cấy xong.\n", {}},
    };
    for (const auto& [what, text, expected] : rows) EXPECT_EQ(bodies(text), expected) << what;
}

std::string title(const std::string& text) { return title_at(lines_of(text), 0).text; }

TEST(Title, EndsWhereTheBodyBegins) {
    const std::string summary = "Tình hình kinh tế - xã hội tháng 9 năm 2023";
    const std::string whole = "Báo cáo " + summary;
    const struct {
        std::string text, title;
    } rows[] = {
        {"BÁO CÁO\n" + summary + "\nTrong tháng 9 năm 2023, xã đã trồng 12 ha lạc.", whole},
        {"BÁO CÁO\n" + summary + "\nThực hiện kế hoạch, UBND xã báo cáo như sau:", whole},
        {"BÁO CÁO\n" + summary + "\nNgày 12/9/2023, tại trụ sở, Chủ tịch họp.", whole},
        {"BÁO CÁO\n" + summary + "\nNhân dân phấn khởi.", whole},
        {"BÁO CÁO\n" + summary + "\nKính gửi: UBND huyện", whole},
        {"BÁO CÁO\n" + summary + "\nI. KẾT QUẢ", whole},
        {"BÁO CÁO\n" + summary + "\n- Lúa tốt", whole},
        {"BÁO CÁO\n" + summary + "\n(Từ ngày 1 đến ngày 30)", whole},
        {"BÁO CÁO\nTình hình kinh tế - xã hội,\nquốc phòng - an ninh",
         "Báo cáo Tình hình kinh tế - xã hội, quốc phòng - an ninh"},
        {"THÔNG BÁO\nKết luận của Chủ tịch UBND xã\ntại cuộc họp về nông thôn mới",
         "Thông báo Kết luận của Chủ tịch UBND xã tại cuộc họp về nông thôn mới"},
        {"LUẬT\nTHANH TRA\nCăn cứ Hiến pháp năm 2013;", "LUẬT THANH TRA"},
        {"ĐIỀU LỆ\nHỘI LÀM VƯỜN\n(Kèm theo Quyết định số 5/QĐ-UBND", "ĐIỀU LỆ HỘI LÀM VƯỜN"},
        {"BIÊN BẢN\nSố: 5/BB-UBND\nHôm nay, ngày 3 tháng 4 năm 2024", "Biên bản"},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(title(text), expected) << text;
}

TEST(Title, ALetterIsCalledByItsSubject) {
    const auto subject = [](const std::string& text) {
        return subject_in(lines_of(text), 20).text;
    };
    EXPECT_EQ(subject("Số: 8/UBND-VP\nV/v gia hạn thời gian\nnộp hồ sơ\n\nKính gửi: Các thôn"),
              "V/v gia hạn thời gian nộp hồ sơ");
    EXPECT_EQ(subject("Số: 8/UBND-VP\nVề việc hướng dẫn\nHà Tĩnh, ngày 5 tháng 5 năm 2024"),
              "Về việc hướng dẫn");
    EXPECT_EQ(subject("V/v tiêm chủng     Cẩm Mỹ, ngày 5 tháng 5 năm 2024"), "V/v tiêm chủng");
    EXPECT_EQ(subject("Số: 8/UBND-VP\nKính gửi: Các thôn\nV/v nộp hồ sơ"), "");
}

}  // namespace
}  // namespace commsearch::report
