#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace commsearch {

/// One meaning of an abbreviation.
struct Sense {
    std::string written;  ///< as the dictionary spells it: "NTM", "đ/c"
    std::string unit;     ///< the long form, canonical, parted by blanks: the term both forms share
    std::string domain;   ///< field of work: "program", "health" …
    /// Words (bare) that stand beside this meaning; they decide between several.
    std::vector<std::string> cues;
    bool any_case = false;      ///< written with small letters ("đ/c"): capitals are not asked for
    bool after_number = false;  ///< only behind a number: "235 TH", "7 tr.đ"

    bool operator==(const Sense&) const = default;
};

/// A word as the search for long forms needs it.
struct RunningWord {
    std::string_view term;     ///< canonical; empty: nothing goes across
    std::uint32_t number = 0;  ///< Abbreviations::syllable_number of its bare spelling
    bool is_bare = false;      ///< written without marks
};

/// A long form found in a run of words.
struct UnitMatch {
    std::uint32_t first = 0;  ///< index of its first word
    std::uint16_t size = 0;   ///< words
    std::uint32_t unit = 0;   ///< index into Abbreviations::units()
    bool operator==(const UnitMatch&) const = default;
};

/// The dictionary of abbreviations and of the long forms they stand for. Immutable once built.
class Abbreviations {
public:
    /// The built-in dictionary, see analyzers/dictionaries/README.md. About 3 ms.
    Abbreviations();
    /// A table of the same columns; rows whose long form has fewer than two syllables are left out.
    explicit Abbreviations(std::string_view table);

    /// Meanings of a short form by its key_of(). Empty when unknown.
    [[nodiscard]] std::span<const Sense> senses(std::string_view key) const;
    /// The same for a key typed without marks: "hdnd" is HĐND.
    [[nodiscard]] std::span<const Sense> senses_of_bare(std::string_view bare_key) const;
    /// True when the dictionary writes that short form with blanks inside ("UB ND").
    [[nodiscard]] bool is_spaced(std::string_view key) const;

    /// Number of a bare syllable that occurs in some long form, 0 for any other.
    [[nodiscard]] std::uint32_t syllable_number(std::string_view bare_syllable) const;

    /// Appends every long form at every place of `words`, ordered by `first`, shorter ones first.
    /// With `bare_too` a word without marks stands for any of its spellings.
    void find_units(std::span<const RunningWord> words, bool bare_too,
                    std::vector<UnitMatch>& found) const;

    /// All long forms; their index is their number.
    [[nodiscard]] const std::vector<std::string>& units() const { return units_; }

    /// A short form as a key: small letters and digits only, "KT-XH" -> "ktxh".
    [[nodiscard]] static std::string key_of(std::string_view short_form);

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <typename Value>
    using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    void add_sense(const Sense& sense, std::string_view variants);
    void add_unit(const std::string& unit);
    void add_path(const std::vector<std::string>& syllables, std::uint32_t unit);

    StringMap<std::vector<Sense>> senses_;
    StringMap<std::vector<Sense>> bare_senses_;
    std::unordered_set<std::string, StringHash, std::equal_to<>> spaced_;

    /// A way of writing a long form, spelled in full, that ends at a node of the tree.
    struct Path {
        std::vector<std::string> syllables;
        std::uint32_t unit = 0;
    };
    std::vector<std::string> units_;
    StringMap<std::uint32_t> unit_numbers_;
    StringMap<std::uint32_t> syllable_numbers_;
    std::unordered_map<std::uint64_t, std::uint32_t>
        children_;                            ///< (node, syllable number) -> node
    std::vector<std::vector<Path>> ends_{1};  ///< by node; node 0 is the root
};

}  // namespace commsearch
