#include "indexer/report/fields/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch::report {
namespace {

TEST(DatesTest, PlaceAndDateLine) {
    struct Row {
        std::string line, place;
        std::uint32_t date;
    };
    const std::vector<Row> rows = {
        {"Tân Lập, ngày 20 tháng 9 năm 2023", "Tân Lập", 20230920},
        {"    Cẩm Sơn, ngày 30 tháng 11  năm 2023", "Cẩm Sơn", 20231130},
        {"Ngọc Sơn, ngày     tháng 10 năm 2023", "Ngọc Sơn", 20231000},
        {"Ngọc Sơn, ngày …… tháng 10 năm 2023", "Ngọc Sơn", 20231000},
        {"Ngọc Sơn, ngày l8 tháng 10 năm 2023", "Ngọc Sơn", 20231018},
        {"Ngọc Sơn, ngày O5 tháng l2 năm 2019", "Ngọc Sơn", 20191205},
        {"Ngọc Sơn, ngày ẻ8 tháng 10 năm 2023", "Ngọc Sơn", 20231000},
        {"ĐẢNG UỶ XÃ BẢN LANG Bản Lang, ngày 3 tháng 5 năm 2024", "Bản Lang", 20240503},
        {"Ngọc Sơn, ngày      tháng      năm 2025", "Ngọc Sơn", 20250000},
        {"Ngọc Sơn, ngày 29 tháng 02 năm 2023", "Ngọc Sơn", 0},
        {"Ngọc Sơn, ngày ... tháng 10 năm 2023", "Ngọc Sơn", 20231000},
        {"Ngọc Sơn, ngày  tháng  năm 2023", "Ngọc Sơn", 20230000},
        {"Yên Hà, ngày 05 tháng 01 năm 20 23", "Yên Hà", 20230105},
        {"Yên Hà, ngày 5/1/2023", "Yên Hà", 20230105},
        {"Yên Hà ngày 05 tháng 01 năm 2023.", "Yên Hà", 20230105},
        // Two columns on one line.
        {"Số: 12/BC-UBND\t\tYên Hà, ngày 05 tháng 01 năm 2023", "Yên Hà", 20230105},
        {"ĐẢNG ỦY XÃ YÊN HÀ      Yên Hà, ngày 05 tháng 01 năm 2023", "Yên Hà", 20230105},
        {"Phường 5, ngày 05 tháng 01 năm 2023", "Phường 5", 20230105},
        {"Yên Hà, hồi 10 giờ 30 phút ngày 05 tháng 01 năm 2023", "Yên Hà", 20230105},
    };
    for (const Row& row : rows) {
        const auto found = place_date(tokens_of(row.line));
        ASSERT_TRUE(found) << row.line;
        EXPECT_EQ(found->place, row.place) << row.line;
        EXPECT_EQ(found->date.number(), row.date) << row.line;
    }
}

TEST(DatesTest, SentencesAreNoPlaceAndDateLine) {
    const std::vector<std::string> lines = {
        "",
        "Sáng ngày 12 tháng 5 năm 2023, Đảng ủy xã họp phiên thường kỳ",
        "Sáng nay, ngày 12 tháng 5 năm 2023, Đảng ủy xã họp",
        "ngày 12 tháng 5 năm 2023",
        "Bão qua Yên Hà lúc 14 giờ 30 phút ngày 12 tháng 5 năm 2023",
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 22 tháng 12 năm 2022 của HĐND xã",
        "thôn có 8/8 hộ, ngày công 40",
    };
    for (const std::string& line : lines) EXPECT_FALSE(place_date(tokens_of(line))) << line;
}

TEST(DatesTest, BelowTheTextOnlyADateLineDates) {
    const auto date = [](const std::string& text) {
        const auto found = closing_date(lines_of(text).at(0));
        return found ? found->date.text() : std::string();
    };
    EXPECT_EQ(date("Cao Ngọc, ngày 2 tháng 10 năm 2023"), "2023-10-02");
    EXPECT_EQ(date("Thủ Dầu Một, ngày    tháng 10 năm 2023."), "2023-10");
    EXPECT_EQ(date("Nơi nhận:\t\tPhường 5, ngày 05/01/2023"), "2023-01-05");
    const std::vector<std::string> others = {
        "Hoàn thành trước ngày 31/12/2030.",
        "Hạn chót: ngày 31/12/2030",
        "Nghị quyết ngày 5 tháng 6 năm 2015",
        "Ông Lê Văn A sinh ngày 12/3/1958",
        "Sinh ngày 12/3/1958",
        "Tại Hà Nội, ngày 5 tháng 6 năm 2015",
        "(Kèm theo Quyết định số 5/QĐ-UBND ngày 5 tháng 6 năm 2015",
        "Phấn đấu xong cầu treo, ngày 31/12/2030",
    };
    for (const std::string& line : others) EXPECT_EQ(date(line), "") << line;
}

TEST(DatesTest, PostingDates) {
    struct Row {
        std::string line;
        std::uint32_t date;
        bool labelled;
    };
    const std::vector<Row> rows = {
        {"Ngày 12/05/2023 20:10:40", 20230512, true},
        {"Đăng lúc: 12/05/2023 20:10:40 (GMT+7)", 20230512, true},
        {"05/04/2023 16:39    78", 20230405, true},
        {"Ngày đăng 21/06/2018 | 10:15", 20180621, true},
        {"14-08-2018 - 15:38", 20180814, true},
        {"04/07/2022", 20220704, false},
        {"2022-07-04", 20220704, false},
        {"2022-07-04 15:20:10", 20220704, true},
        {"Ngày đăng: 2022-07-04", 20220704, true},
        {"Thứ sáu, 28/07/2023, 15:20 (GMT+7)", 20230728, true},
        {"Cập nhật: 27/09/2024 - 14:02", 20240927, true},
    };
    for (const Row& row : rows) {
        const auto found = posting_date(lines_of(row.line).at(0));
        ASSERT_TRUE(found) << row.line;
        EXPECT_EQ(found->date.number(), row.date) << row.line;
        EXPECT_EQ(found->labelled, row.labelled) << row.line;
    }
    const std::vector<std::string> others = {
        "2023-13-05", "8/8 thôn",   "Họp ngày 12/05/2023 tại hội trường",
        "12/13/2023", "31/02/2023", "1.023/1.610"};
    for (const std::string& line : others) EXPECT_FALSE(posting_date(lines_of(line).at(0))) << line;
}

TEST(DatesTest, FirstDateOfALine) {
    struct Row {
        std::string line;
        std::uint32_t date;
    };
    // Only what has a year is a date.
    const std::vector<Row> rows = {
        {"Sáng ngày 12 tháng 5 năm 2023, họp", 20230512},
        {"đến ngày 24/11/2023 thu được", 20231124},
        {"kỷ niệm ( 18/11/ 2023)", 20231118},
        {"8/8 thôn ra quân, 3/8 đơn vị", 0},
        {"tiêm phòng đợt 1/2023", 0},
        {"đạt 1.023/1.610 hồ sơ", 0},
        {"từ 24/10-25/11", 0},
        {"trồng 48/15 ha, xếp 12/24 trường", 0},
        {"Nghị định 131/2021/NĐ-CP", 0},
        {"ngày 31 tháng 02 năm 2023", 0},
    };
    for (const Row& row : rows)
        EXPECT_EQ(first_date(tokens_of(row.line)).number(), row.date) << row.line;
}

TEST(DatesTest, DatesOfPapers) {
    EXPECT_EQ(paper_date("2023-11-30"), Date(2023, 11, 30));
    EXPECT_EQ(paper_date("2023-11"), Date::of_month(Month(2023, 11)));
    EXPECT_EQ(paper_date("2023"), Date::of_year(2023));
    for (const std::string text :
         {"", "2023-13-30", "2023-13", "1929", "30/11/2023", "1929-12-31", "2101-01-01"})
        EXPECT_FALSE(paper_date(text).is_known()) << text;
}

}  // namespace
}  // namespace commsearch::report
