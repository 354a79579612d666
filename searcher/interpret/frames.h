#pragma once

#include <string>
#include <vector>

#include "searcher/interpret/question_words.h"
#include "searcher/model/interpretation.h"

namespace commsearch::interpret {

/// What frames a question without being what it is about.
struct Frame {
    Interpretation::Wanted wanted = Interpretation::Wanted::passage;
    bool asks_for_plans = false;      ///< "nhiệm vụ", "phương hướng" …
    std::string office = {};          ///< whose holder is asked for: "ai là chủ tịch …"
    std::vector<bool> is_frame = {};  ///< by word: "so sánh", "bao nhiêu", "xã nào", "nhất"
};

[[nodiscard]] Frame frame_of(const std::vector<QuestionWord>& words);

}  // namespace commsearch::interpret
