#include "indexer/report/places/gazetteer.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/places/epoch_tables.h"
#include "indexer/report/text_scan.h"
#include "indexer_dictionaries.h"

namespace commsearch::report {
namespace {

/// How a name is compared: with its accents or without.
using KeyOf = std::function<std::string(std::string_view)>;

/// Whether a hint such as "huyện Ngọc Lặc" or "Ngọc Lặc" means `area`; an empty hint fits all.
class AreaFilter {
public:
    AreaFilter(std::string_view hint, const KeyOf& key_of) : key_of_(key_of) {
        const name::TypedName typed = name::typed_name(hint);
        type_ = typed.type;
        name_ = key_of_(typed.name);
        whole_ = key_of_(hint);
    }

    [[nodiscard]] bool fits(const std::unordered_map<std::string_view, Area>& areas,
                            std::string_view code) const {
        if (whole_.empty()) return true;
        const auto area = areas.find(code);
        if (area == areas.end()) return false;
        const std::string key = key_of_(area->second.name);
        if (key == whole_) return true;
        const bool same_type = type_.empty() || words_key(area->second.type) == type_;
        return key == name_ && same_type;
    }

private:
    const KeyOf& key_of_;
    std::string type_;
    std::string name_;
    std::string whole_;
};

std::vector<std::size_t> named(const EpochTables& tables, std::string_view name,
                               bool with_accents) {
    std::vector<std::size_t> found;
    if (name.empty()) {
        for (std::size_t i = 0; i < tables.communes.size(); ++i) found.push_back(i);
        return found;
    }
    const auto& index = with_accents ? tables.by_name : tables.by_unaccented_name;
    const auto [begin, end] = index.equal_range(with_accents ? name::folded_place_name(name)
                                                             : name::unaccented_place_name(name));
    for (auto entry = begin; entry != end; ++entry) found.push_back(entry->second);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Commune> fitting(const EpochTables& tables, const PlaceHint& hint, bool with_accents) {
    const KeyOf key_of =
        with_accents ? KeyOf(name::folded_place_name) : KeyOf(name::unaccented_place_name);
    const AreaFilter district(hint.district, key_of);
    const AreaFilter province(hint.province, key_of);
    std::vector<Commune> found;
    for (const std::size_t i : named(tables, hint.commune, with_accents)) {
        const Unit& unit = tables.communes[i];
        const bool fits = province.fits(tables.provinces, unit.province_code) &&
                          district.fits(tables.districts, unit.district_code);
        if (fits) found.push_back(tables.commune(unit));
    }
    return found;
}

/// The epochs a paper of `date` can be of, the older one first.
std::vector<Epoch> epochs_of(Date date) {
    std::vector<Epoch> epochs;
    if (date.first_day() < merger_date) epochs.push_back(Epoch::before_2025_07);
    if (!date.is_known() || date.last_day() >= merger_date) epochs.push_back(Epoch::from_2025_07);
    return epochs;
}

using CodePairs = std::unordered_multimap<std::string_view, std::string_view>;

/// The communes of `epoch` that `pairs` links to `code`, in code order.
std::vector<Commune> linked(const Gazetteer& gazetteer, const CodePairs& pairs,
                            const std::string& code, Epoch epoch) {
    std::vector<Commune> found;
    const auto [begin, end] = pairs.equal_range(code);
    for (auto entry = begin; entry != end; ++entry) {
        Commune commune = gazetteer.by_code(epoch, entry->second);
        if (!commune.code.empty()) found.push_back(std::move(commune));
    }
    std::sort(found.begin(), found.end(),
              [](const Commune& a, const Commune& b) { return a.code < b.code; });
    return found;
}

std::vector<Commune> fitting(const EpochTables& tables, const PlaceHint& hint) {
    std::vector<Commune> found = fitting(tables, hint, true);
    return found.empty() ? fitting(tables, hint, false) : found;
}

}  // namespace

struct Gazetteer::Tables {
    EpochTables before;
    EpochTables from;
    /// Old code -> new codes, and back; in no order.
    CodePairs successors;
    CodePairs predecessors;
    std::unordered_map<std::string_view, std::string_view> province_successors;

