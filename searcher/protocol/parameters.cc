#include <algorithm>
#include <array>

#include "analyzers/base/ascii.h"
#include "searcher/facets/facet_table.h"
#include "searcher/protocol/json_object.h"
#include "searcher/protocol/request_object.h"

namespace commsearch::protocol {
namespace {

using Json = nlohmann::json;

/// A number or a flag as JSON has it, so that one reader checks both; anything else as a string.
Json typed(const std::string& text) {
    if (text == "true") return true;
    if (text == "false") return false;
    const bool is_number =
        !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), is_ascii_digit);
    return is_number ? Json(std::stoul(text)) : Json(text);
}

/// Where a parameter goes in the request object.
struct Target {
    std::string_view parameter;
    const char* pointer;
    bool is_text = false;
};

constexpr std::array<Target, 17> targets = {{{"q", "/query", true},
                                             {"exact", "/exact"},
                                             {"literal", "/literal"},
                                             {"from", "/filters/date/from", true},
                                             {"to", "/filters/date/to", true},
                                             {"limit", "/page/limit"},
                                             {"offset", "/page/offset"},
                                             {"cursor", "/page/cursor", true},
                                             {"sort", "/sort", true},
                                             {"passages", "/group/passages"},
                                             {"fold", "/group/fold"},
                                             {"excerpt", "/highlight/bytes"},
                                             {"highlight", "/highlight"},
                                             {"neighbours", "/neighbours"},
                                             {"explain", "/explain"},
                                             {"lang", "/language", true},
                                             {"id", "/id", true}}};

const Target* target_of(std::string_view name) {
    const auto* const target = std::find_if(
        targets.begin(), targets.end(), [&](const Target& one) { return one.parameter == name; });
    return target == targets.end() ? nullptr : target;
}

void add_facet(Json& object, const std::string& name) {
    Json& facets = object["facets"];
    if (facets.is_null()) facets = Json::array();
    if (name == "none") return;
    if (name != "all") {
        facets.push_back(name);
        return;
    }
    for (const facets::FacetRow& facet : facets::facet_table()) facets.push_back(facet.name);
}

void add_parameter(Json& object, const std::string& name, const std::string& value) {
    if (name == "facet") return add_facet(object, value);
    if (facets::facet_of_name(name)) {
        Json& values = object["filters"][name];
        values.push_back(value.empty() ? Json(nullptr) : Json(value));
        return;
    }
    const Target* const target = target_of(name);
    if (target == nullptr) {
        throw RequestError(
            "unknown-key",
            {"không có tham số \"" + name + "\"", "there is no parameter \"" + name + "\""},
            '/' + name);
    }
    const Json::json_pointer pointer(target->pointer);
    if (object.contains(pointer)) {
        throw RequestError("duplicate-key",
                           {"tham số \"" + name + "\" viết hai lần",
                            "the parameter \"" + name + "\" is given twice"},
                           '/' + name);
    }
    if (value.empty() && name != "q") return;  // fields of a form that were left empty
    object[pointer] = target->is_text ? Json(value) : typed(value);
}

}  // namespace

bool is_parameter(std::string_view name) {
    return name == "facet" || facets::facet_of_name(name) || target_of(name) != nullptr;
}

ProtocolRequest read_parameters(const Parameters& parameters) {
    Json object = Json::object();
    for (const auto& [name, value] : parameters) add_parameter(object, name, value);
    return read_request_object(object);
}

}  // namespace commsearch::protocol
