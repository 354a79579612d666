#include "indexer/report/figures/quantities.h"

#include <algorithm>
#include <cmath>

#include "indexer/report/figures/elided_units.h"
#include "indexer/report/figures/number_names.h"
#include "indexer/report/figures/said_unit.h"

namespace commsearch::report {
namespace {

using Part = Quantity::Part;

bool mark_is(FigureTokens tokens, std::size_t at, std::string_view mark) {
    return at < tokens.size() && tokens[at].is_mark() && tokens[at].text == mark;
}

FigureBound bound_of(FigureTokens tokens, std::size_t first, std::size_t next) {
    if (cue_at(tokens, next, CueSet(Cue::upwards)) > 0) return FigureBound::at_least;
    if (cue_at(tokens, next, CueSet(Cue::downwards)) > 0) return FigureBound::at_most;
    if (cue_before(tokens, first, CueSet(Cue::about)) < first) return FigureBound::about;
    if (cue_before(tokens, first, CueSet(Cue::below)) < first) return FigureBound::at_most;
    const std::size_t above = cue_before(tokens, first, CueSet(Cue::above));
    const bool from = above < first && tokens[above].is("từ");
    return above < first && !from ? FigureBound::at_least : FigureBound::none;
}

/// Reads the numbers of a line one after the other.
class QuantityReader {
public:
    explicit QuantityReader(FigureTokens tokens) : tokens_(tokens) {}

    std::vector<Quantity> read() {
        std::size_t at = 0;
        while (at < tokens_.size()) {
            if (!tokens_[at].is_number()) {
                const bool goes_on = mark_is(tokens_, at, ",") || tokens_[at].is("và") ||
                                     cue_at(tokens_, at, CueSet(Cue::to)) > 0;
                if (!goes_on) follows_name_ = false;
                ++at;
                continue;
            }
            const std::size_t day = day_end(tokens_, at);
            at = day > at ? day : read_number(at);
        }
        fill_elided_units(tokens_, found_);
        return std::move(found_);
    }

private:
    /// The number at `at`, alone or with what it makes a fraction or range with; returns where to
    /// go on.
    std::size_t read_number(std::size_t at) {
        const SaidUnit unit =
            is_of_plan(at) ? SaidUnit{UnitKind::none, "", 1, at + 1} : said_unit(tokens_, at + 1);
        const FigureUnit* const said = unit_at(tokens_, at + 1).unit;
        const UnitKind kind = said == nullptr ? UnitKind::none : said->kind;
        if (names_something(tokens_, at, kind, follows_name_)) {
            follows_name_ = true;
            // "xếp thứ 9/36"
            const bool pair = mark_is(tokens_, at + 1, "/") && at + 2 < tokens_.size() &&
                              tokens_[at + 2].is_number();
            return pair ? at + 3 : at + 1;
        }
        follows_name_ = false;
        if (const std::size_t next = read_pair(at, unit); next > at) return next;
        add(at, at, unit, Part::alone);
        return unit.next;
    }

    /// "đạt 119,3 kế hoạch": per cent, and no plans that are counted.
    [[nodiscard]] bool is_of_plan(std::size_t at) const {
        const bool decimal = decimal_number(tokens_[at].text).decimals > 0;
        const bool reached = at > 0 && tokens_[at - 1].is_word() &&
                             cue_before(tokens_, at, CueSet(Cue::share_link, Cue::beyond)) < at;
        // "đạt 12 chỉ tiêu" counts them.
        const bool counted = unit_at(tokens_, at + 1).unit != nullptr && !tokens_[at + 1].is("kế");
        return cue_at(tokens_, at + 1, CueSet(Cue::plan)) > 0 && (decimal || (reached && !counted));
    }

