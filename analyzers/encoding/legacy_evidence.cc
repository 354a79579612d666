#include "analyzers/encoding/legacy_evidence.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace commsearch::encoding {
namespace {

constexpr std::size_t trials = trial_encodings.size();
constexpr std::size_t no_trial = trials;

constexpr double min_share = 0.8;
constexpr double min_margin = 0.2;
constexpr std::size_t min_words = 3;         // different ones, in the file
constexpr std::size_t min_line_words = 3;    // for a line to vote alone
constexpr std::size_t min_mixed_words = 10;  // different ones, for one of two encodings
constexpr double min_mixed_share = 0.25;
/// A text with more different words is no language; reading them all would take a minute.
constexpr std::size_t max_different_words = 200'000;
constexpr std::size_t max_states = 3;  // as is and two encodings

constexpr float damage_cost = 1.0F;
constexpr float foreign_cost = 20.0F;  // a foreign line as it is
constexpr float impossible = 1e6F;     // a character no byte stands for
constexpr float line_switch = 0.3F;
constexpr float inner_switch = 0.6F;
constexpr float doubt_cost = 0.05F;        // a word as it is, where hardly anything is Unicode
constexpr std::size_t unicode_share = 50;  // one word in so many

struct Word {
    LegacyWord where;
    LegacyWordReading reading;
    bool foreign = false;
};

/// TCVN3 is part of TCVN5712: they do not compete.
bool same_family(std::size_t a, std::size_t b) {
    const auto is_tcvn = [](std::size_t trial) {
        return trial_encodings.at(trial) == Encoding::tcvn3 ||
               trial_encodings.at(trial) == Encoding::tcvn5712;
    };
    return a == b || (is_tcvn(a) && is_tcvn(b));
}

/// Words that are damaged as they are, and how many of them each encoding explains.
struct Votes {
    std::size_t damaged = 0;
    std::array<std::size_t, trials> good{};
    std::array<std::set<std::string_view>, trials> distinct;

    void add(const LegacyWordReading& reading, std::string_view written) {
        if (reading.good_as_is || !reading.mappable) return;
        ++damaged;
        for (std::size_t trial = 0; trial < trials; ++trial) {
            if (!reading.good(trial)) continue;
            ++good.at(trial);
            if (!reading.has_syllable(trial)) continue;
            if (distinct.at(trial).size() < min_mixed_words) distinct.at(trial).insert(written);
        }
    }

    /// The encoding that explains enough and clearly more than any other; no_trial when none.
    [[nodiscard]] std::size_t winner() const {
        const auto best =
            static_cast<std::size_t>(std::max_element(good.begin(), good.end()) - good.begin());
        if (damaged == 0) return no_trial;
        const auto all = static_cast<double>(damaged);
        if (static_cast<double>(good.at(best)) < min_share * all) return no_trial;
        for (std::size_t other = 0; other < trials; ++other) {
            if (same_family(best, other)) continue;
            if (static_cast<double>(good.at(best) - good.at(other)) < min_margin * all) {
                return no_trial;
            }
        }
        return best;
    }
};

class Evidence {
public:
    Evidence(std::string_view text, std::span<const std::uint32_t> foreign_lines) : text_(text) {
        LegacyWordReader reader;
        auto foreign = foreign_lines.begin();
        for (const LegacyWord& word : find_legacy_words(text)) {
            if (reader.known() > max_different_words) {
                words_.clear();
                return;
            }
            while (foreign != foreign_lines.end() && *foreign < word.line) ++foreign;
            words_.push_back({word, reader.read(std::string(written(word))),
                              foreign != foreign_lines.end() && *foreign == word.line});
        }
    }

    [[nodiscard]] const std::vector<Word>& words() const { return words_; }

    /// The encodings the text holds, as indices of trial_encodings.
    [[nodiscard]] std::vector<std::size_t> encodings() const {
        Votes all;
        for (const Word& word : words_) all.add(word.reading, written(word.where));
        const std::size_t winner = all.winner();
        if (winner == no_trial) return encodings_by_line(all.damaged);
        if (all.distinct.at(winner).size() < min_words) return {};
        return {winner};
    }

private:
    [[nodiscard]] std::string_view written(const LegacyWord& word) const {
        return text_.substr(word.begin, word.end - word.begin);
    }

    /// What the words [first, end) say of the encodings.
    void count_votes(std::size_t first, std::size_t end, Votes& votes) const {
        for (; first < end; ++first) {
            votes.add(words_[first].reading, written(words_[first].where));
        }
    }

    [[nodiscard]] std::vector<std::size_t> encodings_by_line(std::size_t damaged) const {
        std::array<Votes, trials> won;
        for (std::size_t first = 0; first < words_.size();) {
            std::size_t end = first;
            while (end < words_.size() && words_[end].where.line == words_[first].where.line) ++end;
            Votes line;
            count_votes(first, end, line);
            const std::size_t winner = line.damaged < min_line_words ? no_trial : line.winner();
            if (winner != no_trial) count_votes(first, end, won.at(winner));
            first = end;
        }
        std::vector<std::size_t> found;
        for (std::size_t trial = 0; trial < trials && found.size() + 1 < max_states; ++trial) {
            const Votes& votes = won.at(trial);
            const bool enough = static_cast<double>(votes.good.at(trial)) >=
                                min_mixed_share * static_cast<double>(damaged);
            if (enough && votes.distinct.at(trial).size() >= min_mixed_words) {
                found.push_back(trial);
            }
        }
        return found;
    }

