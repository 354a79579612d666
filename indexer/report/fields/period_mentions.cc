#include "indexer/report/fields/period_mentions.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/value/date.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Form = PeriodMention::Form;

bool word_at(LineTokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].is(word);
}

std::int32_t number_at(LineTokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_number() ? tokens[at].value : -1;
}

bool is_dash(LineTokens tokens, std::size_t at) {
    return at < tokens.size() &&
           (tokens[at].text == "-" || tokens[at].text == "–" || tokens[at].text == "—");
}

std::int32_t number_in_words(const LineToken& token) {
    constexpr std::array words = {"mot", "hai", "ba",  "bon",  "nam",
                                  "sau", "bay", "tam", "chin", "muoi"};
    const auto* found = std::find(words.begin(), words.end(), token.key);
    return found == words.end() ? -1 : static_cast<std::int32_t>(found - words.begin()) + 1;
}

std::int32_t quarter_number(const LineToken& token) {
    if (token.is_number()) return token.value;
    constexpr std::array romans = {"I", "II", "III", "IV"};
    const auto* found = std::find(romans.begin(), romans.end(), token.text);
    return found == romans.end() ? -1 : static_cast<std::int32_t>(found - romans.begin()) + 1;
}

bool pair_at(LineTokens tokens, std::size_t at, std::string_view first, std::string_view second) {
    return word_at(tokens, at, first) && word_at(tokens, at + 1, second);
}

/// Whether something with years in its name begins at `at`; not what the text itself is: "Chương
/// trình công tác năm 2023".
PeriodMention::Of name_at(LineTokens tokens, std::size_t at) {
    using Of = PeriodMention::Of;
    const bool capital = tokens[at].capital;
    if (pair_at(tokens, at, "hien", "phap") || pair_at(tokens, at, "phap", "lenh")) return Of::law;
    if (capital && (word_at(tokens, at, "luat") || pair_at(tokens, at, "nghi", "dinh") ||
                    pair_at(tokens, at, "thong", "tu")))
        return Of::law;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> numbered = {
        {{"quyet", "dinh"},
         {"nghi", "quyet"},
         {"ke", "hoach"},
         {"chi", "thi"},
         {"ket", "luan"},
         {"huong", "dan"}}};
    for (const auto& [first, second] : numbered) {
        if (pair_at(tokens, at, first, second) && word_at(tokens, at + 2, "so")) return Of::law;
    }
    if (at == 0) return Of::itself;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> programmes = {
        {{"chuong", "trinh"}, {"de", "an"}, {"chien", "luoc"}, {"du", "an"}, {"nghi", "quyet"}}};
    for (const auto& [first, second] : programmes) {
        if (pair_at(tokens, at, first, second)) return Of::programme;
    }
    if (pair_at(tokens, at, "chuan", "ngheo")) return Of::programme;
    return Of::itself;
}

/// To what the year, or the `range` of years, behind `before` belongs.
PeriodMention::Of owner_of(LineTokens before, bool range) {
    using Of = PeriodMention::Of;
    constexpr std::size_t longest_name = 20;  // words
    const std::size_t size = before.size();
    const auto ends_with = [&](std::string_view first, std::string_view second) {
        return size >= 2 && pair_at(before, size - 2, first, second);
    };
    if (ends_with("nhiem", "ky")) return Of::term;
    if (ends_with("nam", "hoc")) return Of::school;
    for (std::size_t i = size; i > 0 && size - i < longest_name; --i) {
        const LineToken& token = before[i - 1];
        if (token.text == "," || token.text == ";" || token.text == ":") break;
        const Of of = name_at(before, i - 1);
        if (of == Of::law || (of == Of::programme && range)) return of;
    }
    return Of::itself;
}

