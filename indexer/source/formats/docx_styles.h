#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace commsearch::source {

/// Which styles of a .docx hide their text (w:vanish in styles.xml).
class DocxStyles {
public:
    /// May be empty. Throws Error when its XML is broken.
    explicit DocxStyles(std::string_view styles);

    /// What the style, or one that it is based on, says; nothing when none does.
    [[nodiscard]] std::optional<bool> hides(std::string style) const;

private:
    struct Style {
        std::string based_on;
        std::optional<bool> hides;
    };
    std::map<std::string, Style> styles_;
};

}  // namespace commsearch::source
