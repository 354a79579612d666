#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A title and the lines it stands on.
struct TitleLines {
    std::string text;
    std::size_t begin = 0;  ///< index of its first line
    std::size_t end = 0;    ///< behind its last line; begin when there is no title
};

/// The title of a state or Party paper: the line `type_line` that names its kind, and the summary
/// below. It ends where a sentence, a list, a table, a heading, the legal basis or the addressees
/// begin: the opening paragraph is body, whether an empty line parts it or not.
[[nodiscard]] TitleLines title_at(const std::vector<Line>& lines, std::size_t type_line);

/// The subject of a letter among the first `limit` lines: "V/v gia hạn …" with the lines it goes on
/// in. No title when there is none.
[[nodiscard]] TitleLines subject_in(const std::vector<Line>& lines, std::size_t limit);

/// Whether `line` begins the addressees of a letter: "Kính gửi: …".
[[nodiscard]] bool begins_addressees(const Line& line);

}  // namespace commsearch::report
