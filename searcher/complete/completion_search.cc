#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/schema/columns.h"
#include "searcher/collect/match_collector.h"
#include "searcher/complete/completion.h"
#include "searcher/plan/planner.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/analyzed_query.h"
#include "searcher/query/query_parser.h"

namespace commsearch::complete {
namespace {

using Kind = Completion::Kind;

/// Words that a tail may have: names of places and topics are longer, but nobody types on.
constexpr std::size_t max_tail_words = 6;
/// Suggestions of each kind that are looked at, in the order of Kind.
constexpr std::array<std::size_t, 5> kind_limits = {3, 4, 3, 2, 3};
/// Hits are counted no further.
constexpr std::size_t enough_hits = 100;

}  // namespace

/// Completes one typed query.
class Completions::Search {
public:
    Search(const Completions& all, const index::IndexReader& index, std::string_view typed,
           std::size_t limit)
        : all_(all),
          index_(index),
          typed_(nfc(truncate_utf8(typed, max_typed_bytes))),
          limit_(limit),
          analyzer_(index.snapshot().abbreviations()),
          planner_(index) {
        split_words();
    }

    std::vector<Completion> run() {
        if (words_.empty()) return {};
        add_items();
        if (!ends_with_blank_) {
            if (words_.size() > 1) add_next_words();
            if (found_words_ == 0) add_last_words();
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Completion& a, const Completion& b) { return a.kind < b.kind; });
        if (found_.size() > limit_) found_.resize(limit_);
        return std::move(found_);
    }

private:
    static constexpr std::size_t max_typed_bytes = 200;

    struct TypedWord {
        std::size_t at = 0;  ///< byte of the typed text
        std::string unaccented;
    };

    void split_words() {
        std::size_t at = 0;
        for (const std::string_view word : split(typed_, ' ')) {
            if (!word.empty()) words_.push_back({at, unaccented(word)});
            at += word.size() + 1;
        }
        ends_with_blank_ = typed_.ends_with(' ');
    }

    [[nodiscard]] std::string tail(std::size_t first) const {
        std::string text;
        for (std::size_t i = first; i < words_.size(); ++i)
            text += (text.empty() ? "" : " ") + words_[i].unaccented;
        return ends_with_blank_ ? text + ' ' : text;
    }

    /// Compounds, places, numbers and topics that begin with the last words: the most words that
    /// any begins with.
    void add_items() {
        const std::size_t most = std::min(words_.size(), max_tail_words);
        for (std::size_t count = most; count > 0; --count) {
            const std::size_t first = words_.size() - count;
            const std::string begin = tail(first);
            if (begin.size() < 2) return;
            for (const Completion* const item : items_with(begin)) offer(*item, first, item->query);
            if (!found_.empty()) return;
        }
    }

