// Fields of a query: their names and values.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/query/readings.h"

namespace commsearch::query {
namespace {

TEST(QueryParser, ReadsFieldNames) {
    const std::vector<std::pair<std::string, std::string>> names{
        {"xã", "xã"},           {"XÃ", "xã"},           {"xa", "xã"},
        {"commune", "xã"},      {"phường", "xã"},       {"Phuong", "xã"},
        {"thị-trấn", "xã"},     {"thi-tran", "xã"},     {"huyện", "huyện"},
        {"huyen", "huyện"},     {"district", "huyện"},  {"tỉnh", "tỉnh"},
        {"tinh", "tỉnh"},       {"Province", "tỉnh"},   {"ngày", "ngày"},
        {"ngay", "ngày"},       {"date", "ngày"},       {"năm", "năm"},
        {"nam", "năm"},         {"year", "năm"},        {"mục", "mục"},
        {"muc", "mục"},         {"section", "mục"},     {"số", "số"},
        {"so", "số"},           {"number", "số"},       {"cơ-quan", "cơ-quan"},
        {"CO-QUAN", "cơ-quan"}, {"issuer", "cơ-quan"},  {"loại", "loại"},
        {"loai", "loại"},       {"type", "loại"},       {"kỳ", "kỳ"},
        {"kì", "kỳ"},           {"ky", "kỳ"},           {"period", "kỳ"},
        {"tiêu-đề", "tiêu-đề"}, {"tiêu_đề", "tiêu-đề"}, {"tieu-de", "tiêu-đề"},
        {"title", "tiêu-đề"},   {"thôn", "thôn"},       {"thon", "thôn"},
        {"bản", "thôn"},        {"village", "thôn"},    {"cấp", "cấp"},
        {"cap", "cấp"},         {"level", "cấp"},       {"ký", "ký"},
        {"signer", "ký"},       {"người-ký", "ký"},     {"gửi", "gửi"},
        {"gui", "gửi"},         {"nơi-nhận", "gửi"},    {"recipient", "gửi"},
    };
    for (const auto& [typed, field] : names) {
        EXPECT_EQ(describe(parse_query(typed + ":1")), field + "(1)");
    }
    EXPECT_EQ(notice_codes(parse_query("mức:1")), "unknown-field");
    // "xã" in NFD.
    EXPECT_EQ(describe(parse_query("xa\u0303:1")), "xã(1)");
}

TEST(QueryParser, ReadsFieldValues) {
    expect_readings({
        {"xã:\"Hòa Bình\" a", "all[xã(Hòa Bình) words(a)]"},
        {"xã:“hòa bình", "xã(hòa bình)", "unbalanced-quote"},
        {"xã:Hòa_Bình Thu", "all[xã(Hòa Bình) words(Thu)]"},
        {"xã:Hòa Bình", "xã(Hòa Bình)"},
        {"xã:Cao Ngọc thu ngân sách", "all[xã(Cao Ngọc) words(thu ngân sách)]"},
        {"xã:Cao Ngọc, Thu ngân sách", "all[xã(Cao Ngọc) words(Thu ngân sách)]"},
        {"xã:Cao Ngọc NTM", "all[xã(Cao Ngọc) words(NTM)]"},
        {"xã:CAO NGỌC thu", "all[xã(CAO NGỌC) words(thu)]"},
        {"xã:Ý Yên 2023", "all[xã(Ý Yên) words(2023)]"},
        {"xã:cao ngọc", "all[xã(cao) words(ngọc)]"},
        {"xã:Cao Ngọc AND thu", "all[xã(Cao Ngọc) words(thu)]"},
        {"xã:Cao Ngọc Huyện:Ngọc Lặc", "all[xã(Cao Ngọc) huyện(Ngọc Lặc)]"},
        {"xã:Cao Huyện:\"Ngọc Lặc\"", "all[xã(Cao) huyện(Ngọc Lặc)]"},
        {"xã:Cao Ngọc: thu", "all[xã(Cao Ngọc) words(thu)]"},
        {"(xã:Cao Ngọc)OR x", "any[xã(Cao Ngọc) words(x)]"},
        {"kỳ:Quý III năm", "all[kỳ(Quý III) words(năm)]"},
        {"loại:BC Cao Ngọc", "all[loại(BC) words(Cao Ngọc)]"},
        {"số:15/BC-UBND thu", "all[số(15/BC-UBND) words(thu)]"},
        {"ký:Lý Văn Thìn báo cáo", "all[ký(Lý Văn Thìn) words(báo cáo)]"},
        {"ky:thin", "ký(thin)"},
        {"ky:2023-Q3", "kỳ(2023-Q3)"},
        {"ky:\"quý III\" ky:\"Văn Thìn\"", "all[kỳ(quý III) ký(Văn Thìn)]"},
        {"gửi:Huyện ủy", "all[gửi(Huyện) words(ủy)]"},
        {"cấp:trung ương thu", "all[cấp(trung ương) words(thu)]"},
        {"cấp:cơ sở, thu", "all[cấp(cơ sở) words(thu)]"},
        {"cap:tinh uong", "all[cấp(tinh) words(uong)]"},
        {"cấp:xã Cao Ngọc", "all[cấp(xã) words(Cao Ngọc)]"},
        {"năm:2022..2024 x", "all[năm(2022..2024) words(x)]"},
        {"năm:..2023 năm:2020..", "all[năm(..2023) năm(2020..)]"},
        {"ngày:01/10/2023..31/12/2023", "ngày(01/10/2023..31/12/2023)"},
        {"xã: Cao Ngọc", "words(xã: Cao Ngọc)", "empty-field"},
        {"a xã:", "words(a xã:)", "empty-field"},
        {"xã:\"\" a", "words(a)", "empty-field"},
    });
}

TEST(QueryParser, ReadsUnknownFieldsAsWords) {
    expect_readings({
        {"abc:xyz", "words(abc xyz)", "unknown-field"},
        {"-abc:xyz", "none_of[words(abc xyz)]", "unknown-field"},
        {"abc:AND", "words(abc AND)", "unknown-field"},
        {"abc:\"x y\"", "all[words(abc) phrase(x y)]", "unknown-field"},
        {"http://a.vn 20:10 1:2", "words(http://a.vn 20:10 1:2)"},
        {"lưu ý: abc d:", "words(lưu ý: abc d:)"},
        {":", "", "only-punctuation"},
    });
}

}  // namespace
}  // namespace commsearch::query
