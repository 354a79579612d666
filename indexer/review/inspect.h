#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/report/layout/left_out.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/report.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/review/doubts.h"
#include "indexer/source/source.h"

namespace commsearch::review {

/// One report as understood, and what is doubtful in it.
struct Inspection {
    /// Lines that are in no passage on purpose.
    struct LeftOut {
        struct NumberedLine {
            std::uint32_t number = 0;  ///< 1-based line of the document
            std::string text;
        };
        report::LeftOutPart part = report::LeftOutPart::header;
        std::vector<NumberedLine> lines;
    };
    report::Report report;
    std::vector<Doubt> doubts;
    std::vector<LeftOut> left_out;
};

/// What a file holds.
struct FileInspection {
    std::vector<Inspection> reports;
    std::vector<source::Skipped> skipped;
};

/// Understands the reports of one file as a build with the corpus folder `corpus` would. Without
/// `corpus` the report's id is the path as given, whose folders may name its place, and a sidecar
/// is looked for beside the file. Throws UsageError when there is no such file.
[[nodiscard]] FileInspection inspect_file(const std::filesystem::path& file,
                                          const std::filesystem::path& corpus);

/// All that was understood, for a person.
[[nodiscard]] std::string inspection_text(const FileInspection& inspection,
                                          const report::Taxonomy& taxonomy, Language language);
/// The same as one JSON document: docs/json.md.
[[nodiscard]] std::string inspection_json(const FileInspection& inspection, Language language);

/// A report's doubts, found in a whole corpus.
struct ReportDoubts {
    std::string path;
    std::vector<Doubt> doubts;  ///< one at least
};

/// What a clerk should look at in a corpus.
struct CorpusDoubts {
    std::size_t reports = 0;               ///< looked at
    std::vector<ReportDoubts> found;       ///< in the order of the corpus
    std::vector<source::Skipped> skipped;  ///< not read, by path
};

/// Understands every report below the folders. Throws Error as list_sources does.
[[nodiscard]] CorpusDoubts corpus_doubts(const std::vector<std::filesystem::path>& corpus_folders);

/// Where one kind of doubt was found.
struct DoubtPlace {
    std::string path;
    std::uint32_t line = 0;  ///< 1-based; 0 when about the whole
    std::string message;
};

/// All doubts of one kind in a corpus.
struct DoubtKind {
    std::string code;         ///< one of doubt_codes(), or "unreadable" for what was not read
    std::size_t reports = 0;  ///< files it touches
    std::vector<DoubtPlace> places;  ///< in the order of the corpus; one at least
};

/// The doubts by kind, the kind that touches most reports first.
[[nodiscard]] std::vector<DoubtKind> doubt_kinds(const CorpusDoubts& doubts, Language language);

/// A table for a person: the doubts of each kind (doubt_kinds), and how many reports they touch.
[[nodiscard]] std::string doubts_text(const CorpusDoubts& doubts, Language language);
/// RFC 4180 with a header line: path, line, code, message; line ends CR LF. A cell that a
/// spreadsheet would take for a formula (= + - @, tab) gets an apostrophe before it.
[[nodiscard]] std::string doubts_csv(const CorpusDoubts& doubts, Language language);
/// One JSON document: docs/json.md.
[[nodiscard]] std::string doubts_json(const CorpusDoubts& doubts, Language language);

}  // namespace commsearch::review
