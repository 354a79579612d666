#include "indexer/source/formats/page_paragraphs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/source/extract/text.h"
#include "indexer/source/formats/line_shape.h"
#include "indexer/source/formats/page_edges.h"
#include "indexer/source/formats/page_tables.h"

namespace commsearch::source {
namespace {

/// A line of more than this share of the page's lines goes on in one that begins in lower case.
constexpr double continued_share = 0.5;

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

/// Median of the widths of the pages' text.
double usual_text_width(const std::vector<Page>& pages) {
    if (pages.empty()) return 0;
    std::vector<double> widths;
    widths.reserve(pages.size());
    for (const Page& page : pages) widths.push_back(page.text_width());
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

/// Writes paragraphs and tables one below the other.
class ParagraphWriter {
public:
    explicit ParagraphWriter(double usual_width) : usual_width_(usual_width) {}

    void add_page(const Page& page, const std::vector<PageTable>& tables) {
        const std::size_t pages = document_.page_starts.size();
        auto table = tables.begin();
        for (std::size_t i = 0; i <= page.lines().size(); ++i) {
            for (; table != tables.end() && table->before_line == i; ++table)
                add_table(table->block, pages);
            if (i < page.lines().size()) add_line(page, i, pages);
        }
        begin_page(pages);
    }

    RawDocument take() {
        end_line();
        document_.text = clean_text(document_.text);
        const std::uint32_t last = std::max(line_, 2U) - 1;
        for (std::uint32_t& start : document_.page_starts) start = std::min(start, last);
        return std::move(document_);
    }

private:
    void add_line(const Page& page, std::size_t at, std::size_t page_number) {
        const std::string& line = page.lines()[at];
        if (last_ && !last_->page->goes_on(last_->at, page, at, usual_width_)) end_line();
        if (last_ && !is_cut_word(last_->page->lines()[last_->at], line)) document_.text += ' ';
        begin_page(page_number);
        document_.text += line;
        last_ = {&page, at};
    }

    void add_table(const TextBlock& block, std::size_t page_number) {
        end_line();
        begin_page(page_number);
        for (TableSpan span : block.tables) {
            span.first_line += line_ - 1;
            span.last_line += line_ - 1;
            document_.tables.push_back(span);
        }
        for (const std::string& line : block.lines) document_.text += line + '\n';
        line_ += static_cast<std::uint32_t>(block.lines.size());
    }

    /// The page of that number begins here, or with the next line where one goes on from the page
    /// before; only the first call counts.
    void begin_page(std::size_t number) {
        if (document_.page_starts.size() == number)
            document_.page_starts.push_back(line_ + (last_ ? 1 : 0));
    }

    void end_line() {
        if (!last_) return;
        document_.text += '\n';
        ++line_;
        last_.reset();
    }

    struct LastLine {
        const Page* page;
        std::size_t at;
    };

    double usual_width_;
    RawDocument document_;
    std::uint32_t line_ = 1;        ///< the one being written
    std::optional<LastLine> last_;  ///< what was put into it last
};

}  // namespace

RawDocument joined_paragraphs(std::vector<BoxedPage> boxed) {
    drop_running_lines(boxed);
    std::vector<Page> pages;
    std::vector<std::vector<PageTable>> tables;
    pages.reserve(boxed.size());
    for (BoxedPage& page : boxed) {
        join_pieces(page);
        tables.push_back(take_tables(page));
        pages.emplace_back(page);
    }
    ParagraphWriter writer(usual_text_width(pages));
    for (std::size_t i = 0; i < pages.size(); ++i) writer.add_page(pages[i], tables[i]);
    return writer.take();
}

}  // namespace commsearch::source
