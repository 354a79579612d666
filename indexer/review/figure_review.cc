#include "indexer/review/figure_review.h"

#include <utility>

#include "indexer/report/figures/figures.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/parser/sidecar.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/schema/passage_ids.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::review {
namespace {

namespace fs = std::filesystem;

/// The cells of a row, or the lines of a sentence, as one line.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\t') {
            line += " | ";
        } else {
            line += c == '\n' ? ' ' : c;
        }
    }
    return line;
}

/// The ids of all passages, in order, section by section.
std::vector<std::vector<std::string>> passage_ids(const report::Report& report) {
    schema::PassageIds ids(report.id);
    std::vector<std::vector<std::string>> all;
    for (const report::Section& section : report.sections) {
        std::vector<std::string>& own = all.emplace_back();
        for (const report::Passage& passage : section.passages)
            own.push_back(ids.next(passage.text));
    }
    return all;
}

/// The heading on whose line its text begins ("Tiếp dân: 03 lượt …"); else empty.
std::string run_in_heading(const report::Section& section) {
    const bool runs_in =
        !section.heading_path.empty() && section.heading_path.back().ends_with(':');
    if (!runs_in) return {};
    return std::string(report::heading_words(section.heading_path.back())) + ": ";
}

ReportFigures figures_of_report(const report::Report& report) {
    ReportFigures found{report.id, report.commune.name, {}};
    const std::vector<std::vector<std::string>> ids = passage_ids(report);
    for (report::PassageFigures& in_passage : report::figures_of(report)) {
        const report::Section& section = report.sections[in_passage.section];
        const report::Passage& passage = section.passages[in_passage.passage];
        const std::string_view text = passage.text;
        for (report::Figure& figure : in_passage.figures) {
            std::string sentence = one_line(
                text.substr(figure.sentence_begin, figure.sentence_end - figure.sentence_begin));
            if (figure.sentence_begin == 0 && in_passage.passage == 0)
                sentence = run_in_heading(section) + sentence;
            found.figures.push_back({std::move(figure), ids[in_passage.section][in_passage.passage],
                                     std::move(sentence), passage.first_line});
        }
    }
    return found;
}

}  // namespace

CorpusFigures corpus_figures(const std::vector<fs::path>& corpus_folders) {
    const source::SourceListing listing = source::list_sources(corpus_folders);
    const report::Sidecars sidecars(corpus_folders, listing);
    const report::Gazetteer gazetteer;
    const report::Taxonomy taxonomy;
    CorpusFigures figures;
    figures.skipped = listing.skipped;
    for (const source::SourceFile& file : listing.files) {
        source::read_source(
            file,
            [&](source::RawDocument document) {
                sidecars.complete(document, file);
                figures.reports.push_back(
                    figures_of_report(report::parse_report(document, gazetteer, taxonomy)));
            },
            [&](source::Skipped skipped) { figures.skipped.push_back(std::move(skipped)); });
    }
    return figures;
}

}  // namespace commsearch::review
