#include "analyzers/word/abbreviations.h"

#include <algorithm>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/segmenter.h"
#include "analyzers/word/sense_reader.h"
#include "analyzers_dictionaries.h"

namespace commsearch::word {
namespace {

using Column = AbbreviationColumn;

/// One spelling for both where i and y vary freely: "ki" -> "ky".
std::string twin_key(std::string_view unaccented_syllable) {
    if (!unaccented_syllable.ends_with('i')) return std::string(unaccented_syllable);
    std::string twin = syllable::i_y_variant(unaccented_syllable);
    return twin.empty() ? std::string(unaccented_syllable) : twin;
}

constexpr std::string_view conjunction = " và ";

/// Without it.
std::string words_but_and(std::string_view compound) {
    std::string words(compound);
    for (std::size_t at = words.find(conjunction); at != std::string::npos;
         at = words.find(conjunction, at)) {
        words.replace(at, conjunction.size(), " ");
    }
    return words;
}

/// Whether `words` are the syllables of a long form; an unaccented word is any of its number when
/// `unaccented_too`.
bool fits(std::span<const RunningWord> words, const auto& syllables, bool unaccented_too) {
    return std::equal(words.begin(), words.end(), syllables.begin(),
                      [&](const RunningWord& word, const auto& syllable) {
                          return (unaccented_too && word.is_unaccented) ||
                                 word.word->term == syllable.written ||
                                 word.word->term == syllable.twin;
                      });
}

}  // namespace

Abbreviations::Abbreviations() : Abbreviations(embedded::abbreviations_tsv()) {}

Abbreviations Abbreviations::with_local(std::string_view local_table) {
    return {embedded::abbreviations_tsv(), local_table};
}

Abbreviations::Abbreviations(std::string_view table, std::string_view local_table) {
    add_table(table, false);
    prefer_own_spellings();
    add_table(local_table, true);
    sort_keys();
}

void Abbreviations::add_table(std::string_view table, bool replaces) {
    if (replaces) forget_unambiguous(table);
    const std::vector<TsvRow> rows = tsv_rows(table);
    for (const TsvRow& row : rows) {
        if (row.fields.size() <= Column::context_cues) continue;
        const std::string_view long_form = row.fields[Column::expansion];
        if (long_form.find(conjunction) != std::string_view::npos)
            remember_spelling(compound_of(long_form));
    }
    std::vector<std::pair<Sense, std::vector<std::string>>> single_words;
    for (const TsvRow& row : rows) {
        if (row.fields.size() <= Column::context_cues) continue;
        Sense sense = sense_of(row);
        settle_spelling(sense);
        std::vector<std::string> keys = add_spellings(row.fields[Column::variants], sense);
        if (sense.compound.find(' ') == std::string::npos) {
            single_words.emplace_back(std::move(sense), std::move(keys));
            continue;
        }
        add_compound(sense.compound);
        add_sense(sense, keys);
    }
    for (const auto& [sense, keys] : single_words) {
        if (!sense.compound.empty() && senses_.contains(keys.front())) add_sense(sense, keys);
    }
}

void Abbreviations::remember_spelling(const std::string& compound) {
    std::string shorter = words_but_and(compound);
    if (shorter != compound) spellings_.emplace(std::move(shorter), compound);
}

/// The spelling with "và" stands for those without.
void Abbreviations::settle_spelling(Sense& sense) {
    std::string spelling = spelling_of(sense.compound);
    if (spelling == sense.compound) return;
    sense.compound = std::move(spelling);
    sense.words.clear();
    for (const std::string_view word : split(sense.compound, ' ')) sense.words.emplace_back(word);
}

/// Takes down how a short form is written; its keys, that of the row first.
std::vector<std::string> Abbreviations::add_spellings(std::string_view other_spellings,
                                                      Sense& sense) {
    std::vector<std::string> keys;
    const auto add = [&](std::string_view spelling) {
        keys.push_back(key_of(spelling));
        if (is_marked(spelling)) sense.marked_spellings.emplace_back(spelling);
        if (spelling.find(' ') != std::string_view::npos) spaced_.insert(keys.back());
    };
    add(sense.written);
    listed_.insert(keys.front());
    for (const std::string_view variant : split(other_spellings, ';')) {
        const std::string_view spelling = trimmed(variant);
        listed_.insert(key_of(spelling));
        if (is_spelling(spelling, keys.front())) add(spelling);
    }
    return keys;
}

void Abbreviations::add_sense(const Sense& sense, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        std::vector<Sense>& known = senses_[key];
        if (std::none_of(known.begin(), known.end(),
                         [&](const Sense& s) { return s.compound == sense.compound; })) {
            known.push_back(sense);
            if (std::string unaccented_key = unaccented(key); unaccented_key != key)
                unaccented_senses_[std::move(unaccented_key)].push_back(sense);
        }
    }
}

/// VSATTP is "vệ sinh an toàn thực phẩm", whatever other row lists it among its variants.
void Abbreviations::prefer_own_spellings() {
    for (auto& [key, known] : senses_) {
        const auto is_own = [&key = key](const Sense& s) { return key_of(s.written) == key; };
        if (std::any_of(known.begin(), known.end(), is_own)) {
            std::erase_if(known, [&](const Sense& s) { return !is_own(s); });
        }
    }
}

