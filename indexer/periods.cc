#include "indexer/periods.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/unicode.h"
#include "indexer/text_scan.h"

namespace commsearch {
namespace {

using Atoms = std::vector<Atom>;
using Form = PeriodMention::Form;

constexpr std::int32_t months_a_year = 12;
constexpr std::int32_t months_a_quarter = 3;

bool is_year(std::int32_t value) { return value >= 1930 && value <= 2100; }

bool word_at(const Atoms& atoms, std::size_t at, std::string_view word) {
    return at < atoms.size() && atoms[at].is(word);
}

std::int32_t number_at(const Atoms& atoms, std::size_t at) {
    return at < atoms.size() && atoms[at].is_number() ? atoms[at].value : -1;
}

bool is_dash(const Atoms& atoms, std::size_t at) {
    return at < atoms.size() &&
           (atoms[at].text == "-" || atoms[at].text == "–" || atoms[at].text == "—");
}

std::int32_t number_in_words(const Atom& atom) {
    constexpr std::array words = {"mot", "hai", "ba",  "bon",  "nam",
                                  "sau", "bay", "tam", "chin", "muoi"};
    const auto* found = std::find(words.begin(), words.end(), atom.key);
    return found == words.end() ? -1 : static_cast<std::int32_t>(found - words.begin()) + 1;
}

std::int32_t quarter_number(const Atom& atom) {
    if (atom.is_number()) return atom.value;
    constexpr std::array romans = {"I", "II", "III", "IV"};
    const auto* found = std::find(romans.begin(), romans.end(), atom.text);
    return found == romans.end() ? -1 : static_cast<std::int32_t>(found - romans.begin()) + 1;
}

/// Reads the mentions of one text from left to right.
class MentionReader {
public:
    explicit MentionReader(std::string_view text) : atoms_(atoms_of(text)) {}

    std::vector<PeriodMention> read() {
        while (at_ < atoms_.size()) {
            if (!date() && !months() && !month() && !quarter() && !year_range() && !year()) ++at_;
        }
        return std::move(mentions_);
    }

private:
    /// "ngày 5 tháng 8", "từ 24/10": not a period.
    bool date() {
        if (!word_at(atoms_, at_, "ngay") || number_at(atoms_, at_ + 1) < 0) return false;
        at_ += 2;
        if (word_at(atoms_, at_, "thang") && number_at(atoms_, at_ + 1) >= 0) at_ += 2;
        year_behind();
        return true;
    }

    /// "9 tháng đầu năm 2023", "Chín tháng đầu năm", "6 tháng".
    bool months() {
        if (!word_at(atoms_, at_ + 1, "thang")) return false;
        const bool parted = (word_at(atoms_, at_ + 2, "dau") || word_at(atoms_, at_ + 2, "cuoi")) &&
                            word_at(atoms_, at_ + 3, "nam");
        std::int32_t count = number_at(atoms_, at_);
        if (count < 0 && parted) count = number_in_words(atoms_[at_]);
        if (count < 1 || count > months_a_year || number_at(atoms_, at_ + 2) >= 0) return false;
        const bool last = parted && word_at(atoms_, at_ + 2, "cuoi");
        at_ += parted ? 4 : 2;
        const std::int32_t year = parted ? bare_year_or_behind() : year_behind();
        add({last ? Form::last_months : Form::first_months, count, year, 0});
        return true;
    }

    /// "tháng 11", "tháng 11/2023", "tháng 12 năm 2023".
    bool month() {
        const std::int32_t count = number_at(atoms_, at_ + 1);
        if (!word_at(atoms_, at_, "thang") || count < 1 || count > months_a_year) return false;
        at_ += 2;
        add({Form::month, count, year_behind(), 0});
        return true;
    }

    bool quarter() {
        if (at_ + 1 >= atoms_.size() || !atoms_[at_].is("quy")) return false;
        const std::string written = lower(atoms_[at_].text);
        const std::int32_t count = quarter_number(atoms_[at_ + 1]);
        const bool spelled = written == "quý" || written == "qúy" || written == "quy";
        if (!spelled || count < 1 || count > 4) return false;
        at_ += 2;
        add({Form::quarter, count, year_behind(), 0});
        return true;
    }

    /// "2021-2026", "2021 đến 2025", "nhiệm kỳ 2020 2025", "2021-26".
    bool year_range() {
        const std::int32_t first = number_at(atoms_, at_);
        if (!is_year(first)) return false;
        std::size_t next = at_ + 1;
        if (is_dash(atoms_, next) || word_at(atoms_, next, "den")) ++next;
        if (word_at(atoms_, next, "nam")) ++next;
        const std::int32_t last = number_at(atoms_, next);
        if (!is_year(last) || last <= first) return false;
        at_ = next + 1;
        add({Form::years, last - first + 1, first, last});
        return true;
    }

    /// "năm 2023", "nhiệm vụ 2024".
    bool year() {
        const bool named = word_at(atoms_, at_, "nam") || word_at(atoms_, at_, "vu") ||
                           word_at(atoms_, at_, "hoach");
        const std::int32_t count = number_at(atoms_, at_ + 1);
        if (!named || !is_year(count)) return false;
        ++at_;
        if (year_range()) return true;
        ++at_;
        add({Form::year, 1, count, 0});
        return true;
    }

