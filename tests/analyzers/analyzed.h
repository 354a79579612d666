#pragma once

#include <string>

#include "analyzers/analyzer.h"

namespace commsearch {

/// `text` as an analyzer of its own reads it, with the dictionary as it stands.
inline word::Tokens analyze(const std::string& text,
                            abbreviation::Reading reading = abbreviation::Reading::document) {
    static const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    return analyzer.analyze(text, reading);
}

}  // namespace commsearch
