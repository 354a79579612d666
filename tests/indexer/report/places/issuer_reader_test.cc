#include "indexer/report/places/issuer_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer known;
    return known;
}

TEST(LetterheadIssuer, NameKindLevelAndPlace) {
    const Date before(2024, 5, 5);
    const Date from(2025, 9, 9);
    const struct {
        std::vector<std::string> bodies;
        Date date;
        std::string name, kind, level, district, province, commune;
    } rows[] = {
        {{"UBND TỈNH LÂM ĐỒNG"}, before, "UBND tỉnh Lâm Đồng", "ubnd", "tinh", "", "Lâm Đồng", ""},
        {{"UBND TỈNH LÂM ĐỒNG", "SỞ NỘI VỤ"},
         before,
         "Sở Nội vụ Lâm Đồng",
         "co-quan-chuyen-mon",
         "tinh",
         "",
         "Lâm Đồng",
         ""},
        {{"SỞ Y TẾ KIÊN GIANG"},
         before,
         "Sở Y tế Kiên Giang",
         "co-quan-chuyen-mon",
         "tinh",
         "",
         "Kiên Giang",
         ""},
        // Joint papers.
        {{"UBND TỈNH NINH THUẬN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO - CÔNG AN TỈNH"},
         before,
         "Sở Giáo dục và Đào tạo - Công an tỉnh Ninh Thuận",
         "co-quan-chuyen-mon",
         "tinh",
         "",
         "Ninh Thuận",
         ""},
        {{"HUYỆN ỦY - UBND HUYỆN BẮC HÀ"},
         before,
         "Huyện ủy - UBND huyện Bắc Hà",
         "dang-uy",
         "huyen",
         "Huyện Bắc Hà",
         "Lào Cai",
         ""},
        // A body that only says of which other one it is a part, or that says its own place.
        {{"VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH QUẢNG BÌNH", "CHI NHÁNH HUYỆN LỆ THỦY"},
         before,
         "Chi nhánh Văn phòng Đăng ký đất đai huyện Lệ Thủy",
         "co-quan-chuyen-mon",
         "huyen",
         "Huyện Lệ Thủy",
         "Quảng Bình",
         ""},
        {{"SỞ Y TẾ HÀ TĨNH", "BỆNH VIỆN ĐA KHOA HUYỆN CẨM XUYÊN"},
         before,
         "Bệnh viện Đa Khoa huyện Cẩm Xuyên",
         "don-vi",
         "co-so",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"TÒA ÁN NHÂN DÂN TỈNH HÀ TĨNH", "TÒA ÁN NHÂN DÂN KHU VỰC 2 - HÀ TĨNH"},
         from,
         "Tòa án nhân dân khu vực 2 - Hà Tĩnh",
         "khac",
         "tinh",
         "",
         "Hà Tĩnh",
         ""},
        {{"SỞ XÂY DỰNG LONG AN", "THANH TRA SỞ"},
         before,
         "Thanh tra Sở Xây dựng Long An",
         "co-quan-chuyen-mon",
         "tinh",
         "",
         "Long An",
         ""},
        // Without accents.
        {{"UY BAN NHAN DAN HUYEN CAM XUYEN"},
         before,
         "UBND huyện Cẩm Xuyên",
         "ubnd",
         "huyen",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"BỘ TÀI CHÍNH"}, before, "Bộ Tài chính", "trung-uong", "trung-uong", "", "", ""},
        {{"ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"},
         before,
         "UBND thành phố Hà Nội",
         "ubnd",
         "tinh",
         "",
         "Hà Nội",
         ""},
        {{"ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TĨNH"},
         before,
         "UBND thành phố Hà Tĩnh",
         "ubnd",
         "huyen",
         "Thành phố Hà Tĩnh",
         "Hà Tĩnh",
         ""},
        {{"UỶ BAN NHÂN DÂN THỊ XÃ BA ĐỒN"},
         before,
         "UBND thị xã Ba Đồn",
         "ubnd",
         "huyen",
         "Thị xã Ba Đồn",
         "Quảng Bình",
         ""},
        {{"UBND HUYỆN CẨM XUYÊN", "PHÒNG GD&ĐT"},
         before,
         "Phòng GD&ĐT huyện Cẩm Xuyên",
         "co-quan-chuyen-mon",
         "huyen",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"ĐẢNG BỘ TỈNH HÀ TĨNH", "HUYỆN ỦY CẨM XUYÊN"},
         before,
         "Huyện ủy Cẩm Xuyên",
         "dang-uy",
         "huyen",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"HUYỆN ỦY CẨM XUYÊN", "BAN DÂN VẬN"},
         before,
         "Ban Dân vận Huyện ủy Cẩm Xuyên",
         "dang-uy",
         "huyen",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"BAN CHẤP HÀNH ĐẢNG BỘ TỈNH HÀ TĨNH"},
         before,
         "Tỉnh ủy Hà Tĩnh",
         "dang-uy",
         "tinh",
         "",
         "Hà Tĩnh",
         ""},
        {{"ỦY BAN MTTQ VIỆT NAM XÃ CẨM MỸ", "BAN THƯỜNG TRỰC"},
         before,
         "Ủy ban MTTQ",
         "mttq",
         "xa",
         "",
         "",
         "Cẩm Mỹ"},
        {{"ĐOÀN TNCS HỒ CHÍ MINH", "BCH ĐOÀN XÃ CẨM MỸ"},
         before,
         "Đoàn Thanh niên",
         "doan-the",
         "xa",
         "",
         "",
         "Cẩm Mỹ"},
        {{"UBND XÃ CẨM MỸ", "TRẠM Y TẾ"}, from, "Trạm Y tế", "khac", "co-so", "", "", "Cẩm Mỹ"},
        {{"PHÒNG GD&ĐT HUYỆN CẨM XUYÊN", "TRƯỜNG TIỂU HỌC CẨM MỸ"},
         before,
         "Trường Tiểu học Cẩm Mỹ",
         "khac",
         "co-so",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
        {{"THÔN MỸ YÊN"}, before, "Thôn Mỹ Yên", "don-vi", "co-so", "", "", ""},
        {{"BẢO HIỂM XÃ HỘI HUYỆN CẨM XUYÊN"},
         before,
         "Bảo hiểm xã hội huyện Cẩm Xuyên",
         "khac",
         "huyen",
         "Huyện Cẩm Xuyên",
         "Hà Tĩnh",
         ""},
    };
    for (const auto& row : rows) {
        const auto issuer = letterhead_issuer(row.bodies, row.date, gazetteer());
        ASSERT_TRUE(issuer) << row.name;
        EXPECT_EQ(full_name(*issuer, {}), row.name);
        EXPECT_EQ(slug(issuer->kind), row.kind) << row.name;
        EXPECT_EQ(slug(issuer->level), row.level) << row.name;
        EXPECT_EQ(issuer->commune ? words_key(issuer->commune->name) : "", words_key(row.commune))
            << row.name;
        if (!row.commune.empty()) continue;
        EXPECT_EQ(issuer->region.district, row.district) << row.name;
        EXPECT_EQ(issuer->region.province, row.province) << row.name;
    }
    EXPECT_FALSE(letterhead_issuer({}, before, gazetteer()));
}

