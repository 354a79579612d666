#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/abbreviations.h"

namespace commsearch::abbreviation {

/// A short form that a text itself explains: "nông thôn mới (NTM)".
struct Definition {
    std::string short_form;   ///< as written, NFC: "NTM", "KT-XH"
    std::string long_form;    ///< as written, NFC, in one line: "nông thôn mới"
    std::uint32_t begin = 0;  ///< byte of the text where the short form stands

    bool operator==(const Definition&) const = default;
};

/// The definitions of a text, in order: "long form (SF)", "long form (sau đây gọi tắt là SF)" and
/// the same without parentheses, "gọi chung là", "viết tắt là", "sau đây gọi là" as well. The long
/// form is what stands before, as far back as the initials reach, in one sentence. Words that both
/// forms share are left out: "Hợp tác xã Tân Giáo (… HTX Tân Giáo)" says that HTX is "Hợp tác xã".
/// The other way round "SF (long form)", and "SF: long form" or "SF = long form" to the end of a
/// sentence or item, where every initial fits. Linear in the size of the text.
[[nodiscard]] std::vector<Definition> find_definitions(std::string_view text);

/// The definitions that say more than `known`, as a table of the dictionary's columns, each once;
/// empty when there are none.
[[nodiscard]] std::string definitions_table(std::span<const Definition> definitions,
                                            const word::Abbreviations& known);

/// What the texts of one document define beyond `known`, for ReadingContext::local; none when they
/// define nothing.
[[nodiscard]] std::optional<word::Abbreviations> local_abbreviations(
    const std::vector<std::string_view>& texts, const word::Abbreviations& known);

}  // namespace commsearch::abbreviation
