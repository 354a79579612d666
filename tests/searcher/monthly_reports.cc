#include "tests/searcher/monthly_reports.h"

#include <random>
#include <string>
#include <vector>

namespace commsearch {
namespace {

std::string monthly_lines() {
    const std::vector<std::string> work = {
        "Công an tổ chức tuần tra, tiếp nhận tin báo, giải quyết kịp thời các vụ việc phát sinh",
        "Hội phụ nữ vận động hội viên gửi tiết kiệm và cho nhau vay vốn phát triển chăn nuôi",
        "Trạm y tế khám chữa bệnh cho người dân, tiêm chủng đầy đủ cho trẻ em trên địa bàn",
    };
    const std::vector<std::string> communes = {
        R"(,"commune":"Cao Ngọc","district":"Ngọc Lặc","province":"Thanh Hóa","commune_code":"15079")",
        R"(,"commune":"Bản Liền","district":"Bắc Hà","province":"Lào Cai","commune_code":"02869")",
        "",
    };
    const std::vector<std::string> headings = {"", "1. Y tế", "II. PHƯƠNG HƯỚNG", "2. Giáo dục"};
    const std::vector<std::string> types = {"bao-cao", "ke-hoach", ""};
    std::mt19937 random(3);
    std::string lines;
    for (int report = 0; report < 130; ++report) {
        std::string passages;
        for (std::size_t i = 1 + random() % 3; i > 0; --i) {
            const std::string text = work[random() % work.size()] + ", được " +
                                     std::to_string(random() % 40) + " lượt trong tháng.";
            passages += (passages.empty() ? R"({"heading":")" : R"(,{"heading":")") +
                        headings[random() % headings.size()] + R"(","text":")" + text + "\"}";
        }
        const std::string& type = types[random() % types.size()];
        if (!type.empty()) lines += R"(,"type":")" + type + '"';
        const int month = static_cast<int>(random() % 12);
        lines += R"({"id":"r)" + std::to_string(report) + R"(","passages":[)" + passages + ']' +
                 communes[random() % communes.size()];
        if (month > 0)
            lines += R"(,"date":"2023-)" + std::to_string(100 + month).substr(1) + "-01\"";
        lines += "}\n";
    }
    return lines;
}

}  // namespace

const SmallIndex& monthly_reports() {
    static const SmallIndex index({monthly_lines()});
    return index;
}

}  // namespace commsearch