/// Whether the words before a span tell of something that began or was born then.
bool tells_of_event(LineTokens before) {
    constexpr std::array<std::string_view, 7> born = {"tre", "nguoi", "em", "chau",
                                                      "dan", "nien",  "nu"};
    constexpr std::array<std::string_view, 4> between = {"tu", "vao", "trong", "dau"};
    while (!before.empty() && is_one_of(before.back().key, between))
        before = before.first(before.size() - 1);
    const std::size_t size = before.size();
    if (size < 2) return false;
    const std::string_view last = before[size - 1].key;
    const std::string_view first = before[size - 2].key;
    if (last == "sinh") return is_one_of(first, born);
    return (first == "khoi" && last == "cong") || (first == "khanh" && last == "thanh") ||
           (first == "thanh" && last == "lap");
}

/// Reads the mentions of one text from left to right.
class MentionReader {
public:
    explicit MentionReader(LineTokens tokens) : tokens_(tokens) {}

    std::vector<PeriodMention> read() {
        while (at_ < tokens_.size()) {
            begin_ = at_;
            if (!date() && !week() && !months() && !month() && !quarter() && !year_range() &&
                !year())
                ++at_;
        }
        return std::move(mentions_);
    }

private:
    /// "ngày 5 tháng 8", "từ 24/10": not a period.
    bool date() {
        if (!word_at(tokens_, at_, "ngay") || number_at(tokens_, at_ + 1) < 0) return false;
        at_ += 2;
        if (word_at(tokens_, at_, "thang") && number_at(tokens_, at_ + 1) >= 0) at_ += 2;
        year_behind();
        return true;
    }

    /// "tuần 12 năm 2024": too short for a period.
    bool week() {
        if (!word_at(tokens_, at_, "tuan") || number_at(tokens_, at_ + 1) < 0) return false;
        at_ += 2;
        year_behind();
        return true;
    }

    /// "9 tháng đầu năm 2023", "Chín tháng đầu năm", "6 tháng".
    bool months() {
        if (!word_at(tokens_, at_ + 1, "thang")) return false;
        const bool parted =
            (word_at(tokens_, at_ + 2, "dau") || word_at(tokens_, at_ + 2, "cuoi")) &&
            word_at(tokens_, at_ + 3, "nam");
        std::int32_t count = number_at(tokens_, at_);
        if (count < 0 && parted) count = number_in_words(tokens_[at_]);
        if (count < 1 || count > Month::months_a_year || number_at(tokens_, at_ + 2) >= 0)
            return false;
        const bool last = parted && word_at(tokens_, at_ + 2, "cuoi");
        at_ += parted ? 4 : 2;
        const std::int32_t year = parted ? bare_year_or_behind() : year_behind();
        add({last ? Form::last_months : Form::first_months, count, year, 0});
        return true;
    }

    /// "tháng 11", "tháng 11/2023", "tháng 12 năm 2023", "tháng 1 đến tháng 6 năm 2023"; not "20
    /// tháng 11".
    bool month() {
        const std::int32_t count = number_at(tokens_, at_ + 1);
        if (!word_at(tokens_, at_, "thang") || count < 1 || count > Month::months_a_year)
            return false;
        const bool is_day = at_ > end_ && number_at(tokens_, at_ - 1) > 0;
        at_ += 2;
        const std::int32_t year = year_behind();
        std::size_t next = at_;
        if (is_dash(tokens_, next) || word_at(tokens_, next, "den")) ++next;
        if (next > at_ && word_at(tokens_, next, "het")) ++next;
        const std::int32_t until = number_at(tokens_, next + 1);
        const bool spans = next > at_ && word_at(tokens_, next, "thang") && until >= 1 &&
                           until <= Month::months_a_year;
        if (!spans) {
            if (!is_day) add({Form::month, count, year, 0});
            return true;
        }
        at_ = next + 2;
        add_months(count, year, until, year_behind());
        return true;
    }

    /// The year of a span's begin is that of its end, or the one before.
    void add_months(std::int32_t first, std::int32_t year, std::int32_t until,
                    std::int32_t last_year) {
        if (year == 0 && last_year != 0) year = last_year - (first > until ? 1 : 0);
        const bool ends_before = last_year != 0 && last_year * Month::months_a_year + until <
                                                       year * Month::months_a_year + first;
        if (!ends_before)
            add({Form::months, first, year, last_year, PeriodMention::Of::itself, until});
    }

