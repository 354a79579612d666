#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/plan/condition.h"
#include "tests/support/small_index.h"

namespace commsearch::match {

/// A passage as it was written, to be judged without the index.
struct WrittenPassage {
    std::uint32_t document = 0;  ///< its number in the index
    std::uint32_t date = 0;      ///< of its report, YYYYMMDD, 0 for none
    word::Tokens title;          ///< of its report
    word::Tokens tokens;
};

/// An index of random reports of one to three short passages over few words, so that most words and
/// many phrases stand in many of them: in several spellings, with short forms and sentence ends.
class RandomIndex {
public:
    RandomIndex(unsigned seed, std::size_t reports);

    [[nodiscard]] const SmallIndex& index() const { return index_; }
    [[nodiscard]] const std::vector<WrittenPassage>& passages() const { return passages_; }

private:
    std::vector<WrittenPassage> passages_;
    SmallIndex index_;
};

/// 30 reports; the same for all tests of a program.
[[nodiscard]] const RandomIndex& random_index();

/// What Condition says, by looking at every word.
[[nodiscard]] bool meets(const WrittenPassage& passage, const plan::Condition& condition);

/// What Nearness says, by trying every place.
[[nodiscard]] bool stand_near(const word::Tokens& tokens, const plan::Nearness& near);

/// One to three sequences of one to four words each, in all kinds of spelling.
[[nodiscard]] plan::Nearness random_nearness(std::mt19937& random);

}  // namespace commsearch::match
