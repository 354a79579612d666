#include "analyzers/base/normal_form.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace commsearch {
namespace {

TEST(NormalForm, NormalizesEveryFormToOne) {
    const std::string composed = "Đảng ủy xã";
    EXPECT_EQ(nfc("Đa\u0309ng u\u0309y xa\u0303"), composed);  // NFD
    EXPECT_EQ(nfc("\u00EA\u0300"), "ề");                       // half-composed, as CP1258
    EXPECT_EQ(nfc("a\u0323\u0306"), "ặ");                      // dot below before breve
    EXPECT_EQ(nfc("\xFFx"), "\uFFFDx");
    EXPECT_EQ(nfc(composed), composed);
}

TEST(NormalForm, OffsetsLeadBackToTheSource) {
    const std::string source = "a u\u0309y \xFF e\u0302\u0301";
    const NormalizedText normalized = nfc_with_offsets(source);
    EXPECT_EQ(normalized.text, "a ủy \uFFFD ế");
    EXPECT_EQ(normalized.source_offset(normalized.text.find("ủ")), source.find('u'));
    EXPECT_EQ(normalized.source_offset(normalized.text.find('y')), source.find('y'));
    EXPECT_EQ(normalized.source_offset(normalized.text.find("ế")), source.find('e'));
    EXPECT_EQ(normalized.source_offset(normalized.text.size()), source.size());
    EXPECT_TRUE(nfc_with_offsets("ủy").source_offsets.empty());
}

/// Texts of letters in every normal form, signs and bytes that are no text.
std::string odd_text(std::mt19937& random) {
    const std::vector<std::string> pieces = {"a",
                                             "N",
                                             " ",
                                             "0",
                                             "đ",
                                             "Đ",
                                             "ủ",
                                             "Ặ",
                                             "u\u0309",
                                             "\u0323",
                                             "\u0302",
                                             "\u0341",
                                             "\u00EA\u0300",
                                             "–",
                                             "…",
                                             "\u00A0",
                                             "\u200B",
                                             "\u2000",
                                             "\u212B",
                                             "\u1100\u1161",
                                             "\xFF",
                                             "\xE1\xBB",
                                             "\xF0\x9F\x98",
                                             "\U0001F600"};
    std::string text;
    const std::size_t size = random() % 12;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    return text;
}

TEST(NormalFormLaws, TheShortWayToNfcIsTheLongOne) {
    // A code point beyond the table sends the whole text the long way.
    const std::string rare = " \u4E2D";
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = odd_text(random);
        const std::string composed = nfc(text);
        ASSERT_EQ(composed + rare, nfc(text + rare));
        ASSERT_EQ(composed, nfc(composed));
        ASSERT_EQ(composed, into_nfc(text));
        const NormalizedText one = nfc_with_offsets(text);
        const NormalizedText other = nfc_with_offsets(text + rare);
        ASSERT_EQ(one.text, composed);
        for (std::size_t at = 0; at <= one.text.size(); ++at)
            ASSERT_EQ(one.source_offset(at), other.source_offset(at));
    }
}

}  // namespace
}  // namespace commsearch
