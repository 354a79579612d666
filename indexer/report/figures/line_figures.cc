#include "indexer/report/figures/line_figures.h"

#include <algorithm>
#include <span>

#include "analyzers/base/utf8.h"
#include "indexer/report/figures/figure_periods.h"
#include "indexer/report/figures/figure_roles.h"
#include "indexer/report/figures/indicators.h"
#include "indexer/report/figures/quantities.h"
#include "indexer/report/places/villages.h"

namespace commsearch::report {
namespace {

/// Reads the figures of one line.
class LineReader {
public:
    LineReader(const FigureLine& line, const FigureSetting& setting)
        : line_(line), tokens_(line.tokens()), setting_(setting) {}

    std::vector<Figure> read() {
        quantities_ = quantities_of(tokens_);
        if (quantities_.empty()) return {};
        const bool ahead = setting_.horizon == PlanOrResult::plan && setting_.planned.is_known();
        periods_ = named_periods(tokens_, ahead ? setting_.planned : setting_.reported);
        const IndicatorReader indicators(tokens_, quantities_, setting_.heading);
        std::vector<Figure> figures;
        std::size_t begin = 0;
        std::size_t at = 0;
        for (std::size_t i = 0; i < tokens_.size() && at < quantities_.size(); ++i) {
            if (!ends_sentence(tokens_, i) && i + 1 < tokens_.size()) continue;
            for (; at < quantities_.size() && quantities_[at].first <= i; ++at)
                figures.push_back(figure(at, begin, i + 1, indicators));
            begin = i + 1;
        }
        return figures;
    }

private:
    Figure figure(std::size_t at, std::size_t begin, std::size_t end,
                  const IndicatorReader& indicators) const {
        const Quantity& quantity = quantities_[at];
        const bool asked = is_asked_for(tokens_, quantity.group);
        const bool next = setting_.horizon == PlanOrResult::plan;
        Figure figure;
        const RoleReading role = role_of(tokens_, quantities_, at, next);
        figure.role = role.role;
        figure.value = role.value;
        figure.decimals = quantity.decimals;
        figure.unit = quantity.unit;
        figure.bound = quantity.bound;
        figure.horizon = next || (asked && setting_.horizon != PlanOrResult::result)
                             ? PlanOrResult::plan
                             : setting_.horizon;
        figure.begin = tokens_[quantity.first].begin;
        figure.end = tokens_[std::max(quantity.next, quantity.first + 1) - 1].end;
        if (quantity.part == Quantity::Part::numerator || quantity.part == Quantity::Part::low)
            figure.end = tokens_[quantity.first].end;
        figure.sentence_begin = tokens_[begin].begin;
        figure.sentence_end = tokens_[end - 1].end;
        if (quantity.unit_elided) figure.set(FigureFlag::unit_elided);
        indicators.name(figure, at, begin, end);
        figure.period = period_of(figure, at, begin, end);
        figure.places = places_of(at, begin, end);
        flag(figure, at);
        return figure;
    }

    /// The last time named before it in the same part of its sentence, else the first behind it.
    Period period_of(const Figure& figure, std::size_t at, std::size_t begin,
                     std::size_t end) const {
        const Quantity& quantity = quantities_[at];
        const auto behind = std::partition_point(
            periods_.begin(), periods_.end(),
            [&](const NamedPeriod& named) { return named.at < quantity.group; });
        if (behind != periods_.begin()) {
            // "giảm 53 hộ so với đầu năm (211 hộ)"
            const NamedPeriod& last = *(behind - 1);
            const bool bracket = last.is_compared && last.at >= begin &&
                                 last.next + 1 == quantity.group && tokens_[last.next].is("(");
            if (bracket) return last.period;
        }
        const NamedPeriod* const stated = stated_before(behind, quantity, begin);
        if (stated == nullptr && behind != periods_.end() && behind->at < end &&
            !behind->is_compared && follows(quantity, behind->at) && !of_year(figure, quantity))
            return behind->period;
        if (of_year(figure, quantity)) {
            const Period& told = stated != nullptr ? stated->period : setting_.reported;
            return Period::of_year(told.last.year());
        }
        if (is_left_behind(quantity)) return Period::of_month({setting_.reported.last.year(), 1});
        if (stated != nullptr) return month_of_list(*stated, at);
        if (figure.horizon == PlanOrResult::plan)
            return setting_.planned.is_known() ? setting_.planned : setting_.reported;
        return setting_.reported;
    }

    using Periods = std::vector<NamedPeriod>;

    /// Of the times before `behind` the last one that is said of the quantity.
    [[nodiscard]] const NamedPeriod* stated_before(Periods::const_iterator behind,
                                                   const Quantity& quantity,
                                                   std::size_t begin) const {
        constexpr int most = 4;
        for (int i = 0; i < most && behind != periods_.begin(); ++i) {
            --behind;
            if (behind->at < begin || parted_between(behind->next, quantity.group)) return nullptr;
            if (!behind->is_compared && !closed_between(behind->next, quantity.group))
                return &*behind;
        }
        return nullptr;
    }

