#include "searcher/match/sequences.h"

#include <algorithm>
#include <string>

namespace commsearch::match {
namespace {

bool is_word(const word::Token& token, const plan::Sequence::Word& word) {
    const std::string& spelled = word.is_exact ? token.term : token.unaccented;
    if (word.is_prefix) return spelled.starts_with(word.text);
    return spelled == word.text || (!word.twin.empty() && spelled == word.twin) ||
           std::binary_search(word.others.begin(), word.others.end(), token.term);
}

}  // namespace

std::vector<std::uint32_t> places_of(const word::Tokens& tokens, const plan::Sequence& sequence) {
    std::vector<const word::Token*> running;
    for (const word::Token& token : tokens) {
        if (word::is_running(token)) running.push_back(&token);
    }
    const std::size_t size = sequence.words.size();
    const auto fits_at = [&](std::size_t first) {
        for (std::size_t i = 0; i < size; ++i) {
            const word::Token& token = *running[first + i];
            if (token.position != running[first]->position + i) return false;
            if (!is_word(token, sequence.words[i])) return false;
        }
        return true;
    };
    std::vector<std::uint32_t> places;
    for (std::size_t first = 0; first + size <= running.size(); ++first) {
        if (fits_at(first)) places.push_back(running[first]->position);
    }
    return places;
}

bool are_near(const std::vector<std::vector<std::uint32_t>>& places, std::uint32_t distance) {
    // From each place of any of them, all others must begin at most `distance` behind it.
    const auto follows = [&](std::uint32_t from) {
        return std::all_of(places.begin(), places.end(),
                           [&](const std::vector<std::uint32_t>& list) {
                               const auto next = std::lower_bound(list.begin(), list.end(), from);
                               return next != list.end() && *next <= from + distance;
                           });
    };
    return std::any_of(places.begin(), places.end(), [&](const std::vector<std::uint32_t>& list) {
        return std::any_of(list.begin(), list.end(), follows);
    });
}

}  // namespace commsearch::match
