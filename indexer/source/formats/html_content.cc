#include <algorithm>
#include <optional>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/html_page.h"

namespace commsearch::source {
namespace {

/// The smallest block with this many percent of the running text is the main one: low, because its
/// neighbours with running text are kept too, yet above the half that is one of two equal bodies.
constexpr std::size_t main_percent = 70;
/// Below this many bytes a line is a label, a menu entry or a number, not running text.
constexpr std::size_t shortest_running_line = 40;
/// A box beside the main block needs this many bytes of running text to be a part of the report.
constexpr std::size_t shortest_running_box = 120;
/// A link this long may be a sentence of the report.
constexpr std::size_t longest_link_line = 150;
/// Lines from the title to the main block that are kept although short: author, post date.
constexpr std::size_t longest_title_gap = 12;
/// Lines above the title where its post date may stand.
constexpr std::size_t lines_above_title = 4;
/// Keeping fewer percent of the unlinked text than this means that the guess was wrong.
constexpr std::size_t fallback_percent = 20;
/// A <title> alone is the title of a report from this many words on: "Tin tức - Sự kiện" is none.
constexpr std::ptrdiff_t fewest_title_words = 6;

class ContentFinder {
public:
    explicit ContentFinder(const HtmlPage& page)
        : page_(page),
          dropped_(page.lines.size(), false),
          kept_(page.lines.size(), false),
          linked_(page.lines.size(), false),
          page_title_(is_empty_title(page.title) ? "" : without_site_name(page.title)) {}

    MainContent run() {
        weigh();
        if (!page_.is_paper) drop_boilerplate();
        is_whole_ = page_.is_paper || is_bare();
        weigh();
        find_main_block();
        take_back_links();
        find_title();
        keep_lines();
        return assemble();
    }

private:
    /// Sums of running text up to each line.
    void weigh() {
        running_.assign(1, 0);
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const HtmlLine& line = page_.lines[i];
            const bool runs = !dropped_[i] && line.text.size() >= shortest_running_line &&
                              line.linked * 3 <= line.text.size();
            running_.push_back(running_.back() + (runs ? line.text.size() : 0));
        }
    }

    [[nodiscard]] std::size_t running(const HtmlElement& element) const {
        return running_[element.end_line] - running_[element.first_line];
    }
    [[nodiscard]] bool holds_much(const HtmlElement& element) const {
        return running(element) * 3 > running_.back();
    }

    void drop(const HtmlElement& element) {
        if (holds_much(element)) return;
        std::fill(dropped_.begin() + static_cast<std::ptrdiff_t>(element.first_line),
                  dropped_.begin() + static_cast<std::ptrdiff_t>(element.end_line), true);
    }

    /// Lines are marked once for each level of nesting at most, and libxml2 bounds that.
    void drop_boilerplate() {
        std::vector<std::size_t> linked(1, 0);
        std::vector<std::size_t> bytes(1, 0);
        for (const HtmlLine& line : page_.lines) {
            linked.push_back(linked.back() + line.linked);
            bytes.push_back(bytes.back() + line.text.size());
        }
        for (const HtmlElement& element : page_.elements) {
            const std::size_t in_links = linked[element.end_line] - linked[element.first_line];
            const std::size_t in_all = bytes[element.end_line] - bytes[element.first_line];
            const bool list_of_links =
                in_links * 2 > in_all && element.end_line - element.first_line > 1;
            if (element.boilerplate || list_of_links || is_labelled(element)) drop(element);
        }
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const HtmlLine& line = page_.lines[i];
            const bool link = line.linked * 10 > line.text.size() * 6;
            if (!link || line.heading > 0 || line.text.size() >= longest_link_line) continue;
            linked_[i] = !dropped_[i];
            dropped_[i] = true;
        }
    }

