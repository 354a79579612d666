#include "indexer/review/inspect.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/parser/sidecar.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Understands documents one after the other.
class Inspector {
public:
    explicit Inspector(const Sidecars& sidecars) : sidecars_(sidecars) {}

    [[nodiscard]] Inspection inspect(RawDocument document, const SourceFile& file) const {
        sidecars_.complete(document, file);
        Inspection inspection{parse_report(document, gazetteer_, taxonomy_), {}};
        inspection.doubts = doubts_of(document, inspection.report);
        return inspection;
    }

private:
    const Sidecars& sidecars_;
    Gazetteer gazetteer_;
    Taxonomy taxonomy_;
};

/// A corpus folder and a listing of one file.
using OneFile = std::pair<fs::path, SourceListing>;

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
    SourceListing listing;
    listing.files.push_back({file, id_of(file), 0});
    listing.files.front().size = fs::file_size(file, error);
    const std::string name = escaped_name(file.native());
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
    SourceListing listing = list_sources({corpus});
    std::error_code error;
    const auto found =
        std::find_if(listing.files.begin(), listing.files.end(),
                     [&](const SourceFile& one) { return fs::equivalent(one.path, file, error); });
    if (found == listing.files.end()) {
        const std::string name = escaped_name(file.native());
        const std::string folder = escaped_name(corpus.native());
        throw UsageError({name + " không phải tệp báo cáo nằm trong thư mục " + folder,
                          name + " is no file of a report below the folder " + folder});
    }
    listing.files = {*found};
    return {corpus, std::move(listing)};
}

}  // namespace

FileInspection inspect_file(const fs::path& file, const fs::path& corpus) {
    const auto [folder, listing] = corpus.empty() ? alone(file) : listed(file, corpus);
    const SourceFile& source = listing.files.front();
    const Sidecars sidecars({folder}, listing);
    const Inspector inspector(sidecars);
    FileInspection inspection;
    read_source(
        source,
        [&](RawDocument document) {
            inspection.reports.push_back(inspector.inspect(std::move(document), source));
        },
        [&](Skipped skipped) { inspection.skipped.push_back(std::move(skipped)); });
    return inspection;
}

CorpusDoubts corpus_doubts(const std::vector<fs::path>& corpus_folders) {
    const SourceListing listing = list_sources(corpus_folders);
    const Sidecars sidecars(corpus_folders, listing);
    const Inspector inspector(sidecars);
    CorpusDoubts doubts;
    doubts.skipped = listing.skipped;
    doubts.skipped.insert(doubts.skipped.end(), sidecars.findings().begin(),
                          sidecars.findings().end());
    for (const SourceFile& file : listing.files) {
        read_source(
            file,
            [&](RawDocument document) {
                const std::string path = document.path;
                Inspection inspection = inspector.inspect(std::move(document), file);
                ++doubts.reports;
                if (!inspection.doubts.empty())
                    doubts.found.push_back({path, std::move(inspection.doubts)});
            },
            [&](Skipped skipped) { doubts.skipped.push_back(std::move(skipped)); });
    }
    std::sort(doubts.skipped.begin(), doubts.skipped.end(),
              [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
    return doubts;
}

}  // namespace commsearch
