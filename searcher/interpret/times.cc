#include "searcher/interpret/times.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace commsearch::interpret {
namespace {

using Words = std::vector<QuestionWord>;

constexpr int first_year = 1990;  // no report is older
constexpr int last_year = 2099;

int year_of(const QuestionWord& word) {
    const int number = word.number();
    return number >= first_year && number <= last_year && word.text.size() == 4 ? number : 0;
}

int quarter_of(const QuestionWord& word) {
    constexpr std::array<std::string_view, 4> roman = {"i", "ii", "iii", "iv"};
    const auto found = std::find(roman.begin(), roman.end(), word.text);
    if (found != roman.end()) return static_cast<int>(found - roman.begin()) + 1;
    const int number = word.number();
    return number <= 4 ? number : 0;
}

int month_of(const QuestionWord& word) {
    const int number = word.number();
    return number <= Month::months_a_year && word.text.size() <= 2 ? number : 0;
}

/// "T6", "t06"
int short_month_of(const QuestionWord& word) {
    if (word.text.size() < 2 || word.text.size() > 3 || word.text.front() != 't') return 0;
    QuestionWord rest = word;
    rest.text.erase(0, 1);
    return month_of(rest);
}

/// A year, and behind what it stands.
struct Year {
    int value = 0;
    std::size_t end = 0;
};

/// Reads one time after the other.
class TimeScan {
public:
    TimeScan(const Words& words, Month this_month) : words_(words), this_month_(this_month) {}

    [[nodiscard]] std::vector<TimeMention> take() const {
        std::vector<TimeMention> found;
        for (std::size_t at = 0; at < words_.size();) {
            if (const std::size_t behind = behind_day(at); behind > at) {
                at = behind;
                continue;
            }
            const std::optional<TimeMention> mention = is_meant(at) ? mention_at(at) : std::nullopt;
            if (mention) found.push_back(*mention);
            at = mention ? mention->end : at + 1;
        }
        return found;
    }

private:
    [[nodiscard]] bool stands(std::size_t at, std::string_view phrase) const {
        return stands_at(words_, at, phrase);
    }

    /// Behind "30/11/2023", "ngày 30 tháng 11 (năm 2023)"; `at` where no day stands.
    [[nodiscard]] std::size_t behind_day(std::size_t at) const {
        const auto parted = [&](std::size_t place) {
            return place < words_.size() &&
                   (words_[place].before == '/' || words_[place].before == '-' ||
                    words_[place].before == '.');
        };
        const bool has_number = words_[at].number() > 0;
        if (has_number && parted(at + 1) && parted(at + 2) && year_of(words_[at + 2]) > 0)
            return at + 3;
        if (!words_[at].is("ngày") || at + 1 >= words_.size() || words_[at + 1].number() == 0)
            return at;
        std::size_t end = at + 2;
        if (parted(end) && words_[end].number() > 0) ++end;
        if (stands(end, "tháng") && end + 1 < words_.size()) end += 2;
        return parted(end) || stands(end, "năm") ? year_at(end).value_or(Year{0, end}).end : end;
    }

    /// "năm 2023", "/2023", " 2023" at `at`.
    [[nodiscard]] std::optional<Year> year_at(std::size_t at) const {
        const std::size_t place = stands(at, "năm") ? at + 1 : at;
        if (place >= words_.size()) return std::nullopt;
        const int year = year_of(words_[place]);
        if (year > 0 && !begins_span(place)) return Year{year, place + 1};
        return relative_year_at(at);
    }

    /// "2020-2025"
    [[nodiscard]] bool begins_span(std::size_t at) const {
        return at + 1 < words_.size() && words_[at + 1].before == '-' &&
               words_[at + 1].number() > 0;
    }

    [[nodiscard]] std::optional<Year> relative_year_at(std::size_t at) const {
        if (!this_month_.is_known()) return std::nullopt;
        for (const std::string_view phrase : {"năm nay", "năm này"}) {
            if (stands(at, phrase)) return Year{this_month_.year(), at + 2};
        }
        for (const std::string_view phrase : {"năm ngoái", "năm trước", "năm qua"}) {
            if (stands(at, phrase)) return Year{this_month_.year() - 1, at + 2};
        }
        return std::nullopt;
    }

    /// What stands before says that the time is not that of a report: a term, a programme, a law, a
    /// comparison ("so với cùng kỳ năm trước"), one end of a span of years.
    [[nodiscard]] bool is_meant(std::size_t at) const {
        constexpr std::array<std::string_view, 7> spans = {
            "giai đoạn", "nhiệm kỳ", "nhiệm kì", "cùng kỳ", "cùng kì", "khóa", "khoá"};
        for (const std::string_view phrase : spans) {
            const std::size_t length = words_in(phrase);
            if (at >= length && stands(at - length, phrase)) return false;
        }
        const bool is_year = year_of(words_[at]) > 0;
        const bool is_far_end =
            is_year && at > 0 && words_[at].before != ' ' && year_of(words_[at - 1]) > 0;
        const bool is_near_end = is_year && at + 1 < words_.size() && words_[at + 1].before != ' ';
        return !is_far_end && !is_near_end && !is_part_of_number(at) && !is_of_a_law(at);
    }

