#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace commsearch {

/// How the vocabulary of a corpus grows: distinct syllables (words of letters, in lower case) and
/// distinct pairs of neighbours on a line.
class VocabularyStatistics {
public:
    struct Row {
        std::size_t reports = 0, syllables = 0, distinct_syllables = 0, distinct_pairs = 0;
        /// Of log frequency over log rank, ranks 10 to 1000: -1 is Zipf's law.
        double slope = 0;
    };

    void add(std::string_view text);
    [[nodiscard]] Row row() const;

private:
    void add_syllable(std::string_view syllable);

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::uint64_t> counts_;
    std::unordered_set<std::uint64_t> pairs_;
    std::uint32_t previous_ = 0;  ///< number of the syllable before plus one; 0: none
    std::size_t reports_ = 0;
    std::size_t syllables_ = 0;
};

}  // namespace commsearch
