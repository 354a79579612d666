#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "searcher/explain.h"
#include "searcher/facets.h"
#include "searcher/grouping.h"
#include "searcher/hits.h"
#include "searcher/open_index.h"
#include "searcher/retrieval.h"
#include "searcher/selection.h"

namespace commsearch {
namespace {

/// What is asked for of the groups: [begin, end).
struct PageRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

PageRange page_of(const SearchRequest& request, std::size_t groups) {
    const std::size_t begin = std::min(request.offset, groups);
    return {begin, begin + std::min(request.limit, groups - begin)};
}

}  // namespace

struct Searcher::Impl {
    explicit Impl(const std::filesystem::path& folder) : index(folder) {}

    SearchResult search(const SearchRequest& request) const {
        const auto start = std::chrono::steady_clock::now();
        Analyzer analyzer(index.abbreviations);
        const Selection selection(index, request);
        Retrieval found = retrieve(index, request, selection, analyzer);
        SearchResult result;
        result.offset = request.offset;
        result.limit = request.limit;
        result.generation = index.generation;
        result.query = std::move(found.parsed.text);
        result.notices = std::move(found.notices);
        result.suggestion = std::move(found.suggestion);
        result.facets = count_facets(index, request.facets, selection, found.matches);
        std::erase_if(found.matches, [](const Match& match) { return match.failed != 0; });
        fill(result, request, found.built, found.matches, analyzer);
        result.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result;
    }

    /// Totals and the page.
    void fill(SearchResult& result, const SearchRequest& request, const BuiltQuery& built,
              const std::vector<Match>& matches, Analyzer& analyzer) const {
        std::vector<Group> groups = group_by_report(matches);
        result.total_passages = matches.size();
        result.total_reports = groups.size();
        const bool by_date = request.sort == SearchRequest::Sort::date || !built.has_words;
        sort_groups(groups, matches, by_date);
        if (!by_date && request.fold_similar) fold_similar(groups, matches);
        const PageRange page = page_of(request, groups.size());
        for (std::size_t i = page.begin; i < page.end; ++i) {
            const std::span<const Match> its(matches.data() + groups[i].first,
                                             groups[i].last - groups[i].first);
            result.reports.push_back(
                report_hit(index, its, request.passages_per_report, built, analyzer));
            result.reports.back().similar_reports = groups[i].similar;
        }
        if (!request.explain) return;
        std::map<Xapian::docid, PassageHit*> shown;
        for (std::size_t i = page.begin; i < page.end; ++i) {
            const Xapian::docid report = matches[groups[i].first].report();
            for (PassageHit& passage : result.reports[i - page.begin].passages)
                shown.emplace(report + passage.ordinal, &passage);
        }
        explain(index, built, shown);
    }

    OpenIndex index;
};

Searcher::Searcher(const std::filesystem::path& index_folder)
    : impl_(std::make_unique<Impl>(index_folder)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const SearchRequest& request) const { return impl_->search(request); }

}  // namespace commsearch
