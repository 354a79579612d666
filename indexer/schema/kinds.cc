#include "indexer/schema/kinds.h"

#include <array>

namespace commsearch::schema {
namespace {

/// By the stored value of Issuer.
constexpr std::array<Kind, 10> issuers = {{
    {"", ""},
    {"dang-uy", "Đảng ủy, cấp ủy"},
    {"ubnd", "UBND"},
    {"hdnd", "HĐND"},
    {"mttq", "Mặt trận Tổ quốc"},
    {"doan-the", "Đoàn thể"},
    {"khac", "Cơ quan khác"},
    {"co-quan-chuyen-mon", "Sở, phòng, ban, ngành"},
    {"trung-uong", "Quốc hội, Chính phủ, bộ"},
    {"don-vi", "Trường học, đơn vị"},
}};

/// By the stored value of Level.
constexpr std::array<Kind, 6> level_kinds = {{
    {"", ""},
    {"trung-uong", "Trung ương"},
    {"tinh", "Cấp tỉnh"},
    {"huyen", "Cấp huyện"},
    {"xa", "Cấp xã"},
    {"co-so", "Thôn, trường, đơn vị"},
}};

/// By the stored value of PlanOrResult.
constexpr std::array<Kind, 3> plan_or_result_list = {{
    {"", ""},
    {"past", "Đã làm (kết quả)"},
    {"next", "Sắp làm (kế hoạch)"},
}};

/// By the stored value of DocumentType.
constexpr std::array<DocumentKind, 69> documents = {{
    {{"", ""}, ""},
    {{"bao-cao", "Báo cáo"}, "bc"},
    {{"nghi-quyet", "Nghị quyết"}, "nq"},
    {{"quyet-dinh", "Quyết định"}, "qd"},
    {{"ke-hoach", "Kế hoạch"}, "kh"},
    {{"chuong-trinh", "Chương trình"}, "ctr"},
    {{"to-trinh", "Tờ trình"}, "ttr"},
    {{"thong-bao", "Thông báo"}, "tb"},
    {{"huong-dan", "Hướng dẫn"}, "hd"},
    {{"ket-luan", "Kết luận"}, "kl"},
    {{"chi-thi", "Chỉ thị"}, "ct"},
    {{"quy-che", "Quy chế"}, "qc"},
    {{"quy-dinh", "Quy định"}, "qyd"},
    {{"bien-ban", "Biên bản"}, "bb"},
    {{"de-an", "Đề án"}, "da"},
    {{"phuong-an", "Phương án"}, "pa"},
    {{"cong-dien", "Công điện"}, "cd"},
    {{"cong-van", "Công văn"}, "cv"},
    {{"thong-cao", "Thông cáo"}, "tc"},
    {{"du-an", "Dự án"}, ""},
    {{"hop-dong", "Hợp đồng"}, ""},
    {{"ban-ghi-nho", "Bản ghi nhớ"}, "bgn"},
    {{"ban-thoa-thuan", "Bản thỏa thuận"}, "btt"},
    {{"giay-uy-quyen", "Giấy ủy quyền"}, "guq"},
    {{"giay-moi", "Giấy mời"}, "gm"},
    {{"giay-gioi-thieu", "Giấy giới thiệu"}, "ggt"},
    {{"giay-nghi-phep", "Giấy nghỉ phép"}, "gnp"},
    {{"phieu-gui", "Phiếu gửi"}, "pg"},
    {{"phieu-chuyen", "Phiếu chuyển"}, "pc"},
    {{"phieu-bao", "Phiếu báo"}, "pb"},
    {{"thu-cong", "Thư công"}, ""},
    {{"thong-tri", "Thông tri"}, ""},
    {{"tuyen-bo", "Tuyên bố"}, ""},
    {{"loi-keu-goi", "Lời kêu gọi"}, ""},
    {{"quy-hoach", "Quy hoạch"}, "qh"},
    {{"hien-phap", "Hiến pháp"}, ""},
    {{"bo-luat", "Bộ luật"}, ""},
    {{"luat", "Luật"}, ""},
    {{"phap-lenh", "Pháp lệnh"}, "pl"},
    {{"lenh", "Lệnh"}, "l"},
    {{"nghi-dinh", "Nghị định"}, "nd"},
    {{"thong-tu-lien-tich", "Thông tư liên tịch"}, "ttlt"},
    {{"thong-tu", "Thông tư"}, "tt"},
    {{"nghi-quyet-lien-tich", "Nghị quyết liên tịch"}, "nqlt"},
    {{"dieu-le", "Điều lệ"}, ""},
    {{"noi-quy", "Nội quy"}, ""},
    {{"huong-uoc", "Hương ước"}, ""},
    {{"phieu-trinh", "Phiếu trình"}, "pt"},
    {{"lich-cong-tac", "Lịch công tác"}, "lct"},
    {{"de-cuong", "Đề cương"}, ""},
    {{"so-tay", "Sổ tay"}, ""},
    {{"don-de-nghi", "Đơn đề nghị"}, ""},
    {{"thu-moi", "Thư mời"}, "tm"},
    {{"ket-luan-thanh-tra", "Kết luận thanh tra"}, ""},
    {{"quy-uoc", "Quy ước"}, ""},
    {{"danh-sach", "Danh sách"}, ""},
    {{"phu-luc", "Phụ lục"}, ""},
    {{"bai-phat-bieu", "Bài phát biểu"}, ""},
    {{"dien-van", "Diễn văn"}, ""},
    {{"giay-xac-nhan", "Giấy xác nhận"}, ""},
    {{"giay-chung-nhan", "Giấy chứng nhận"}, ""},
    {{"ban-cam-ket", "Bản cam kết"}, ""},
    {{"ban-kiem-diem", "Bản kiểm điểm"}, ""},
    {{"to-khai", "Tờ khai"}, ""},
    {{"bieu-tong-hop", "Biểu tổng hợp"}, ""},
    {{"bang-tong-hop", "Bảng tổng hợp"}, ""},
    {{"phieu-lay-y-kien", "Phiếu lấy ý kiến"}, ""},
    {{"ban-tin", "Bản tin"}, ""},
    {{"danh-muc", "Danh mục"}, ""},
}};

}  // namespace

std::span<const Kind> issuer_kinds() { return issuers; }
std::span<const Kind> levels() { return level_kinds; }
std::span<const Kind> plan_or_result_kinds() { return plan_or_result_list; }
std::span<const DocumentKind> document_kinds() { return documents; }

}  // namespace commsearch::schema