    /// "276-BC/ĐU", "19/19", "QĐ/2023"
    [[nodiscard]] bool is_part_of_number(std::size_t at) const {
        return words_[at].before == '/' || words_[at].before == '-';
    }

    [[nodiscard]] bool is_of_a_law(std::size_t at) const {
        constexpr std::array<std::string_view, 8> laws = {"luật",      "nghị định", "thông tư",
                                                          "pháp lệnh", "hiến pháp", "quyết định",
                                                          "chỉ thị",   "công văn"};
        constexpr std::size_t most_words = 6;
        for (std::size_t place = at - std::min(at, most_words); place < at; ++place) {
            for (const std::string_view law : laws) {
                if (stands(place, law)) return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::optional<TimeMention> mention_at(std::size_t at) const {
        for (const auto read :
             {&TimeScan::months_at, &TimeScan::part_of_year_at, &TimeScan::quarter_at,
              &TimeScan::month_at, &TimeScan::relative_month_at, &TimeScan::whole_year_at}) {
            if (auto mention = (this->*read)(at)) return mention;
        }
        return std::nullopt;
    }

    /// "9 tháng đầu năm 2023", "3 tháng cuối năm", "6 tháng".
    [[nodiscard]] std::optional<TimeMention> months_at(std::size_t at) const {
        const int count = month_of(words_[at]);
        if (count < 2 || !stands(at + 1, "tháng")) return std::nullopt;
        std::size_t end = at + 2;
        const bool is_last = stands(end, "cuối");
        if (is_last || stands(end, "đầu")) ++end;
        const std::optional<Year> year = year_at(end);
        if (!year && stands(end, "năm")) ++end;
        if (year) {
            const Period period =
                is_last ? Period::of_months(Month(year->value, Month::months_a_year - count + 1),
                                            Month(year->value, Month::months_a_year))
                        : Period::of_first_months(year->value, count);
            return TimeMention{at, year->end, period};
        }
        if (is_last) return std::nullopt;
        return TimeMention{at, end, {}, std::to_string(count) + " tháng"};
    }

    /// "đầu năm 2024": its first quarter; "cuối năm 2023": its last; "giữa năm": months 5 to 7.
    [[nodiscard]] std::optional<TimeMention> part_of_year_at(std::size_t at) const {
        struct Part {
            std::string_view phrase;
            int first, last;
        };
        constexpr std::array<Part, 3> parts{{{"đầu", 1, 3}, {"giữa", 5, 7}, {"cuối", 10, 12}}};
        for (const Part& part : parts) {
            if (!stands(at, part.phrase) || !stands(at + 1, "năm")) continue;
            const std::optional<Year> year = year_at(at + 1);
            if (!year) continue;
            return TimeMention{
                at, year->end,
                Period::of_months(Month(year->value, part.first), Month(year->value, part.last))};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<TimeMention> quarter_at(std::size_t at) const {
        const bool is_quarter = words_[at].is("quý") || words_[at].is("quí");
        if (!is_quarter || at + 1 >= words_.size()) return std::nullopt;
        const int quarter = quarter_of(words_[at + 1]);
        if (quarter == 0) return std::nullopt;
        if (const std::optional<Year> year = year_at(at + 2))
            return TimeMention{at, year->end, Period::of_quarter(year->value, quarter)};
        return TimeMention{at, at + 2, {}, "quý " + std::to_string(quarter)};
    }

    /// "tháng 6 năm 2024", "tháng 6", "T6/2024", "6/2024".
    [[nodiscard]] std::optional<TimeMention> month_at(std::size_t at) const {
        const bool is_named = words_[at].is("tháng") && at + 1 < words_.size();
        const std::size_t place = is_named ? at + 1 : at;
        const int month = is_named
                              ? month_of(words_[place])
                              : std::max(short_month_of(words_[place]), month_of(words_[place]));
        if (month == 0) return std::nullopt;
        const std::optional<Year> year = year_at(place + 1);
        const bool is_joined = year && place + 1 < words_.size() &&
                               (words_[place + 1].before == '/' || words_[place + 1].before == '-');
        if (year && (is_named || is_joined))
            return TimeMention{at, year->end, Period::of_month(Month(year->value, month))};
        if (is_named) return TimeMention{at, place + 1, {}, "tháng " + std::to_string(month)};
        return std::nullopt;
    }

    [[nodiscard]] std::optional<TimeMention> relative_month_at(std::size_t at) const {
        if (!this_month_.is_known()) return std::nullopt;
        if (stands(at, "tháng này")) return TimeMention{at, at + 2, Period::of_month(this_month_)};
        if (stands(at, "tháng trước"))
            return TimeMention{at, at + 2, Period::of_month(this_month_.plus(-1))};
        return std::nullopt;
    }

    [[nodiscard]] std::optional<TimeMention> whole_year_at(std::size_t at) const {
        const std::optional<Year> year = year_at(at);
        if (!year) return std::nullopt;
        return TimeMention{at, year->end, Period::of_year(year->value)};
    }

    const Words& words_;
    Month this_month_;
};

}  // namespace

std::vector<TimeMention> times_among(const std::vector<QuestionWord>& words, Month this_month) {
    return TimeScan(words, this_month).take();
}

}  // namespace commsearch::interpret
