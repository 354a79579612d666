#include "searcher/spelling/bigram_statistics.h"

#include <algorithm>

#include "analyzers/base/unicode.h"
#include "indexer/schema/schema.h"

namespace commsearch::spelling {

const BigramStatistics::Known& BigramStatistics::known(const SpelledWord& word) {
    const auto [entry, is_new] = known_.try_emplace((word.any_marks ? "?" : "=") + word.term);
    Known& known = entry->second;
    if (!is_new) return known;
    std::vector<std::string> terms{schema::make_term("", word.term)};
    if (word.any_marks) terms = words_.spellings(terms.front());
    known.passages = words_.frequency(terms);
    known.terms = words_.numbers_of(terms);
    return known;
}

double BigramStatistics::pair_count(const SpelledWord& first, const SpelledWord& second) {
    const std::vector<std::uint32_t>& firsts = known(first).terms;
    return words_.passages_with_pair(firsts, known(second).terms);
}

double BigramStatistics::pair_count_in_any_spelling(const SpelledWord& first,
                                                    const SpelledWord& second) {
    return pair_count({unaccented(first.term), true}, {unaccented(second.term), true});
}

}  // namespace commsearch::spelling
