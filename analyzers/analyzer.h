#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/abbreviation/reading.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers/word/token.h"
#include "analyzers/word/token_view.h"
#include "analyzers/word/word_forms.h"

namespace commsearch {

/// Text -> tokens, for the index and for queries alike, so that they cannot drift. Any normal form
/// in; the ranges point into the text as given. Not for two threads at once: it keeps the words it
/// has seen.
class Analyzer {
public:
    /// `abbreviations` must live longer.
    explicit Analyzer(const word::Abbreviations& abbreviations)
        : abbreviations_(abbreviations), forms_(abbreviations) {}

    /// Tokens in the order of their positions; where several share one, the short form comes first
    /// and compounds last, shorter ones first, then citations, then figures. Linear in the size of the text.
    [[nodiscard]] word::Tokens analyze(std::string_view text,
                                       const abbreviation::ReadingContext& context);
    [[nodiscard]] word::Tokens analyze(
        std::string_view text, abbreviation::Reading reading = abbreviation::Reading::document) {
        return analyze(text, abbreviation::ReadingContext{reading, {}, nullptr});
    }

    /// The same tokens without copies of their texts: what an index is made of. They live until the
    /// analyzer is asked again.
    [[nodiscard]] word::TokenViews views(std::string_view text,
                                         const abbreviation::ReadingContext& context);

    [[nodiscard]] const word::Abbreviations& abbreviations() const { return abbreviations_; }

private:
    class TextAnalysis;

    /// The vectors of an analysis, which the next one fills again.
    struct Scratch {
        std::vector<word::TextWord> words;
        std::vector<word::RunningWord> running;
        std::vector<word::CompoundMatch> matches;
        std::vector<word::TokenView> tokens;
        std::vector<word::TokenView> compounds;
        std::vector<word::TokenView> merged;
    };

    const word::Abbreviations& abbreviations_;
    word::WordForms forms_;
    Scratch scratch_;
};

/// Names the rules and dictionaries of this analyzer: an index written by another one must not be
/// searched.
[[nodiscard]] std::string analyzer_fingerprint();

}  // namespace commsearch
