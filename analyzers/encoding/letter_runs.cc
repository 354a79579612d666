#include "analyzers/encoding/letter_runs.h"

#include <algorithm>
#include <unordered_set>

#include "analyzers/base/ascii.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"

namespace commsearch::encoding {
namespace {

constexpr int weak_cost = 5;        // letters that hardly are a word: "Ô", "ea"
constexpr std::size_t max_gap = 2;  // bytes of blanks inside a word

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

bool is_vowel_word(const std::string& low) {
    static const auto words = [] {
        std::unordered_set<std::string> made;
        for (const TsvRow& row : tsv_rows(embedded::vowel_words_tsv())) {
            made.emplace(row.fields[0]);
        }
        return made;
    }();
    return words.contains(syllable::canonical_word(low));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// "t", "ng", "th": what can begin or end a syllable, without a vowel.
bool is_consonants(std::string_view low) {
    constexpr std::string_view clusters =
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu q r s t th tr v x ";
    const std::string key = ' ' + std::string(low) + ' ';
    return clusters.find(key) != std::string_view::npos && low != "gi" && low != "qu";
}

/// "HĐND", "TTĐU": ASCII capitals and Đ.
bool is_short_form(const LetterRun& run) {
    if (run.letters != RunCase::capitals) return false;
    for (std::size_t at = 0; at < run.low.size();) {
        const CodePoint point = decode_at(run.low, at);
        if (point.value >= 0x80 && point.value != U'đ') return false;
        at += point.size;
    }
    return run.low.find("đ") != std::string::npos;
}

int cost_of(const LetterRun& run) {
    if (run.letters == RunCase::mixed) return 0;
    if (is_consonants(run.low)) {
        const bool starts_word = run.letters == RunCase::title && run.size > 1;  // "Th"
        return run.letters == RunCase::small || starts_word ? fragment_cost : weak_cost;
    }
    if (run.low == "i" && run.letters == RunCase::small) return fragment_cost;
    if (run.size == 1 && is_ascii(run.low)) return weak_cost;
    if (is_possible_word(run.low) || is_short_form(run)) return 0;
    if (!is_ascii(run.low)) return fragment_cost;
    return syllable::is_syllable(run.low) && run.letters != RunCase::title ? weak_cost : 0;
}

RunCase run_case_of(std::string_view written) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first = false;
    for (std::size_t at = 0; at < written.size(); ++letters) {
        const CodePoint point = decode_at(written, at);
        const bool capital = is_upper(point.value);
        if (capital) ++capitals;
        if (letters == 0) first = capital;
        at += point.size;
    }
    if (capitals == 0) return RunCase::small;
    if (capitals == letters) return RunCase::capitals;
    return first && capitals == 1 ? RunCase::title : RunCase::mixed;
}

constexpr std::string_view binding = "0123456789/-'_@&+.%*=$\\<>";

bool binds(char byte) { return binding.find(byte) != std::string_view::npos; }

/// "5kg", "v.v", "a)", "l’été": what touches the run from behind makes it more than a word.
bool is_bound_behind(const LetterRun& run, std::string_view behind) {
    if (behind.empty()) return false;
    const char sign = behind[0];
    if (sign != '.')
        return behind.starts_with("’") || (sign == ')' && run.size == 1) || binds(sign);
    const bool dot_inside = behind.size() > 1 && !is_blank(behind[1]);
    return dot_inside || (run.size == 1 && !run.follows);  // "b. Xây dựng"
}

/// Whether what stands around the run says that it is no part of a word: "16-NQ/TU", a unit
/// behind its number ("5 m").
bool is_bound(std::string_view line, const LetterRun& run) {
    if (run.begin > 0 && binds(line[run.begin - 1])) return true;
    if (is_bound_behind(run, line.substr(run.end))) return true;
    std::size_t before = run.begin;
    while (before > 0 && is_blank(line[before - 1])) --before;
    return before > 0 && is_ascii_digit(line[before - 1]);
}

}  // namespace

bool is_possible_word(const std::string& low) {
    syllable::Syllable syllable;
    return syllable::parse_syllable(low, syllable) &&
           (!syllable.onset.empty() || is_vowel_word(low));
}

std::vector<LetterRun> letter_runs(std::string_view line) {
    std::vector<LetterRun> runs;
    for (std::size_t at = 0; at < line.size();) {
        LetterRun run;
        run.begin = at;
        while (at < line.size()) {
            const CodePoint point = decode_at(line, at);
            if (!is_letter(point.value) && !is_mark(point.value)) break;
            at += point.size;
            ++run.size;
        }
        if (run.size == 0) {
            at += decode_at(line, at).size;
            continue;
        }
        run.end = at;
        const std::string_view written = line.substr(run.begin, at - run.begin);
        run.low = lower(written);
        run.letters = run_case_of(written);
        if (!runs.empty()) {
            const std::size_t gap = run.begin - runs.back().end;
            const std::string_view between = line.substr(runs.back().end, gap);
            run.follows = gap <= max_gap && std::all_of(between.begin(), between.end(), is_blank);
        }
        if (!is_bound(line, run)) {
            run.may_join = true;
            run.cost = cost_of(run);
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

}  // namespace commsearch::encoding
