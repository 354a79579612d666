#pragma once

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"

namespace commsearch::plan {

/// Words beside NEAR: "thu NEAR/5 ngân sách" means "ngân sách" as a whole, "sầu NEAR/5 riêng giá"
/// the word "riêng".
struct NearestUnit {
    word::Tokens unit;    ///< what stands next to the operator
    word::Tokens others;  ///< the words beyond it
};

/// Cuts the words on the left (or right) of the operator: to the unit belong the words of one compound
/// with the nearest, and those bound to it (BoundWords).
[[nodiscard]] NearestUnit nearest_unit(const index::Vocabulary& words, const word::Tokens& tokens,
                                       bool is_left);

}  // namespace commsearch::plan
