#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "analyzers/base/message.h"
#include "indexer/schema/columns.h"
#include "searcher/answer/cursor.h"
#include "searcher/answer/grouping.h"
#include "searcher/answer/report_hits.h"
#include "searcher/collect/search_stages.h"
#include "searcher/complete/completion.h"
#include "searcher/facets/facet_counter.h"
#include "searcher/facets/selection.h"
#include "searcher/index/index_error.h"
#include "searcher/index/index_reader.h"
#include "searcher/interpret/interpret.h"
#include "searcher/match/match.h"
#include "searcher/plan/planner.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/analyzed_query.h"
#include "searcher/query/query_parser.h"
#include "searcher/rank/explain.h"
#include "searcher/rank/score.h"

namespace commsearch {
namespace {

/// What is asked for of the groups: [begin, end).
struct PageRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

PageRange page_of(std::size_t offset, std::size_t limit, std::size_t groups) {
    const std::size_t begin = std::min(offset, groups);
    return {begin, begin + std::min(limit, groups - begin)};
}

bool has_hit(const ReportHit& report) {
    return std::any_of(report.passages.begin(), report.passages.end(), [](const PassageHit& one) {
        return std::any_of(one.excerpt.begin(), one.excerpt.end(),
                           [](const Fragment& fragment) { return fragment.hit; });
    });
}

/// Where only filters are asked for nothing ranks: newest first.
SearchRequest::Sort order_of(const SearchRequest& request, const plan::QueryPlan& plan,
                             Interpretation::Wanted wanted) {
    if (wanted == Interpretation::Wanted::newest && request.sort == SearchRequest::Sort::relevance)
        return SearchRequest::Sort::date;
    const bool ranks = plan.has_words || request.sort != SearchRequest::Sort::relevance;
    return ranks ? request.sort : SearchRequest::Sort::date;
}

}  // namespace

struct Searcher::Impl {
    Impl(const std::filesystem::path& folder, std::size_t its_threads)
        : index(folder), threads(its_threads) {}
    /// For one more thread, beside one that is open.
    Impl(std::shared_ptr<const index::IndexSnapshot> snapshot,
         std::shared_ptr<const complete::Completions> its_completions)
        : index(std::move(snapshot)), completions(std::move(its_completions)) {}

    SearchResult search(const SearchRequest& request) const {
        const auto start = std::chrono::steady_clock::now();
        const facets::Selection selection(index, request);
        SearchResult result;
        result.offset = request.cursor.empty()
                            ? request.offset
                            : answer::read_cursor(index.snapshot().edition(), request);
        result.limit = request.limit;
        result.generation = index.snapshot().generation();
        collect::Retrieval found = collect::retrieve(index, request, selection, analyzer, threads);
        result.query = std::move(found.query.parsed.text);
        result.notices = std::move(found.notices);
        result.interpretation = std::move(found.interpretation);
        result.suggestion = std::move(found.suggestion);
        result.facets = facets::count_facets(index, request.facets, selection, found.matches);
        std::erase_if(found.matches, [](const match::Match& match) { return match.failed != 0; });
        if (found.plan.has_words) rank::blend_with_documents(index, found.matches);
        fill(result, {index, request, found.plan, analyzer}, found.matches);
        result.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result;
    }

