#include "indexer/report/fields/signers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/fields/recipients.h"
#include "indexer/report/fields/signature_cells.h"
#include "indexer/report/layout/signature.h"
#include "indexer/report/text_scan.h"
#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

/// "name | office | on behalf | body", a signer a row.
std::vector<std::string> told(const std::vector<Signer>& signers) {
    std::vector<std::string> rows;
    for (const Signer& one : signers)
        rows.push_back(one.name + " | " + one.office + " | " + one.on_behalf + " | " + one.body);
    return rows;
}

struct Row {
    std::string text;
    Lines signers;
    Lines recipients = {};
};

TEST(Signers, NameOfficeAndWhomTheyStandFor) {
    const std::vector<Row> rows = {
        {"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(ký, đóng dấu)\nLý Văn Thìn",
         {"Lý Văn Thìn | Phó Chủ tịch | KT. CHỦ TỊCH | ỦY BAN NHÂN DÂN"}},
        {"T/M BAN CHẤP HÀNH\nBÍ THƯ\n\nHà Thị Mơ", {"Hà Thị Mơ | Bí thư |  | BAN CHẤP HÀNH"}},
        {"T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nĐỗ Thị Hường",
         {"Đỗ Thị Hường | Phó Bí thư Thường trực | K/T BÍ THƯ | BAN THƯỜNG VỤ"}},
        {"TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Hoàng Nhân",
         {"Nguyễn Hoàng Nhân | Chánh Văn phòng | TL. CHỦ TỊCH | "}},
        {"TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG NỘI VỤ\nLê An",
         {"Lê An | TRƯỞNG PHÒNG NỘI VỤ | TUQ. GIÁM ĐỐC | "}},
        {"TM. UBND XÃ\nQ. CHỦ TỊCH\nLê An", {"Lê An | Quyền Chủ tịch |  | UBND XÃ"}},
        {"KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nThượng tá Lê An", {"Lê An | Phó Chủ tịch | KT.CHỦ TỊCH | "}},
        {"TM. BAN CHẤP HÀNH\nĐẢNG BỘ XÃ CAO NGỌC\nBÍ THƯ\nH'Lan Niê",
         {"H'Lan Niê | Bí thư |  | BAN CHẤP HÀNH"}},
        // All on one line, as a page or a conversion may have it.
        {"TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lý Văn Thìn",
         {"Lý Văn Thìn | Phó Chủ tịch | KT. CHỦ TỊCH | ỦY BAN NHÂN DÂN"}},
        {"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Lý Văn Thìn (đã ký)",
         {"Lý Văn Thìn | Phó Chủ tịch | KT. CHỦ TỊCH | "}},
        // The head of a school or an office signs for nobody else.
        {"Một.\nHai.\nHIỆU TRƯỞNG\n(Đã ký)\nBSCKI. Trần Thị Sen",
         {"Trần Thị Sen | Hiệu trưởng |  | "}},
        {"Một.\nHai.\nCHỦ TỊCH QUỐC HỘI\nNguyễn Văn Minh",
         {"Nguyễn Văn Minh | CHỦ TỊCH QUỐC HỘI |  | "}},
        // Degrees and ranks, with a stop and without.
        {"Một.\nHai.\nGIÁM ĐỐC\nBs CKI. Trần Văn Chín", {"Trần Văn Chín | Giám đốc |  | "}},
        {"Một.\nHai.\nGIÁM ĐỐC\nBSCKII Trần Văn Chín", {"Trần Văn Chín | Giám đốc |  | "}},
        {"Một.\nHai.\nTRƯỞNG TRẠM\nY sĩ Lê Thị Thu", {"Lê Thị Thu | Trưởng trạm |  | "}},
        {"KT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG\nĐại úy CN Lê Văn Tú",
         {"Lê Văn Tú | Phó Chỉ huy trưởng | KT. CHỈ HUY TRƯỞNG | "}},
        {"TM. ĐẢNG ỦY\nBÍ THƯ\nY Sĩ Niê", {"Y Sĩ Niê | Bí thư |  | ĐẢNG ỦY"}},
        {"KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\nLưu Kim Chi",
         {"Lưu Kim Chi | Phó Trưởng phòng | KT. TRƯỞNG PHÒNG | "}},
        // One person has two offices, or one that no list has.
        {"TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nCHỦ TỊCH UBND XÃ\nLê Văn Danh",
         {"Lê Văn Danh | Trưởng ban |  | BAN CHỈ ĐẠO"}},
        {"TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nPhó Chủ tịch UBND xã\nLê Văn Danh",
         {"Lê Văn Danh | Phó Trưởng ban | KT. TRƯỞNG BAN | BAN CHỈ ĐẠO"}},
        {"TL. CHỦ TỊCH\nVĂN PHÒNG - THỐNG KÊ\nBùi Văn Hòa",
         {"Bùi Văn Hòa | VĂN PHÒNG - THỐNG KÊ | TL. CHỦ TỊCH | "}},
        {"TM. UBND XÃ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n[daky]\nNGUYỄN VĂN HẢI",
         {"NGUYỄN VĂN HẢI | Phó Chủ tịch | KT. CHỦ TỊCH | UBND XÃ"}},
        {"KT. CHI CỤC TRƯỞNG\nPHÓ CHI CỤC TRƯỞNG\nNguyễn Văn Thân",
         {"Nguyễn Văn Thân | Phó Chi cục trưởng | KT. CHI CỤC TRƯỞNG | "}},
        {"TM. CỤM THI ĐUA\nCỤM TRƯỞNG\nCHỦ TỊCH UBND XÃ CƯ LỄ\nHoàng Văn Nhất",
         {"Hoàng Văn Nhất | CỤM TRƯỞNG |  | CỤM THI ĐUA"}},
        // Unknown is unknown.
        {"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)", {" | Chủ tịch |  | ỦY BAN NHÂN DÂN"}},
        {"Nơi nhận:\n- Lưu: VT.", {}, {"Lưu: VT"}},
    };
    for (const Row& row : rows) {
        const Report report = parsed("Báo cáo tháng 5 năm 2023\nXã họp.\n" + row.text);
        EXPECT_EQ(told(report.signers), row.signers) << row.text;
        EXPECT_EQ(report.recipients, row.recipients) << row.text;
    }
}

