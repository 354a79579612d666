#include "searcher/complete/completion_search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "searcher/collect/match_collector.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/analyzed_query.h"
#include "searcher/query/query_parser.h"

namespace commsearch::complete {
namespace {

using Kind = Completion::Kind;

constexpr std::size_t max_typed_bytes = 200;
/// Words that a tail may have: names of places and topics are longer, but nobody types on.
constexpr std::size_t max_tail_words = 6;
/// Hits are counted no further.
constexpr std::size_t enough_hits = 100;

/// Places come before words, of which they may be a fragment.
int order_of(Kind kind) {
    constexpr std::array<int, 5> orders = {0, 2, 1, 3, 4};
    return orders.at(static_cast<std::size_t>(kind));
}

}  // namespace

Completions::Search::Search(const Completions& all, const index::IndexReader& index,
                            std::string_view typed, std::size_t limit)
    : all_(all),
      index_(index),
      typed_(nfc(truncate_utf8(typed, max_typed_bytes))),
      limit_(limit),
      analyzer_(index.snapshot().abbreviations()),
      planner_(index) {
    split_words();
}

std::vector<Completion> Completions::Search::run() {
    if (words_.empty()) return {};
    add_items();
    if (!ends_with_blank_) {
        if (words_.size() > 1) add_next_words();
        if (found_words_ == 0) add_last_words();
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Completion& a, const Completion& b) {
        return order_of(a.kind) < order_of(b.kind);
    });
    if (found_.size() > limit_) found_.resize(limit_);
    return std::move(found_);
}

void Completions::Search::split_words() {
    std::size_t at = 0;
    for (const std::string_view word : split(typed_, ' ')) {
        if (!word.empty()) words_.push_back({at, lower(word), unaccented(word)});
        at += word.size() + 1;
    }
    ends_with_blank_ = typed_.ends_with(' ');
}

std::string Completions::Search::tail(std::size_t first) const {
    std::string text;
    for (std::size_t i = first; i < words_.size(); ++i)
        text += (text.empty() ? "" : " ") + words_[i].unaccented;
    return ends_with_blank_ ? text + ' ' : text;
}

void Completions::Search::add_items() {
    const std::size_t most = std::min(words_.size(), max_tail_words);
    for (std::size_t count = most; count > 0; --count) {
        const std::size_t first = words_.size() - count;
        const std::string begin = tail(first);
        if (begin.size() < 2) return;
        for (const Completion* const item : items_with(begin, first))
            offer(*item, first, item->query);
        if (!found_.empty()) return;
    }
}

std::vector<const Completion*> Completions::Search::items_with(const std::string& begin,
                                                               std::size_t first) const {
    struct Found {
        const Item* item = nullptr;
        bool is_whole = false;
        bool has_marks = false;
    };
    std::map<Kind, std::map<const Item*, Found>> by_kind;
    bool any_has_marks = false;
    auto key = std::lower_bound(all_.keys_.begin(), all_.keys_.end(), begin,
                                [](const Key& a, const std::string& b) { return a.text < b; });
    for (; key != all_.keys_.end() && key->text.starts_with(begin); ++key) {
        const Item& item = all_.items_[key->item];
        Found& found = by_kind[item.completion.kind][&item];
        found.item = &item;
        found.is_whole = found.is_whole || key->is_whole;
        found.has_marks = found.has_marks || has_marks_typed(*key, item, first);
        any_has_marks = any_has_marks || found.has_marks;
    }
    std::vector<const Completion*> best;
    for (const auto& [kind, items] : by_kind) {
        std::vector<Found> sorted;
        for (const auto& [item, found] : items) {
            if (found.has_marks || !any_has_marks) sorted.push_back(found);
        }
        std::sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
            if (a.is_whole != b.is_whole) return a.is_whole;
            const Completion& left = a.item->completion;
            const Completion& right = b.item->completion;
            return left.passages != right.passages ? left.passages > right.passages
                                                   : left.label < right.label;
        });
        const std::size_t limit = kind_limits.at(static_cast<std::size_t>(kind));
        if (sorted.size() > limit) sorted.resize(limit);
        for (const Found& found : sorted) best.push_back(&found.item->completion);
    }
    return best;
}

bool Completions::Search::has_marks_typed(const Key& key, const Item& item,
                                          std::size_t first) const {
    const std::vector<std::string_view> all = split(item.typed_as, ' ');
    const auto count =
        static_cast<std::size_t>(std::count(key.text.begin(), key.text.end(), ' ')) + 1;
    if (count > all.size()) return false;
    for (std::size_t i = first; i < words_.size(); ++i) {
        const std::size_t place = all.size() - count + i - first;
        if (place >= all.size()) return false;
        if (words_[i].has_marks() && !all[place].starts_with(words_[i].text)) return false;
    }
    return true;
}

void Completions::Search::offer(Completion completion, std::size_t first,
                                const std::string& replacement) {
    const std::string head = typed_.substr(0, words_[first].at);
    completion.query = head + replacement;
    if (completion.kind == Kind::word || completion.kind == Kind::compound)
        completion.label = completion.query;
    // A query that differs from one offered by its marks alone says no more.
    const std::string key =
        words_.size() > 1 ? unaccented(completion.query) : lower(completion.query);
    if (completion.query == typed_ || !seen_.insert(key).second) return;
    if (!head.empty() || completion.kind == Kind::word) {
        completion.passages = hits(completion.query);
        if (completion.passages == 0) return;
    }
    if (completion.kind == Kind::word) ++found_words_;
    found_.push_back(std::move(completion));
}

std::size_t Completions::Search::hits(const std::string& query) {
    const plan::QueryPlan plan = planner_.plan(
        query::analyze(query::parse_query(query), analyzer_, false), plan::Strictness::all_words);
    return collect::count_matches(index_, plan, {}, enough_hits);
}

std::vector<Completion> Completions::complete(const index::IndexReader& index,
                                              std::string_view typed, std::size_t limit) const {
    return Search(*this, index, typed, limit).run();
}

}  // namespace commsearch::complete
