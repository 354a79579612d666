#include "indexer/source/formats/page_edges.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/line_shape.h"

namespace commsearch::source {
namespace {

/// Rows at either edge of a page that may be running ones.
constexpr std::size_t edge_rows = 4;
/// A row of more pieces, wide blanks between them, is that of a table.
constexpr std::size_t most_pieces = 3;
/// Of a page's height: where a number of a page stands when no other page confirms it.
constexpr double margin = 0.12;

/// Lines of a page that stand beside each other.
struct EdgeRow {
    std::vector<std::size_t> lines;
    Box box;
    std::size_t pieces = 0;
    std::string text;
    bool is_dropped = false;
};

/// What a row may say on every page: its text, or its text without the first or the last number,
/// which may count the pages, and how far that number is from the number of the page.
struct Signature {
    std::string text;
    bool counts = false;
    std::ptrdiff_t distance = 0;

    auto operator<=>(const Signature&) const = default;
};

/// The row's words without the number at [begin, end).
Signature counting_signature(std::string_view text, std::size_t begin, std::size_t end,
                             std::size_t page) {
    constexpr std::size_t longest_number = 4;
    std::ptrdiff_t number = 0;
    if (end - begin > longest_number) return {.text = std::string(text)};
    std::from_chars(text.data() + begin, text.data() + end, number);
    const std::string rest = std::string(text.substr(0, begin)) + std::string(text.substr(end));
    return {.text = std::string(without_blank_ends(rest)),
            .counts = true,
            .distance = number - static_cast<std::ptrdiff_t>(page)};
}

std::vector<Signature> signatures_of(std::string_view text, std::size_t page) {
    std::vector<Signature> found = {{.text = std::string(text)}};
    const auto first = std::find_if(text.begin(), text.end(), is_ascii_digit);
    if (first == text.end()) return found;
    const auto begin = static_cast<std::size_t>(first - text.begin());
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    found.push_back(counting_signature(text, begin, end, page));
    const std::size_t last_end = text.find_last_of("0123456789") + 1;
    const std::size_t last_begin = text.find_last_not_of("0123456789", last_end - 1) + 1;
    if (last_begin != begin) found.push_back(counting_signature(text, last_begin, last_end, page));
    return found;
}

/// Whether a row holds a number and no more than what may stand around the number of a page.
bool is_lone_number(std::string_view text) {
    for (const std::string_view word : {"Trang", "trang", "Page"}) {
        if (text.starts_with(word)) text.remove_prefix(word.size());
    }
    return !text.empty() && std::any_of(text.begin(), text.end(), is_ascii_digit) &&
           text.find_first_not_of("0123456789 -/.") == std::string_view::npos;
}

/// Whether the number says itself that it is one of a page: "- 1 -", "Trang 1/3".
bool is_marked_number(std::string_view text) {
    return is_lone_number(text) && (text.front() == '-' || !is_ascii_digit(text.front())) &&
           (text.front() != '-' || text.back() == '-');
}

/// "Phụ lục 2", "Biểu số 03", "Chương 4": what pages may begin with one after another.
bool is_numbered_part(std::string_view text) {
    const std::string plain = unaccented(text);
    for (const std::string_view part : {"phu luc", "bieu", "mau", "bang", "phan", "chuong", "dieu",
                                        "muc", "bai", "thon", "to", "khu", "thang", "quy"}) {
        if (plain.starts_with(part)) return true;
    }
    return false;
}

/// Whether a row is of running text: of six words or more, going on in a small letter or ending in
/// a full stop.
bool is_of_sentence(std::string_view text) {
    constexpr std::ptrdiff_t fewest_blanks = 5;
    return std::count(text.begin(), text.end(), ' ') >= fewest_blanks &&
           (begins_lower(text) || text.ends_with('.'));
}

/// "1/2", on that page of so many.
bool is_page_of_all(std::string_view text, std::size_t page, std::size_t pages) {
    return text == std::to_string(page) + '/' + std::to_string(pages);
}

/// What browsers print below a page: its address, and which of all pages it is.
bool is_print_foot(std::string_view text, std::size_t page, std::size_t pages) {
    const std::size_t blank = text.find(' ');
    return (text.starts_with("http://") || text.starts_with("https://") ||
            text.starts_with("file://")) &&
           blank != std::string_view::npos && is_page_of_all(text.substr(blank + 1), page, pages);
}

/// What browsers print above a page: when it was printed, and maybe a title: "11/29/26, 2:49 AM".
bool is_print_head(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return false;
    const auto holds_only = [](std::string_view word, std::string_view signs) {
        return !word.empty() && is_ascii_digit(word.front()) &&
               word.find_first_not_of(signs) == std::string_view::npos;
    };
    const std::string_view rest = text.substr(blank + 1);
    const std::string_view second = rest.substr(0, rest.find(' '));
    return (holds_only(text.substr(0, blank), "0123456789/,") &&
            holds_only(second, "0123456789:")) ||
           (holds_only(text.substr(0, blank), "0123456789:") && holds_only(second, "0123456789/,"));
}

bool is_letterhead(std::string_view text) {
    const std::string plain = unaccented(text);
    return plain.find("cong hoa xa hoi chu nghia") != std::string::npos ||
           plain.find("dang cong san viet nam") != std::string::npos;
}

/// The words of a row from left to right, and how many pieces wide blanks make of them.
void read_row(const BoxedPage& page, EdgeRow& row) {
    constexpr double wide = 1.5;  // in heights of a line
    const std::vector<const BoxedWord*> words = words_of(page, row.lines);
    for (const std::size_t line : row.lines) row.box = row.box.with(page.lines[line].box);
    row.pieces = 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        row.text += (i == 0 ? "" : " ") + words[i]->text;
        if (i == 0) continue;
        const double gap = words[i]->box.left - words[i - 1]->box.right;
        if (gap > wide * row.box.height()) ++row.pieces;
    }
}

/// The rows at one edge of a page, the outermost first.
struct PageEdge {
    std::vector<EdgeRow> rows;
    bool has_letterhead = false;
};

/// All pages of a document, seen from their tops or from their bottoms.
class RunningRows {
public:
    RunningRows(const std::vector<BoxedPage>& pages, bool from_top) : is_from_top_(from_top) {
        for (const BoxedPage& page : pages) {
            PageEdge edge;
            for (std::vector<std::size_t>& lines : rows_of(page)) {
                const Box& box = page.lines[lines.front()].box;
                edge.rows.push_back({.lines = std::move(lines), .box = box, .text = {}});
            }
            if (!from_top) std::reverse(edge.rows.begin(), edge.rows.end());
            edge.rows.resize(std::min(edge.rows.size(), edge_rows));
            for (EdgeRow& row : edge.rows) {
                read_row(page, row);
                edge.has_letterhead = edge.has_letterhead || is_letterhead(row.text);
            }
            edges_.push_back(std::move(edge));
        }
        count();
    }

