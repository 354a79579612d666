#include "searcher/plan/bound_words.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "analyzers/syllable/function_words.h"
#include "searcher/model/ranking.h"

namespace commsearch::plan {
namespace {

/// A spelling of a word, as the index has it.
struct Spelled {
    std::string term;
    std::vector<std::uint32_t> number;  ///< in the columns
    double passages = 0;
};

std::vector<Spelled> spelled_ways(const index::Vocabulary& words, const word::Token& token,
                                  bool exact) {
    std::vector<Spelled> ways;
    for (const std::string& term : words.same_word(token, exact)) {
        std::vector<std::uint32_t> number = words.numbers_of({term});
        if (!number.empty()) ways.push_back({term, std::move(number), words.passages(term)});
    }
    return ways;
}

/// How often a pair stands beside what chance would bring together.
struct Evidence {
    double surplus = 0;  ///< log-likelihood: tells which spelling is meant
    double association = -1;
};

Evidence evidence_of(double together, double first, double second, double all) {
    if (together == 0 || first == 0 || second == 0) return {};
    const double lift = std::log(together * all / (first * second));
    return {together * lift, lift / std::log(all / together)};
}

/// Whether a word may say something beside `other`.
bool may_be_content(const std::string& itself, const std::string& other) {
    if (!syllable::is_written_function_word(itself)) return true;
    return syllable::is_also_content_word(itself) && !syllable::is_written_function_word(other);
}

}  // namespace

BoundWords::BoundWords(const index::Vocabulary& words, const word::Tokens& tokens, bool exact) {
    const word::Token* before = nullptr;
    std::vector<Spelled> firsts;
    for (const word::Token& token : tokens) {
        if (!word::is_running(token)) continue;
        std::vector<Spelled> seconds = spelled_ways(words, token, exact);
        if (before != nullptr && before->position + 1 == token.position) {
            Neighbours pair{before->position, before->term, token.term, -1};
            double most = 0;
            for (const Spelled& first : firsts) {
                for (const Spelled& second : seconds) {
                    const double together = words.passages_with_pair(first.number, second.number);
                    const Evidence evidence = evidence_of(together, first.passages, second.passages,
                                                          words.running_words());
                    if (evidence.surplus <= most) continue;
                    most = evidence.surplus;
                    pair = {before->position, first.term, second.term, evidence.association};
                }
            }
            pairs_.push_back(std::move(pair));
        }
        before = &token;
        firsts = std::move(seconds);
    }
    bind();
}

/// "thu ngân sách": "thu" and "ngân" often meet, but "ngân" belongs to "sách".
void BoundWords::bind() {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        double best = pairs_[i].association;
        if (i > 0 && pairs_[i - 1].position + 1 == pairs_[i].position)
            best = std::max(best, pairs_[i - 1].association);
        if (i + 1 < pairs_.size() && pairs_[i].position + 1 == pairs_[i + 1].position)
            best = std::max(best, pairs_[i + 1].association);
        const double own = pairs_[i].association;
        const bool is_close = own >= bound_association && own >= best - bound_margin;
        if (is_close && may_be_content(pairs_[i].first, pairs_[i].second) &&
            may_be_content(pairs_[i].second, pairs_[i].first))
            bound_.push_back(pairs_[i].position);
    }
}

bool BoundWords::binds(std::uint32_t position) const {
    return std::binary_search(bound_.begin(), bound_.end(), position);
}

const BoundWords::Neighbours* BoundWords::at(std::uint32_t position) const {
    const auto found = std::lower_bound(
        pairs_.begin(), pairs_.end(), position,
        [](const Neighbours& pair, std::uint32_t wanted) { return pair.position < wanted; });
    return found != pairs_.end() && found->position == position ? &*found : nullptr;
}

/// As is_content() with one neighbour; `itself` and `other` are the words as they are spelled there.
bool BoundWords::speaks(const Neighbours& pair, const std::string& itself,
                        const std::string& other) const {
    if (pair.association < 0) return false;
    if (!syllable::is_written_function_word(itself)) return true;
    return may_be_content(itself, other) && binds(pair.position);
}

bool BoundWords::is_content(const word::Token& token) const {
    if (!syllable::is_function_word(token.term)) return true;
    const Neighbours* const next = at(token.position);
    if (next != nullptr && speaks(*next, next->first, next->second)) return true;
    const Neighbours* const before = token.position == 0 ? nullptr : at(token.position - 1);
    return before != nullptr && speaks(*before, before->second, before->first);
}

const BoundWords::Neighbours* BoundWords::one_word_at(std::uint32_t position) const {
    const Neighbours* const pair = at(position);
    if (pair == nullptr || !binds(position)) return nullptr;
    const auto is_lifted = [&](const std::string& itself, const std::string& other) {
        return syllable::is_written_function_word(itself) && speaks(*pair, itself, other);
    };
    const bool is_one =
        is_lifted(pair->first, pair->second) || is_lifted(pair->second, pair->first);
    return is_one ? pair : nullptr;
}

}  // namespace commsearch::plan