TEST(Signers, ColumnsSideBySide) {
    const std::vector<Row> rows = {
        {"Nơi nhận:\t\t\tTM. ỦY BAN NHÂN DÂN\n- UBND huyện (b/c);\t\tCHỦ TỊCH\n- 11 thôn;\t\t\tLý "
         "Văn "
         "Thìn\n- Lưu: VT.",
         {"Lý Văn Thìn | Chủ tịch |  | ỦY BAN NHÂN DÂN"},
         {"UBND huyện (b/c)", "11 thôn", "Lưu: VT"}},
        {"THƯ KÝ                    CHỦ TỌA\n(Ký, ghi rõ họ tên)       (Ký, ghi rõ họ tên)\nTrần "
         "Văn "
         "Tư                  Lê Thị Bảy",
         {"Trần Văn Tư | Thư ký |  | ", "Lê Thị Bảy | Chủ tọa |  | "}},
        {"TM. BAN THƯỜNG TRỰC\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tKT. CHỦ TỊCH\n\tPHÓ CHỦ TỊCH\nTrần "
         "Văn "
         "Tư\tLê Thị Bảy",
         {"Trần Văn Tư | Chủ tịch |  | BAN THƯỜNG TRỰC",
          "Lê Thị Bảy | Phó Chủ tịch | KT. CHỦ TỊCH | ỦY BAN NHÂN DÂN"}},
        // Columns of unequal height, as of a joint paper.
        {"TM. HỘI LHPN XÃ                     TRƯỞNG CÔNG AN XÃ\nCHỦ TỊCH\n\nTrần Thị Bình        "
         "               Thiếu tá Lê Văn An",
         {"Trần Thị Bình | Chủ tịch |  | HỘI LHPN XÃ", "Lê Văn An | TRƯỞNG CÔNG AN XÃ |  | "}},
        {"THƯ KÝ                   ĐẠI DIỆN TỔ HÒA GIẢI\n\nCao Thị Mai              Nguyễn Thị Lan",
         {"Cao Thị Mai | Thư ký |  | ", "Nguyễn Thị Lan | ĐẠI DIỆN TỔ HÒA GIẢI |  | "}},
        {"BAN CHỈ HUY QUÂN SỰ                 CÔNG AN XÃ\nCHỈ HUY TRƯỞNG                      "
         "TRƯỞNG CÔNG AN XÃ\n\nY Ngun Êban                         Đại úy Trần Văn Lợi",
         {"Y Ngun Êban | Chỉ huy trưởng |  | BAN CHỈ HUY QUÂN SỰ",
          "Trần Văn Lợi | TRƯỞNG CÔNG AN XÃ |  | CÔNG AN XÃ"}},
        {"XÁC NHẬN CỦA UBND XÃ            NGƯỜI BÁO CÁO\nCHỦ TỊCH\n\nLê Văn Danh                 "
         "    Bùi Thị Xuân",
         {"Lê Văn Danh | Chủ tịch |  | UBND XÃ", "Bùi Thị Xuân | Người báo cáo |  | "}},
        {"          THƯ KÝ                                   CHỦ TRÌ\n     (Chữ ký, họ tên)        "
         "  "
         "               (Chữ ký, họ tên)\n\n\n        Lê Thị Hoa                              Lê "
         "Văn Danh",
         {"Lê Thị Hoa | Thư ký |  | ", "Lê Văn Danh | Chủ trì |  | "}},
        // One below the other.
        {"THƯ KÝ\nTrần Văn Tư\nCHỦ TỌA\nLê Thị Bảy",
         {"Trần Văn Tư | Thư ký |  | ", "Lê Thị Bảy | Chủ tọa |  | "}},
        {"THƯ KÝ\nCHỦ TỌA\nTrần Văn Tư\nLê Thị Bảy",
         {"Trần Văn Tư | Thư ký |  | ", "Lê Thị Bảy | Chủ tọa |  | "}},
        // Columns that ran together.
        {"Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; CHỦ TỊCH\n- Lưu: VT. Lý Văn Thìn",
         {"Lý Văn Thìn | Chủ tịch |  | ỦY BAN NHÂN DÂN"},
         {"Như trên", "Lưu: VT"}},
    };
    for (const Row& row : rows) {
        const Report report = parsed("Biên bản họp thôn\nMột.\nHai.\nBa.\n" + row.text);
        EXPECT_EQ(told(report.signers), row.signers) << row.text;
        EXPECT_EQ(report.recipients, row.recipients) << row.text;
    }
}

