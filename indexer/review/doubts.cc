#include "indexer/review/doubts.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "analyzers/encoding/encoding.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::review {
namespace {

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

void add_text(const report::Report& report, std::vector<Doubt>& doubts) {
    const bool has_text =
        std::any_of(report.sections.begin(), report.sections.end(),
                    [](const report::Section& one) { return !one.passages.empty(); });
    if (has_text) return;
    doubts.push_back({"no-text",
                      0,
                      {"không có nội dung báo cáo; tệp sẽ bị bỏ qua khi lập chỉ mục",
                       "it holds no report text; a build will skip it"}});
}

void add_date(const report::Report& report, std::vector<Doubt>& doubts) {
    if (report.date.is_whole()) return;
    if (report.date.is_known()) {
        const std::string text = report.date.day_first_text();
        doubts.push_back(
            {"partial-date",
             0,
             {"ngày ký để trống hoặc không đọc được; chỉ biết " + text,
              "the day of signing is blank or cannot be read; only " + text + " is known"}});
        return;
    }
    doubts.push_back({"no-date",
                      0,
                      {"không thấy ngày ký hay ngày đăng; báo cáo không nằm trong khoảng thời gian "
                       "nào khi lọc theo ngày",
                       "no date of signing or posting was found; no filter by date will find the "
                       "report"}});
}

void add_commune(const report::Report& report, std::vector<Doubt>& doubts) {
    const bool is_of_other_level =
        report.level == report::Level::central || report.level == report::Level::province ||
        report.level == report::Level::district || report.level == report::Level::grassroots;
    if (!report.commune.code.empty() || is_of_other_level) return;
    if (report.candidates.empty()) {
        const std::string& name = report.commune.name;
        const bool named = !name.empty();
        doubts.push_back(
            {"no-commune",
             0,
             {named ? "“" + name + "” không có trong danh mục xã, phường"
                    : "không thấy tên xã, phường nào",
              named ? "“" + name + "” is not in the list of communes" : "no commune is named"}});
        return;
    }
    constexpr std::size_t shown = 6;
    std::string list;
    for (std::size_t i = 0; i < std::min(shown, report.candidates.size()); ++i)
        list += (i == 0 ? "" : "; ") + report.candidates[i].full_address();
    if (report.candidates.size() > shown) list += "; …";
    doubts.push_back({"ambiguous-commune",
                      0,
                      {"có nhiều xã tên “" + report.commune.name + "”: " + list,
                       "several communes are named “" + report.commune.name + "”: " + list}});
}

void add_encoding(const source::RawDocument& document, std::vector<Doubt>& doubts) {
    if (document.encoding.repaired_runs == 0) return;
    const std::string name(encoding::encoding_name(document.encoding.encoding));
    const std::string sure = percent(document.encoding.confidence);
    const std::uint32_t line =
        document.repaired.empty() ? 0 : static_cast<std::uint32_t>(document.repaired.front().line);
    doubts.push_back({"repaired-encoding",
                      line,
                      {"chữ đã được chuyển từ bảng mã " + name + " (độ tin " + sure + ")",
                       "the text was repaired from " + name + " (confidence " + sure + ")"}});
}

/// "3", "3, 5": the first few of `pages`.
std::string list_of(const std::vector<std::uint32_t>& pages) {
    constexpr std::size_t shown = 6;
    std::string list;
    for (std::size_t i = 0; i < std::min(shown, pages.size()); ++i)
        list += (i == 0 ? "" : ", ") + std::to_string(pages[i]);
    return pages.size() > shown ? list + ", …" : list;
}

std::uint32_t first_line_of(const source::RawDocument& document, std::uint32_t page) {
    return page > 0 && page <= document.page_starts.size() ? document.page_starts[page - 1] : 0;
}

void add_pages(const source::RawDocument& document, std::vector<Doubt>& doubts) {
    if (const auto& pages = document.unread_pages; !pages.empty()) {
        const std::string list = list_of(pages);
        doubts.push_back({"unread-page",
                          first_line_of(document, pages.front()),
                          {"trang " + list + " là ảnh quét chưa đọc được chữ",
                           "page " + list + " is a scan whose text was not read"}});
    }
    if (const auto& pages = document.unsure_pages; !pages.empty()) {
        const std::string list = list_of(pages);
        doubts.push_back(
            {"ocr-noise",
             first_line_of(document, pages.front()),
             {"nhận dạng chữ không chắc ở trang " + list + ": bản quét mờ, nghiêng hoặc ngược",
              "the text of page " + list +
                  " was recognised with doubt: a pale, crooked or turned scan"}});
    }
}

/// A word of small letters only, in its line.
struct PlainWord {
    std::string text;  ///< lower case
    bool is_small = false;
    bool is_valid = false;
    std::size_t end = 0;  ///< byte behind it
};

/// The words of a line that are all letters, with one blank between neighbours or more.
std::vector<PlainWord> words_of(std::string_view line) {
    std::vector<PlainWord> words;
    for (const report::LineToken& token : report::tokens_of(line)) {
        if (!token.is_word()) continue;
        PlainWord word{lower(token.text), false, false, token.at + token.text.size()};
        word.is_small = word.text == token.text;
        word.is_valid = syllable::is_syllable(word.text);
        words.push_back(std::move(word));
    }
    return words;
}

/// What the words of a document look like.
struct WordCount {
    std::size_t small = 0;    ///< words in small letters, of two or more
    std::size_t invalid = 0;  ///< those that are no syllables
    std::size_t broken = 0;   ///< pairs that only together are a syllable
    std::uint32_t first_invalid = 0;
    std::uint32_t first_broken = 0;
};

/// Whether the two only together are a syllable: "t" and "ừ" of "t ừ ngày".
bool is_broken(std::string_view line, const PlainWord& word, const PlainWord& next) {
    const bool apart = !word.is_valid || !next.is_valid;
    return apart && line.substr(word.end, 1) == " " && syllable::is_syllable(word.text + next.text);
}

void count_line(const report::Line& line, WordCount& count) {
    const std::vector<PlainWord> words = words_of(line.text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PlainWord& word = words[i];
        if (word.is_small && report::length(word.text) > 1) {
            ++count.small;
            if (!word.is_valid && count.invalid++ == 0) count.first_invalid = line.number;
        }
        if (i + 1 == words.size() || !is_broken(line.text, word, words[i + 1])) continue;
        if (count.broken++ == 0) count.first_broken = line.number;
    }
}

WordCount count_words(const source::RawDocument& document) {
    WordCount count;
    for (const report::Line& line : report::lines_of(document.text)) count_line(line, count);
    for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
        for (report::Line line : report::lines_of(document.passages[i].text)) {
            line.number = i + 1;
            count_line(line, count);
        }
    }
    return count;
}

