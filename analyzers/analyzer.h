#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analyzers/abbreviations.h"
#include "analyzers/token.h"

namespace commsearch {

/// How a text is read. A document says what it says: a short form is written in capitals, a word
/// with the marks it has. A query is typed in a hurry: short forms in any case and without đ, words
/// without marks; where it can mean several things, each of them gives a unit.
enum class Reading : std::uint8_t { document, query };

/// What is known of a text before it is read.
struct ReadingContext {
    Reading reading = Reading::document;
    std::string_view topic;  ///< slug of its section's topic, empty when unknown
    /// What the document itself defines, see definitions.h: goes before the dictionary.
    const Abbreviations* local = nullptr;
};

/// Text -> tokens, for the index and for queries alike, so that they cannot drift. Any normal form
/// in; the ranges point into the text as given. Not for two threads at once: it keeps the words it
/// has seen.
class Analyzer {
public:
    /// `abbreviations` must live longer.
    explicit Analyzer(const Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

    /// Tokens in the order of their positions; where several share one, the short form comes first
    /// and units last, shorter ones first, then citations. Linear in the size of the text.
    [[nodiscard]] Tokens analyze(std::string_view text, const ReadingContext& context);
    [[nodiscard]] Tokens analyze(std::string_view text, Reading reading = Reading::document) {
        return analyze(text, ReadingContext{reading, {}, nullptr});
    }

    [[nodiscard]] const Abbreviations& abbreviations() const { return abbreviations_; }

private:
    /// What is known of a word as written.
    struct Form {
        std::string term;
        std::string bare;
        std::uint32_t number = 0;        ///< Abbreviations::syllable_number
        std::uint32_t glued_border = 0;  ///< where a second word begins; 0: it is one word
        bool is_syllable = false;
        bool has_inner_capital = false;  ///< "VNeID"
        bool is_bare = false;
    };
    /// A word or number of the text and what is known of it.
    struct Piece;
    class Run;

    const Form& form_of(std::string_view written, bool is_number);
    std::vector<Piece> pieces_of(std::string_view nfc_text);

    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    const Abbreviations& abbreviations_;
    std::unordered_map<std::string, Form, StringHash, std::equal_to<>> forms_;
};

/// Names the rules and dictionaries of this analyzer: an index written by another one must not be
/// searched.
[[nodiscard]] std::string analyzer_fingerprint();

}  // namespace commsearch
