#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace commsearch {

/// A word of a query beside the words of an index.
struct SpelledWord {
    std::string term;        ///< canonical; without marks where any_marks
    bool any_marks = false;  ///< stands for every spelling of its letters
    bool operator==(const SpelledWord&) const = default;
};

/// How often words, and words side by side, occur in an index. Its pairs are bare, so how a pair is
/// spelled is estimated: from the spellings that a sample of the passages with the pair holds.
/// Keeps what it has looked up; for one thread.
class Neighbours {
public:
    /// `database` must live longer.
    explicit Neighbours(const Xapian::Database& database) : database_(database) {}

    [[nodiscard]] double all_passages() const { return database_.get_doccount(); }
    /// Passages that hold the word.
    [[nodiscard]] double passages(const SpelledWord& word);
    /// Passages that hold `first` right before `second`, in these spellings.
    [[nodiscard]] double together(const SpelledWord& first, const SpelledWord& second);
    /// The same in any spelling.
    [[nodiscard]] double together_in_any(const SpelledWord& first, const SpelledWord& second);
    /// The terms of the index with these bare letters.
    [[nodiscard]] std::vector<std::string> spellings(const std::string& bare_word) const;

private:
    /// Which passages of a sample: a bit each.
    using Holders = std::uint32_t;
    struct Spelling {
        std::string first;
        std::string second;
        Holders holders = 0;
        double share = 0;  ///< of the passages with the pair
    };
    struct Pair {
        double frequency = 0;
        std::vector<Xapian::docid> sample;
        std::unordered_map<std::string, Holders> holders;
        bool is_read = false;
        std::vector<Spelling> spellings;  ///< once is_read
    };

    Pair& pair_of(const SpelledWord& first, const SpelledWord& second);
    void take_sample(Pair& pair, const std::string& term) const;
    Holders holders_of(Pair& pair, const std::string& term) const;
    void read_spellings(Pair& pair, const std::string& first, const std::string& second) const;
    static void share_out(Pair& pair);

    const Xapian::Database& database_;
    std::unordered_map<std::string, Pair> pairs_;
    std::unordered_map<std::string, double> passages_;
};

}  // namespace commsearch
