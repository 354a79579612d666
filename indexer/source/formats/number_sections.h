#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// A piece of a section of a format code of numbers.
struct FormatPiece {
    /// elapsed: "[h]", hours that go on over a day; exponent: the places behind "E+".
    enum class Kind : unsigned char { literal, digits, percent, date, elapsed, exponent };
    Kind kind = Kind::literal;
    std::string text;
};

/// Which numbers a section is for: "[>=1000]".
struct FormatCondition {
    std::string comparison;  ///< "<", "<=", "=", "<>", ">=" or ">"
    double limit = 0;
    [[nodiscard]] bool holds(double value) const;
};

struct FormatSection {
    std::vector<FormatPiece> pieces;
    std::optional<FormatCondition> condition;
};

/// The sections of a code, between ';' outside of quotes; one at least.
[[nodiscard]] std::vector<std::string_view> sections_of(std::string_view code);
[[nodiscard]] FormatSection section_of(std::string_view text);

}  // namespace commsearch::source
