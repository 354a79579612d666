#include "searcher/render_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/unicode.h"
#include "searcher/citation.h"
#include "searcher/terminal_text.h"

namespace commsearch {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 120;
constexpr std::size_t facet_values_shown = 8;
constexpr std::size_t query_bytes_shown = 200;

constexpr std::string_view did_you_mean = "did-you-mean";

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view hit_color = "\x1b[1;31m";
constexpr std::string_view plain = "\x1b[0m";

/// The parts that are not empty, with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

Message facet_title(const std::string& name) {
    if (name == "commune") return {"Xã, phường", "Communes"};
    if (name == "year") return {"Năm", "Years"};
    if (name == "month") return {"Tháng", "Months"};
    if (name == "section") return {"Mục", "Sections"};
    return {name, name};
}

class Page {
public:
    explicit Page(const TextStyle& style)
        : style_(style), width_(std::clamp(style.width, narrowest, widest)) {}

    void add_report(const ReportHit& report, std::size_t rank) {
        const std::string number = std::to_string(rank) + ". ";
        const std::size_t indent = number.size();
        const std::vector<std::string> title =
            wrap(words_of(report.title.empty() ? report.path : report.title), width_ - indent);
        for (std::size_t i = 0; i < title.size(); ++i) {
            out_ += i == 0 ? number : std::string(indent, ' ');
            out_ += painted(title[i], bold) + '\n';
        }
        add_lines(source_line(report), indent, {});
        for (const PassageHit& passage : report.passages) {
            add_lines(words_of(heading_line(passage.heading_path)), indent, dim);
            add_lines(excerpt_words(passage.excerpt), indent + 2, {});
            add_meanings(passage, indent + 2);
            add_shares(passage, indent + 2);
        }
        if (report.more_passages > 0) {
            const std::string count = number_text(report.more_passages);
            add_lines(words_of(say("còn " + count + " đoạn",
                                   count + " more " + plural("passage", report.more_passages))),
                      indent, dim);
        }
        if (report.similar_reports > 0) {
            const std::string count = number_text(report.similar_reports);
            add_lines(words_of(say("và " + count + " báo cáo khác của xã viết gần như vậy",
                                   count + " more " + plural("report", report.similar_reports) +
                                       " of the commune saying nearly the same")),
                      indent, dim);
        }
        out_ += '\n';
    }

    /// "CN = công nghiệp" for what could mean something else; with the explanation all of them.
    void add_meanings(const PassageHit& passage, std::size_t indent) {
        const bool explains = !passage.shares.empty();
        std::vector<std::string> parts;
        for (const PassageHit::Meaning& meaning : passage.meanings) {
            if (!meaning.long_form.empty() &&
                (explains || meaning.is_ambiguous || meaning.is_defined)) {
                parts.push_back(meaning.short_form + " = " + meaning.long_form);
            } else if (explains && meaning.long_form.empty()) {
                parts.push_back(meaning.short_form + say(": đoạn không cho biết nghĩa nào",
                                                         ": the passage does not tell which"));
            }
        }
        add_lines(words_of(printable(joined(parts, " · "))), indent, dim);
    }

    /// "điểm 45,3" and a line for each part of it.
    void add_shares(const PassageHit& passage, std::size_t indent) {
        if (passage.shares.empty()) return;
        add_lines(words_of(say("điểm ", "score ") + decimal_text(passage.score, 1)), indent, dim);
        for (std::size_t i = 0; i < passage.shares.size(); ++i) {
            const PassageHit::Share& share = passage.shares[i];
            const bool is_factor = i + 1 == passage.shares.size();
            const std::string amount =
                (is_factor ? "× " : "+ ") + decimal_text(share.score, is_factor ? 2 : 1);
            add_lines(words_of(amount + "  " + share.what.in(style_.language)), indent + 2, dim);
        }
    }

