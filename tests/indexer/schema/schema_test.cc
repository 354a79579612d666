#include "indexer/schema/schema.h"

#include <gtest/gtest.h>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "analyzers/value/place_id.h"

namespace commsearch::schema {
namespace {

ReportRecord some_report() {
    ReportRecord record;
    record.about.id = "a/b.txt";
    record.about.path = "/x/a/b.txt";
    record.about.title = "Báo cáo";
    record.about.number = "45/BC-UBND";
    record.about.issuer = "UBND xã A";
    record.about.period = "2023-11";
    record.about.commune = "xã A";
    record.about.district = "Huyện B";
    record.about.province = "C";
    record.about.date = 20231130;
    record.about.place = PlaceId::parse("pre2025:00001").number();
    record.about.issuer_kind = "ubnd";
    record.about.type = "bao-cao";
    record.about.planned_period = "2023-12";
    record.about.signing_date = 20231130;
    record.about.posting_date = 20231202;
    record.about.level = "xa";
    record.about.signers = {{"Lý Văn Thìn", "Phó Chủ tịch"}, {"", "Bí thư"}};
    record.about.recipients = {"Huyện ủy", "Lưu: VT"};
    record.villages = {"thôn Mỹ Yên", "ấp 4"};
    record.sections = {{{"I. Một", "1. Hai"}, 3, 1}, {{}, 0, 0, true, {"TT", "Đạt"}}};
    record.passages = {{"a/b.txt#1", 0, 1, 2, "một đoạn"}, {"a/b.txt#2", 1, 3, 300, "", 17}};
    return record;
}

TEST(Schema, RecordsComeBack) {
    EXPECT_EQ(decode_report(encode(some_report())), some_report());
    const std::vector<PlaceEntry> places = {
        {"pre2025:15079", "xã", "Cao Ngọc", "Huyện Ngọc Lặc", "Thanh Hóa", {"post2025:15124"}},
        {"post2025:15124", "", "Minh Sơn", "", "Thanh Hóa", {}, 3, {"thôn A", "ấp 4"}}};
    EXPECT_EQ(decode_places(encode_places(places)), places);
    const std::vector<RegionEntry> regions = {
        {"pre2025:38", "tỉnh", "Thanh Hóa", "", "post2025:38"},
        {"pre2025:389", "huyện", "Ngọc Lặc", "pre2025:38", "", 7}};
    EXPECT_EQ(decode_regions(encode_regions(regions)), regions);
    EXPECT_THROW((void)decode_regions("one\tfield\n"), Error);
    EXPECT_THROW((void)decode_places("a\tb\tc\td\te\t\tno number\t\n"), Error);
    const std::vector<TopicEntry> topics = {{"y-te", "", "Y tế"}, {"dan-so", "y-te", "Dân số"}};
    EXPECT_EQ(decode_topics(encode_topics(topics)), topics);
}

TEST(Schema, CellsAndRowsAreAnalysedApart) {
    ReportRecord record = some_report();
    record.passages[0].text = record.passages[1].text = "1\tLúa\n2\tNgô";
    EXPECT_EQ(record.analysed_text(0), "1\tLúa\n2\tNgô");
    EXPECT_EQ(record.analysed_text(1), "1;Lúa;2;Ngô");
}

TEST(Schema, DamagedRecordsAreRefused) {
    const std::string report = encode(some_report());
    for (std::size_t size = 0; size < report.size(); ++size) {
        EXPECT_THROW((void)decode_report(report.substr(0, size)), Error) << size;
    }
    EXPECT_THROW((void)decode_report(report + "x"), Error);
    EXPECT_THROW((void)decode_places("one\tfield\n"), Error);
    // A count that promises more than there is must not make room for it.
    EXPECT_THROW((void)decode_report(std::string(6, '\xFF') + "\x7F"), Error);
}

TEST(Schema, TermsThatCover) {
    for (const std::string term : {"Hnông", "XCpre2025:15079", "XTkinh-te", "XGThu ngân sách"})
        EXPECT_TRUE(is_inherited(term)) << term;
    for (const std::string term :
         {"nông", "Unông thôn mới", "Qa/b.txt", "XVpre2025:15079/my yen", ""})
        EXPECT_FALSE(is_inherited(term)) << term;
}

TEST(Schema, PlaceKeysAndNumbers) {
    for (const std::string key : {"pre2025:15079", "post2025:15124", "pre2025:00001"}) {
        EXPECT_EQ(PlaceId::of_number(PlaceId::parse(key).number()).text(), key);
    }
    EXPECT_NE(PlaceId::parse("pre2025:18739").number(), PlaceId::parse("post2025:18739").number())
        << "codes are used again";
    for (const std::string key :
         {"", "15079", "pre2025:", "pre2025:x", "other:1", "pre2025:99999999"}) {
        EXPECT_EQ(PlaceId::parse(key).number(), 0U) << key;
    }
    EXPECT_EQ(PlaceId::of_number(0).text(), "");
}

TEST(Schema, TermsAreCutAtLetters) {
    std::string word;
    while (word.size() < 2 * max_term_bytes) word += "ủ";
    const std::string term = make_term(prefix_compound, word);
    EXPECT_LE(term.size(), max_term_bytes);
    EXPECT_TRUE(is_valid_utf8(term));
    EXPECT_EQ(make_term(prefix_context, "nông"), "Hnông");
}

TEST(Schema, APublicationWithAFlippedBitIsNone) {
    const Publication publication{"gen-000012", "0123456789abcdef0123456789abcdef"};
    const std::string bytes = encode(publication);
    EXPECT_EQ(decode_publication(bytes), publication);
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        EXPECT_THROW((void)decode_publication(damaged), Error) << bit;
    }
    EXPECT_EQ(decode_publication("gen-000003\n"), (Publication{"gen-000003", ""}));
    for (const std::string none : {"", "\n", "../x\n", ".lock\n", "gen-000003\nmore"})
        EXPECT_THROW((void)decode_publication(none), Error) << none;
}

}  // namespace
}  // namespace commsearch::schema
