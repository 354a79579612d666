#include "indexer/report/places/typed_place.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/report/places/village_words.h"

namespace commsearch::report {
namespace {

constexpr std::size_t most_name_words = 7;

/// The word or words that say what a place is.
struct PlaceType {
    std::string_view first;
    std::string_view second;  ///< empty: the type is one word
    std::string_view type;
    Level level;
};

constexpr std::array<PlaceType, 13> place_types = {{
    {"thị", "xã", "thị xã", Level::district},
    {"thị", "trấn", "thị trấn", Level::commune},
    {"thành", "phố", "thành phố", Level::district},
    {"đặc", "khu", "đặc khu", Level::commune},
    {"tp", "", "thành phố", Level::district},
    {"tx", "", "thị xã", Level::district},
    {"tỉnh", "", "tỉnh", Level::province},
    {"huyện", "", "huyện", Level::district},
    {"quận", "", "quận", Level::district},
    {"xã", "", "xã", Level::commune},
    {"phường", "", "phường", Level::commune},
    {"h", ".", "huyện", Level::district},
    {"x", ".", "xã", Level::commune},
}};

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

std::optional<TypedPlace> place_at(LineTokens tokens, std::size_t at) {
    for (const PlaceType& type : place_types) {
        if (!is_word(tokens, at, type.first)) continue;
        const bool two = !type.second.empty();
        if (two && !is_word(tokens, at + 1, type.second)) continue;
        TypedPlace place{std::string(type.type), type.level, at, {}, false};
        std::size_t begin = at + (two ? 2 : 1);
        if (begin < tokens.size() && tokens[begin].text == ".") ++begin;
        // "xã hội" is society.
        if (type.type == "xã" && is_word(tokens, begin, "hội")) return std::nullopt;
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
