#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/index/passage_set.h"
#include "searcher/match/few_passages.h"
#include "searcher/plan/condition.h"

namespace commsearch::match {

/// Finds the passages that meet a condition: postings become sets of bits, which are joined; of a
/// phrase or nearness the words of each passage that is left decide. For the thread of its index.
class ConditionEvaluator {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `index` must live longer. Evaluation throws TimeLimit when the deadline passes.
    ConditionEvaluator(const index::IndexReader& index, Time deadline)
        : index_(index), deadline_(deadline) {}

    /// The passages, no reports, that meet the condition; none for the empty one.
    [[nodiscard]] index::PassageSet meeting(const plan::Condition& condition) const;

private:
    [[nodiscard]] index::PassageSet none_of_them() const;
    [[nodiscard]] index::PassageSet every_passage() const;
    [[nodiscard]] index::PassageSet holders(const std::string& term) const;
    [[nodiscard]] index::PassageSet read_postings(const std::string& term) const;
    [[nodiscard]] index::PassageSet dated(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] index::PassageSet reported(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] index::PassageSet planned(const plan::Condition& condition) const;
    [[nodiscard]] index::PassageSet all(const std::vector<plan::Condition>& parts) const;
    [[nodiscard]] index::PassageSet any(const std::vector<plan::Condition>& parts) const;
    /// Those of `set` that meet the condition.
    [[nodiscard]] index::PassageSet filtered(const index::PassageSet& set,
                                             const plan::Condition& condition) const;
    [[nodiscard]] index::PassageSet near(const index::PassageSet& set,
                                         const plan::Nearness& near) const;

    [[nodiscard]] Few few_meeting(const Few& few, const plan::Condition& condition) const;
    [[nodiscard]] Few few_holding(const Few& few, const std::string& term) const;
    [[nodiscard]] Few few_meeting_any(const Few& few,
                                      const std::vector<plan::Condition>& parts) const;
    [[nodiscard]] Few few_near(const Few& few, const plan::Nearness& near) const;

    /// About how many postings have to be read for it.
    [[nodiscard]] double cost(const plan::Condition& condition) const;
    void look_at_clock() const;

    const index::IndexReader& index_;
    Time deadline_;
};

}  // namespace commsearch::match
