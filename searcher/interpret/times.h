#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/value/period.h"
#include "searcher/interpret/question_words.h"

namespace commsearch::interpret {

/// A time among the words of a question: words [begin, end).
struct TimeMention {
    std::size_t begin = 0;
    std::size_t end = 0;
    Period period;  ///< where its year is known
    /// Else the time as a value of the field `kỳ`: "tháng 10", "quý 1", "9 tháng".
    std::string yearless = {};
};

/// The times that the words name: "tháng 6 năm 2024", "6/2024", "T6/2024", "quý III", "9 tháng đầu
/// năm 2023", "cuối năm 2023", "năm ngoái", a bare year. Not the year of a law ("Luật Đất đai
/// 2013"), of a term or a programme ("nhiệm kỳ 2020-2025"), nor a day ("30/11/2023"). `this_month`
/// is what "năm ngoái" and "tháng trước" count from.
[[nodiscard]] std::vector<TimeMention> times_among(const std::vector<QuestionWord>& words,
                                                   Month this_month);

}  // namespace commsearch::interpret
