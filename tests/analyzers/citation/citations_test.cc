#include "analyzers/citation/citations.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/base/unicode.h"

namespace commsearch::citation {
namespace {

using Terms = std::vector<std::string>;

word::Tokens analyze(const std::string& text, abbreviation::Reading reading) {
    static const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    return analyzer.analyze(text, reading);
}

/// The terms of all citations in `text`.
Terms citations(const std::string& text,
                abbreviation::Reading reading = abbreviation::Reading::document) {
    Terms found;
    for (const word::Token& token : analyze(text, reading)) {
        if (token.kind == word::Token::Kind::citation) found.push_back(token.term);
    }
    return found;
}

struct Case {
    std::string text;
    Terms terms;
};

TEST(Citations, PapersOfTheParty) {
    const Terms full{"số 16 nq tu", "nghị quyết 16"};
    for (const std::string text :
         {"16-NQ/TU", "16/NQ-TU", "16 - NQ/TU", "16- NQ/TU", "016-NQ/TU", "số 16-NQ/TU",
          "Nghị quyết số 16-NQ/TU", "NGHỊ QUYẾT SỐ 16-NQ/TU", "NQ số 16-NQ/TU", "NQ 16-NQ/TU",
          "16–NQ/TU", "16-NQ-TU", "16NQ/TU", "NQ 16-TU", "Nghị quyết 16/TU"}) {
        EXPECT_EQ(citations(text), full) << text;
        EXPECT_EQ(citations(lower(text), abbreviation::Reading::query), full) << text;
        EXPECT_EQ(citations(unaccented(text), abbreviation::Reading::query), full) << text;
    }
}

TEST(Citations, NameAndNumber) {
    const Terms name{"nghị quyết 16"};
    for (const std::string text : {"NQ 16", "NQ16", "NQ-16", "NQ.16", "NQ số 16", "Nghị quyết 16",
                                   "nghị quyết số 16", "Nghị quyết số 016", "16-NQ"}) {
        EXPECT_EQ(citations(text), name) << text;
        EXPECT_EQ(citations(lower(text), abbreviation::Reading::query), name) << text;
        EXPECT_EQ(citations(unaccented(text), abbreviation::Reading::query), name) << text;
    }
}

TEST(Citations, OfDocuments) {
    const std::vector<Case> cases = {
        {"131/2021/NĐ-CP",
         {"số 131/2021 nd cp", "số 131 nd cp", "nghị định 131/2021", "nghị định 131"}},
        {"131/NĐ-CP", {"số 131 nd cp", "nghị định 131"}},
        {"NĐ 131/CP", {"số 131 nd cp", "nghị định 131"}},
        {"NĐ 131/2021", {"nghị định 131/2021", "nghị định 131"}},
        {"45/BC-UBND", {"số 45 bc ubnd", "báo cáo 45"}},
        {"Số 276-BC/ĐU", {"số 276 bc du", "báo cáo 276"}},
        {"01- KL/TW", {"số 1 kl tw", "kết luận 1"}},
        {"01-KL/TƯ", {"số 1 kl tw", "kết luận 1"}},
        {"01-KL/T.Ư", {"số 1 kl tw", "kết luận 1"}},
        {"05-CT/TW", {"số 5 ct tw", "chỉ thị 5"}},
        {"12/CTr-ĐU", {"số 12 ctr du", "chương trình 12"}},
        {"09/BC-MTTQ-BTT", {"số 9 bc mttq btt", "báo cáo 9"}},
        {"367-QĐ/TWĐTN-VP", {"số 367 qd twdtn vp", "quyết định 367", "quy định 367"}},
        {"Quy định số 37-QĐ/TW", {"số 37 qd tw", "quy định 37"}},
        {"37-QĐi/TW", {"số 37 qdi tw", "quy định 37"}},
        {"Luật số 59/2020/QH14", {"số 59/2020 qh14", "số 59 qh14", "luật 59/2020", "luật 59"}},
        {"45/UBND-VX", {"số 45 ubnd vx"}},
        {"Nghị quyết 30a/2008/NQ-CP",
         {"số 30a/2008 nq cp", "số 30a nq cp", "nghị quyết 30a/2008", "nghị quyết 30a"}},
        {"Kế hoạch 30a", {"kế hoạch 30a"}},
        {"CT 135", {"chỉ thị 135", "chương trình 135"}},
        {"Đề án 06", {"đề án 6"}},
        {"ĐA 06", {"đề án 6"}},
        {"QĐ 1956", {"quyết định 1956", "quy định 1956"}},
        {"Quyết định 1956", {"quyết định 1956"}},
        {"Thông tư liên tịch số 15", {"thông tư liên tịch 15"}},
        {"Nghị quyết 16 ngày 28/8/2023",
         {"nghị quyết 16", "ngày 2023-08-28", "tháng 2023-08", "ngày 08-28"}},
        {"Nghị quyết số 16 và 17", {"nghị quyết 16"}},
        {"Căn cứ số 16-NQ/TU, 05-CT/TW.",
         {"số 16 nq tu", "nghị quyết 16", "số 5 ct tw", "chỉ thị 5"}},
    };
    for (const auto& [text, terms] : cases) EXPECT_EQ(citations(text), terms) << text;
}

TEST(Citations, AreNotCountsNorShares) {
    for (const std::string text : {"báo cáo 9 tháng",
                                   "kế hoạch 2023",
                                   "Kế hoạch 5 năm 2021-2025",
                                   "hướng dẫn 15 hộ",
                                   "đạt 109% KH",
                                   "KH 85% chỉ tiêu",
                                   "đạt 100 KH",
                                   "thông báo 39.1",
                                   "NGHỊ QUYẾT. 16",
                                   "Nghị quyết:\n16",
                                   "16 NQ",
                                   "số 16",
                                   "16",
                                   "8/8 thôn",
                                   "12/24 trường",
                                   "3/8 đơn vị",
                                   "1.023/1.610 hồ sơ",
                                   "48/15 ha",
                                   "đợt 1/2023",
                                   "8/8 năm 2023",
                                   "24/10-25/11",
                                   "32/1/2023",
                                   "29/2/2023",
                                   "tháng 13/2023",
                                   "9 tháng 2023",
                                   "9T/2023",
                                   "năm học 2022-2023",
                                   "nghi quyet so 16",
                                   "nq 16",
                                   "Hđ 16",
                                   "KV 110",
                                   "T&T 2023",
                                   "11.598.837.303"}) {
        EXPECT_EQ(citations(text), Terms{}) << text;
    }
    for (const std::string text :
         {"bao cao 9 thang", "kế hoạch 2023", "ke hoach 5 nam 2021-2025", "8/8 thon", "số 16",
          "45/nam-nu", "tối đa 14 tín chỉ", "theo quy định 3 học kỳ", "mẫu CT01", "15/24"}) {
        EXPECT_EQ(citations(text, abbreviation::Reading::query), Terms{}) << text;
    }
}

TEST(Citations, Days) {
    const Terms day{"ngày 2025-07-15"};
    for (const std::string text :
         {"15/7/2025", "15/07/2025", "15.7.2025", "15-7-2025", "15/7/ 2025", "ngày 15/7/2025",
          "ngày 15 tháng 7 năm 2025", "15 tháng 7 năm 2025", "15 tháng 7, năm 2025",
          "ngày 15 tháng 7/2025", "ngày 15/7 năm 2025", "Ngày 15 Tháng 07 Năm 2025"}) {
        EXPECT_EQ(citations(text), (Terms{day.front(), "tháng 2025-07", "ngày 07-15"})) << text;
        EXPECT_EQ(citations(text, abbreviation::Reading::query), day) << text;
        EXPECT_EQ(citations(unaccented(text), abbreviation::Reading::query), day) << text;
    }
}

TEST(Citations, DaysWithoutAYear) {
    const Terms day{"ngày 09-02"};
    for (const std::string text :
         {"ngày 02/9", "ngày 2/9", "ngày 02 tháng 9", "02 tháng 9", "ngày 2-9", "ngày 2.9",
          "ngày 02.09", "02/9", "dịp 2/9", "lễ 2-9", "Quốc khánh 2/9"}) {
        EXPECT_EQ(citations(text), day) << text;
        EXPECT_EQ(citations(text, abbreviation::Reading::query), day) << text;
        EXPECT_EQ(citations(unaccented(text), abbreviation::Reading::query), day) << text;
    }
    EXPECT_EQ(citations("30/4"), Terms{"ngày 04-30"});
    EXPECT_EQ(citations("2/9", abbreviation::Reading::query), day);
    for (const std::string text :
         {"2/9", "2-9", "2.9", "ngày 30/2", "từ 2-9 hộ", "ngày 2-9 tháng 10", "số 02/9"})
        EXPECT_EQ(citations(text).size(), text.ends_with("10") ? 1U : 0U) << text;
}

TEST(Citations, Months) {
    const Terms month{"tháng 2023-11"};
    for (const std::string text :
         {"tháng 11/2023", "tháng 11 năm 2023", "T11/2023", "THÁNG 11/2023", "tháng 11, năm 2023",
          "tháng 11-2023", "T11 năm 2023"}) {
        EXPECT_EQ(citations(text), month) << text;
        EXPECT_EQ(citations(lower(text), abbreviation::Reading::query), month) << text;
        EXPECT_EQ(citations(unaccented(text), abbreviation::Reading::query), month) << text;
    }
}

TEST(Citations, CoverWhatNamesThem) {
    const std::string text = "Thực hiện Nghị quyết số 16-NQ/TU của tỉnh";
    std::vector<std::uint32_t> positions;
    for (const word::Token& token : analyze(text, abbreviation::Reading::document)) {
        if (token.kind == word::Token::Kind::citation) {
            EXPECT_EQ(text.substr(token.begin, token.end - token.begin), "Nghị quyết số 16-NQ/TU");
            EXPECT_EQ(token.position, 2U);
            positions.push_back(token.position + token.span);
        } else if (token.term == "của" && token.kind == word::Token::Kind::word) {
            positions.push_back(token.position);
        }
    }
    ASSERT_EQ(positions.size(), 3U);
    EXPECT_EQ(positions[0], positions[2]) << "the word behind it is its neighbour";
}

TEST(Citations, NumbersWithTheirUnitStayAsTheyAre) {
    const auto running = [](const std::string& text, abbreviation::Reading reading) {
        Terms terms;
        for (const word::Token& token : analyze(text, reading)) {
            if (word::is_running(token)) terms.push_back(token.term);
        }
        return terms;
    };
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"1.234,5 kg", "1234,5 kg"}, {"85,2%", "85,2 %"}, {"04 vụ", "4 vụ"}, {"7,6ha", "7,6 ha"}};
    for (const abbreviation::Reading reading :
         {abbreviation::Reading::document, abbreviation::Reading::query}) {
        for (const auto& [one, other] : pairs)
            EXPECT_EQ(running(one, reading), running(other, reading)) << one;
    }
}

