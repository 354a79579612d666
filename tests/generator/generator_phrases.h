#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/generator_templates.h"

namespace commsearch {

/// What a slot may name, in the order of the numbers that pieces carry.
struct SlotNames {
    std::vector<std::string> figures, abbreviations, lists;
};

/// "{^village} [đã|đang] thu {n:3-9} tấn" taken apart; the grammar is in
/// corpus/templates/README.md. Throws Error, naming `where`, when a bracket is open or a slot names
/// nothing.
[[nodiscard]] Phrase read_phrase(std::string_view text, const SlotNames& names,
                                 const std::string& where);

/// Reads "<1-3 y2022-2026 mountain,south>" off the front of `text`, blanks behind it too. A text
/// without it has no bounds.
[[nodiscard]] Guard taken_guard(std::string_view& text, const std::string& where);

/// Position of "delta", "mountain" … in Landscape; -1 when there is none.
[[nodiscard]] int region_of_name(std::string_view name);

/// Throws the Error of a template that is not understood.
[[noreturn]] void refuse_template(const std::string& where, const std::string& what);

}  // namespace commsearch
