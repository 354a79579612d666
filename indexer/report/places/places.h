#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/places/gazetteer.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A commune as a text names it.
struct NamedPlace {
    std::string type;  ///< "xã", "phường", "thị trấn", "đặc khu"; empty when not said
    std::string name;  ///< as written
    std::string province;  ///< said with it; empty when not
};

/// The communes a line names with their type: "xã Cao Ngọc", "XÃ CHI KHÊ". A name ends where the
/// gazetteer's longest name ends, else with the last capitalised word. "xã hội" is none.
[[nodiscard]] std::vector<NamedPlace> places_named(std::string_view line,
                                                   const Gazetteer& gazetteer);
[[nodiscard]] std::vector<NamedPlace> places_named(const Line& line, const Gazetteer& gazetteer);

/// What a report tells about where it comes from. The keys are unaccented words (words_key).
struct PlaceEvidence {
    std::vector<NamedPlace> names;  ///< best first
    std::string district;           ///< stated by the source; may be empty
    std::string province;           ///< stated by the source; may be empty
    std::string near_key;           ///< header, title, opening, recipients, banner
    std::string body_key;           ///< the text, or as much of it as is worth counting in
    std::string path_key;           ///< folders and file name
    Date date;
};

/// Where a report comes from.
struct Located {
    /// When several share the name and nothing decides, the code is empty and the name filled, with
    /// what the candidates have in common.
    Commune commune;
    std::vector<Commune> candidates;  ///< those several; else empty
};

/// The commune the evidence points at.
[[nodiscard]] Located locate(const PlaceEvidence& evidence, const Gazetteer& gazetteer);

}  // namespace commsearch::report