    bool quarter() {
        if (at_ + 1 >= tokens_.size() || !tokens_[at_].is("quy")) return false;
        const std::string written = lower(tokens_[at_].text);
        const std::int32_t count = quarter_number(tokens_[at_ + 1]);
        const bool spelled = written == "quý" || written == "qúy" || written == "quy";
        if (!spelled || count < 1 || count > 4) return false;
        at_ += 2;
        add({Form::quarter, count, year_behind(), 0});
        return true;
    }

    /// "2021-2026", "2021 đến 2025", "nhiệm kỳ 2020 2025", "2021-26".
    bool year_range() {
        const std::int32_t first = number_at(tokens_, at_);
        if (!is_paper_year(first)) return false;
        std::size_t next = at_ + 1;
        if (is_dash(tokens_, next) || word_at(tokens_, next, "den")) ++next;
        if (word_at(tokens_, next, "nam")) ++next;
        const std::int32_t last = number_at(tokens_, next);
        if (!is_paper_year(last) || last <= first) return false;
        at_ = next + 1;
        add({Form::years, last - first + 1, first, last});
        return true;
    }

    /// "năm 2023", "nhiệm vụ 2024".
    bool year() {
        const bool named = word_at(tokens_, at_, "nam") || word_at(tokens_, at_, "vu") ||
                           word_at(tokens_, at_, "hoach");
        const std::int32_t count = number_at(tokens_, at_ + 1);
        if (!named || !is_paper_year(count)) return false;
        ++at_;
        if (year_range()) return true;
        ++at_;
        add({Form::year, 1, count, 0});
        return true;
    }

    /// A year behind a month or quarter: "/2023", "năm 2023", "- 2023"; 0 when there is none.
    std::int32_t year_behind() {
        std::size_t next = at_;
        const bool joined = word_at(tokens_, next, "/") || word_at(tokens_, next, ".") ||
                            is_dash(tokens_, next) || word_at(tokens_, next, ",") ||
                            word_at(tokens_, next, "nam");
        if (!joined) return 0;
        if (word_at(tokens_, next, ",") && word_at(tokens_, next + 1, "nam")) ++next;
        if (word_at(tokens_, next, "nam") && number_at(tokens_, next + 1) < 0) return 0;
        const std::int32_t year = number_at(tokens_, next + 1);
        if (!is_paper_year(year) || word_at(tokens_, next, ",")) return 0;
        if (is_dash(tokens_, next + 2) && is_paper_year(number_at(tokens_, next + 3))) return 0;
        at_ = next + 2;
        return year;
    }

    std::int32_t bare_year_or_behind() {
        const std::int32_t year = number_at(tokens_, at_);
        if (!is_paper_year(year)) return year_behind();
        ++at_;
        return year;
    }

    void add(PeriodMention mention) {
        const LineTokens before = tokens_.first(begin_);
        if (mention.form == Form::years || mention.form == Form::year)
            mention.of = owner_of(before, mention.form == Form::years);
        const bool yearly =
            pair_at(tokens_, at_, "hang", "nam") || pair_at(tokens_, at_, "moi", "nam");
        if (tells_of_event(before) || yearly) mention.of = PeriodMention::Of::event;
        mentions_.push_back(mention);
        end_ = at_;
    }

    LineTokens tokens_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;  ///< of what is being read
    std::size_t end_ = 0;    ///< of the last mention
    std::vector<PeriodMention> mentions_;
};

}  // namespace

std::int32_t PeriodMention::first_month() const {
    if (form == Form::month || form == Form::months) return count;
    if (form == Form::quarter) return (count - 1) * Month::months_a_quarter + 1;
    if (form == Form::last_months) return Month::months_a_year - count + 1;
    return 1;
}

std::int32_t PeriodMention::last_month() const {
    if (form == Form::month || form == Form::first_months) return count;
    if (form == Form::months) return until;
    if (form == Form::quarter) return count * Month::months_a_quarter;
    return Month::months_a_year;
}

std::vector<PeriodMention> period_mentions(LineTokens text) { return MentionReader(text).read(); }

}  // namespace commsearch::report
