#include "searcher/query/query_fields.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/schema/kinds.h"
#include "indexer/schema/schema.h"
#include "searcher/query/field_values.h"
#include "tests/support/program.h"

namespace commsearch::query {
namespace {

std::vector<std::string> names_of(const QueryField& field) {
    std::vector<std::string> names = {std::string(field.name)};
    for (const std::string_view name : split(field.others, ' ')) names.emplace_back(name);
    return names;
}

/// The names in the rows of the table of fields in the manual, without '-'.
std::set<std::string> names_in_the_manual() {
    const std::string manual =
        read_bytes(std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "docs" / "query-language.md");
    std::set<std::string> names;
    const std::size_t begin = manual.find("| Trường |");
    const std::string table = manual.substr(begin, manual.find("\n\n", begin) - begin);
    for (const std::string_view line : split(table, '\n')) {
        const std::vector<std::string_view> cells = split(line, '|');
        for (std::size_t cell = 1; cell < 3; ++cell) {
            for (std::string_view rest = cells.at(cell); rest.find(":`") != std::string_view::npos;
                 rest = rest.substr(rest.find(":`") + 2)) {
                const std::size_t name = rest.find('`') + 1;
                std::string one(rest.substr(name, rest.find(":`") - name));
                std::erase(one, '-');
                names.insert(one);
            }
        }
    }
    return names;
}

TEST(QueryFields, EachIsFoundByEachOfItsNamesInAnySpelling) {
    std::set<std::string> all;
    for (const QueryField& field : query_fields()) {
        const std::string bare = unaccented(field.name);
        const std::optional<Field> named = field_of_name(bare);
        ASSERT_TRUE(named) << field.name;
        EXPECT_EQ(field_of_value(*named, bare, "Thìn"), bare == "ky" ? Field::signer : field.field)
            << field.name;
        for (const std::string& name : names_of(field)) {
            EXPECT_EQ(field_of_name(name), field.field) << name;
            EXPECT_TRUE(all.insert(name).second) << name << " names two fields";
        }
    }
    EXPECT_EQ(field_of_name("CƠ_QUAN"), Field::issuer);
    EXPECT_EQ(field_of_name("mức"), std::nullopt);
    EXPECT_EQ(field_of_name("-"), std::nullopt);
}

TEST(QueryFields, WithoutMarksTheValueTellsAPeriodFromASigner) {
    const struct {
        std::string name, value;
        Field field;
    } rows[] = {
        {"ky", "2023", Field::period},    {"KY", "quý III", Field::period},
        {"ki", "2023-Q3", Field::period}, {"ky", "9 tháng đầu năm", Field::period},
        {"ky", "thin", Field::signer},    {"ki", "Lý Văn Thìn", Field::signer},
        {"kỳ", "Thìn", Field::period},    {"period", "Thìn", Field::period},
    };
    for (const auto& [name, value, field] : rows) {
        const std::optional<Field> named = field_of_name(name);
        ASSERT_TRUE(named) << name;
        EXPECT_EQ(field_of_value(*named, name, value), field) << name << ' ' << value;
    }
}

TEST(QueryFields, EachStandsInTheManual) {
    const std::set<std::string> manual = names_in_the_manual();
    for (const QueryField& field : query_fields()) {
        std::string shown(field.name);
        std::erase(shown, '-');
        EXPECT_TRUE(manual.contains(shown)) << field.name;
    }
    for (const std::string& name : manual) EXPECT_TRUE(field_of_name(name)) << name;
}

TEST(QueryFields, TermsAreSaidOfReportsAndSectionsButForHamlets) {
    for (const QueryField& field : query_fields()) {
        if (field.prefix.empty()) continue;
        EXPECT_EQ(schema::is_inherited(schema::make_term(field.prefix, "x")),
                  field.field != Field::village)
            << field.name;
    }
}

TEST(FieldValues, ReadsDays) {
    const std::vector<std::pair<std::string, DayRange>> rows = {
        {"2023", {20230101, 20231231}},
        {" 11/2023 ", {20231101, 20231131}},
        {"2023-11", {20231101, 20231131}},
        {"30.11.2023", {20231130, 20231130}},
        {"1/10/2023..31/12/2023", {20231001, 20231231}},
        {"..2022", {0, 20221231}},
        {"2022..", {20220101, 0}},
        {"..", {0, 0}},
    };
    for (const auto& [typed, days] : rows) EXPECT_EQ(typed_days(typed), days) << typed;
    for (const std::string typed :
         {"x", "13/2023", "2023-00", "32/1/2023", "1/2/3", "1/2/2023/4", "2023 x", "99999999999",
          "2022..x", "31/02/2023", "29/2/2023", "2023-04-31", "2025..2023", "10/2023..9/2023"}) {
        EXPECT_EQ(typed_days(typed), std::nullopt) << typed;
    }
}

TEST(FieldValues, ReadsPeriods) {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"quý III/2023", "2023-q3"},
        {"Quý 3", "-q3"},
        {"9 tháng đầu năm 2023", "2023-m09"},
        {"6 tháng đầu năm 2023", "2023-h1"},
        {"tháng 11 năm 2023", "2023-11"},
        {"2023", "2023"},
        {"2023-Q3", "2023-q3"},
        {"Quý IV năm 2023", "2023-q4"},
        {"2022-10/2023-03", "2022-10/2023-03"},
        {"quý V", ""},
        {"quý 5/2023", ""},
        {"tháng 13", ""},
        {"tháng 0 năm 2023", ""},
        {"13 tháng năm 2023", ""},
        {"hôm qua", ""},
    };
    for (const auto& [typed, period] : rows) EXPECT_EQ(typed_period(typed), period) << typed;
}

TEST(FieldValues, ReadsSlugs) {
    EXPECT_EQ(typed_type("Báo cáo"), "bao-cao");
    EXPECT_EQ(typed_type("truyện ngắn"), "");
    EXPECT_EQ(typed_issuer("hội kín"), "");
    EXPECT_EQ(typed_issuer("Ủy ban nhân dân"), "ubnd");
    EXPECT_EQ(typed_issuer("Đảng ủy"), "dang-uy");
    EXPECT_EQ(typed_issuer("đoàn thể"), "doan-the");
    const std::vector<std::pair<std::string, std::string>> levels = {
        {"Trung ương", "trung-uong"}, {"TW", "trung-uong"}, {"cấp tỉnh", "tinh"}, {"tinh", "tinh"},
        {"Huyện", "huyen"},           {"quận", "huyen"},    {"phường", "xa"},     {"xã", "xa"},
        {"cơ sở", "co-so"},           {"co-so", "co-so"},   {"đâu đó", ""},       {"cấp", ""},
    };
    for (const auto& [typed, level] : levels) EXPECT_EQ(typed_level(typed), level) << typed;
    for (const schema::Kind& level : schema::levels().subspan(1))
        EXPECT_EQ(typed_level(level.label), level.slug) << "as the facet shows it";
}

}  // namespace
}  // namespace commsearch::query
