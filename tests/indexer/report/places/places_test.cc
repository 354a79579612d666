#include "indexer/report/places/places.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer all;
    return all;
}

/// "xã Cao Ngọc, phường Đông Ngàn"
std::string named(std::string_view line) {
    std::string text;
    for (const NamedPlace& place : places_named(line, gazetteer()))
        text += (text.empty() ? "" : ", ") + place.type + ' ' + place.name;
    return text;
}

TEST(Places, ALineNamesCommunesWithTheirType) {
    const struct {
        std::string line, places;
    } rows[] = {
        {"Đảng ủy xã Cao Ngọc họp thường kỳ", "xã Cao Ngọc"},
        {"ỦY BAN NHÂN DÂN XÃ CHI KHÊ", "xã CHI KHÊ"},
        {"thị trấn Ngọc Lặc và xã Cao Ngọc", "thị trấn Ngọc Lặc, xã Cao Ngọc"},
        {"Đặc khu Phú Quốc", "đặc khu Phú Quốc"},
        {"UBND X. Cao Ngọc, P. Đông Ngàn", "xã Cao Ngọc, phường Đông Ngàn"},
        {"phường 5", "phường 5"},
        {"xã Ea D'Rơng", "xã Ea D'Rơng"},
        // The longest known name, else the last capitalised word.
        {"xã Cao Ngọc Tổ chức hội nghị", "xã Cao Ngọc"},
        {"xã Không Ai Biết đã họp", "xã Không Ai Biết"},
        // Capitals do not show where an unknown name ends, but at the end of the line.
        {"XÃ KHÔNG AI BIẾT", "xã KHÔNG AI BIẾT"},
        {"XÃ KHÔNG AI BIẾT, NĂM 2023", ""},
        // None.
        {"an toàn xã hội", ""},
        {"trật tự XÃ HỘI", ""},
        {"thị xã Kỳ Anh", ""},
        {"toàn xã có 5 thôn", ""},
        {"Cao Ngọc", ""},
        {"", ""},
    };
    for (const auto& [line, places] : rows) EXPECT_EQ(named(line), places) << line;
}

/// Evidence of a report of 2023 that names `commune`.
PlaceEvidence evidence(const std::string& commune, const std::string& near = {},
                       const std::string& body = {}, const std::string& path = {}) {
    PlaceEvidence all;
    all.names = {{"xã", commune, {}}};
    all.near_key = words_key(near);
    all.body_key = words_key(body);
    all.path_key = words_key(path);
    all.date = Date(2023, 5, 1);
    return all;
}

TEST(Places, WhatIsSaidAroundDecidesBetweenCommunesOfOneName) {
    const struct {
        std::string near, body, path, province;
    } rows[] = {
        {"UBND huyện Lục Ngạn", "", "", "Bắc Giang"},
        {"tỉnh Bắc Giang", "", "", "Bắc Giang"},
        {"huyện Đan Phượng", "", "", "Hà Nội"},
        {"", "", "bac-giang/luc-ngan/tan-lap/5.txt", "Bắc Giang"},
        {"", "huyện Lục Ngạn; huyện Lục Ngạn", "", "Bắc Giang"},
        // The header says more than what the text mentions.
        {"huyện Lục Ngạn", "học tập kinh nghiệm tại huyện Đan Phượng", "", "Bắc Giang"},
        // A wrong commune is worse than none.
        {"", "", "", ""},
        {"huyện Lục Ngạn, huyện Đan Phượng", "", "", ""},
    };
    for (const auto& [near, body, path, province] : rows) {
        const Located found = locate(evidence("Tân Lập", near, body, path), gazetteer());
        EXPECT_EQ(found.commune.province, province) << near << '|' << body << '|' << path;
        EXPECT_EQ(found.commune.code.empty(), province.empty()) << near;
        EXPECT_EQ(found.candidates.empty(), !province.empty()) << near;
        EXPECT_EQ(found.commune.name, "Tân Lập");
    }
}

TEST(Places, CandidatesAreToldWithWhatTheyHaveInCommon) {
    PlaceEvidence several = evidence("Tân Lập");
    several.province = "Bắc Giang";
    const Located one = locate(several, gazetteer());
    EXPECT_EQ(one.commune.district, "Huyện Lục Ngạn") << "what the source states is a demand";
    EXPECT_TRUE(one.candidates.empty());

    const Located open = locate(evidence("Tân Lập"), gazetteer());
    EXPECT_GT(open.candidates.size(), 5U);
    EXPECT_EQ(open.commune.type, "xã");
    EXPECT_EQ(open.commune.epoch, Epoch::before_2025_07);
    EXPECT_EQ(open.commune.district, "");
}

TEST(Places, ANameThatIsKnownGoesBeforeOneThatIsNot) {
    PlaceEvidence all = evidence("Không Ai Biết");
    all.names.push_back({"xã", "Cao Ngọc", {}});
    EXPECT_EQ(locate(all, gazetteer()).commune.code, "15079");

    all.names.pop_back();
    all.district = "Huyện Ngọc Lặc";
    const Located unknown = locate(all, gazetteer());
    EXPECT_EQ(unknown.commune.name, "Không Ai Biết");
    EXPECT_EQ(unknown.commune.type, "xã");
    EXPECT_EQ(unknown.commune.district, "Huyện Ngọc Lặc");
    EXPECT_EQ(unknown.commune.code, "");
    EXPECT_EQ(unknown.commune.epoch, Epoch::before_2025_07);

    const Located none = locate({}, gazetteer());
    EXPECT_EQ(none.commune, Commune{});
    EXPECT_TRUE(none.candidates.empty());
}

TEST(Places, TheDateTellsTheEpoch) {
    PlaceEvidence all = evidence("Minh Sơn", "tỉnh Thanh Hóa");
    all.province = "Thanh Hóa";
    all.date = Date(2025, 7, 1);
    EXPECT_EQ(locate(all, gazetteer()).commune.epoch, Epoch::from_2025_07);
    all.names = {{"xã", "Không Ai Biết", {}}};
    EXPECT_EQ(locate(all, gazetteer()).commune.epoch, Epoch::from_2025_07);
    all.date = Date(2025, 6, 30);
    EXPECT_EQ(locate(all, gazetteer()).commune.epoch, Epoch::before_2025_07);
    all.date = {};
    EXPECT_EQ(locate(all, gazetteer()).commune.epoch, Epoch::unknown);
}

}  // namespace
}  // namespace commsearch::report
