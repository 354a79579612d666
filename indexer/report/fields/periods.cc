#include "indexer/report/fields/periods.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Form = PeriodMention::Form;

/// Year of the latest such span that has begun by `date`.
std::int32_t year_by_date(const PeriodMention& mention, Date date) {
    if (!date.is_known()) return 0;
    const Month month = date.month();
    return mention.first_month() <= month.month_of_year() ? month.year() : month.year() - 1;
}

/// Gives each mention its year: from the next one that says it, else from the one before, else by
/// the date.
void resolve_years(std::vector<PeriodMention>& mentions, Date date) {
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

bool only_plans(std::string_view title_key) {
    constexpr std::array reporting = {"ket qua", "tinh hinh", "so ket",   "tong ket",
                                      "bao cao", "danh gia",  "kiem diem"};
    constexpr std::array planning = {"ke hoach", "phuong huong", "nhiem vu", "chuong trinh"};
    const auto holds = [&](std::string_view words) { return has_words(title_key, words); };
    return std::none_of(reporting.begin(), reporting.end(), holds) &&
           std::any_of(planning.begin(), planning.end(), holds);
}

bool tells_of_months(const std::vector<PeriodMention>& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [](const PeriodMention& mention) {
        return mention.form != Form::year && mention.form != Form::years;
    });
}

bool sets_tasks(std::string_view title_key) {
    constexpr std::array telling = {"nhiem vu", "phuong huong", "danh gia", "tinh hinh",
                                    "so ket",   "tong ket",     "muc tieu"};
    return std::any_of(telling.begin(), telling.end(),
                       [&](std::string_view words) { return has_words(title_key, words); });
}

/// Years that a title names without being about them. A term is reported on when it is over.
bool is_foreign(const PeriodMention& mention, Date date) {
    using Of = PeriodMention::Of;
    constexpr std::int32_t oldest = 1;  // years: a report on a law is written soon after its years
    if (mention.of == Of::programme || mention.of == Of::event) return true;
    if (mention.of == Of::term)
        return mention.form == Form::years && date.is_known() &&
               mention.last_year > date.year() + 1;
    if (mention.of != Of::law) return false;
    return !date.is_known() || mention.year < date.year() - oldest;
}

/// `title_key` is its words_key().
Periods periods_in(std::vector<PeriodMention> mentions, std::string_view title_key, Date date) {
    std::erase_if(mentions, [&](const auto& mention) { return is_foreign(mention, date); });
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
        if (!period.is_known()) continue;
        if (!periods.reported.is_known()) {
            periods.reported = period;
        } else if (period.first > periods.reported.last) {
            periods.planned = period;
            break;
        }
    }
    if (!periods.planned.is_known() && only_plans(title_key)) {
        std::swap(periods.reported, periods.planned);
    }
    return periods;
}

}  // namespace

Period period_of(const PeriodMention& mention, int year) {
    switch (mention.form) {
        case Form::month:
            return Period::of_month(Month(year, mention.count));
        case Form::months: {
            const int wrapped = year + (mention.until < mention.count ? 1 : 0);
            return Period::of_span(Month(year, mention.count),
                                   Month(std::max(mention.last_year, wrapped), mention.until));
        }
        case Form::quarter:
            return Period::of_quarter(year, mention.count);
        case Form::first_months:
            return Period::of_first_months(year, mention.count);
        case Form::year:
            return Period::of_year(year);
        case Form::last_months:
            if (mention.count == Month::months_a_year / 2) return Period::of_half(year, 2);
            return Period::of_span(Month(year, mention.first_month()),
                                   Month(year, Month::months_a_year));
        case Form::years:
            // A school year begins in September and ends in May.
            if (mention.of == PeriodMention::Of::school)
                return Period::of_span(Month(year, 9), Month(mention.last_year, 5));
            return Period::of_span(Month(year, 1), Month(mention.last_year, Month::months_a_year));
    }
    return {};
}

Period paper_period(std::string_view text) {
    const Period period = Period::parse(text);
    return is_paper_year(period.first.year()) && is_paper_year(period.last.year()) ? period
                                                                                   : Period();
}

Periods periods_of(std::string_view title, Date date) {
    return periods_in(period_mentions(tokens_of(title)), words_key(title), date);
}

Periods periods_of(const Line& title, Date date) {
    return periods_in(period_mentions(title.tokens()), title.key, date);
}

bool has_periods(DocumentType type) {
    constexpr std::array types = {DocumentType::unknown,      DocumentType::bao_cao,
                                  DocumentType::nghi_quyet,   DocumentType::ke_hoach,
                                  DocumentType::chuong_trinh, DocumentType::thong_bao,
                                  DocumentType::ket_luan};
    return std::find(types.begin(), types.end(), type) != types.end();
}

Periods periods_of_title(std::string_view title, DocumentType type, Date date) {
    if (!has_periods(type)) return {};
    const std::vector<PeriodMention> mentions = period_mentions(tokens_of(title));
    // "Nghị quyết phê chuẩn quyết toán năm 2022": it judges nothing and sets no tasks.
    const bool must_tell = type == DocumentType::nghi_quyet || type == DocumentType::thong_bao ||
                           type == DocumentType::ket_luan;
    // "Lịch tiếp công dân tháng 10": it reports on nothing.
    const bool is_schedule = type == DocumentType::thong_bao && has_words(words_key(title), "lich");
    if (is_schedule) return {};
    if (must_tell && !tells_of_months(mentions) && !sets_tasks(words_key(title))) return {};
    // "Kế hoạch tổ chức đại hội nhiệm kỳ …" is planned by its date.
    const bool plans = type == DocumentType::ke_hoach || type == DocumentType::chuong_trinh;
    const bool terms = std::all_of(mentions.begin(), mentions.end(), [](const auto& mention) {
        return mention.of == PeriodMention::Of::term;
    });
    return plans && terms ? Periods() : periods_of(title, date);
}

Period period_after(const Period& reported, LineTokens text) {
    for (const PeriodMention& mention : period_mentions(text)) {
        if (mention.form == Form::years) continue;
        const bool wraps = mention.first_month() <= reported.last.month_of_year();
        const int year = mention.year != 0 ? mention.year : reported.last.year() + (wraps ? 1 : 0);
        const Period period = period_of(mention, year);
        const bool follows = period.first > reported.last;
        const bool soon = period.first.months_since(reported.last) <= Month::months_a_quarter;
        if (follows && (mention.year != 0 || soon)) return period;
    }
    return {};
}

}  // namespace commsearch::report
