#include "indexer/report/parser/paper_time.h"

#include <algorithm>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/fields/periods.h"
#include "indexer/report/sections/headings.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// "Hôm nay, ngày …", "Hồi 8 giờ ngày …", "Thời gian: …": when a meeting was, or a contract made.
bool tells_when(const Line& line) {
    const LineTokens tokens = line.tokens();
    const bool at_hour = !tokens.empty() && lower(tokens[0].text) == "hồi";
    return at_hour || has_words(line.key, "hom nay") || begins_with_words(line.key, "thoi gian") ||
           begins_with_words(line.key, "vao hoi") || begins_with_words(line.key, "vao luc");
}

/// Papers without a date line that say in another place when they were made: a date line above the
/// signature, the opening of minutes ("Hôm nay, ngày …"), the end of a law ("… thông qua ngày …").
Date date_in_text(const DocumentParts& parts, DocumentType type) {
    constexpr std::size_t last_lines = 15;
    constexpr std::size_t first_lines = 15;
    const std::vector<Line>& lines = parts.framed.lines;
    const std::size_t size = lines.size();
    if (type == DocumentType::bien_ban || type == DocumentType::hop_dong) {
        for (std::size_t i = 0; i < std::min(size, first_lines); ++i) {
            const Date date = tells_when(lines[i]) ? first_date(lines[i].tokens()) : Date();
            if (date.is_known()) return date;
        }
    }
    for (std::size_t i = size - std::min(size, last_lines); i < size; ++i) {
        if (const auto dated = closing_date(lines[i])) return dated->date;
        const std::size_t passed = find_words(lines[i].key, "thong qua ngay");
        if (is_law(type) && passed != std::string_view::npos) return first_date(lines[i].tokens());
    }
    for (const Line& line : parts.signature.lines) {
        if (const auto dated = closing_date(line)) return dated->date;
    }
    return {};
}

/// Whether a sentence is about a period: it begins with one ("Trong tháng 9 năm 2023, …", "9 tháng
/// đầu năm …"), or reports. Any other one names when something was.
bool tells_of_period(const Line& line) {
    constexpr std::array citing = {"can cu", "thuc hien", "theo", "kinh gui", "xet", "luat"};
    constexpr std::array reporting = {"bao cao", "ket qua", "tinh hinh", "so ket", "tong ket"};
    constexpr std::array spans = {"thang", "quy", "nam", "6 thang", "9 thang"};
    if (begins_with_any(line.key, citing)) return false;
    std::string_view key = line.key;
    for (const std::string_view before : {"trong ", "ket thuc ", "buoc vao ", "qua ", "den het "}) {
        if (key.starts_with(before)) key.remove_prefix(before.size());
    }
    const bool begins =
        begins_with_any(key, spans) ||
        (!key.empty() && is_ascii_digit(key.front()) &&
         begins_with_words(key.substr(std::min(key.find(' ') + 1, key.size())), "thang"));
    return begins || std::any_of(reporting.begin(), reporting.end(), [&](std::string_view words) {
               return has_words(line.key, words);
           });
}

/// Whether a report of `date` may be about the months that end with `period`; nobody reports on what
/// is long past without saying so in the title.
bool is_recent(const Period& period, Date date) {
    constexpr std::int32_t longest_delay = 18;  // months
    return !period.is_known() || !date.is_known() ||
           date.month().months_since(period.last) <= longest_delay;
}

/// Whether a line may say what periods the report is about: an outer heading, an opening sentence
/// ("Trong tháng 9 năm 2023, …"), or an inner heading that plans ("6. Nhiệm vụ tháng 12").
bool may_name_periods(const Line& line, bool opens) {
    constexpr std::size_t max_heading = 400;  // bytes
    if (line.text.size() > max_heading || line.table != 0) return false;
    if (is_capitals(line.text)) return true;
    const HeadingMark mark = heading_mark(line.text);
    if (opens && mark.level == HeadingMark::none) return tells_of_period(line);
    if (mark.level == HeadingMark::none) return false;
    const std::string key = words_key(line.text.substr(mark.text_at));
    const bool plans = begins_with_words(key, "nhiem vu") ||
                       begins_with_words(key, "phuong huong") || begins_with_words(key, "ke hoach");
    return plans || opens;
}

/// What the title of a report leaves open is looked for in its headings.
void complete_periods(const DocumentParts& parts, Date date, Periods& periods) {
    constexpr std::size_t looked_at = 400;
    const std::vector<Line>& lines = parts.framed.lines;
    for (std::size_t i = 0; i < std::min(lines.size(), looked_at); ++i) {
        if (periods.reported.is_known() && periods.planned.is_known()) return;
        if (!may_name_periods(lines[i], i < DocumentParts::opening_lines)) continue;
        if (!periods.reported.is_known()) {
            const Periods named = periods_of(lines[i], date);
            if (is_recent(named.reported, date)) periods = named;
        } else {
            periods.planned = period_after(periods.reported, lines[i].tokens());
        }
    }
}

}  // namespace

void set_date(const source::RawDocument::Stated& stated, const DocumentParts& parts, Date announced,
              Report& report) {
    const auto take = [&](Date date, DateSource source) {
        if (report.date.is_known() || !date.is_known()) return;
        report.date = date;
        report.date_source = source;
    };
    take(paper_date(stated.date), DateSource::stated);
    take(parts.header.signing_date, DateSource::signing);
    take(announced, DateSource::signing);
    const Date own_date = parts.header.has_date_line ? Date() : date_in_text(parts, report.type);
    take(own_date, DateSource::signing);
    take(parts.framed.posting_date, DateSource::posting);
    report.signing_date = Date();
    for (const Date signed_on : {parts.header.signing_date, announced, own_date}) {
        if (!report.signing_date.is_known()) report.signing_date = signed_on;
    }
    report.posting_date = parts.framed.posting_date;
}

void set_periods(const source::RawDocument::Stated& stated, const DocumentParts& parts,
                 Report& report) {
    Periods periods = periods_of_title(report.title, report.type, report.date);
    const bool reports = report.type == DocumentType::bao_cao || periods.reported.is_known();
    if (reports) complete_periods(parts, report.date, periods);
    // Nothing reports on months that begin after it was written.
    const bool is_later = report.date.is_known() && periods.reported.is_known() &&
                          periods.reported.first.first_day() > report.date.last_day();
    if (is_later && !periods.planned.is_known()) periods.planned = periods.reported;
    if (is_later) periods.reported = {};
    report.period = periods.reported;
    report.planned = periods.planned;
    const Period by_source = paper_period(stated.period);
    if (by_source.is_known()) report.period = by_source;
}

}  // namespace commsearch::report
