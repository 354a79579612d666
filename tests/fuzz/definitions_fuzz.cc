// Any bytes as a document: what it defines points into it and fits by its initials; as a table: the
// lint ends, and what it lets pass can be used.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/abbreviation/abbreviation_lint.h"
#include "analyzers/abbreviation/definitions.h"
#include "analyzers/analyzer.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/initials.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const word::Abbreviations dictionary;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const abbreviation::Definition& definition : abbreviation::find_definitions(text)) {
        require(definition.begin < size);
        require(word::initials_fit(definition.short_form, definition.long_form));
        require(definition.long_form.find('\t') == std::string::npos);
    }
    const auto local = abbreviation::local_abbreviations({text}, dictionary);
    Analyzer analyzer(dictionary);
    for (const word::Token& token : analyzer.analyze(
             text, {abbreviation::Reading::document, "giao-duc", local ? &*local : nullptr}))
        require(token.begin < token.end && token.end <= size);

    const std::string table = std::string(word::abbreviation_columns) + '\n' + std::string(text);
    const auto findings = abbreviation::lint_abbreviations(table);
    const auto lines = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) + 1;
    for (const abbreviation::Finding& finding : findings)
        require(finding.line >= 1 && finding.line <= lines);
    // The built-in dictionary would only make this slower.
    const word::Abbreviations from_table(table);
    require(from_table.compounds().size() <= lines);
    return 0;
}