TEST(LetterheadIssuer, OfDistrictsOfOneNameTheProvinceAboveTells) {
    const Date date(2024, 5, 5);
    const auto alone = letterhead_issuer({"UBND HUYỆN CHÂU THÀNH"}, date, gazetteer());
    EXPECT_EQ(alone->region.district, "Huyện Châu Thành");
    EXPECT_EQ(alone->region.province, "") << "eight provinces have one";
    const auto told =
        letterhead_issuer({"UBND TỈNH AN GIANG", "UBND HUYỆN CHÂU THÀNH"}, date, gazetteer());
    EXPECT_EQ(told->region.province, "An Giang");
    EXPECT_FALSE(told->region.district_code.empty());
}

TEST(LetterheadIssuer, OfASentenceTheBodyThatSpeaks) {
    const Date date(2024, 5, 5);
    const auto name = [&](const std::string& text) {
        const auto issuer = issuer_in_text(text, date, gazetteer());
        return issuer ? full_name(*issuer, {}) : std::string();
    };
    EXPECT_EQ(name("Báo cáo của UBND huyện Cẩm Xuyên về nông thôn mới"), "UBND huyện Cẩm Xuyên");
    EXPECT_EQ(name("Thực hiện Công văn số 12 của Huyện ủy Cẩm Xuyên, UBND tỉnh Hà Tĩnh báo cáo"),
              "UBND tỉnh Hà Tĩnh");
    EXPECT_EQ(name("Căn cứ Chương trình của Tỉnh ủy Hà Tĩnh"), "");
    EXPECT_EQ(name("Họp tại UBND huyện Cẩm Xuyên"), "");
    EXPECT_EQ(name("Ngân hàng đang ủy thác cho hội"), "");
    EXPECT_EQ(name("Hội phụ nữ vay vốn"), "Hội LHPN");
}

}  // namespace
}  // namespace commsearch::report
