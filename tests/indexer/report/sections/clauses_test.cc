#include "indexer/report/sections/clauses.h"

#include <gtest/gtest.h>

#include <string_view>

#include "indexer/report/sections/outline.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/report/text_scan.h"
#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

using End = NumberedPhrase::End;

TEST(Clauses, SentencesAreToldFromNames) {
    const struct {
        std::string_view words;
        End end;
        bool sentence;
        std::string_view body = {};
        bool parted = false;
    } rows[] = {
        // A verb of its own, a number of things, an order.
        {"Tổng đàn lợn đạt 1.200 con.", End::stop, true, "Đã tiêm phòng 900 con."},
        {"Nhiệm kỳ của Tổ trưởng không quá 05 năm.", End::stop, true},
        {"Công dân có quyền.", End::stop, true},
        {"Thành lập Tổ công nghệ số gồm 05 thành viên.", End::stop, true},
        {"Quyết định này có hiệu lực kể từ ngày ký.", End::stop, true},
        {"Giao Trạm Y tế xã tiếp thu các ý kiến, phối hợp với các trường:", End::colon, true,
         "Mầm non, Tiểu học;"},
        {"Phối hợp với các ngành trong xã:", End::colon, true, "Công an, Quân sự tuần tra;"},
        {"Tổ trưởng có nhiệm vụ:", End::colon, true},
        {"Gặp gỡ 3 già làng, 9 chức sắc.", End::stop, true, {}, true},
        {"Kinh phí do ngân sách xã bảo đảm.", End::stop, true, "Các thôn lập dự toán.", true},
        {"Ủy ban nhân dân xã kiểm tra hoạt động của Tổ.", End::stop, true},
        {"Trưởng thôn báo cáo hằng tuần.", End::stop, true},
        {"Bảo đảm kinh phí hoạt động của Tổ.", End::stop, true, "Hằng năm lập dự toán."},
        {"Chủ trì các cuộc họp của Tổ;", End::semicolon, true},
        {"Giao Ban Cán sự đảng Ủy ban nhân dân thị xã:", End::colon, true},
        {"Xử phạt ông Trần Văn Mười, sinh ngày 02/3/1988, nơi ở:", End::colon, true, "thôn 2."},
        {"Báo cáo kết quả về Cục trước 16 giờ 00 thứ Năm hằng tuần theo địa chỉ:", End::colon, true,
         "số"},
        {"Trưởng các xóm thống kê diện tích thiệt hại theo ba mức:", End::colon, true, "trên 70 %"},
        {"Đoàn Thanh niên xã phụ trách tuyến đường trục xã, từ cầu", End::none, true},
        {"Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", End::none, false},
        {"Các huyện rà soát tiêu chí môi trường, báo cáo hằng tuần về Văn phòng", End::none, true},
        {"Khi xảy ra cháy rừng, báo ngay cho Chi cục theo số điện thoại", End::none, true},
        {"Các chính sách hỗ trợ người dân phát triển sản xuất trên địa bàn", End::none, false},
        {"Khi xảy ra cháy nhỏ", End::none, false},
        {"Giao ban hằng tuần:", End::colon, false},
        {"Bảo đảm dân chủ, công khai từ khâu xét duyệt ở thôn đến khâu sơ tuyển, không để sót",
         End::none, true},
        {"Xử phạt vi phạm hành chính.", End::stop, false, {}, true},
        // Names, though they hold a verb.
        {"Trồng trọt.", End::stop, false, "Tổng diện tích 312 ha."},
        {"Giảm nghèo:", End::colon, false, "toàn xã còn 45 hộ"},
        {"Hội CCB.", End::stop, false},
        {"Đoàn TNCS Hồ Chí Minh.", End::stop, false, {}, true},
        {"Về phát triển kinh tế - xã hội, quốc phòng - an ninh.", End::stop, false},
        {"Công tác Tài nguyên môi trường;", End::semicolon, false},
        {"Lao động, người có công:", End::colon, false},
        {"Xây dựng xã đạt chuẩn nông thôn mới", End::none, false},
        {"Những việc đã làm được:", End::colon, false},
        {"Những hành vi bị nghiêm cấm", End::none, false},
        {"Trường hợp không được tham gia Tổ", End::none, false},
        {"Mục đích, yêu cầu", End::none, false},
        {"Giao thông, thủy lợi, xây dựng cơ bản:", End::colon, false},
        {"Đề nghị UBND huyện:", End::colon, false},
        {"Lãnh đạo công tác quốc phòng - an ninh.", End::stop, false},
        {"Tập trung đẩy mạnh sản xuất kinh doanh.", End::stop, false, {}, true},
        {"KẾT QUẢ ĐẠT ĐƯỢC.", End::stop, false},
        {"Kết quả thực hiện nhiệm vụ năm 2023.", End::stop, false},
        {"", End::none, false},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(is_sentence({row.words, row.end, row.body, row.parted}), row.sentence)
            << row.words;
    }
}

