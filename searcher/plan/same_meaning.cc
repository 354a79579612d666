#include "searcher/plan/same_meaning.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analyzers/base/tsv.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/synonyms.h"
#include "indexer/schema/schema.h"

namespace commsearch::plan {
namespace {

Sequence sequence_of_words(const std::string& words) {
    Sequence sequence;
    for (const std::string_view word : split(words, ' '))
        sequence.words.push_back({std::string(word), true, syllable::i_y_variant(word)});
    return sequence;
}

std::vector<std::string> spellings_of(const Sequence::Word& word) {
    std::vector<std::string> spelled{word.text};
    if (!word.twin.empty()) spelled.push_back(word.twin);
    return spelled;
}

/// How many passages may hold the words, as far as pairs of them tell.
double frequency_of(const index::Vocabulary& words, const Sequence& sequence) {
    double least = words.frequency(spellings_of(sequence.words.front()));
    for (std::size_t i = 1; i < sequence.words.size(); ++i) {
        least = std::min(least, words.passages_with_pair(spellings_of(sequence.words[i - 1]),
                                                         spellings_of(sequence.words[i])));
    }
    return least;
}

Condition in_text(const Sequence& sequence) {
    std::vector<Condition> all;
    for (const Sequence::Word& word : sequence.words)
        all.push_back(any_of(term_conditions(spellings_of(word))));
    if (sequence.words.size() > 1) all.emplace_back(Nearness{{sequence}, 0});
    return all_of(std::move(all));
}

/// The passages that hold the words: in the text, above it, as a short form; empty where the index
/// has none.
Condition holding(const index::Vocabulary& words, const Sequence& sequence) {
    std::vector<Condition> ways;
    if (frequency_of(words, sequence) > 0) ways.push_back(in_text(sequence));
    std::vector<Condition> above;
    for (const Sequence::Word& word : sequence.words) {
        const std::vector<std::string> terms = words.in_context(spellings_of(word));
        if (!terms.empty()) above.push_back(any_of(term_conditions(terms)));
    }
    if (above.size() == sequence.words.size()) ways.push_back(all_of(std::move(above)));
    const std::string compound = schema::make_term(schema::prefix_compound, text_of(sequence));
    if (sequence.words.size() > 1 && words.has(compound)) ways.emplace_back(compound);
    return any_of(std::move(ways));
}

}  // namespace

std::string text_of(const Sequence& sequence) {
    std::string text;
    for (const Sequence::Word& word : sequence.words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

std::vector<SameMeaning> same_meanings(const index::Vocabulary& words, const word::Tokens& tokens) {
    std::vector<SameMeaning> found;
    for (const word::Synonyms& synonyms : word::synonyms_in(tokens)) {
        SameMeaning same{.position = synonyms.position,
                         .span = synonyms.span,
                         .others = {},
                         .otherwise = {},
                         .frequency = 0,
                         .condition = {}};
        for (const std::string& phrase : synonyms.otherwise) {
            Sequence sequence = sequence_of_words(phrase);
            if (frequency_of(words, sequence) > 0) same.otherwise.push_back(std::move(sequence));
        }
        std::vector<Condition> ways;
        for (const std::string& other : synonyms.others) {
            Sequence sequence = sequence_of_words(other);
            Condition way = holding(words, sequence);
            if (way.empty()) continue;
            ways.push_back(std::move(way));
            same.frequency += frequency_of(words, sequence);
            same.others.push_back(std::move(sequence));
        }
        same.condition = but_otherwise(same, any_of(std::move(ways)));
        if (!same.others.empty() || !same.otherwise.empty()) found.push_back(std::move(same));
    }
    return found;
}

const SameMeaning* same_meaning_at(const std::vector<SameMeaning>& same, std::uint32_t position) {
    const auto found = std::find_if(same.begin(), same.end(), [&](const SameMeaning& one) {
        return position >= one.position && position < one.position + one.span;
    });
    return found == same.end() ? nullptr : &*found;
}

Condition but_otherwise(const SameMeaning& same, Condition condition) {
    if (same.otherwise.empty() || condition.empty()) return condition;
    std::vector<Condition> phrases;
    for (const Sequence& sequence : same.otherwise) phrases.push_back(in_text(sequence));
    return all_of({std::move(condition), Condition(Condition::Kind::none, std::move(phrases))});
}

}  // namespace commsearch::plan
