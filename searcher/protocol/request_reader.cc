#include "searcher/protocol/request_reader.h"

#include <algorithm>
#include <array>

#include "analyzers/value/date.h"
#include "searcher/facets/facet_table.h"
#include "searcher/protocol/json_object.h"
#include "searcher/protocol/request_object.h"

namespace commsearch::protocol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t max_query_bytes = 16U << 10U;  // the parser reads 4,096 and says so
constexpr std::size_t max_value_bytes = 1024;
constexpr std::size_t max_values = 200;
constexpr std::size_t max_limit = 1000;
constexpr std::size_t max_offset = 1'000'000;
constexpr std::size_t max_passages = 1000;
constexpr std::size_t max_facet_values = 10'000;

[[noreturn]] void throw_no_choice(const std::string& pointer, const std::string& known) {
    throw RequestError(
        "bad-value",
        {pointer + " phải là một trong: " + known, pointer + " must be one of: " + known}, pointer);
}

/// One of a few names.
template <typename Value, std::size_t size>
void read_name(ObjectReader& reader, const std::string& key, Value& target,
               const std::array<std::pair<std::string_view, Value>, size>& names) {
    const Json* const json = reader.find(key);
    if (json == nullptr) return;
    const std::string text = text_of(*json, reader.pointer_to(key), max_value_bytes);
    std::string known;
    for (const auto& [name, value] : names) {
        if (name == text) {
            target = value;
            return;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw_no_choice(reader.pointer_to(key), known);
}

/// YYYYMMDD of "2023-10-31".
std::int32_t date_of(const Json& json, const std::string& pointer) {
    const Date date = Date::parse(text_of(json, pointer, max_value_bytes));
    if (date.year() < 1000) {
        throw RequestError(
            "bad-value",
            {pointer + " phải là một ngày YYYY-MM-DD", pointer + " must be a date YYYY-MM-DD"},
            pointer);
    }
    return static_cast<std::int32_t>(date.number());
}

void read_dates(const Json& json, const std::string& pointer, SearchRequest& request) {
    ObjectReader reader(json, pointer);
    if (const Json* const from = reader.find("from"); from != nullptr && !from->is_null())
        request.from = date_of(*from, reader.pointer_to("from"));
    if (const Json* const to = reader.find("to"); to != nullptr && !to->is_null())
        request.to = date_of(*to, reader.pointer_to("to"));
    reader.finish();
    if (request.from != 0 && request.to != 0 && request.from > request.to) {
        throw RequestError("bad-value", {pointer + ": from sau to", pointer + ": from is after to"},
                           pointer);
    }
}

/// A value, null for "not known", or a list of them.
std::vector<std::string> values_of(const Json& json, const std::string& pointer) {
    const auto value_of = [](const Json& value, const std::string& where) {
        return value.is_null() ? std::string(unknown_value)
                               : text_of(value, where, max_value_bytes);
    };
    if (!json.is_array()) return {value_of(json, pointer)};
    if (json.size() > max_values) {
        const std::string limit = std::to_string(max_values);
        throw RequestError("out-of-range",
                           {pointer + " có quá " + limit + " giá trị",
                            pointer + " has more than " + limit + " values"},
                           pointer);
    }
    std::vector<std::string> values;
    for (std::size_t i = 0; i < json.size(); ++i)
        values.push_back(value_of(json[i], pointer + '/' + std::to_string(i)));
    return values;
}

void read_filters(ObjectReader& outer, SearchRequest& request) {
    const Json* const json = outer.find("filters");
    if (json == nullptr) return;
    ObjectReader reader(*json, outer.pointer_to("filters"));
    for (const facets::FacetRow& facet : facets::facet_table()) {
        const std::string name(facet.name);
        if (const Json* const values = reader.find(name))
            request.choices.push_back({facet.kind, values_of(*values, reader.pointer_to(name))});
    }
    if (const Json* const dates = reader.find("date"))
        read_dates(*dates, reader.pointer_to("date"), request);
    reader.finish();
}

FacetKind kind_of(const std::string& name, const std::string& pointer) {
    const std::optional<FacetKind> kind = facets::facet_of_name(name);
    if (kind) return *kind;
    std::string known;
    for (const facets::FacetRow& one : facets::facet_table())
        known += (known.empty() ? "" : ", ") + std::string(one.name);
    throw RequestError("unknown-facet",
                       {"không có bộ đếm \"" + name + "\"; có: " + known,
                        "there is no facet \"" + name + "\"; there are: " + known},
                       pointer);
}

FacetRequest facet_of(FacetKind kind, const Json& json, const std::string& pointer) {
    using Sort = FacetRequest::Sort;
    FacetRequest facet{kind};
    ObjectReader reader(json, pointer);
    reader.read("limit", facet.limit, 0, max_facet_values);
    read_name<Sort, 4>(reader, "sort", facet.sort,
                       {{{"natural", Sort::natural},
                         {"count", Sort::count},
                         {"label", Sort::label},
                         {"value", Sort::value}}});
    reader.read("search", facet.search, max_value_bytes);
    reader.finish();
    return facet;
}

void read_facets(ObjectReader& outer, SearchRequest& request) {
    request.facets = facets::usual_facets();
    const Json* const json = outer.find("facets");
    if (json == nullptr) return;
    const std::string pointer = outer.pointer_to("facets");
    request.facets.clear();
    if (json->is_object()) {
        for (const auto& [name, options] : json->items()) {
            const std::string where = pointer + '/' + name;
            request.facets.push_back(facet_of(kind_of(name, where), options, where));
        }
        return;
    }
    if (!json->is_array()) {
        throw_wrong_type(pointer,
                         {"một danh sách tên hoặc một đối tượng", "a list of names or an object"});
    }
    for (std::size_t i = 0; i < json->size(); ++i) {
        const std::string where = pointer + '/' + std::to_string(i);
        const FacetRequest facet{kind_of(text_of((*json)[i], where, max_value_bytes), where)};
        if (std::find(request.facets.begin(), request.facets.end(), facet) != request.facets.end())
            throw RequestError("duplicate-key", {where + " đã có ở trên", where + " stands above"},
                               where);
        request.facets.push_back(facet);
    }
}

void read_page(ObjectReader& outer, SearchRequest& request) {
    const Json* const json = outer.find("page");
    if (json == nullptr) return;
    ObjectReader reader(*json, outer.pointer_to("page"));
    reader.read("limit", request.limit, 0, max_limit);
    reader.read("offset", request.offset, 0, max_offset);
    reader.read("cursor", request.cursor, max_value_bytes);
    reader.finish();
    if (request.offset != 0 && !request.cursor.empty()) {
        throw RequestError(
            "bad-value",
            {"chỉ một trong hai: offset hoặc cursor", "either offset or cursor, not both"},
            reader.pointer_to("cursor"));
    }
}

void read_group(ObjectReader& outer, SearchRequest& request) {
    const Json* const json = outer.find("group");
    if (json == nullptr) return;
    ObjectReader reader(*json, outer.pointer_to("group"));
    reader.read("passages", request.passages_per_report, 0, max_passages);
    reader.read("fold", request.fold_similar);
    reader.finish();
}

void read_highlight(ObjectReader& outer, SearchRequest& request) {
    constexpr std::size_t shortest = 80;
    constexpr std::size_t longest = 10'000;
    const Json* const json = outer.find("highlight");
    if (json == nullptr) return;
    if (json->is_boolean()) {
        request.highlight = json->get<bool>();
        return;
    }
    ObjectReader reader(*json, outer.pointer_to("highlight"));
    reader.read("bytes", request.excerpt_bytes, shortest, longest);
    reader.finish();
}

void read_search(ObjectReader& reader, SearchRequest& request) {
    using Sort = SearchRequest::Sort;
    reader.read("query", request.query, max_query_bytes);
    reader.read("exact", request.exact);
    reader.read("literal", request.literal);
    read_filters(reader, request);
    read_facets(reader, request);
    read_page(reader, request);
    read_name<Sort, 3>(
        reader, "sort", request.sort,
        {{{"relevance", Sort::relevance}, {"date", Sort::date}, {"oldest", Sort::oldest}}});
    read_group(reader, request);
    read_highlight(reader, request);
    reader.read("neighbours", request.neighbours);
    reader.read("explain", request.explain);
}

void read_batch(const Json& json, const std::string& pointer, ProtocolRequest& request) {
    if (!json.is_array() || json.empty() || json.size() > max_queries) {
        const std::string limit = std::to_string(max_queries);
        throw_wrong_type(pointer, {"một danh sách 1–" + limit + " yêu cầu",
                                   "a list of 1–" + limit + " requests"});
    }
    request.is_batch = true;
    for (std::size_t i = 0; i < json.size(); ++i) {
        ObjectReader reader(json[i], pointer + '/' + std::to_string(i));
        read_search(reader, request.queries.emplace_back());
        reader.finish();
    }
}

void read_envelope(ObjectReader& reader, ProtocolRequest& request) {
    std::size_t version = 1;
    reader.read("version", version, 1, 1);
    if (const Json* const id = reader.find("id")) {
        const bool is_id =
            id->is_number_integer() ||
            (id->is_string() && id->get_ref<const std::string&>().size() <= max_value_bytes);
        if (!is_id)
            throw_wrong_type(reader.pointer_to("id"),
                             {"một chuỗi ngắn hoặc số nguyên", "a short string or a whole number"});
        request.id_json = id->dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    Language language = Language::vietnamese;
    if (reader.find("language") == nullptr) return;
    read_name<Language, 2>(reader, "language", language,
                           {{{"vi", Language::vietnamese}, {"en", Language::english}}});
    request.language = language;
}

}  // namespace

ProtocolRequest read_request_object(const Json& json) {
    ProtocolRequest request;
    ObjectReader reader(json, "");
    read_envelope(reader, request);
    if (const Json* const queries = reader.find("queries")) {
        read_batch(*queries, reader.pointer_to("queries"), request);
    } else {
        read_search(reader, request.queries.emplace_back());
    }
    reader.finish();
    return request;
}

ProtocolRequest read_request(std::string_view json) {
    return read_request_object(parse_bounded(json, max_request_bytes));
}

}  // namespace commsearch::protocol
