#include "indexer/report/layout/running_lines.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace commsearch::report {
namespace {

/// A line that may be a running one, and the number that may count its page.
struct RunningLine {
    std::size_t at = 0;
    std::int32_t number = 0;
    bool has_own_line = false;  ///< the number stands alone in the next line
};

constexpr std::int32_t most_pages = 5000;

std::optional<std::int32_t> page_of(const LineToken& token) {
    if (!token.is_number() || token.value <= 0 || token.value > most_pages) return std::nullopt;
    return token.value;
}

/// The number of a line that holds nothing else.
std::optional<std::int32_t> lone_number(const Line& line) {
    const LineTokens tokens = line.tokens();
    return tokens.size() == 1 ? page_of(tokens.front()) : std::nullopt;
}

/// Whether the number at the end of a line cannot belong to the words before it, as in "tháng 9":
/// it follows a number, a mark, or "trang".
bool stands_apart(const LineToken& before) { return !before.is_word() || before.is("trang"); }

/// What may be the running text of a line, keyed by it: the line without a number at its begin or
/// end, or the whole of it where a number follows alone.
template <typename Found>
void find_running(const std::vector<Line>& lines, std::size_t at, const Found& found) {
    constexpr std::size_t fewest_words = 3;
    constexpr std::size_t longest = 120;
    const Line& line = lines[at];
    if (line.table != 0 || length(line.text) > longest || word_count(line.text) < fewest_words)
        return;
    const LineTokens tokens = line.tokens();
    if (tokens.size() <= fewest_words) return;
    const LineToken& second = tokens[1];
    const auto first_page = page_of(tokens.front());
    if (first_page && second.is_word() && second.capital && second.gap > 0)
        found(line.text.substr(second.at), RunningLine{at, *first_page, false});
    const auto last_page = page_of(tokens.back());
    const LineToken& before = tokens[tokens.size() - 2];
    if (last_page && tokens.back().gap > 0 && stands_apart(before))
        found(line.text.substr(0, before.at + before.text.size()),
              RunningLine{at, *last_page, false});
    if (at + 1 == lines.size() || !tokens.front().is_word() || line.text.ends_with(':')) return;
    if (const auto next = lone_number(lines[at + 1]))
        found(line.text, RunningLine{at, *next, true});
}

/// Whether the numbers count up as pages do, of which every second one may have another header.
bool counts_pages(const std::vector<RunningLine>& lines) {
    constexpr std::size_t fewest = 3;
    constexpr std::int32_t widest_step = 2;
    if (lines.size() < fewest) return false;
    return std::adjacent_find(lines.begin(), lines.end(),
                              [](const RunningLine& a, const RunningLine& b) {
                                  const std::int32_t step = b.number - a.number;
                                  return step < 1 || step > widest_step || b.at < a.at + 3;
                              }) == lines.end();
}

}  // namespace

std::vector<Line> take_running_lines(std::vector<Line>& lines) {
    std::map<std::string_view, std::vector<RunningLine>> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        find_running(lines, i, [&](std::string_view text, const RunningLine& line) {
            groups[without_blanks(text)].push_back(line);
        });
    }
    std::vector<bool> dropped(lines.size(), false);
    for (const auto& [text, group] : groups) {
        if (!counts_pages(group)) continue;
        for (const RunningLine& line : group) {
            dropped[line.at] = true;
            if (line.has_own_line) dropped[line.at + 1] = true;
        }
    }
    std::vector<Line> running;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        (dropped[i] ? running : kept).push_back(std::move(lines[i]));
    lines = std::move(kept);
    return running;
}

}  // namespace commsearch::report
