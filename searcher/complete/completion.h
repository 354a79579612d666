#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/model/answer.h"

namespace commsearch::complete {

/// What a query may be completed to: the words, compounds, communes, numbers of papers and topics
/// of one generation. Immutable; any thread may read it with an index of its own.
class Completions {
public:
    /// Reads the words, compounds and numbers of the index: about 3 us each.
    explicit Completions(const index::IndexReader& index);

    /// At most `limit` completions of what was typed so far, each of which finds at least one
    /// passage that holds every word. What was typed with marks is completed with these, as far as
    /// anything has them; what was typed without is offered with marks. A few milliseconds.
    [[nodiscard]] std::vector<Completion> complete(const index::IndexReader& index,
                                                   std::string_view typed, std::size_t limit) const;

private:
    /// A text that a person may type to get an item: the item from its first word on, or from a
    /// later one.
    struct Key {
        std::string text;  ///< unaccented
        std::uint32_t item = 0;
        bool is_whole = true;  ///< from its first word on
    };
    struct Item {
        Completion completion;
        std::string typed_as;  ///< lower case, with marks: what its keys are the letters of
    };
    struct Word {
        std::string unaccented, term;
        std::uint32_t passages = 0;
    };
    class Search;

    void add(Completion completion, std::string_view typed_as);
    void add_words(const index::IndexReader& index);
    void add_compounds(const index::IndexReader& index);
    void add_numbers(const index::IndexReader& index);
    void add_places(const index::IndexReader& index);
    void add_topics(const index::IndexReader& index);
    /// Half-open range of `words_` whose letters, accents aside, begin so.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> words_beginning_with(
        const std::string& begin) const;
    [[nodiscard]] std::uint32_t place_of_term(std::uint32_t number) const {
        return number < place_of_term_.size() ? place_of_term_[number] : UINT32_MAX;
    }

    std::vector<Item> items_;
    std::vector<Key> keys_;                     ///< sorted
    std::vector<Word> words_;                   ///< sorted by unaccented
    std::vector<std::uint32_t> place_of_term_;  ///< by number in the columns: position in words_
};

}  // namespace commsearch::complete
