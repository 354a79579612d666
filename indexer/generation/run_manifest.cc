#include <algorithm>

#include "analyzers/analyzer.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/corpus_run.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
namespace {

std::string digest_of(const CorpusRun& run, const std::string& local_abbreviations) {
    segment::Checksum sum;
    sum.add_text(std::to_string(schema::schema_version));
    sum.add_text(analyzer_fingerprint());
    sum.add_text(local_abbreviations);
    sum.add_text(schema::encode_places(entries_of(run.places)));
    for (const ReportEntry& report : run.reports) {
        sum.add_text(report.id);
        sum.add_text(report.digest);
    }
    return sum.hex();
}

}  // namespace

Manifest manifest_of(const CorpusRun& run, const std::string& local_abbreviations) {
    Manifest manifest;
    manifest.schema = schema::schema_version;
    manifest.analyzer = analyzer_fingerprint();
    manifest.files = run.sources.size();
    manifest.reused = run.reused;
    manifest.reports = run.reports.size();
    manifest.passages = run.passages;
    manifest.digest = digest_of(run, local_abbreviations);
    for (const ReportEntry& report : run.reports) {
        ++manifest.communes[report.place];
        ++manifest.months[report.date.month().text()];
        ++manifest.formats[report.format];
    }
    manifest.skipped = run.skipped;
    std::sort(manifest.skipped.begin(), manifest.skipped.end(),
              [](const source::Skipped& a, const source::Skipped& b) { return a.path < b.path; });
    manifest.sources = run.sources;
    return manifest;
}

}  // namespace commsearch::generation
