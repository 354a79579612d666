#include "analyzers/value/place_id.h"

#include <gtest/gtest.h>

#include <string>

namespace commsearch {
namespace {

TEST(PlaceIdTest, TextAndNumberOfACommune) {
    for (const std::string text : {"pre2025:15079", "post2025:15124", "pre2025:00001"}) {
        const PlaceId id = PlaceId::parse(text);
        ASSERT_TRUE(id.is_known()) << text;
        EXPECT_EQ(id.text(), text);
        EXPECT_EQ(PlaceId::of_number(id.number()), id);
    }
    EXPECT_EQ(PlaceId::parse("pre2025:15079"), (PlaceId{Epoch::before_2025_07, "15079"}));
    // Indexes hold these numbers.
    EXPECT_EQ(PlaceId::parse("pre2025:15079").number(), 1063655U);
    EXPECT_EQ(PlaceId::parse("post2025:18739").number(), 2115891U);
}

TEST(PlaceIdTest, RegionsHaveShorterCodesOrSlugs) {
    for (const std::string text :
         {"pre2025:38", "pre2025:389", "post2025:thanh-hoa", "pre2025:thanh-hoa/huyen-ngoc-lac"}) {
        EXPECT_EQ(PlaceId::parse(text).text(), text);
    }
    EXPECT_EQ(PlaceId::parse("post2025:thanh-hoa").epoch, Epoch::from_2025_07);
    EXPECT_EQ(PlaceId::parse("post2025:thanh-hoa").number(), 0U);
}

TEST(PlaceIdTest, NumbersTellTheLevelsApart) {
    for (const std::string text : {"pre2025:38", "pre2025:389", "pre2025:00389", "post2025:38"}) {
        const PlaceId id = PlaceId::parse(text);
        EXPECT_NE(id.number(), 0U) << text;
        EXPECT_EQ(PlaceId::of_number(id.number()), id) << text;
    }
    EXPECT_EQ(PlaceId::parse("pre2025:1234").number(), 0U);
    EXPECT_EQ(PlaceId::of_number((1U << 20U) + 102'000U), PlaceId{});
}

TEST(PlaceIdTest, WhatNamesNoPlaceIsUnknown) {
    for (const std::string text : {"", "15079", "pre2025:", ":15079", "other:1", "pre2025"}) {
        EXPECT_EQ(PlaceId::parse(text), PlaceId{}) << text;
    }
    EXPECT_EQ(PlaceId::parse("pre2025:99999999").number(), 0U) << "no commune";
    EXPECT_EQ(PlaceId{}.text(), "");
    EXPECT_EQ(PlaceId{}.number(), 0U);
    EXPECT_EQ((PlaceId{Epoch::before_2025_07, ""}.text()), "");
    EXPECT_EQ((PlaceId{Epoch::unknown, "15079"}.number()), 0U);
    for (const std::uint32_t number : {0U, 15079U, 3U << 20U, 4294967295U})
        EXPECT_EQ(PlaceId::of_number(number), PlaceId{}) << number;
}

TEST(EpochTest, TextAndDate) {
    for (const Epoch epoch : {Epoch::unknown, Epoch::before_2025_07, Epoch::from_2025_07})
        EXPECT_EQ(parse_epoch(epoch_text(epoch)), epoch);
    EXPECT_EQ(epoch_text(Epoch::before_2025_07), "pre2025");
    EXPECT_EQ(epoch_text(Epoch::from_2025_07), "post2025");
    EXPECT_EQ(parse_epoch("2025"), Epoch::unknown);
    EXPECT_EQ(epoch_of(Date(2025, 6, 30)), Epoch::before_2025_07);
    EXPECT_EQ(epoch_of(Date(2025, 7, 1)), Epoch::from_2025_07);
    EXPECT_EQ(epoch_of(Date{}), Epoch::before_2025_07);
}

}  // namespace
}  // namespace commsearch
