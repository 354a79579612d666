// Lines of .jsonl files to documents.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/flat_json.h"
#include "tests/indexer/source/bad_input.h"

namespace commsearch::source {
namespace {

RawDocument read_line(std::string_view line) {
    FlatJsonReader reader;
    return read_jsonl_line(line, reader);
}

TEST(SourceJsonl, ReadsTextAndMetadata) {
    const RawDocument document = read_line(
        R"({"id":"bc-45","text":"Dòng một\r\nDòng hai\u0000","title":" Báo cáo\ntháng 11 ",
            "number":"45/BC-UBND","issuer":"UBND xã","type":"bao-cao","commune":"Cao Ngọc",
            "commune_code":"15067","district":"Ngọc Lặc","province":"Thanh Hóa",
            "date":"2024-02-29","period":null,"doc":"Tên khác","views":[1,{"a":2.5}]})");
    EXPECT_EQ(document.id, "bc-45");
    EXPECT_EQ(document.text, "Dòng một\nDòng hai ");
    EXPECT_TRUE(document.passages.empty());
    const RawDocument::Stated& stated = document.stated;
    EXPECT_EQ(stated.title, "Báo cáo tháng 11");
    EXPECT_EQ(stated.number + stated.issuer + stated.type, "45/BC-UBNDUBND xãbao-cao");
    EXPECT_EQ(stated.commune + stated.commune_code, "Cao Ngọc15067");
    EXPECT_EQ(stated.district + stated.province, "Ngọc LặcThanh Hóa");
    EXPECT_EQ(stated.date, "2024-02-29");
    EXPECT_EQ(stated.period, "");
}

TEST(SourceJsonl, ReadsPassagesAndOtherNames) {
    const RawDocument document = read_line(
        R"({"id":-7,"doc":"Luật Đất đai","passages":["Một"," ",{"heading":"I > 1","text":"Hai"}]})");
    EXPECT_EQ(document.id, "-7");
    EXPECT_EQ(document.stated.title, "Luật Đất đai");
    EXPECT_EQ(document.text, "");
    ASSERT_EQ(document.passages.size(), 2U);
    EXPECT_EQ(document.passages[0].heading + '|' + document.passages[0].text, "|Một");
    EXPECT_EQ(document.passages[1].heading + '|' + document.passages[1].text, "I > 1|Hai");
}

TEST(SourceJsonl, SaysWhatIsWrongWithALine) {
    const std::vector<BadInput> cases = {
        {"{", "bad JSON at byte 2"},
        {"nonsense", "bad JSON at byte"},
        {R"({"id":"a","text":"b"} c)", "bad JSON"},
        {R"({"id":"\ud800","text":"b"})", "bad JSON"},
        {R"(["a"])", "not a JSON object"},
        {"{\"id\":\"a\",\"text\":\"\xFF\"}", "not UTF-8"},
        {R"({"text":"b"})", R"(key "id" is missing)"},
        {R"({"id":1.5,"text":"b"})", R"(key "id" must be a string or an integer)"},
        {R"({"id":" ","text":"b"})", R"(key "id" is empty)"},
        {R"({"id":"a\nb","text":"b"})", R"(key "id" holds a control character)"},
        {R"({"id":")" + std::string(201, 'a') + R"(","text":"b"})", R"(key "id" is longer)"},
        {R"({"id":"a"})", R"(key "text" is missing)"},
        {R"({"id":"a","text":""})", R"(key "text" is empty)"},
        {R"({"id":"a","text":["b"]})", R"(key "text" must be a string)"},
        {R"({"id":"a","text":"b","passages":["c"]})", "exclude each other"},
        {R"({"id":"a","passages":"c"})", R"(key "passages" must be an array)"},
        {R"({"id":"a","passages":[]})", "no passage with text"},
        {R"({"id":"a","passages":["b",3]})", R"(key "passages[1]" must be)"},
        {R"({"id":"a","passages":[{"heading":"b"}]})", R"(key "passages[0].text" is missing)"},
        {R"({"id":"a","passages":[{"heading":1,"text":"b"}]})", "passages[0].heading"},
        {R"({"id":"a","text":"b","title":7})", R"(key "title" must be a string)"},
        {R"({"id":"a","text":"b","doc":[]})", R"(key "doc" must be a string)"},
        {R"({"id":"a","text":"b","date":"30/11/2023"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","date":"2023-02-29"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","date":"2023-+1-01"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","text":"c"})", R"(key "text" occurs twice)"},
        {R"({"id":"a","text":"b","x":{"y":1,"y":2}})", R"(key "y" occurs twice)"},
        {R"({"id":"a","text":"b","x":1e999})", "out of range"},
        {std::string(1 << 20, '['), "deeper than 16"},
        {R"({"id":"a","x":)" + repeated(R"({"a":)", 17), "deeper than 16"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of([&] { (void)read_line(input); }), part);
    }
}

/// A line without the metadata of a paper is a passage of a collection; with any of it, a paper to
/// be taken apart.
TEST(SourceJsonl, KeepsBarePassagesWhole) {
    const RawDocument unaccented =
        read_line(R"({"id":"luat@1","text":"1. Một.\n2. Hai.","title":"Phạm vi","doc":"Luật A"})");
    ASSERT_EQ(unaccented.passages.size(), 1U);
    EXPECT_EQ(unaccented.passages[0].heading, "Phạm vi");
    EXPECT_EQ(unaccented.passages[0].text, "1. Một.\n2. Hai.");
    EXPECT_EQ(unaccented.stated.title, "Luật A");
    const RawDocument paper = read_line(R"({"id":1,"text":"1. Một.","date":"2023-11-30"})");
    EXPECT_TRUE(paper.passages.empty());
    EXPECT_EQ(paper.text, "1. Một.");
    const std::string longer(max_bare_passage_bytes + 1, 'x');
    EXPECT_TRUE(read_line(R"({"id":1,"text":")" + longer + R"("})").passages.empty());
}

}  // namespace
}  // namespace commsearch::source