    /// Plans beside results are those of the year.
    [[nodiscard]] bool of_year(const Figure& figure, const Quantity& quantity) const {
        return figure.role == FigureRole::plan && figure.horizon != PlanOrResult::plan &&
               setting_.reported.is_known() && !is_asked_for(tokens_, quantity.group);
    }

    /// "giảm từ 236 hộ (46,1%) xuống 192 hộ" in a report on more than a month: how it was before.
    [[nodiscard]] bool is_left_behind(const Quantity& quantity) const {
        constexpr std::size_t near = 12;
        if (!setting_.reported.is_known() || setting_.reported.first == setting_.reported.last)
            return false;
        std::size_t from = quantity.group;
        while (from > 0 && tokens_[from - 1].is_mark()) --from;
        const bool bracket = from < quantity.group;
        for (std::size_t back = 0; bracket && back < 3 && from > 0 && !tokens_[from - 1].is("từ");
             ++back)
            --from;
        if (from == 0 || !tokens_[from - 1].is("từ")) return false;
        for (std::size_t i = quantity.next; i < tokens_.size() && i < quantity.next + near; ++i) {
            if (cue_at(tokens_, i, CueSet(Cue::upwards, Cue::downwards)) > 0) return false;
            if (tokens_[i].is("xuống") || tokens_[i].is("lên") || tokens_[i].is("còn")) return true;
            if (ends_sentence(tokens_, i) || tokens_[i].is(";")) return false;
        }
        return false;
    }

    /// Of "tháng 10, 11, 12 là 298, 274, 263" each number has its month.
    [[nodiscard]] Period month_of_list(const NamedPeriod& named, std::size_t at) const {
        if (named.months < 2) return named.period;
        std::size_t first = at;
        while (first > 0 && at - first < named.months && quantities_[first - 1].first >= named.next)
            --first;
        const std::size_t place = at - first;
        return place < named.months
                   ? Period::of_month(named.period.first.plus(static_cast<int>(place)))
                   : setting_.reported;
    }

    /// Whether a bracket that opened before `begin` is closed before `end`: what it says of time
    /// is not said of what follows it.
    [[nodiscard]] bool closed_between(std::size_t begin, std::size_t end) const {
        if (end - begin > far_) return true;
        int open = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens_[i].is("(")) ++open;
            if (tokens_[i].is(")") && --open < 0) return true;
        }
        return false;
    }

    [[nodiscard]] bool parted_between(std::size_t begin, std::size_t end) const {
        if (end - begin > far_) return true;
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const FigureToken& token) { return token.is(";"); });
    }

    /// Whether no mark and no quantity stand between.
    [[nodiscard]] bool follows(const Quantity& quantity, std::size_t at) const {
        for (std::size_t i = quantity.next; i < at; ++i) {
            if (parts_clauses(tokens_[i]) || tokens_[i].is_number()) return false;
        }
        return true;
    }

    /// The hamlets named in its clause, else in the part of the sentence before it.
    std::vector<std::string> places_of(std::size_t at, std::size_t begin, std::size_t end) const {
        if (setting_.villages == nullptr || setting_.villages->empty()) return {};
        const Quantity& quantity = quantities_[at];
        std::size_t from = quantity.group;
        while (from > begin && quantity.group - from < far_ && !tokens_[from - 1].is(";")) --from;
        std::size_t to = std::max(quantity.next, quantity.first + 1);
        const std::size_t limit = at + 1 < quantities_.size() && quantities_[at + 1].group >= to
                                      ? std::min(end, quantities_[at + 1].group)
                                      : end;
        while (to < limit && to - quantity.group < far_ && !parts_clauses(tokens_[to])) ++to;
        const std::string_view text =
            line_.text().substr(tokens_[from].begin, tokens_[to - 1].end - tokens_[from].begin);
        std::vector<std::string> places;
        for (const Village* village : villages_in(text, *setting_.villages))
            places.push_back(full_name(*village));
        return places;
    }

    void flag(Figure& figure, std::size_t at) const {
        if (is_absurd(figure)) figure.set(FigureFlag::absurd);
        if (figure.indicator.empty() && figure.context.empty())
            figure.set(FigureFlag::no_indicator);
        // "268/1.387 hộ (45%)"
        const bool of_fraction =
            (figure.role == FigureRole::share || figure.role == FigureRole::of_plan) && at >= 2 &&
            quantities_[at - 1].part == Quantity::Part::denominator;
        if (of_fraction &&
            contradicts(quantities_[at - 2].value, quantities_[at - 1].value, figure.value))
            figure.set(FigureFlag::contradictory);
    }

    static constexpr std::size_t far_ = 150;  ///< tokens: beyond, nothing belongs to a number

    const FigureLine& line_;
    FigureTokens tokens_;
    const FigureSetting& setting_;
    std::vector<Quantity> quantities_;
    std::vector<NamedPeriod> periods_;
};

}  // namespace

std::vector<Figure> line_figures(std::string_view line, const FigureSetting& setting) {
    if (std::none_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    constexpr std::size_t longest = 20'000;  // bytes: a paragraph is a tenth of it
    const FigureLine tokens(truncate_utf8(line, longest));
    return LineReader(tokens, setting).read();
}

}  // namespace commsearch::report
