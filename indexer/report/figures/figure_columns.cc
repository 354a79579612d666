#include "indexer/report/figures/figure_columns.h"

#include <algorithm>
#include <array>

#include "analyzers/base/tsv.h"
#include "indexer/report/figures/figure_line.h"
#include "indexer/report/figures/figure_periods.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Kind = FigureColumn::Kind;

bool has_any(std::string_view key, const auto& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return has_words(key, phrase); });
}

Kind kind_of_head(std::string_view head, std::string_view key) {
    constexpr std::array<std::string_view, 5> numbers = {"stt", "tt", "so tt", "so thu tu", "sst"};
    constexpr std::array<std::string_view, 3> units = {"dvt", "don vi tinh", "don vi"};
    constexpr std::array<std::string_view, 5> changes = {"cung ky", "tang giam", "chenh lech",
                                                         "nam truoc", "thang truoc"};
    constexpr std::array<std::string_view, 7> done = {"thuc hien", "th",     "ket qua", "uoc",
                                                      "uoc dat",   "luy ke", "so luong"};
    constexpr std::array<std::string_view, 8> plans = {
        "ke hoach", "kh", "chi tieu", "du toan", "dt", "muc tieu", "giao", "nghi quyet"};
    if (is_one_of(key, numbers)) return Kind::number;
    if (is_one_of(key, units)) return Kind::unit;
    if (has_any(key, changes)) return Kind::change;
    const bool rate = head.find('%') != std::string_view::npos || has_words(key, "ty le") ||
                      has_words(key, "ti le");
    const bool compared = has_words(key, "so") && has_any(key, plans);
    if (rate || compared) return Kind::of_plan;
    const bool both = has_any(key, done) && has_any(key, plans);
    if (has_any(key, done) && !both) return Kind::actual;
    if (both)
        return key.starts_with("ke hoach") || key.starts_with("kh") ? Kind::plan : Kind::actual;
    return has_any(key, plans) ? Kind::plan : Kind::other;
}

}  // namespace

std::vector<FigureColumn> figure_columns(std::span<const std::string> heads,
                                         const Period& reported) {
    std::vector<FigureColumn> columns;
    bool named = false;
    for (const std::string& head : heads) {
        FigureColumn column;
        column.head = head;
        column.kind = kind_of_head(head, words_key(head));
        // The first column that does not number the rows names them: "Chỉ tiêu", "Nội dung".
        if (!named && column.kind != Kind::number) {
            column.kind = Kind::name;
            named = true;
        }
        const FigureLine line(head);
        const std::vector<NamedPeriod> periods = named_periods(line.tokens(), reported);
        if (!periods.empty() && column.kind != Kind::of_plan)
            column.period = periods.front().period;
        columns.push_back(std::move(column));
    }
    return columns;
}

bool is_head_row(std::string_view row) {
    const std::vector<std::string_view> cells = split(row, '\t');
    return std::none_of(cells.begin(), cells.end(), [](std::string_view cell) {
        const FigureLine line(cell);
        return !line.tokens().empty() && line.tokens().front().is_number();
    });
}

}  // namespace commsearch::report
