#include "analyzers/word/word_forms.h"

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/glued_words.h"
#include "analyzers/word/number_runs.h"
#include "analyzers/word/word_key.h"

namespace commsearch::word {
namespace {

/// Words remembered at most; a text of noise must not fill the memory.
constexpr std::size_t max_forms = 200'000;

bool is_all_digits(std::string_view text) {
    return !text.empty() && digit_run(text, 0) == text.size();
}

}  // namespace

const Lexeme& WordForms::word_of(std::string_view term) {
    if (const Lexeme* known = terms_.find(term)) return *known;
    Lexeme word{std::string(term), unaccented_term(term), {}, next_number_++};
    if (word.unaccented.ends_with('i')) word.twin = syllable::i_y_variant(word.unaccented);
    return terms_.add(term, std::move(word));
}

const Lexeme& WordForms::compound(std::uint32_t number) {
    const Lexeme*& word = compounds_[number];
    if (word == nullptr) word = &word_of(abbreviations_.compounds()[number]);
    return *word;
}

std::uint32_t WordForms::glued_border(std::string_view written) {
    const std::size_t border =
        glued_number_border(written).value_or(glued_word_border(written).value_or(0));
    return static_cast<std::uint32_t>(border);
}

WordForm WordForms::made(std::string_view written, bool is_number) {
    WordForm form;
    const std::string letters = word_key(written);
    form.is_number = is_number || is_all_digits(letters);
    form.key = Abbreviations::key_of(letters);
    form.senses = abbreviations_.senses(form.key);
    form.begins_short_form = abbreviations_.begins_short_form(form.key);
    if (form.is_number) {
        form.word = &word_of(canonical_number(letters));
    } else {
        if (form.senses.empty() && letters == written) form.glued_border = glued_border(written);
        form.word = &word_of(syllable::canonical_word(lower(letters)));
        form.is_syllable = commsearch::syllable::is_syllable(form.word->term);
        const std::string behind_first = letters.substr(decode_at(letters, 0).size);
        form.has_inner_capital = lower(behind_first) != behind_first;
    }
    form.number = abbreviations_.syllable_number(*form.word);
    form.is_unaccented = form.word->unaccented == form.word->term;
    const std::size_t capitals = count_code_points(letters, is_upper);
    form.is_in_capitals = capitals > 1 || (capitals == 1 && form.word->unaccented.size() == 1);
    return form;
}

const WordForm& WordForms::form_of(std::string_view written, bool is_number) {
    WordTable<WordForm>& forms = is_number ? numbers_ : words_;
    if (const WordForm* known = forms.find(written)) return *known;
    return forms.add(written, made(written, is_number));
}

void WordForms::forget_if_many() {
    if (words_.size() + numbers_.size() + terms_.size() <= max_forms) return;
    words_.clear();
    numbers_.clear();
    terms_.clear();
    compounds_.assign(compounds_.size(), nullptr);
}

void WordForms::add_word(std::string_view nfc_text, const Segment& part,
                         std::vector<TextWord>& words) {
    const std::string_view written = nfc_text.substr(part.begin, part.end - part.begin);
    const WordForm& form = form_of(written, part.is_number);
    if (form.glued_border == 0) {
        words.push_back(
            {&form, part.begin, part.end, form.is_number, part.is_upper, part.starts_anew, 0, 0});
        return;
    }
    const std::uint32_t border = part.begin + form.glued_border;
    if (is_ascii_digit(nfc_text[border]))
        return add_number_behind_word(nfc_text, part, border, words);
    const std::string_view first = written.substr(0, form.glued_border);
    const WordForm& head = form_of(first, false);
    const WordForm& tail = form_of(written.substr(form.glued_border), false);
    const bool head_upper = lower(head.word->term) != first && !head.is_syllable;
    words.push_back({&head, part.begin, border, false, head_upper, part.starts_anew, 0, 0});
    words.push_back({&tail, border, part.end, false, false, false, 0, 0});
}

/// "QL1A": a word, a number and perhaps a letter.
void WordForms::add_number_behind_word(std::string_view nfc_text, const Segment& part,
                                       std::uint32_t border, std::vector<TextWord>& words) {
    const auto end = static_cast<std::uint32_t>(border + digit_run(nfc_text, border));
    const auto written = [&](std::uint32_t from, std::uint32_t to) {
        return nfc_text.substr(from, to - from);
    };
    const WordForm& head = form_of(written(part.begin, border), false);
    words.push_back({&head, part.begin, border, false, part.is_upper, part.starts_anew, 0, 0});
    words.push_back({&form_of(written(border, end), true), border, end, true, false, false, 0, 0});
    if (end == part.end) return;
    const WordForm& letter = form_of(written(end, part.end), false);
    words.push_back({&letter, end, part.end, false, part.is_upper, false, 0, 0});
}

bool WordForms::read(std::string_view nfc_text, std::vector<TextWord>& words) {
    forget_if_many();
    const bool is_nfc_inert = segment(nfc_text, segments_);
    words.clear();
    for (const Segment& part : segments_) add_word(nfc_text, part, words);
    return is_nfc_inert;
}

}  // namespace commsearch::word
