#include "tests/generator/corpus_statistics.h"

#include <algorithm>
#include <cmath>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

/// Letters are ASCII letters and all that starts with 0xC3 … 0xE1: Vietnamese is below U+2000.
bool is_letter_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 0x80 && byte < 0xE2);
}

double slope_of(std::vector<std::uint64_t> counts) {
    std::sort(counts.begin(), counts.end(), std::greater<>());
    double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
    for (std::size_t rank = 10; rank <= std::min<std::size_t>(1000, counts.size()); ++rank) {
        const double weight = 1.0 / static_cast<double>(rank);  // each decade counts the same
        const double x = std::log(static_cast<double>(rank));
        const double y = std::log(static_cast<double>(counts[rank - 1]));
        n += weight;
        sum_x += weight * x;
        sum_y += weight * y;
        sum_xx += weight * x * x;
        sum_xy += weight * x * y;
    }
    const double spread = n * sum_xx - sum_x * sum_x;
    return spread > 0 ? (n * sum_xy - sum_x * sum_y) / spread : 0;
}

}  // namespace

void VocabularyStatistics::add(std::string_view text) {
    const std::string small = lower(nfc(text));
    previous_ = 0;
    for (std::size_t at = 0; at < small.size();) {
        if (!is_letter_byte(small[at])) {
            if (small[at] == '\n') previous_ = 0;
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < small.size() && is_letter_byte(small[at])) ++at;
        add_syllable(std::string_view(small).substr(begin, at - begin));
    }
    ++reports_;
}

void VocabularyStatistics::add_syllable(std::string_view syllable) {
    const auto [found, added] =
        numbers_.try_emplace(std::string(syllable), static_cast<std::uint32_t>(counts_.size()));
    if (added) counts_.push_back(0);
    ++counts_[found->second];
    ++syllables_;
    if (previous_ != 0) pairs_.insert((std::uint64_t{previous_} << 32U) | found->second);
    previous_ = found->second + 1;
}

VocabularyStatistics::Row VocabularyStatistics::row() const {
    return {reports_, syllables_, counts_.size(), pairs_.size(), slope_of(counts_)};
}

}  // namespace commsearch
