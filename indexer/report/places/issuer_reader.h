#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/places/gazetteer.h"
#include "indexer/report/places/places.h"
#include "indexer/report/report.h"

namespace commsearch::report {

/// Who issued a paper, as its letterhead says.
struct LetterheadIssuer {
    Issuer kind = Issuer::unknown;
    Level level = Level::unknown;
    std::string name;         ///< without its place: "Sở Nội vụ", "UBND"
    std::string place_words;  ///< what the place is called behind the name: "tỉnh Lâm Đồng"
    /// Its province and district, as far as they are known; never a commune.
    Commune region;
    std::optional<NamedPlace> commune;  ///< of a body of a commune, or within one
    bool shows_place = true;            ///< a school is called by its own name alone
    bool is_known = false;              ///< the dictionary of bodies has it
};

/// Reads the bodies of a letterhead (bodies_of), the highest first: the last one issues the paper,
/// and where its name leaves level or place open, those above it tell. Places are looked up in the
/// epochs of `date`. Nothing when there are no bodies.
[[nodiscard]] std::optional<LetterheadIssuer> letterhead_issuer(
    const std::vector<std::string>& bodies, Date date, const Gazetteer& gazetteer);

/// The same for the first body that a title names: "Báo cáo của UBND huyện Cẩm Xuyên".
[[nodiscard]] std::optional<LetterheadIssuer> issuer_in_text(std::string_view text, Date date,
                                                             const Gazetteer& gazetteer);
/// The same for the body that a sentence begins with, or that speaks in it behind a comma.
[[nodiscard]] std::optional<LetterheadIssuer> issuer_speaking(std::string_view sentence, Date date,
                                                              const Gazetteer& gazetteer);

/// "UBND xã Cao Ngọc", "Sở Y tế Kiên Giang": with the commune that was found, in its own spelling.
[[nodiscard]] std::string full_name(const LetterheadIssuer& issuer, const Commune& commune);

}  // namespace commsearch::report
