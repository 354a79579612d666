#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/bound_words.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/same_meaning.h"

namespace commsearch::plan {

/// The running words of `tokens`, as a phrase of them has to stand.
[[nodiscard]] Sequence sequence_of(const word::Tokens& tokens, bool exact);

/// What counts as words of a query beside their spellings.
struct OtherWords {
    std::vector<Misspelling> misspelt;
    std::vector<SameMeaning> same;
};

/// What a passage must, and what it may, hold of a run of words. For one thread.
class RequiredClauses {
public:
    /// All arguments must live longer. `exact`: only the spelling typed counts, and only in the
    /// text itself, not in headings. A misspelling counts as the word it misspells, a synonym as
    /// the words it stands for. `bound` is of the same tokens.
    RequiredClauses(const index::Vocabulary& words, const word::Tokens& tokens, bool exact,
                    const OtherWords& others, BoundWords bound = {})
        : words_(words),
          tokens_(tokens),
          exact_(exact),
          others_(others),
          bound_(std::move(bound)) {}

    /// Every content word in the text or its headings, a compound standing for the words it covers;
    /// function words only where there is nothing else. Nothing: any passage will do.
    [[nodiscard]] std::optional<Condition> every_word();
    /// How many content words and compounds every_word() required.
    [[nodiscard]] std::size_t count() const { return count_; }

    /// Each word on its own, in any spelling, papers and dates included; those that no passage
    /// holds are left out.
    [[nodiscard]] std::vector<OptionalClause> optional_clauses() const;

    /// Every word of a phrase, as a word of its own or within a short form. Only necessary: whether
    /// they stand in a row is for PhraseMatcher to see.
    [[nodiscard]] Condition phrase() const;

private:
    /// Tokens that share a position: [first, next).
    struct Place {
        std::size_t first = 0;
        std::size_t next = 0;
    };
    /// The longest compound at a place; 0 for none.
    struct Compound {
        std::uint16_t span = 0;
        bool is_cited = false;
    };
    using Ways = std::vector<Condition>;
    using Terms = std::vector<std::string>;

    [[nodiscard]] Compound longest_compound(const Place& place) const;
    [[nodiscard]] Ways compounds(const Place& place, std::uint16_t span) const;
    [[nodiscard]] Terms every_way(const word::Token& token) const;
    [[nodiscard]] std::vector<word::Tokens> glued_runs() const;
    [[nodiscard]] static bool is_short_name(const SameMeaning& same);
    [[nodiscard]] word::Tokens typed_words(const SameMeaning& same) const;
    [[nodiscard]] Ways as_name(const word::Tokens& words) const;
    [[nodiscard]] OptionalClause of_meaning(const SameMeaning& same) const;
    [[nodiscard]] double frequency_of_run(const word::Tokens& run) const;
    [[nodiscard]] bool is_cited(const word::Token& token) const;
    [[nodiscard]] Condition in_a_row(const word::Tokens& words) const;
    [[nodiscard]] Condition side_by_side(const word::Tokens& words) const;
    [[nodiscard]] std::optional<OptionalClause> one_word_at(std::uint32_t position) const;
    [[nodiscard]] bool may_be_numbers(const Place& place) const;
    [[nodiscard]] Condition all_words(const Place& place, std::uint16_t span) const;
    [[nodiscard]] Condition presence(const word::Token& token) const;
    void add_unaccented_neighbours(const Place& place, std::uint16_t span, Ways& ways) const;
    std::uint16_t add_same_meaning(const Place& place, std::uint16_t span, Ways& ways) const;
    void add_misspelt(std::uint32_t position, std::uint16_t span, Ways& ways) const;
    std::uint32_t add_clause(const Place& place, Ways& clauses, Ways& function_clauses) const;

    const index::Vocabulary& words_;
    const word::Tokens& tokens_;
    bool exact_;
    const OtherWords& others_;
    BoundWords bound_;
    std::size_t count_ = 0;
};

}  // namespace commsearch::plan
