#include "tests/generator/generator_communes.h"

#include <charconv>
#include <fstream>
#include <iterator>
#include <map>

#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

constexpr std::size_t unit_columns = 6;

/// By the code of the province, which runs from north to south.
Landscape region_of_province(std::string_view code) {
    constexpr std::string_view delta = " 01 22 26 27 30 31 33 34 35 36 37 ";
    constexpr std::string_view highlands = " 62 64 66 67 68 ";
    const std::string key = " " + std::string(code) + " ";
    if (delta.find(key) != std::string_view::npos) return Landscape::delta;
    if (highlands.find(key) != std::string_view::npos) return Landscape::highlands;
    if (code < "38") return Landscape::mountain;
    return code < "70" ? Landscape::central : Landscape::south;
}

OfficeHabits habits_of(Random random) {
    OfficeHabits habits;
    habits.tones = random.percent(25) ? ToneStyle::new_style : ToneStyle::old_style;
    habits.short_forms = 25 + random.below(66);
    habits.run_in = random.percent(40) ? 0 : random.below(70);
    habits.reports_a_month = 6 + random.below(20);
    habits.leading_zero = random.percent(65);
    habits.letters = random.percent(40);
    habits.dashes = random.percent(45);
    habits.money = static_cast<int>(random.below(3));
    return habits;
}

}  // namespace

std::vector<GazetteerCommune> read_communes(const std::filesystem::path& dictionaries) {
    const std::filesystem::path path = dictionaries / "units_before_2025_07.tsv";
    std::ifstream stream(path, std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(stream), {}};
    std::map<std::string_view, std::string_view> provinces;
    std::map<std::string_view, TsvRow> districts;
    std::vector<GazetteerCommune> communes;
    for (const TsvRow& row : tsv_rows(table)) {
        const auto& field = row.fields;
        if (field.size() < unit_columns) continue;
        if (field[0] == "1") provinces[field[1]] = field[3];
        if (field[0] == "2") districts[field[1]] = row;
        if (field[0] != "3" || field[2] != "xã") continue;
        const TsvRow& district = districts[field[4]];
        if (district.fields.empty()) continue;
        communes.push_back({std::string(field[1]), std::string(field[3]),
                            std::string(district.fields[2]), std::string(district.fields[3]),
                            std::string(provinces[field[5]]), region_of_province(field[5])});
    }
    if (communes.empty()) {
        throw Error({"Không đọc được đơn vị hành chính trong " + path.string(),
                     "no communes could be read from " + path.string() + "; see --gazetteer"});
    }
    return communes;
}

std::vector<GeneratedCommune> choose_communes(std::vector<GazetteerCommune> all, std::size_t count,
                                              std::uint64_t seed) {
    if (count > all.size()) {
        const std::string most = std::to_string(all.size());
        throw Error({"Chỉ có " + most + " xã trong danh mục; hãy giảm --communes",
                     "the gazetteer holds only " + most + " communes; lower --communes"});
    }
    Random(mixed(seed, hash_of("communes"))).shuffle(std::span(all));
    all.resize(count);
    std::vector<GeneratedCommune> chosen;
    for (GazetteerCommune& place : all) {
        GeneratedCommune commune;
        commune.seed = mixed(seed, hash_of(place.code));
        commune.habits = habits_of(Random(mixed(commune.seed, hash_of("habits"))));
        commune.folder = slug_of(place.province) + "/" + slug_of(place.name) + "-" + place.code;
        commune.place = std::move(place);
        chosen.push_back(std::move(commune));
    }
    return chosen;
}

}  // namespace commsearch
