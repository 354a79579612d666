#include "indexer/generation/batch/batch_builder.h"

#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/segment/place_collector.h"
#include "indexer/segment/segment_builder.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// "docx", of an entry of an archive too; "jsonl" for the lines of such a file.
std::string ending_of(const source::RawDocument& document, const source::SourceFile& file) {
    const bool is_entry = document.id.starts_with(file.id + '/');
    const std::string name = is_entry ? document.id : file.path.filename().native();
    const std::string extension = lower(fs::path(name).extension().native());
    return extension.empty() ? "" : extension.substr(1);
}

std::size_t passages_of(const report::Report& report) {
    std::size_t passages = 0;
    for (const report::Section& section : report.sections) passages += section.passages.size();
    return passages;
}

source::Skipped duplicate_of_earlier(const source::RawDocument& document) {
    return {.path = document.path,
            .reason = {"trùng mã báo cáo \"" + document.id + "\" với một báo cáo đã đọc",
                       "its report id \"" + document.id + "\" was read before"},
            .line = document.line};
}

}  // namespace

/// A batch that is being read into segments.
class BatchBuilder::OpenBatch {
public:
    OpenBatch(const Knowledge& knowledge, Analyzer& analyzer,
              const std::set<std::string>& claimed_ids, const fs::path& folder)
        : knowledge_(knowledge), analyzer_(analyzer), claimed_ids_(claimed_ids), folder_(folder) {}

    void read(const source::SourceFile& file) {
        source::read_source(
            file, [&](source::RawDocument document) { take(std::move(document), file); },
            [&](source::Skipped skipped) { record_.skipped.push_back(std::move(skipped)); },
            knowledge_.extractors);
    }

    void read(const source::SourceFile& file, const source::LineSpan& lines) {
        source::read_lines(
            file, lines, [&](source::RawDocument document) { take(std::move(document), file); },
            [&](source::Skipped skipped) { record_.skipped.push_back(std::move(skipped)); });
        move_lines(record_.skipped, lines.lines_before, 0);
    }

    BatchRecord finish() {
        finish_segment();
        record_.places = places_.take();
        return std::move(record_);
    }

private:
    void take(source::RawDocument document, const source::SourceFile& file) {
        knowledge_.sidecars.complete(document, file);
        add(document, file);
    }

    void add(const source::RawDocument& document, const source::SourceFile& file) {
        report::Report report =
            report::parse_report(document, knowledge_.gazetteer, knowledge_.taxonomy);
        // The id tells the line, and goes on doing so when lines come before it.
        if (document.line > 0) report.path = source::escaped_name(file.path.native());
        const std::size_t passages = passages_of(report);
        if (passages == 0) {
            record_.skipped.push_back(
                {.path = document.path,
                 .reason = {"không có nội dung báo cáo", "it holds no report text"},
                 .line = document.line});
            return;
        }
        if (claimed_ids_.count(document.id) > 0 || !ids_.insert(document.id).second) {
            record_.skipped.push_back(duplicate_of_earlier(document));
            return;
        }
        if (!segment_) {
            record_.segments.push_back(std::to_string(record_.segments.size()));
            segment_.emplace(folder_ / record_.segments.back(), knowledge_.taxonomy, analyzer_);
        }
        const std::string digest = segment_->add(report);
        record_.reports.push_back({report.id, digest, report.commune.id().text(),
                                   ending_of(document, file), report.date, passages});
        places_.add(report);
        if (segment_->passages() >= segment::segment_passages) finish_segment();
    }

    void finish_segment() {
        if (!segment_) return;
        segment_->finish();
        segment_.reset();
    }

    const Knowledge& knowledge_;
    Analyzer& analyzer_;
    const std::set<std::string>& claimed_ids_;
    const fs::path& folder_;
    segment::PlaceCollector places_{knowledge_.gazetteer};
    BatchRecord record_;
    std::unordered_set<std::string> ids_;
    std::optional<segment::SegmentBuilder> segment_;
};

BatchRecord BatchBuilder::build(const Batch& batch, const std::set<std::string>& claimed_ids,
                                const fs::path& folder) {
    OpenBatch open(knowledge_, analyzer_, claimed_ids, folder);
    for (const source::SourceFile& file : batch.files) {
        batch.slice ? open.read(file, batch.slice->lines) : open.read(file);
    }
    return open.finish();
}

}  // namespace commsearch::generation
