#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/interpret/question_words.h"
#include "searcher/query/query.h"

namespace commsearch::interpret {

/// A place among the words of a question: words [begin, end).
struct PlaceMention {
    enum class Certainty : std::uint8_t {
        certain,   ///< one place of the index, or several that share a name typed with its type
        possible,  ///< a common word too, or the bare name of several places
        unknown,   ///< named with its type, and no report of the index is from it
    };
    std::size_t begin = 0;
    std::size_t end = 0;
    query::Field field = query::Field::commune;
    std::string name;   ///< as a filter of that field has it: "xã Tân Lập, Lục Ngạn"
    std::string label;  ///< for people: "xã Tân Lập, Huyện Lục Ngạn, Bắc Giang"
    Certainty certainty = Certainty::certain;
};

/// The places that the words of `query` name, from left to right: communes, districts and provinces with
/// their type ("xã Bản Liền", "H. Bắc Hà") or bare ("Ea Toh sầu riêng"), with district and province
/// behind them, and hamlets with their type ("thôn Hố Sen"). A bare name counts when its syllables are written with
/// capitals or when, in the index, they hardly stand together outside its reports.
[[nodiscard]] std::vector<PlaceMention> places_among(std::string_view query,
                                                     const std::vector<QuestionWord>& words,
                                                     const index::IndexReader& index);

}  // namespace commsearch::interpret
