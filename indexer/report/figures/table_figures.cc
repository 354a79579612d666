#include "indexer/report/figures/table_figures.h"

#include <algorithm>
#include <array>

#include "analyzers/base/tsv.h"
#include "analyzers/base/utf8.h"
#include "indexer/report/figures/figure_roles.h"
#include "indexer/report/figures/quantities.h"
#include "indexer/report/figures/said_unit.h"
#include "indexer/report/places/villages.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Kind = FigureColumn::Kind;

bool holds_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A cell and where it stands in its row.
struct Cell {
    std::string_view text;
    std::size_t begin = 0;
};

std::vector<Cell> cells_with_places(std::string_view row) {
    std::vector<Cell> cells;
    for (const std::string_view cell : split(row, '\t')) {
        const std::string_view text = trimmed(cell);
        const bool empty = text.empty();
        cells.push_back({text, empty ? 0 : static_cast<std::size_t>(text.data() - row.data())});
    }
    return cells;
}

/// Reads one row.
class RowReader {
public:
    RowReader(std::string_view row, std::span<const FigureColumn> columns,
              const FigureSetting& setting)
        : row_(row), cells_(cells_with_places(row)), columns_(columns), setting_(setting) {
        for (const FigureColumn& column : columns) {
            has_plan_ |= column.kind == Kind::plan;
            has_results_ |= column.kind == Kind::actual;
        }
        find_name();
        find_unit();
        if (setting_.villages == nullptr) return;
        for (const Village* village : villages_in(name(), *setting_.villages))
            places_.push_back(full_name(*village));
    }

    std::vector<Figure> read() {
        std::vector<Figure> figures;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const bool numbers_row = i < name_ && i >= columns_.size();
            if (i == name_ || numbers_row || !holds_digit(cells_[i].text)) continue;
            const Kind kind = kind_of(i);
            if (kind == Kind::number || kind == Kind::unit || kind == Kind::name) continue;
            read_cell(i, kind, figures);
        }
        for (Figure& figure : figures) {
            figure.sentence_begin = 0;
            figure.sentence_end = static_cast<std::uint32_t>(row_.size());
            if (is_absurd(figure)) figure.set(FigureFlag::absurd);
        }
        compare(figures);
        return figures;
    }

