#include "indexer/report/places/typed_place.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/report/fields/place_types.h"
#include "indexer/report/places/village_words.h"

namespace commsearch::report {
namespace {

constexpr std::size_t most_name_words = 7;

/// Whether the line is written without accents: "XA CAM MY".
bool is_plain(LineTokens tokens) {
    constexpr auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    return std::all_of(tokens.begin(), tokens.end(), [&](const LineToken& token) {
        return std::all_of(token.text.begin(), token.text.end(), is_ascii);
    });
}

/// Whether the token is `word`, or its letters without accents on a line that has none.
bool is_word(LineTokens tokens, std::size_t at, std::string_view word) {
    if (token_is(tokens, at, word)) return true;
    return at < tokens.size() && tokens[at].is(words_key(word)) && tokens[at].capital &&
           is_plain(tokens);
}

/// How many tokens at `at` are `written`; 0 when they are others.
std::size_t written_at(LineTokens tokens, std::size_t at, std::string_view written) {
    std::size_t count = 0;
    for (; !written.empty(); ++count) {
        const std::string_view word = written.substr(0, written.find(' '));
        if (!is_word(tokens, at + count, word)) return 0;
        written.remove_prefix(std::min(word.size() + 1, written.size()));
    }
    return count;
}

std::optional<TypedPlace> place_at(LineTokens tokens, std::size_t at) {
    for (const PlaceType& type : place_types) {
        const std::size_t count = written_at(tokens, at, type.written);
        if (count == 0) continue;
        TypedPlace place{std::string(type.name), type.level, at, {}, false};
        std::size_t begin = at + count;
        if (begin < tokens.size() && tokens[begin].text == ".") ++begin;
        // "xã hội" is society.
        if (type.name == "xã" && is_word(tokens, begin, "hội")) return std::nullopt;
        place.is_party = token_is(tokens, begin, "ủy") || token_is(tokens, begin, "uỷ");
        if (place.is_party) ++begin;
        place.name = tokens.subspan(std::min(begin, tokens.size()));
        return place;
    }
    return std::nullopt;
}

}  // namespace

std::vector<TypedPlace> places_in(LineTokens tokens, std::size_t from) {
    std::vector<TypedPlace> places;
    for (std::size_t at = from; at < tokens.size(); ++at) {
        auto place = place_at(tokens, at);
        if (!place) continue;
        std::size_t size = 0;
        for (; size < std::min(place->name.size(), most_name_words); ++size) {
            const std::size_t token = tokens.size() - place->name.size() + size;
            // "phường Xuân Hương - Đà Lạt"
            const bool joins = size > 0 && tokens[token].text == "-" && token + 1 < tokens.size() &&
                               tokens[token + 1].capital && place->level == Level::commune &&
                               !place_at(tokens, token + 1);
            const bool is_mark = tokens[token].kind == LineToken::Kind::mark &&
                                 tokens[token].text != "'" && tokens[token].text != "’" && !joins;
            if (is_mark || (size > 0 && place_at(tokens, token))) break;
        }
        place->name = place->name.first(size);
        at += size;
        places.push_back(std::move(*place));
    }
    return places;
}

}  // namespace commsearch::report
