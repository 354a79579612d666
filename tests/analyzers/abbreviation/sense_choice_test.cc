// Short forms with several meanings: what their neighbours and their section make of them.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.h"

namespace commsearch::abbreviation {
namespace {

const word::Abbreviations& dictionary() {
    static const word::Abbreviations abbreviations;
    return abbreviations;
}

/// The long form that `short_form` stands for in `text`, empty when it stands for itself.
std::string meaning(std::string_view topic, const std::string& text,
                    const std::string& short_form) {
    Analyzer analyzer(dictionary());
    const word::Tokens tokens = analyzer.analyze(text, {Reading::document, topic, nullptr});
    const std::string key = word::Abbreviations::key_of(short_form);
    std::string long_form;
    std::uint32_t begin = UINT32_MAX;
    for (const word::Token& token : tokens) {
        if (begin == UINT32_MAX && token.kind == word::Token::Kind::short_form && token.term == key)
            begin = token.begin;
        if (token.kind != word::Token::Kind::expansion || token.begin != begin) continue;
        long_form += (long_form.empty() ? "" : " ") + token.term;
    }
    return begin == UINT32_MAX ? "(no such short form)" : long_form;
}

struct Case {
    std::string topic, text, short_form, meaning;
};

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases)
        EXPECT_EQ(meaning(one.topic, one.text, one.short_form), one.meaning) << one.text;
}