private:
    /// The per cent of a row has to be that of its plan and result.
    static void compare(std::vector<Figure>& figures) {
        const auto the = [&](FigureRole role) {
            return std::find_if(figures.begin(), figures.end(),
                                [&](const Figure& figure) { return figure.role == role; });
        };
        const auto plan = the(FigureRole::plan);
        const auto done = the(FigureRole::actual);
        const auto percent = the(FigureRole::of_plan);
        if (plan == figures.end() || done == figures.end() || percent == figures.end()) return;
        if (contradicts(done->value, plan->value, percent->value))
            percent->set(FigureFlag::contradictory);
    }

    [[nodiscard]] Kind kind_of(std::size_t column) const {
        return column < columns_.size() ? columns_[column].kind : Kind::other;
    }

    /// The cell of a name: below the head of names, else the first with letters.
    void find_name() {
        name_ = cells_.size();
        for (std::size_t i = 0; i < columns_.size() && i < cells_.size(); ++i) {
            if (columns_[i].kind == Kind::name) name_ = i;
        }
        for (std::size_t i = 0; i < cells_.size() && name_ == cells_.size(); ++i) {
            const std::string key = words_key(cells_[i].text);
            if (!key.empty() && !(key.front() >= '0' && key.front() <= '9') &&
                kind_of(i) != Kind::number)
                name_ = i;
        }
    }

    void find_unit() {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (kind_of(i) == Kind::unit) unit_ = unit_of_text(cells_[i].text);
        }
        if (unit_.kind == UnitKind::none && name_ < cells_.size())
            unit_ = unit_in_brackets(cells_[name_].text);
    }

    void read_cell(std::size_t i, Kind kind, std::vector<Figure>& figures) const {
        constexpr std::size_t prose = 6;  // words
        const std::string_view text = cells_[i].text;
        const std::size_t before = figures.size();
        if (word_count(text) > prose) {
            for (Figure& figure : line_figures(text, setting_)) {
                figure.context += ' ' + name();
                figures.push_back(std::move(figure));
            }
        } else {
            const FigureLine line(text);
            const FigureTokens tokens = line.tokens();
            const bool has_sign =
                tokens.size() > 1 && (tokens[0].is("-") || tokens[0].is("–") || tokens[0].is("+"));
            const std::size_t at = has_sign ? 1 : 0;
            if (at + 1 == tokens.size() && tokens[at].is_number()) {
                read_number(i, kind, tokens[at], has_sign && !tokens[0].is("+"), figures);
            } else if (!tokens.empty() && tokens[0].is_number()) {
                read_quantities(i, kind, tokens, figures);
            }
        }
        for (std::size_t f = before; f < figures.size(); ++f) {
            figures[f].begin += static_cast<std::uint32_t>(cells_[i].begin);
            figures[f].end += static_cast<std::uint32_t>(cells_[i].begin);
        }
    }

    /// A cell that is one number.
    void read_number(std::size_t i, Kind kind, const FigureToken& token, bool is_negative,
                     std::vector<Figure>& figures) const {
        const DecimalNumber number = decimal_number(token.text);
        if (!number.is_known) return;
        const SaidUnit unit = unit_for(i, kind);
        Figure figure = figure_of(i, kind, {});
        figure.value = number.times(unit.factor) * (is_negative ? -1 : 1);
        figure.decimals = unit.factor > 1 ? 0 : number.decimals;
        figure.unit = unit.name;
        figure.begin = token.begin;
        figure.end = token.end;
        figures.push_back(std::move(figure));
    }

    /// "55 hộ (1,83%)", "16/19", "65,9%"
    void read_quantities(std::size_t i, Kind kind, FigureTokens tokens,
                         std::vector<Figure>& figures) const {
        const std::vector<Quantity> quantities = quantities_of(tokens);
        for (std::size_t q = 0; q < quantities.size(); ++q) {
            const Quantity& quantity = quantities[q];
            const bool of_plan =
                quantity.kind == UnitKind::percent && has_plan_ && kind == Kind::other;
            Figure figure = figure_of(i, of_plan ? Kind::of_plan : kind, quantity.part);
            if (q > 0 && figure.role == FigureRole::actual)
                figure.role = role_of(tokens, quantities, q, false).role;
            const SaidUnit unit = unit_for(i, kind);
            const bool bare = quantity.kind == UnitKind::none;
            figure.value = quantity.value * (bare ? unit.factor : 1);
            figure.decimals = quantity.decimals;
            figure.unit = bare ? unit.name : quantity.unit;
            figure.bound = quantity.bound;
            figure.begin = tokens[quantity.first].begin;
            figure.end = tokens[std::max(quantity.next, quantity.first + 1) - 1].end;
            figures.push_back(std::move(figure));
        }
    }

    [[nodiscard]] SaidUnit unit_for(std::size_t i, Kind kind) const {
        if (kind == Kind::of_plan) return {UnitKind::percent, "%", 1, 0};
        if (unit_.kind != UnitKind::none) return unit_;
        return i < columns_.size() ? unit_in_brackets(columns_[i].head) : SaidUnit{};
    }

    [[nodiscard]] std::string name() const {
        return name_ < cells_.size() ? std::string(cells_[name_].text) : std::string();
    }

    [[nodiscard]] Figure figure_of(std::size_t i, Kind kind, Quantity::Part part) const {
        Figure figure;
        figure.horizon = has_results_ ? PlanOrResult::result : setting_.horizon;
        figure.role = role(kind, part, figure.horizon == PlanOrResult::plan);
        figure.indicator = name();
        const std::string head = i < columns_.size() ? columns_[i].head : std::string();
        figure.places = places_;
        if (!figure.places.empty() && !head.empty()) {
            figure.indicator = head;
        } else if (kind == Kind::other && !head.empty()) {
            figure.indicator += ' ' + head;
        } else {
            figure.context = head;
        }
        if (figure.role == FigureRole::of_plan) figure.indicator += " so với kế hoạch";
        figure.context += figure.context.empty() ? "" : " ";
        figure.context += setting_.heading;
        figure.period = period(i, figure.role);
        return figure;
    }

    [[nodiscard]] FigureRole role(Kind kind, Quantity::Part part, bool next) const {
        if (part == Quantity::Part::denominator) return FigureRole::whole;
        if (kind == Kind::plan || next) return FigureRole::plan;
        if (kind == Kind::of_plan) return has_plan_ ? FigureRole::of_plan : FigureRole::share;
        return kind == Kind::change ? FigureRole::change : FigureRole::actual;
    }

    [[nodiscard]] Period period(std::size_t i, FigureRole role) const {
        if (i < columns_.size() && columns_[i].period.is_known()) return columns_[i].period;
        if (!has_results_ && setting_.horizon == PlanOrResult::plan && setting_.planned.is_known())
            return setting_.planned;
        if (role == FigureRole::plan && setting_.reported.is_known())
            return Period::of_year(setting_.reported.last.year());
        return setting_.reported;
    }

    std::string_view row_;
    std::vector<Cell> cells_;
    std::span<const FigureColumn> columns_;
    const FigureSetting& setting_;
    std::size_t name_ = 0;
    SaidUnit unit_;
    std::vector<std::string> places_;  ///< the hamlets that name the row
    bool has_plan_ = false;
    bool has_results_ = false;  ///< what was done stands beside what was planned
};

}  // namespace

std::vector<Figure> row_figures(std::string_view row, std::span<const FigureColumn> columns,
                                const FigureSetting& setting) {
    constexpr std::size_t longest = 20'000;  // bytes
    return RowReader(truncate_utf8(row, longest), columns, setting).read();
}

}  // namespace commsearch::report