    /// In the main block a link may be a part of the text: "Căn cứ <a>Luật …</a>;".
    void take_back_links() {
        for (std::size_t i = main_.first_line; i < main_.end_line; ++i) {
            const HtmlLine& line = page_.lines[i];
            if (!linked_[i]) continue;
            const bool goes_on = has_words(std::string_view(line.text).substr(0, line.lead)) ||
                                 line.text.ends_with(';');
            const bool between =
                i > main_.first_line && i + 1 < main_.end_line && runs(i - 1) && runs(i + 1);
            if (goes_on || between) dropped_[i] = false;
        }
    }
    [[nodiscard]] bool runs(std::size_t line) const { return running_[line + 1] > running_[line]; }

    /// Whether nothing on the page is of a portal.
    [[nodiscard]] bool is_bare() const {
        return std::find(dropped_.begin(), dropped_.end(), true) == dropped_.end() &&
               std::all_of(page_.lines.begin(), page_.lines.end(), [](const HtmlLine& line) {
                   return line.linked == 0 && !is_foot_line(line.text);
               });
    }

    [[nodiscard]] bool is_labelled(const HtmlElement& element) const {
        return is_boilerplate_label(page_.lines[element.first_line].text);
    }

    void find_main_block() {
        for (const HtmlElement& element : page_.elements) {
            const bool inside =
                element.first_line >= main_.first_line && element.end_line <= main_.end_line;
            if (&element == &page_.elements.front() ||
                (inside && running_.back() > 0 && element.role != HtmlRole::flow &&
                 running(element) * 100 >= running_.back() * main_percent)) {
                main_ = element;
                main_index_ = static_cast<std::size_t>(&element - page_.elements.data());
            }
        }
    }

