#include "searcher/protocol/json_object.h"

#include <algorithm>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::protocol {
namespace {

using Json = nlohmann::json;

/// Deeper than any request; nlohmann's own recursion is never reached.
constexpr int max_depth = 16;

/// Where the string that begins at `at` ends: its closing quotation mark.
std::size_t string_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at;
}

/// Whether brackets outside of strings are nested deeper than that.
bool is_too_deep(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') i = string_end(text, i);
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (depth > max_depth) return true;
    }
    return false;
}

/// "~" and "/" as JSON pointers write them (RFC 6901).
std::string escaped(const std::string& key) {
    std::string text;
    for (const char c : key) {
        if (c == '~') {
            text += "~0";
        } else if (c == '/') {
            text += "~1";
        } else {
            text.push_back(c);
        }
    }
    return text;
}

[[noreturn]] void throw_duplicate(const std::string& key) {
    throw RequestError("duplicate-key",
                       {"khóa \"" + key + "\" viết hai lần; hãy bỏ bớt một",
                        "the key \"" + key + "\" is given twice; leave one out"},
                       '/' + escaped(key));
}

}  // namespace

Json parse_bounded(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes) {
        const std::string limit = std::to_string(max_bytes);
        throw RequestError("too-long",
                           {"yêu cầu dài quá " + limit + " byte; hãy rút ngắn",
                            "the request is longer than " + limit + " bytes; make it shorter"});
    }
    if (is_too_deep(text)) {
        const std::string limit = std::to_string(max_depth);
        throw RequestError("too-deep", {"yêu cầu lồng nhau quá " + limit + " lớp",
                                        "the request is nested deeper than " + limit + " levels"});
    }
    std::vector<std::set<std::string>> keys;
    const auto check = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key) {
            const std::string key = value.get<std::string>();
            if (!keys.back().insert(key).second) throw_duplicate(key);
        }
        return true;
    };
    try {
        return Json::parse(text, check);
    } catch (const Json::parse_error& error) {
        const std::string at = std::to_string(error.byte);
        throw RequestError("bad-json", {"yêu cầu không phải JSON hợp lệ: lỗi ở byte " + at,
                                        "the request is no valid JSON: error at byte " + at});
    } catch (const Json::exception&) {
        throw RequestError("bad-json", {"yêu cầu có một số quá lớn",
                                        "the request has a number that is too large"});
    }
}

void throw_wrong_type(const std::string& pointer, const Message& wanted) {
    throw RequestError("wrong-type",
                       {pointer + " phải là " + wanted.vi, pointer + " must be " + wanted.en},
                       pointer);
}

std::string text_of(const Json& json, const std::string& pointer, std::size_t max_bytes) {
    if (!json.is_string()) throw_wrong_type(pointer, {"một chuỗi", "a string"});
    const auto& text = json.get_ref<const std::string&>();
    if (text.size() > max_bytes) {
        const std::string limit = std::to_string(max_bytes);
        throw RequestError("out-of-range",
                           {pointer + " dài quá " + limit + " byte",
                            pointer + " is longer than " + limit + " bytes"},
                           pointer);
    }
    return text;
}

ObjectReader::ObjectReader(const Json& json, std::string pointer)
    : json_(json), pointer_(std::move(pointer)) {
    if (!json.is_object()) {
        const std::string what = pointer_.empty() ? "" : pointer_ + ' ';
        throw RequestError("wrong-type",
                           {what + "phải là một đối tượng JSON", what + "must be a JSON object"},
                           pointer_);
    }
}

const Json* ObjectReader::find(const std::string& key) {
    known_.insert(key);
    const auto at = json_.find(key);
    return at == json_.end() ? nullptr : &*at;
}

void ObjectReader::read(const std::string& key, bool& target) {
    const Json* const value = find(key);
    if (value == nullptr) return;
    if (!value->is_boolean())
        throw_wrong_type(pointer_to(key), {"true hoặc false", "true or false"});
    target = value->get<bool>();
}

void ObjectReader::read(const std::string& key, std::string& target, std::size_t max_bytes) {
    if (const Json* const value = find(key)) target = text_of(*value, pointer_to(key), max_bytes);
}

void ObjectReader::read(const std::string& key, std::size_t& target, std::size_t min,
                        std::size_t max) {
    const Json* const value = find(key);
    if (value == nullptr) return;
    const std::string pointer = pointer_to(key);
    const std::string range = std::to_string(min) + "–" + std::to_string(max);
    if (!value->is_number_integer())
        throw_wrong_type(pointer, {"một số nguyên " + range, "a whole number, " + range});
    const bool in_range = value->is_number_unsigned() && value->get<std::uint64_t>() >= min &&
                          value->get<std::uint64_t>() <= max;
    if (!in_range) {
        throw RequestError(
            "out-of-range",
            {pointer + " phải trong khoảng " + range, pointer + " must be within " + range},
            pointer);
    }
    target = value->get<std::size_t>();
}

void ObjectReader::finish() const {
    for (const auto& [key, value] : json_.items()) {
        if (known_.contains(key)) continue;
        std::string known;
        for (const std::string& name : known_) known.append(known.empty() ? "" : ", ").append(name);
        const std::string quoted = '"' + key + '"';
        throw RequestError("unknown-key",
                           {"không có khóa " + quoted + "; các khóa: " + known,
                            "there is no key " + quoted + "; the keys are: " + known},
                           pointer_to(key));
    }
}

std::string ObjectReader::pointer_to(const std::string& key) const {
    return pointer_ + '/' + escaped(key);
}

}  // namespace commsearch::protocol
