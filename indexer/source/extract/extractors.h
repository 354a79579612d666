#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/child.h"
#include "indexer/source/extract/limits.h"

namespace commsearch::source {

/// The programs that read what our own process does not, and their limits. A path is empty when
/// the program is not installed: its formats are skipped with the name of the package.
struct Extractors {
    std::filesystem::path own;        ///< commsearch-extract: all that no other reads
    std::filesystem::path catdoc;     ///< .doc of Word 6 and 95
    std::filesystem::path antiword;   ///< .doc that catdoc cannot read
    std::filesystem::path pdftotext;  ///< .pdf
    std::filesystem::path pdfimages;  ///< whether a page with little text is a scan
    std::filesystem::path pdftoppm;   ///< scanned pages -> images
    std::filesystem::path tesseract;  ///< images -> text
    ChildLimits limits;               ///< of each program on each file (OCR: on each page)
    ArchiveLimits archive;
};

/// Where Debian puts programs.
inline constexpr std::string_view usual_search_path = "/usr/local/bin:/usr/bin:/bin";

/// Looks the programs up in `search_path`, as $PATH; our own stands beside the running program.
[[nodiscard]] Extractors find_extractors(std::string_view search_path = usual_search_path);

/// The names of the programs that were found, one blank between: what was skipped for want of one
/// has to be read again when this changes.
[[nodiscard]] std::string programs_found(const Extractors& extractors);

/// An Error that installing a package would mend.
class MissingProgram : public Error {
public:
    MissingProgram(std::string_view program, std::string package);
    /// Name of the Debian package: "poppler-utils".
    [[nodiscard]] const std::string& package() const { return package_; }

private:
    std::string package_;
};

/// One file to be read by programs.
struct ProgramInput {
    int descriptor = -1;
    const std::filesystem::path& folder;  ///< private to this file
};

/// Runs `program` on the file; what it did.
[[nodiscard]] ChildOutcome run_program_on(const ProgramInput& input, const Extractors& extractors,
                                          const std::filesystem::path& program,
                                          std::vector<std::string> arguments);

/// Why a program's outcome is no document: time, size, a crash, or what it complained of.
[[nodiscard]] Error failure_of(const std::filesystem::path& program, const ChildOutcome& outcome,
                               const ChildLimits& limits);

}  // namespace commsearch::source
