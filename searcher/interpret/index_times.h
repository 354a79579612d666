#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/value/period.h"
#include "searcher/index/index_reader.h"

namespace commsearch::interpret {

/// Months YYYYMM, both inclusive.
struct MonthRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    /// "2023-01..2023-09": as the field `kỳ` has it.
    [[nodiscard]] std::string text() const;
};

/// Which times the papers of an index, or of some of its communes, tell of. For the thread of the
/// index.
class IndexTimes {
public:
    /// `communes`: numbers of PlaceId; empty: all papers. `index` must live longer.
    IndexTimes(const index::IndexReader& index, std::vector<std::uint64_t> communes)
        : index_(index), communes_(std::move(communes)) {}

    /// The months in which the period of a paper has to end to answer a question about `asked`: the
    /// last of `asked`, for a year all of it; where no paper ends then, those of `asked`, or those up
    /// to the end of the year, whose papers look back. Nothing where there is none either.
    [[nodiscard]] std::optional<MonthRange> reported(const Period& asked) const;
    /// The value of the field `kế-hoạch` that answers a question about plans for `asked`: that
    /// period, where some paper plans for just that, else its months; empty where none plans for a
    /// part of it.
    [[nodiscard]] std::string planned(const Period& asked) const;
    /// The first and last month that papers report on; 0 and 0 without any.
    [[nodiscard]] MonthRange known() const;

private:
    template <typename Use>
    void each_report(Use use) const;

    const index::IndexReader& index_;
    std::vector<std::uint64_t> communes_;
};

}  // namespace commsearch::interpret
