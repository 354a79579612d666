#include "indexer/report/layout/contents_list.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analyzers/base/unicode.h"

namespace commsearch::report {
namespace {

/// What stands at the end of a line that may be an entry.
struct PageReference {
    std::int32_t page = 0;  ///< 0: the line ends in no number of a page
    bool has_leader = false;
    std::string_view words;  ///< what stands before the leader
};

constexpr std::string_view ellipsis = "…";

/// Takes the dots at the end of `text`, blanks between them too; how many they are.
std::size_t take_leader(std::string_view& text) {
    std::size_t dots = 0;
    while (!text.empty()) {
        if (text.ends_with(ellipsis)) {
            text.remove_suffix(ellipsis.size());
            dots += 3;
        } else if (text.back() == '.' || text.back() == '_') {
            text.remove_suffix(1);
            ++dots;
        } else if (text.back() == ' ' && dots > 0) {
            text.remove_suffix(1);
        } else {
            break;
        }
    }
    return dots;
}

PageReference reference_of(const Line& line) {
    constexpr std::size_t longest_number = 4;
    constexpr std::size_t shortest_leader = 4;  // dots
    std::string_view text = line.text;
    if (line.table != 0) return {};
    const std::size_t begin = text.find_last_not_of("0123456789") + 1;
    if (begin == 0 || begin == text.size() || text.size() - begin > longest_number) return {};
    PageReference found;
    std::from_chars(text.data() + begin, text.data() + text.size(), found.page);
    text = text.substr(0, begin);
    const bool after_tab = text.back() == '\t';
    const std::string_view words = without_blanks(text);
    const bool is_apart =
        words.size() < text.size() || text.back() == '.' || text.ends_with(ellipsis);
    if (words.empty() || !is_apart) return {};
    std::string_view left = words;
    const std::size_t dots = take_leader(left);
    found.words = without_blanks(left);
    // "Số hộ nghèo:\t12" is a figure.
    if (found.words.ends_with(':')) return {};
    found.has_leader = after_tab || dots >= shortest_leader;
    return found;
}

bool is_title_of_contents(const Line& line) {
    return line.key == "muc luc" || line.key == "noi dung trang" || line.key == "muc luc trang";
}

/// Where the lines stand that a table of contents may name.
class Headings {
public:
    explicit Headings(const std::vector<Line>& lines) {
        constexpr std::size_t longest = 300;  // bytes
        const std::string* above = nullptr;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string& key = lines[i].key;
            if (lines[i].table != 0 || key.size() > longest) {
                above = nullptr;
                continue;
            }
            last_line_[key] = i;
            // A heading may be broken over two lines.
            if (above != nullptr) last_line_[*above + ' ' + key] = i;
            above = &key;
        }
    }

    /// Whether `key` is a line of its own from line `from` on.
    [[nodiscard]] bool stand(const std::string& key, std::size_t from) const {
        const auto found = last_line_.find(key);
        return found != last_line_.end() && found->second >= from;
    }

private:
    std::unordered_map<std::string, std::size_t> last_line_;
};

class ContentsFinder {
public:
    explicit ContentsFinder(const std::vector<Line>& lines) : lines_(lines) {}

    /// The end of the table of contents that begins at line `begin`; `begin` when there is none.
    std::size_t end_of_contents(std::size_t begin) {
        const bool has_title = is_title_of_contents(lines_[begin]);
        if (!has_title && !reference_of(lines_[begin]).has_leader) return begin;
        if (!headings_) headings_.emplace(lines_);
        const bool has_column_name =
            has_title && begin + 1 < lines_.size() && lines_[begin + 1].key == "trang";
        const std::size_t first = begin + (has_title ? 1 : 0) + (has_column_name ? 1 : 0);
        const std::size_t end = end_of_entries(first, has_title);
        return end == first ? begin : end;
    }

private:
    /// Below a title two entries are enough, and leaders need not be there. Without one most of
    /// them have to be lines of the text below: lists of figures look the same.
    std::size_t end_of_entries(std::size_t begin, bool has_title) {
        constexpr std::size_t fewest = 3;
        std::size_t end = begin;
        std::vector<std::string> entries;
        std::int32_t page = 0;
        for (std::size_t i = begin; i < lines_.size() && i < end + 2; ++i) {
            const PageReference found = reference_of(lines_[i]);
            const bool is_entry =
                found.page >= std::max(page, 1) && (found.has_leader || has_title);
            if (!is_entry) {
                if (found.page > 0 || lines_[i].table != 0 || !may_go_on(i)) break;
                continue;
            }
            const std::string above = i > end ? lines_[i - 1].key + ' ' : std::string();
            entries.push_back(above + words_key(found.words));
            page = found.page;
            end = i + 1;
        }
        if (entries.size() < (has_title ? fewest - 1 : fewest)) return begin;
        const auto back = std::count_if(entries.begin(), entries.end(), [&](const auto& entry) {
            return headings_->stand(entry, end);
        });
        const bool most = static_cast<std::size_t>(back) * 2 > entries.size();
        return has_title || most ? end : begin;
    }

    /// Whether line `at` is the first one of an entry that goes on, or an entry without a page:
    /// what stands between entries is not lost.
    [[nodiscard]] bool may_go_on(std::size_t at) const {
        constexpr std::string_view ends = ".;:";
        const std::string_view text = without_blanks(lines_[at].text);
        if (text.empty() || at + 1 == lines_.size()) return false;
        const PageReference next = reference_of(lines_[at + 1]);
        if (next.page == 0) return false;
        if (headings_->stand(lines_[at].key, at + 1)) return true;
        if (headings_->stand(lines_[at].key + ' ' + words_key(next.words), at + 2)) return true;
        return ends.find(text.back()) == std::string_view::npos &&
               begins_small(without_blanks(lines_[at + 1].text));
    }

    static bool begins_small(std::string_view text) {
        const std::string_view first = text.substr(0, decode_at(text, 0).size);
        return upper(first) != first;
    }

    const std::vector<Line>& lines_;
    std::optional<Headings> headings_;  ///< most texts need none
};

}  // namespace

std::vector<Line> take_contents(std::vector<Line>& lines) {
    std::vector<bool> taken(lines.size(), false);
    ContentsFinder finder(lines);
    for (std::size_t i = 0; i < lines.size();) {
        const std::size_t end = finder.end_of_contents(i);
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(i),
                  taken.begin() + static_cast<std::ptrdiff_t>(end), true);
        if (end > i && end < lines.size()) lines[end].after_blank = true;
        i = std::max(end, i + 1);
    }
    std::vector<Line> contents;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        (taken[i] ? contents : kept).push_back(std::move(lines[i]));
    lines = std::move(kept);
    return contents;
}

}  // namespace commsearch::report
