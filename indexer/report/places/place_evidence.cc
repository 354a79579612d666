#include "indexer/report/places/place_evidence.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/layout/title.h"
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
/// "Thanh Hóa/xã Cao Ngọc/x.txt". A folder of a province's name above says in which province. A
/// folder whose name is no commune's says nothing.
void add_folder_names(std::string_view path, Date date, const Gazetteer& gazetteer,
                      std::vector<NamedPlace>& names) {
    std::vector<std::string> keys;
    for (const std::string_view folder : split(path, '/')) keys.push_back(words_key(folder));
    std::string province;
    std::vector<NamedPlace> found;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        if (keys[i].empty()) continue;
        if (gazetteer.is_province(keys[i])) {
            province = keys[i];
            continue;
        }
        const std::string_view name = name::typed_name(keys[i]).name;
        PlaceHint hint;
        hint.commune = name;
        hint.province = province;
        hint.date = date;
        if (!gazetteer.find(hint).empty()) found.push_back({{}, std::string(name), province});
    }
    names.insert(names.end(), found.rbegin(), found.rend());
}

/// Whether a line tells where somebody lives or something stands: its places are not the paper's.
bool is_address(const Line& line) {
    constexpr std::array<std::string_view, 13> words = {
        "tru tai",   "thuong tru", "ho khau", "que quan",   "dia chi", "tru so", "sinh nam",
        "sinh ngay", "cu tru",     "noi o",   "dien thoai", "vi du",   "lien he"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_words(line.key, word); });
}

/// The name that the body says again and again with its type, and more often than all others
/// together: a paper that names several communes is of none of them.
void add_most_named(const std::vector<Line>& lines, const Gazetteer& gazetteer,
                    std::vector<NamedPlace>& names) {
    constexpr std::size_t looked_at = 150;
    constexpr std::size_t max_names = 500;
    constexpr std::size_t least_times = 2;
    std::vector<NamedPlace> found;
    for (std::size_t i = 0; i < std::min(lines.size(), looked_at); ++i) {
        if (found.size() < max_names && !is_address(lines[i]))
            add_near_names(lines[i], gazetteer, found);
    }
    std::map<std::string_view, std::size_t> times;
    for (const NamedPlace& named : found) ++times[named.name];
    for (const NamedPlace& named : found) {
        const std::size_t own = times[named.name];
        if (own < least_times || 2 * own <= found.size()) continue;
        names.push_back(named);
        return;
    }
}

/// Every name that may be the commune's where its issuer names none, the best sources first.
void add_other_names(const source::RawDocument& document, const DocumentParts& parts,
                     const std::string& title, Date date, const Gazetteer& gazetteer,
                     std::vector<NamedPlace>& names) {
    append(places_named(title, gazetteer), names);
    append(places_named(document.stated.issuer, gazetteer), names);
    for (const Line& line : parts.framed.banner) append(places_named(line, gazetteer), names);
    PlaceHint hint;
    hint.commune = parts.header.place;
    hint.date = date;
    const std::vector<Commune> at_place =
        hint.commune.empty() ? std::vector<Commune>() : gazetteer.find(hint);
    // Đồng Hới is a town, and not the commune Đông Hội.
    const bool is_same = !at_place.empty() && name::folded_place_name(at_place.front().name) ==
                                                  name::folded_place_name(hint.commune);
    if (is_same) names.push_back({{}, parts.header.place, {}});
    for (const Line* line : parts.opening()) {
        if (!begins_addressees(*line) && !is_address(*line))
            add_near_names(*line, gazetteer, names);
    }
    add_most_named(parts.framed.lines, gazetteer, names);
    add_folder_names(document.id, date, gazetteer, names);
}

}  // namespace

PlaceEvidence place_evidence(const source::RawDocument& document, const DocumentParts& parts,
                             const std::string& title,
                             const std::optional<LetterheadIssuer>& issuer, Date date,
                             const Gazetteer& gazetteer) {
    constexpr std::size_t body_bytes = 200'000;
    PlaceEvidence evidence;
    const std::string& stated = document.stated.commune;
    if (!stated.empty()) {
        const std::vector<NamedPlace> typed = places_named(stated, gazetteer);
        evidence.names.push_back(typed.empty() ? NamedPlace{{}, stated, {}} : typed.front());
    }
    evidence.district = document.stated.district;
    evidence.province = document.stated.province;
    if (issuer && evidence.district.empty()) evidence.district = issuer->region.district;
    if (issuer && evidence.province.empty()) evidence.province = issuer->region.province;
    if (issuer && issuer->commune) {
        evidence.names.push_back(*issuer->commune);
    } else {
        add_other_names(document, parts, title, date, gazetteer, evidence.names);
    }
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
