#include "searcher/interpret/place_names.h"

#include <algorithm>
#include <array>

#include "analyzers/name/place_name.h"
#include "indexer/schema/schema.h"

namespace commsearch::interpret {

using query::Field;

bool is_commune_type(std::string_view type) {
    constexpr std::array<std::string_view, 4> types = {"xa", "phuong", "thi tran", "dac khu"};
    return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<NamedPlace> PlaceNames::typed(const std::string& name, std::string_view type) const {
    if (!is_commune_type(type)) return region(name, type != "tinh");
    const Communes found = reporting(places_.communes(name).found);
    if (found.empty()) return std::nullopt;
    return NamedPlace{Field::commune, label_of(found, name)};
}

std::optional<NamedPlace> PlaceNames::region(const std::string& name, bool may_be_district) const {
    const auto label = [&](const Regions& found) {
        return found.size() == 1 ? found.front()->type + ' ' + found.front()->name : name;
    };
    if (may_be_district) {
        const Regions districts = places_.districts(name);
        if (places_.has_reports_in(districts)) return NamedPlace{Field::district, label(districts)};
    }
    const Regions provinces = places_.provinces(name);
    if (!places_.has_reports_in(provinces)) return std::nullopt;
    return NamedPlace{Field::province, label(provinces)};
}

std::optional<NamedPlace> PlaceNames::bare(const std::string& name,
                                           std::span<const QuestionWord> words,
                                           bool has_capitals) const {
    Communes found = reporting(places_.communes(name).found);
    if (!has_capitals) {
        const std::string key = name::folded_place_name(name);
        std::erase_if(found, [&](const schema::PlaceEntry* place) {
            const name::NameFit fit = name::name_fit(key, name::folded_place_name(place->name));
            return fit != name::NameFit::exact && fit != name::NameFit::half_marked;
        });
    }
    if (found.empty()) return has_capitals ? region(name, true) : std::nullopt;
    const bool is_certain =
        places_.groups(found).size() == 1 && (has_capitals || !is_common(words, found));
    return NamedPlace{Field::commune, label_of(found, name), is_certain};
}

std::optional<NamedPlace> PlaceNames::with_region(const std::string& name, Field field) const {
    if (field == Field::district)
        return places_.districts(name).empty() ? std::nullopt
                                               : std::optional(NamedPlace{field, name});
    const places::CommuneReading reading = places_.communes(name);
    if (reading.found.empty() && reading.elsewhere.empty()) return std::nullopt;
    const Communes found = reporting(reading.found);
    return NamedPlace{field, found.empty() ? name : label_of(found, name)};
}

std::optional<NamedPlace> PlaceNames::village(const std::string& name) const {
    const std::vector<places::VillageEntry> found = places_.villages(name);
    if (found.empty()) return std::nullopt;
    const places::VillageEntry& first = found.front();
    return NamedPlace{Field::village,
                      found.size() == 1 ? first.name + ", " + first.commune->full_address() : name};
}

PlaceNames::Communes PlaceNames::reporting(Communes found) const {
    std::erase_if(found,
                  [&](const schema::PlaceEntry* place) { return !places_.has_reports(*place); });
    return found;
}

std::string PlaceNames::label_of(const Communes& found, const std::string& typed) const {
    if (places_.groups(found).size() != 1) return typed;
    const auto fewer = [](const schema::PlaceEntry* a, const schema::PlaceEntry* b) {
        return a->reports < b->reports;
    };
    return (*std::max_element(found.begin(), found.end(), fewer))->full_address();
}

/// Whether its syllables stand together in more passages than its reports have: "an ninh" is no xã
/// An Ninh.
bool PlaceNames::is_common(std::span<const QuestionWord> words, const Communes& found) const {
    const index::Vocabulary vocabulary = index_.words();
    double own = 0;
    for (const schema::PlaceEntry* place : found) {
        own += vocabulary.passages(schema::make_term(schema::prefix_commune, place->key)) +
               vocabulary.passages(schema::make_term(schema::prefix_successor, place->key));
    }
    double together = vocabulary.all_passages();
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        together = std::min(together, vocabulary.passages_with_pair(spellings(words[at]),
                                                                    spellings(words[at + 1])));
    }
    return together > own;
}

std::vector<std::string> PlaceNames::spellings(const QuestionWord& word) const {
    std::vector<std::string> all = index_.words().spellings(word.letters);
    if (word.text == word.letters) return all;
    const std::string key = name::folded_place_name(word.text);
    std::erase_if(all, [&](const std::string& one) { return name::folded_place_name(one) != key; });
    return all;
}

}  // namespace commsearch::interpret
