#include "analyzers/word/token.h"

namespace commsearch::word {

std::vector<Pair> neighbour_pairs(const Tokens& tokens) {
    std::vector<Pair> pairs;
    const Token* previous = nullptr;
    for (const Token& token : tokens) {
        if (!is_running(token)) continue;
        if (previous != nullptr && previous->position + 1 == token.position) {
            pairs.push_back({previous->unaccented + ' ' + token.unaccented, previous->position});
        }
        previous = &token;
    }
    return pairs;
}

}  // namespace commsearch::word
