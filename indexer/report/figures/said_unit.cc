#include "indexer/report/figures/said_unit.h"

#include <algorithm>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"

namespace commsearch::report {
namespace {

/// "đồng/người/năm", "tạ/ha", "triệu đồng mỗi sào"
void add_per(FigureTokens tokens, SaidUnit& unit) {
    constexpr int most = 2;
    for (int i = 0; i < most && (unit.next < tokens.size() && tokens[unit.next].is("/")); ++i) {
        const std::size_t at = unit.next + 1;
        if (at >= tokens.size() || !tokens[at].is_word()) return;
        const UnitAt per = unit_at(tokens, at);
        unit.name += '/';
        const bool known = per.unit != nullptr && !per.unit->name.empty();
        unit.name += known ? per.unit->name : tokens[at].key;
        unit.next = at + (known ? per.size : 1);
    }
    const std::size_t each = cue_at(tokens, unit.next, CueSet(Cue::each));
    if (each == 0 || unit.kind != UnitKind::money) return;
    const std::size_t at = unit.next + each;
    const UnitAt per = unit_at(tokens, at);
    if (per.unit == nullptr || per.unit->kind == UnitKind::time) return;
    unit.name += '/';
    unit.name += per.unit->name;
    unit.next = at + per.size;
}

/// A counted noun that no table knows: the word behind the number.
SaidUnit noun_at(FigureTokens tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].is_word()) return {UnitKind::none, "", 1, at};
    if (cue_at(tokens, at, CueSet(Cue::no_unit, Cue::up, Cue::down, Cue::beyond, Cue::plan)) > 0)
        return {UnitKind::none, "", 1, at};
    if (tokens[at].capital && tokens[at].glued) return {UnitKind::none, "", 1, at};
    return {UnitKind::count, std::string(tokens[at].key), 1, at + 1};
}

}  // namespace

SaidUnit said_unit(FigureTokens tokens, std::size_t at) {
    const UnitAt found = unit_at(tokens, at);
    if (found.unit == nullptr) return noun_at(tokens, at);
    SaidUnit unit{found.unit->kind, std::string(found.unit->name), found.unit->factor,
                  at + found.size};
    if (unit.kind == UnitKind::factor) {
        const UnitAt counted = unit_at(tokens, unit.next);
        const bool is_counted =
            counted.unit != nullptr &&
            (counted.unit->kind == UnitKind::count || counted.unit->kind == UnitKind::measure ||
             counted.unit->kind == UnitKind::money);
        unit.kind = is_counted ? counted.unit->kind : UnitKind::money;
        unit.name = is_counted ? counted.unit->name : "đồng";
        if (is_counted) {
            unit.next += counted.size;
            unit.factor *= counted.unit->factor;
        }
    }
    if (unit.kind == UnitKind::money || unit.kind == UnitKind::measure) add_per(tokens, unit);
    return unit;
}

SaidUnit unit_of_text(std::string_view text) {
    constexpr std::size_t longest_unit = 3;
    const FigureLine line(text);
    const FigureTokens tokens = line.tokens();
    if (tokens.empty() || tokens.size() > 2 * longest_unit) return {};
    const UnitAt found = unit_at(tokens, 0);
    if (found.unit == nullptr) {
        const bool is_noun = tokens.size() <= longest_unit &&
                             std::all_of(tokens.begin(), tokens.end(),
                                         [](const FigureToken& token) { return token.is_word(); });
        return is_noun ? SaidUnit{UnitKind::count, lower(text), 1, 0} : SaidUnit{};
    }
    SaidUnit unit{found.unit->kind, std::string(found.unit->name), found.unit->factor, 0};
    if (unit.kind == UnitKind::factor) unit = {UnitKind::money, "đồng", unit.factor, 0};
    std::size_t at = found.size;
    for (; at + 1 < tokens.size() && tokens[at].is("/"); at += 2) {
        unit.name += '/';
        unit.name += tokens[at + 1].key;
    }
    return at == tokens.size() ? unit : SaidUnit{};
}

SaidUnit unit_in_brackets(std::string_view text) {
    const std::size_t open = text.rfind('(');
    const std::size_t close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) return {};
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    if (inside.starts_with("ĐVT") || inside.starts_with("Đơn vị")) {
        const std::size_t colon = inside.find(':');
        return colon == std::string_view::npos ? SaidUnit{}
                                               : unit_of_text(trimmed(inside.substr(colon + 1)));
    }
    const SaidUnit unit = unit_of_text(inside);
    // "(cả năm)", "(mới)" tell of no unit.
    const FigureLine line(inside);
    return cue_at(line.tokens(), 0, CueSet(Cue::no_unit, Cue::whole_year)) > 0 ? SaidUnit{} : unit;
}

}  // namespace commsearch::report
