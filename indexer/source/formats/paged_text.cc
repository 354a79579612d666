#include "indexer/source/formats/paged_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/line_shape.h"
#include "indexer/source/formats/page_edges.h"

namespace commsearch::source {
namespace {

/// A line of more than this share of the page's lines goes on in one that begins in lower case.
constexpr double continued_share = 0.5;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(without_blank_ends(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The quarter-th smallest; 0 of none.
double lower_quartile(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 4);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

/// One page being joined.
class Page {
public:
    explicit Page(const BoxedPage& page) : lines_(page.lines), least_width_(page.width / 2) {
        constexpr std::size_t words_of_running_text = 4;
        std::vector<double> steps;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const BoxedLine& line = lines_[i];
            if (i > 0 && line.box.top > lines_[i - 1].box.top)
                steps.push_back(line.box.top - lines_[i - 1].box.top);
            if (line.words.size() < words_of_running_text) continue;
            text_ = has_text_ ? text_.with(line.box) : line.box;
            has_text_ = true;
        }
        for (const BoxedLine& line : lines_) {
            if (!has_text_) text_ = text_.with(line.box);
            texts_.push_back(line.text());
        }
        constexpr double widest = 2.5;  // in heights of a line: double spacing
        double height = 0;
        for (const BoxedLine& line : lines_) height = std::max(height, line.box.height());
        usual_step_ = std::min(lower_quartile(std::move(steps)), widest * height);
        find_margins();
    }

    [[nodiscard]] const std::vector<std::string>& lines() const { return texts_; }
    [[nodiscard]] double text_width() const { return text_.width(); }

    /// Whether line `at` goes on in line `to` of `next`, which is this page or the one behind it.
    /// `usual_width` is that of the text of the other pages: the last one may be too short to tell.
    [[nodiscard]] bool goes_on(std::size_t at, const Page& next, std::size_t to,
                               double usual_width) const {
        const std::string& line = texts_[at];
        const std::string& following = next.texts_[to];
        const bool same_page = this == &next;
        if (same_page && !is_below(at, to)) return false;
        if (is_cut_word(line, following) || is_cut_name(line, following)) return true;
        const bool is_full = fills(at, next.lines_[to], usual_width, !ends_sentence(line));
        if (begins_with_mark(following))
            return is_full && !ends_sentence(line) && begins_with_dash_of_sentence(following);
        if (begins_numbered(following) || is_in_capitals(line) != is_in_capitals(following))
            return false;
        if (begins_lower(following)) {
            const double begin = text_.left;
            const bool is_long = lines_[at].box.right - begin >=
                                 continued_share * (limit_of(at, usual_width) - begin);
            return !line.ends_with('.') && (is_long || is_full || !same_page);
        }
        if (!same_page && (ends_sentence(line) || next.is_indented(to))) return false;
        return is_full && !(ends_sentence(line) && begins_paragraph(at, to));
    }

private:
    /// Where lines of one block end alike, the margin is theirs: that of a column or of a cell.
    void find_margins() {
        constexpr double alike = 0.1;  // in heights of a line
        for (std::size_t i = 0; i < lines_.size();) {
            std::size_t end = i;
            double right = 0;
            for (; end < lines_.size() && lines_[end].block == lines_[i].block; ++end)
                right = std::max(right, lines_[end].box.right);
            const auto is_at_margin = [&](const BoxedLine& line) {
                return line.words.size() > 2 && right - line.box.right < alike * line.box.height();
            };
            const auto begin = lines_.begin();
            const auto count =
                std::count_if(begin + static_cast<std::ptrdiff_t>(i),
                              begin + static_cast<std::ptrdiff_t>(end), is_at_margin);
            margins_.resize(end, count > 1 ? right : 0);
            i = end;
        }
    }

    /// Where the margin breaks line `at`.
    [[nodiscard]] double limit_of(std::size_t at, double usual_width) const {
        return margins_[at] > 0 ? margins_[at]
                                : text_.left + std::max({text_.width(), usual_width, least_width_});
    }

    /// Whether the first word of `next` would not have fitted behind line `at`; `nearly` when it
    /// would have filled the line to its last letter.
    [[nodiscard]] bool fills(std::size_t at, const BoxedLine& next, double usual_width,
                             bool nearly) const {
        constexpr double blank = 0.25;  // in heights of a line
        const BoxedLine& line = lines_[at];
        const double height = line.box.height();
        const double needed = next.words.front().box.width() + blank * height;
        return line.box.right + needed + (nearly ? height : 0) > limit_of(at, usual_width);
    }

    [[nodiscard]] bool is_below(std::size_t at, std::size_t to) const {
        constexpr double widest_step = 1.6;
        const Box& line = lines_[at].box;
        const Box& next = lines_[to].box;
        const double step = next.top - line.top;
        return step > 0 && step < widest_step * std::max(usual_step_, line.height()) &&
               next.left < line.right && line.left < next.right;
    }

    [[nodiscard]] bool is_indented(std::size_t at) const {
        return lines_[at].box.left - text_.left > lines_[at].box.height() * indent;
    }

    /// Whether line `to` stands as the first line of a paragraph does, seen from the one above it.
    [[nodiscard]] bool begins_paragraph(std::size_t at, std::size_t to) const {
        const double further = lines_[to].box.left - lines_[at].box.left;
        const double least = lines_[at].box.height() * indent;
        return further > least || (further > -least && is_indented(to));
    }

    static constexpr double indent = 0.8;  ///< in heights of a line

    std::vector<BoxedLine> lines_;
    double least_width_;  ///< of the text, however short the lines of this page are
    std::vector<std::string> texts_;
    std::vector<double> margins_;  ///< of each line's block; 0 where it has none of its own
    Box text_;                     ///< around the lines of running text
    bool has_text_ = false;
    double usual_step_ = 0;  ///< from a line to the next
};

/// Whether something stands in the last line already.
bool is_inside_line(std::string_view text) { return !text.empty() && text.back() != '\n'; }

/// Median of the widths of the pages' text.
double usual_text_width(const std::vector<Page>& pages) {
    if (pages.empty()) return 0;
    std::vector<double> widths;
    for (const Page& page : pages) widths.push_back(page.text_width());
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

/// Tabs between three cells or more, as a table has; those of two columns stay tabs.
std::string with_cells(std::string_view line) {
    std::vector<std::string> cells;
    while (!line.empty()) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        std::string cell(without_blank_ends(line.substr(0, tab)));
        if (!cell.empty()) cells.push_back(std::move(cell));
        line.remove_prefix(std::min(tab + 1, line.size()));
    }
    std::string joined;
    for (const std::string& cell : cells)
        joined += (joined.empty() ? "" : cells.size() > 2 ? " | " : "\t") + cell;
    return joined;
}

}  // namespace

std::vector<std::string_view> split_pages(std::string_view text) {
    std::vector<std::string_view> pages;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\f'), text.size());
        pages.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pages;
}

RawDocument joined_paragraphs(std::vector<BoxedPage> boxed) {
    for (BoxedPage& page : boxed) join_pieces(page);
    drop_running_lines(boxed);
    const std::vector<Page> pages(boxed.begin(), boxed.end());
    const double usual = usual_text_width(pages);
    RawDocument document;
    std::uint32_t line_number = 1;
    struct LastLine {
        const Page* page;
        std::size_t at;
    };
    std::optional<LastLine> last;
    for (const Page& page : pages) {
        const auto& lines = page.lines();
        std::optional<std::uint32_t> start;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (last) {
                const std::string& before = last->page->lines()[last->at];
                if (!last->page->goes_on(last->at, page, i, usual)) {
                    document.text += '\n';
                    ++line_number;
                } else if (!is_cut_word(before, lines[i])) {
                    document.text += ' ';
                }
            }
            if (!start) start = line_number + (is_inside_line(document.text) ? 1 : 0);
            document.text += lines[i];
            last = {&page, i};
        }
        document.page_starts.push_back(start.value_or(line_number + (last ? 1 : 0)));
    }
    if (last) document.text += '\n';
    document.text = clean_text(document.text);
    const auto count = static_cast<std::uint32_t>(
        std::max<std::ptrdiff_t>(std::count(document.text.begin(), document.text.end(), '\n'), 1));
    for (std::uint32_t& start : document.page_starts) start = std::min(start, count);
    return document;
}

RawDocument paragraphs_of(std::string_view utf8) {
    RawDocument document;
    std::uint32_t line_number = 1;
    const std::vector<std::string_view> pages = split_pages(checked_text(utf8));
    for (const std::string_view page : pages) {
        if (pages.size() > 1) document.page_starts.push_back(line_number);
        for (const std::string& line : lines_of(clean_text(page))) {
            const std::string clean = with_cells(line);
            if (clean.empty()) continue;
            document.text += clean + '\n';
            ++line_number;
        }
    }
    for (std::uint32_t& start : document.page_starts)
        start = std::min(start, std::max(line_number, 2U) - 1);
    return document;
}

std::size_t words_on_page(std::string_view utf8) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const bool blank = is_space(point.value) || is_control(point.value);
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
        at += point.size;
    }
    return words;
}

}  // namespace commsearch::source
