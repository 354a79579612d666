#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace commsearch::query {

/// A row of the table of fields: all that the query language knows of one.
struct QueryField {
    /// How a value is written.
    enum class Value : std::uint8_t {
        code,   ///< one word: a date, a number, a slug
        names,  ///< capitalised words belong together: "tiêu-đề:Báo Cáo"
        place,  ///< the same, but an abbreviation behind the name is no part of it
        level,  ///< one word, or two that name a level: "cấp:trung ương"
    };
    Field field = Field::commune;
    std::string_view name;    ///< that we show and print: "xã", "cơ-quan"
    std::string_view others;  ///< more names, separated by blanks, in small letters without '-'
    Value value = Value::code;
    std::string_view prefix;  ///< of the terms it asks for (indexer/schema); empty: of none
    /// What stands behind the prefix for a typed value, where the text alone tells; else null, and
    /// the value is looked up in the index (searcher/plan/filters, term_clauses). Empty: there is no
    /// such value.
    std::string (*term)(std::string_view typed) = nullptr;
};

/// Every field, in the order of the enumerators.
[[nodiscard]] std::span<const QueryField> query_fields();
[[nodiscard]] const QueryField& query_field(Field field);

/// The field that a person names before ':', in any case; '-' and '_' do not count.
/// QueryField::name matches with all its marks or without any ("mức" is not "mục"), the others as
/// they are listed. `name` is NFC.
[[nodiscard]] std::optional<Field> field_of_name(std::string_view name);

/// Of a field that was named without marks the one that `value` is about: "ky" is both kỳ and ký, a
/// period where the value is one.
[[nodiscard]] Field field_of_value(Field field, std::string_view name, std::string_view value);

/// Whether `name` could name a field, known or not: letters, with hyphens between them.
[[nodiscard]] bool looks_like_field_name(std::string_view name);

/// The names of all fields for a message: "xã, huyện, …, tiêu-đề".
[[nodiscard]] std::string field_list();

}  // namespace commsearch::query
