#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::word {

/// First line of every table of abbreviations.
inline constexpr std::string_view abbreviation_columns =
    "abbreviation\texpansion\tdomain\tambiguous\tvariants\tcontext_cues";

/// Those columns, by their place in a row.
struct AbbreviationColumn {
    enum : std::size_t { abbreviation, expansion, domain, ambiguous, variants, context_cues };
};

/// Words that tell a meaning, one item of the column context_cues.
struct Cue {
    static constexpr std::size_t nowhere = SIZE_MAX;
    /// Canonical; "#" is any number, "^" any word that begins with a capital. The short form itself
    /// is left out.
    std::vector<std::string> words;
    /// How many of `words` stand before the short form, the others right behind it; `nowhere`: all
    /// of them together somewhere near.
    std::size_t place = nowhere;

    bool operator==(const Cue&) const = default;
};

/// One meaning of an abbreviation.
struct Sense {
    std::string written;  ///< as the dictionary spells it: "NTM", "đ/c"
    /// The long form, canonical, parted by blanks: the term both forms share. A single word
    /// ("kilôvôn") stands only beside longer meanings, which it keeps from being taken for it.
    std::string compound;
    std::string domain;  ///< field of work: "program", "health" …
    /// Spellings with a mark inside, as written: "T/M", "v.v".
    std::vector<std::string> marked_spellings;
    std::vector<Cue> cues;      ///< decide between several meanings
    bool is_usual = false;      ///< meant wherever no cue speaks for another one
    bool any_case = false;      ///< written with small letters ("đ/c"): capitals are not asked for
    bool after_number = false;  ///< only behind a number: "235 TH", "7 tr.đ"
    std::vector<std::string> words;  ///< of the compound

    bool operator==(const Sense&) const = default;
};

}  // namespace commsearch::word
