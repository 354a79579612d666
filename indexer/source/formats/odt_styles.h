#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// What the styles of an OpenDocument text say: how lists and headings are numbered, which text is
/// hidden. styles.xml and content.xml both declare some; a later one of a name takes the place of
/// an earlier one. Not for two threads at once.
class OdtStyles {
public:
    /// To be called of every event of a part, in order.
    void take(const XmlEvent& event);

    /// The list of a style, made when there is none.
    [[nodiscard]] NumberedList& list(const std::string& style) { return lists_[style]; }
    /// The number of the next heading of `level` (1-based), which stands in no list and has `style`.
    [[nodiscard]] std::string next_heading(std::uint32_t level, const std::string& style);
    /// Whether text of a style of `family` ("paragraph", "text") is hidden.
    [[nodiscard]] bool hides(std::string_view family, const std::string& style) const;

private:
    struct Style {
        std::string parent;                 ///< with its family, as styles_ names it
        std::optional<bool> is_hidden;      ///< nothing: as its parent
        std::optional<std::string> list{};  ///< nothing: as its parent
    };

    void take_level(const XmlEvent& event);

    std::map<std::string, NumberedList> lists_;
    std::map<std::string, Style> styles_;  ///< by family and name
    std::string outline_;                  ///< the list of the headings
    std::string list_, style_;             ///< being declared
};

}  // namespace commsearch::source
