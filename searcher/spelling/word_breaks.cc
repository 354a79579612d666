#include "searcher/spelling/word_breaks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/keystrokes.h"
#include "searcher/model/ranking.h"

namespace commsearch::spelling {
namespace {

constexpr std::size_t most_parts = 4;
constexpr std::size_t most_letters = 28;

/// Numbers in the columns of what a piece may be read as.
using Terms = std::vector<std::uint32_t>;

class BreakFinder {
public:
    BreakFinder(const index::Vocabulary& words, std::string_view text, const word::Tokens& tokens)
        : words_(words), text_(text) {
        std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(running_),
                     [](const word::Token& token) { return word::is_running(token); });
    }

    std::vector<Change> run() {
        std::vector<Change> changes;
        for (std::size_t i = 0; i < running_.size(); ++i) {
            if (auto joined = joined_with_next(i)) {
                changes.push_back(std::move(*joined));
                ++i;
            } else if (auto parted = parted_word(i)) {
                changes.push_back(std::move(*parted));
            }
        }
        return changes;
    }

private:
    Terms terms_of(const std::string& word) const {
        if (!syllable::is_syllable(word)) return {};
        const bool has_marks = unaccented(word) != word;
        return words_.numbers_of(has_marks ? std::vector<std::string>{word}
                                           : words_.spellings(word));
    }

    /// What the index has that a piece without blanks may stand for.
    Terms reading_of(std::string_view piece) const {
        const std::string word = syllable::canonical_word(lower(piece));
        Terms terms = terms_of(word);
        if (!terms.empty()) return terms;
        const bool is_ascii =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const std::string decoded =
            is_ascii ? typing::decode_keystrokes(word, typing::KeystrokeMethod::telex)
                     : std::string();
        return decoded.empty() ? Terms() : terms_of(unaccented(decoded));
    }

    /// A word that is none of the index, nor one typed with the input method off.
    bool is_unknown(const word::Token& token) const {
        return token.kind == word::Token::Kind::word && !syllable::is_syllable(token.term) &&
               words_.spellings(token.unaccented).empty() &&
               reading_of(text_.substr(token.begin, token.end - token.begin)).empty();
    }

    /// The parts of `rest` behind a part with these terms that stand side by side most often;
    /// `count`: the rarest of their pairs.
    void part(std::string_view rest, const Terms& before, std::vector<std::string>& parts,
              double count) {
        if (rest.empty()) {
            if (parts.size() > 1 && count > best_count_) {
                best_count_ = count;
                best_ = parts;
            }
            return;
        }
        if (parts.size() == most_parts) return;
        for (std::size_t at = 0; at < rest.size();) {
            at += decode_at(rest, at).size;
            const Terms terms = reading_of(rest.substr(0, at));
            if (terms.empty()) continue;
            const double pairs = parts.empty() ? count : words_.passages_with_pair(before, terms);
            if (pairs < suggestion_enough_pairs) continue;
            parts.emplace_back(rest.substr(0, at));
            part(rest.substr(at), terms, parts, std::min(count, pairs));
            parts.pop_back();
        }
    }

    std::optional<Change> parted_word(std::size_t i) {
        const word::Token& token = running_[i];
        if (token.end - token.begin > most_letters || !is_unknown(token)) return std::nullopt;
        best_.clear();
        best_count_ = 0;
        std::vector<std::string> parts;
        part(text_.substr(token.begin, token.end - token.begin), {}, parts, words_.all_passages());
        if (best_.empty()) return std::nullopt;
        Change change{.begin = token.begin, .end = token.end, .text = best_.front()};
        for (std::size_t k = 1; k < best_.size(); ++k) change.text += ' ' + best_[k];
        return change;
    }

    std::optional<Change> joined_with_next(std::size_t i) const {
        if (i + 1 == running_.size()) return std::nullopt;
        const word::Token& first = running_[i];
        const word::Token& second = running_[i + 1];
        const auto is_word = [](const word::Token& token) {
            return token.kind == word::Token::Kind::word;
        };
        const bool may_be_one =
            is_word(first) && is_word(second) && second.begin == first.end + 1 &&
            text_[first.end] == ' ' &&
            !(syllable::is_syllable(first.term) && syllable::is_syllable(second.term));
        if (!may_be_one) return std::nullopt;
        const std::string word = syllable::canonical_word(first.term + second.term);
        const Terms terms = terms_of(word);
        if (terms.empty() || !has_neighbour(i, terms)) return std::nullopt;
        return Change{.begin = first.begin,
                      .end = second.end,
                      .text = std::string(text_.substr(first.begin, first.end - first.begin)) +
                              std::string(text_.substr(second.begin, second.end - second.begin))};
    }

    /// Whether what the words at `i` and behind it make up stands beside one of its neighbours.
    bool has_neighbour(std::size_t i, const Terms& terms) const {
        if (i > 0 && words_.passages_with_pair(reading_of(running_[i - 1].term), terms) >=
                         suggestion_enough_pairs)
            return true;
        return i + 2 < running_.size() &&
               words_.passages_with_pair(terms, reading_of(running_[i + 2].term)) >=
                   suggestion_enough_pairs;
    }

    const index::Vocabulary& words_;
    std::string_view text_;
    word::Tokens running_;
    std::vector<std::string> best_;
    double best_count_ = 0;
};

}  // namespace

std::vector<Change> mended_breaks(const index::Vocabulary& words, std::string_view text,
                                  const word::Tokens& tokens) {
    return BreakFinder(words, text, tokens).run();
}

}  // namespace commsearch::spelling
