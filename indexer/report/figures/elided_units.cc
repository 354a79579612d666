#include "indexer/report/figures/elided_units.h"

namespace commsearch::report {
namespace {

/// Hands units on to the neighbours that lack one.
class UnitFiller {
public:
    UnitFiller(FigureTokens tokens, std::vector<Quantity>& quantities)
        : tokens_(tokens), found_(quantities) {}

    void fill() {
        for (std::size_t i = found_.size(); i-- > 0;) {
            if (found_[i].kind != UnitKind::none || found_[i].decimals + fraction(i) == 0) continue;
            if (i + 1 < found_.size() && is_measured(found_[i + 1]) && shares_sentence(i, i + 1))
                take_unit(found_[i], found_[i + 1]);
        }
        for (std::size_t i = 1; i < found_.size(); ++i) {
            if (found_[i].kind != UnitKind::none) continue;
            if (found_[i].decimals > 0) {
                take_last_unit(i);
            } else if (is_measured(found_[i - 1]) && enumerates(i)) {
                take_unit(found_[i], found_[i - 1]);
            }
        }
    }

    /// "Trâu 978 con, bò 62, ngựa 148", "lúa 216 ha (xuân 30, mùa 186)": a comma or bracket and few
    /// words that name a thing stand between.
    [[nodiscard]] bool enumerates(std::size_t at) const {
        constexpr std::size_t longest_name = 5;
        const std::size_t begin = found_[at - 1].next;
        const std::size_t end = found_[at].group;
        std::size_t marks = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const FigureToken& token = tokens_[i];
            if (token.is_number()) return false;
            if (!token.is_mark()) {
                if (cue_at(tokens_, i, CueSet(Cue::up, Cue::down, Cue::beyond, Cue::filler)) > 0 &&
                    cue_at(tokens_, i, CueSet(Cue::plan)) == 0)
                    return false;
                continue;
            }
            const bool parts = token.is(",") || token.is("(") || token.is(")") || token.is(":");
            if (!parts) return false;
            marks += token.is(":") ? 0 : 1;
        }
        return marks > 0 && end - begin <= longest_name + marks;
    }

private:
    /// 1 when a whole number is joined to the next one by "và", ',' or '+' alone.
    [[nodiscard]] int fraction(std::size_t i) const {
        if (i + 1 >= found_.size() || found_[i].next + 1 != found_[i + 1].group) return 0;
        const FigureToken& joint = tokens_[found_[i].next];
        return joint.is("và") || joint.is("+") ? 1 : 0;
    }

    [[nodiscard]] static bool is_measured(const Quantity& quantity) {
        return quantity.kind == UnitKind::measure || quantity.kind == UnitKind::money ||
               quantity.unit == "con";
    }

    [[nodiscard]] bool shares_sentence(std::size_t one, std::size_t other) const {
        for (std::size_t i = found_[one].next; i < found_[other].group; ++i) {
            if (ends_sentence(tokens_, i)) return false;
        }
        return true;
    }

    void take_last_unit(std::size_t at) {
        constexpr std::size_t far = 12;
        for (std::size_t i = at; i-- > 0 && at - i < far;) {
            if (found_[i].kind == UnitKind::count) return;
            if (is_measured(found_[i])) return take_unit(found_[at], found_[i]);
        }
    }

    static void take_unit(Quantity& quantity, const Quantity& of) {
        quantity.kind = of.kind;
        quantity.unit = of.unit;
        quantity.factor = of.factor;
        quantity.set_value();
        quantity.unit_elided = true;
    }

    FigureTokens tokens_;
    std::vector<Quantity>& found_;
};

}  // namespace

void fill_elided_units(FigureTokens tokens, std::vector<Quantity>& quantities) {
    UnitFiller(tokens, quantities).fill();
}

}  // namespace commsearch::report
