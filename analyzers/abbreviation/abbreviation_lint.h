#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::abbreviation {

/// Something wrong, or odd, in a table of abbreviations.
struct Finding {
    std::size_t line = 0;  ///< 1-based
    Message message;
    bool is_warning = false;  ///< odd, but the table can be used

    bool operator==(const Finding&) const = default;
};

/// What is wrong with a table of abbreviations, by line. Wrong: a first line other than
/// abbreviation_columns, another number of columns, an empty abbreviation, expansion or domain,
/// `ambiguous` neither yes nor no, text not in NFC, a row that stands above, one short form of two
/// rows that says it is not ambiguous. Odd: initials that do not fit, a long form of one word (it
/// is not used). Never reads beyond the table, whatever it holds.
[[nodiscard]] std::vector<Finding> lint_abbreviations(std::string_view table);

}  // namespace commsearch::abbreviation
