#include "searcher/answer/excerpt_window.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "analyzers/base/unicode.h"

namespace commsearch::answer {
namespace {

bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Back over the dash, quotation mark or parenthesis that a sentence begins with.
std::size_t behind_blank(std::string_view text, std::size_t at) {
    while (at > 0 && !is_gap(text[at - 1])) --at;
    constexpr std::string_view dashes[] = {"-", "+", "•", "–", "*"};
    const std::size_t last = text.substr(0, at).find_last_not_of(" \n\t");
    if (last == std::string_view::npos) return at;
    std::size_t begin = last + 1;
    while (begin > 0 && !is_gap(text[begin - 1])) --begin;
    const std::string_view before = text.substr(begin, last + 1 - begin);
    return std::find(std::begin(dashes), std::end(dashes), before) == std::end(dashes) ? at : begin;
}

enum class Ending : unsigned char { none, clause, sentence };

/// How what stands before `at` ends.
Ending ending_before(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t last = before.find_last_not_of(' ');
    if (last == std::string_view::npos) return Ending::sentence;
    const std::string_view head = before.substr(0, last + 1);
    if (head.ends_with(';')) return Ending::clause;
    for (const std::string_view end : {".", "!", "?", "…", "\n", "\t"}) {
        if (head.ends_with(end)) return Ending::sentence;
    }
    return Ending::none;
}

/// How good a window is: different terms, a figure, hits.
using Value = std::tuple<std::size_t, bool, std::size_t>;

class WindowFinder {
public:
    WindowFinder(std::string_view text, const std::vector<Hit>& hits, const Borders& borders,
                 std::size_t max_bytes, bool wants_figure)
        : text_(text),
          hits_(hits),
          borders_(borders),
          max_bytes_(max_bytes),
          wants_figure_(wants_figure) {}

    [[nodiscard]] std::size_t begin() const {
        std::vector<std::size_t> anywhere;
        for (const Hit& hit : hits_) anywhere.push_back(word_before(hit.begin));
        const std::size_t free = best_of(anywhere);
        std::vector<std::size_t> clauses = borders_.sentences;
        clauses.insert(clauses.end(), borders_.clauses.begin(), borders_.clauses.end());
        std::sort(clauses.begin(), clauses.end());
        for (const std::vector<std::size_t>& begins : {borders_.sentences, clauses}) {
            if (begins.empty()) continue;
            const std::size_t best = best_of(begins);
            if (std::get<0>(value_of(best)) >= std::get<0>(value_of(free))) return filled(best);
        }
        return free;
    }

    /// The last sentence that is whole, unless much would be lost.
    [[nodiscard]] std::size_t end(std::size_t begin) const {
        const std::size_t latest = begin + max_bytes_;
        if (latest >= text_.size()) return text_.size();
        const auto next =
            std::upper_bound(borders_.sentences.begin(), borders_.sentences.end(), latest);
        if (next != borders_.sentences.begin()) {
            const std::string_view whole = text_.substr(0, *(next - 1));
            const std::size_t end = whole.find_last_not_of(" \n\t") + 1;
            const bool is_long = end > begin && 3 * (end - begin) >= 2 * max_bytes_;
            if (is_long && last_hit_before(latest) <= end) return end;
        }
        std::size_t end = latest;
        while (end > begin && !is_gap(text_[end])) --end;
        if (end == begin) return begin + truncate_utf8(text_.substr(begin), latest - begin).size();
        return end;
    }

private:
    [[nodiscard]] std::size_t last_hit_before(std::size_t end) const {
        std::size_t last = 0;
        for (const Hit& hit : hits_) {
            if (hit.end <= end) last = std::max(last, hit.end);
        }
        return last;
    }

    /// Some words before a hit show what it is about.
    [[nodiscard]] std::size_t word_before(std::size_t hit) const {
        const std::size_t lead = std::min<std::size_t>(60, max_bytes_ / 2);
        const std::size_t latest = text_.size() - std::min(text_.size(), max_bytes_);
        const std::size_t wanted = std::min(hit > lead ? hit - lead : 0, latest);
        std::size_t at = wanted;
        while (at > 0 && at < text_.size() && !is_gap(text_[at - 1])) ++at;
        return std::min(at, hit);
    }

