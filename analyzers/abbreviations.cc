#include "analyzers/abbreviations.h"

#include <algorithm>

#include "analyzers/segmenter.h"
#include "analyzers/syllable.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "commsearch_analyzers_embedded.h"

namespace commsearch {
namespace {

enum Column : std::size_t { abbreviation, expansion, domain, ambiguous, variants, context_cues };

/// The words of a long form; what stands in parentheses is a remark.
std::vector<std::string> syllables_of(std::string_view long_form) {
    const std::string text = nfc(long_form.substr(0, long_form.find('(')));
    std::vector<std::string> syllables;
    for (const Segment& part : segment(text)) {
        syllables.push_back(canonical_word(lower(text.substr(part.begin, part.end - part.begin))));
    }
    return syllables;
}

std::string joined(const std::vector<std::string>& syllables) {
    std::string text;
    for (const std::string& syllable : syllables) {
        if (!text.empty()) text.push_back(' ');
        text += syllable;
    }
    return text;
}

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_letter(point.value) && !is_upper(point.value)) return true;
        at += point.size;
    }
    return false;
}

std::vector<std::string> cue_words(std::string_view cues, std::string_view written) {
    const std::string own_key = Abbreviations::key_of(written);
    const std::string text = bare(nfc(cues));
    std::vector<std::string> words;
    for (const Segment& part : segment(text)) {
        std::string word = text.substr(part.begin, part.end - part.begin);
        if (part.is_number || word.size() < 2 || word == bare(own_key)) continue;
        if (std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(std::move(word));
    }
    return words;
}

/// A variant is another spelling of the short form itself; remarks and phrases that hold it are
/// not.
bool is_spelling(std::string_view variant, std::string_view key) {
    if (Abbreviations::key_of(variant) == key) return true;
    return !variant.empty() && variant.find(' ') == std::string_view::npos &&
           !has_small_letter(variant);
}

}  // namespace

Abbreviations::Abbreviations() : Abbreviations(embedded::abbreviations_tsv()) {}

Abbreviations::Abbreviations(std::string_view table) {
    for (const TsvRow& row : tsv_rows(table)) {
        const std::vector<std::string> syllables = syllables_of(row.fields[expansion]);
        if (syllables.size() < 2) continue;
        Sense sense;
        sense.written = nfc(row.fields[abbreviation]);
        sense.unit = joined(syllables);
        sense.domain = std::string(row.fields[domain]);
        sense.cues = cue_words(row.fields[context_cues], sense.written);
        sense.any_case = has_small_letter(sense.written);
        sense.after_number =
            sense.domain == "unit" ||
            row.fields[context_cues].find("after a number") != std::string_view::npos;
        add_sense(sense, row.fields[variants]);
        add_unit(sense.unit);
    }
}

void Abbreviations::add_sense(const Sense& sense, std::string_view variants) {
    const std::string key = key_of(sense.written);
    std::vector<std::string> keys{key};
    for (const std::string_view variant : split(variants, ';')) {
        if (!is_spelling(trimmed(variant), key)) continue;
        keys.push_back(key_of(variant));
        if (trimmed(variant).find(' ') != std::string_view::npos) spaced_.insert(keys.back());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::string& spelling : keys) {
        std::vector<Sense>& known = senses_[spelling];
        if (std::none_of(known.begin(), known.end(),
                         [&](const Sense& s) { return s.unit == sense.unit; })) {
            known.push_back(sense);
            bare_senses_[bare(spelling)].push_back(sense);
        }
    }
}

void Abbreviations::add_unit(const std::string& unit) {
    const auto [found, is_new] =
        unit_numbers_.emplace(unit, static_cast<std::uint32_t>(units_.size()));
    if (!is_new) return;
    units_.push_back(unit);
    std::vector<std::string> syllables;
    for (const std::string_view syllable : split(unit, ' ')) syllables.emplace_back(syllable);
    add_path(syllables, found->second);
    // "phòng chống thiên tai và tìm kiếm cứu nạn" is also written with a dash or comma for "và".
    const auto removed = std::remove(syllables.begin(), syllables.end(), "và");
    if (removed != syllables.end()) {
        syllables.erase(removed, syllables.end());
        if (syllables.size() >= 2) add_path(syllables, found->second);
    }
}

void Abbreviations::add_path(const std::vector<std::string>& syllables, std::uint32_t unit) {
    std::uint32_t node = 0;
    for (const std::string& syllable : syllables) {
        const std::uint32_t number =
            syllable_numbers_
                .emplace(bare(syllable), static_cast<std::uint32_t>(syllable_numbers_.size() + 1))
                .first->second;
        const auto next = static_cast<std::uint32_t>(ends_.size());
        const auto [child, is_new] = children_.emplace((std::uint64_t{node} << 32U) | number, next);
        if (is_new) ends_.emplace_back();
        node = child->second;
    }
    ends_[node].push_back({syllables, unit});
}

std::span<const Sense> Abbreviations::senses(std::string_view key) const {
    const auto found = senses_.find(key);
    return found == senses_.end() ? std::span<const Sense>{} : found->second;
}

std::span<const Sense> Abbreviations::senses_of_bare(std::string_view bare_key) const {
    const auto found = bare_senses_.find(bare_key);
    return found == bare_senses_.end() ? std::span<const Sense>{} : found->second;
}

bool Abbreviations::is_spaced(std::string_view key) const { return spaced_.contains(key); }

std::uint32_t Abbreviations::syllable_number(std::string_view bare_syllable) const {
    const auto found = syllable_numbers_.find(bare_syllable);
    return found == syllable_numbers_.end() ? 0 : found->second;
}

void Abbreviations::find_units(std::span<const RunningWord> words, bool bare_too,
                               std::vector<UnitMatch>& found) const {
    const auto fits = [&](const Path& path, std::size_t first) {
        for (std::size_t i = 0; i < path.syllables.size(); ++i) {
            const RunningWord& word = words[first + i];
            if (!(bare_too && word.is_bare) && word.term != path.syllables[i]) return false;
        }
        return true;
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::uint32_t node = 0;
        for (std::size_t at = first; at < words.size() && words[at].number != 0; ++at) {
            const auto child = children_.find((std::uint64_t{node} << 32U) | words[at].number);
            if (child == children_.end()) break;
            node = child->second;
            for (const Path& path : ends_[node]) {
                if (!fits(path, first)) continue;
                found.push_back({static_cast<std::uint32_t>(first),
                                 static_cast<std::uint16_t>(path.syllables.size()), path.unit});
            }
        }
    }
}

std::string Abbreviations::key_of(std::string_view short_form) {
    std::string key;
    for (std::size_t at = 0; at < short_form.size();) {
        const CodePoint point = decode_at(short_form, at);
        if (is_letter(point.value) || is_digit(point.value))
            append_utf8(key, lower_code_point(point.value));
        at += point.size;
    }
    return key;
}

}  // namespace commsearch
