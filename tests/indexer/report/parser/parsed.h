#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

[[nodiscard]] Report parsed(const source::RawDocument& document);
/// The same for a text of which nothing else is known.
[[nodiscard]] Report parsed(std::string text);

/// Each passage as "path | path: text" with '/' for line ends, in order.
[[nodiscard]] std::vector<std::string> passages_of(const Report& report);

using Lines = std::vector<std::string>;

/// A paper with everything that decree 30/2020 asks for.
inline constexpr std::string_view state_paper =
    "UBND HUYỆN LỤC NGẠN\nỦY BAN NHÂN DÂN XÃ TÂN LẬP\n\nSố: 118/BC-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Tân Lập, ngày 20 tháng 9 năm 2023\n\nBÁO CÁO\n"
    "Kết quả nhiệm vụ 9 tháng đầu năm,\nnhiệm vụ 3 tháng cuối năm 2023\n\n"
    "Thực hiện công văn của huyện, UBND xã báo cáo như sau:\n"
    "I. KẾT QUẢ\n1. Nông nghiệp\nLúa 168 ha.\n"
    "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM\n1. Thu ngân sách: Phấn đấu vượt thu.\n"
    "Trên đây là báo cáo của UBND xã./.\n\n"
    "Nơi nhận:\t\t\tTM. ỦY BAN NHÂN DÂN\n- UBND huyện (b/c);\t\tCHỦ TỊCH\n- Lưu: VT.\n\nLý Văn "
    "Thìn\n";

}  // namespace commsearch::report
