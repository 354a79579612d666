#include "searcher/index/index_reader.h"

#include <xapian.h>

#include <utility>

namespace commsearch::index {
namespace {

std::unique_ptr<const Xapian::Database> opened(const std::filesystem::path& folder,
                                               const std::string& generation) {
    return std::make_unique<const Xapian::Database>(
        (folder / generation / schema::database_file).string());
}

}  // namespace

IndexReader::IndexReader(const std::filesystem::path& index_folder) {
    const schema::Publication publication = published(index_folder);
    database_ = opened(index_folder, publication.generation);
    // Shared by the readers of all threads: see shared_snapshot().
    snapshot_ = std::make_shared<const IndexSnapshot>(index_folder, publication, *database_);
}

IndexReader::IndexReader(std::shared_ptr<const IndexSnapshot> snapshot)
    : database_(opened(snapshot->folder(), snapshot->generation())),
      snapshot_(std::move(snapshot)) {}

IndexReader::~IndexReader() = default;

Vocabulary IndexReader::words() const {
    return {*database_, snapshot_->columns(), snapshot_->abbreviations()};
}

const std::string& IndexReader::heading(std::uint64_t number) const {
    return snapshot_->heading(number, *database_);
}

schema::ReportRecord IndexReader::report(std::uint32_t document) const {
    return schema::decode_report(database_->get_document(document).get_data());
}

std::uint32_t IndexReader::find_report(std::string_view id) const {
    // Long ids are cut in the term, so that several reports may share it.
    for (const std::uint32_t document : documents(schema::make_term(schema::prefix_report, id))) {
        if (report(document).about.id == id) return document;
    }
    return 0;
}

std::uint32_t IndexReader::posting_count(const std::string& term) const {
    return database_->get_termfreq(term);
}

std::vector<Posting> IndexReader::postings(const std::string& term) const {
    std::vector<Posting> found;
    found.reserve(posting_count(term));
    const auto end = database_->postlist_end(term);
    for (auto at = database_->postlist_begin(term); at != end; ++at)
        found.push_back({*at, at.get_wdf()});
    return found;
}

std::vector<std::uint32_t> IndexReader::documents(const std::string& term) const {
    std::vector<std::uint32_t> found;
    found.reserve(posting_count(term));
    const auto end = database_->postlist_end(term);
    for (auto at = database_->postlist_begin(term); at != end; ++at) found.push_back(*at);
    return found;
}

std::vector<std::uint32_t> IndexReader::documents_among(const std::vector<std::uint32_t>& documents,
                                                        const std::string& term) const {
    std::vector<std::uint32_t> found;
    const auto end = database_->postlist_end(term);
    auto at = database_->postlist_begin(term);
    for (const std::uint32_t document : documents) {
        if (at == end) break;
        at.skip_to(document);
        if (at != end && *at == document) found.push_back(document);
    }
    return found;
}

void IndexReader::each_term_from(const std::string& first, const UseTerm& use) const {
    const auto end = database_->allterms_end();
    auto term = database_->allterms_begin();
    for (term.skip_to(first); term != end; ++term) use(*term, term.get_termfreq());
}

void IndexReader::each_term_with(const std::string& prefix, const UseTerm& use) const {
    const auto end = database_->allterms_end(prefix);
    for (auto term = database_->allterms_begin(prefix); term != end; ++term)
        use(*term, term.get_termfreq());
}

}  // namespace commsearch::index
