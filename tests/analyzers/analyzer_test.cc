#include "analyzers/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/analyzers/analyzed.h"

namespace commsearch {
namespace {

std::vector<std::string> terms(const word::Tokens& tokens, word::Token::Kind kind) {
    std::vector<std::string> found;
    for (const word::Token& token : tokens) {
        if (token.kind == kind) found.push_back(token.term);
    }
    return found;
}

std::vector<std::string> running(const word::Tokens& tokens) {
    std::vector<std::string> found;
    for (const word::Token& token : tokens) {
        if (word::is_running(token)) found.push_back(token.term);
    }
    return found;
}

bool has_compound(const std::string& text, const std::string& compound,
                  abbreviation::Reading reading = abbreviation::Reading::document) {
    const auto compounds = terms(analyze(text, reading), word::Token::Kind::compound);
    return std::find(compounds.begin(), compounds.end(), compound) != compounds.end();
}

using Words = std::vector<std::string>;

TEST(Analyzer, ShortAndLongFormsShareTheirUnit) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"xây dựng NTM", "nông thôn mới"},
        {"xây dựng nông thôn mới", "nông thôn mới"},
        {"XÂY DỰNG NTM", "nông thôn mới"},
        {"XÂY DỰNG NÔNG THÔN MỚI", "nông thôn mới"},
        {"UBND xã", "ủy ban nhân dân"},
        {"Uỷ ban nhân dân xã", "ủy ban nhân dân"},
        {"UB ND xã", "ủy ban nhân dân"},
        {"phát triển KT-XH", "kinh tế xã hội"},
        {"phát triển KTXH", "kinh tế xã hội"},
        {"phát triển KT- XH", "kinh tế xã hội"},
        {"phát triển kinh tế - xã hội", "kinh tế xã hội"},
        {"QP-AN", "quốc phòng an ninh"},
        {"PCTT&TKCN", "phòng chống thiên tai và tìm kiếm cứu nạn"},
        {"phòng chống thiên tai - tìm kiếm cứu nạn", "phòng chống thiên tai và tìm kiếm cứu nạn"},
        {"UBMTTQ xã", "mặt trận tổ quốc"},
        {"tập huấn kĩ thuật", "kỹ thuật"},
        {"tỉ lệ hộ nghèo", "tỷ lệ"},
        {"235 TH", "trường hợp"},
        {"đạt 90 % KH giao", "kế hoạch"},
    };
    for (const auto& [text, compound] : cases)
        EXPECT_TRUE(has_compound(text, compound)) << text << " -> " << compound;
}

TEST(Analyzer, AskOnlyForWhatTheTextSays) {
    EXPECT_FALSE(has_compound("công tác an ninh", "an ninh ninh"));
    EXPECT_FALSE(has_compound("ntm", "nông thôn mới")) << "capitals are asked for in a document";
    EXPECT_TRUE(has_compound("ntm", "nông thôn mới", abbreviation::Reading::query));
    EXPECT_FALSE(has_compound("nong thon moi", "nông thôn mới"));
    EXPECT_TRUE(has_compound("nong thon moi", "nông thôn mới", abbreviation::Reading::query));
    EXPECT_TRUE(has_compound("nông thon mới", "nông thôn mới", abbreviation::Reading::query));
    EXPECT_FALSE(has_compound("nóng thôn mới", "nông thôn mới", abbreviation::Reading::query));
    EXPECT_TRUE(has_compound("hdnd", "hội đồng nhân dân", abbreviation::Reading::query));
    EXPECT_FALSE(has_compound("nông thôn. Mới", "nông thôn mới"))
        << "not across the end of a sentence";
    EXPECT_EQ(terms(analyze("AN NINH TRẬT TỰ"), word::Token::Kind::short_form), Words{});
    EXPECT_EQ(terms(analyze("một TH"), word::Token::Kind::compound), Words{})
        << "several meanings, none clear";
}

