#include "analyzers/abbreviation/sense_choice.h"

#include <algorithm>
#include <unordered_map>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers_dictionaries.h"

namespace commsearch::abbreviation {
namespace {

// Points for a meaning. Each is worth more than all below it can make together in practice; chosen
// on the sample corpus, see dictionaries/README.md.
constexpr int points_beside = 100;    // a cue's words right beside it, or spelled so: "T/M"
constexpr int points_word = 10;       // more for each word of that cue
constexpr int points_near = 20;       // a cue's words, or the long form, in the same sentence
constexpr int points_elsewhere = 12;  // beside the same short form elsewhere in the text
constexpr int points_usual = 8;
constexpr int points_long_form = 3;  // elsewhere in the text
constexpr int points_section = 2;

/// Words on each side that count as near.
constexpr std::size_t near_words = 10;
/// A field of work that fits every section.
constexpr std::string_view general_domain = "general";

using TopicTable = std::unordered_map<std::string_view, std::vector<std::string_view>>;

TopicTable read_topics() {
    TopicTable table;
    for (const TsvRow& row : tsv_rows(embedded::topic_domains_tsv()))
        table.emplace(row.fields[0], split(row.fields[1], ';'));
    return table;
}

}  // namespace

std::span<const std::string_view> domains_of_topic(std::string_view topic) {
    static const TopicTable table = read_topics();
    const auto found = table.find(topic);
    return found == table.end() ? std::span<const std::string_view>{} : found->second;
}

const word::Sense* SenseChoice::choose(const std::vector<const word::Sense*>& senses,
                                       std::size_t first, std::size_t size) {
    const Evidence* text =
        unaccented_too_ || is_in_code(first) ? nullptr : &evidence(senses, first, size);
    const word::Sense* best = nullptr;
    int best_points = 0;
    bool is_tie = false;
    for (const word::Sense* sense : senses) {
        int points = score(*sense, first, size);
        if (text != nullptr) {
            points += text->at(sense->compound) + of_section(*sense, senses) +
                      (sense->is_usual ? points_usual : 0);
        }
        if (points == best_points) is_tie = true;
        if (points > best_points) {
            best = sense;
            best_points = points;
            is_tie = false;
        }
    }
    return is_tie ? nullptr : best;
}

/// What stands beside and near the place.
int SenseChoice::score(const word::Sense& sense, std::size_t first, std::size_t size) const {
    int beside = sense.after_number ? points_beside : 0;
    if (std::find(sense.marked_spellings.begin(), sense.marked_spellings.end(),
                  written(first, size)) != sense.marked_spellings.end()) {
        beside = points_beside;
    }
    int near = 0;
    for (const word::Cue& cue : sense.cues) {
        if (cue.place == word::Cue::nowhere) {
            if (is_near(cue.words, first, size)) near += points_near;
        } else if (is_beside(cue, first, size)) {
            beside =
                std::max(beside, points_beside + points_word * static_cast<int>(cue.words.size()));
        }
    }
    if (near == 0 && is_near(sense.words, first, size)) near = points_near;
    return beside + near;
}

std::string_view SenseChoice::written(std::size_t first, std::size_t size) const {
    const char* begin = words_[first].written.data();
    const std::string_view last = words_[first + size - 1].written;
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

bool SenseChoice::is_beside(const word::Cue& cue, std::size_t first, std::size_t size) const {
    if (cue.place > first) return false;
    const std::span words(cue.words);
    const std::size_t behind = first + size;
    // "235 TH" counts something, "mẫu 05/TH" does not.
    if (cue.words.size() == 1 && cue.words.front() == "#" && cue.place == 1 && is_in_code(first))
        return false;
    for (std::size_t at = first - cue.place + 1; at <= first; ++at) {
        if (words_[at].starts_anew) return false;
    }
    return stands_at(words.first(cue.place), first - cue.place) &&
           (cue.place == words.size() || (behind < words_.size() && follows(behind) &&
                                          stands_at(words.subspan(cue.place), behind)));
}

/// What stands between the word before `at` and it.
std::string_view SenseChoice::gap(std::size_t at) const {
    const std::string_view before = words_[at - 1].written;
    const char* end = before.data() + before.size();
    return {end, static_cast<std::size_t>(words_[at].written.data() - end)};
}

/// True when the word at `at` goes on with what stands before it: in "TP. Hồ Chí Minh" the full
/// stop belongs to the short form.
bool SenseChoice::follows(std::size_t at) const {
    return !words_[at].starts_anew ||
           (trimmed(gap(at)) == "." && gap(at).find('\n') == std::string_view::npos &&
            is_upper(decode_at(words_[at].written, 0).value));
}

/// True in "mẫu 05.KT" and "01/TB-HT": part of the name of a paper or form.
bool SenseChoice::is_in_code(std::size_t at) const {
    return at > 0 && (words_[at - 1].is_number || words_[at - 1].is_upper) && !gap(at).empty() &&
           gap(at).find_first_of(" \n%") == std::string_view::npos;
}

bool SenseChoice::is_near(std::span<const std::string> words, std::size_t first,
                          std::size_t size) const {
    std::size_t from = first;
    while (from > 0 && first - from < near_words && !words_[from].starts_anew) --from;
    const std::size_t to = std::min(words_.size(), first + size + near_words);
    for (std::size_t at = from; at < to; ++at) {
        if (at > first && words_[at].starts_anew) return false;
        const bool overlaps = at + words.size() > first && at < first + size;
        if (!overlaps && stands_at(words, at)) return true;
    }
    return false;
}

/// True when `words` stand at `at` one behind the other, in one sentence.
bool SenseChoice::stands_at(std::span<const std::string> words, std::size_t at) const {
    if (at + words.size() > words_.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!fits(words_[at + i], words[i]) || (i > 0 && words_[at + i].starts_anew)) return false;
    }
    return true;
}

bool SenseChoice::fits(const ContextWord& word, std::string_view wanted) const {
    if (wanted == "#") return word.is_number;
    if (wanted == "^") return !word.is_upper && is_upper(decode_at(word.written, 0).value);
    return word.term == wanted ||
           (unaccented_too_ && word.is_unaccented && word.term == unaccented(wanted));
}

const SenseChoice::Evidence& SenseChoice::evidence(const std::vector<const word::Sense*>& senses,
                                                   std::size_t first, std::size_t size) {
    std::string form;
    for (std::size_t i = first; i < first + size; ++i) form.append(words_[i].term) += ' ';
    const auto [known, is_new] = evidence_.try_emplace(std::move(form));
    Evidence& points = known->second;
    // A meaning that needs a number before it is not among `senses` elsewhere.
    std::vector<const word::Sense*> missing;
    for (const word::Sense* sense : senses) {
        if (points.emplace(sense->compound, 0).second) missing.push_back(sense);
    }
    for (const word::Sense* sense : missing) {
        bool is_elsewhere = false;
        bool is_written = false;
        for (std::size_t at = 0; at + size <= words_.size(); ++at) {
            is_written = is_written || stands_at(sense->words, at);
            is_elsewhere = is_elsewhere || (!sense->after_number && same_form(at, first, size) &&
                                            score(*sense, at, size) >= points_beside);
        }
        points[sense->compound] =
            (is_elsewhere ? points_elsewhere : 0) + (is_written ? points_long_form : 0);
    }
    return points;
}

bool SenseChoice::same_form(std::size_t a, std::size_t b, std::size_t size) const {
    for (std::size_t i = 0; i < size; ++i) {
        if (words_[a + i].term != words_[b + i].term) return false;
    }
    return true;
}

/// The section decides only where no meaning is at home in every section.
int SenseChoice::of_section(const word::Sense& sense,
                            const std::vector<const word::Sense*>& senses) const {
    if (std::any_of(senses.begin(), senses.end(),
                    [](const word::Sense* other) { return other->domain == general_domain; })) {
        return 0;
    }
    const bool fits_section =
        std::find(domains_.begin(), domains_.end(), sense.domain) != domains_.end();
    return fits_section ? points_section : 0;
}

}  // namespace commsearch::abbreviation
