#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace commsearch::match {

/// A few passages, ascending: to look at each is cheaper than to join sets of bits.
using Few = std::vector<std::uint32_t>;

/// Those for which `is_one` holds.
template <typename IsOne>
[[nodiscard]] Few chosen(const Few& few, IsOne is_one) {
    Few some;
    std::copy_if(few.begin(), few.end(), std::back_inserter(some), is_one);
    return some;
}

/// Those that are not among `others`.
[[nodiscard]] inline Few without(const Few& few, const Few& others) {
    Few rest;
    std::set_difference(few.begin(), few.end(), others.begin(), others.end(),
                        std::back_inserter(rest));
    return rest;
}

}  // namespace commsearch::match