TEST(SenseChoice, InSentencesOfReports) {
    check({
        {"giao-duc", "Tổng số HS toàn trường là 412 em, trong đó HS nữ 203 em", "HS", "học sinh"},
        {"giao-duc", "Có 12 GV đạt giáo viên giỏi cấp huyện, 35 HS đạt giải các cấp", "HS",
         "học sinh"},
        {"cchc-mot-cua", "Trong tháng đã tiếp nhận 235 HS, giải quyết trước hạn 220 HS", "HS",
         "hồ sơ"},
        {"cchc-mot-cua", "Tỷ lệ HS giải quyết đúng hạn đạt 99,8%", "HS", "hồ sơ"},
        {"an-ninh-trat-tu", "Xảy ra 02 vụ phạm pháp HS, giảm 01 vụ so với cùng kỳ", "HS",
         "hình sự"},
        {"nong-nghiep", "DT lúa xuân 230 ha, NS ước đạt 62 tạ/ha, SL 1.426 tấn", "DT", "diện tích"},
        {"nong-nghiep", "DT lúa xuân 230 ha, NS ước đạt 62 tạ/ha, SL 1.426 tấn", "NS", "năng suất"},
        {"nong-nghiep", "DT lúa xuân 230 ha, NS ước đạt 62 tạ/ha, SL 1.426 tấn", "SL", "sản lượng"},
        {"tai-chinh-ngan-sach", "Tổng thu NS trên địa bàn đạt 3,2 tỷ đồng, bằng 65% DT huyện giao",
         "NS", "ngân sách"},
        {"tai-chinh-ngan-sach", "Tổng thu NS trên địa bàn đạt 3,2 tỷ đồng, bằng 65% DT huyện giao",
         "DT", "dự toán"},
        {"tai-chinh-ngan-sach", "Chi NS 2,1 tỷ đồng", "NS", "ngân sách"},
        {"dan-toc-ton-giao", "Thực hiện tốt chính sách DT, tôn giáo trên địa bàn", "DT", "dân tộc"},
        {"dan-toc-ton-giao", "Tình hình ĐB có đạo ổn định", "ĐB", "đồng bào"},
        {"hdnd", "Tổ chức cho các ĐB HĐND tiếp xúc CT trước kỳ họp", "CT", "cử tri"},
        {"to-chuc-can-bo", "Toàn ĐB có 15 chi bộ trực thuộc với 412 ĐV", "ĐB", "đảng bộ"},
        {"to-chuc-can-bo", "Toàn ĐB có 15 chi bộ trực thuộc với 412 ĐV", "ĐV", "đảng viên"},
        {"to-chuc-can-bo", "Kết nạp 05 ĐV mới, chuyển chính thức 04 ĐV dự bị", "ĐV", "đảng viên"},
        {"doan-thanh-nien", "Kết nạp 45 ĐV mới vào Đoàn, tập hợp ĐV, thanh niên đạt 75%", "ĐV",
         "đoàn viên"},
        {"doan-thanh-nien", "Vận động ĐVTN, TN tình nguyện tham gia dọn vệ sinh", "TN",
         "thanh niên"},
        {"quoc-phong", "Tổ chức khám tuyển cho 45 TN, trúng tuyển 12 TN", "TN", "thanh niên"},
        {"tai-nguyen-moi-truong", "Công tác vệ sinh MT được duy trì, rác thải được thu gom", "MT",
         "môi trường"},
        {"giao-duc", "Tỷ lệ HS được xét TN THCS đạt 100%", "TN", "tốt nghiệp"},
        {"an-ninh-trat-tu", "Lập hồ sơ quản lý 05 người nghiện MT", "MT", "ma túy"},
        {"mttq", "Ban công tác MT các thôn tổ chức ngày hội Đại đoàn kết", "MT", "mặt trận"},
        {"kiem-tra-giam-sat", "UBKT Đảng ủy hoàn thành 2 cuộc KT, 3 cuộc GS theo chương trình",
         "KT", "kiểm tra"},
        {"kiem-tra-giam-sat", "UBKT Đảng ủy hoàn thành 2 cuộc KT, 3 cuộc GS theo chương trình",
         "GS", "giám sát"},
        {"kinh-te-chung", "Tình hình phát triển KT trên địa bàn ổn định", "KT", "kinh tế"},
        {"nong-nghiep", "Mở 03 lớp tập huấn chuyển giao KT trồng lúa cho 150 lượt người", "KT",
         "kỹ thuật"},
        {"ket-thuc-ky", "KT. CHỦ TỊCH", "KT", "ký thay"},
        {"ket-thuc-ky", "TM. ỦY BAN NHÂN DÂN", "TM", "thay mặt"},
        {"ket-thuc-ky", "T/M ĐẢNG ỦY", "T/M", "thay mặt"},
        {"chan-nuoi-thu-y", "Tổng đàn GS, gia cầm ổn định; tiêm phòng cho đàn GS đạt 85%", "GS",
         "gia súc"},
        {"chan-nuoi-thu-y", "Tiêm phòng vắc xin THT trâu, bò 320 liều", "THT", "tụ huyết trùng"},
        {"cong-nghiep-ttcn-xd", "Toàn xã có 2 HTX và 5 THT hoạt động hiệu quả", "THT",
         "tổ hợp tác"},
        {"chan-nuoi-thu-y", "Tỷ trọng CN trong nông nghiệp chiếm 45%", "CN", "chăn nuôi"},
        {"cchc-mot-cua", "Ứng dụng CN số, CNTT trong quản lý điều hành", "CN", "công nghệ"},
        {"nong-thon-moi", "Đến nay xã đạt 17/19 TC, còn 2 TC chưa đạt", "TC", "tiêu chí"},
        {"nong-thon-moi", "Duy trì các TC NTM nâng cao", "TC", "tiêu chí"},
        {"tu-phap-tiep-dan", "CT bản sao 345 TH, thu lệ phí 2.450.000 đ", "CT", "chứng thực"},
        {"tu-phap-tiep-dan", "CT bản sao 345 TH, thu lệ phí 2.450.000 đ", "TH", "trường hợp"},
        {"an-ninh-trat-tu", "Tổ chức ra quân tấn công trấn áp TP dịp Tết", "TP", "tội phạm"},
        {"y-te-dan-so", "Kiểm tra 15 cơ sở kinh doanh, chế biến TP trên địa bàn", "TP",
         "thực phẩm"},
        {"y-te-dan-so", "Đội ngũ CTV dân số thôn hoạt động có hiệu quả", "CTV", "cộng tác viên"},
        {"quoc-phong", "Kiện toàn CHT, CTV, trung đội trưởng dân quân cơ động", "CTV",
         "chính trị viên"},
        {"giam-ngheo", "Rà soát cuối năm còn 45 HN, tỷ lệ 3,2%", "HN", "hộ nghèo"},
        {"dan-van", "Tổ chức HN tuyên truyền Nghị quyết cho 120 lượt người", "HN", "hội nghị"},
        {"giam-ngheo", "Tổng số HN, HCN được vay vốn là 34 hộ", "HN", "hộ nghèo"},
        {"nguoi-co-cong", "Chi trả trợ cấp cho TB, BB, gia đình liệt sĩ", "TB", "thương binh"},
        {"nguoi-co-cong", "Chi trả trợ cấp cho TB, BB, gia đình liệt sĩ", "BB", "bệnh binh"},
        {"lanh-dao-chi-dao", "Đảng ủy ban hành 05 NQ, 12 KH, 03 TB kết luận", "TB", "thông báo"},
        {"lanh-dao-chi-dao", "Đảng ủy ban hành 05 NQ, 12 KH, 03 TB kết luận", "KH", "kế hoạch"},
        {"an-ninh-trat-tu", "Lập BB xử phạt vi phạm hành chính 12 trường hợp", "BB", "biên bản"},
        {"giao-thong-thuy-loi-xdcb", "Tiến độ các CT đầu tư công đảm bảo", "CT", "công trình"},
        {"giao-thong-thuy-loi-xdcb", "Khởi công 02 CT đường giao thông nội đồng", "CT",
         "công trình"},
        {"tuyen-giao", "Tình hình tư tưởng CT trong nhân dân ổn định", "CT", "chính trị"},
        {"ubnd", "Đ/c CT UBND xã chủ trì hội nghị giao ban", "CT", "chủ tịch"},
        {"giao-thong-thuy-loi-xdcb", "Làm mới 1,2 km kênh mương, tu sửa hệ thống TL nội đồng", "TL",
         "thủy lợi"},
        {"doan-thanh-nien", "Chào mừng kỷ niệm 93 năm ngày TL Đoàn TNCS Hồ Chí Minh", "TL",
         "thành lập"},
        {"y-te-dan-so", "TL trẻ suy dinh dưỡng giảm còn 9,5%", "TL", "tỷ lệ"},
        {"tuyen-giao", "Cấp phát 500 bộ TL tuyên truyền", "TL", "tài liệu"},
        {"giao-duc", "Trường MN tổ chức khai giảng năm học mới", "MN", "mầm non"},
        {"dan-toc-ton-giao", "Chương trình phát triển KT-XH vùng đồng bào DTTS và MN", "MN",
         "miền núi"},
        {"giao-duc", "Trường TH và THCS có 15 lớp với 412 học sinh", "TH", "tiểu học"},
        {"giao-duc", "Bậc TH có 210 em", "TH", "tiểu học"},
        {"kinh-te-chung", "Ước TH năm 2024 đạt 102% so với kế hoạch", "TH", "thực hiện"},
        {"van-hoa-thong-tin", "Duy trì HĐ các câu lạc bộ văn nghệ, thể thao", "HĐ", "hoạt động"},
        {"giao-duc", "Có 3 GV HĐ, 25 GV biên chế", "HĐ", "hợp đồng"},
        {"to-chuc-can-bo", "100% cán bộ HT tốt nhiệm vụ", "HT", "hoàn thành"},
        {"nong-nghiep", "Xuống giống vụ HT 150 ha", "HT", "hè thu"},
        {"nong-nghiep", "Diện tích lúa TĐ 80 ha", "TĐ", "thu đông"},
        {"mttq-doan-the", "Phát động phong trào TĐ yêu nước", "TĐ", "thi đua"},
        {"y-te-dan-so", "TT y tế huyện phối hợp khám sức khỏe", "TT", "trung tâm"},
        {"to-chuc-can-bo", "TT Huyện ủy làm việc với Ban Thường vụ Đảng ủy xã", "TT",
         "thường trực"},
        {"tai-chinh-ngan-sach", "Thực hiện Thông tư số 70/2019/TT-BTC", "TT", "thông tư"},
        {"mttq-doan-the", "MTTQ và các ĐT vận động nhân dân", "ĐT", "đoàn thể"},
        {"giao-duc", "Phòng GD&ĐT huyện kiểm tra", "GD&ĐT", "giáo dục và đào tạo"},
        {"lao-dong-viec-lam", "Tỷ lệ lao động qua ĐT đạt 65%", "ĐT", "đào tạo"},
        {"tai-chinh-ngan-sach", "Giải ngân vốn ĐT công đạt 78%", "ĐT", "đầu tư"},
        {"lao-dong-viec-lam", "Mở 2 lớp ĐTN cho lao động nông thôn", "ĐTN", "đào tạo nghề"},
        {"doan-thanh-nien", "ĐTN phối hợp với Hội phụ nữ ra quân", "ĐTN", "đoàn thanh niên"},
        {"hoi-nong-dan", "Hội ND xã tín chấp cho hội viên vay vốn", "ND", "nông dân"},
        {"hoi-khac", "Hội CTĐ vận động hiến máu 35 đơn vị", "CTĐ", "chữ thập đỏ"},
        {"tai-nguyen-moi-truong", "Công khai QH sử dụng đất đến năm 2030", "QH", "quy hoạch"},
        {"hdnd", "Bầu cử ĐB QH khóa XVI và đại biểu HĐND các cấp", "QH", "quốc hội"},
        {"giao-thong-thuy-loi-xdcb", "Giải tỏa hành lang QL 15A đoạn qua xã", "QL", "quốc lộ"},
        {"tai-nguyen-moi-truong", "Tăng cường công tác QL nhà nước về đất đai", "QL", "quản lý"},
        {"tu-phap-tiep-dan", "Tuyên truyền phổ biến giáo dục PL cho 450 lượt người", "PL",
         "pháp luật"},
        {"lam-nghiep", "Phối hợp hạt KL tuần tra bảo vệ rừng", "KL", "kiểm lâm"},
        {"lanh-dao-chi-dao", "Triển khai KL số 21-KL/TW", "KL", "kết luận"},
        {"tai-chinh-ngan-sach", "Tổng KP thực hiện 250 triệu đồng", "KP", "kinh phí"},
        {"ket-qua-chung", "Các KP văn hóa đạt chuẩn, trong đó KP 3 được khen thưởng", "KP",
         "khu phố"},
        {"chinh-sach-xa-hoi", "Thăm hỏi, tặng quà các GĐ chính sách", "GĐ", "gia đình"},
        {"nong-thon-moi", "Kế hoạch xây dựng NTM GĐ 2021 - 2025", "GĐ", "giai đoạn"},
        {"giao-duc", "Có 12 em đỗ ĐH, CĐ", "ĐH", "đại học"},
        {"giao-duc", "Có 12 em đỗ ĐH, CĐ", "CĐ", "cao đẳng"},
        {"xay-dung-dang", "Chỉ đạo tổ chức ĐH chi bộ nhiệm kỳ 2025-2027", "ĐH", "đại hội"},
        {"cong-doan", "CĐ cơ sở xã tổ chức thăm hỏi đoàn viên", "CĐ", "công đoàn"},
        {"chinh-sach-xa-hoi", "Giải quyết CĐ mai táng phí cho 5 trường hợp", "CĐ", "chế độ"},
        {"phong-chong-thien-tai", "Thực hiện CĐ khẩn của Chủ tịch UBND tỉnh", "CĐ", "công điện"},
        {"phong-chong-thien-tai", "BCH phòng chống thiên tai phân công trực 24/24", "BCH",
         "ban chỉ huy"},
        {"tai-chinh-ngan-sach", "Dư nợ NHNN đạt 45 tỷ đồng; NHCSXH 32 tỷ đồng", "NHNN",
         "ngân hàng nông nghiệp"},
        {"nong-nghiep", "Sản xuất NN gặp nhiều khó khăn do thời tiết", "NN", "nông nghiệp"},
        {"tai-chinh-ngan-sach", "Nộp ngân sách NN 1,2 tỷ đồng", "NN", "nhà nước"},
        {"an-ninh-trat-tu", "Quản lý 1.245 hộ với 4.512 NK", "NK", "nhân khẩu"},
        {"thuy-san", "Sản lượng khai thác TS đạt 450 tấn", "TS", "thủy sản"},
        {"an-ninh-trat-tu", "Xảy ra 1 vụ trộm cắp TS", "TS", "tài sản"},
        {"kiem-tra-giam-sat", "Hoàn thành kê khai TS, thu nhập năm 2023", "TS", "tài sản"},
        {"cchc-mot-cua", "Phân công CC tư pháp - hộ tịch trực bộ phận một cửa", "CC", "công chức"},
        {"an-ninh-trat-tu", "Tiếp nhận hồ sơ cấp CC cho 125 công dân", "CC", "căn cước"},
        {"dan-van", "Nắm tình hình hoạt động của cấp ủy, CQ, MTTQ", "CQ", "chính quyền"},
        {"lanh-dao-chi-dao", "Các CQ, đơn vị chấp hành nghiêm", "CQ", "cơ quan"},
        {"lanh-dao-chi-dao", "Đảng bộ có 12 CB trực thuộc", "CB", "chi bộ"},
        {"mttq-doan-the", "Phối hợp với các tổ chức CT-XH tuyên truyền", "CT-XH",
         "chính trị xã hội"},
        {"van-hoa-thong-tin", "Phòng VH-TT huyện kiểm tra di tích", "VH-TT", "văn hóa thông tin"},
    });
}