TEST(Recipients, AddresseesAndCopies) {
    const std::vector<Row> rows = {
        {"Kính gửi: Các thôn trong xã.\nXã họp.", {}, {"Các thôn trong xã"}},
        {"Kính gửi:\n- UBND huyện;\n- Phòng Nội vụ.\nXã họp.", {}, {"UBND huyện", "Phòng Nội vụ"}},
        {"Kính gửi: UBND huyện; Phòng Nội vụ.\nXã họp.", {}, {"UBND huyện", "Phòng Nội vụ"}},
        {"Kính gửi: UBND huyện\nXã họp.\nNơi nhận:\n- Như trên;\n- Các đồng chí Ủy viên Ban\nChấp "
         "hành;\n- Lưu: VT.",
         {},
         {"UBND huyện", "Như trên", "Các đồng chí Ủy viên Ban Chấp hành", "Lưu: VT"}},
        {"Xã họp.\nNơi nhận: Như trên;\nLưu: VT.", {}, {"Như trên", "Lưu: VT"}},
    };
    for (const Row& row : rows) {
        const Report report =
            parsed("Số: 5/UBND-VP\nCao Ngọc, ngày 5 tháng 5 năm 2023\n" + row.text);
        EXPECT_EQ(report.recipients, row.recipients) << row.text;
    }
}

TEST(Signers, NamesOfPersons) {
    for (const char* name :
         {"Lý Văn Thìn", "LÝ VĂN THÌN", "H'Lan Niê", "Trương Văn Bảy", "Đoàn Vũ"})
        EXPECT_TRUE(is_person_name(name)) << name;
    for (const char* other : {"", "Thìn", "Xã Cao Ngọc", "Như trên", "Lưu VT", "Lý văn thìn",
                              "Ủy ban nhân dân", "Tổ 5", "Đi họp đúng giờ nhé"})
        EXPECT_FALSE(is_person_name(other)) << other;
}

// What a block takes are signature lines: sentences, headings and lists around it stay.
TEST(SignatureLaws, NoBodyIsTaken) {
    const std::vector<std::string> blocks = {
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLý Văn Thìn", "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "Nơi nhận:\t\tT/M BAN THƯỜNG VỤ\n- Lưu VP.\t\tBÍ THƯ\nLý Văn Thìn"};
    const Lines bodies = {"Xã họp.",
                          "PHỤ LỤC",
                          "BIỂU TỔNG HỢP",
                          "- Thôn Đông thu 5 tấn lúa",
                          "1. Y tế",
                          "Thôn Đông",
                          "STT\tHọ tên\tNăm sinh",
                          "1\tLý Văn Thìn\t1980",
                          "Nơi nhận hồ sơ là trụ sở xã.",
                          "KT-XH NĂM 2023",
                          "TM. họp vào sáng mai.",
                          "Chủ tịch xã dự họp",
                          "tiếp tục họp"};
    for (const std::string& block : blocks) {
        for (const std::string& body : bodies) {
            const std::string text = "Một.\n" + body + '\n' + block + '\n' + body + "\nHết.";
            std::vector<Line> lines = lines_of(text);
            (void)take_signature(lines);
            Lines kept;
            for (const Line& line : lines) kept.emplace_back(line.text);
            EXPECT_EQ(kept, (Lines{"Một.", body, body, "Hết."})) << text;
        }
    }
}

}  // namespace
}  // namespace commsearch::report
