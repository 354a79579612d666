#include "searcher/plan/people_clauses.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"

namespace commsearch::plan {
namespace {

/// A whole name has two words at least: one alone ("Hòa") is mostly something else.
constexpr std::size_t least_name_words = 2;
constexpr std::size_t most_name_words = 6;

word::Tokens running_tokens(const word::Tokens& tokens) {
    word::Tokens words;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
                 [](const word::Token& token) { return word::is_running(token); });
    return words;
}

/// The term of the whole name that the words [first, last) are, marks as typed or left out
/// throughout.
std::string name_term(const word::Tokens& words, std::size_t first, std::size_t last) {
    std::string name(schema::whole_name);
    for (std::size_t i = first; i < last; ++i) {
        if (i > first) name += ' ';
        name += words[i].term;
    }
    return schema::make_term(schema::prefix_signer, name);
}

/// Takes signers out of the words of a query, one after the other.
class SignerFinder {
public:
    SignerFinder(const index::Vocabulary& vocabulary, const word::Tokens& tokens)
        : vocabulary_(vocabulary), words_(running_tokens(tokens)) {
        found_.rest = tokens;
    }

    NamedSigners find() {
        for (std::size_t first = 0; first < words_.size();) {
            const std::size_t last = end_of_name(first);
            if (last > first) {
                take(first, last, name_term(words_, first, last));
                first = last;
                continue;
            }
            if (is_of_signers_alone(words_[first]))
                take(first, first + 1, word_term(words_[first]));
            ++first;
        }
        return std::move(found_);
    }

private:
    static std::string word_term(const word::Token& word) {
        return schema::make_term(schema::prefix_signer, word.term);
    }

    /// Where the longest whole name that begins at `first` ends; `first` where none does.
    [[nodiscard]] std::size_t end_of_name(std::size_t first) const {
        for (std::size_t last = std::min(words_.size(), first + most_name_words);
             last >= first + least_name_words; --last) {
            if (vocabulary_.has(name_term(words_, first, last))) return last;
        }
        return first;
    }

    [[nodiscard]] bool is_of_signers_alone(const word::Token& word) const {
        if (word.kind != word::Token::Kind::word || !vocabulary_.has(word_term(word))) return false;
        const std::vector<std::string> spellings = vocabulary_.same_word(word, false);
        return vocabulary_.frequency(spellings) == 0 && vocabulary_.in_context(spellings).empty();
    }

    void take(std::size_t first, std::size_t last, const std::string& term) {
        std::string name = term.substr(schema::prefix_signer.size());
        if (name.starts_with(schema::whole_name)) name.erase(0, schema::whole_name.size());
        found_.papers.emplace_back(term);
        found_.scores.push_back({.kind = ScoringClause::Kind::constant,
                                 .terms = {term},
                                 .weight = weight_signer,
                                 .frequency = vocabulary_.frequency({term}),
                                 .what = {"người ký: " + name, "signed by: " + name}});
        std::erase_if(found_.rest, [&](const word::Token& token) {
            return token.position >= words_[first].position &&
                   token.position <= words_[last - 1].position;
        });
    }

    const index::Vocabulary& vocabulary_;
    word::Tokens words_;
    NamedSigners found_;
};

}  // namespace

std::optional<Condition> people_filter(const index::Vocabulary& vocabulary, std::string_view prefix,
                                       const word::Tokens& tokens) {
    const word::Tokens words = running_tokens(tokens);
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.size() == 1 || index::is_accented(words[i]))
            terms.push_back(schema::make_term(prefix, words[i].term));
        if (i == 0) continue;
        terms.push_back(
            schema::make_term(prefix, words[i - 1].unaccented + ' ' + words[i].unaccented));
    }
    const bool is_known = std::all_of(
        terms.begin(), terms.end(), [&](const std::string& term) { return vocabulary.has(term); });
    if (terms.empty() || !is_known) return std::nullopt;
    return all_of(term_conditions(terms));
}

NamedSigners signers_among(const index::Vocabulary& vocabulary, const word::Tokens& tokens) {
    return SignerFinder(vocabulary, tokens).find();
}

}  // namespace commsearch::plan
