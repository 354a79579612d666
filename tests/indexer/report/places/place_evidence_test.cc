#include "indexer/report/places/place_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commsearch::report {
namespace {

PlaceEvidence evidence_of(const source::RawDocument& document, const std::string& title = {}) {
    static const Gazetteer gazetteer;
    const Date date(2023, 11, 1);
    const DocumentParts parts = take_apart(document);
    const auto issuer = letterhead_issuer(parts.header.bodies, date, gazetteer);
    return place_evidence(document, parts, title, issuer, date, gazetteer);
}

/// "xã Cao Ngọc" in the order of the evidence; of folders with their province: "cao ngoc (thanh
/// hoa)".
std::vector<std::string> names_of(const PlaceEvidence& evidence) {
    std::vector<std::string> names;
    for (const NamedPlace& place : evidence.names) {
        names.push_back(place.type + (place.type.empty() ? "" : " ") + place.name +
                        (place.province.empty() ? "" : " (" + place.province + ')'));
    }
    return names;
}

source::RawDocument paper() {
    source::RawDocument document;
    document.id = "thanh-hoa/ngoc-lac/11.txt";
    document.path = "corpus/thanh-hoa/ngoc-lac/11.txt";
    document.text =
        "ỦY BAN NHÂN DÂN\n"
        "XÃ CAO NGỌC\n"
        "Số: 45/BC-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n"
        "Cao Ngọc, ngày 20 tháng 11 năm 2023\n"
        "BÁO CÁO\n"
        "Kết quả công tác tháng 11\n"
        "I. KẾT QUẢ\n"
        "Xã Minh Sơn giao lưu với xã Minh Sơn và xã Kiên Thọ, huyện Ngọc Lặc.\n"
        "1. Trồng trọt\n"
        "Đã cấy xong.\n"
        "2. Lâm nghiệp\n"
        "Đã trồng 5 ha rừng tại xã Thúy Sơn.\n"
        "Nơi nhận:\n"
        "- Huyện ủy Ngọc Lặc;\n"
        "TM. ỦY BAN NHÂN DÂN\n"
        "CHỦ TỊCH\n"
        "Phạm Văn A\n";
    return document;
}

TEST(PlaceEvidence, TheBestSourcesComeFirst) {
    source::RawDocument document = paper();
    std::vector<std::string> names = names_of(evidence_of(document, "Báo cáo của xã Chi Khê"));
    EXPECT_EQ(names, std::vector<std::string>{"xã CAO NGỌC"}) << "the issuer leaves nothing open";

    document.text.replace(0, document.text.find("Số:"), "ỦY BAN NHÂN DÂN\n");
    names = names_of(evidence_of(document, "Báo cáo của xã Chi Khê"));
    ASSERT_GE(names.size(), 4U);
    EXPECT_EQ(names[0], "xã Chi Khê") << "the title";
    const auto place_of = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) - names.begin();
    };
    const auto end = static_cast<std::ptrdiff_t>(names.size());
    EXPECT_LT(place_of("Cao Ngọc"), place_of("xã Minh Sơn")) << "the date line before the opening";
    EXPECT_LT(place_of("xã Minh Sơn"), place_of("ngoc lac (thanh hoa)")) << "folders come last";
    EXPECT_EQ(place_of("ngoc lac (thanh hoa)") + 1, end) << "a province is no commune";

    document.stated.commune = "xã Kiên Thọ";
    EXPECT_EQ(names_of(evidence_of(document)).front(), "xã Kiên Thọ");
    document.stated.commune = "Kiên Thọ";
    EXPECT_EQ(names_of(evidence_of(document)).front(), "Kiên Thọ");
}

TEST(PlaceEvidence, OfTheBodyTheNameSaidMostOftenCounts) {
    source::RawDocument document;
    document.text =
        "Mở đầu.\n1. Một.\n2. Hai.\n3. Ba.\n4. Bốn.\nTại xã Thúy Sơn.\n"
        "Tại xã Minh Sơn.\nVề xã Minh Sơn.\n";
    EXPECT_EQ(names_of(evidence_of(document)), std::vector<std::string>{"xã Minh Sơn"});
}

TEST(PlaceEvidence, KeysHoldWhatIsSaidNearFarAndInThePath) {
    source::RawDocument document = paper();
    document.stated.district = "Huyện Ngọc Lặc";
    document.stated.province = "Thanh Hóa";
    document.stated.issuer = "UBND xã Cao Ngọc";
    const PlaceEvidence evidence = evidence_of(document, "Báo cáo tháng 11");
    for (const std::string said : {"xa cao ngoc", "huyen uy ngoc lac", "bao cao thang 11",
                                   "ubnd xa cao ngoc", "xa minh son giao luu"}) {
        EXPECT_NE(evidence.near_key.find(said), std::string::npos) << said;
    }
    EXPECT_EQ(evidence.near_key.find("thuy son"), std::string::npos) << "said in the body";
    EXPECT_NE(evidence.body_key.find("trong 5 ha rung tai xa thuy son"), std::string::npos);
    EXPECT_NE(evidence.path_key.find("thanh hoa ngoc lac 11 txt"), std::string::npos);
    EXPECT_EQ(evidence.district, "Huyện Ngọc Lặc");
    EXPECT_EQ(evidence.province, "Thanh Hóa");
    EXPECT_EQ(evidence.date, Date(2023, 11, 1));
}

TEST(PlaceEvidence, NothingSaidIsNothing) {
    EXPECT_TRUE(evidence_of({}).names.empty());
    EXPECT_EQ(evidence_of({}).body_key, "");
}

}  // namespace
}  // namespace commsearch::report
