// What the parser says it did.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "tests/searcher/query/readings.h"

namespace commsearch::query {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

TEST(QueryParser, SaysWhatItDid) {
    const std::vector<std::pair<std::string, Message>> cases{
        {"a OR",
         {"Toán tử “OR” thiếu vế để nối; đã bỏ qua. Muốn tìm chính chữ đó, hãy đặt nó trong ngoặc "
          "kép.",
          "The operator “OR” lacks something to join; it was ignored. To search for the word "
          "itself, put it in quotation marks."}},
        {"abc:xyz",
         {"Không có trường “abc:”; đã tìm như từ thường. Các trường dùng được: xã, huyện, tỉnh, "
          "ngày, năm, mục, số, cơ-quan, loại, kỳ, tiêu-đề, thôn, kế-hoạch, cấp, ký, gửi.",
          "There is no field “abc:”; it was searched as plain words. Known fields: xã, huyện, "
          "tỉnh, ngày, năm, mục, số, cơ-quan, loại, kỳ, tiêu-đề, thôn, kế-hoạch, cấp, ký, gửi."}},
        {repeated("a", 5000),
         {"Câu hỏi dài hơn 4096 byte; chỉ phần đầu được đọc.",
          "The query is longer than 4096 bytes; only its beginning was read."}},
    };
    for (const auto& [typed, message] : cases) {
        EXPECT_EQ(parse_query(typed).notices.at(0).message, message);
    }
}

TEST(QueryParser, SaysTheSameThreeTimesAtMost) {
    EXPECT_EQ(notice_codes(parse_query(repeated("AND ", 50) + "x")),
              "dangling-operator dangling-operator dangling-operator");
}

TEST(QueryPrinter, PrintsTheShortestSpelling) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"  thu   ngân sách ", "thu ngân sách"},
        {"commune:Cao Ngọc, thu", "xã:\"Cao Ngọc\" thu"},
        {"(a b) c", "a b AND c"},
        {"a VÀ -\"b", "a -\"b\""},
        {"a HOẶC (b OR c) d", "a OR (b OR c) d"},
        {"a NOT (b c) e NEAR/10 f", "a NOT b c AND e NEAR f"},
        {"=thuỷ =lợi x", "=thuỷ =lợi x"},
        {"=thuỷ AND =lợi -=x", "=thuỷ AND =lợi -=x"},
        {"abc:-x OR", "abc \\-x"},
        {"AND", "\\AND"},
        {"-(xây*)", "-xây*"},
        {"()", ""},
    };
    for (const auto& [typed, printed] : cases) {
        EXPECT_EQ(print_query(parse_query(typed)), printed) << typed;
    }
}

}  // namespace
}  // namespace commsearch::query
