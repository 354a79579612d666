#include <gtest/gtest.h>

#include <set>
#include <string>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/syllable/function_words.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers_dictionaries.h"

namespace commsearch {
namespace {

/// What every dictionary keeps to: NFC, one header, as many fields as it, no row twice.
void check_table(std::string_view table, std::size_t columns) {
    EXPECT_EQ(nfc(table), table);
    EXPECT_TRUE(table.ends_with('\n'));
    EXPECT_EQ(split(table.substr(0, table.find('\n')), '\t').size(), columns);
    std::set<std::vector<std::string_view>> seen;
    for (const TsvRow& row : tsv_rows(table)) {
        EXPECT_EQ(row.fields.size(), columns) << "line " << row.line;
        EXPECT_TRUE(seen.insert(row.fields).second) << "twice: line " << row.line;
        EXPECT_FALSE(row.fields[0].empty()) << "line " << row.line;
        for (const std::string_view field : row.fields)
            EXPECT_EQ(field, trimmed(field)) << "line " << row.line;
    }
}

TEST(Dictionaries, AreWellFormed) {
    check_table(embedded::abbreviations_tsv(), 6);
    check_table(embedded::rimes_tsv(), 2);
    check_table(embedded::function_words_tsv(), 3);
    check_table(embedded::legacy_encodings_tsv(), 4);
    check_table(embedded::vowel_words_tsv(), 1);
    EXPECT_EQ(tsv_rows(embedded::legacy_encodings_tsv()).size(), 657U);
    EXPECT_EQ(tsv_rows(embedded::vowel_words_tsv()).size(), 250U);
    check_table(embedded::synonyms_tsv(), 2);
    EXPECT_EQ(tsv_rows(embedded::synonyms_tsv()).size(), 79U);
}

TEST(Dictionaries, AbbreviationsSayYesOrNo) {
    std::size_t rows = 0;
    for (const TsvRow& row : tsv_rows(embedded::abbreviations_tsv())) {
        ++rows;
        EXPECT_TRUE(row.fields[3] == "yes" || row.fields[3] == "no") << "line " << row.line;
        EXPECT_FALSE(row.fields[1].empty()) << "line " << row.line;
    }
    EXPECT_EQ(rows, 1011U);
}

TEST(Dictionaries, EveryAbbreviationIsFoundByItsSpelling) {
    const word::Abbreviations abbreviations;
    for (const TsvRow& row : tsv_rows(embedded::abbreviations_tsv())) {
        const std::string key = word::Abbreviations::key_of(row.fields[0]);
        if (split(row.fields[1], ' ').size() < 2) continue;
        const std::string_view long_form =
            trimmed(row.fields[1].substr(0, row.fields[1].find('(')));
        if (long_form.find(' ') == std::string_view::npos) continue;
        EXPECT_FALSE(abbreviations.senses(key).empty()) << "line " << row.line;
    }
    EXPECT_TRUE(abbreviations.senses("khôngcó").empty());
    EXPECT_EQ(abbreviations.senses("ntm").front().compound, "nông thôn mới");
    EXPECT_EQ(abbreviations.senses_of_unaccented("hdnd").front().compound, "hội đồng nhân dân");
}

TEST(Dictionaries, FunctionWords) {
    for (const auto* const word : {"của", "cua", "là", "như", "bao", "nhiêu"})
        EXPECT_TRUE(syllable::is_function_word(word));
    for (const auto* const word : {"ngân", "xã", "thu", "2023", "kế"})
        EXPECT_FALSE(syllable::is_function_word(word));
}

}  // namespace
}  // namespace commsearch