/// A paper by its parts, and the ways to write it.
struct Paper {
    int number = 0;
    std::string type, name, body;

    [[nodiscard]] std::vector<std::string> spellings() const {
        std::vector<std::string> all;
        const std::string plain = std::to_string(number);
        for (const std::string& digits : {plain, '0' + plain}) {
            for (const std::string& lead : {std::string(), std::string("số "), name + " số ",
                                            name + ' ', type + " số ", type + ' '}) {
                for (const std::string joints : {"-/", "/-"}) {
                    for (const std::string blank : {"", " "}) {
                        all.push_back(lead + digits + joints[0] + blank + type + joints[1] + body);
                    }
                }
            }
        }
        return all;
    }
};

TEST(CitationLaws, EverySpellingOfAPaperGivesTheSameTerms) {
    const std::vector<std::pair<std::string, std::string>> types = {
        {"NQ", "Nghị quyết"},   {"KL", "Kết luận"},  {"CT", "Chỉ thị"},  {"KH", "Kế hoạch"},
        {"BC", "Báo cáo"},      {"TB", "Thông báo"}, {"CV", "Công văn"}, {"NĐ", "Nghị định"},
        {"HD", "Hướng dẫn"},    {"TTr", "Tờ trình"}, {"ĐA", "Đề án"},    {"CĐ", "Công điện"},
        {"CTr", "Chương trình"}};
    const std::vector<std::string> bodies = {"TU", "TW", "ĐU", "HU", "UBND", "HĐND", "CP", "TTg"};
    std::mt19937 random(16);
    for (int i = 0; i < 200; ++i) {
        const auto& [type, name] = types[random() % types.size()];
        const Paper paper{static_cast<int>(random() % 900 + 1), type, name,
                          bodies[random() % bodies.size()]};
        const Terms expected{"số " + std::to_string(paper.number) + ' ' + unaccented(type) + ' ' +
                                 unaccented(paper.body),
                             lower(name) + ' ' + std::to_string(paper.number)};
        for (const std::string& text : paper.spellings()) {
            ASSERT_EQ(citations(text), expected) << text;
            ASSERT_EQ(citations(text, abbreviation::Reading::query), expected) << text;
            ASSERT_EQ(citations(unaccented(text), abbreviation::Reading::query), expected) << text;
            ASSERT_EQ(citations("theo " + text + ", ngày 1/2/2023 của xã").front(),
                      expected.front())
                << text;
        }
    }
}

TEST(CitationLaws, DoNotOverlapAndStayInside) {
    const std::array<std::string, 22> parts = {
        "Nghị quyết", "số",  "16",  "NQ", "/",  "-",  " ",   "TU", "năm", "2023", "tháng",
        "ngày",       "11/", "T11", ".",  ", ", "CP", "131", "KH", "\n",  "%",    "a"};
    std::mt19937 random(3);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t part = random() % 16; part > 0; --part)
            text += parts.at(random() % parts.size());
        std::uint32_t end = 0;
        std::uint32_t begin = 0;
        for (const word::Token& token : analyze(text, i % 2 == 0 ? abbreviation::Reading::document
                                                                 : abbreviation::Reading::query)) {
            if (token.kind != word::Token::Kind::citation) continue;
            EXPECT_TRUE(token.begin >= end || token.begin == begin) << text;
            begin = token.begin;
            end = token.end;
            ASSERT_LT(begin, end) << text;
            ASSERT_LE(end, text.size()) << text;
            EXPECT_GE(token.span, 1) << text;
        }
    }
}

}  // namespace
}  // namespace commsearch::citation
