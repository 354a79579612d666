#include "indexer/report/figures/figures.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzers/base/tsv.h"
#include "indexer/report/figures/line_figures.h"
#include "indexer/report/figures/table_figures.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

bool is_row(std::string_view line) { return std::count(line.begin(), line.end(), '\t') >= 2; }

/// Reads the passages of one section in order.
class SectionReader {
public:
    SectionReader(const Report& report, const Section& section) : section_(section) {
        setting_.reported = report.period;
        // "2024-10/2024-12" is asked for as the quarter that it is.
        setting_.planned = Period::of_months(report.planned.first, report.planned.last);
        setting_.horizon = section.plan_or_result;
        setting_.villages = &report.villages;
        if (section.topic == "kien-nghi-de-xuat") setting_.horizon = PlanOrResult::plan;
        if (!section.heading_path.empty())
            setting_.heading = heading_words(section.heading_path.back());
    }

    std::vector<Figure> read(const Passage& passage) {
        std::vector<Figure> figures;
        if (passage.table != 0) columns_ = figure_columns(passage.columns, setting_.reported);
        std::size_t begin = 0;
        for (const std::string_view line : split(passage.text, '\n')) {
            for (Figure& figure : read_line(line, passage.table != 0)) {
                for (std::uint32_t* const place :
                     {&figure.begin, &figure.end, &figure.sentence_begin, &figure.sentence_end})
                    *place += static_cast<std::uint32_t>(begin);
                figures.push_back(std::move(figure));
            }
            begin += line.size() + 1;
        }
        return figures;
    }

private:
    /// Plain text has tables too: lines with tabs, the first of them heads.
    std::vector<Figure> read_line(std::string_view line, bool in_table) {
        if (!in_table && !is_row(line)) {
            columns_.clear();
            return line_figures(line, setting_);
        }
        if (!in_table && is_head_row(line)) {
            std::vector<std::string> heads;
            for (const std::string_view cell : split(line, '\t')) heads.emplace_back(trimmed(cell));
            columns_ = figure_columns(heads, setting_.reported);
            return {};
        }
        return row_figures(line, columns_, setting_);
    }

    const Section& section_;
    FigureSetting setting_;
    std::vector<FigureColumn> columns_;
};

}  // namespace

std::string_view heading_words(std::string_view heading) {
    const std::size_t blank = heading.find(' ');
    const std::string_view first = heading.substr(0, blank);
    const bool numbered = blank != std::string_view::npos &&
                          (first.ends_with('.') || first.ends_with(')') || first.ends_with('/'));
    std::string_view words = numbered ? heading.substr(blank + 1) : heading;
    while (words.ends_with(':') || words.ends_with('.') || words.ends_with(' '))
        words.remove_suffix(1);
    return words;
}

std::vector<PassageFigures> figures_of(const Report& report) {
    std::vector<PassageFigures> all;
    for (std::size_t s = 0; s < report.sections.size(); ++s) {
        const Section& section = report.sections[s];
        SectionReader reader(report, section);
        for (std::size_t p = 0; p < section.passages.size(); ++p) {
            std::vector<Figure> figures = reader.read(section.passages[p]);
            if (!figures.empty()) all.push_back({s, p, std::move(figures)});
        }
    }
    return all;
}

}  // namespace commsearch::report
