#include "tests/generator/generator_figures.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "analyzers/base/tsv.h"
#include "tests/generator/generator_phrases.h"

namespace commsearch {
namespace {

constexpr std::array<std::string_view, 12> kind_names{"fixed",  "rise",     "fall", "wave",
                                                      "yearly", "part",     "plus", "product",
                                                      "flow",   "flowpart", "plan", "total"};
/// Flows at or below this are drawn anew each month, larger ones swing around a usual month.
constexpr std::int64_t small_flow = 10;

bool is_flow(FigureKind kind) { return kind == FigureKind::flow || kind == FigureKind::flowpart; }

class RuleReader {
public:
    RuleReader(const std::vector<FigureRule>& earlier, std::string where,
               std::vector<std::string_view> fields)
        : earlier_(earlier), where_(std::move(where)), fields_(std::move(fields)) {}

    FigureRule read() {
        const auto kind = std::find(kind_names.begin(), kind_names.end(), next());
        if (kind == kind_names.end()) refuse_template(where_, "no kind of figure");
        FigureRule rule;
        rule.kind = static_cast<FigureKind>(kind - kind_names.begin());
        rule.name = next();
        read_columns(rule);
        if (at_ != fields_.size()) refuse_template(where_, "too many columns");
        return rule;
    }

private:
    void read_columns(FigureRule& rule) {
        const FigureKind kind = rule.kind;
        if (kind == FigureKind::product) {
            rule.of = figure();
            rule.second = figure();
            rule.bound = number();
            return;
        }
        const bool made_from_other = kind == FigureKind::part || kind == FigureKind::plus ||
                                     kind == FigureKind::flowpart || kind == FigureKind::plan;
        if (made_from_other) rule.of = figure();
        rule.low = number();
        rule.high = number();
        if (kind == FigureKind::total) rule.of = figure();
        if (kind == FigureKind::wave || kind == FigureKind::yearly) rule.step = number();
        if (kind == FigureKind::rise || kind == FigureKind::fall) {
            rule.step = number();
            rule.odds = number();
            read_bound(rule);
        }
    }

    /// A number, or the name of the figure that is the cap.
    void read_bound(FigureRule& rule) {
        const bool is_number = at_ < fields_.size() && fields_[at_].front() <= '9';
        if (is_number) {
            rule.bound = number();
        } else {
            rule.second = figure();
        }
    }

    int figure() {
        const std::string_view name = next();
        for (std::size_t i = 0; i < earlier_.size(); ++i) {
            if (earlier_[i].name == name) return static_cast<int>(i);
        }
        refuse_template(where_, "no figure above is called " + std::string(name));
    }
    std::int64_t number() {
        const std::string_view digits = next();
        std::int64_t value = 0;
        const auto read = std::from_chars(digits.begin(), digits.end(), value);
        if (read.ptr != digits.end()) refuse_template(where_, "not a number");
        return value;
    }
    std::string_view next() {
        if (at_ == fields_.size()) refuse_template(where_, "columns are missing");
        return fields_[at_++];
    }

    const std::vector<FigureRule>& earlier_;
    std::string where_;
    std::vector<std::string_view> fields_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<FigureRule> read_figure_rules(std::string_view text) {
    std::vector<FigureRule> rules;
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') continue;
        rules.push_back(
            RuleReader(rules, "figures.tmpl:" + std::to_string(number), split(line, ' ')).read());
    }
    return rules;
}

std::vector<std::string> figure_names(const std::vector<FigureRule>& rules) {
    std::vector<std::string> names;
    names.reserve(rules.size());
    for (const FigureRule& rule : rules) names.push_back(rule.name);
    return names;
}

CommuneFigures::CommuneFigures(const std::vector<FigureRule>& rules, std::uint64_t seed)
    : rules_(rules), figures_(rules.size()), random_(seed) {
    for (std::size_t i = 0; i < rules.size(); ++i) start(rules[i], figures_[i]);
}

void CommuneFigures::advance() {
    month_ = month_ % 12 + 1;
    for (std::size_t i = 0; i < rules_.size(); ++i) move(rules_[i], figures_[i]);
}

std::int64_t CommuneFigures::value(int figure, int months) const {
    const auto index = static_cast<std::size_t>(figure);
    if (!is_flow(rules_[index].kind)) return figures_[index].value;
    std::int64_t sum = 0;
    for (int month = std::max(1, month_ - months + 1); month <= month_; ++month) {
        sum += figures_[index].months[static_cast<std::size_t>(month - 1)];
    }
    return sum;
}

int CommuneFigures::index_of(std::string_view name) const {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (rules_[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

void CommuneFigures::start(const FigureRule& rule, Figure& figure) {
    const bool has_range = rule.kind != FigureKind::product;
    figure.share = has_range ? random_.between(rule.low, rule.high) : 0;
    figure.value = figure.share;
    const bool capped_by_other = rule.kind == FigureKind::rise && rule.second >= 0;
    if (capped_by_other) figure.value = std::min(figure.value, other(rule.second));
}

void CommuneFigures::move(const FigureRule& rule, Figure& figure) {
    switch (rule.kind) {
        case FigureKind::flow:
            this_month(figure) = rule.high <= small_flow
                                     ? random_.between(rule.low, rule.high)
                                     : (figure.value * random_.between(600, 1400) + 500) / 1000;
            break;
        case FigureKind::flowpart: {
            Figure& whole = figures_[static_cast<std::size_t>(rule.of)];
            this_month(figure) = this_month(whole) * random_.between(rule.low, rule.high) / 1000;
            break;
        }
        case FigureKind::part:
        case FigureKind::plus:
        case FigureKind::product:
        case FigureKind::plan:
        case FigureKind::total:
            move_with_others(rule, figure);
            break;
        default:
            move_stock(rule, figure);
    }
}

void CommuneFigures::move_stock(const FigureRule& rule, Figure& figure) {
    const bool moves = random_.one_in(static_cast<std::uint32_t>(rule.odds));
    if (rule.kind == FigureKind::rise && moves) {
        const std::int64_t cap = rule.second >= 0 ? other(rule.second) : rule.bound;
        figure.value = std::min(cap, figure.value + random_.between(1, rule.step));
    } else if (rule.kind == FigureKind::fall && moves) {
        figure.value = std::max(rule.bound, figure.value - random_.between(1, rule.step));
    } else if (rule.kind == FigureKind::wave || (rule.kind == FigureKind::yearly && month_ == 1)) {
        figure.value = figure.share * (1000 + random_.between(0, 2 * rule.step) - rule.step) / 1000;
    }
}

void CommuneFigures::move_with_others(const FigureRule& rule, Figure& figure) {
    const std::int64_t base = other(rule.of);
    if (rule.kind == FigureKind::part) figure.value = base * figure.share / 1000;
    if (rule.kind == FigureKind::plus) figure.value = base + figure.share;
    if (rule.kind == FigureKind::product) figure.value = base * other(rule.second) / rule.bound;
    if (rule.kind == FigureKind::total) {
        figure.value += this_month(figures_[static_cast<std::size_t>(rule.of)]);
    }
    if (rule.kind == FigureKind::plan && month_ == 1) {
        figure.value = base * 12 * random_.between(rule.low, rule.high) / 1000;
    }
}

}  // namespace commsearch
