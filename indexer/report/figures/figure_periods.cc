#include "indexer/report/figures/figure_periods.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analyzers/value/digits.h"
#include "indexer/report/fields/period_mentions.h"
#include "indexer/report/figures/number_names.h"

namespace commsearch::report {
namespace {

/// 1 to 12, in digits or words; -1 for anything else.
int small_number(FigureTokens tokens, std::size_t at) {
    constexpr std::array<std::string_view, 12> words = {"một",  "hai",  "ba",       "bốn",
                                                        "năm",  "sáu",  "bảy",      "tám",
                                                        "chín", "mười", "mười một", "mười hai"};
    if (at >= tokens.size()) return -1;
    if (tokens[at].is_number()) {
        const int value = digits_value(tokens[at].text);
        return value >= 1 && value <= Month::months_a_year ? value : -1;
    }
    const auto* const word = std::find(words.begin(), words.end(), tokens[at].key);
    return word == words.end() ? -1 : static_cast<int>(word - words.begin()) + 1;
}

int quarter_at(FigureTokens tokens, std::size_t at) {
    constexpr std::array<std::string_view, 4> romans = {"i", "ii", "iii", "iv"};
    if (at >= tokens.size()) return -1;
    const auto* const roman = std::find(romans.begin(), romans.end(), tokens[at].key);
    if (roman != romans.end()) return static_cast<int>(roman - romans.begin()) + 1;
    const int value = tokens[at].is_number() ? digits_value(tokens[at].text) : -1;
    return value >= 1 && value <= 4 ? value : -1;
}

int year_at(FigureTokens tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].is_number() || tokens[at].text.size() != 4) return 0;
    const int year = digits_value(tokens[at].text);
    return is_paper_year(year) ? year : 0;
}

bool word_is(FigureTokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].is(word);
}

/// Reads the times of one line.
class PeriodReader {
public:
    PeriodReader(FigureTokens tokens, const Period& reported)
        : tokens_(tokens), reported_(reported), year_(reported.last.year()) {}

    std::vector<NamedPeriod> read() {
        for (std::size_t at = 0; at < tokens_.size();) {
            next_ = at + 1;
            const Period period = period_at(at);
            if (period.is_known())
                found_.push_back({at, next_, period, std::exchange(months_, 1), is_compared(at)});
            at = next_;
        }
        return std::move(found_);
    }

private:
    Period period_at(std::size_t at) {
        if (tokens_[at].is_number()) {
            if (const Period day = day_period(at); day.is_known()) return day;
        }
        if (const Period months = first_months(at); months.is_known()) return months;
        if (tokens_[at].is("tháng")) return month(at);
        if (tokens_[at].is("quý")) return quarter(at);
        if (tokens_[at].is("năm") && year_at(tokens_, at + 1) > 0) {
            next_ = at + 2;
            return Period::of_year(year_at(tokens_, at + 1));
        }
        return by_words(at);
    }

    Period day_period(std::size_t at) {
        const std::size_t end = day_end(tokens_, at);
        if (end < at + 3) return {};
        next_ = end;
        const int last_year = year_at(tokens_, end - 1);
        const bool month_only = end == at + 3 && last_year > 0;
        if (!month_only && !counts_up_to(at)) return {};
        const int month = digits_value(tokens_[month_only ? at : at + 2].text);
        return Period::of_month({last_year > 0 ? last_year : year_of(month), month});
    }

    /// "tính đến ngày 15/6": up to a day; other days tell when something happened.
    [[nodiscard]] bool counts_up_to(std::size_t at) const {
        const std::size_t day = at > 0 && tokens_[at - 1].is("ngày") ? at - 1 : at;
        if (day == 0 || !tokens_[day - 1].is("đến")) return false;
        return day < 2 || !tokens_[day - 2].is_number();
    }

    Period month(std::size_t at) {
        const int number = tokens_.size() > at + 1 && tokens_[at + 1].is_number()
                               ? small_number(tokens_, at + 1)
                               : -1;
        if (number < 0) return by_words(at);
        next_ = at + 2;
        int year = 0;
        if (next_ < tokens_.size() && (word_is(tokens_, next_, "năm") || tokens_[next_].is("/")))
            year = year_at(tokens_, next_ + 1);
        if (year > 0) next_ += 2;
        const Month named(year > 0 ? year : year_of(number), number);
        if (year == 0) read_list(number);
        // "từ tháng 02 đến hết tháng 5"
        const bool goes_on = !found_.empty() && found_.back().next + 2 >= at &&
                             found_.back().next < at && tokens_[found_.back().next].is("đến") &&
                             found_.back().period.form == Period::Form::month;
        if (!goes_on || found_.back().period.first > named) return Period::of_month(named);
        found_.back().period = Period::of_months(found_.back().period.first, named);
        found_.back().next = next_;
        return {};
    }