TEST(Analyzer, ShortFormsStandForTheirSyllables) {
    const word::Tokens tokens = analyze("xây dựng NTM năm 2023");
    EXPECT_EQ(running(tokens), (Words{"xây", "dựng", "nông", "thôn", "mới", "năm", "2023"}));
    EXPECT_EQ(terms(tokens, word::Token::Kind::short_form), Words{"ntm"});
    const std::vector<word::Pair> pairs = word::neighbour_pairs(tokens);
    EXPECT_EQ(pairs, word::neighbour_pairs(analyze("xây dựng nông thôn mới năm 2023")));
    ASSERT_EQ(pairs.size(), 6U);
    EXPECT_EQ(pairs[1].term, "dung nong");
}

TEST(Analyzer, AmbiguousShortFormsInAQueryMeanEverything) {
    const auto compounds =
        terms(analyze("TH", abbreviation::Reading::query), word::Token::Kind::compound);
    EXPECT_GE(compounds.size(), 4U);
    EXPECT_NE(std::find(compounds.begin(), compounds.end(), "thực hiện"), compounds.end());
    EXPECT_NE(std::find(compounds.begin(), compounds.end(), "tiểu học"), compounds.end());
}

TEST(Analyzer, EveryFormOfAWordIsOneTerm) {
    const Words expected{"đảng", "ủy"};
    for (const std::string text : {"Đảng ủy", "Đảng uỷ", "ĐẢNG ỦY", "đảng uỷ",
                                   "Đa\u0309ng u\u0309y", "\u00D0\u1EA3ng \u1EE7y"}) {
        EXPECT_EQ(running(analyze(text)), expected) << text;
    }
}

TEST(Analyzer, PartsGluedWords) {
    EXPECT_EQ(running(analyze("ngân sách huyệnTrung tâm")),
              (Words{"ngân", "sách", "huyện", "trung", "tâm"}));
    EXPECT_EQ(running(analyze("phong tràolàm")), (Words{"phong", "trào", "làm"}));
}

TEST(Analyzer, NumbersHaveOneSpelling) {
    EXPECT_EQ(running(analyze("04 vụ, 1.234,50 kg")), (Words{"4", "vụ", "1234,5", "kg"}));
}

TEST(Analyzer, MonthsInShort) {
    EXPECT_EQ(running(analyze("9T/2023")), (Words{"9", "tháng", "2023"}));
    EXPECT_EQ(running(analyze("T9/2023")), (Words{"tháng", "9", "2023"}));
    EXPECT_EQ(running(analyze("T, 9t, Tân")), (Words{"t", "9", "t", "tân"}));
}

TEST(Analyzer, HoursHaveOneSpelling) {
    const Words expected{"lúc", "7", "giờ", "30", "sáng"};
    for (const std::string time : {"7h30", "7 giờ 30", "07:30", "7g30", "7 giờ 30", "07h30"})
        EXPECT_EQ(running(analyze("lúc " + time + " sáng")), expected) << time;
    EXPECT_EQ(running(analyze("từ 7h đến 17h")), (Words{"từ", "7", "giờ", "đến", "17", "giờ"}));
    EXPECT_EQ(running(analyze("5g thuốc, 45h30, 16:9")),
              (Words{"5", "g", "thuốc", "45", "h30", "16", "9"}));
}

