#include "indexer/report/figures/figure_roles.h"

#include <algorithm>

namespace commsearch::report {
namespace {

using Part = Quantity::Part;

/// Reads the role of one quantity from the words at both sides.
class RoleReader {
public:
    RoleReader(FigureTokens tokens, std::span<const Quantity> quantities, std::size_t at)
        : tokens_(tokens), all_(quantities), at_(at), quantity_(quantities[at]) {}

    [[nodiscard]] RoleReading read(bool is_plan) const {
        const double value = quantity_.value;
        if (quantity_.part == Part::denominator) return {denominator(is_plan), value};
        if (is_plan) return {FigureRole::plan, value};
        if (is_asked_for(tokens_, quantity_.group)) return {FigureRole::plan, value};
        if (quantity_.kind == UnitKind::percent) return percent();
        const Move move = change_before();
        if (move != Move::none) return {FigureRole::change, move == Move::down ? -value : value};
        if (plan_before()) return {FigureRole::plan, value};
        const bool total =
            cue_before(tokens_, quantity_.group, CueSet(Cue::whole)) < quantity_.group;
        if ((total && !begins_total()) || is_base_of_share()) return {FigureRole::whole, value};
        return {FigureRole::actual, value};
    }

private:
    enum class Move : std::uint8_t { none, up, down, beyond };

    [[nodiscard]] RoleReading percent() const {
        const double value = quantity_.value;
        const Move move = change_before();
        if (plan_behind() || plan_compared() || (move == Move::beyond && follows_target())) {
            constexpr double all = 100;
            if (move == Move::beyond || move == Move::up) return {FigureRole::of_plan, all + value};
            if (move == Move::down) return {FigureRole::of_plan, all - value};
            return {FigureRole::of_plan, value};
        }
        if (move != Move::none) return {FigureRole::change, move == Move::down ? -value : value};
        if (plan_before()) return {FigureRole::plan, value};
        if (is_share()) return {share_role(), value};
        return {FigureRole::actual, value};
    }

    /// "118/110 ha, vượt 7,3%"
    [[nodiscard]] bool follows_target() const {
        if (at_ < 2 || all_[at_ - 1].part != Part::denominator) return false;
        return RoleReader(tokens_, all_, at_ - 1).denominator(false) == FigureRole::plan;
    }

    /// The target of a fraction, or all there are.
    [[nodiscard]] FigureRole denominator(bool is_plan) const {
        const Quantity& numerator = all_[at_ - 1];
        if (is_plan) return FigureRole::whole;
        const bool measured =
            quantity_.kind == UnitKind::measure || quantity_.kind == UnitKind::money;
        const bool exceeded = numerator.value > quantity_.value;
        return measured || exceeded || by_quota() ? FigureRole::plan : FigureRole::whole;
    }

    [[nodiscard]] bool by_quota() const {
        constexpr std::size_t near = 6;
        for (std::size_t i = quantity_.group; i > 0 && quantity_.group - i < near; --i) {
            if (parts_clauses(tokens_[i - 1]) && !tokens_[i - 1].is(":")) return false;
            if (ends_sentence(tokens_, i - 1)) return false;
            if (cue_at(tokens_, i - 1, CueSet(Cue::quota)) > 0) return true;
        }
        return false;
    }

    /// "tăng 01", "giảm được 12", "giảm so với cùng kỳ 5", "vượt dự kiến 13"
    [[nodiscard]] Move change_before() const {
        std::size_t at = quantity_.group;
        while (at > 0) {
            const std::size_t move =
                cue_before(tokens_, at, CueSet(Cue::up, Cue::down, Cue::beyond));
            // "đạt và vượt 18 chỉ tiêu" counts what was reached.
            if (move < at)
                return move > 0 && tokens_[move - 1].is("và") ? Move::none : move_at(move);
            std::size_t link = cue_before(tokens_, at, CueSet(Cue::link));
            if (link == at) link = comparison_before(at);
            if (link == at) return Move::none;
            at = link;
        }
        return Move::none;
    }

