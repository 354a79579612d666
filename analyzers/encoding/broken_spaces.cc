#include "analyzers/encoding/broken_spaces.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "analyzers/encoding/letter_runs.h"

namespace commsearch::encoding {
namespace {

/// Of one blank: less than any fragment it saves.
constexpr int join_cost = 1;

constexpr std::size_t max_runs = 5;
constexpr std::size_t max_letters = 7;  // nghiêng

/// Whether `next` may be the rest of a word whose letters so far are `letters`.
bool same_case(RunCase letters, std::size_t size, RunCase next) {
    if (next == RunCase::small) {
        return letters == RunCase::small || letters == RunCase::title ||
               (letters == RunCase::capitals && size == 1);
    }
    return next == RunCase::capitals && letters == RunCase::capitals;
}

/// The best way to join the runs [first, end), which stand close to a fragment.
class Joining {
public:
    Joining(const std::vector<LetterRun>& runs, std::size_t first, std::size_t end)
        : runs_(runs), first_(first), best_(end - first + 1) {
        best_[0].cost = 0;
        for (std::size_t i = 0; i + 1 < best_.size(); ++i) extend(i);
    }

    /// Sizes of the words, in runs, from the last to the first; empty when two ways are equal.
    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (std::size_t i = best_.size() - 1; i > 0; i -= best_[i].size) {
            if (best_[i].tied) return {};
            sizes.push_back(best_[i].size);
        }
        return sizes;
    }

private:
    struct Way {
        int cost = std::numeric_limits<int>::max();
        std::size_t size = 0;  ///< runs of its last word
        bool tied = false;
    };

    void extend(std::size_t at) {
        const LetterRun& head = runs_[first_ + at];
        offer(at, 1, head.cost);
        std::string word = head.low;
        std::size_t letters = head.size;
        RunCase letter_case = head.letters;
        bool broken = head.cost == fragment_cost;
        for (std::size_t size = 2; size <= max_runs && at + size < best_.size(); ++size) {
            const LetterRun& next = runs_[first_ + at + size - 1];
            if (!same_case(letter_case, letters, next.letters)) return;
            if (letter_case == RunCase::capitals && next.letters == RunCase::small)
                letter_case = RunCase::title;
            word += next.low;
            letters += next.size;
            broken = broken || next.cost == fragment_cost;
            if (letters > max_letters) return;
            if (broken && is_possible_word(word))
                offer(at, size, join_cost * static_cast<int>(size - 1));
        }
    }

    void offer(std::size_t at, std::size_t size, int cost) {
        Way& way = best_[at + size];
        const int total = best_[at].cost + cost;
        if (total == way.cost) way.tied = true;
        if (total < way.cost) way = {total, size, best_[at].tied};
    }

    const std::vector<LetterRun>& runs_;
    std::size_t first_;
    std::vector<Way> best_;
};

/// Joins the words of one line, appending to `out`.
class LineJoiner {
public:
    LineJoiner(std::string_view line, JoinedText& out)
        : line_(line), out_(out), runs_(letter_runs(line)) {}

    void run() {
        for (std::size_t first = 0; first < runs_.size();) {
            std::size_t end = first + 1;
            while (end < runs_.size() && runs_[end].follows && belongs(end - 1) && belongs(end))
                ++end;
            join(first, end);
            first = end;
        }
        out_.text += line_.substr(copied_);
    }

private:
    [[nodiscard]] bool belongs(std::size_t i) const {
        if (!runs_[i].may_join) return false;
        const bool before = i > 0 && runs_[i].follows && runs_[i - 1].cost > 0;
        const bool behind = i + 1 < runs_.size() && runs_[i + 1].follows && runs_[i + 1].cost > 0;
        return runs_[i].cost > 0 || before || behind;
    }

    /// A name ("Ea Tóh") may be of another language.
    static bool is_left_over(const LetterRun& run) {
        return run.cost == fragment_cost && run.letters != RunCase::title;
    }

    void join(std::size_t first, std::size_t end) {
        std::size_t fragments = 0;
        for (std::size_t i = first; i < end; ++i) {
            if (runs_[i].cost == fragment_cost) ++fragments;
        }
        if (fragments == 0) return;
        std::vector<std::size_t> sizes = Joining(runs_, first, end).sizes();
        if (sizes.empty()) ++out_.doubts;
        std::reverse(sizes.begin(), sizes.end());
        for (const std::size_t size : sizes) {
            if (size == 1 && is_left_over(runs_[first])) ++out_.doubts;
            if (size > 1) write_word(first, size);
            first += size;
        }
    }

    void write_word(std::size_t first, std::size_t size) {
        ++out_.joined;
        for (std::size_t i = first; i + 1 < first + size; ++i) {
            out_.text += line_.substr(copied_, runs_[i].end - copied_);
            copied_ = runs_[i + 1].begin;
        }
    }

    std::string_view line_;
    JoinedText& out_;
    std::vector<LetterRun> runs_;
    std::size_t copied_ = 0;
};

}  // namespace

JoinedText join_broken_words(std::string_view text) {
    JoinedText result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        LineJoiner(text.substr(at, end - at), result).run();
        if (end < text.size()) result.text += '\n';
        at = end + 1;
    }
    return result;
}

}  // namespace commsearch::encoding