    /// Marks lines of page `at` that are running ones.
    void mark(const BoxedPage& page, std::size_t at, std::vector<bool>& dropped) const {
        for (const EdgeRow& row : edges_[at].rows) {
            const bool is_outermost = &row == &edges_[at].rows.front();
            if (!is_running(page, row, at + 1) &&
                !(is_outermost && is_in_margin(page, row) &&
                  (is_printed(row, at + 1) || is_of_both_pages(row, at))))
                return;
            for (const std::size_t line : row.lines) dropped[line] = true;
        }
    }

private:
    void count() {
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            std::set<std::ptrdiff_t> distances;
            for (const Signature& one : signatures_of_page(i)) {
                if (one.counts) ++pages_with_[one];
                if (one.counts) distances.insert(one.distance);
                if (!edges_[i].has_letterhead) ++pages_with_[{.text = one.text}];
            }
            for (const std::ptrdiff_t distance : distances) ++pages_counting_[distance];
        }
    }

    [[nodiscard]] std::vector<Signature> signatures_of_page(std::size_t at) const {
        std::vector<Signature> all;
        for (const EdgeRow& row : edges_[at].rows) {
            const std::vector<Signature> some = signatures_of(row.text, at + 1);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

    /// Whether a browser printed the outermost row of a page.
    [[nodiscard]] bool is_printed(const EdgeRow& row, std::size_t number) const {
        return is_print_foot(row.text, number, edges_.size()) ||
               (edges_.size() > 1 && is_page_of_all(row.text, number, edges_.size())) ||
               (is_print_head(row.text) && is_from_top_);
    }

    /// Whether the outermost row is the same at the same height on both pages of two. The first
    /// keeps it where it has no letterhead: it may be the title.
    [[nodiscard]] bool is_of_both_pages(const EdgeRow& row, std::size_t at) const {
        constexpr double same = 0.25;  // in heights of the row
        if (edges_.size() != 2 || row.pieces > 1 || is_numbered_part(row.text)) return false;
        const PageEdge& other = edges_[1 - at];
        if (edges_[1].has_letterhead || other.rows.empty()) return false;
        if (at == 0 && is_from_top_ && !edges_[0].has_letterhead) return false;
        const EdgeRow& twin = other.rows.front();
        return twin.text == row.text && !is_letterhead(row.text) && !is_of_sentence(row.text) &&
               std::abs(twin.box.top - row.box.top) < same * row.box.height();
    }

    [[nodiscard]] std::size_t pages_with(const Signature& one) const {
        const auto found = pages_with_.find(one);
        return found == pages_with_.end() ? 0 : found->second;
    }

    [[nodiscard]] bool is_running(const BoxedPage& page, const EdgeRow& row,
                                  std::size_t number) const {
        if (row.pieces > most_pieces || is_numbered_part(row.text) || is_of_sentence(row.text))
            return false;
        const bool is_number = is_lone_number(row.text);
        if (!is_number && !is_in_margin(page, row)) return false;
        for (const Signature& one : signatures_of(row.text, number)) {
            const std::size_t saying = pages_with({.text = one.text});
            if (is_number ? one.counts && is_number_of_page(page, row, one, number)
                          : saying >= fewest() && (!one.counts || 2 * pages_with(one) >= saying))
                return true;
        }
        return false;
    }

    /// A page that says its own number at its edge needs no other to confirm it, but for the first.
    [[nodiscard]] bool is_number_of_page(const BoxedPage& page, const EdgeRow& row,
                                         const Signature& one, std::size_t number) const {
        if (pages_counting_.at(one.distance) >= fewest()) return true;
        const bool may_be = number > 1 || is_marked_number(row.text) || pages_with(one) > 1;
        return one.distance == 0 && may_be && is_in_margin(page, row);
    }

    static bool is_in_margin(const BoxedPage& page, const EdgeRow& row) {
        return row.box.middle_y() < page.height * margin ||
               row.box.middle_y() > page.height * (1 - margin);
    }

    /// Pages that must say the same: a third, as the two sides of a leaf may differ; of a long paper,
    /// of which they may be one part, ten.
    [[nodiscard]] std::size_t fewest() const {
        constexpr std::size_t least = 3;
        constexpr std::size_t enough = 10;
        return std::max(least, std::min((edges_.size() + 2) / 3, enough));
    }

    bool is_from_top_;
    std::vector<PageEdge> edges_;
    std::map<Signature, std::size_t> pages_with_;
    /// Pages at whose edge a number of this distance from theirs stands, alone or in a row.
    std::map<std::ptrdiff_t, std::size_t> pages_counting_;
};

}  // namespace

void drop_running_lines(std::vector<BoxedPage>& pages) {
    const RunningRows tops(pages, true);
    const RunningRows bottoms(pages, false);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<BoxedLine>& lines = pages[i].lines;
        std::vector<bool> dropped(lines.size(), false);
        tops.mark(pages[i], i, dropped);
        bottoms.mark(pages[i], i, dropped);
        std::size_t at = 0;
        std::erase_if(lines, [&](const BoxedLine&) { return dropped[at++]; });
    }
}

}  // namespace commsearch::source
