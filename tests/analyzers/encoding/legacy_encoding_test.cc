#include "analyzers/encoding/legacy_encoding.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/encoding/legacy_capitals.h"
#include "analyzers/encoding/utf16.h"
#include "tests/support/legacy_encoder.h"

namespace commsearch::encoding {
namespace {

constexpr std::string_view sentence =
    "Ủy ban nhân dân xã báo cáo kết quả phát triển kinh tế, giữ vững quốc phòng và an ninh.";
constexpr std::string_view other_sentence =
    "Hội Nông dân đã vận động hội viên đóng góp tám triệu đồng sửa đường, dựng cổng làng.";

std::string utf16(std::string_view text, bool little, bool mark) {
    std::string bytes;
    const auto add = [&](char32_t unit) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    if (mark) add(0xFEFF);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (point.value < 0x10000) {
            add(point.value);
        } else {
            add(0xD800 + ((point.value - 0x10000) >> 10U));
            add(0xDC00 + (point.value & 0x3FFU));
        }
    }
    return bytes;
}

TEST(Encoding, DecodesBytes) {
    const std::vector<std::tuple<Encoding, std::string, std::string>> cases = {
        {Encoding::tcvn3,
         "X\xB7 Cao Ng\xE4"
         "c \x96 45%",
         "Xã Cao Ngọc – 45%"},
        {Encoding::tcvn3, "\xA7\xB6ng \xF1y", "Đảng ủy"},
        {Encoding::vni, "U\xDBy ban nha\xE2n da\xE2n xa\xF5", "Ủy ban nhân dân xã"},
        {Encoding::vni,
         "\xF1\xF6\xF4\xEF"
         "c A\xE1p Ba",
         "được Ấp Ba"},
        {Encoding::viscii, "\x9Cy ban, V\x06n, l\xFEi", "Ủy ban, VẪn, lợi"},
        {Encoding::viqr, "U?y ban nha^n da^n, ddu+o+.c cho\\. A\\?",
         "Ủy ban nhân dân, được cho. A?"},
        {Encoding::tcvn5712, "\x9Ey ban a\xB3", "Ủy ban á"},
        {Encoding::utf8_twice, "e\xCC\x81", "é"},
    };
    for (const auto& [encoding, bytes, text] : cases) {
        EXPECT_EQ(decode_bytes(encoding, bytes), text) << encoding_name(encoding);
    }
    EXPECT_EQ(decode_bytes(Encoding::cp1258, "\xD0\xF4\xF2ng, ti\xEA\xECn: 5 \xFE"),
              "Động, tiến: 5 ₫");
}

TEST(Encoding, EveryByteHasItsWayBack) {
    for (unsigned byte = 0; byte < 256; ++byte) {
        const auto value = static_cast<unsigned char>(byte);
        EXPECT_EQ(cp1252_byte(cp1252_character(value)), value);
        EXPECT_EQ(cp1252_byte(static_cast<char32_t>(byte)), value);
    }
    EXPECT_EQ(cp1252_byte(U'ế'), std::nullopt);
}

TEST(Encoding, FontsTellIt) {
    EXPECT_EQ(encoding_of_font(".VnTime"), (FontEncoding{Encoding::tcvn3, false}));
    EXPECT_EQ(encoding_of_font(".VnArialH"), (FontEncoding{Encoding::tcvn3, true}));
    EXPECT_EQ(encoding_of_font("VNI-Times"), (FontEncoding{Encoding::vni, false}));
    for (const auto* const name : {"Times New Roman", "", "Vn", "Arial"})
        EXPECT_FALSE(encoding_of_font(name));
    EXPECT_EQ(decode_font_run("B¸o c¸o", {Encoding::tcvn3, false}), "Báo cáo");
    EXPECT_EQ(decode_font_run("ñy ban", {Encoding::tcvn3, true}), "ỦY BAN");
    EXPECT_EQ(decode_font_run("Báo cáo tiến độ", {Encoding::tcvn3, false}), "Báo cáo tiến độ");
}

TEST(Encoding, Utf16) {
    for (const bool little : {true, false}) {
        for (const bool mark : {true, false}) {
            const DecodedText decoded = decode_text(utf16(sentence, little, mark));
            EXPECT_EQ(decoded.text, sentence);
            EXPECT_EQ(decoded.source.encoding, little ? Encoding::utf16_le : Encoding::utf16_be);
        }
    }
    EXPECT_EQ(decode_utf16(Encoding::utf16_le, utf16("a\U0001F600b", true, true)), "a\U0001F600b");
    EXPECT_EQ(decode_utf16(Encoding::utf16_be, std::string_view("\xD8\x00\x00"
                                                                "a\x41",
                                                                5)),
              "\uFFFDa\uFFFD");
    const std::string half = "Xã " + read_as_cp1252(encode(Encoding::vni, sentence));
    EXPECT_EQ(decode_text(utf16(half, true, true)).text, "Xã " + std::string(sentence));
}

TEST(LegacyEncoding, HealthyTextStays) {
    for (const std::string_view text :
         {sentence, other_sentence, std::string_view("Ủy ban nhân dân xã Ðắk R’Lấp, 25°C, 30 m²"),
          std::string_view("L’été dernier, le maire a présenté « le projet » à la commune."),
          std::string_view("A café, 5 µm ± 2, © 2024 Müller, naïve façade, Ångström."),
          std::string_view("x^2 + a^2 = e^x; do. so. no? to? (a) e^ o^ a^"), std::string_view()}) {
        const DecodedText decoded = decode_text(text);
        EXPECT_EQ(decoded.text, text);
        EXPECT_TRUE(decoded.runs.empty());
        EXPECT_EQ(decoded.source, SourceEncoding{});
    }
}

TEST(LegacyEncoding, ByteOrderMarkIsNoText) {
    EXPECT_EQ(decode_text("\xEF\xBB\xBF"
                          "chữ")
                  .text,
              "chữ");
}

TEST(LegacyEncoding, LinesOfOneFileDiffer) {
    const std::string healthy(sentence);
    const std::string damaged(other_sentence);
    for (const Encoding encoding :
         {Encoding::tcvn3, Encoding::vni, Encoding::viscii, Encoding::cp1258, Encoding::viqr}) {
        const std::string bytes = encode(encoding, damaged);
        for (const std::string& line : {bytes, read_as_cp1252(bytes)}) {
            const DecodedText decoded = decode_text(healthy + "\n" + line + "\n" + healthy);
            EXPECT_EQ(decoded.text, healthy + "\n" + damaged + "\n" + healthy);
            EXPECT_EQ(decoded.source.encoding, encoding);
            ASSERT_EQ(decoded.runs.size(), 1U);
            EXPECT_EQ(decoded.runs[0].line, 2U);
            EXPECT_NE(decoded.runs[0].original, decoded.runs[0].repaired);
            const std::string& original = decoded.runs[0].original;
            EXPECT_TRUE(read_as_cp1252(line).find(original) != std::string::npos ||
                        line.find(original) != std::string::npos);
        }
    }
}

TEST(LegacyEncoding, RunsOfOneLineDiffer) {
    const std::string damaged = read_as_cp1252(encode(Encoding::tcvn3, other_sentence));
    const DecodedText decoded = repair_text("Kết quả phối hợp: " + damaged + " Người ký: Chủ tịch");
    EXPECT_EQ(decoded.text,
              "Kết quả phối hợp: " + std::string(other_sentence) + " Người ký: Chủ tịch");
    EXPECT_EQ(decoded.runs.size(), 1U);
}

TEST(LegacyEncoding, TwoEncodingsInOneFile) {
    const std::string text = encode(Encoding::tcvn3, other_sentence) + "\n" +
                             encode(Encoding::vni, sentence) + "\n" + "Trang 2\n" +
                             encode(Encoding::vni, other_sentence);
    const std::string wanted = std::string(other_sentence) + "\n" + std::string(sentence) +
                               "\nTrang 2\n" + std::string(other_sentence);
    EXPECT_EQ(decode_text(text).text, wanted);
    EXPECT_EQ(repair_text(read_as_cp1252(text)).text, wanted);
}

TEST(LegacyEncoding, Utf8ReadAsCp1252) {
    const std::string twice = read_as_cp1252(sentence);
    const DecodedText decoded = repair_text("Số: 45/BC-UBND\n" + twice);
    EXPECT_EQ(decoded.text, "Số: 45/BC-UBND\n" + std::string(sentence));
    EXPECT_EQ(decoded.source.encoding, Encoding::utf8_twice);
}

TEST(LegacyEncoding, TypographyOfCp1252) {
    const DecodedText decoded =
        decode_text("He said \x93it is done\x94 \x96 and left the room for good.");
    EXPECT_EQ(decoded.text, "He said “it is done” – and left the room for good.");
    EXPECT_EQ(decoded.source.encoding, Encoding::cp1252);
    EXPECT_EQ(decode_text("Xã đã họp \x96 có mặt ba mươi người.").text,
              "Xã đã họp – có mặt ba mươi người.");
}

TEST(LegacyEncoding, GarbageIsRefused) {
    const std::vector<std::pair<std::string, std::size_t>> cases = {
        {"mot\nhai \xB5\xB8", 8},
        {"c\xE1\xBB", 1},
        {"\xC0\x80", 0},
        {"une ann\xE9"
         "e d\xE9j\xE0 pass\xE9"
         "e, tr\xE8s r\xE9ussie",
         7},
        {"\x80\x93\x94", 0},
    };
    for (const auto& [bytes, at] : cases) EXPECT_EQ(decode_text(bytes).unreadable_at, at);
}

TEST(LegacyEncoding, CapitalsAsTheWordsAroundShow) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"ủY BAN NHâN DâN Xã", "ỦY BAN NHÂN DÂN XÃ"},
        {"NHIệM Vụ TRọNG TâM", "NHIỆM VỤ TRỌNG TÂM"},
        {"Xã Cao Ngọc", "Xã Cao Ngọc"},
        {"Số: 45/BC-UBND", "Số: 45/BC-UBND"},
        {"đồng chí ở UBND xã", "đồng chí ở UBND xã"},
        {"I. KếT QUả", "I. KẾT QUẢ"},
    };
    for (const auto& [written, wanted] : cases) EXPECT_EQ(with_capitals(written), wanted);
}

}  // namespace
}  // namespace commsearch::encoding
