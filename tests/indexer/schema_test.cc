#include "indexer/schema.h"

#include <gtest/gtest.h>

#include "analyzers/message.h"
#include "analyzers/unicode.h"

namespace commsearch {
namespace {

FacetRecord some_facets() {
    FacetRecord record;
    record.date = 20231130;
    record.ordinal = 7;
    record.place = place_number("pre2025:18739");
    record.issuer = 1;
    record.type = 2;
    record.topics = {52, 3, 0};
    record.horizon = 2;
    record.first_month = 202311;
    record.last_month = 202312;
    record.similarity = 0x0123456789abcdefU;
    record.passages = 61;
    record.document = 0xfedcba98U;
    return record;
}

ReportRecord some_report() {
    ReportRecord record;
    record.id = "a/b.txt";
    record.path = "/x/a/b.txt";
    record.title = "Báo cáo";
    record.number = "45/BC-UBND";
    record.issuer = "UBND xã A";
    record.period = "2023-11";
    record.commune = "xã A";
    record.district = "Huyện B";
    record.province = "C";
    record.date = 20231130;
    record.place = place_number("pre2025:00001");
    record.issuer_kind = "ubnd";
    record.type = "bao-cao";
    record.sections = {{{"I. Một", "1. Hai"}, 3, 1}, {{}, 0, 0}};
    record.passages = {{"a/b.txt#1", 0, 1, 2, "một đoạn"}, {"a/b.txt#2", 1, 3, 300, ""}};
    return record;
}

TEST(Schema, RecordsComeBack) {
    EXPECT_EQ(decode_facets(encode(some_facets())), some_facets());
    EXPECT_EQ(decode_report(encode(some_report())), some_report());
    const std::vector<PlaceEntry> places = {
        {"pre2025:15079", "xã", "Cao Ngọc", "Huyện Ngọc Lặc", "Thanh Hóa", {"post2025:15124"}},
        {"post2025:15124", "", "Minh Sơn", "", "Thanh Hóa", {}}};
    EXPECT_EQ(decode_places(encode_places(places)), places);
    const std::vector<TopicEntry> topics = {{"y-te", "", "Y tế"}, {"dan-so", "y-te", "Dân số"}};
    EXPECT_EQ(decode_topics(encode_topics(topics)), topics);
}

TEST(Schema, DamagedRecordsAreRefused) {
    const std::string report = encode(some_report());
    for (std::size_t size = 0; size < report.size(); ++size) {
        EXPECT_THROW((void)decode_report(report.substr(0, size)), Error) << size;
    }
    EXPECT_THROW((void)decode_report(report + "x"), Error);
    EXPECT_THROW((void)decode_facets("short"), Error);
    EXPECT_THROW((void)decode_places("one\tfield\n"), Error);
    // A count that promises more than there is must not make room for it.
    EXPECT_THROW((void)decode_report(std::string(6, '\xFF') + "\x7F"), Error);
}

TEST(Schema, DatesSortAsBytes) {
    EXPECT_LT(encode_date(0), encode_date(20221231));
    EXPECT_LT(encode_date(20221231), encode_date(20230101));
    EXPECT_TRUE(encode(some_facets()).starts_with(encode_date(20231130)));
}

TEST(Schema, PlaceKeysAndNumbers) {
    for (const std::string key : {"pre2025:15079", "post2025:15124", "pre2025:00001"}) {
        EXPECT_EQ(place_key(place_number(key)), key);
    }
    EXPECT_NE(place_number("pre2025:18739"), place_number("post2025:18739"))
        << "codes are used again";
    for (const std::string key :
         {"", "15079", "pre2025:", "pre2025:x", "other:1", "pre2025:99999999"}) {
        EXPECT_EQ(place_number(key), 0U) << key;
    }
    EXPECT_EQ(place_key(0), "");
}

TEST(Schema, TermsAreCutAtLetters) {
    std::string word;
    while (word.size() < 2 * max_term_bytes) word += "ủ";
    const std::string term = make_term(prefix_unit, word);
    EXPECT_LE(term.size(), max_term_bytes);
    EXPECT_TRUE(is_valid_utf8(term));
    EXPECT_EQ(make_term(prefix_pair, "nong thon"), "Pnong thon");
}

}  // namespace
}  // namespace commsearch