TEST(Analyzer, SpellingsOfOneWordAreOneTerm) {
    const std::vector<Words> rows = {
        {"rộng 350 m2", "rộng 350 m²", "rộng 350m²", "rộng 350 ㎡"},
        {"12 km2", "12 km²"},
        {"wifi", "wiﬁ", "ｗｉｆｉ", "wi\u00ADfi", "wi\u200Bfi", "wіfі"},
        {"25", "２５"},
        {"quý III", "quý Ⅲ"},
        {"CO2", "CO₂"},
        {"lượng", "lư\u00ADợng", "l\u2060ượng", "\uFEFFlượng", "lượng\u200B"},
        {"hoà", "hоà", "hoа\u0300"},
        {"xã", "xã¹"},
        {"hmông", "H'Mông", "HMông", "Hmông", "H’Mông", "Hʼmông", "H‘Mông", "H`Mông", "HMÔNG"},
        {"Covid 19", "Covid-19", "Covid19", "COVID19", "covid–19"},
        {"ISO 9001", "ISO9001", "ISO-9001"},
        {"thôn 5", "thôn5", "Thôn 05", "thôn05"},
        {"KP 3", "KP3", "KP.3"},
        {"1234567", "1.234.567", "1 234 567", "1\u00A0234\u00A0567", "1,234,567"},
        {"12345,6", "12.345,6", "12\u202F345,6", "12345,60", "12,345.6"},
        {"0912345678", "0912 345 678", "0912.345.678", "0912-345-678"},
        {"02438251234", "024 3825 1234"},
        {"quốc lộ 1A", "QL 1A", "QL.1A", "QL1A", "QL-1A"},
        {"đường tỉnh 518B", "ĐT 518B", "ĐT518B", "ĐT.518B"},
    };
    for (const Words& spellings : rows) {
        for (const abbreviation::Reading reading :
             {abbreviation::Reading::document, abbreviation::Reading::query}) {
            const Words expected = running(analyze(spellings.front(), reading));
            for (const std::string& text : spellings)
                EXPECT_EQ(running(analyze(text, reading)), expected) << text;
        }
    }
    EXPECT_EQ(running(analyze("QL1A")), (Words{"quốc", "lộ", "1", "a"}));
    EXPECT_EQ(running(analyze("B40 và H5N1")), (Words{"b40", "và", "h5n1"}));
}

TEST(Analyzer, NumbersOfARowStayApart) {
    EXPECT_EQ(running(analyze("5 120 230 15")), (Words{"5", "120", "230", "15"}));
    EXPECT_EQ(running(analyze("năm 2023 100 hộ")), (Words{"năm", "2023", "100", "hộ"}));
    EXPECT_EQ(running(analyze("25 120 hộ")), (Words{"25", "120", "hộ"}));
}

TEST(Analyzer, AFractionOfZerosIsAVersion) {
    EXPECT_EQ(running(analyze("4.0, 4,0 và 4,00")), (Words{"4,0", "4,0", "và", "4,0"}));
    EXPECT_EQ(analyze("4.0").front().unaccented, "4");
}

TEST(Analyzer, TwoSpellingsOfALongFormAreOneMeaning) {
    for (const std::string text :
         {"TNMT", "TN&MT", "TN-MT", "tài nguyên và môi trường", "tài nguyên môi trường"})
        EXPECT_TRUE(has_compound(text, "tài nguyên và môi trường")) << text;
    for (const std::string text : {"TTTT", "TT&TT", "thông tin truyền thông"})
        EXPECT_TRUE(has_compound(text, "thông tin và truyền thông")) << text;
    for (const std::string text : {"GDĐT", "GD&ĐT", "GD-ĐT", "giáo dục - đào tạo"})
        EXPECT_TRUE(has_compound(text, "giáo dục và đào tạo")) << text;
    for (const std::string text : {"TPHCM", "TP.HCM", "TP HCM", "TP. HCM", "Tp.HCM"})
        EXPECT_TRUE(has_compound(text, "thành phố hồ chí minh")) << text;
}

TEST(Analyzer, ALineInsideASentenceEndsNoCompound) {
    EXPECT_TRUE(has_compound("xây dựng nông\nthôn mới", "nông thôn mới"));
    EXPECT_FALSE(has_compound("xây dựng nông.\nThôn mới", "nông thôn mới"));
    EXPECT_FALSE(has_compound("xây dựng nông\n- thôn mới", "nông thôn mới"));
}

}  // namespace
}  // namespace commsearch
