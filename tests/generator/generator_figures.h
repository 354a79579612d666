#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/generator_random.h"

namespace commsearch {

/// How a figure of a commune moves from month to month; corpus/templates/README.md tells the
/// columns of each.
enum class FigureKind : std::uint8_t {
    fixed,
    rise,
    fall,
    wave,
    yearly,
    part,
    plus,
    product,
    flow,
    flowpart,
    plan,
    total
};

struct FigureRule {
    FigureKind kind = FigureKind::fixed;
    std::string name;
    int of = -1;      ///< the figure it is made from
    int second = -1;  ///< another one: factor of a product, cap of a rise
    std::int64_t low = 0, high = 0, step = 0, odds = 1;
    std::int64_t bound = 0;  ///< cap, floor or divisor
};

/// The rules of figures.tmpl. Throws Error naming the line it does not understand.
[[nodiscard]] std::vector<FigureRule> read_figure_rules(std::string_view text);
[[nodiscard]] std::vector<std::string> figure_names(const std::vector<FigureRule>& rules);

/// The figures of one commune at the end of one month. Flows (revenue, dossiers …) also have a sum
/// over the months of the year.
class CommuneFigures {
public:
    /// The state before the January of the first year. `rules` must outlive it.
    CommuneFigures(const std::vector<FigureRule>& rules, std::uint64_t seed);

    /// Goes to the next month; the first call gives January.
    void advance();

    [[nodiscard]] int month() const { return month_; }
    /// A stock as it stands; a flow summed over the last `months` months of the year.
    [[nodiscard]] std::int64_t value(int figure, int months) const;
    /// Since January.
    [[nodiscard]] std::int64_t total(int figure) const { return value(figure, month_); }
    /// Position of a figure; -1 when there is none.
    [[nodiscard]] int index_of(std::string_view name) const;

private:
    struct Figure {
        std::int64_t value = 0;  ///< of a flow: its usual month
        std::int64_t share = 0;  ///< permille or start that stays with the commune
        std::array<std::int64_t, 12> months{};
    };
    void start(const FigureRule& rule, Figure& figure);
    void move(const FigureRule& rule, Figure& figure);
    void move_stock(const FigureRule& rule, Figure& figure);
    void move_with_others(const FigureRule& rule, Figure& figure);
    [[nodiscard]] std::int64_t other(int index) const {
        return figures_[static_cast<std::size_t>(index)].value;
    }
    [[nodiscard]] std::int64_t& this_month(Figure& figure) const {
        return figure.months[static_cast<std::size_t>(month_ - 1)];
    }

    const std::vector<FigureRule>& rules_;
    std::vector<Figure> figures_;
    Random random_;
    int month_ = 0;
};

}  // namespace commsearch
