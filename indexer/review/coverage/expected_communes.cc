#include "indexer/review/coverage/expected_communes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/text_scan.h"

namespace commsearch::review {
namespace {

using Communes = std::vector<report::Commune>;

constexpr std::size_t max_named_lines = 20;
constexpr std::size_t max_named_communes = 4;

/// A day of the epoch, so that the gazetteer looks nowhere else.
Date day_in(Epoch epoch) { return epoch == Epoch::from_2025_07 ? merger_date : Date(2025, 6, 30); }

Communes found_in(Epoch epoch, const std::string& name, const std::string& district,
                  const std::string& province, const report::Gazetteer& gazetteer) {
    return gazetteer.find({name, district, province, day_in(epoch)});
}

/// What a line of a list asks for.
struct ListedPlace {
    std::string name;  ///< or a code
    std::string district;
    std::string province;
    bool is_open = false;  ///< `district` may be a province
};

Communes named_communes(const ListedPlace& place, Epoch epoch, const report::Gazetteer& gazetteer) {
    Communes found = found_in(epoch, place.name, place.district, place.province, gazetteer);
    const name::TypedName typed = name::typed_name(place.name);
    if (!found.empty() || typed.type.empty() || typed.name.empty()) return found;
    found = found_in(epoch, std::string(typed.name), place.district, place.province, gazetteer);
    std::erase_if(found, [&](const report::Commune& commune) {
        return report::words_key(commune.type) != typed.type;
    });
    return found;
}

bool is_code(std::string_view text) {
    return text.size() == 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Communes coded_communes(const ListedPlace& place, Epoch epoch, const report::Gazetteer& gazetteer) {
    const PlaceId id = PlaceId::parse(place.name);
    if (id.is_known() && id.epoch != epoch) return {};
    report::Commune commune =
        gazetteer.by_code(epoch, id.is_known() ? std::string_view(id.code) : place.name);
    if (commune.code.empty()) return {};
    if (!place.district.empty() || !place.province.empty()) {
        const Communes fitting =
            found_in(epoch, commune.name, place.district, place.province, gazetteer);
        if (std::find(fitting.begin(), fitting.end(), commune) == fitting.end()) return {};
    }
    return {std::move(commune)};
}

Communes communes_of(const ListedPlace& place, Epoch epoch, const report::Gazetteer& gazetteer) {
    const bool has_code = is_code(place.name) || PlaceId::parse(place.name).is_commune();
    const auto look = has_code ? coded_communes : named_communes;
    Communes found = look(place, epoch, gazetteer);
    if (found.empty() && place.is_open)
        found = look({place.name, "", place.district, false}, epoch, gazetteer);
    return found;
}

ListedPlace listed_place(std::string_view line, const CoverageArea& area) {
    const std::vector<std::string_view> fields = split(line, '\t');
    const auto field = [&](std::size_t i) {
        return i < fields.size() ? nfc(trimmed(fields[i])) : std::string();
    };
    ListedPlace place{field(0), field(1), field(2), false};
    place.is_open = !place.district.empty() && place.province.empty();
    if (place.district.empty()) place.district = area.district;
    if (place.province.empty()) place.province = area.province;
    return place;
}

Message several(const Communes& communes) {
    std::string names;
    for (std::size_t i = 0; i < communes.size() && i < max_named_communes; ++i)
        names += (i == 0 ? "" : "; ") + communes[i].id().text() + ' ' + communes[i].full_address();
    if (communes.size() > max_named_communes) names += "; …";
    return {"có nhiều xã: " + names, "several communes: " + names};
}

/// The communes of one line, or why it names none: one of each epoch, of a bare code only one in
/// all, since codes were given to other places in July 2025.
std::optional<Message> read_line(const ListedPlace& place, const CoverageArea& area,
                                 const report::Gazetteer& gazetteer, Communes& communes) {
    if (place.name.empty()) return Message{"thiếu tên hay mã xã", "no commune's name or code"};
    Communes all;
    for (const Epoch epoch : area.epochs) {
        Communes found = communes_of(place, epoch, gazetteer);
        if (found.size() > 1) return several(found);
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    const std::string name = printable(place.name);
    if (all.empty())
        return Message{"không có xã “" + name + "” ở nơi ấy, vào kỳ ấy",
                       "no commune “" + name + "” there at that time"};
    if (all.size() > 1 && is_code(place.name)) return several(all);
    for (report::Commune& commune : all) {
        if (std::find(communes.begin(), communes.end(), commune) == communes.end())
            communes.push_back(std::move(commune));
    }
    return {};
}

/// The lines that are wrong, told together.
class BadLines {
public:
    void add(std::size_t line, const Message& why) {
        if (++count_ > max_named_lines) return;
        const std::string number = std::to_string(line);
        const std::string before = count_ == 1 ? ": " : "; ";
        text_.vi += before + "dòng " + number + ": " + why.vi;
        text_.en += before + "line " + number + ": " + why.en;
    }
    void throw_if_any(const std::string& file) const {
        if (count_ == 0) return;
        const bool is_cut = count_ > max_named_lines;
        const std::string more = std::to_string(count_ - std::min(count_, max_named_lines));
        throw UsageError({file + text_.vi + (is_cut ? "; còn " + more + " dòng nữa" : ""),
                          file + text_.en + (is_cut ? "; and " + more + " more lines" : "")});
    }

private:
    std::size_t count_ = 0;
    Message text_;
};

/// As the area was asked for: “Bắc Hà, Lào Cai”.
std::string quoted(const CoverageArea& area) {
    const std::string between = area.district.empty() || area.province.empty() ? "" : ", ";
    return "“" + printable(area.district + between + area.province) + "”";
}

void check_one_district(const Communes& communes, const CoverageArea& area) {
    std::map<std::string, std::string> districts;
    for (const report::Commune& commune : communes)
        districts[commune.district_code] = commune.district + ", " + commune.province;
    if (districts.size() < 2) return;
    std::string names;
    for (const auto& [code, name] : districts) {
        if (!names.empty()) names += "; ";
        names += name;
    }
    const std::string asked = quoted(area);
    throw UsageError({"có nhiều huyện " + asked + ": " + names + "; hãy thêm --province",
                      "several districts are called " + asked + ": " + names + "; add --province"});
}

}  // namespace

std::vector<report::Commune> communes_that_filed(const std::vector<FiledReport>& reports,
                                                 const report::Gazetteer& gazetteer) {
    std::set<std::pair<Epoch, std::string>> codes;
    for (const FiledReport& report : reports) {
        if (report.commune.is_commune()) codes.emplace(report.commune.epoch, report.commune.code);
    }
    Communes communes;
    for (const auto& [epoch, code] : codes) {
        report::Commune commune = gazetteer.by_code(epoch, code);
        if (!commune.code.empty()) communes.push_back(std::move(commune));
    }
    return communes;
}

std::vector<report::Commune> communes_within(const CoverageArea& area,
                                             const report::Gazetteer& gazetteer) {
    Communes all;
    for (const Epoch epoch : area.epochs) {
        Communes found = found_in(epoch, "", area.district, area.province, gazetteer);
        if (!area.district.empty()) check_one_district(found, area);
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    if (all.empty()) {
        const std::string name = quoted(area);
        throw UsageError({"vào kỳ ấy không có tỉnh, huyện " + name,
                          "there is no province or district " + name + " at that time"});
    }
    return all;
}

std::vector<report::Commune> listed_communes(std::string_view list, const std::string& file,
                                             const CoverageArea& area,
                                             const report::Gazetteer& gazetteer) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (list.starts_with(byte_order_mark)) list.remove_prefix(byte_order_mark.size());
    Communes communes;
    BadLines bad;
    std::size_t number = 0;
    for (const std::string_view line : split(list, '\n')) {
        ++number;
        if (trimmed(line).empty() || line.starts_with('#')) continue;
        const auto why = read_line(listed_place(line, area), area, gazetteer, communes);
        if (why) bad.add(number, *why);
    }
    bad.throw_if_any(file);
    if (communes.empty())
        throw UsageError({file + ": không có xã nào", file + ": there is no commune in it"});
    return communes;
}

}  // namespace commsearch::review