    /// "tháng 10, 11, 12 là …", "tháng 7, 8, 9 lần lượt …": months that follow one another.
    void read_list(int number) {
        while (next_ + 1 < tokens_.size() && (tokens_[next_].is(",") || tokens_[next_].is("và")) &&
               tokens_[next_ + 1].is_number() &&
               digits_value(tokens_[next_ + 1].text) == number + static_cast<int>(months_)) {
            ++months_;
            next_ += 2;
        }
    }

    Period quarter(std::size_t at) {
        const int number = quarter_at(tokens_, at + 1);
        if (number < 0) return {};
        next_ = at + 2;
        return Period::of_quarter(year_, number);
    }

    /// "9 tháng đầu năm", "lũy kế 10 tháng", "3 tháng cuối năm"; months of a report's own length
    /// need no more words ("thu 11 tháng"), others may be a length of time ("qua 5 tháng").
    Period first_months(std::size_t at) {
        const int count = small_number(tokens_, at);
        if (count < 1 || !word_is(tokens_, at + 1, "tháng")) return {};
        const bool end = word_is(tokens_, at + 2, "cuối");
        const bool begin = word_is(tokens_, at + 2, "đầu");
        const bool running = cue_before(tokens_, at, CueSet(Cue::running)) < at;
        const bool own =
            (count == reported_.last.month_of_year() && (at == 0 || !tokens_[at - 1].is("qua"))) ||
            counts_behind(at + 2);
        if (!end && !begin && !running && !own) return {};
        next_ = at + (end || begin ? 3 : 2);
        if (word_is(tokens_, next_, "năm")) ++next_;
        if (end)
            return Period::of_months({year_, Month::months_a_year - count + 1},
                                     {year_, Month::months_a_year});
        return Period::of_first_months(year_, count);
    }

    /// "(6 tháng 612,4 triệu; …)", "(7 tháng: 08, …": the number tells that it is no length of time.
    /// "09 tháng 7" is a day.
    [[nodiscard]] bool counts_behind(std::size_t at) const {
        if (at < tokens_.size() && tokens_[at].is(":"))
            return at + 1 < tokens_.size() && tokens_[at + 1].is_number();
        return at < tokens_.size() && tokens_[at].is_number() && small_number(tokens_, at) < 0;
    }

    /// "trong tháng 02", "cuối quý II", "cả năm 2023": the number behind tells; "(đầu năm 12)" not.
    [[nodiscard]] bool is_numbered(std::size_t at) const {
        const FigureToken& last = tokens_[at - 1];
        if (last.is("năm")) return year_at(tokens_, at) > 0;
        if (last.is("quý")) return quarter_at(tokens_, at) > 0;
        return last.is("tháng") && at < tokens_.size() && tokens_[at].is_number() &&
               small_number(tokens_, at) > 0;
    }

    Period by_words(std::size_t at) {
        const auto is = [&](Cue cue) {
            const std::size_t size = cue_at(tokens_, at, CueSet(cue));
            if (size == 0 || is_numbered(at + size)) return false;
            next_ = at + size;
            return true;
        };
        if (is(Cue::running)) return Period::of_first_months(year_, reported_.last.month_of_year());
        if (is(Cue::whole_year)) return Period::of_year(year_);
        if (is(Cue::now)) return Period::of_month(reported_.last);
        if (is(Cue::year_begin)) return Period::of_month({year_, 1});
        if (is(Cue::this_month)) return Period::of_month(reported_.last);
        return {};
    }

    /// The year of a month named without one: months far ahead of the report are those of the year
    /// before.
    [[nodiscard]] int year_of(int month) const {
        constexpr int ahead = 6;
        return month > reported_.last.month_of_year() + ahead ? year_ - 1 : year_;
    }

    /// "so với đầu năm", "so với năm 2022"
    [[nodiscard]] bool is_compared(std::size_t at) const {
        constexpr std::size_t far = 4;
        for (std::size_t i = at; i > 0 && at - i < far; --i) {
            if (parts_clauses(tokens_[i - 1]) || tokens_[i - 1].is_number()) return false;
            if (cue_at(tokens_, i - 1, CueSet(Cue::versus)) > 0) return true;
        }
        return false;
    }

    FigureTokens tokens_;
    const Period& reported_;
    int year_;
    std::size_t next_ = 0;
    std::size_t months_ = 1;
    std::vector<NamedPeriod> found_;
};

}  // namespace

std::vector<NamedPeriod> named_periods(FigureTokens tokens, const Period& reported) {
    if (!reported.is_known()) return {};
    return PeriodReader(tokens, reported).read();
}

}  // namespace commsearch::report
