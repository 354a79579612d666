#include <algorithm>
#include <set>

#include "analyzers/base/unicode.h"
#include "indexer/review/coverage/coverage_render.h"
#include "indexer/review/csv.h"
#include "indexer/schema/kinds.h"

namespace commsearch::review {
namespace {

constexpr std::size_t widest_name = 40;

std::string_view mark_of(Filing filing) {
    switch (filing) {
        case Filing::none:
            return " ";
        case Filing::filed:
            return "✓";
        case Filing::late:
            return "~";
        case Filing::pending:
            return "·";
        case Filing::missing:
            return "✗";
    }
    return " ";
}

/// "03", "Q1", "H1", "M09" of one year; of a whole year "2024".
std::string column_head(const Period& period) {
    const std::string text = period.text();
    const std::size_t dash = text.find('-');
    return dash == std::string::npos ? text : text.substr(dash + 1);
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t own = display_width(text);
    return own < width ? text.append(width - own, ' ') : text;
}

std::string short_name(const report::Commune& commune) {
    const std::string name = commune.type + ' ' + commune.name;
    const std::string& area = commune.district.empty() ? commune.province : commune.district;
    const std::string whole = area.empty() ? name : name + ", " + area;
    return display_width(whole) <= widest_name ? whole : name;
}

/// The columns of one year.
struct YearColumns {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_blank(const CoverageRow& row, YearColumns year) {
    for (std::size_t i = year.begin; i < year.end; ++i) {
        if (row.cells[i].filing != Filing::none) return false;
    }
    return true;
}

std::string year_table(const Coverage& coverage, const std::string& issuer, YearColumns year) {
    std::vector<const CoverageRow*> rows;
    std::size_t width = 0;
    for (const CoverageRow& row : coverage.rows) {
        if (row.issuer != issuer || is_blank(row, year)) continue;
        rows.push_back(&row);
        width = std::max(width, display_width(short_name(row.commune)));
    }
    if (rows.empty()) return {};
    const std::string title = std::string(schema::label_of_slug(schema::issuer_kinds(), issuer)) +
                              ", " + std::to_string(coverage.periods[year.begin].last.year());
    width = std::max(width, display_width(title));
    std::string text = padded(title, width);
    for (std::size_t i = year.begin; i < year.end; ++i)
        text += ' ' + column_head(coverage.periods[i]);
    text += '\n';
    for (const CoverageRow* row : rows) {
        std::string line = padded(short_name(row->commune), width);
        for (std::size_t i = year.begin; i < year.end; ++i) {
            const std::size_t head = column_head(coverage.periods[i]).size();
            line += ' ' + padded(std::string(mark_of(row->cells[i].filing)), head);
        }
        text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
    }
    return text + '\n';
}

std::string tables(const Coverage& coverage) {
    std::string text;
    std::set<std::string_view> done;
    for (const CoverageRow& row : coverage.rows) {
        if (!done.insert(row.issuer).second) continue;
        YearColumns year;
        for (; year.begin < coverage.periods.size(); year.begin = year.end) {
            const int number = coverage.periods[year.begin].last.year();
            year.end = year.begin;
            while (year.end < coverage.periods.size() &&
                   coverage.periods[year.end].last.year() == number)
                ++year.end;
            text += year_table(coverage, row.issuer, year);
        }
    }
    return text;
}

std::string late_lines(const Coverage& coverage, Language language) {
    std::string text;
    for (const CoverageRow& row : coverage.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const CoverageCell& cell = row.cells[i];
            if (cell.filing != Filing::late) continue;
            const std::string days = std::to_string(cell.days);
            const Message when = {
                "ngày " + cell.report.date.day_first_text() + ", sau kỳ " + days + " ngày",
                cell.report.date.text() + ", " + days + " days after the period"};
            text += "~ " + coverage.periods[i].text() + ' ' + row.commune.type + ' ' +
                    row.commune.name + ": " + when.in(language) + ": " +
                    printable(cell.report.path) + '\n';
        }
    }
    return text.empty() ? text : text + '\n';
}

/// What could not be counted.
std::string left_out(const Coverage& coverage, Language language) {
    const std::string periods = std::to_string(coverage.without_period);
    const std::string communes = std::to_string(coverage.without_commune);
    std::string text;
    if (coverage.without_period != 0)
        text += Message{"Không đếm " + periods + " báo cáo không nói kỳ nào.\n",
                        "Not counted: " + periods + " reports that name no period.\n"}
                    .in(language);
    if (coverage.without_commune != 0)
        text += Message{"Không đếm " + communes + " báo cáo không rõ xã.\n",
                        "Not counted: " + communes + " reports of an unknown commune.\n"}
                    .in(language);
    return text;
}

}  // namespace

std::string coverage_text(const Coverage& coverage, Language language) {
    if (coverage.rows.empty())
        return Message{"Không có xã nào, kỳ nào để xem.\n", "There is no commune and period.\n"}.in(
                   language) +
               left_out(coverage, language);
    const auto counted = [&](Filing filing) { return std::to_string(coverage.count(filing)); };
    const Message total = {"✓ đã gửi " + counted(Filing::filed) + "   ~ chậm " +
                               counted(Filing::late) + "   ✗ thiếu " + counted(Filing::missing) +
                               "   · chưa đến hạn " + counted(Filing::pending) + '\n',
                           "✓ filed " + counted(Filing::filed) + "   ~ late " +
                               counted(Filing::late) + "   ✗ missing " + counted(Filing::missing) +
                               "   · not due " + counted(Filing::pending) + '\n'};
    return tables(coverage) + late_lines(coverage, language) + total.in(language) +
           left_out(coverage, language);
}

std::string coverage_csv(const Coverage& coverage) {
    std::string text = csv_line({"period", "issuer", "code", "commune", "district", "province",
                                 "state", "date", "days", "reported_period", "path"});
    for (const CoverageRow& row : coverage.rows) {
        const report::Commune& commune = row.commune;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const CoverageCell& cell = row.cells[i];
            if (cell.filing == Filing::none) continue;
            const bool has_day = cell.report.date.is_known();
            text += csv_line({coverage.periods[i].text(), row.issuer, commune.id().text(),
                              commune.type + ' ' + commune.name, commune.district, commune.province,
                              std::string(filing_name(cell.filing)), cell.report.date.text(),
                              has_day ? std::to_string(cell.days) : "", cell.report.period.text(),
                              cell.report.path});
        }
    }
    return text;
}

}  // namespace commsearch::review
