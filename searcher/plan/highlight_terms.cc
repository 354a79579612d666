#include "searcher/plan/highlight_terms.h"

#include <algorithm>

#include "analyzers/syllable/function_words.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::plan {
namespace {

bool is_inside_compound(const word::Tokens& tokens, const word::Token& token) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& compound) {
        return word::is_multiword(compound) && compound.span > 1 &&
               word::covers(compound, token.position);
    });
}

}  // namespace

void HighlightBuilder::add(const word::Token& token, bool exact) {
    if (token.kind == word::Token::Kind::expansion) return;
    if (word::is_multiword(token)) {
        highlights_.compounds.insert(token.term);
    } else if (!exact && (!index::is_accented(token) || !words_.has(token.term))) {
        // Other spellings are shown as hits only where the one typed does not occur at all.
        highlights_.unaccented.insert(token.unaccented);
    } else {
        highlights_.terms.insert(token.term);
    }
    const std::string variant = syllable::i_y_variant(token.term);
    if (!exact && index::is_accented(token) && !variant.empty()) highlights_.terms.insert(variant);
}

void HighlightBuilder::add_words(const word::Tokens& tokens, bool exact, bool any_word) {
    for (const word::Token& token : tokens) {
        const bool is_own = !syllable::is_function_word(token.term) &&
                            (any_word || !is_inside_compound(tokens, token));
        if (word::is_multiword(token) || is_own) add(token, exact);
    }
}

void HighlightBuilder::add_phrase(const word::Tokens& tokens, const Sequence& sequence,
                                  bool exact) {
    if (sequence.words.size() > 1) {
        highlights_.phrases.push_back(sequence);
        return;
    }
    for (const word::Token& token : tokens) add(token, exact);
}

void HighlightBuilder::add_misspellings(const std::vector<Misspelling>& misspellings) {
    for (const Misspelling& misspelling : misspellings) {
        highlights_.phrases.push_back(misspelling.written);
    }
}

}  // namespace commsearch::plan