TEST(SenseChoice, TheSectionDecidesBetweenEquals) {
    check({
        {"nong-nghiep", "Về DT:", "DT", "diện tích"},
        {"dan-toc-ton-giao", "Về DT:", "DT", "dân tộc"},
        {"tai-chinh-ngan-sach", "Về DT:", "DT", "dự toán"},
        {"", "Về DT:", "DT", ""},
        {"phuong-huong-nhiem-vu", "Về DT:", "DT", ""},
        {"khong-co-muc-nay", "Về DT:", "DT", ""},
        {"tai-chinh-ngan-sach", "Về HT:", "HT", ""},
    });
}

TEST(SenseChoice, CuesOutweighTheSection) {
    check({
        {"nong-nghiep", "Chính sách DT được quan tâm", "DT", "dân tộc"},
        {"giao-duc", "Đã tiếp nhận HS đề nghị", "HS", "hồ sơ"},
        {"tai-chinh-ngan-sach", "NS lúa ước đạt 62 tạ/ha", "NS", "năng suất"},
    });
}

TEST(SenseChoice, OtherPlacesOfTheTextSpeakToo) {
    check({
        {"", "HS giỏi 12 em. Số còn lại: HS như trên", "HS", "học sinh"},
        {"", "Các HS như trên; học sinh nghỉ hè", "HS", "học sinh"},
        {"", "Các HS như trên", "HS", ""},
    });
}

TEST(SenseChoice, FormsSpelledWithAMark) {
    check({
        {"", "trồng rừng, chăn nuôi v.v.", "v.v", "vân vân"},
        {"", "V/v triển khai kế hoạch", "V/v", "về việc"},
        {"", "Đường dây điện 500KV mạch 3", "KV", ""},
        {"", "mẫu số 05/HT ban hành kèm theo", "HT", ""},
    });
}

TEST(SenseChoice, AQueryKnowsOnlyItsOwnWords) {
    Analyzer analyzer(dictionary());
    const auto compounds = [&](const std::string& text) {
        std::vector<std::string> found;
        for (const word::Token& token : analyzer.analyze(text, Reading::query)) {
            if (token.kind == word::Token::Kind::compound) found.push_back(token.term);
        }
        return found;
    };
    EXPECT_EQ(compounds("thu NS"), std::vector<std::string>{"ngân sách"});
    EXPECT_EQ(compounds("thu ns"), std::vector<std::string>{"ngân sách"});
    EXPECT_EQ(compounds("KH").size(), 4U) << "the usual meaning is no reason to drop the others";
    EXPECT_EQ(compounds("NS").size(), 2U);
}

}  // namespace
}  // namespace commsearch::abbreviation
