#include "searcher/plan/misspellings.h"

#include <algorithm>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/function_words.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/typing_slips.h"
#include "searcher/model/ranking.h"

namespace commsearch::plan {
namespace {

/// Words side by side: places in the running text of the query, half-open.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

class MisspellingFinder {
public:
    MisspellingFinder(const index::Vocabulary& words, const word::Tokens& tokens)
        : words_(words), tokens_(tokens) {
        std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(running_),
                     [](const word::Token& token) { return word::is_running(token); });
    }

    std::vector<Misspelling> run() {
        if (running_.size() > misspelling_max_words) return {};
        for (std::size_t at = 0; at < running_.size(); ++at) {
            const word::Token& token = running_[at];
            if (token.kind == word::Token::Kind::word && !syllable::is_function_word(token.term))
                add_word(at);
        }
        std::stable_sort(
            found_.begin(), found_.end(),
            [](const Misspelling& a, const Misspelling& b) { return a.cost < b.cost; });
        found_.resize(std::min(found_.size(), max_misspellings));
        return std::move(found_);
    }

private:
    /// Two unaccented words, one right behind the other.
    using Pair = std::vector<std::string>;

    double frequency(const std::string& term) const { return words_.passages(term); }

    double frequency(const Pair& pair) const {
        return words_.passages_with_pair(words_.spellings(pair[0]), words_.spellings(pair[1]));
    }

    bool follows(std::size_t at) const {
        return running_[at].position == running_[at - 1].position + running_[at - 1].span;
    }

    /// What has to stand around a word: its longest compound, or else the one or the other
    /// neighbour.
    std::vector<Stretch> stretches_of(std::size_t at) const {
        const std::uint32_t position = running_[at].position;
        const word::Token* compound = nullptr;
        for (const word::Token& token : tokens_) {
            if (!word::is_multiword(token) || !word::covers(token, position)) continue;
            if (compound == nullptr || token.span > compound->span) compound = &token;
        }
        if (compound != nullptr) {
            const std::size_t first = at - (position - compound->position);
            return {{first, std::min(first + compound->span, running_.size())}};
        }
        std::vector<Stretch> stretches;
        if (at > 0 && follows(at)) stretches.push_back({at - 1, at + 1});
        if (at + 1 < running_.size() && follows(at + 1)) stretches.push_back({at, at + 2});
        return stretches;
    }

    /// The pairs of a stretch with `word` at place `at`.
    std::vector<Pair> pairs_of(const Stretch& stretch, std::size_t at,
                               const std::string& unaccented_word) const {
        const auto word = [&](std::size_t i) {
            return i == at ? unaccented_word : running_[i].unaccented;
        };
        std::vector<Pair> pairs;
        for (std::size_t i = stretch.first; i + 1 < stretch.last; ++i)
            pairs.push_back({word(i), word(i + 1)});
        return pairs;
    }

    /// The words of a stretch with `word` at place `at`: that one as the query has its marks, the
    /// others in any spelling.
    Sequence sequence_of(const Stretch& stretch, std::size_t at, const std::string& word) const {
        Sequence sequence;
        for (std::size_t i = stretch.first; i < stretch.last; ++i) {
            const bool has_marks = i == at && !is_unaccented(running_[at]);
            const std::string letters = i == at ? unaccented(word) : running_[i].unaccented;
            sequence.words.push_back({has_marks ? word : letters, has_marks, ""});
        }
        return sequence;
    }

    void add_word(std::size_t at) {
        const std::vector<Stretch> stretches = stretches_of(at);
        if (stretches.empty()) return;
        for (const typing::Edit& edit : typing::spelling_edits(running_[at].term)) {
            if (!may_stand_for(edit, running_[at])) continue;
            for (const Stretch& stretch : stretches) add_misspelling(at, edit, stretch);
        }
    }

    static bool is_by_ear(const typing::Edit& edit) {
        return edit.kind == typing::EditKind::hoi_nga || edit.kind == typing::EditKind::onset;
    }

    static bool is_unaccented(const word::Token& token) { return token.term == token.unaccented; }

    /// Whether the index has the word that `edit` makes of `right` and need not mean another one.
    bool may_stand_for(const typing::Edit& edit, const word::Token& right) const {
        if (edit.kind == typing::EditKind::missing_final) return false;  // mostly another word
        // A unaccented word finds all spellings of its letters anyway.
        if (is_unaccented(right)) return unaccented(edit.syllable) != right.unaccented;
        if (edit.syllable == syllable::i_y_variant(right.term)) return false;
        const double wrong = frequency(edit.syllable);
        const double share =
            is_by_ear(edit) ? misspelling_max_share_by_ear : misspelling_max_share_of_word;
        return wrong > 0 && wrong <= share * frequency(right.term);
    }

    void add_misspelling(std::size_t at, const typing::Edit& edit, const Stretch& stretch) {
        const word::Token& right = running_[at];
        const std::string letters = unaccented(edit.syllable);
        const std::vector<Pair> pairs = pairs_of(stretch, at, letters);
        if (!are_rare(pairs, pairs_of(stretch, at, right.unaccented), is_by_ear(edit))) return;
        Misspelling misspelling{.position = right.position,
                                .written = sequence_of(stretch, at, edit.syllable),
                                .condition = {},
                                .pair = pairs.front(),
                                .has_other_letters = letters != right.unaccented,
                                .cost = edit.cost};
        misspelling.condition = condition_of(misspelling.written);
        found_.push_back(std::move(misspelling));
    }

    Condition condition_of(const Sequence& sequence) const {
        std::vector<Condition> clauses;
        for (const Sequence::Word& word : sequence.words) {
            clauses.push_back(word.is_exact ? Condition(word.text)
                                            : any_of(term_conditions(words_.spellings(word.text))));
        }
        clauses.emplace_back(Nearness{{sequence}, 0});
        return all_of(std::move(clauses));
    }

    /// Whether the index has all pairs, those that differ far more seldom.
    bool are_rare(const std::vector<Pair>& pairs, const std::vector<Pair>& right,
                  bool by_ear) const {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const double count = frequency(pairs[i]);
            if (count == 0) return false;
            // In a small index one passage errs as often as one is right.
            const double most = misspelling_max_share_of_pair * frequency(right[i]);
            if (pairs[i] != right[i] && count > (by_ear ? std::max(most, 1.0) : most)) return false;
        }
        return true;
    }

    const index::Vocabulary& words_;
    const word::Tokens& tokens_;
    word::Tokens running_;
    std::vector<Misspelling> found_;
};

}  // namespace

std::vector<Misspelling> misspellings(const index::Vocabulary& words, const word::Tokens& tokens) {
    return MisspellingFinder(words, tokens).run();
}

}  // namespace commsearch::plan
