#include "indexer/review/inspect.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "indexer/report/layout/document_parts.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/parser/sidecar.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::review {
namespace {

namespace fs = std::filesystem;

std::vector<Inspection::LeftOut> left_out_of(const report::DocumentParts& parts) {
    std::vector<Inspection::LeftOut> left_out;
    for (const report::LeftOut& part : parts.left_out()) {
        left_out.push_back({part.part, {}});
        for (const report::Line& line : part.lines)
            left_out.back().lines.push_back({line.number, std::string(line.text)});
    }
    return left_out;
}

/// Understands documents one after the other.
class Inspector {
public:
    explicit Inspector(const report::Sidecars& sidecars) : sidecars_(sidecars) {}

    [[nodiscard]] Inspection inspect(source::RawDocument document,
                                     const source::SourceFile& file) const {
        sidecars_.complete(document, file);
        const report::DocumentParts parts = report::take_apart(document);
        Inspection inspection{
            report::parse_report(document, parts, gazetteer_, taxonomy_), {}, left_out_of(parts)};
        inspection.doubts = doubts_of(document, inspection.report);
        return inspection;
    }

private:
    const report::Sidecars& sidecars_;
    report::Gazetteer gazetteer_;
    report::Taxonomy taxonomy_;
};

/// A corpus folder and a listing of one file.
using OneFile = std::pair<fs::path, source::SourceListing>;

/// Folders of a path as given, without those that only lead out: "../a/b.txt" -> "a/b.txt".
std::string id_of(const fs::path& file) {
    fs::path id;
    for (const fs::path& part : file.lexically_normal().relative_path()) {
        if (part != "..") id /= part;
    }
    return nfc(id.generic_string());
}

OneFile alone(const fs::path& file) {
    std::error_code error;
    source::SourceListing listing;
    listing.files.push_back({file, id_of(file), 0});
    listing.files.front().size = fs::file_size(file, error);
    const std::string name = source::escaped_name(file.native());
    if (fs::is_directory(file, error)) {
        throw UsageError(
            {name + " là thư mục; hãy chỉ đến một tệp", name + " is a folder; name a file"});
    }
    if (!fs::exists(file, error)) {
        throw UsageError({"không có tệp " + name + "; hãy kiểm tra lại đường dẫn",
                          "there is no file " + name + "; check the path"});
    }
    return {file.parent_path(), std::move(listing)};
}

OneFile listed(const fs::path& file, const fs::path& corpus) {
    (void)alone(file);
    source::SourceListing listing = source::list_sources({corpus});
    std::error_code error;
    const auto found = std::find_if(
        listing.files.begin(), listing.files.end(),
        [&](const source::SourceFile& one) { return fs::equivalent(one.path, file, error); });
    if (found == listing.files.end()) {
        // A file of the folder that a build leaves out: its reader says why.
        const fs::path below = fs::relative(file, corpus, error);
        if (!error && !below.empty() && *below.begin() != "..") return alone(file);
        const std::string name = source::escaped_name(file.native());
        const std::string folder = source::escaped_name(corpus.native());
        throw UsageError({name + " không phải tệp báo cáo nằm trong thư mục " + folder,
                          name + " is no file of a report below the folder " + folder});
    }
    listing.files = {*found};
    return {corpus, std::move(listing)};
}

}  // namespace

FileInspection inspect_file(const fs::path& file, const fs::path& corpus) {
    const auto [folder, listing] = corpus.empty() ? alone(file) : listed(file, corpus);
    const source::SourceFile& source = listing.files.front();
    const report::Sidecars sidecars({folder}, listing);
    const Inspector inspector(sidecars);
    FileInspection inspection;
    source::read_source(
        source,
        [&](source::RawDocument document) {
            inspection.reports.push_back(inspector.inspect(std::move(document), source));
        },
        [&](source::Skipped skipped) { inspection.skipped.push_back(std::move(skipped)); });
    return inspection;
}

CorpusDoubts corpus_doubts(const std::vector<fs::path>& corpus_folders) {
    const source::SourceListing listing = source::list_sources(corpus_folders);
    const report::Sidecars sidecars(corpus_folders, listing);
    const Inspector inspector(sidecars);
    CorpusDoubts doubts;
    doubts.skipped = listing.skipped;
    doubts.skipped.insert(doubts.skipped.end(), sidecars.findings().begin(),
                          sidecars.findings().end());
    for (const source::SourceFile& file : listing.files) {
        source::read_source(
            file,
            [&](source::RawDocument document) {
                const std::string path = document.path;
                Inspection inspection = inspector.inspect(std::move(document), file);
                ++doubts.reports;
                if (!inspection.doubts.empty())
                    doubts.found.push_back({path, std::move(inspection.doubts)});
            },
            [&](source::Skipped skipped) { doubts.skipped.push_back(std::move(skipped)); });
    }
    std::sort(doubts.skipped.begin(), doubts.skipped.end(),
              [](const source::Skipped& a, const source::Skipped& b) { return a.path < b.path; });
    return doubts;
}

}  // namespace commsearch::review
