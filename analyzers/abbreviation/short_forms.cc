#include "analyzers/abbreviation/short_forms.h"

#include <algorithm>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"

namespace commsearch::abbreviation {
namespace {

/// Parts of a short form at most: "PCTT & TKCN".
constexpr std::size_t max_short_form_parts = 4;

/// True when only separators of short forms stand in `between`: "KT-XH", "KT - XH", "NN&PTNT",
/// "đ/c".
bool joins_short_forms(std::string_view between) {
    constexpr std::string_view joints = "-–&/.,";
    const std::string_view inner = trimmed(between);
    if (inner == "–") return true;
    return inner.size() == 1 && joints.find(inner) != std::string_view::npos;
}

bool is_blank(std::string_view between) { return !between.empty() && trimmed(between).empty(); }

bool is_one_letter(const word::TextWord& word) { return word.form->word->unaccented.size() == 1; }

bool is_single_word(const word::Sense& sense) {
    return sense.compound.find(' ') == std::string::npos;
}

}  // namespace

std::optional<ShortForm> ShortFormFinder::find(std::size_t i) {
    if (!may_begin(i)) return std::nullopt;
    for (std::size_t parts = longest_candidate(i); parts > 0; --parts) {
        key_.clear();
        for (std::size_t part = i; part < i + parts; ++part) key_ += words_[part].form->key;
        if (parts > 1 && !may_join(i, parts, key_)) continue;
        std::vector<const word::Sense*> senses = fitting_senses(i, parts);
        if (senses.empty()) continue;
        ShortForm found{key_, parts, std::move(senses), nullptr};
        choose_meaning(found, i);
        return found;
    }
    return std::nullopt;
}

/// The senses of `key_` that the `parts` words from `i` on can have.
std::vector<const word::Sense*> ShortFormFinder::fitting_senses(std::size_t i,
                                                                std::size_t parts) const {
    std::vector<const word::Sense*> fitting;
    for (const word::Sense& sense : senses_of(key_, i, parts)) {
        if (fits(sense, i, parts)) fitting.push_back(&sense);
    }
    return fitting;
}

void ShortFormFinder::choose_meaning(ShortForm& found, std::size_t i) {
    const bool is_single = found.senses.size() == 1;
    const word::Sense* meaning =
        is_single ? found.senses.front() : clearest(found.senses, i, found.parts);
    if (meaning != nullptr && !is_single_word(*meaning)) found.meaning = meaning;
    // "500 kV": the number tells that it is the unit, so it is no long form.
    if (meaning != nullptr && is_single_word(*meaning)) found.senses.clear();
    std::erase_if(found.senses, [](const word::Sense* sense) { return is_single_word(*sense); });
}

/// What stands between word `i` and the next.
std::string_view ShortFormFinder::between(std::size_t i) const {
    return text_.substr(words_[i].end, words_[i + 1].begin - words_[i].end);
}

std::string_view ShortFormFinder::written(std::size_t i, std::size_t parts) const {
    return text_.substr(words_[i].begin, words_[i + parts - 1].end - words_[i].begin);
}

/// Pieces from `i` on that stand close enough to be one short form.
std::size_t ShortFormFinder::longest_candidate(std::size_t i) const {
    std::size_t parts = 1;
    while (parts < max_short_form_parts && i + parts < words_.size() &&
           !has_line_end(i + parts - 1) &&
           (between(i + parts - 1).empty() || joins_short_forms(between(i + parts - 1)) ||
            is_blank(between(i + parts - 1)))) {
        ++parts;
    }
    return parts;
}

bool ShortFormFinder::has_line_end(std::size_t i) const {
    return between(i).find('\n') != std::string_view::npos;
}

/// Parts joined by a blank alone are one short form only where the dictionary writes it so, or
/// in a query where no part is a word of its own.
bool ShortFormFinder::may_join(std::size_t i, std::size_t parts, std::string_view key) const {
    for (std::size_t part = i; part + 1 < i + parts; ++part) {
        // "điểm b, c, đ" lists letters.
        if (between(part).find(',') != std::string_view::npos &&
            (is_one_letter(words_[part]) || is_one_letter(words_[part + 1])))
            return false;
        if (!is_blank(between(part))) continue;
        if (words_[part + 1].is_number && !abbreviations_.is_spaced(key)) return false;
        const bool are_words = words_[part].form->is_syllable || words_[part + 1].form->is_syllable;
        if (!abbreviations_.is_spaced(key) && !(is_query() && !are_words)) return false;
    }
    return true;
}

std::span<const word::Sense> ShortFormFinder::senses_of(std::string_view key, std::size_t i,
                                                        std::size_t parts) const {
    if (reading_.local != nullptr && !reading_.local->senses(key).empty())
        return reading_.local->senses(key);
    const std::span<const word::Sense> senses =
        parts == 1 ? words_[i].form->senses : abbreviations_.senses(key);
    if (!senses.empty() || !is_query()) return senses;
    const bool typed_unaccented =
        std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(i),
                    words_.begin() + static_cast<std::ptrdiff_t>(i + parts),
                    [](const word::TextWord& word) { return word.form->is_unaccented; });
    return typed_unaccented ? abbreviations_.senses_of_unaccented(key) : senses;
}

bool ShortFormFinder::fits(const word::Sense& sense, std::size_t i, std::size_t parts) const {
    if (sense.after_number && !(follows_number(i) && trimmed(between(i - 1)).empty())) return false;
    const bool upper = all_upper(i, parts) || is_written_so(sense, i, parts);
    if (parts == 1 && words_[i].form->is_syllable) {
        // AN in "AN NINH" is a word; "an" is one always, in a query too.
        return upper && !stands_among_capitals(i);
    }
    return upper || sense.any_case || is_query();
}

/// "ThU", "Tp.HCM": as the dictionary spells it, with a capital.
bool ShortFormFinder::is_written_so(const word::Sense& sense, std::size_t i,
                                    std::size_t parts) const {
    const std::string_view spelled = written(i, parts);
    const auto& marked = sense.marked_spellings;
    const bool is_spelling = spelled == sense.written ||
                             std::find(marked.begin(), marked.end(), spelled) != marked.end();
    return is_spelling && lower(spelled) != spelled;
}

bool ShortFormFinder::all_upper(std::size_t i, std::size_t parts) const {
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(i),
                       words_.begin() + static_cast<std::ptrdiff_t>(i + parts),
                       [](const word::TextWord& word) { return word.is_upper; });
}

bool ShortFormFinder::stands_among_capitals(std::size_t i) const {
    const auto is_capital_word = [&](std::size_t at) {
        return words_[at].is_upper && words_[at].form->is_syllable;
    };
    return (i > 0 && is_capital_word(i - 1)) || (i + 1 < words_.size() && is_capital_word(i + 1));
}

/// The meaning the text points to, null when it points to none.
const word::Sense* ShortFormFinder::clearest(const std::vector<const word::Sense*>& senses,
                                             std::size_t i, std::size_t parts) {
    if (!choice_) {
        for (const word::TextWord& word : words_) {
            const std::string_view spelled = text_.substr(word.begin, word.end - word.begin);
            context_.push_back({word.form->word->term, spelled, word.is_number, word.is_upper,
                                word.starts_anew, word.form->is_unaccented});
        }
        choice_.emplace(context_, reading_.topic, is_query());
    }
    return choice_->choose(senses, i, parts);
}

}  // namespace commsearch::abbreviation
