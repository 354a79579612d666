#include "searcher/neighbours.h"

#include <algorithm>
#include <bit>

#include "analyzers/unicode.h"
#include "indexer/schema.h"

namespace commsearch {
namespace {

/// Passages looked at for the spelling of a pair, spread over the index; one bit each.
constexpr std::size_t sample_size = 32;
/// Spellings that so many passages of the sample hold are taken to be those of the pair.
constexpr double clear_share = 0.95;
/// A passage may hold "trong" as well as "trọng" beside a "chú": each round believes more in the
/// spelling that explains most of the passages. The estimates hardly move after the fifth.
constexpr int rounds = 5;

}  // namespace

std::vector<std::string> Neighbours::spellings(const std::string& bare_word) const {
    std::vector<std::string> terms;
    if (database_.term_exists(bare_word)) terms.push_back(bare_word);
    for (auto at = database_.synonyms_begin(bare_word); at != database_.synonyms_end(bare_word);
         ++at) {
        terms.push_back(*at);
    }
    return terms;
}

double Neighbours::passages(const SpelledWord& word) {
    const auto [entry, is_new] =
        passages_.try_emplace((word.any_marks ? "?" : "=") + word.term, 0.0);
    if (!is_new) return entry->second;
    const std::string term = make_term("", word.term);
    if (!word.any_marks) return entry->second = database_.get_termfreq(term);
    for (const std::string& spelling : spellings(term))
        entry->second += database_.get_termfreq(spelling);
    return entry->second = std::min(entry->second, all_passages());
}

Neighbours::Pair& Neighbours::pair_of(const SpelledWord& first, const SpelledWord& second) {
    const std::string term = make_term(prefix_pair, bare(first.term) + ' ' + bare(second.term));
    const auto [entry, is_new] = pairs_.try_emplace(term);
    if (is_new) entry->second.frequency = database_.get_termfreq(term);
    if (is_new && entry->second.frequency > 0) take_sample(entry->second, term);
    return entry->second;
}

void Neighbours::take_sample(Pair& pair, const std::string& term) const {
    const bool is_small = pair.frequency <= sample_size;
    const auto step = static_cast<Xapian::docid>(database_.get_lastdocid() / sample_size);
    auto at = database_.postlist_begin(term);
    while (at != database_.postlist_end(term) && pair.sample.size() < sample_size) {
        pair.sample.push_back(*at);
        at.skip_to(*at + (is_small ? 1 : std::max<Xapian::docid>(step, 1)));
    }
}

Neighbours::Holders Neighbours::holders_of(Pair& pair, const std::string& term) const {
    const auto [entry, is_new] = pair.holders.try_emplace(term, 0);
    if (!is_new) return entry->second;
    const std::string cut = make_term("", term);
    auto at = database_.postlist_begin(cut);
    const auto end = database_.postlist_end(cut);
    for (std::size_t i = 0; i < pair.sample.size() && at != end; ++i) {
        at.skip_to(pair.sample[i]);
        if (at != end && *at == pair.sample[i]) entry->second |= Holders{1} << i;
    }
    return entry->second;
}

void Neighbours::read_spellings(Pair& pair, const std::string& first,
                                const std::string& second) const {
    pair.is_read = true;
    const std::vector<std::string> seconds = spellings(second);
    for (const std::string& one : spellings(first)) {
        const Holders holders = holders_of(pair, one);
        if (holders == 0) continue;
        for (const std::string& other : seconds) {
            const Holders both = holders & holders_of(pair, other);
            if (both != 0) pair.spellings.push_back({one, other, both, 1});
        }
    }
    for (int round = 0; round < rounds; ++round) share_out(pair);
}

/// Expectation maximization: each passage is shared out among the spellings it holds, by the shares
/// they had of all.
void Neighbours::share_out(Pair& pair) {
    Holders explained = 0;
    for (const Spelling& way : pair.spellings) explained |= way.holders;
    std::vector<double> shares(pair.spellings.size(), 0);
    for (Holders rest = explained; rest != 0; rest &= rest - 1) {
        const Holders passage = rest & (~rest + 1);  // the lowest bit
        double sum = 0;
        for (const Spelling& way : pair.spellings) sum += (way.holders & passage) ? way.share : 0;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const Spelling& way = pair.spellings[i];
            if (way.holders & passage) shares[i] += way.share / sum / std::popcount(explained);
        }
    }
    for (std::size_t i = 0; i < shares.size(); ++i) pair.spellings[i].share = shares[i];
}

double Neighbours::together_in_any(const SpelledWord& first, const SpelledWord& second) {
    return pair_of(first, second).frequency;
}

double Neighbours::together(const SpelledWord& first, const SpelledWord& second) {
    Pair& pair = pair_of(first, second);
    if (pair.frequency == 0 || (first.any_marks && second.any_marks)) return pair.frequency;
    Holders both = ~Holders{0};
    if (!first.any_marks) both &= holders_of(pair, first.term);
    if (!second.any_marks) both &= holders_of(pair, second.term);
    const double share =
        static_cast<double>(std::popcount(both)) / static_cast<double>(pair.sample.size());
    if (share >= clear_share) return pair.frequency;
    if (!pair.is_read) read_spellings(pair, bare(first.term), bare(second.term));
    // Only short forms stand for the pair: any spelling may be the right one.
    if (pair.spellings.empty()) return pair.frequency;
    double sum = 0;
    for (const Spelling& way : pair.spellings) {
        if ((first.any_marks || way.first == first.term) &&
            (second.any_marks || way.second == second.term)) {
            sum += way.share;
        }
    }
    return std::min({pair.frequency * sum, passages(first), passages(second)});
}

}  // namespace commsearch
