#include "analyzers/word/abbreviations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "analyzers/abbreviation/abbreviation_lint.h"
#include "analyzers/abbreviation/sense_choice.h"
#include "analyzers/analyzer.h"
#include "analyzers/base/tsv.h"
#include "analyzers_dictionaries.h"

namespace commsearch::word {
namespace {

const std::string header = std::string(abbreviation_columns) + '\n';

std::set<std::string> compounds(const Abbreviations& abbreviations, const std::string& text,
                                abbreviation::Reading reading) {
    Analyzer analyzer(abbreviations);
    std::set<std::string> found;
    for (const Token& token : analyzer.analyze(text, reading)) {
        if (token.kind == Token::Kind::compound) found.insert(token.term);
    }
    return found;
}

std::set<std::string> compounds(const std::string& text,
                                abbreviation::Reading reading = abbreviation::Reading::query) {
    static const Abbreviations abbreviations;
    return compounds(abbreviations, text, reading);
}

/// The rows whose long form has several words, and so is a compound.
std::vector<TsvRow> rows_of_several_words() {
    std::vector<TsvRow> rows = tsv_rows(embedded::abbreviations_tsv());
    std::erase_if(rows, [](const TsvRow& row) {
        return Abbreviations::compound_of(row.fields[1]).find(' ') == std::string::npos;
    });
    return rows;
}

bool stands_behind_numbers(const TsvRow& row) {
    return row.fields[2] == "unit" || row.fields[5] == "after a number";
}

TEST(Abbreviations, BothFormsOfEverySenseShareTheirUnitInAQuery) {
    static const Abbreviations abbreviations;
    std::size_t rows = 0;
    for (const TsvRow& row : rows_of_several_words()) {
        if (row.fields[0] == "ha") continue;  // a word of its own: "15 ha"
        ++rows;
        const std::string compound =
            abbreviations.spelling_of(Abbreviations::compound_of(row.fields[1]));
        const std::string short_form(row.fields[0]);
        const std::string text = stands_behind_numbers(row) ? "12 " + short_form : short_form;
        EXPECT_TRUE(compounds(text).contains(compound)) << short_form << " -> " << compound;
        EXPECT_TRUE(compounds(compound).contains(compound)) << compound;
    }
    EXPECT_EQ(rows, 998U) << "1,011 less those of a single word";
}

TEST(Abbreviations, BothFormsOfAClearSenseShareTheirUnitInADocument) {
    static const Abbreviations abbreviations;
    for (const TsvRow& row : rows_of_several_words()) {
        const std::string short_form(row.fields[0]);
        if (short_form == "ha" || row.fields[3] == "yes") continue;
        if (abbreviations.senses(Abbreviations::key_of(short_form)).size() != 1) continue;
        const std::string compound =
            abbreviations.spelling_of(Abbreviations::compound_of(row.fields[1]));
        const std::string text = (stands_behind_numbers(row) ? "đạt 12 " : "xã, ") + short_form;
        EXPECT_TRUE(compounds(text, abbreviation::Reading::document).contains(compound))
            << text << " -> " << compound;
        EXPECT_TRUE(compounds("xã " + compound, abbreviation::Reading::document).contains(compound))
            << compound;
    }
}

TEST(Abbreviations, SeveralInOneQuery) {
    const std::vector<std::pair<std::string, std::set<std::string>>> cases = {
        {"thu NS NTM UBND", {"ngân sách", "nông thôn mới", "ủy ban nhân dân"}},
        {"thu ns ntm ubnd", {"ngân sách", "nông thôn mới", "ủy ban nhân dân"}},
        {"hdnd ubnd", {"hội đồng nhân dân", "ủy ban nhân dân"}},
        {"UBMTTQ và HĐND", {"mặt trận tổ quốc", "hội đồng nhân dân"}},
        {"KTXH, QP-AN", {"kinh tế xã hội", "quốc phòng an ninh"}},
        {"PCTT&TKCN xã", {"phòng chống thiên tai và tìm kiếm cứu nạn"}},
    };
    for (const auto& [query, expected] : cases) {
        const std::set<std::string> found = compounds(query);
        EXPECT_TRUE(std::includes(found.begin(), found.end(), expected.begin(), expected.end()))
            << query;
    }
}

TEST(Abbreviations, UnknownOnesStayLiteral) {
    Analyzer analyzer{Abbreviations(header)};
    static const Abbreviations built_in;
    Analyzer usual(built_in);
    for (const abbreviation::Reading reading :
         {abbreviation::Reading::document, abbreviation::Reading::query}) {
        const Tokens tokens = usual.analyze("công tác XQZW xã", reading);
        ASSERT_EQ(tokens.size(), 4U);
        EXPECT_EQ(tokens[2].term, "xqzw");
        EXPECT_EQ(tokens[2].kind, Token::Kind::word);
    }
    EXPECT_EQ(compounds("điểm b, c, đ khoản 1", abbreviation::Reading::document),
              std::set<std::string>{})
        << "letters in a list are no short form";
}

TEST(Abbreviations, ALocalTableAddsToTheDictionary) {
    const Abbreviations local = Abbreviations::with_local(
        header + "XQZ\txóa quán zin\tgeneral\tno\tX.QZ\t\nNTM\tnăm thứ mười\tgeneral\tyes\t\t\n" +
        "HTX\thội thi xe\tgeneral\tno\t\t\n");
    using Compounds = std::set<std::string>;
    EXPECT_EQ(compounds(local, "họp XQZ", abbreviation::Reading::document),
              Compounds{"xóa quán zin"});
    EXPECT_EQ(compounds(local, "họp xóa quán zin", abbreviation::Reading::document),
              Compounds{"xóa quán zin"});
    EXPECT_EQ(compounds(local, "ntm", abbreviation::Reading::query),
              (Compounds{"năm thứ mười", "nông thôn mới"}));
    EXPECT_EQ(compounds(local, "htx", abbreviation::Reading::query), Compounds{"hội thi xe"})
        << "a row that is not ambiguous replaces the built-in ones";
    EXPECT_EQ(compounds(local, "NTM", abbreviation::Reading::document), Compounds{})
        << "now ambiguous";
    EXPECT_TRUE(local.lists("xqz"));
    EXPECT_FALSE(local.lists("xqzw"));
}

TEST(Abbreviations, TopicsAndDomainsOfTheTableExist) {
    std::ifstream file(COMMSEARCH_SOURCE_DIR "/indexer/dictionaries/sections.tsv");
    const std::string sections{std::istreambuf_iterator<char>(file), {}};
    std::set<std::string_view> topics;
    for (const TsvRow& row : tsv_rows(sections)) topics.insert(row.fields[0]);
    std::set<std::string_view> domains;
    for (const TsvRow& row : tsv_rows(embedded::abbreviations_tsv())) domains.insert(row.fields[2]);
    for (const TsvRow& row : tsv_rows(embedded::topic_domains_tsv())) {
        EXPECT_TRUE(topics.contains(row.fields[0])) << row.fields[0];
        EXPECT_FALSE(abbreviation::domains_of_topic(row.fields[0]).empty());
        for (const std::string_view domain : abbreviation::domains_of_topic(row.fields[0]))
            EXPECT_TRUE(domains.contains(domain)) << domain;
    }
}

TEST(AbbreviationLint, SaysWhatIsWrongByLine) {
    struct Case {
        std::string table;
        std::size_t line;
        std::string message;  ///< a part of it; empty: nothing is wrong
        bool is_warning = false;
    };
    const std::vector<Case> cases = {
        {header + "XQZ\txóa quán zin\tgeneral\tno\t\t\n", 0, ""},
        {header + "# a remark\n\nXQZ\txóa quán zin\tgeneral\tno\t\t\r\n", 0, ""},
        {header, 0, ""},
        {"", 1, "the first line must name the columns"},
        {"XQZ\txóa quán zin\tgeneral\tno\t\t\n", 1, "the first line must name the columns"},
        {header + "XQZ\txóa quán zin\tgeneral\tno\n", 2, "it has 4 columns instead of 6"},
        {header + "XQZ\txóa quán zin\tgeneral\tno\t\t\t\n", 2, "it has 7 columns instead of 6"},
        {header + "#\n\t\tgeneral\tno\t\t\n", 3, "the column abbreviation is empty"},
        {header + "XQZ\t \tgeneral\tno\t\t\n", 2, "the column expansion is empty"},
        {header + "XQZ\txóa quán zin\t\tno\t\t\n", 2, "the column domain is empty"},
        {header + "XQZ\txóa quán zin\tgeneral\tmaybe\t\t\n", 2, "must be yes or no, not “maybe”"},
        {header + "XQZ\txo\u0301a quán zin\tgeneral\tno\t\t\n", 2, "normal form C"},
        {header + "XQZ\tx\xFFng quán zin\tgeneral\tno\t\t\n", 2, "normal form C"},
        {header + "XQZ\txóa quán zin\tgeneral\tno\t\t\nXQZ\txóa quán zin\tgov\tno\t\t\n", 3,
         "the same stands in line 2"},
        {header + "XQZ\txóa quán zin\tgeneral\tno\t\t\nXQZ\txe qua zin\tgov\tyes\t\t\n", 3,
         "the short form stands in line 2 too"},
        {header + "XQZ\txóa quán zin\tgeneral\tyes\t\t\nXQZ\txe qua zin\tgov\tyes\t\t\n", 0, ""},
        {header + "--\txóa quán zin\tgeneral\tno\t\t\n", 2, "has no letters"},
        {header + "XQZ\txóa quầy hàng\tgeneral\tno\t\t\n", 2, "the initials do not fit", true},
        {header + "X\txã\tgeneral\tno\t\t\n", 2, "a single word and is not used", true},
    };
    for (const Case& one : cases) {
        const std::vector<abbreviation::Finding> findings =
            abbreviation::lint_abbreviations(one.table);
        if (one.message.empty()) {
            EXPECT_TRUE(findings.empty()) << findings.front().message.en;
            continue;
        }
        ASSERT_FALSE(findings.empty()) << one.table;
        EXPECT_EQ(findings.front().line, one.line);
        EXPECT_NE(findings.front().message.en.find(one.message), std::string::npos)
            << findings.front().message.en;
        EXPECT_EQ(findings.front().is_warning, one.is_warning) << one.table;
    }
}

TEST(AbbreviationLint, TheBuiltInTableIsFine) {
    for (const abbreviation::Finding& finding :
         abbreviation::lint_abbreviations(embedded::abbreviations_tsv()))
        EXPECT_TRUE(finding.is_warning) << finding.line << ": " << finding.message.en;
}

}  // namespace
}  // namespace commsearch::word
