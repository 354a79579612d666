#include "indexer/source/formats/flat_json.h"

#include <simdjson.h>

#include <algorithm>

namespace commsearch::source {
namespace {

/// Each key is compared with all before it.
constexpr std::size_t max_keys = 64;

/// True when the key of the last pair is that of another one too.
bool repeats_a_key(const FlatObject& object) {
    return std::any_of(object.begin(), object.end() - 1,
                       [&](const auto& pair) { return pair.first == object.back().first; });
}

}  // namespace

struct FlatJsonReader::Parser {
    simdjson::ondemand::parser parser;
    std::string text;  ///< with the room behind it that simdjson may look at
};

FlatJsonReader::FlatJsonReader() : parser_(std::make_unique<Parser>()) {}
FlatJsonReader::~FlatJsonReader() = default;

std::optional<FlatObject> FlatJsonReader::read(std::string_view json) {
    std::string& text = parser_->text;
    text.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    text = json;
    simdjson::ondemand::document document;
    simdjson::ondemand::object pairs;
    if (parser_->parser.iterate(text, text.capacity()).get(document) != simdjson::SUCCESS ||
        document.get_object().get(pairs) != simdjson::SUCCESS)
        return std::nullopt;
    FlatObject object;
    for (auto pair : pairs) {
        std::string_view key, value;
        if (pair.unescaped_key().get(key) != simdjson::SUCCESS ||
            pair.value().get_string().get(value) != simdjson::SUCCESS)
            return std::nullopt;
        object.emplace_back(key, value);
        if (object.size() > max_keys || repeats_a_key(object)) return std::nullopt;
    }
    // It stops behind the object, whatever follows.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return std::nullopt;
    return object;
}

}  // namespace commsearch::source