    std::string_view text_;
    std::vector<Word> words_;
};

/// The cheapest sequence of states through the words; state 0 is "as it is".
class Path {
public:
    Path(const std::vector<Word>& words, std::vector<std::size_t> encodings)
        : words_(words), encodings_(std::move(encodings)) {
        const auto unicode = std::count_if(words.begin(), words.end(),
                                           [](const Word& word) { return !word.reading.mappable; });
        if (static_cast<std::size_t>(unicode) * unicode_share < words.size()) doubt_ = doubt_cost;
    }

    /// The state of each word.
    [[nodiscard]] std::vector<std::uint8_t> cheapest() const {
        const std::size_t states = encodings_.size() + 1;
        std::vector<std::array<std::uint8_t, max_states>> from(words_.size());
        std::array<float, max_states> costs{};
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool new_line = i == 0 || words_[i].where.line != words_[i - 1].where.line;
            const auto before = costs;
            for (std::size_t state = 0; state < states; ++state) {
                const auto [best, cost] =
                    best_before(before, state, new_line ? line_switch : inner_switch);
                from[i].at(state) = static_cast<std::uint8_t>(best);
                costs.at(state) = cost + cost_of(words_[i], state);
            }
            rebase(costs);
        }
        return trace(from, costs);
    }

private:
    [[nodiscard]] float cost_of(const Word& word, std::size_t state) const {
        if (state == 0) {
            if (word.foreign) return foreign_cost;
            return word.reading.good_as_is ? doubt_ : damage_cost + doubt_;
        }
        if (!word.reading.mappable) return impossible;
        return word.reading.good(encodings_[state - 1]) ? 0 : damage_cost;
    }

    /// Where costs are equal, "as it is" goes first: what is in doubt is left alone.
    [[nodiscard]] std::pair<std::size_t, float> best_before(
        const std::array<float, max_states>& costs, std::size_t state, float change) const {
        std::size_t best = 0;
        float best_cost = costs[0] + (state == 0 ? 0 : change);
        for (std::size_t i = 1; i <= encodings_.size(); ++i) {
            const float cost = costs.at(i) + (state == i ? 0 : change);
            constexpr float rounding = 1e-4F;
            if (cost + rounding < best_cost) {
                best = i;
                best_cost = cost;
            }
        }
        return {best, best_cost};
    }

    /// Keeps the sums small, so that adding .3 stays exact enough.
    void rebase(std::array<float, max_states>& costs) const {
        const float least = *std::min_element(
            costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(encodings_.size()) + 1);
        for (float& cost : costs) cost -= least;
    }

    [[nodiscard]] std::vector<std::uint8_t> trace(
        const std::vector<std::array<std::uint8_t, max_states>>& from,
        const std::array<float, max_states>& costs) const {
        std::vector<std::uint8_t> states(words_.size());
        const auto end = costs.begin() + static_cast<std::ptrdiff_t>(encodings_.size()) + 1;
        auto state =
            static_cast<std::uint8_t>(std::min_element(costs.begin(), end) - costs.begin());
        for (std::size_t i = words_.size(); i > 0; --i) {
            states[i - 1] = state;
            state = from[i - 1].at(state);
        }
        return states;
    }

    const std::vector<Word>& words_;
    std::vector<std::size_t> encodings_;
    float doubt_ = 0;  ///< added to each word as it is
};

/// Neighbouring words of one line in one state -> a run.
std::vector<LegacyRun> runs_of(const std::vector<Word>& words,
                               const std::vector<std::uint8_t>& states,
                               const std::vector<std::size_t>& encodings) {
    std::vector<LegacyRun> runs;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (states[i] == 0 || !words[i].reading.mappable) continue;
        const LegacyWord& word = words[i].where;
        const bool goes_on = i > 0 && states[i - 1] == states[i] && !runs.empty() &&
                             runs.back().line == word.line &&
                             runs.back().end == words[i - 1].where.end;
        if (!goes_on) {
            runs.push_back({word.begin,
                            word.end,
                            word.line,
                            trial_encodings.at(encodings[states[i] - 1U]),
                            {}});
        }
        runs.back().end = word.end;
        runs.back().words.push_back(word);
    }
    return runs;
}

void count(const std::vector<Word>& words, const std::vector<std::uint8_t>& states,
           const std::vector<std::size_t>& encodings, LegacyFindings& findings) {
    std::array<std::size_t, max_states> all{};
    std::size_t good = 0;
    std::size_t foreign = 0;
    std::size_t unexplained = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].foreign) ++foreign;
        if (words[i].foreign && states[i] == 0) ++unexplained;
        if (states[i] == 0) continue;
        ++all.at(states[i]);
        if (words[i].reading.good(encodings[states[i] - 1U])) ++good;
    }
    const auto most =
        static_cast<std::size_t>(std::max_element(all.begin(), all.end()) - all.begin());
    std::size_t total = 0;
    for (const std::size_t number : all) total += number;
    if (total == 0) return;
    findings.main = trial_encodings.at(encodings[most - 1]);
    findings.confidence = static_cast<double>(good) / static_cast<double>(total);
    findings.explains_foreign_lines = foreign > 0 && unexplained * 20 <= foreign;
}

}  // namespace

LegacyFindings find_legacy_runs(std::string_view text,
                                std::span<const std::uint32_t> foreign_lines) {
    LegacyFindings findings;
    const Evidence evidence(text, foreign_lines);
    const std::vector<std::size_t> encodings = evidence.encodings();
    if (encodings.empty()) return findings;
    const auto states = Path(evidence.words(), encodings).cheapest();
    findings.runs = runs_of(evidence.words(), states, encodings);
    count(evidence.words(), states, encodings, findings);
    return findings;
}

}  // namespace commsearch::encoding
