#include "indexer/source/formats/paged_text.h"

#include <algorithm>
#include <iterator>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

/// A line this long, in percent of the longest of its page, was broken by the margin.
constexpr std::size_t full_percent = 75;
/// One that ends a sentence must be longer to be so.
constexpr std::size_t full_sentence_percent = 92;
/// One that is followed by lower case need not be.
constexpr std::size_t continued_percent = 50;

std::size_t length(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(without_blank_ends(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_letter_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool is_digit_byte(char byte) { return byte >= '0' && byte <= '9'; }

/// "7", "- 7 -", "Trang 7/12": the number of a page.
bool is_page_number(std::string_view line) {
    constexpr std::string_view trang = "Trang ";
    if (line.starts_with(trang)) line.remove_prefix(trang.size());
    constexpr std::size_t longest = 9;
    return !line.empty() && line.size() <= longest &&
           std::any_of(line.begin(), line.end(), is_digit_byte) &&
           std::all_of(line.begin(), line.end(), [](char byte) {
               return is_digit_byte(byte) || byte == ' ' || byte == '-' || byte == '/';
           });
}

/// "II.", "1.2.", "3)", "a)", "b.": 2023 and 10.433,5 are none.
bool is_item_number(std::string_view word) {
    constexpr std::size_t longest = 9;
    if (word.size() < 2 || word.size() > longest) return false;
    const char last = word.back();
    if (last != '.' && last != ')' && last != '/') return false;
    word.remove_suffix(1);
    if (word.size() == 1) return is_letter_byte(word[0]) || is_digit_byte(word[0]);
    if (word.find_first_not_of("IVXLC") == std::string_view::npos) return true;
    std::size_t digits = 0;
    for (const char byte : word) {
        if (byte != '.' && !is_digit_byte(byte)) return false;
        digits = byte == '.' ? 0 : digits + 1;
        if (digits > 2) return false;
    }
    return true;
}

bool begins_item(std::string_view line) {
    const std::string_view word = line.substr(0, line.find(' '));
    for (const std::string_view mark : {"-", "+", "*", "•", "–", "—", "●", "○", "▪", "✓", "|"}) {
        if (line.starts_with(mark)) return true;
    }
    const bool is_article = word == "Điều" || word == "Phần" || word == "Chương" || word == "Mục";
    return is_article || is_item_number(word);
}

bool begins_lower(std::string_view line) {
    if (line.empty()) return false;
    const char32_t first = decode_at(line, 0).value;
    return is_letter(first) && !is_upper(first);
}

bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with(';') || line.ends_with(':') ||
           line.ends_with('!') || line.ends_with('?');
}

/// One page being joined.
class Page {
public:
    explicit Page(std::string_view text) : lines_(lines_of(clean_text(text))) {
        part_rules();
        drop_edges();
        for (const std::string& line : lines_) longest_ = std::max(longest_, length(line));
    }

    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

    [[nodiscard]] std::size_t longest() const { return longest_; }

    /// Whether line `at` goes on in the next one, `next`, of this page.
    /// A page that ends a document is often too short to tell how long its lines may be:
    /// `usual_longest` is that of the others.
    [[nodiscard]] bool goes_on(std::size_t at, std::string_view next,
                               std::size_t usual_longest) const {
        const std::string& line = lines_[at];
        if (line.empty() || next.empty() || begins_item(next)) return false;
        const std::size_t share =
            length(line) * 100 / std::max({longest_, usual_longest, std::size_t{1}});
        if (begins_lower(next)) return share >= continued_percent && !line.ends_with('.');
        return share >= (ends_sentence(line) ? full_sentence_percent : full_percent);
    }

private:
    /// A rule of dashes below a title: pdftotext takes its last one for a hyphen and joins what
    /// follows, "----A. KẾT QUẢ".
    void part_rules() {
        constexpr std::size_t shortest_rule = 3;
        std::vector<std::string> parted;
        for (std::string& line : lines_) {
            const std::size_t end = std::min(line.find_first_not_of("-_"), line.size());
            if (end >= shortest_rule && end < line.size()) {
                parted.push_back(line.substr(0, end));
                line = without_blank_ends(std::string_view(line).substr(end));
            }
            parted.push_back(std::move(line));
        }
        lines_ = std::move(parted);
    }

    void drop_edges() {
        while (!lines_.empty() && (lines_.back().empty() || is_page_number(lines_.back())))
            lines_.pop_back();
        const auto first = std::find_if(lines_.begin(), lines_.end(), [](const std::string& line) {
            return !line.empty() && !is_page_number(line);
        });
        lines_.erase(lines_.begin(), first);
    }

    std::vector<std::string> lines_;
    std::size_t longest_ = 0;
};

/// Median of the longest lines of the pages.
std::size_t usual_longest(const std::vector<Page>& pages) {
    if (pages.empty()) return 0;
    std::vector<std::size_t> longest;
    for (const Page& page : pages) longest.push_back(page.longest());
    const auto middle = longest.begin() + static_cast<std::ptrdiff_t>(longest.size() / 2);
    std::nth_element(longest.begin(), middle, longest.end());
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

RawDocument joined_paragraphs(const std::vector<std::string>& texts) {
    const std::vector<Page> pages(texts.begin(), texts.end());
    const std::size_t usual = usual_longest(pages);
    RawDocument document;
    std::uint32_t line_number = 1;
    bool is_open = false;  // the last line of `text` may go on
    for (const Page& page : pages) {
        const auto& lines = page.lines();
        if (is_open && !(lines.empty() || begins_lower(lines.front()))) {
            document.text += '\n';
            ++line_number;
            is_open = false;
        }
        document.page_starts.push_back(line_number + (is_open ? 1 : 0));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].empty()) continue;
            document.text += (is_open ? " " : "") + lines[i];
            const bool is_last = i + 1 == lines.size();
            is_open = is_last ? !ends_sentence(lines[i]) : page.goes_on(i, lines[i + 1], usual);
            if (is_open) continue;
            document.text += '\n';
            ++line_number;
        }
    }
    if (is_open) document.text += '\n';
    document.text = clean_text(document.text);
    const auto last = static_cast<std::uint32_t>(
        std::max<std::ptrdiff_t>(std::count(document.text.begin(), document.text.end(), '\n'), 1));
    for (std::uint32_t& start : document.page_starts) start = std::min(start, last);
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
