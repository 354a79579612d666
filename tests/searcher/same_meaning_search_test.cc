#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/small_index.h"

namespace commsearch {
namespace {

std::string line(const std::string& id, const std::string& text, const std::string& title = "") {
    return json_line({{"id", id}, {"title", title}, {"text", text}});
}

/// Words that mean the same, figures and numbers glued to words, all over one small index.
TEST(SameMeaningSearch, FindsWhatIsMeantAndNothingElse) {
    const SmallIndex index(
        {line("heo", "Đàn heo 4.870 con, tiêm phòng đạt 96,5%.") +
         line("lon", "Đàn lợn 2.100 con; bảo hiểm y tế đạt 91,3% dân số.") +
         line("cai", "Rau bắp cải và su hào 14 ha, đạt 98% kế hoạch.") +
         line("ngo", "Ngô hè thu 86 ha; đường dây 500KV đi qua 3 thôn.") +
         line("nguoi", "Ông Ngô Văn Tư trao quà trong khu vực 500 hộ.") +
         line("san", "Sắn cao sản 24 ha; 19/19 thanh niên lên đường nhập ngũ.") +
         line("tieu", "Giữ vững 16/19 tiêu chí, phấn đấu đạt 17 trên 19.") +
         line("tuoi", "Trẻ em dưới 5 tuổi suy dinh dưỡng còn 9,8%.") +
         line("thu", "Chi thường xuyên đúng dự toán.", "Báo cáo kinh tế 9 tháng đầu năm") +
         line("kh", "Chi thường xuyên vượt dự toán.", "Báo cáo kết quả tháng 9, kế hoạch quý IV")});
    const struct {
        std::string query;
        Ids ids;
    } rows[] = {
        {"heo", {"heo", "lon"}},
        {"lợn", {"lon", "heo"}},
        {"=lợn", {"lon"}},
        {"\"lợn\"", {"lon"}},
        {"bắp", {"ngo"}},
        {"khoai mì", {"san"}},
        {"500KV", {"ngo"}},
        {"19/19", {"san"}},
        {"tiêu-đề:\"9 tháng\"", {"thu"}},
        {"tiêu-đề:\"tháng 9\"", {"kh"}},
        {"\"kinh tế 9 tháng\"", {"thu"}},
        {"BHYT trên 90%", {"lon"}},
        {"từ 20 đến 30 ha", {"san"}},
        {"trên 4.000 con", {"heo"}},
        {"dưới 5 tuổi", {"tuoi"}},
        {"đàn NEAR/3 heo tiêm", {"heo"}},
    };
    for (const auto& [query, ids] : rows) {
        Ids found = ids_of(index.search(query));  // what comes near follows
        found.resize(std::min(found.size(), ids.size()));
        EXPECT_EQ(found, ids) << query;
    }
}

}  // namespace
}  // namespace commsearch
