#include "indexer/report/layout/contents_list.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace commsearch::report {
namespace {

/// What stands at the end of a line that may be an entry.
struct PageReference {
    std::int32_t page = 0;  ///< 0: the line ends in no number of a page
    bool has_leader = false;
};

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
    constexpr std::string_view ellipsis = "…";
    const bool is_apart =
        words.size() < text.size() || text.back() == '.' || text.ends_with(ellipsis);
    if (words.empty() || !is_apart) return {};
    std::size_t dots = 0;
    for (std::string_view left = words; !left.empty();) {
        if (left.ends_with(ellipsis)) {
            left.remove_suffix(ellipsis.size());
            dots += 3;
        } else if (left.back() == '.' || left.back() == '_') {
            left.remove_suffix(1);
            ++dots;
        } else if (left.back() == ' ' && dots > 0) {
            left.remove_suffix(1);
        } else {
            break;
        }
    }
    found.has_leader = after_tab || dots >= shortest_leader;
    return found;
}

bool is_title_of_contents(const Line& line) {
    return line.key == "muc luc" || line.key == "noi dung trang" || line.key == "muc luc trang";
}

/// The end of the table whose first entry may be line `begin`; `begin` when there is none.
/// Below a title two entries are enough, and leaders need not be there.
std::size_t end_of_contents(const std::vector<Line>& lines, std::size_t begin, bool has_title) {
    constexpr std::size_t fewest = 3;
    std::size_t end = begin;
    std::size_t entries = 0;
    std::int32_t page = 0;
    for (std::size_t i = begin; i < lines.size() && i < end + 2; ++i) {
        const PageReference found = reference_of(lines[i]);
        const bool is_entry = found.page >= std::max(page, 1) && (found.has_leader || has_title);
        if (!is_entry) {
            // The first line of an entry that goes on: its second one has to follow.
            if (found.page > 0 || lines[i].table != 0) break;
            continue;
        }
        page = found.page;
        end = i + 1;
        ++entries;
    }
    return entries >= (has_title ? fewest - 1 : fewest) ? end : begin;
}

}  // namespace

std::vector<Line> take_contents(std::vector<Line>& lines) {
    std::vector<Line> contents;
    std::vector<Line> kept;
    const auto take = [](std::vector<Line>& from, std::size_t at, std::vector<Line>& to) {
        to.push_back(std::move(from[at]));
    };
    for (std::size_t i = 0; i < lines.size();) {
        const bool has_title = is_title_of_contents(lines[i]);
        const std::size_t begin = i + (has_title ? 1 : 0);
        const bool may_begin = has_title || reference_of(lines[i]).has_leader;
        const std::size_t end = may_begin ? end_of_contents(lines, begin, has_title) : begin;
        if (end == begin) {
            take(lines, i++, kept);
            continue;
        }
        for (; i < end; ++i) take(lines, i, contents);
        if (i < lines.size()) lines[i].after_blank = true;
    }
    lines = std::move(kept);
    return contents;
}

}  // namespace commsearch::report
