#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// Which characters of a story show nothing: the codes of fields, and tables of contents, which
/// say what the headings say. A field that does not end is none.
[[nodiscard]] std::vector<bool> hidden_by_fields(std::u16string_view story);

/// Whether a field of this code is a table of contents: " TOC \o "1-3" ".
[[nodiscard]] bool is_table_of_contents(std::string_view code);

}  // namespace commsearch::source