    /// The most frequent of each kind.
    [[nodiscard]] std::vector<const Completion*> items_with(const std::string& begin) const {
        std::map<Kind, std::set<const Completion*>> by_kind;
        auto key = std::lower_bound(all_.keys_.begin(), all_.keys_.end(), begin,
                                    [](const Key& a, const std::string& b) { return a.text < b; });
        for (; key != all_.keys_.end() && key->text.starts_with(begin); ++key) {
            const Completion& item = all_.items_[key->item];
            by_kind[item.kind].insert(&item);
        }
        std::vector<const Completion*> best;
        for (const auto& [kind, items] : by_kind) {
            std::vector<const Completion*> sorted(items.begin(), items.end());
            const std::size_t size =
                std::min(sorted.size(), kind_limits.at(static_cast<std::size_t>(kind)));
            std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(size),
                              sorted.end(), [](const Completion* a, const Completion* b) {
                                  if (a->passages != b->passages) return a->passages > b->passages;
                                  return a->label < b->label;
                              });
            best.insert(best.end(), sorted.begin(),
                        sorted.begin() + static_cast<std::ptrdiff_t>(size));
        }
        return best;
    }

    /// Words that follow the last but one in the index and begin as the last one.
    void add_next_words() {
        const index::Vocabulary words = index_.words();
        const auto [first, last] = all_.words_beginning_with(words_.back().unaccented);
        struct Next {
            double passages = 0;         ///< in any spelling
            std::uint32_t most = 0;      ///< of the spelling that most passages have
            const Word* word = nullptr;  ///< that spelling
        };
        std::map<std::string_view, Next> nexts;
        const std::string& before = words_[words_.size() - 2].unaccented;
        for (const std::uint32_t term : words.numbers_of(words.spellings(before))) {
            const schema::Columns::Followers followers = index_.columns().followers(term);
            for (std::size_t i = 0; i < followers.terms.size(); ++i) {
                const std::uint32_t place = all_.place_of_term(followers.terms[i]);
                if (place < first || place >= last) continue;
                const Word& word = all_.words_[place];
                Next& next = nexts[word.unaccented];
                next.passages += followers.passages[i];
                if (followers.passages[i] > next.most) {
                    next.most = followers.passages[i];
                    next.word = &word;
                }
            }
        }
        std::vector<Next> sorted;
        for (const auto& [letters, next] : nexts) sorted.push_back(next);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Next& a, const Next& b) { return a.passages > b.passages; });
        const std::size_t wanted = kind_limits.at(static_cast<std::size_t>(Kind::word));
        for (std::size_t i = 0; i < sorted.size() && i < wanted; ++i)
            offer_word(sorted[i].word->term);
    }

    void add_last_words() {
        const std::string& begin = words_.back().unaccented;
        const auto [first, last] = all_.words_beginning_with(begin);
        std::vector<const Word*> fitting;
        for (std::uint32_t place = first; place < last; ++place)
            fitting.push_back(&all_.words_[place]);
        const std::size_t wanted =
            std::min(fitting.size(), kind_limits.at(static_cast<std::size_t>(Kind::word)));
        std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(wanted),
                          fitting.end(), [](const Word* a, const Word* b) {
                              return a->passages != b->passages ? a->passages > b->passages
                                                                : a->term < b->term;
                          });
        for (std::size_t i = 0; i < wanted; ++i) offer_word(fitting[i]->term);
    }

    /// A word in place of the last one: as the index spells it most often, or without marks in a
    /// query without.
    void offer_word(const std::string& term) {
        const std::string typed_unaccented = unaccented(typed_);
        const bool is_unaccented = typed_unaccented == lower(typed_);
        const std::string word =
            words_.size() > 1 && is_unaccented ? unaccented(term) : spelled(term);
        offer({Kind::word, word, word, 0}, words_.size() - 1, word);
    }

    /// The most frequent spelling of a unaccented word; a word with marks as it is.
    [[nodiscard]] std::string spelled(const std::string& term) const {
        if (unaccented(term) != term) return term;
        const auto [first, last] = std::equal_range(
            all_.words_.begin(), all_.words_.end(), Word{term, {}, 0},
            [](const Word& a, const Word& b) { return a.unaccented < b.unaccented; });
        if (first == last) return term;
        return std::max_element(
                   first, last,
                   [](const Word& a, const Word& b) { return a.passages < b.passages; })
            ->term;
    }

    /// Takes the completion in place of the words from `first` on, when it has hits.
    void offer(Completion completion, std::size_t first, const std::string& replacement) {
        const std::string head = typed_.substr(0, words_[first].at);
        completion.query = head + replacement;
        if (completion.kind == Kind::word || completion.kind == Kind::compound)
            completion.label = completion.query;
        if (completion.query == typed_ || !seen_.insert(completion.query).second) return;
        if (!head.empty() || completion.kind == Kind::word) {
            completion.passages = hits(completion.query);
            if (completion.passages == 0) return;
        }
        if (completion.kind == Kind::word) ++found_words_;
        found_.push_back(std::move(completion));
    }

    [[nodiscard]] std::size_t hits(const std::string& query) {
        const plan::QueryPlan plan =
            planner_.plan(query::analyze(query::parse_query(query), analyzer_, false),
                          plan::Strictness::all_words);
        return collect::count_matches(index_, plan, {}, enough_hits);
    }

    const Completions& all_;
    const index::IndexReader& index_;
    std::string typed_;
    std::size_t limit_;
    Analyzer analyzer_;
    plan::Planner planner_;
    std::vector<TypedWord> words_;
    bool ends_with_blank_ = false;
    std::set<std::string> seen_;
    std::size_t found_words_ = 0;
    std::vector<Completion> found_;
};

std::vector<Completion> Completions::complete(const index::IndexReader& index,
                                              std::string_view typed, std::size_t limit) const {
    return Search(*this, index, typed, limit).run();
}

}  // namespace commsearch::complete
