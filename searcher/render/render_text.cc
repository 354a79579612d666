#include "searcher/render/render_text.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/unicode.h"
#include "searcher/facets/facet_table.h"
#include "searcher/render/reading_text.h"
#include "searcher/render/report_text.h"
#include "searcher/render/text_page.h"

namespace commsearch::render {
namespace {

constexpr std::size_t facet_values_shown = 8;
constexpr std::size_t query_bytes_shown = 200;

void add_nothing_found(TextPage& page, const std::string& query) {
    std::string line = page.say("Không tìm thấy báo cáo nào", "No report found");
    if (!query.empty()) {
        const std::string_view shown = truncate_utf8(query, query_bytes_shown);
        line += page.say(" cho “", " for “");
        line += std::string(shown) + (shown.size() < query.size() ? "…”" : "”");
    }
    page.add_lines(words_of(line + "."), 0, bold);
    page.add_lines(words_of(page.say("Hãy thử:", "Try:")), 0, {});
    for (const auto& [vi, en] : {
             std::pair{"- ít từ hơn, không có dấu ngoặc kép", "- fewer words, without quotes"},
             std::pair{"- không có bộ lọc (--commune, --from, --to, --section)",
                       "- without filters (--commune, --from, --to, --section)"},
             std::pair{"- xem lại chính tả; gõ không dấu cũng được",
                       "- check the spelling; words without accents will do"},
         }) {
        page.add_lines(words_of(page.say(vi, en)), 2, {});
    }
}

/// "2023 (12)" for each value shown, and "… và 5 nữa".
std::vector<std::vector<Word>> facet_words(const TextPage& page,
                                           const std::vector<FacetValue>& values) {
    std::vector<std::vector<Word>> all;
    const std::size_t shown = std::min(values.size(), facet_values_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string& label = values[i].label;
        std::vector<Word> words = words_of(label.empty() ? page.say("không rõ", "unknown") : label);
        if (words.empty()) words.emplace_back();
        glue(words, " (" + page.number_text(values[i].reports) + ')');
        all.push_back(std::move(words));
    }
    if (const std::size_t rest = values.size() - shown; rest > 0) {
        const std::string count = page.number_text(rest);
        all.push_back(words_of(page.say("… và " + count + " nữa", "… and " + count + " more")));
    }
    return all;
}

/// Those chosen first, since a list is cut; communes that only took others over would come twice.
std::vector<FacetValue> listed_values(const Facet& facet) {
    std::vector<FacetValue> values;
    std::copy_if(facet.values.begin(), facet.values.end(), std::back_inserter(values),
                 [](const FacetValue& value) { return value.is_own || value.is_chosen; });
    std::stable_partition(values.begin(), values.end(),
                          [](const FacetValue& value) { return value.is_chosen; });
    return values;
}

/// Times follow each other; values with longer names stand in a line each.
void add_facet(TextPage& page, const Facet& facet) {
    if (facet.values.empty()) return;
    const facets::FacetRow& row = facets::facet_row(facet.kind);
    const std::string title = page.say(std::string(row.title_vi), std::string(row.title_en)) + ":";
    std::vector<std::vector<Word>> values = facet_words(page, listed_values(facet));
    if (!row.is_time) {
        page.add_lines(words_of(title), 0, {});
        for (const std::vector<Word>& value : values) page.add_lines(value, 2, {});
        return;
    }
    std::vector<Word> line = words_of(title);
    for (std::vector<Word>& value : values) {
        if (&value != &values.front()) glue(line, " ·");
        std::move(value.begin(), value.end(), std::back_inserter(line));
    }
    page.add_lines(line, 0, {});
}

/// "Ý bạn là …?" stands above the reports, where the eye is.
void add_suggestion(TextPage& page, const std::vector<Notice>& notices) {
    for (const Notice& notice : notices) {
        if (notice.code != notice_code(NoticeKind::did_you_mean)) continue;
        page.add_lines(words_of(page.say(notice.message)), 0, bold);
        page.add_blank_line();
    }
}

void add_notice(TextPage& page, const Notice& notice) {
    if (notice.code == notice_code(NoticeKind::did_you_mean)) return;
    page.add_lines(words_of(page.say("Lưu ý: ", "Note: ") + page.say(notice.message)), 0, {});
}

/// Which reports stand on this page, when these are not all.
void add_place(TextPage& page, const SearchResult& result) {
    if (result.limit == 0 || result.reports.size() == result.total_reports) return;
    const std::size_t last = result.offset + result.reports.size();
    if (result.reports.empty()) {
        page.add_lines(words_of(page.say("Trang này trống: hãy giảm --offset.",
                                         "This page is empty: lower --offset.")),
                       0, {});
        return;
    }
    const std::string range = page.number_text(result.offset + 1) + "–" + page.number_text(last);
    const std::string more = " --offset " + std::to_string(last);
    const bool is_last = last >= result.total_reports;
    page.add_lines(words_of(page.say("Báo cáo " + range + (is_last ? "." : "; xem tiếp:" + more),
                                     "Reports " + range + (is_last ? "." : "; to go on:" + more))),
                   0, {});
}

/// "12 đoạn trong 5 báo cáo, 8 đoạn chỉ gần đúng": what was found stands first.
void add_total(TextPage& page, const SearchResult& result) {
    const std::string passages = page.number_text(result.total_passages);
    const std::string reports = page.number_text(result.total_reports);
    const std::string seconds = page.decimal_text(result.seconds, 3);
    std::string line =
        page.say("Tìm thấy " + passages + " đoạn trong " + reports + " báo cáo",
                 "Found " + passages + ' ' + plural("passage", result.total_passages) + " in " +
                     reports + ' ' + plural("report", result.total_reports));
    if (const std::size_t near = result.total_passages - result.full_passages; near > 0) {
        const std::string count = page.number_text(near);
        line += result.full_passages == 0
                    ? page.say(", đều chỉ gần đúng", ", all of which only come near")
                    : page.say(", trong đó " + count + " đoạn chỉ gần đúng",
                               ", " + count + " of which only come near");
    }
    page.add_lines(
        words_of(line + page.say(" (" + seconds + " giây)", " (" + seconds + " seconds)")), 0, {});
}

/// How the question was read, in one line.
void add_readings(TextPage& page, const Interpretation& interpretation) {
    std::string line;
    for (const Reading& reading : interpretation.readings) {
        if (reading.kind == Reading::Kind::correction) continue;  // a notice says so
        line += (line.empty() ? page.say("Đã hiểu: ", "Read as: ") : "; ") +
                page.say(reading_text(reading));
    }
    if (!line.empty()) page.add_lines(words_of(line + "."), 0, {});
}

/// The words that were searched as words, and what was wanted of them.
void add_interpretation(TextPage& page, const Interpretation& interpretation) {
    const auto wanted = [&] {
        using Wanted = Interpretation::Wanted;
        switch (interpretation.wanted) {
            case Wanted::figure:
                return page.say("con số", "a figure");
            case Wanted::report:
                return page.say("các báo cáo", "reports");
            case Wanted::comparison:
                return page.say("so sánh các xã", "a comparison of communes");
            case Wanted::signer:
                return page.say("người ký", "who signed");
            case Wanted::newest:
                return page.say("mới nhất", "the newest");
            default:
                return page.say("các đoạn", "passages");
        }
    };
    page.add_lines(words_of(page.say("Tìm các từ “", "Words searched: “") + interpretation.topic +
                            page.say("”; cần: ", "”; wanted: ") + wanted() + "."),
                   0, {});
}

}  // namespace

std::string render_text(const SearchResult& result, const TextStyle& style) {
    TextPage page(style);
    add_suggestion(page, result.notices);
    if (result.total_reports > 0) add_total(page, result);
    add_readings(page, result.interpretation);
    if (style.explains) add_interpretation(page, result.interpretation);
    for (const Notice& notice : result.notices) add_notice(page, notice);
    if (result.total_reports == 0) {
        add_nothing_found(page, result.query);
        return page.take();
    }
    page.add_blank_line();
    for (std::size_t i = 0; i < result.reports.size(); ++i)
        add_report(page, result.reports[i], result.offset + i + 1);
    for (const Facet& facet : result.facets) add_facet(page, facet);
    if (!result.facets.empty()) page.add_blank_line();
    add_place(page, result);
    return page.take();
}

}  // namespace commsearch::render
