#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "indexer/report/figures/figure.h"
#include "indexer/report/figures/quantities.h"

namespace commsearch::report {

/// Names what the quantities of a line count: by the words of their clause, completed by those of
/// the clause before and the heading where they are elided.
class IndicatorReader {
public:
    /// All must live longer. `heading`: what the line stands below.
    IndicatorReader(FigureTokens tokens, std::span<const Quantity> quantities,
                    std::string_view heading);

    /// Sets the indicator and context of `figure`, whose quantity is number `at`; the tokens
    /// [begin, end) are its sentence.
    void name(Figure& figure, std::size_t at, std::size_t begin, std::size_t end) const;

private:
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Span left(std::size_t at, std::size_t begin) const;
    [[nodiscard]] Span wide_left(std::size_t at, std::size_t begin) const;
    [[nodiscard]] Span right(std::size_t at, std::size_t end) const;
    [[nodiscard]] Span listed_behind(Span behind, std::size_t end) const;
    [[nodiscard]] std::size_t content(Span span) const;
    [[nodiscard]] std::string words(Span span) const;
    [[nodiscard]] std::size_t group_begin(std::size_t at) const;
    [[nodiscard]] std::string sentence_context(std::size_t at, std::size_t begin,
                                               std::size_t end) const;
    void complete_own(Figure& figure, std::size_t at) const;

    FigureTokens tokens_;
    std::span<const Quantity> quantities_;
    std::string_view heading_;
    Span label_;  ///< "Hội Nông dân:" at the begin of the line
};

}  // namespace commsearch::report
