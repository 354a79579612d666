#include "indexer/report/places/place_evidence.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {
namespace {

constexpr std::size_t near_bytes = 2000;  ///< of a line: worth looking for names in

std::string_view near_part(std::string_view line) { return truncate_utf8(line, near_bytes); }

std::string joined_keys(const std::vector<Line>& lines) {
    std::string key;
    for (const Line& line : lines) key += line.key + " | ";
    return key;
}

void append(std::vector<NamedPlace> more, std::vector<NamedPlace>& names) {
    for (NamedPlace& named : more) names.push_back(std::move(named));
}

/// The names that the first part of a line of running text says.
void add_near_names(const Line& line, const Gazetteer& gazetteer, std::vector<NamedPlace>& names) {
    append(line.text.size() <= near_bytes ? places_named(line, gazetteer)
                                          : places_named(near_part(line.text), gazetteer),
           names);
}

/// Folder names of a path as unaccented place names, the innermost first: "thanh-hoa/cao-ngoc/x.txt",
/// "Thanh Hóa/xã Cao Ngọc/x.txt". A folder of a province's name above says in which province.
void add_folder_names(std::string_view path, const Gazetteer& gazetteer,
                      std::vector<NamedPlace>& names) {
    std::vector<std::string> keys;
    for (const std::string_view folder : split(path, '/')) keys.push_back(words_key(folder));
    std::string province;
    std::vector<NamedPlace> found;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        if (keys[i].empty()) continue;
        found.push_back({{}, std::string(name::typed_name(keys[i]).name), province});
        if (gazetteer.is_province(keys[i])) province = keys[i];
    }
    names.insert(names.end(), found.rbegin(), found.rend());
}

/// The name the body says most often, with its type.
void add_most_named(const std::vector<Line>& lines, const Gazetteer& gazetteer,
                    std::vector<NamedPlace>& names) {
    constexpr std::size_t looked_at = 150;
    constexpr std::size_t max_names = 500;
    std::vector<NamedPlace> found;
    for (std::size_t i = 0; i < std::min(lines.size(), looked_at); ++i) {
        if (found.size() < max_names) add_near_names(lines[i], gazetteer, found);
    }
    const auto times = [&](const NamedPlace& named) {
        return std::count_if(found.begin(), found.end(),
                             [&](const NamedPlace& other) { return other.name == named.name; });
    };
    const auto most = std::max_element(
        found.begin(), found.end(),
        [&](const NamedPlace& a, const NamedPlace& b) { return times(a) < times(b); });
    if (most != found.end()) names.push_back(*most);
}

/// Every name that may be the commune's, the best sources first.
std::vector<NamedPlace> names_of(const source::RawDocument& document, const DocumentParts& parts,
                                 const std::string& title, const Gazetteer& gazetteer) {
    std::vector<NamedPlace> names;
    const std::string& stated = document.stated.commune;
    if (!stated.empty()) {
        const std::vector<NamedPlace> typed = places_named(stated, gazetteer);
        names.push_back(typed.empty() ? NamedPlace{{}, stated, {}} : typed.front());
    }
    for (const Line& line : parts.header.lines) append(places_named(line, gazetteer), names);
    append(places_named(title, gazetteer), names);
    append(places_named(document.stated.issuer, gazetteer), names);
    for (const Line& line : parts.framed.banner) append(places_named(line, gazetteer), names);
    if (!parts.header.place.empty()) names.push_back({{}, parts.header.place, {}});
    for (const Line* line : parts.opening()) add_near_names(*line, gazetteer, names);
    add_most_named(parts.framed.lines, gazetteer, names);
    add_folder_names(document.id, gazetteer, names);
    return names;
}

}  // namespace

PlaceEvidence place_evidence(const source::RawDocument& document, const DocumentParts& parts,
                             const std::string& title, Date date, const Gazetteer& gazetteer) {
    constexpr std::size_t body_bytes = 200'000;
    PlaceEvidence evidence;
    evidence.names = names_of(document, parts, title, gazetteer);
    evidence.district = document.stated.district;
    evidence.province = document.stated.province;
    evidence.near_key = joined_keys(parts.header.lines) + joined_keys(parts.framed.banner) +
                        joined_keys(parts.signature.lines) + words_key(title) + " | " +
                        words_key(document.stated.issuer);
    for (const Line* line : parts.opening()) {
        evidence.near_key += " | " + words_key(near_part(line->text));
    }
    for (const Line& line : parts.framed.lines) {
        if (evidence.body_key.size() > body_bytes) break;
        evidence.body_key += line.key.substr(0, body_bytes) + " | ";
    }
    evidence.path_key = words_key(document.path + " " + document.id);
    evidence.date = date;
    return evidence;
}

}  // namespace commsearch::report