    /// The first line that satisfies `wanted`.
    [[nodiscard]] std::optional<std::size_t> find_line(const auto& wanted) const {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (wanted(i, page_.lines[i])) return i;
        }
        return std::nullopt;
    }

    void find_title() {
        const auto matches = [&](const HtmlLine& line) {
            return is_same_title(line.text, page_title_) && !without_site_name(line.text).empty();
        };
        title_line_ = find_line(
            [&](std::size_t, const HtmlLine& line) { return line.heading > 0 && matches(line); });
        if (!title_line_) {
            title_line_ = find_line([&](std::size_t i, const HtmlLine& line) {
                return !dropped_[i] && i < main_.end_line && matches(line);
            });
        }
        if (!title_line_) {
            title_line_ = find_line([&](std::size_t i, const HtmlLine& line) {
                const bool above =
                    i <= main_.first_line && i + longest_title_gap > main_.first_line;
                return !dropped_[i] && (line.heading == 1 || (line.heading == 2 && above)) &&
                       !without_site_name(line.text).empty();
            });
        }
        if (title_line_) {
            title_ = page_.lines[*title_line_].text;
        } else if (is_sensible(page_title_)) {
            title_ = page_title_;
        }
    }

    [[nodiscard]] static bool is_sensible(std::string_view title) {
        return std::count(title.begin(), title.end(), ' ') + 1 >= fewest_title_words ||
               std::any_of(title.begin(), title.end(), is_ascii_digit);
    }

    void keep(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) kept_[i] = kept_[i] || !dropped_[i];
    }

    void keep_lines() {
        if (is_whole_) return kept_.assign(kept_.size(), true);
        keep(main_.first_line, main_.end_line);
        keep_neighbours();
        if (!title_line_) return;
        const std::size_t below = *title_line_ + 1;
        if (below <= main_.first_line) keep_gap(below, main_.first_line);
        const std::size_t above = *title_line_ - std::min(*title_line_, lines_above_title);
        const std::size_t end = std::min(below + lines_above_title, page_.lines.size());
        for (std::size_t i = above; i < end; ++i) {
            if (is_post_date(page_.lines[i].text)) kept_[i] = true;
        }
    }

    void keep_gap(std::size_t first, std::size_t end) {
        const bool near = end - first <= longest_title_gap;
        for (std::size_t i = first; i < end; ++i) {
            if (near || running_[i + 1] > running_[i]) keep(i, i + 1);
        }
    }

    /// Beside the main block may stand its sapo, a second body, the signature.
    void keep_neighbours() {
        for (std::size_t i = 1; i < page_.elements.size(); ++i) {
            const HtmlElement& element = page_.elements[i];
            if (i == main_index_ || element.parent != page_.elements[main_index_].parent) continue;
            if (is_part_of_report(element)) keep(element.first_line, element.end_line);
        }
    }

    [[nodiscard]] bool is_part_of_report(const HtmlElement& element) const {
        const bool above_title =
            title_line_ && *title_line_ < main_.first_line && element.first_line < *title_line_;
        if (above_title || element.role == HtmlRole::cell) return false;
        for (std::size_t i = element.first_line; i < element.end_line; ++i) {
            if (is_foot_line(page_.lines[i].text)) return false;
        }
        return element.role == HtmlRole::flow || running(element) >= shortest_running_box ||
               holds_grid(element);
    }

    [[nodiscard]] bool holds_grid(const HtmlElement& element) const {
        for (std::size_t i = element.first_line; i < element.end_line; ++i)
            if (page_.lines[i].table != 0 && !dropped_[i]) return true;
        return false;
    }

    /// A paper is read from its letterhead on: nothing is moved above that.
    [[nodiscard]] bool is_below_letterhead() const {
        const std::size_t end = title_line_.value_or(page_.lines.size());
        for (std::size_t i = 0; i < end; ++i)
            if (kept_[i] && is_letterhead_line(page_.lines[i].text)) return true;
        return false;
    }

    [[nodiscard]] bool keeps_too_little() const {
        std::size_t unlinked = 0;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const HtmlLine& line = page_.lines[i];
            unlinked += line.text.size() - line.linked;
            if (kept_[i]) kept += line.text.size();
        }
        return kept == 0 || kept * 100 < unlinked * fallback_percent;
    }

    MainContent assemble() {
        if (keeps_too_little()) kept_.assign(kept_.size(), true);
        MainContent content{title_, {}};
        const bool goes_first = !title_.empty() && !is_below_letterhead();
        if (goes_first) content.lines.push_back({.text = title_});
        // A title in running text stays in its place too, unless nothing is above it.
        const bool moves = goes_first && title_line_ &&
                           (page_.lines[*title_line_].heading > 0 ||
                            std::find(kept_.begin(), kept_.end(), true) - kept_.begin() ==
                                static_cast<std::ptrdiff_t>(*title_line_));
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (kept_[i] && !(moves && i == *title_line_)) content.lines.push_back(page_.lines[i]);
        }
        add_stated_day(content, goes_first ? 1 : 0);
        return content;
    }

    /// What a reader does not see tells the day where nothing else does.
    void add_stated_day(MainContent& content, std::ptrdiff_t at) const {
        const auto begin = content.lines.begin();
        const auto top =
            static_cast<std::ptrdiff_t>(std::min(content.lines.size(), 1 + longest_title_gap));
        const auto is_day = [](const HtmlLine& line) { return is_post_date(line.text); };
        if (page_.posted.empty() || std::any_of(begin, begin + top, is_day)) return;
        content.lines.insert(begin + at, {.text = "Ngày đăng: " + page_.posted});
    }

    const HtmlPage& page_;
    std::vector<bool> dropped_;
    std::vector<bool> kept_;
    std::vector<bool> linked_;  ///< dropped for their links alone
    std::vector<std::size_t> running_;
    std::string page_title_;
    bool is_whole_ = false;
    HtmlElement main_;
    std::size_t main_index_ = 0;
    std::optional<std::size_t> title_line_;
    std::string title_;
};

}  // namespace

MainContent main_content(const HtmlPage& page) { return ContentFinder(page).run(); }

}  // namespace commsearch::source
