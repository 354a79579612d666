#pragma once

// How one typed query is completed; included by files of this folder only.

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/complete/completion.h"
#include "searcher/index/index_reader.h"
#include "searcher/model/answer.h"
#include "searcher/plan/planner.h"

namespace commsearch::complete {

/// Suggestions of each kind that are looked at, in the order of Completion::Kind.
inline constexpr std::array<std::size_t, 5> kind_limits = {3, 4, 3, 2, 3};

/// Completes one typed query. For one thread.
class Completions::Search {
public:
    /// All must live longer.
    Search(const Completions& all, const index::IndexReader& index, std::string_view typed,
           std::size_t limit);

    [[nodiscard]] std::vector<Completion> run();

private:
    struct TypedWord {
        std::size_t at = 0;  ///< byte of the typed text
        std::string text;    ///< lower case
        std::string unaccented;

        [[nodiscard]] bool has_marks() const { return text != unaccented; }
    };

    void split_words();
    [[nodiscard]] std::string tail(std::size_t first) const;
    /// Compounds, places, numbers and topics that begin with the last words: the most words that
    /// any begins with.
    void add_items();
    /// The best of each kind: those that have the marks typed, as far as any has; then those that
    /// begin with what was typed before those that go on so; then the most frequent.
    [[nodiscard]] std::vector<const Completion*> items_with(const std::string& begin,
                                                            std::size_t first) const;
    /// Whether each word that was typed with marks, from `first` on, is the item's there.
    [[nodiscard]] bool has_marks_typed(const Key& key, const Item& item, std::size_t first) const;

    /// Words that follow the last but one in the index and begin as the last one.
    void add_next_words();
    /// Whether it begins with the last word as typed, marks included where it has any.
    [[nodiscard]] bool fits_last_word(const Word& word) const;
    void add_last_words();
    /// A word in place of the last one, as the index spells it most often.
    void offer_word(const std::string& term);
    /// A word in place of the last one, behind `before`; the words before it that were typed without
    /// marks get those with which they stand there most often.
    void offer_pair(std::uint32_t before, const std::string& term);
    /// Letters and digits without any mark.
    [[nodiscard]] static bool is_bare(const TypedWord& typed);
    /// The spelling of `typed` that stands before the word `next` most often.
    [[nodiscard]] std::uint32_t word_before(const TypedWord& typed, std::uint32_t next) const;
    /// A short form in capitals: "BHYT".
    [[nodiscard]] std::string shown(const std::string& term) const;
    /// The most frequent spelling of a unaccented word; a word with marks as it is.
    [[nodiscard]] std::string spelled(const std::string& term) const;

    /// Takes the completion in place of the words from `first` on, when it has hits.
    void offer(Completion completion, std::size_t first, const std::string& replacement);
    [[nodiscard]] std::size_t hits(const std::string& query);

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

}  // namespace commsearch::complete