    /// A year behind a month or quarter: "/2023", "năm 2023", "- 2023"; 0 when there is none.
    std::int32_t year_behind() {
        std::size_t next = at_;
        const bool joined = word_at(atoms_, next, "/") || word_at(atoms_, next, ".") ||
                            is_dash(atoms_, next) || word_at(atoms_, next, ",") ||
                            word_at(atoms_, next, "nam");
        if (!joined) return 0;
        if (word_at(atoms_, next, ",") && word_at(atoms_, next + 1, "nam")) ++next;
        if (word_at(atoms_, next, "nam") && number_at(atoms_, next + 1) < 0) return 0;
        const std::int32_t year = number_at(atoms_, next + 1);
        if (!is_year(year) || word_at(atoms_, next, ",")) return 0;
        if (is_dash(atoms_, next + 2) && is_year(number_at(atoms_, next + 3))) return 0;
        at_ = next + 2;
        return year;
    }

    std::int32_t bare_year_or_behind() {
        const std::int32_t year = number_at(atoms_, at_);
        if (!is_year(year)) return year_behind();
        ++at_;
        return year;
    }

    void add(const PeriodMention& mention) { mentions_.push_back(mention); }

    Atoms atoms_;
    std::size_t at_ = 0;
    std::vector<PeriodMention> mentions_;
};

/// Months since year 0 of a month YYYYMM.
std::int32_t month_index(std::int32_t month) { return month / 100 * months_a_year + month % 100; }

std::string month_text(std::int32_t month) {
    const std::int32_t in_year = month % 100;
    return std::to_string(month / 100) + (in_year < 10 ? "-0" : "-") + std::to_string(in_year);
}

std::string text_of(const PeriodMention& mention, const Period& period) {
    const std::string year = std::to_string(period.first_month / 100);
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

bool only_plans(std::string_view title_key) {
    constexpr std::array reporting = {"ket qua", "tinh hinh", "so ket",   "tong ket",
                                      "bao cao", "danh gia",  "kiem diem"};
    constexpr std::array planning = {"ke hoach", "phuong huong", "nhiem vu", "chuong trinh"};
    const auto holds = [&](std::string_view words) { return has_words(title_key, words); };
    return std::none_of(reporting.begin(), reporting.end(), holds) &&
           std::any_of(planning.begin(), planning.end(), holds);
}

}  // namespace

std::int32_t PeriodMention::first_month() const {
    if (form == Form::month) return count;
    if (form == Form::quarter) return (count - 1) * months_a_quarter + 1;
    if (form == Form::last_months) return months_a_year - count + 1;
    return 1;
}

std::int32_t PeriodMention::last_month() const {
    if (form == Form::month || form == Form::first_months) return count;
    if (form == Form::quarter) return count * months_a_quarter;
    return months_a_year;
}

std::vector<PeriodMention> period_mentions(std::string_view text) {
    return MentionReader(text).read();
}

Period period_of(const PeriodMention& mention, std::int32_t year) {
    if (year == 0) return {};
    const std::int32_t last_year = mention.form == Form::years ? mention.last_year : year;
    Period period{year * 100 + mention.first_month(), last_year * 100 + mention.last_month(), {}};
    period.text = text_of(mention, period);
    return period;
}

Period period_of_text(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t size) {
        const std::vector<Atom> atoms = atoms_of(text.substr(std::min(at, text.size()), size), 2);
        return atoms.size() == 1 && atoms[0].text.size() == size ? atoms[0].value : -1;
    };
    const std::int32_t year = number(0, 4);
    PeriodMention mention;
    if (!is_year(year)) return {};
    if (text.size() == 4) {
        mention = {Form::year, 1, year, 0};
    } else if (text.size() == 7 && text[5] == 'Q') {
        mention = {Form::quarter, number(6, 1), year, 0};
    } else if (text.size() == 7 && text[5] == 'H') {
        mention = {text[6] == '1' ? Form::first_months : Form::last_months, 6, year, 0};
    } else if (text.size() == 8 && text[5] == 'M') {
        mention = {Form::first_months, number(6, 2), year, 0};
    } else if (text.size() == 7) {
        mention = {Form::month, number(5, 2), year, 0};
    } else if (text.size() == 15 && text[7] == '/') {
        const Period first = period_of_text(text.substr(0, 7));
        const Period last = period_of_text(text.substr(8));
        if (first.first_month == 0 || last.last_month < first.first_month) return {};
        return {first.first_month, last.last_month, std::string(text)};
    }
    if (mention.count < 1 || mention.last_month() > months_a_year) return {};
    Period period = period_of(mention, year);
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
        const Period period = period_of(mention, year);
        const bool follows = period.first_month > reported.last_month;
        const bool soon =
            month_index(period.first_month) - month_index(reported.last_month) <= months_a_quarter;
        if (follows && (mention.year != 0 || soon)) return period;
    }
    return {};
}

}  // namespace commsearch
