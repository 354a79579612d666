#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// What a paragraph of a .docx, or its style, says of its number.
struct ListPlace {
    std::string list;  ///< w:numId; empty: not said, "0": none
    std::optional<std::size_t> level;
};

/// The automatic numbers of a .docx: numbering.xml and the lists that styles.xml gives to styles.
/// Not for two threads at once.
class DocxNumbering {
public:
    /// Either part may be empty. Throws Error when its XML is broken.
    DocxNumbering(std::string_view numbering, std::string_view styles);

    /// The number of the next paragraph, which has `style`; empty for most.
    [[nodiscard]] std::string next_label(ListPlace place, const std::string& style);

private:
    struct Style {
        ListPlace place;
        std::string based_on;
    };
    /// An abstract list: what w:num entries share, its count among it.
    struct AbstractList {
        NumberedList list;
        std::string style_link;  ///< the style whose list this one is
    };
    /// w:num: an abstract list with some levels of its own.
    struct List {
        std::string abstract;
        std::map<std::size_t, ListLevel> levels;
        std::map<std::size_t, std::uint32_t> restarts;  ///< until they have been used
    };

    void complete(ListPlace& place, std::string style) const;
    AbstractList* abstract_of(const List& list);
    [[nodiscard]] std::optional<std::size_t> level_of_style(const List& list,
                                                            const std::string& style);
    ListLevel* level_being_read();
    void take_numbering(const XmlEvent& event);
    void take_level(const XmlEvent& event);
    void take_style(const XmlEvent& event);

    std::map<std::string, AbstractList> abstracts_;
    std::map<std::string, List> lists_;  ///< by w:numId
    std::map<std::string, Style> styles_;
    std::string abstract_, num_, style_;  ///< being read
    std::size_t level_ = 0;
};

}  // namespace commsearch::source
