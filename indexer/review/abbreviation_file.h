#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/abbreviation/abbreviation_lint.h"

namespace commsearch::review {

/// A local table of abbreviations and what its lint says.
struct AbbreviationFile {
    std::string table;  ///< without byte order mark
    std::vector<abbreviation::Finding> findings;

    /// True when it can be used: nothing but warnings.
    [[nodiscard]] bool is_usable() const;
};

/// Reads and lints a file. Throws UsageError when it cannot be read.
[[nodiscard]] AbbreviationFile read_abbreviations(const std::filesystem::path& file);

/// The table of a usable file. Throws UsageError naming FILE:LINE of the first thing that is wrong.
[[nodiscard]] std::string usable_abbreviations(const std::filesystem::path& file);

/// The findings, a line each: "FILE:LINE: …", warnings marked; a closing line when there are none.
[[nodiscard]] std::string findings_text(const std::filesystem::path& file,
                                        const std::vector<abbreviation::Finding>& findings,
                                        Language language);

}  // namespace commsearch::review
