#pragma once

#include <string>

#include "analyzers/base/message.h"
#include "searcher/model/answer.h"

namespace commsearch::render {

/// How a result is laid out for a person.
struct TextStyle {
    Language language = Language::vietnamese;
    bool color = false;      ///< ANSI colours; without them hits stand between « and »
    bool explains = false;   ///< tells what the question was understood to ask
    std::size_t width = 80;  ///< columns of the terminal; excerpts are wrapped to it, 40-120 used
};

/// The answer for a person: what was found and how the question was read, then each report with
/// title, commune and date and its passages with heading path and excerpt, "còn N đoạn", then the
/// facets. Control characters of reports are shown as blanks: a report cannot move the cursor. Ends
/// with a line end.
[[nodiscard]] std::string render_text(const SearchResult& result, const TextStyle& style);

}  // namespace commsearch::render
