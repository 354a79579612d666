#include "searcher/plan/nearest_unit.h"

#include <algorithm>
#include <iterator>

#include "searcher/plan/bound_words.h"

namespace commsearch::plan {
namespace {

bool share_compound(const word::Tokens& tokens, std::uint32_t first, std::uint32_t second) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& token) {
        return word::is_multiword(token) && word::covers(token, first) &&
               word::covers(token, second);
    });
}

}  // namespace

NearestUnit nearest_unit(const index::Vocabulary& words, const word::Tokens& tokens, bool is_left) {
    word::Tokens running;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(running),
                 [](const word::Token& token) { return word::is_running(token); });
    if (running.empty()) return {tokens, {}};
    const BoundWords bound(words, tokens, false);
    const auto belong = [&](std::size_t i) {
        return share_compound(tokens, running[i].position, running[i + 1].position) ||
               bound.binds(running[i].position);
    };
    std::size_t first = is_left ? running.size() - 1 : 0;
    std::size_t last = first;
    while (is_left && first > 0 && belong(first - 1)) --first;
    while (!is_left && last + 1 < running.size() && belong(last)) ++last;
    const std::uint32_t begin = running[first].position;
    const std::uint32_t end = running[last].position + 1;
    NearestUnit found;
    for (const word::Token& token : tokens) {
        const bool is_inside = token.position >= begin && token.position + token.span <= end;
        const bool is_outside = token.position + token.span <= begin || token.position >= end;
        if (is_inside) found.unit.push_back(token);
        if (is_outside) found.others.push_back(token);
    }
    return found;
}

}  // namespace commsearch::plan
