#include "analyzers/word/abbreviations.h"

#include <algorithm>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/segmenter.h"
#include "analyzers_dictionaries.h"

namespace commsearch {
namespace {

enum Column : std::size_t { abbreviation, expansion, domain, ambiguous, variants, context_cues };

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_letter(point.value) && !is_upper(point.value)) return true;
        at += point.size;
    }
    return false;
}

/// Reads the column context_cues into a meaning: items parted by commas or semicolons, "HS giỏi",
/// "# KH" or, without the short form, words near it; "*" marks the usual meaning.
class CueReader {
public:
    explicit CueReader(Sense& sense)
        : sense_(sense),
          own_key_(Abbreviations::key_of(sense.written)),
          own_is_upper_(!has_small_letter(sense.written)) {}

    void read(std::string_view field) {
        const std::string text = nfc(field);
        std::size_t at = 0;
        for (const Segment& part : segment(text)) {
            if (part.begin < at) continue;
            read_signs(std::string_view(text).substr(at, part.begin - at));
            at = part.end;
            // "đ/c" is cut at its stroke, but goes to the end of the word as one.
            const std::size_t end = std::min(text.find_first_of(" ,;", part.begin), text.size());
            if (cue_.place == Cue::nowhere && part.is_upper == own_is_upper_ &&
                is_own(std::string_view(text).substr(part.begin, end - part.begin))) {
                cue_.place = cue_.words.size();
                at = end;
            } else {
                const std::string word = text.substr(part.begin, part.end - part.begin);
                cue_.words.push_back(canonical_word(lower(word)));
            }
        }
        read_signs(std::string_view(text).substr(at));
        finish_item();
    }

private:
    [[nodiscard]] bool is_own(std::string_view word) const {
        return Abbreviations::key_of(word) == own_key_;
    }

    void read_signs(std::string_view between) {
        for (const char sign : between) {
            if (sign == '#' || sign == '^') cue_.words.emplace_back(1, sign);
            if (sign == '*') sense_.is_usual = true;
            if (sign == ',' || sign == ';') finish_item();
        }
    }

    void finish_item() {
        if (!cue_.words.empty()) sense_.cues.push_back(std::move(cue_));
        cue_ = {};
    }

    Sense& sense_;
    std::string own_key_;
    bool own_is_upper_;
    Cue cue_;
};

/// True for "T/M" and "v.v": a mark stands between the letters.
bool is_marked(std::string_view spelling) {
    const std::size_t mark = spelling.find_first_of("/.-&");
    return mark != std::string_view::npos && mark + 1 < spelling.size();
}

/// One spelling for both where i and y vary freely: "ki" -> "ky".
std::string twin_key(std::string_view bare_syllable) {
    if (!bare_syllable.ends_with('i')) return std::string(bare_syllable);
    std::string twin = i_y_variant(bare_syllable);
    return twin.empty() ? std::string(bare_syllable) : twin;
}

/// A variant is another spelling of the short form itself; remarks and phrases that hold it are
/// not.
bool is_spelling(std::string_view variant, std::string_view key) {
    if (Abbreviations::key_of(variant) == key) return true;
    return !variant.empty() && variant.find(' ') == std::string_view::npos &&
           !has_small_letter(variant);
}

Sense sense_of(const TsvRow& row) {
    Sense sense;
    sense.written = nfc(row.fields[abbreviation]);
    sense.compound = Abbreviations::compound_of(row.fields[expansion]);
    for (const std::string_view word : split(sense.compound, ' ')) sense.words.emplace_back(word);
    sense.domain = std::string(row.fields[domain]);
    CueReader(sense).read(row.fields[context_cues]);
    sense.any_case = has_small_letter(sense.written);
    sense.after_number = sense.domain == "unit" ||
                         row.fields[context_cues].find("after a number") != std::string_view::npos;
    return sense;
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
    std::vector<std::pair<Sense, std::vector<std::string>>> single_words;
    for (const TsvRow& row : tsv_rows(table)) {
        if (row.fields.size() <= context_cues) continue;
        Sense sense = sense_of(row);
        std::vector<std::string> keys = add_spellings(row.fields[variants], sense);
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
            if (std::string bare_key = bare(key); bare_key != key)
                bare_senses_[std::move(bare_key)].push_back(sense);
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
        if (row.fields.size() <= ambiguous || row.fields[ambiguous] != "no") continue;
        const std::string key = key_of(row.fields[abbreviation]);
        senses_.erase(key);
        const auto known = bare_senses_.find(bare(key));
        if (known == bare_senses_.end()) continue;
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
        path.syllables.push_back({syllable, i_y_variant(syllable)});
        const std::uint32_t number =
            syllable_numbers_
                .emplace(twin_key(bare(syllable)),
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

std::span<const Sense> Abbreviations::senses(std::string_view key) const {
    const auto found = senses_.find(key);
    return found == senses_.end() ? std::span<const Sense>{} : found->second;
}

std::span<const Sense> Abbreviations::senses_of_bare(std::string_view bare_key) const {
    const auto found = bare_senses_.find(bare_key);
    return found == bare_senses_.end() ? senses(bare_key) : found->second;
}

void Abbreviations::sort_keys() {
    for (const auto* table : {&senses_, &bare_senses_}) {
        for (const auto& [key, senses] : *table) keys_.push_back(key);
    }
    std::sort(keys_.begin(), keys_.end());
}

bool Abbreviations::begins_short_form(std::string_view part) const {
    const auto first = std::lower_bound(keys_.begin(), keys_.end(), part);
    return first != keys_.end() && first->starts_with(part);
}

bool Abbreviations::is_spaced(std::string_view key) const { return spaced_.contains(key); }

std::uint32_t Abbreviations::syllable_number(std::string_view bare_syllable) const {
    const auto found = syllable_numbers_.find(twin_key(bare_syllable));
    return found == syllable_numbers_.end() ? 0 : found->second;
}

std::uint32_t Abbreviations::syllable_number(const Lexeme& word) const {
    const auto found = syllable_numbers_.find(word.twin.empty() ? word.bare : word.twin);
    return found == syllable_numbers_.end() ? 0 : found->second;
}

void Abbreviations::find_compounds(std::span<const RunningWord> words, bool bare_too,
                                   std::vector<CompoundMatch>& found) const {
    const auto is_same = [](std::string_view word, const Syllable& syllable) {
        return word == syllable.written || word == syllable.twin;
    };
    const auto fits = [&](const Path& path, std::size_t first) {
        for (std::size_t i = 0; i < path.syllables.size(); ++i) {
            const RunningWord& word = words[first + i];
            if (!(bare_too && word.is_bare) && !is_same(word.word->term, path.syllables[i]))
                return false;
        }
        return true;
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::uint32_t node = 0;
        for (std::size_t at = first; at < words.size() && words[at].number != 0; ++at) {
            node = child(node, words[at].number);
            if (node == 0) break;
            for (const Path& path : nodes_[node].ends) {
                if (!fits(path, first)) continue;
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
        compound += part.is_number ? canonical_number(word) : canonical_word(lower(word));
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

}  // namespace commsearch