    /// Where "so với …" begins that reaches to the token `at`; `at` when there is none.
    [[nodiscard]] std::size_t comparison_before(std::size_t at) const {
        constexpr std::size_t far = 8;
        for (std::size_t i = at; i > 0 && at - i < far; --i) {
            if (tokens_[i - 1].is_mark()) return at;
            if (cue_at(tokens_, i - 1, CueSet(Cue::versus)) > 0) return i - 1;
        }
        return at;
    }

    [[nodiscard]] Move move_at(std::size_t at) const {
        if (cue_at(tokens_, at, CueSet(Cue::down)) > 0) return Move::down;
        return cue_at(tokens_, at, CueSet(Cue::beyond)) > 0 ? Move::beyond : Move::up;
    }

    /// "% dự toán", "% so với kế hoạch", "% tổng dự toán năm"
    [[nodiscard]] bool plan_behind() const {
        constexpr std::size_t near = 4;
        for (std::size_t i = quantity_.next; i < tokens_.size() && i - quantity_.next < near; ++i) {
            if (tokens_[i].is_number()) return false;
            if (tokens_[i].is_mark()) {
                // "(đạt 97% so KH)", "120% (KH 5 ha)": the bracket tells of something else.
                return false;
            }
            if (cue_at(tokens_, i, CueSet(Cue::plan)) > 0) return true;
            const bool between = cue_at(tokens_, i, CueSet(Cue::versus, Cue::plan_link)) > 0 ||
                                 tokens_[i].is("với") || tokens_[i].is("tổng") ||
                                 tokens_[i].is("mức") || tokens_[i].is("các");
            if (!between) return false;
        }
        return false;
    }

    /// "so với kế hoạch đạt 97%", "đạt kế hoạch 100%" has no "so với"
    [[nodiscard]] bool plan_compared() const {
        constexpr std::size_t far = 8;
        bool plan = false;
        for (std::size_t i = quantity_.group; i > 0 && quantity_.group - i < far; --i) {
            if (tokens_[i - 1].is_mark() || tokens_[i - 1].is_number()) return false;
            if (cue_at(tokens_, i - 1, CueSet(Cue::beyond)) > 0 && plan) return true;
            if (cue_at(tokens_, i - 1, CueSet(Cue::versus)) > 0)
                return plan || cue_at(tokens_, i - 1, CueSet(Cue::plan)) > 0;
            plan = plan || cue_at(tokens_, i - 1, CueSet(Cue::plan)) > 0;
        }
        return false;
    }

    /// "dự toán 15.160 triệu đồng", "chỉ tiêu giao 13", "kế hoạch năm: 70 hồ sơ"
    [[nodiscard]] bool plan_before() const {
        const CueSet links(Cue::plan_link, Cue::about, Cue::above, Cue::below);
        std::size_t at = quantity_.group;
        while (at > 0) {
            const std::size_t plan = cue_before(tokens_, at, CueSet(Cue::plan));
            if (plan < at)
                return cue_before(tokens_, plan, CueSet(Cue::beyond, Cue::share_link)) == plan ||
                       quantity_.kind != UnitKind::percent;
            const std::size_t link = cue_before(tokens_, at, links);
            if (link == at) return false;
            at = link;
        }
        return false;
    }

    /// "2,03% của 3.012 hộ", "2,99% trong 1.742 hộ"
    [[nodiscard]] bool is_base_of_share() const {
        if (at_ == 0 || all_[at_ - 1].kind != UnitKind::percent) return false;
        const std::size_t from = all_[at_ - 1].next;
        if (from + 1 != quantity_.group) return false;
        return tokens_[from].is("của") || tokens_[from].is("trong") || tokens_[from].is("trên");
    }

    /// "Tổng số 15 hộ" at the begin of a clause counts by itself.
    [[nodiscard]] bool begins_total() const {
        const std::size_t from = cue_before(tokens_, quantity_.group, CueSet(Cue::whole));
        return tokens_[from].is("tổng");
    }