/// Makes room for the rows of `table` that alone say what their short form means.
void Abbreviations::forget_unambiguous(std::string_view table) {
    for (const TsvRow& row : tsv_rows(table)) {
        if (row.fields.size() <= Column::ambiguous || row.fields[Column::ambiguous] != "no")
            continue;
        const std::string key = key_of(row.fields[Column::abbreviation]);
        senses_.erase(key);
        const auto known = unaccented_senses_.find(unaccented(key));
        if (known == unaccented_senses_.end()) continue;
        std::erase_if(known->second, [&](const Sense& s) { return key_of(s.written) == key; });
    }
}

void Abbreviations::add_compound(const std::string& compound) {
    const auto [found, is_new] =
        compound_numbers_.emplace(compound, static_cast<std::uint32_t>(compounds_.size()));
    if (!is_new) return;
    compounds_.push_back(compound);
    std::vector<std::string> syllables;
    for (const std::string_view syllable : split(compound, ' ')) syllables.emplace_back(syllable);
    add_path(syllables, found->second);
    // "phòng chống thiên tai và tìm kiếm cứu nạn" is also written with a dash or comma for "và".
    const auto removed = std::remove(syllables.begin(), syllables.end(), "và");
    if (removed != syllables.end()) {
        syllables.erase(removed, syllables.end());
        if (syllables.size() >= 2) add_path(syllables, found->second);
    }
}

void Abbreviations::add_path(const std::vector<std::string>& syllables, std::uint32_t compound) {
    std::uint32_t node = 0;
    Path path{{}, compound};
    for (const std::string& syllable : syllables) {
        path.syllables.push_back({syllable, syllable::i_y_variant(syllable)});
        const std::uint32_t number =
            syllable_numbers_
                .emplace(twin_key(unaccented(syllable)),
                         static_cast<std::uint32_t>(syllable_numbers_.size() + 1))
                .first->second;
        node = add_child(node, number);
    }
    nodes_[node].ends.push_back(std::move(path));
}

std::uint32_t Abbreviations::add_child(std::uint32_t node, std::uint32_t number) {
    if (const std::uint32_t known = child(node, number); known != 0) return known;
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    if (node == 0) {
        first_children_.resize(std::max<std::size_t>(first_children_.size(), number + 1));
        first_children_[number] = made;
    } else {
        nodes_[node].some_children |= std::uint64_t{1} << (number & 63U);
        nodes_[node].children.emplace_back(number, made);
    }
    nodes_.emplace_back();
    return made;
}

/// The node below `node`, 0 for none.
std::uint32_t Abbreviations::child(std::uint32_t node, std::uint32_t number) const {
    if (node == 0) return number < first_children_.size() ? first_children_[number] : 0;
    if ((nodes_[node].some_children >> (number & 63U) & 1U) == 0) return 0;
    for (const auto& [syllable, below] : nodes_[node].children) {
        if (syllable == number) return below;
    }
    return 0;
}

std::string Abbreviations::spelling_of(const std::string& compound) const {
    const auto found = spellings_.find(compound);
    return found == spellings_.end() ? compound : found->second;
}

std::span<const Sense> Abbreviations::senses(std::string_view key) const {
    const auto found = senses_.find(key);
    return found == senses_.end() ? std::span<const Sense>{} : found->second;
}

std::span<const Sense> Abbreviations::senses_of_unaccented(std::string_view unaccented_key) const {
    const auto found = unaccented_senses_.find(unaccented_key);
    return found == unaccented_senses_.end() ? senses(unaccented_key) : found->second;
}

void Abbreviations::sort_keys() {
    for (const auto* table : {&senses_, &unaccented_senses_}) {
        for (const auto& [key, senses] : *table) keys_.push_back(key);
    }
    std::sort(keys_.begin(), keys_.end());
}

bool Abbreviations::begins_short_form(std::string_view part) const {
    const auto first = std::lower_bound(keys_.begin(), keys_.end(), part);
    return first != keys_.end() && first->starts_with(part);
}

bool Abbreviations::is_spaced(std::string_view key) const { return spaced_.contains(key); }

std::uint32_t Abbreviations::syllable_number(std::string_view unaccented_syllable) const {
    const auto found = syllable_numbers_.find(twin_key(unaccented_syllable));
    return found == syllable_numbers_.end() ? 0 : found->second;
}

std::uint32_t Abbreviations::syllable_number(const Lexeme& word) const {
    const auto found = syllable_numbers_.find(word.twin.empty() ? word.unaccented : word.twin);
    return found == syllable_numbers_.end() ? 0 : found->second;
}

void Abbreviations::find_compounds(std::span<const RunningWord> words, bool unaccented_too,
                                   std::vector<CompoundMatch>& found) const {
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::uint32_t node = 0;
        for (std::size_t at = first; at < words.size() && words[at].number != 0; ++at) {
            node = child(node, words[at].number);
            if (node == 0) break;
            for (const Path& path : nodes_[node].ends) {
                const auto written = words.subspan(first, path.syllables.size());
                if (!fits(written, path.syllables, unaccented_too)) continue;
                found.push_back({static_cast<std::uint32_t>(first),
                                 static_cast<std::uint16_t>(path.syllables.size()), path.compound});
            }
        }
    }
}

std::string Abbreviations::compound_of(std::string_view long_form) {
    const std::string text = nfc(long_form.substr(0, long_form.find('(')));
    std::string compound;
    for (const Segment& part : segment(text)) {
        if (!compound.empty()) compound.push_back(' ');
        const std::string word = text.substr(part.begin, part.end - part.begin);
        compound += part.is_number ? canonical_number(word) : syllable::canonical_word(lower(word));
    }
    return compound;
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

}  // namespace commsearch::word