    void add_nothing_found(const std::string& query) {
        std::string line = say("Không tìm thấy báo cáo nào", "No report found");
        if (!query.empty()) {
            const std::string_view shown = truncate_utf8(query, query_bytes_shown);
            line += say(" cho “", " for “");
            line += std::string(shown) + (shown.size() < query.size() ? "…”" : "”");
        }
        add_lines(words_of(line + "."), 0, bold);
        out_ += say("Hãy thử:\n", "Try:\n");
        for (const auto& [vi, en] : {
                 std::pair{"- ít từ hơn, không có dấu ngoặc kép", "- fewer words, without quotes"},
                 std::pair{"- không có bộ lọc (--commune, --from, --to, --section)",
                           "- without filters (--commune, --from, --to, --section)"},
                 std::pair{"- xem lại chính tả; gõ không dấu cũng được",
                           "- check the spelling; words without accents will do"},
             }) {
            add_lines(words_of(say(vi, en)), 2, {});
        }
        out_ += '\n';
    }

    /// Years and months follow each other; values with longer names stand in a line each.
    void add_facet(const Facet& facet) {
        if (facet.values.empty()) return;
        const bool in_a_row = facet.name == "year" || facet.name == "month";
        const std::string title = facet_title(facet.name).in(style_.language) + ":";
        std::vector<FacetValue> own;  // communes that only took others over would come twice
        for (const FacetValue& value : facet.values) {
            if (value.is_own) own.push_back(value);
        }
        std::vector<std::vector<Word>> values = facet_words(own);
        if (!in_a_row) {
            add_lines(words_of(title), 0, {});
            for (const std::vector<Word>& value : values) add_lines(value, 2, {});
            return;
        }
        std::vector<Word> row = words_of(title);
        for (std::vector<Word>& value : values) {
            if (&value != &values.front()) glue(row, " ·");
            std::move(value.begin(), value.end(), std::back_inserter(row));
        }
        add_lines(row, 0, {});
    }

    /// "Ý bạn là …?" stands above the reports, where the eye is.
    void add_suggestion(const std::vector<Notice>& notices) {
        for (const Notice& notice : notices) {
            if (notice.code != did_you_mean) continue;
            add_lines(words_of(notice.message.in(style_.language)), 0, bold);
            out_ += '\n';
        }
    }

    void add_notice(const Notice& notice) {
        if (notice.code == did_you_mean) return;
        add_lines(words_of(say("Lưu ý: ", "Note: ") + notice.message.in(style_.language)), 0, {});
    }

    /// Which reports stand on this page, when these are not all.
    void add_place(const SearchResult& result) {
        if (result.limit == 0 || result.reports.size() == result.total_reports) return;
        const std::size_t last = result.offset + result.reports.size();
        if (result.reports.empty()) {
            add_lines(words_of(say("Trang này trống: hãy giảm --offset.",
                                   "This page is empty: lower --offset.")),
                      0, {});
            return;
        }
        const std::string range = number_text(result.offset + 1) + "–" + number_text(last);
        const std::string more = " --offset " + std::to_string(last);
        const bool is_last = last >= result.total_reports;
        add_lines(words_of(say("Báo cáo " + range + (is_last ? "." : "; xem tiếp:" + more),
                               "Reports " + range + (is_last ? "." : "; to go on:" + more))),
                  0, {});
    }

    void add_total(const SearchResult& result) {
        const std::string passages = number_text(result.total_passages);
        const std::string reports = number_text(result.total_reports);
        const std::string seconds = decimal_text(result.seconds, 3);
        add_lines(
            words_of(say("Tìm thấy " + passages + " đoạn trong " + reports + " báo cáo (" +
                             seconds + " giây)",
                         "Found " + passages + ' ' + plural("passage", result.total_passages) +
                             " in " + reports + ' ' + plural("report", result.total_reports) +
                             " (" + seconds + " seconds)")),
            0, {});
    }

    void add_blank_line() { out_ += '\n'; }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    [[nodiscard]] std::string say(std::string vi, std::string en) const {
        return style_.language == Language::english ? std::move(en) : std::move(vi);
    }

    [[nodiscard]] static std::string plural(const std::string& noun, std::size_t count) {
        return count == 1 ? noun : noun + 's';
    }

    /// "1.234" in Vietnamese, "1,234" in English.
    [[nodiscard]] std::string number_text(std::size_t number) const {
        std::string digits = std::to_string(number);
        for (std::size_t at = digits.size(); at > 3;) {
            at -= 3;
            digits.insert(at, say(".", ","));
        }
        return digits;
    }

