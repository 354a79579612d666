#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/report/figures/figure.h"
#include "indexer/source/source.h"

namespace commsearch::review {

/// A figure and where it stands.
struct FoundFigure {
    report::Figure figure;
    std::string passage;     ///< id of its passage
    std::string sentence;    ///< what states it; the cells of a row parted by " | "
    std::uint32_t line = 0;  ///< 1-based, of the passage's begin
};

/// What one report states in figures.
struct ReportFigures {
    std::string path;
    std::string commune;  ///< without type; empty when unknown
    std::vector<FoundFigure> figures;
};

/// What a corpus states in figures.
struct CorpusFigures {
    std::vector<ReportFigures> reports;    ///< in the order of the corpus; also those without any
    std::vector<source::Skipped> skipped;  ///< not read
};

/// Understands every report below the folders. Throws Error as list_sources does.
[[nodiscard]] CorpusFigures corpus_figures(
    const std::vector<std::filesystem::path>& corpus_folders);

/// A line a figure, for a person.
[[nodiscard]] std::string figures_text(const CorpusFigures& figures, Language language);
/// One JSON object a line and figure: docs/json.md.
[[nodiscard]] std::string figures_json(const CorpusFigures& figures);

}  // namespace commsearch::review
