#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace commsearch {

/// The field a person names before ':'. Vietnamese with all its marks, the same without any, or
/// English; any case; '-' and '_' do not count. "mức" is not "mục". `name` is NFC.
[[nodiscard]] std::optional<Field> field_of_name(std::string_view name);

/// Whether `name` could name a field, known or not: letters, with hyphens between them.
[[nodiscard]] bool looks_like_field_name(std::string_view name);

/// Whether the values of `field` are names of several words ("Cao Ngọc"); the others are codes and
/// dates.
[[nodiscard]] bool holds_names(Field field);

/// Whether the values of `field` are names of places.
[[nodiscard]] bool holds_place(Field field);

/// The name we show and print: "xã", "cơ-quan".
[[nodiscard]] std::string_view field_name(Field field);

/// The names of all fields for a message: "xã, huyện, …, tiêu-đề".
[[nodiscard]] std::string field_list();

}  // namespace commsearch
