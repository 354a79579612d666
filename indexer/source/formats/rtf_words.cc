#include "indexer/source/formats/rtf_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace commsearch::source {
namespace {

constexpr auto known_groups = std::to_array<std::pair<std::string_view, RtfGroup>>({
    {"fonttbl", RtfGroup::fonts},
    {"fldinst", RtfGroup::field_code},
    {"fldrslt", RtfGroup::field_text},
    {"listtext", RtfGroup::label},
    {"pntext", RtfGroup::label},
    {"shptxt", RtfGroup::box},
    {"dptxbxtext", RtfGroup::box},
    {"footnote", RtfGroup::note},
    {"ud", RtfGroup::again},
    {"shpinst", RtfGroup::text},
    {"do", RtfGroup::text},
    {"nesttableprops", RtfGroup::text},
    {"moMath", RtfGroup::text},
    {"moMathPara", RtfGroup::text},
});

/// Groups whose text no reader of the paper sees; the optional ones that are not known are such.
constexpr auto hidden_groups = std::to_array<std::string_view>(
    {"aftncn",     "aftnsep",    "aftnsepc",     "annotation", "atnauthor", "atnid",
     "background", "bkmkend",    "bkmkstart",    "colortbl",   "filetbl",   "footer",
     "footerf",    "footerl",    "footerr",      "ftncn",      "ftnsep",    "ftnsepc",
     "header",     "headerf",    "headerl",      "headerr",    "info",      "listoverridetable",
     "listtable",  "mmathPict",  "nonesttables", "nonshppict", "objclass",  "objdata",
     "objname",    "pict",       "revtbl",       "rsidtbl",    "rxe",       "shprslt",
     "sn",         "stylesheet", "sv",           "tc",         "tcn",       "template",
     "upr",        "xe"});

static_assert(std::is_sorted(hidden_groups.begin(), hidden_groups.end()));

constexpr auto named_characters = std::to_array<std::pair<std::string_view, char32_t>>({
    {"tab", '\t'},
    {"_", '-'},
    {"~", 0xA0},
    {"bullet", 0x2022},
    {"emdash", 0x2014},
    {"endash", 0x2013},
    {"lquote", 0x2018},
    {"rquote", 0x2019},
    {"ldblquote", 0x201C},
    {"rdblquote", 0x201D},
    {"emspace", 0x2003},
    {"enspace", 0x2002},
    {"qmspace", 0x2005},
});

template <class Value, std::size_t size>
std::optional<Value> found_in(const std::array<std::pair<std::string_view, Value>, size>& table,
                              std::string_view word) {
    const auto* const found = std::find_if(table.begin(), table.end(),
                                           [&](const auto& one) { return one.first == word; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<RtfGroup> group_of(std::string_view word, bool is_optional) {
    if (const auto known = found_in(known_groups, word)) return known;
    if (is_optional || std::binary_search(hidden_groups.begin(), hidden_groups.end(), word))
        return RtfGroup::hidden;
    return std::nullopt;
}

std::optional<char32_t> character_of(std::string_view word) {
    return found_in(named_characters, word);
}

}  // namespace commsearch::source
