#include "tests/generator/generator_subject.h"

#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

constexpr std::array<std::string_view, 5> quarters{"", "I", "II", "III", "IV"};

std::string padded(int number) {
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

/// "2021 - 2026": terms of five years; the one after the change holds from `month` on.
std::string term(YearMonth now, int first_year, int month) {
    const int year = now.month >= month ? now.year : now.year - 1;
    const int start = year - ((year - first_year) % 5 + 5) % 5;
    return std::to_string(start) + " - " + std::to_string(start + 5);
}

struct PeriodNames {
    std::string period, title, next, next_title, unit, inside;
};

PeriodNames names_of(const ReportPeriod& period) {
    const YearMonth last = period.last;
    const std::string year = std::to_string(last.year);
    const std::string of_year = " năm " + year;
    switch (period.kind) {
        case PeriodKind::month: {
            const YearMonth next = last.next();
            const std::string here = "tháng " + std::to_string(last.month);
            const std::string there = "tháng " + std::to_string(next.month);
            return {here,    here + of_year, there, there + " năm " + std::to_string(next.year),
                    "tháng", "trong tháng"};
        }
        case PeriodKind::quarter: {
            const auto quarter = static_cast<std::size_t>((last.month + 2) / 3);
            const std::string here = "quý " + std::string(quarters[quarter]);
            const std::string there = "quý " + std::string(quarters[quarter + 1]);
            return {here, here + of_year, there, there + of_year, "quý", "trong quý"};
        }
        case PeriodKind::half_year:
            return {"6 tháng đầu năm",  "6 tháng đầu" + of_year,
                    "6 tháng cuối năm", "6 tháng cuối" + of_year,
                    "6 tháng",          "trong 6 tháng đầu năm"};
        case PeriodKind::nine_months:
            return {"9 tháng đầu năm",
                    "9 tháng đầu" + of_year,
                    "3 tháng cuối năm",
                    "3 tháng cuối" + of_year,
                    "quý",
                    "trong 9 tháng đầu năm"};
        case PeriodKind::year:
            break;
    }
    const std::string next = "năm " + std::to_string(last.year + 1);
    return {"năm " + year, "năm " + year, next, next, "năm", "trong năm"};
}

struct DistrictNames {
    std::string_view type, party, code;
};

DistrictNames district_names(std::string_view type) {
    if (type == "thành phố") return {"thành phố", "Thành ủy", "ThU"};
    if (type == "thị xã") return {"thị xã", "Thị ủy", "TXU"};
    if (type == "quận") return {"quận", "Quận ủy", "QU"};
    return {"huyện", "Huyện ủy", "HU"};
}

std::string school_year(YearMonth now) {
    const int first = now.month >= 8 ? now.year : now.year - 1;
    return std::to_string(first) + "-" + std::to_string(first + 1);
}

void fill_time_words(ReportSubject& subject) {
    const auto set = [&subject](ReportWord word, std::string text) {
        subject.words[static_cast<std::size_t>(word)] = std::move(text);
    };
    const YearMonth now = subject.period.last;
    PeriodNames names = names_of(subject.period);
    set(ReportWord::in_period_low, names.inside);
    capitalize(names.inside, 0);
    set(ReportWord::in_period, names.inside);
    set(ReportWord::period, names.period);
    set(ReportWord::period_title, names.title);
    set(ReportWord::next_period, names.next);
    set(ReportWord::next_title, names.next_title);
    set(ReportWord::next_unit, names.unit);
    set(ReportWord::year, std::to_string(now.year));
    set(ReportWord::next_year, std::to_string(now.year + 1));
    set(ReportWord::last_year, std::to_string(now.year - 1));
    set(ReportWord::school_year, school_year(now));
    set(ReportWord::council_term, term(now, 2021, 6));
    set(ReportWord::party_term, term(now, 2020, 7));
    set(ReportWord::front_term, term(now.next(), 2024, 6));
    set(ReportWord::sign_day, padded(subject.sign_day));
    set(ReportWord::sign_month, now.month < 3 ? padded(now.month) : std::to_string(now.month));
    set(ReportWord::number, std::to_string(subject.number));
}

void fill_place_words(ReportSubject& subject) {
    const GazetteerCommune& place = subject.commune->place;
    const bool new_style = subject.commune->habits.tones == ToneStyle::new_style;
    const auto set = [&](ReportWord word, std::string_view text) {
        subject.words[static_cast<std::size_t>(word)] =
            new_style ? new_tone_style(text) : std::string(text);
    };
    constexpr std::array<std::string_view, 4> offices{"Đảng ủy xã", "UBND xã",
                                                      "Thường trực HĐND xã", "Ủy ban MTTQ xã"};
    const DistrictNames district = district_names(place.district_type);
    set(ReportWord::commune, place.name);
    set(ReportWord::district, subject.commune->district());
    set(ReportWord::dist, district.type);
    set(ReportWord::dist_name, place.district);
    set(ReportWord::dist_party, district.party);
    set(ReportWord::dist_code, district.code);
    set(ReportWord::kind, subject.village_kind);
    set(ReportWord::office, offices[subject.office]);
}

}  // namespace

int YearMonth::days() const {
    constexpr std::array<int, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month)];
}

int ReportPeriod::months() const {
    constexpr std::array<int, 5> months{1, 3, 6, 9, 12};
    return months[static_cast<std::size_t>(kind)];
}

std::string ReportPeriod::text() const {
    std::string year = std::to_string(last.year);
    switch (kind) {
        case PeriodKind::month:
            return year + "-" + padded(last.month);
        case PeriodKind::quarter:
            return year + "-Q" + std::to_string((last.month + 2) / 3);
        case PeriodKind::half_year:
            return year + "-H1";
        case PeriodKind::nine_months:
            return year + "-M09";
        case PeriodKind::year:
            break;
    }
    return year;
}

ReportPeriod period_of(YearMonth month, Random& random) {
    const bool third_quarter = random.one_in(3);
    switch (month.month) {
        case 3:
            return {PeriodKind::quarter, month};
        case 6:
            return {PeriodKind::half_year, month};
        case 9:
            return {third_quarter ? PeriodKind::quarter : PeriodKind::nine_months, month};
        case 12:
            return {PeriodKind::year, month};
        default:
            return {PeriodKind::month, month};
    }
}

void fill_words(ReportSubject& subject) {
    fill_time_words(subject);
    fill_place_words(subject);
}

std::string issuer_name(std::size_t office, std::string_view commune) {
    constexpr std::array<std::string_view, 4> names{"Đảng ủy xã ", "Ủy ban nhân dân xã ",
                                                    "Hội đồng nhân dân xã ",
                                                    "Ủy ban Mặt trận Tổ quốc Việt Nam xã "};
    return std::string(names[office]) + std::string(commune);
}

}  // namespace commsearch
