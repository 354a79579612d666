#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

// What single words tell when hamlets are looked for in the tokens of a line.

/// Whether the token `at` is `word` (in lower case, with its accents), in any case; false behind
/// the end of the line.
[[nodiscard]] bool token_is(LineTokens tokens, std::size_t at, std::string_view word);

/// The type of a hamlet that stands at the token `at` ("thôn", "tổ dân phố" …), and moves `at`
/// behind it; else empty. "nông thôn" and "văn bản" are none.
[[nodiscard]] std::string_view village_type_at(LineTokens tokens, std::size_t& at);

/// "văn hóa", "nông thôn mới", "kiểu mẫu", "trưởng": behind a type they tell its kind or its head,
/// and name no hamlet.
[[nodiscard]] bool is_kind_of_village(LineTokens tokens, std::size_t at);

/// Two capital letters or more, and nothing else: "CCB".
[[nodiscard]] bool is_acronym(const LineToken& token);

/// A capitalised word that is no acronym.
[[nodiscard]] bool is_name_word(const LineToken& token);

/// Index behind the name that begins at `begin`; `begin` when there is none. A number belongs to a
/// name where nothing else follows: "Đội 2,".
[[nodiscard]] std::size_t village_name_end(LineTokens tokens, std::size_t begin);

/// Whether a name may end before the token `at`: a mark, "và" or the end of the line.
[[nodiscard]] bool ends_village_name(LineTokens tokens, std::size_t at);

/// The first word of a commune, district, union, …: its name is no hamlet's.
[[nodiscard]] bool is_other_place(const LineToken& token);

/// The first word of a school, post, company, …: a Party cell named after it is no hamlet's.
[[nodiscard]] bool is_office(const LineToken& token);

}  // namespace commsearch::report