    [[nodiscard]] bool has_figure(const Hit& hit) const {
        const std::vector<std::size_t>& begins = borders_.sentences;
        const auto next = std::upper_bound(begins.begin(), begins.end(), hit.begin);
        const std::size_t from = next == begins.begin() ? 0 : *(next - 1);
        const std::size_t to = next == begins.end() ? text_.size() : *next;
        const std::string_view sentence = text_.substr(from, to - from);
        return sentence.find_first_of("0123456789") != std::string_view::npos;
    }

    [[nodiscard]] Value value_of(std::size_t begin) const {
        std::set<std::string_view> terms;
        std::size_t count = 0;
        bool is_figure = false;
        for (const Hit& hit : hits_) {
            if (hit.begin < begin || hit.end > begin + max_bytes_) continue;
            is_figure = count == 0 ? wants_figure_ && has_figure(hit) : is_figure;
            terms.insert(hit.term);
            ++count;
        }
        return {terms.size(), is_figure, count};
    }

    [[nodiscard]] std::size_t first_hit(std::size_t begin) const {
        const auto found = std::find_if(hits_.begin(), hits_.end(),
                                        [&](const Hit& hit) { return hit.begin >= begin; });
        return static_cast<std::size_t>(found - hits_.begin());
    }

    /// The first of the best; of those that show the same hits the last.
    [[nodiscard]] std::size_t best_of(const std::vector<std::size_t>& begins) const {
        std::size_t best = begins.front();
        Value most = value_of(best);
        for (const std::size_t begin : begins) {
            const Value value = value_of(begin);
            const bool is_same = value == most && first_hit(begin) == first_hit(best);
            if (value < most || (value == most && !is_same)) continue;
            best = begin;
            most = value;
        }
        return best;
    }

    /// The first sentence from which the end of the text is still shown, where there is room.
    [[nodiscard]] std::size_t filled(std::size_t begin) const {
        if (begin + max_bytes_ <= text_.size()) return begin;
        const std::size_t first = text_.size() - std::min(text_.size(), max_bytes_);
        const auto found =
            std::lower_bound(borders_.sentences.begin(), borders_.sentences.end(), first);
        return found == borders_.sentences.end() ? begin : std::min(begin, *found);
    }

    std::string_view text_;
    const std::vector<Hit>& hits_;
    const Borders& borders_;
    std::size_t max_bytes_;
    bool wants_figure_;
};

}  // namespace

Borders borders_of(std::string_view text, const word::Tokens& tokens) {
    Borders borders;
    borders.sentences.push_back(0);
    std::uint32_t next_position = 0;
    bool is_behind_item_number = false;
    for (const word::Token& token : tokens) {
        if (!word::is_running(token)) continue;
        const bool starts_anew = token.position > next_position;
        next_position = token.position + 1;
        constexpr std::size_t longest_item_number = 2;
        const bool is_item_number =
            token.kind == word::Token::Kind::number && token.term.size() <= longest_item_number;
        if (std::exchange(is_behind_item_number, false) || !starts_anew) continue;
        const std::size_t begin = behind_blank(text, token.begin);
        const Ending ending = ending_before(text, begin);
        if (ending == Ending::none || begin <= borders.sentences.back()) continue;
        (ending == Ending::sentence ? borders.sentences : borders.clauses).push_back(begin);
        is_behind_item_number = is_item_number && text.substr(token.end, 1) == ".";
    }
    return borders;
}

Window best_window(std::string_view text, const std::vector<Hit>& hits, const Borders& borders,
                   std::size_t max_bytes, bool wants_figure) {
    const WindowFinder finder(text, hits, borders, max_bytes, wants_figure);
    const std::size_t begin = hits.empty() || text.size() <= max_bytes ? 0 : finder.begin();
    return {begin, finder.end(begin)};
}

}  // namespace commsearch::answer
