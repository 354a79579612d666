#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/word/abbreviations.h"

namespace commsearch::abbreviation {

/// How a text is read. A document says what it says: a short form is written in capitals, a word
/// with the marks it has. A query is typed in a hurry: short forms in any case and without đ, words
/// without marks; where it can mean several things, each of them gives a compound.
enum class Reading : std::uint8_t { document, query };

/// What is known of a text before it is read.
struct ReadingContext {
    Reading reading = Reading::document;
    std::string_view topic;  ///< slug of its section's topic, empty when unknown
    /// What the document itself defines, see definitions.h: goes before the dictionary.
    const word::Abbreviations* local = nullptr;
};

}  // namespace commsearch::abbreviation
