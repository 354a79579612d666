#include "tests/indexer/report/parser/parsed.h"

#include <algorithm>
#include <utility>

#include "indexer/report/parser/report_parser.h"

namespace commsearch::report {

Report parsed(const source::RawDocument& document) {
    static const Gazetteer gazetteer;
    static const Taxonomy taxonomy;
    return parse_report(document, gazetteer, taxonomy);
}

Report parsed(std::string text) {
    source::RawDocument document;
    document.text = std::move(text);
    return parsed(document);
}

std::vector<std::string> passages_of(const Report& report) {
    std::vector<std::string> found;
    for (const Section& section : report.sections) {
        for (const Passage& passage : section.passages) {
            std::string line;
            for (const std::string& heading : section.heading_path) line += heading + " | ";
            line += passage.text;
            std::replace(line.begin(), line.end(), '\n', '/');
            found.push_back(line);
        }
    }
    return found;
}

}  // namespace commsearch::report
