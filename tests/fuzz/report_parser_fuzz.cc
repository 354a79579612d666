// Any text gives a report: no exception, and passages that obey their laws.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/sections/passages.h"
#include "indexer/report/text_scan.h"
#include "indexer/review/doubts.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch {
namespace {

void require(bool law) {
    if (!law) std::abort();
}

/// A passage's lines are pieces of the lines it names; no more words than allowed.
void check(const report::Passage& passage, const std::vector<std::string_view>& lines) {
    require(!passage.text.empty() && passage.first_line >= 1);
    require(passage.first_line <= passage.last_line && passage.last_line <= lines.size());
    require(report::word_count(passage.text) <= report::passage_max_words);
    std::size_t at = passage.first_line - 1;
    for (const std::string_view piece : split(passage.text, '\n')) {
        while (at < passage.last_line && lines[at].find(piece) == std::string_view::npos) ++at;
        require(at < passage.last_line);
    }
}

}  // namespace
}  // namespace commsearch

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const report::Gazetteer gazetteer;
    static const report::Taxonomy taxonomy;
    source::RawDocument document;
    document.text = nfc(std::string_view(reinterpret_cast<const char*>(data), size));
    const report::Report report = report::parse_report(document, gazetteer, taxonomy);
    const std::vector<std::string_view> lines = split(document.text, '\n');
    for (const review::Doubt& doubt : review::doubts_of(document, report)) {
        require(!doubt.message.vi.empty() && doubt.line <= lines.size());
    }
    std::uint32_t line = 0;
    for (const report::Section& section : report.sections) {
        require(!section.passages.empty());
        for (const report::Passage& passage : section.passages) {
            check(passage, lines);
            require(passage.first_line >= line);
            line = passage.last_line;
        }
    }
    return 0;
}
