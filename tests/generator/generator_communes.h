#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/generator_random.h"
#include "tests/generator/generator_templates.h"

namespace commsearch {

/// A commune of the gazetteer (type xã, before July 2025).
struct GazetteerCommune {
    std::string code, name, district_type, district, province;
    Landscape region = Landscape::delta;
};

/// The habits of the office that types a commune's reports.
struct OfficeHabits {
    ToneStyle tones = ToneStyle::old_style;
    std::uint32_t short_forms = 60;  ///< percent of abbreviations that stay short
    std::uint32_t run_in = 20;       ///< percent of headings with the text on the same line
    std::uint32_t reports_a_month = 12;
    bool leading_zero = true;  ///< "04 trường hợp"
    bool letters = false;      ///< A, B above I, II
    bool dashes = false;       ///< "- " before paragraphs
    int money = 0;             ///< 43.600.000 đồng; 43,6 triệu đồng; 44 triệu đồng
};

/// A commune whose reports are made up.
struct GeneratedCommune {
    GazetteerCommune place;  ///< names as the gazetteer spells them
    std::uint64_t seed = 0;
    OfficeHabits habits;
    std::string folder;  ///< "<province slug>/<commune slug>-<code>"

    [[nodiscard]] std::string district() const {
        return place.district_type + " " + place.district;
    }
};

/// All xã of units_before_2025_07.tsv in `dictionaries`, by code. Throws Error when it cannot be
/// read.
[[nodiscard]] std::vector<GazetteerCommune> read_communes(
    const std::filesystem::path& dictionaries);

/// The first `count` of all communes in an order that `seed` alone decides: a larger corpus holds
/// the smaller one. Throws Error when there are not so many.
[[nodiscard]] std::vector<GeneratedCommune> choose_communes(std::vector<GazetteerCommune> all,
                                                            std::size_t count, std::uint64_t seed);

}  // namespace commsearch