void add_words(const source::RawDocument& document, std::vector<Doubt>& doubts) {
    constexpr std::size_t min_words = 50;
    constexpr std::size_t min_broken = 3;
    const WordCount count = count_words(document);
    if (count.broken >= min_broken) {
        const std::string times = std::to_string(count.broken);
        doubts.push_back({"broken-spaces",
                          count.first_broken,
                          {times + " chỗ có dấu cách lọt vào giữa chữ, như “t ừ ngày”",
                           times + " words have a blank inside, as in “t ừ ngày”"}});
    }
    if (count.small < min_words || !document.unsure_pages.empty()) return;
    const double share = static_cast<double>(count.invalid) / static_cast<double>(count.small);
    if (share < max_invalid_share) return;
    doubts.push_back(
        {"ocr-noise",
         count.first_invalid,
         {percent(share) + " số chữ không phải âm tiết tiếng Việt: có lẽ nhận dạng sai "
                           "bản quét, hay không phải tiếng Việt",
          percent(share) + " of the words are no Vietnamese syllables: a bad scan, or "
                           "not Vietnamese"}});
}

}  // namespace

std::vector<std::string> doubt_codes() {
    return {"no-text",           "no-date",       "partial-date", "no-commune", "ambiguous-commune",
            "repaired-encoding", "broken-spaces", "ocr-noise",    "unread-page"};
}

std::vector<Doubt> doubts_of(const source::RawDocument& document, const report::Report& report) {
    std::vector<Doubt> doubts;
    add_text(report, doubts);
    add_date(report, doubts);
    add_commune(report, doubts);
    add_encoding(document, doubts);
    add_pages(document, doubts);
    add_words(document, doubts);
    std::stable_sort(doubts.begin(), doubts.end(),
                     [](const Doubt& a, const Doubt& b) { return a.line < b.line; });
    return doubts;
}

}  // namespace commsearch::review
