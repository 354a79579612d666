#pragma once

// How requests are taken apart; included by files of this folder only.

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "searcher/model/request_error.h"

namespace commsearch::protocol {

/// Parses a text that a stranger wrote. Throws RequestError when it is too long, no JSON, nested
/// deeper than a request can be, or has a key twice.
[[nodiscard]] nlohmann::json parse_bounded(std::string_view text, std::size_t max_bytes);

[[noreturn]] void throw_wrong_type(const std::string& pointer, const Message& wanted);

/// Reads a JSON object key by key and refuses, by name, keys that nobody asked for. For one thread.
class ObjectReader {
public:
    /// Throws RequestError when `json` is no object. `json` must outlive the reader.
    ObjectReader(const nlohmann::json& json, std::string pointer);

    /// The value of a key, null when it is not there.
    [[nodiscard]] const nlohmann::json* find(const std::string& key);
    void read(const std::string& key, bool& target);
    void read(const std::string& key, std::string& target, std::size_t max_bytes);
    void read(const std::string& key, std::size_t& target, std::size_t min, std::size_t max);
    /// Throws for a key that was not asked for.
    void finish() const;

    [[nodiscard]] std::string pointer_to(const std::string& key) const;

private:
    const nlohmann::json& json_;
    std::string pointer_;
    std::set<std::string> known_;
};

/// A text of at most `max_bytes`, or a throw that names the place.
[[nodiscard]] std::string text_of(const nlohmann::json& json, const std::string& pointer,
                                  std::size_t max_bytes);

}  // namespace commsearch::protocol