TEST(Clauses, NumberedSentencesArePassages) {
    const struct {
        std::string text;
        Lines passages;
    } rows[] = {
        {"I. NHIỆM VỤ\n"
         "1. Tổ trưởng có nhiệm vụ:\n"
         "a) Thực hiện nhiệm vụ do xã quy định. Hướng dẫn kiểm tra tại các thôn;\n"
         "b) Chủ trì các cuộc họp;\n"
         "2. Giao Trạm Y tế xã phối hợp với các trường: Mầm non, Tiểu học, Trung học cơ sở khẩn "
         "trương rà soát số trẻ chưa tiêm;\n"
         "3. Nhiệm kỳ của Tổ trưởng không quá 05 năm.\n"
         "Tổ trưởng có thể được bầu lại.\n"
         "4. Giảm nghèo: toàn xã còn 45 hộ.",
         {"I. NHIỆM VỤ | 1. Tổ trưởng có nhiệm vụ:/a) Thực hiện nhiệm vụ do xã quy định. Hướng dẫn "
          "kiểm tra tại các thôn;/b) Chủ trì các cuộc họp;",
          "I. NHIỆM VỤ | 2. Giao Trạm Y tế xã phối hợp với các "
          "trường: Mầm non, Tiểu học, Trung học cơ sở khẩn trương rà soát số trẻ chưa tiêm;",
          "I. NHIỆM VỤ | 3. Nhiệm kỳ của Tổ trưởng không quá 05 năm./Tổ trưởng có thể được bầu "
          "lại.",
          "I. NHIỆM VỤ | 4. Giảm nghèo: | toàn xã còn 45 hộ."}},
        // The lines of a page end within a sentence, or within a name.
        {"5. Giao Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã, các\n"
         "thôn tuần tra ban đêm.\nBáo cáo hằng tháng.",
         {"5. Giao Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã, các/thôn tuần tra ban "
          "đêm./Báo cáo hằng tháng."}},
        {"4. Công tác tuyên truyền, phổ biến giáo dục pháp luật và nâng cao\n"
         "nhận thức cho nhân dân\nĐã tuyên truyền 12 buổi.",
         {"4. Công tác tuyên truyền, phổ biến giáo dục pháp luật và nâng cao nhận thức cho nhân "
          "dân | "
          "Đã tuyên truyền 12 buổi."}},
        // The articles of a decision, those of statutes.
        {"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nKHÓA XX\nCăn cứ Luật Tổ chức;\nQUYẾT ĐỊNH:\n"
         "Điều 1. Thành lập Tổ công nghệ số gồm 05 thành viên.\n"
         "Điều 2. Phạm vi điều chỉnh\nQuy chế này quy định về Tổ.",
         {"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ/KHÓA XX/Căn cứ Luật Tổ chức;/QUYẾT ĐỊNH:/Điều 1. Thành lập "
          "Tổ công "
          "nghệ số gồm 05 thành viên.",
          "Điều 2. Phạm vi điều chỉnh | Quy chế này quy định về Tổ."}},
        // Roman numbers as OCR reads them, in their order only.
        {"I. Chỉ đạo\nHọp.\nH. Kết quả\n1. Y tế\nKhám bệnh.\nIH. Nhiệm vụ\nHọp.\nTV. Đề nghị\n"
         "Hỗ trợ.\nH. Con Cuông họp.",
         {"I. Chỉ đạo | Họp.", "H. Kết quả | 1. Y tế | Khám bệnh.", "IH. Nhiệm vụ | Họp.",
          "TV. Đề nghị | Hỗ trợ./H. Con Cuông họp."}},
    };
    const Taxonomy taxonomy;
    for (const auto& row : rows) {
        Report report;
        report.sections = outline(lines_of(row.text), {}, taxonomy);
        EXPECT_EQ(passages_of(report), row.passages) << row.text;
    }
}

}  // namespace
}  // namespace commsearch::report
