#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"

namespace commsearch::source {

/// What the cells of a workbook point to: styles.xml and sharedStrings.xml. Not for two threads at
/// once.
class XlsxTables {
public:
    /// Either may be empty. Throws Error when its XML is broken.
    XlsxTables(std::string_view styles, std::string_view shared_strings);

    /// A shared string; empty for a number that has none.
    [[nodiscard]] std::string_view shared(std::size_t number) const;
    /// The number format of a style; empty for General.
    [[nodiscard]] std::string_view number_format(std::size_t style) const;
    /// `text` of a cell of a style, decoded when the style's font tells a legacy encoding.
    [[nodiscard]] std::string decoded(std::string text, std::size_t style) const;

private:
    struct Style {
        std::string format;
        std::optional<encoding::FontEncoding> font;
    };
    class StyleReader;

    std::vector<Style> styles_;
    std::vector<std::string> strings_;
};

}  // namespace commsearch::source
