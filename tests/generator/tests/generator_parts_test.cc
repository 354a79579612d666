#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <set>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "tests/generator/generator_figures.h"
#include "tests/generator/generator_letters.h"
#include "tests/generator/generator_phrases.h"
#include "tests/generator/generator_templates.h"
#include "tests/generator/generator_typos.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = COMMSEARCH_SOURCE_DIR;

template <typename Call>
std::string error_of(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.message().en;
    }
    return "no error";
}

TEST(GeneratorRandom, GivesThePublishedNumbersOfSplitmix64) {
    Random random(0);
    EXPECT_EQ(random.next(), 0xE220A8397B1DCDAFU);
    EXPECT_EQ(random.next(), 0x6E789E6AA1B965F4U);
    EXPECT_EQ(random.next(), 0x06C45D188009454FU);
}

TEST(GeneratorRandom, ZipfLawFallsWithRankAndStaysInside) {
    const ZipfLaw zipf;
    Random random(3);
    std::array<int, 40> drawn{};
    for (int i = 0; i < 40'000; ++i) ++drawn.at(zipf.choose(random, 40));
    EXPECT_GT(drawn[0], drawn[4]);
    EXPECT_GT(drawn[4], drawn[20]);
    EXPECT_GT(drawn[39], 0);
    EXPECT_EQ(zipf.choose(random, 1), 0U);
}

TEST(GeneratorLetters, KeepTheirLaws) {
    const std::string text =
        "Ủy ban xã Hòa Thủy: thửa ruộng, khóa học, quý I, giữ gìn, ngoài, xoáy";
    EXPECT_EQ(new_tone_style(text),
              "Uỷ ban xã Hoà Thuỷ: thửa ruộng, khoá học, quý I, giữ gìn, ngoài, xoáy");
    EXPECT_EQ(new_tone_style(new_tone_style(text)), new_tone_style(text));
    EXPECT_EQ(nfc(decomposed(text)), text);
    EXPECT_NE(decomposed(text), text);
    EXPECT_EQ(lower(upper(text)), lower(text));
    EXPECT_EQ(slug_of("Bà Rịa - Vũng Tàu"), "ba-ria-vung-tau");
    EXPECT_EQ(slug_of("Ea H'leo"), "ea-h-leo");
}

TEST(GeneratorLetters, MakeSyllablesByTheRulesOfSpelling) {
    constexpr int none = 0;
    constexpr int acute = 4;
    constexpr int dot = 5;
    EXPECT_EQ(syllable_of("ng", "iê_n", dot), "nghiện");
    EXPECT_EQ(syllable_of("c", "e_", none), "ke");
    EXPECT_EQ(syllable_of("gi", "i_m", none), "dim");
    EXPECT_EQ(syllable_of("", "ươ_c", acute), "ước");
}

TEST(GeneratorTypos, SpoilAboutOneWordInThreeHundred) {
    TypoMaker typos(5, 300);
    const std::string line = "tiếp tục chỉ đạo thường xuyên kiểm tra đồng ruộng";
    int spoilt = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string out;
        typos.append(line, out);
        if (out != line) ++spoilt;
    }
    EXPECT_NEAR(spoilt, 1000, 120);
}

TEST(GeneratorTypos, LeaveNamesAndFiguresAlone) {
    TypoMaker typos(5, 1);
    const std::string line = "UBND Cao Ngọc 1.245 87,4% 19/19";
    std::string out;
    typos.append(line, out);
    EXPECT_EQ(out, line);
}

TEST(GeneratorTemplates, AreManyAndCoverTheTaxonomy) {
    const TemplateFiles files = read_template_files(source_dir / "corpus/templates");
    const auto names = figure_names(read_figure_rules(files.at("figures.tmpl")));
    const TemplateBook book = read_templates(files, names, ToneStyle::old_style);
    EXPECT_GE(book.sentence_templates(), 400U);

    std::set<std::string_view> topics;
    for (const TemplateTopic& topic : book.topics) {
        topics.insert(topic.slug);
        EXPECT_FALSE(topic.headings.empty()) << topic.slug;
    }
    // The form of the paper and the frame of a web page are no topics that sentences tell of.
    const std::set<std::string_view> form{"dau-van-ban", "ket-thuc-ky", "khung-trang-web"};
    const std::string table = read_bytes(source_dir / "indexer/dictionaries/sections.tsv");
    for (const TsvRow& row : tsv_rows(table)) {
        EXPECT_NE(topics.contains(row.fields[0]), form.contains(row.fields[0])) << row.fields[0];
    }
}

TEST(GeneratorTemplates, RefusalsNameTheLine) {
    struct Case {
        std::string text, error;
    };
    const std::vector<Case> cases{
        {"@topic t\n+ có {nothing} đây", "template a.tmpl:2: no slot nothing"},
        {"@topic t\n+ có {n:x-3}", "template a.tmpl:2: not a number: x"},
        {"@topic t\n+ [một|hai", "template a.tmpl:2: [ without ]"},
        {"@topic t\n+ một {n:1-2", "template a.tmpl:2: { without }"},
        {"@topic t\n? một", "template a.tmpl:2: a line must begin with = + or >"},
        {"một", "template a.tmpl:1: a line outside of any section"},
        {"@outline o\n2 + none", "template a.tmpl:2: no topic none"},
    };
    for (const Case& row : cases) {
        const TemplateFiles files{{"a.tmpl", row.text}};
        EXPECT_EQ(error_of([&] { (void)read_templates(files, {}, ToneStyle::old_style); }),
                  row.error);
    }
    EXPECT_EQ(error_of([] { (void)read_figure_rules("fixed a 1 2\npart b c 1 2"); }),
              "template figures.tmpl:2: no figure above is called c");
}

TEST(GeneratorTemplates, GuardsBoundMonthsYearsAndRegions) {
    std::string_view text = "<11-2 y2021-2023 mountain,south> Rét đậm";
    const Guard guard = taken_guard(text, "here");
    EXPECT_EQ(text, "Rét đậm");
    EXPECT_TRUE(guard.allows(2022, 12, Landscape::mountain));
    EXPECT_TRUE(guard.allows(2021, 2, Landscape::south));
    EXPECT_FALSE(guard.allows(2022, 3, Landscape::mountain));
    EXPECT_FALSE(guard.allows(2024, 12, Landscape::mountain));
    EXPECT_FALSE(guard.allows(2022, 12, Landscape::delta));
}

TEST(GeneratedFigures, AgreeFromMonthToMonth) {
    const auto rules = read_figure_rules(read_bytes(source_dir / "corpus/templates/figures.tmpl"));
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CommuneFigures figures(rules, seed);
        const int revenue = figures.index_of("revenue");
        const int ntm = figures.index_of("ntm");
        const int party = figures.index_of("party");
        const int new_members = figures.index_of("party_new");
        std::int64_t revenue_before = 0, ntm_before = 0, party_before = 0;
        for (int month = 0; month < 60; ++month) {
            figures.advance();
            if (figures.month() == 1) revenue_before = 0;
            EXPECT_EQ(figures.total(revenue), revenue_before + figures.value(revenue, 1));
            EXPECT_GT(figures.total(revenue), revenue_before);
            EXPECT_GE(figures.value(ntm, 1), ntm_before);
            EXPECT_LE(figures.value(ntm, 1), 19);
            if (month > 0) {
                EXPECT_EQ(figures.value(party, 1), party_before + figures.value(new_members, 1));
            }
            revenue_before = figures.total(revenue);
            ntm_before = figures.value(ntm, 1);
            party_before = figures.value(party, 1);
        }
    }
}

}  // namespace
}  // namespace commsearch
