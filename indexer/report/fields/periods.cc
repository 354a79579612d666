#include "indexer/report/fields/periods.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/report/text_scan.h"

namespace commsearch {
namespace {

using Form = PeriodMention::Form;

/// Months since year 0 of a month YYYYMM.
std::int32_t month_index(std::int32_t month) { return month / 100 * months_a_year + month % 100; }

std::string month_text(std::int32_t month) {
    const std::int32_t in_year = month % 100;
    return std::to_string(month / 100) + (in_year < 10 ? "-0" : "-") + std::to_string(in_year);
}

std::string text_of(const PeriodMention& mention, const Period& period) {
    std::string year = std::to_string(period.first_month / 100);
    switch (mention.form) {
        case Form::month:
            return month_text(period.first_month);
        case Form::quarter:
            return year + "-Q" + std::to_string(mention.count);
        case Form::year:
            return year;
        case Form::first_months:
            if (mention.count == 6) return year + "-H1";
            if (mention.count == months_a_year) return year;
            return year + (mention.count < 10 ? "-M0" : "-M") + std::to_string(mention.count);
        case Form::last_months:
            if (mention.count == 6) return year + "-H2";
            break;
        case Form::years:
            break;
    }
    return month_text(period.first_month) + "/" + month_text(period.last_month);
}

/// Year of the latest such span that has begun by `date`.
std::int32_t year_by_date(const PeriodMention& mention, std::int32_t date) {
    if (date == 0) return 0;
    const std::int32_t year = date / 10000;
    return mention.first_month() <= date / 100 % 100 ? year : year - 1;
}

/// Gives each mention its year: from the next one that says it, else from the one before, else by
/// the date.
void resolve_years(std::vector<PeriodMention>& mentions, std::int32_t date) {
    for (std::size_t i = mentions.size(); i-- > 1;) {
        const PeriodMention& later = mentions[i];
        PeriodMention& earlier = mentions[i - 1];
        if (earlier.year != 0 || later.year == 0) continue;
        earlier.year = later.year - (earlier.first_month() > later.last_month() ? 1 : 0);
    }
    if (!mentions.empty() && mentions.front().year == 0) {
        mentions.front().year = year_by_date(mentions.front(), date);
    }
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const PeriodMention& earlier = mentions[i - 1];
        if (mentions[i].year != 0 || earlier.year == 0) continue;
        mentions[i].year =
            earlier.year + (earlier.first_month() > mentions[i].last_month() ? 1 : 0);
    }
}

/// The digits of `text` from `at` on; -1 when there is anything else.
std::int32_t digits_from(std::string_view text, std::size_t at) {
    const std::vector<LineToken> tokens = tokens_of(text.substr(std::min(at, text.size())), 2);
    return tokens.size() == 1 ? tokens[0].value : -1;
}

/// "2023", "2023-11", "2023-Q3", "2023-H2", "2023-M09" as a mention; count -1 when it is none.
PeriodMention mention_of_text(std::string_view text) {
    constexpr std::size_t year_size = 4;
    const std::int32_t year = digits_from(text.substr(0, year_size), 0);
    if (text.size() == year_size) return {Form::year, 1, year, 0};
    const std::string_view behind = text.substr(std::min(text.size(), year_size + 1));
    if (behind == "H1") return {Form::first_months, 6, year, 0};
    if (behind == "H2") return {Form::last_months, 6, year, 0};
    if (behind.starts_with('Q')) return {Form::quarter, digits_from(behind, 1), year, 0};
    if (behind.starts_with('M')) return {Form::first_months, digits_from(behind, 1), year, 0};
    return {Form::month, digits_from(behind, 0), year, 0};
}

bool only_plans(std::string_view title_key) {
    constexpr std::array reporting = {"ket qua", "tinh hinh", "so ket",   "tong ket",
                                      "bao cao", "danh gia",  "kiem diem"};
    constexpr std::array planning = {"ke hoach", "phuong huong", "nhiem vu", "chuong trinh"};
    const auto holds = [&](std::string_view words) { return has_words(title_key, words); };
    return std::none_of(reporting.begin(), reporting.end(), holds) &&
           std::any_of(planning.begin(), planning.end(), holds);
}

}  // namespace

Period period_of(const PeriodMention& mention, std::int32_t year) {
    if (year == 0) return {};
    const std::int32_t last_year = mention.form == Form::years ? mention.last_year : year;
    Period period{year * 100 + mention.first_month(), last_year * 100 + mention.last_month(), {}};
    period.text = text_of(mention, period);
    return period;
}

Period period_of_text(std::string_view text) {
    constexpr std::size_t month_size = 7;
    if (text.size() == 2 * month_size + 1 && text[month_size] == '/') {
        const Period first = period_of_text(text.substr(0, month_size));
        const Period last = period_of_text(text.substr(month_size + 1));
        if (first.first_month == 0 || last.last_month < first.first_month) return {};
        return {first.first_month, last.last_month, std::string(text)};
    }
    const PeriodMention mention = mention_of_text(text);
    if (!is_year(mention.year) || mention.count < 1) return {};
    if (mention.last_month() > months_a_year) return {};
    Period period = period_of(mention, mention.year);
    return period.text == text ? period : Period{};
}

Periods periods_of(std::string_view title, std::int32_t date) {
    std::vector<PeriodMention> mentions = period_mentions(title);
    const bool has_short = std::any_of(mentions.begin(), mentions.end(), [](const auto& mention) {
        return mention.form != Form::years;
    });
    if (has_short) {
        std::erase_if(mentions, [](const auto& mention) { return mention.form == Form::years; });
    }
    resolve_years(mentions, date);
    Periods periods;
    for (const PeriodMention& mention : mentions) {
        const Period period = period_of(mention, mention.year);
        if (period.first_month == 0) continue;
        if (periods.reported.first_month == 0) {
            periods.reported = period;
        } else if (period.first_month > periods.reported.last_month) {
            periods.planned = period;
            break;
        }
    }
    if (periods.planned.first_month == 0 && only_plans(words_key(title))) {
        std::swap(periods.reported, periods.planned);
    }
    return periods;
}

Period period_after(const Period& reported, std::string_view text) {
    for (const PeriodMention& mention : period_mentions(text)) {
        if (mention.form == Form::years) continue;
        const std::int32_t last_year = reported.last_month / 100;
        const bool wraps = mention.first_month() <= reported.last_month % 100;
        const std::int32_t year = mention.year != 0 ? mention.year : last_year + (wraps ? 1 : 0);
        Period period = period_of(mention, year);
        const bool follows = period.first_month > reported.last_month;
        const bool soon =
            month_index(period.first_month) - month_index(reported.last_month) <= months_a_quarter;
        if (follows && (mention.year != 0 || soon)) return period;
    }
    return {};
}

}  // namespace commsearch