    /// "158 hộ (7,33%)", "chiếm 4,2%", "93 HS đạt: 39.1 %"
    [[nodiscard]] bool is_share() const {
        if (cue_before(tokens_, quantity_.group, CueSet(Cue::share)) < quantity_.group) return true;
        if (at_ == 0) return false;
        const Quantity& before = all_[at_ - 1];
        if (before.kind == UnitKind::percent || before.next > quantity_.group) return false;
        return links_share(before);
    }

    /// Whether only words that lead from a count to its share stand between; a bracket may follow
    /// the counted noun: "158 hộ nghèo (7,33%)".
    [[nodiscard]] bool links_share(const Quantity& before) const {
        constexpr std::size_t far = 12;
        std::size_t i = before.next;
        if (quantity_.group - i > far) return false;
        const bool bracket = quantity_.group > 0 && opens_share_bracket();
        if (bracket) {
            return std::none_of(
                tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                tokens_.begin() + static_cast<std::ptrdiff_t>(bracket_at()),
                [](const FigureToken& token) { return token.is_mark() && token.text != "/"; });
        }
        bool linked = false;
        bool commas = false;
        while (i < quantity_.group) {
            if (ends_sentence(tokens_, i)) return false;
            const std::size_t size = cue_at(tokens_, i, CueSet(Cue::share_link));
            if (size == 0) return false;
            if (tokens_[i].is(",")) commas = true;
            if (!tokens_[i].is_mark() || tokens_[i].is("=") || tokens_[i].is("(")) linked = true;
            i += size;
        }
        return linked || !commas;
    }

    /// "(", "(chiếm", "(đạt", "( tỷ lệ" before the number.
    [[nodiscard]] bool opens_share_bracket() const { return bracket_at() < quantity_.group; }

    [[nodiscard]] std::size_t bracket_at() const {
        std::size_t i = quantity_.group;
        constexpr std::size_t far = 4;
        while (i > 0 && quantity_.group - i < far) {
            if (tokens_[i - 1].is("(")) return i - 1;
            if (cue_at(tokens_, i - 1, CueSet(Cue::share_link)) == 0) break;
            --i;
        }
        return quantity_.group;
    }

    /// A per cent behind a fraction whose whole is a plan is one of the plan; so is one behind a
    /// measure ("12 ha, đạt 95%").
    [[nodiscard]] FigureRole share_role() const {
        const bool told =
            cue_before(tokens_, quantity_.group, CueSet(Cue::share)) < quantity_.group;
        if (told || at_ == 0) return FigureRole::share;
        const Quantity& before = all_[at_ - 1];
        if (before.part == Part::denominator) {
            const RoleReader other(tokens_, all_, at_ - 1);
            return other.denominator(false) == FigureRole::plan ? FigureRole::of_plan
                                                                : FigureRole::share;
        }
        const bool bracket = opens_share_bracket();
        const bool measured = before.kind == UnitKind::measure || before.kind == UnitKind::money;
        return measured && !bracket &&
                       cue_before(tokens_, quantity_.group, CueSet(Cue::rate)) == quantity_.group
                   ? FigureRole::of_plan
                   : FigureRole::share;
    }

    FigureTokens tokens_;
    std::span<const Quantity> all_;
    std::size_t at_;
    const Quantity& quantity_;
};

}  // namespace

bool is_asked_for(FigureTokens tokens, std::size_t at) {
    constexpr std::size_t far = 24;
    for (std::size_t i = at; i > 0 && at - i < far; --i) {
        const FigureToken& token = tokens[i - 1];
        if (ends_sentence(tokens, i - 1) || token.is(";")) return false;
        if (cue_at(tokens, i - 1, CueSet(Cue::ask)) == 0) continue;
        // Asked for are clauses that begin so.
        return i == 1 || tokens[i - 2].is_mark();
    }
    return false;
}

RoleReading role_of(FigureTokens tokens, std::span<const Quantity> quantities, std::size_t at,
                    bool is_plan) {
    return RoleReader(tokens, quantities, at).read(is_plan);
}

}  // namespace commsearch::report