    /// "16/19 tiêu chí", "692,89 ha/680 ha", "9-10 triệu đồng", "0,4 đến 2,1 m"
    std::size_t read_pair(std::size_t at, const SaidUnit& unit) {
        const bool own_unit = unit_at(tokens_, at + 1).unit != nullptr;
        const std::size_t sign = own_unit ? unit.next : at + 1;
        const bool fraction = mark_is(tokens_, sign, "/");
        const std::size_t to = fraction ? 1 : cue_at(tokens_, sign, CueSet(Cue::to));
        const std::size_t second = sign + to;
        if (to == 0 || second >= tokens_.size() || !tokens_[second].is_number()) return at;
        const SaidUnit other = said_unit(tokens_, second + 1);
        if (fraction && mark_is(tokens_, second + 1, "/") && tokens_[second + 1].glued) {
            // "5/6/7": a code
            return second + 1;
        }
        const bool same = !own_unit || unit.name == other.name;
        if (!same) return at;
        if (!fraction) {
            const bool dash = tokens_[sign].is_mark();
            const DecimalNumber low = decimal_number(tokens_[at].text);
            const DecimalNumber high = decimal_number(tokens_[second].text);
            if (low.times(1) >= high.times(1)) return at;
            if (dash && unit_at(tokens_, second + 1).unit == nullptr) return second + 1;
        }
        add(at, at, other, fraction ? Part::numerator : Part::low);
        add(second, at, other, fraction ? Part::denominator : Part::high);
        return other.next;
    }

    void add(std::size_t number, std::size_t group, const SaidUnit& unit, Part part) {
        if (unit.kind == UnitKind::time || unit.kind == UnitKind::rank) return;
        const bool ranked = cue_before(tokens_, group, CueSet(Cue::rank)) < group;
        if (ranked && cue_before(tokens_, group, CueSet(Cue::compound)) == group) return;
        const DecimalNumber value = decimal_number(tokens_[number].text);
        if (!value.is_known) return;
        Quantity quantity;
        quantity.first = number;
        quantity.next = unit.next;
        quantity.group = group;
        quantity.number = value;
        quantity.factor = unit.factor;
        quantity.set_value();
        quantity.part = part;
        quantity.kind = unit.kind;
        quantity.unit = unit.name;
        quantity.bound = part == Part::low    ? FigureBound::lowest
                         : part == Part::high ? FigureBound::highest
                                              : bound_of(tokens_, group, unit.next);
        if (quantity.kind == UnitKind::none) fill_unit(quantity);
        if (is_threshold(quantity)) return;
        found_.push_back(std::move(quantity));
    }

    /// A unit that is not said: "119,3 kế hoạch", "Tổng số tiền là 43.600.000", "262,3" behind ha.
    void fill_unit(Quantity& quantity) const {
        const bool of_plan = quantity.part == Part::alone && is_of_plan(quantity.first);
        constexpr double least_money = 100'000;
        if (of_plan) {
            quantity.kind = UnitKind::percent;
            quantity.unit = "%";
        } else if (quantity.value >= least_money && says_money(quantity.group)) {
            quantity.kind = UnitKind::money;
            quantity.unit = "đồng";
        }
        quantity.unit_elided = quantity.kind != UnitKind::none;
    }

    [[nodiscard]] bool says_money(std::size_t at) const {
        constexpr std::size_t far = 8;
        for (std::size_t i = at; i > 0 && at - i < far; --i) {
            if (tokens_[i - 1].is_number() || ends_sentence(tokens_, i - 1)) return false;
            if (cue_at(tokens_, i - 1, CueSet(Cue::money)) > 0) return true;
        }
        return false;
    }

    /// "điểm Toán dưới 5": no unit behind a bound.
    static bool is_threshold(const Quantity& quantity) {
        return quantity.kind == UnitKind::none && (quantity.bound == FigureBound::at_most);
    }

    FigureTokens tokens_;
    bool follows_name_ = false;
    std::vector<Quantity> found_;
};

}  // namespace

void Quantity::set_value() {
    value = number.times(factor);
    const int scale = static_cast<int>(std::lround(std::log10(factor)));
    decimals = static_cast<std::uint8_t>(std::max(0, number.decimals - scale));
}

std::vector<Quantity> quantities_of(FigureTokens tokens) { return QuantityReader(tokens).read(); }

}  // namespace commsearch::report