    /// With the decimal sign of the language.
    [[nodiscard]] std::string decimal_text(double value, int decimals) const {
        std::array<char, 400> buffer{};  // the largest double has 309 digits
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                                std::chars_format::fixed, decimals);
        std::string text(buffer.data(), error == std::errc{} ? end : buffer.data());
        std::replace(text.begin(), text.end(), '.', say(",", ".").front());
        return text;
    }

    [[nodiscard]] std::string painted(const std::string& text, std::string_view color) const {
        if (!style_.color || color.empty()) return text;
        return std::string(color) + text + std::string(plain);
    }

    void add_lines(const std::vector<Word>& words, std::size_t indent, std::string_view color) {
        for (const std::string& line : wrap(words, width_ - indent))
            out_ += std::string(indent, ' ') + painted(line, color) + '\n';
    }

    /// Joins `text` to the last word, so that no line ends between them.
    static void glue(std::vector<Word>& words, const std::string& text) {
        words.back().text += text;
        words.back().width += display_width(text);
    }

    /// "2023 (12)" for each value shown, and "… và 5 nữa".
    [[nodiscard]] std::vector<std::vector<Word>> facet_words(
        const std::vector<FacetValue>& values) const {
        std::vector<std::vector<Word>> all;
        const std::size_t shown = std::min(values.size(), facet_values_shown);
        for (std::size_t i = 0; i < shown; ++i) {
            const std::string& label = values[i].label;
            std::vector<Word> words = words_of(label.empty() ? say("không rõ", "unknown") : label);
            if (words.empty()) words.emplace_back();
            glue(words, " (" + number_text(values[i].reports) + ')');
            all.push_back(std::move(words));
        }
        if (const std::size_t rest = values.size() - shown; rest > 0) {
            const std::string count = number_text(rest);
            all.push_back(words_of(say("… và " + count + " nữa", "… and " + count + " more")));
        }
        return all;
    }

    [[nodiscard]] static std::vector<Word> source_line(const ReportHit& report) {
        const std::string date = report.date > 0 ? shown_date(report.date) : report.period;
        std::vector<Word> words = words_of(joined(
            {joined({report.commune, report.district, report.province}, ", "), date, report.issuer},
            " · "));
        const std::string path = printable(report.path);
        if (!words.empty()) glue(words, " ·");
        words.push_back({.text = path, .width = display_width(path)});  // whole, to be copied
        return words;
    }

    /// The words of an excerpt with its hits marked: each word by itself in colour, because a line
    /// may end, and a pager forgets colours, between two of them.
    [[nodiscard]] std::vector<Word> excerpt_words(const std::vector<Fragment>& excerpt) const {
        std::vector<Word> words;
        bool after_blank = true;
        for (const Fragment& fragment : excerpt) {
            const std::string text = marked(fragment);
            if (text.empty()) continue;
            bool new_word = after_blank || text.front() == ' ';
            for (Word& word : words_of(text)) {
                word.text = painted(word.text, fragment.hit ? hit_color : "");
                append(words, std::move(word), new_word);
                new_word = true;
            }
            after_blank = text.back() == ' ';
        }
        return words;
    }

    [[nodiscard]] std::string marked(const Fragment& fragment) const {
        std::string text = printable(fragment.text);
        if (!fragment.hit || style_.color) return text;
        return text.insert(0, "«").append("»");
    }

    /// A fragment may begin in the middle of a word; it then goes on with the last one.
    static void append(std::vector<Word>& words, Word word, bool new_word) {
        if (new_word) {
            words.push_back(std::move(word));
        } else {
            words.back().text += word.text;
            words.back().width += word.width;
        }
    }

    TextStyle style_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string render_text(const SearchResult& result, const TextStyle& style) {
    Page page(style);
    page.add_suggestion(result.notices);
    for (std::size_t i = 0; i < result.reports.size(); ++i)
        page.add_report(result.reports[i], result.offset + i + 1);
    if (result.total_reports == 0) page.add_nothing_found(result.query);
    for (const Facet& facet : result.facets) page.add_facet(facet);
    if (!result.facets.empty() && result.total_reports > 0) page.add_blank_line();
    for (const Notice& notice : result.notices) page.add_notice(notice);
    page.add_place(result);
    page.add_total(result);
    return page.take();
}

}  // namespace commsearch
