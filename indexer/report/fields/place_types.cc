#include "indexer/report/fields/place_types.h"

#include <algorithm>

#include "analyzers/base/unicode.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

bool begins_with_place_type(std::string_view text) {
    const std::string words = lower(text);
    const bool is_plain = words == unaccented(text);
    return std::any_of(place_types.begin(), place_types.end(), [&](const PlaceType& type) {
        return begins_with_words(words, is_plain ? type.key : type.name);
    });
}

bool key_begins_with_place_type(std::string_view key) {
    return std::any_of(place_types.begin(), place_types.end(),
                       [&](const PlaceType& type) { return begins_with_words(key, type.key); });
}

bool has_place_type(std::string_view key, Level level) {
    return std::any_of(place_types.begin(), place_types.end(), [&](const PlaceType& type) {
        return type.level == level && has_words(key, type.key);
    });
}

}  // namespace commsearch::report