    [[nodiscard]] const EpochTables& of(Epoch epoch) const {
        return epoch == Epoch::from_2025_07 ? from : before;
    }
};

Gazetteer::Gazetteer() : tables_(std::make_unique<Tables>()) {
    tables_->before.epoch = Epoch::before_2025_07;
    tables_->from.epoch = Epoch::from_2025_07;
    for (const TsvRow& row : tsv_rows(embedded::units_before_2025_07_tsv())) {
        tables_->before.add(row.fields, true);
    }
    for (const TsvRow& row : tsv_rows(embedded::units_from_2025_07_tsv())) {
        tables_->from.add(row.fields, false);
    }
    tables_->before.index();
    tables_->from.index();
    for (const TsvRow& row : tsv_rows(embedded::successors_2025_07_tsv())) {
        tables_->successors.emplace(row.fields[0], row.fields[1]);
        tables_->predecessors.emplace(row.fields[1], row.fields[0]);
    }
    for (const TsvRow& row : tsv_rows(embedded::province_successors_2025_07_tsv())) {
        tables_->province_successors.emplace(row.fields[0], row.fields[1]);
    }
}

Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

std::vector<Commune> Gazetteer::find(const PlaceHint& hint) const {
    for (const Epoch epoch : epochs_of(hint.date)) {
        std::vector<Commune> found = fitting(tables_->of(epoch), hint);
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<Region> Gazetteer::regions_named(Region::Level level, std::string_view type,
                                             std::string_view name, Date date) const {
    for (const Epoch epoch : epochs_of(date)) {
        const EpochTables& tables = tables_->of(epoch);
        for (const bool with_accents : {true, false}) {
            const auto key_of = [&](std::string_view one) {
                return with_accents ? name::folded_place_name(one)
                                    : name::unaccented_place_name(one);
            };
            const std::string key = key_of(name);
            std::vector<Region> found;
            for (const auto& [code, area] : tables.areas(level)) {
                if (key_of(area.name) == key && (type.empty() || area.type == type))
                    found.push_back(tables.region(level, code, area));
            }
            std::sort(found.begin(), found.end(),
                      [](const Region& a, const Region& b) { return a.code < b.code; });
            if (!found.empty()) return found;
        }
    }
    return {};
}

Region Gazetteer::region(const PlaceId& id) const {
    if (id.epoch == Epoch::unknown) return {};
    const EpochTables& tables = tables_->of(id.epoch);
    for (const Region::Level level : {Region::Level::province, Region::Level::district}) {
        const auto area = tables.areas(level).find(id.code);
        if (area != tables.areas(level).end())
            return tables.region(level, area->first, area->second);
    }
    return {};
}

Commune Gazetteer::by_code(Epoch epoch, std::string_view code) const {
    if (epoch == Epoch::unknown) return {};
    const EpochTables& tables = tables_->of(epoch);
    const auto unit =
        std::lower_bound(tables.communes.begin(), tables.communes.end(), code,
                         [](const Unit& a, std::string_view value) { return a.code < value; });
    if (unit == tables.communes.end() || unit->code != code) return {};
    return tables.commune(*unit);
}

std::vector<Commune> Gazetteer::successors(const Commune& commune) const {
    if (commune.epoch != Epoch::before_2025_07) return {};
    return linked(*this, tables_->successors, commune.code, Epoch::from_2025_07);
}

std::vector<Commune> Gazetteer::predecessors(const Commune& commune) const {
    if (commune.epoch != Epoch::from_2025_07) return {};
    return linked(*this, tables_->predecessors, commune.code, Epoch::before_2025_07);
}

std::vector<Region> Gazetteer::regions() const {
    std::vector<Region> all;
    const auto add = [&](const EpochTables& tables, Region::Level level, const auto& areas) {
        const std::size_t first = all.size();
        for (const auto& [code, area] : areas) {
            all.push_back(tables.region(level, code, area));
            const auto next = tables_->province_successors.find(code);
            const bool old = tables.epoch == Epoch::before_2025_07;
            if (level == Region::Level::province && old &&
                next != tables_->province_successors.end())
                all.back().successor = next->second;
        }
        std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                  [](const Region& a, const Region& b) { return a.code < b.code; });
    };
    add(tables_->before, Region::Level::province, tables_->before.provinces);
    add(tables_->before, Region::Level::district, tables_->before.districts);
    add(tables_->from, Region::Level::province, tables_->from.provinces);
    return all;
}

std::string full_name(const Region& region) {
    const bool is_district = region.level == Region::Level::district;
    return (is_district ? with_capital(region.type) : region.type) + ' ' + region.name;
}

bool Gazetteer::is_province(std::string_view name) const {
    const std::string key = name::unaccented_place_name(name::typed_name(name).name);
    const auto has = [&](const EpochTables& tables) {
        return std::any_of(tables.provinces.begin(), tables.provinces.end(),
                           [&](const auto& entry) {
                               return name::unaccented_place_name(entry.second.name) == key;
                           });
    };
    return has(tables_->before) || has(tables_->from);
}

}  // namespace commsearch::report