    /// Totals and the page.
    void fill(SearchResult& result, const answer::HitContext& context,
              const std::vector<match::Match>& matches) const {
        const SearchRequest& request = context.request;
        std::vector<answer::Group> groups = answer::group_by_report(matches);
        result.total_passages = matches.size();
        result.full_passages = static_cast<std::size_t>(
            std::count_if(matches.begin(), matches.end(),
                          [](const match::Match& match) { return match.is_full; }));
        result.total_reports = groups.size();
        const SearchRequest::Sort order =
            order_of(request, context.plan, result.interpretation.wanted);
        answer::sort_groups(groups, matches, index.columns(), order);
        if (order == SearchRequest::Sort::relevance && request.fold_similar)
            answer::fold_similar(groups, matches, index.columns());
        // Who compares communes, or asks who signed, wants the same of many papers.
        bool asks_for_many = result.interpretation.wanted == Interpretation::Wanted::signer;
        if (order == SearchRequest::Sort::relevance &&
            result.interpretation.wanted == Interpretation::Wanted::comparison)
            asks_for_many = answer::spread_communes(groups, matches, index.columns()) > 1;
        SearchRequest shown = request;
        if (asks_for_many)
            shown.passages_per_report = std::min<std::size_t>(shown.passages_per_report, 1);
        const answer::HitContext hits{index, shown, context.plan, analyzer};
        const PageRange page = page_of(result.offset, request.limit, groups.size());
        for (std::size_t i = page.begin; i < page.end; ++i) {
            const std::span<const match::Match> its(matches.data() + groups[i].first,
                                                    groups[i].last - groups[i].first);
            result.reports.push_back(answer::report_hit(hits, its));
            result.reports.back().similar_reports = groups[i].similar;
        }
        if (page.end < groups.size() && page.end > page.begin)
            result.next_cursor = answer::make_cursor(index.snapshot().edition(), request, page.end);
        if (!request.explain) return;
        std::map<std::uint32_t, PassageHit*> explained;
        for (std::size_t i = page.begin; i < page.end; ++i) {
            const std::uint32_t report = matches[groups[i].first].report;
            for (PassageHit& passage : result.reports[i - page.begin].passages)
                explained.emplace(report + passage.ordinal, &passage);
        }
        rank::explain(index, context.plan, explained);
    }

    std::optional<ReportHit> report(const std::string& id, const SearchRequest& request) const {
        const std::uint32_t document = index.find_report(id);
        if (document == 0) return std::nullopt;
        const plan::Planner planner(index);
        const query::AnalyzedQuery query = query::analyze(
            interpret::interpret(query::parse_query(request.query), index, Month()).query, analyzer,
            request.exact);
        ReportHit report;
        // A report found by some of the words alone has those marked.
        for (const plan::Strictness strictness :
             {plan::Strictness::all_words, plan::Strictness::any_word}) {
            plan::QueryPlan plan = planner.plan(query, strictness);
            // A whole report tells what its own short forms mean, not those of the query.
            plan.highlights.short_forms.clear();
            report = answer::whole_report({index, request, plan, analyzer}, document);
            if (has_hit(report)) break;
        }
        return report;
    }

    index::IndexReader index;
    std::size_t threads = 1;                                      ///< of a search
    mutable Analyzer analyzer{index.snapshot().abbreviations()};  ///< keeps the words it has seen
    /// Shared as the snapshot is: whoever ends last frees it. None in a program that asks once.
    std::shared_ptr<const complete::Completions> completions;
};

Searcher::Searcher(const std::filesystem::path& index_folder, std::size_t threads)
    : impl_(index::with_index(index_folder,
                              [&] { return std::make_unique<Impl>(index_folder, threads); })) {}
Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

std::vector<Searcher> Searcher::open_many(const std::filesystem::path& index_folder,
                                          std::size_t count) {
    return index::with_index(index_folder, [&] {
        std::vector<Searcher> searchers;
        if (count == 0) return searchers;
        auto first = std::make_unique<Impl>(index_folder, 1);
        const auto snapshot = first->index.shared_snapshot();
        const auto completions = std::make_shared<const complete::Completions>(first->index);
        first->completions = completions;
        searchers.push_back(Searcher(std::move(first)));
        while (searchers.size() < count)
            searchers.push_back(Searcher(std::make_unique<Impl>(snapshot, completions)));
        return searchers;
    });
}

const std::string& Searcher::generation() const { return impl_->index.snapshot().generation(); }

const std::string& Searcher::edition() const { return impl_->index.snapshot().edition(); }

std::vector<Completion> Searcher::complete(const std::string& typed, std::size_t limit) const {
    if (!impl_->completions) return {};
    return index::with_index(impl_->index.snapshot().folder(), [&] {
        return impl_->completions->complete(impl_->index, typed, limit);
    });
}

bool Searcher::is_current() const {
    try {
        return index::published(impl_->index.snapshot().folder()) ==
               impl_->index.snapshot().publication();
    } catch (const Error&) {
        return true;
    }
}

SearchResult Searcher::search(const SearchRequest& request) const {
    return index::with_index(impl_->index.snapshot().folder(),
                             [&] { return impl_->search(request); });
}

std::optional<ReportHit> Searcher::report(const std::string& id,
                                          const SearchRequest& request) const {
    return index::with_index(impl_->index.snapshot().folder(),
                             [&] { return impl_->report(id, request); });
}

}  // namespace commsearch
