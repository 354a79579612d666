#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzers/word/sense.h"
#include "analyzers/word/token_view.h"

namespace commsearch::word {

/// A word as the search for long forms needs it.
struct RunningWord {
    const Lexeme* word = nullptr;  ///< null: nothing goes across
    std::uint32_t number = 0;      ///< Abbreviations::syllable_number
    std::uint32_t token = 0;       ///< which of the text's tokens it is
    bool is_unaccented = false;    ///< written without marks
};

/// A long form found in a run of words.
struct CompoundMatch {
    std::uint32_t first = 0;     ///< index of its first word
    std::uint16_t size = 0;      ///< words
    std::uint32_t compound = 0;  ///< index into Abbreviations::compounds()
    bool operator==(const CompoundMatch&) const = default;
};

/// The dictionary of abbreviations and of the long forms they stand for. Immutable once built: for
/// many threads at once.
class Abbreviations {
public:
    /// The built-in dictionary, see analyzers/dictionaries/README.md. About 6 ms.
    Abbreviations();
    /// A table of the same columns; rows whose long form has fewer than two syllables are left out.
    explicit Abbreviations(std::string_view table) : Abbreviations(table, {}) {}
    /// The built-in dictionary and a local table of the same columns over it: a row that says
    /// ambiguous = no replaces the meanings of its short form, any other row adds one.
    [[nodiscard]] static Abbreviations with_local(std::string_view local_table);

    /// Meanings of a short form by its key_of(). Empty when unknown.
    [[nodiscard]] std::span<const Sense> senses(std::string_view key) const;
    /// True when some short form begins with that part of a key, however it is typed: most words
    /// begin none.
    [[nodiscard]] bool begins_short_form(std::string_view part) const;
    /// True for every short form of the tables, also one that stands for a single word.
    [[nodiscard]] bool lists(std::string_view key) const { return listed_.contains(key); }
    /// True when that long form (canonical, parted by blanks) is one of compounds().
    [[nodiscard]] bool has_compound(std::string_view compound) const {
        return compound_numbers_.find(compound) != compound_numbers_.end();
    }
    /// How that long form is spelled here: "tài nguyên và môi trường" for it and for "tài nguyên môi
    /// trường", which is no other meaning.
    [[nodiscard]] std::string spelling_of(const std::string& compound) const;
    /// Meanings of a short form typed without marks: "hdnd" is HĐND.
    [[nodiscard]] std::span<const Sense> senses_of_unaccented(
        std::string_view unaccented_key) const;
    /// True when the dictionary writes that short form with blanks inside ("UB ND").
    [[nodiscard]] bool is_spaced(std::string_view key) const;

    /// Number of a unaccented syllable that occurs in some long form, 0 for any other.
    [[nodiscard]] std::uint32_t syllable_number(std::string_view unaccented_syllable) const;
    [[nodiscard]] std::uint32_t syllable_number(const Lexeme& word) const;

    /// Appends every long form at every place of `words`, ordered by `first`, shorter ones first.
    /// Twins of i and y count as one ("kĩ thuật"); with `unaccented_too` a word without marks stands for
    /// any of its spellings.
    void find_compounds(std::span<const RunningWord> words, bool unaccented_too,
                        std::vector<CompoundMatch>& found) const;

    /// All long forms; their index is their number.
    [[nodiscard]] const std::vector<std::string>& compounds() const { return compounds_; }

    /// A short form as a key: small letters and digits only, "KT-XH" -> "ktxh".
    [[nodiscard]] static std::string key_of(std::string_view short_form);
    /// A long form as its compound: "Hợp tác xã" -> "hợp tác xã"; what stands in parentheses is
    /// left out.
    [[nodiscard]] static std::string compound_of(std::string_view long_form);

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <typename Value>
    using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    Abbreviations(std::string_view table, std::string_view local_table);
    void add_table(std::string_view table, bool replaces);
    void prefer_own_spellings();
    std::vector<std::string> add_spellings(std::string_view other_spellings, Sense& sense);
    void add_sense(const Sense& sense, const std::vector<std::string>& keys);
    void forget_unambiguous(std::string_view table);
    void sort_keys();
    void remember_spelling(const std::string& compound);
    void settle_spelling(Sense& sense);
    void add_compound(const std::string& compound);
    void add_path(const std::vector<std::string>& syllables, std::uint32_t compound);
    std::uint32_t add_child(std::uint32_t node, std::uint32_t number);

    using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
    StringMap<std::vector<Sense>> senses_;
    StringMap<std::vector<Sense>> unaccented_senses_;
    std::vector<std::string> keys_;  ///< of both, sorted
    StringSet listed_;
    StringSet spaced_;

    struct Syllable {
        std::string written;
        std::string twin;  ///< with i for y or y for i where they vary freely, else empty
    };
    /// A way of writing a long form, spelled in full, that ends at a node of the tree.
    struct Path {
        std::vector<Syllable> syllables;
        std::uint32_t compound = 0;
    };
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t number) const;
    std::vector<std::string> compounds_;
    StringMap<std::uint32_t> compound_numbers_;
    StringMap<std::string> spellings_;  ///< of compounds with "và", by their words without it
    StringMap<std::uint32_t> syllable_numbers_;
    struct Node {
        /// Bits of the last six digits of its children's numbers: most words are none of them.
        std::uint64_t some_children = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> children;  ///< syllable number -> node
        std::vector<Path> ends;
    };
    std::vector<Node> nodes_{1};                 ///< node 0 is the root
    std::vector<std::uint32_t> first_children_;  ///< of the root, by syllable number; 0: none
};

}  // namespace commsearch::word
