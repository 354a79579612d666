#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// What a passage must hold for a run of words.
class QueryDemands {
public:
    /// All of them must live longer. `exact`: in the spelling typed, in the text itself.
    /// `misspellings` stand for the words they misspell.
    QueryDemands(const IndexWords& words, const Tokens& tokens, bool exact,
                 const std::vector<Misspelling>& misspellings)
        : words_(words), tokens_(tokens), exact_(exact), misspellings_(misspellings) {}

    /// Every content word in the text or its headings, a compound standing for the words it covers;
    /// function words only where there is nothing else. Nothing: no demand.
    [[nodiscard]] std::optional<Condition> every_word();
    /// Content words and compounds that every_word() asked for.
    [[nodiscard]] std::size_t count() const { return count_; }

    /// Each word on its own in any spelling, papers and dates too.
    [[nodiscard]] std::vector<QueryWord> words() const;

    /// Every word, as one of its own or a part of a short form: what the text decides is left of
    /// it.
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
    [[nodiscard]] Terms every_way(const Token& token) const;
    [[nodiscard]] Condition presence(const Token& token) const;
    void add_bare_neighbours(const Place& place, std::uint16_t span, Ways& ways) const;
    void add_misspelt(std::uint32_t position, std::uint16_t span, Ways& ways) const;
    std::uint32_t add_demand(const Place& place, Ways& demands, Ways& function_demands) const;

    const IndexWords& words_;
    const Tokens& tokens_;
    bool exact_;
    const std::vector<Misspelling>& misspellings_;
    std::size_t count_ = 0;
};

}  // namespace commsearch
