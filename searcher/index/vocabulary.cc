#include "searcher/index/vocabulary.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/citation/figures.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"

namespace commsearch::index {
namespace {

/// The worst syllable ("do") has 29.
constexpr std::size_t max_spellings = 64;

constexpr std::string_view digits_of_numbers = "0123456789";

/// Letters without marks, and digits: "16nqtu" for "16-NQ/TU".
std::string number_key(std::string_view number) {
    std::string key = unaccented(nfc(number));
    std::erase_if(key, [](char c) { return (c < '0' || c > '9') && (c < 'a' || c > 'z'); });
    key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
    return key;
}

}  // namespace

bool Vocabulary::has(const std::string& term) const { return database_.term_exists(term); }

double Vocabulary::passages(const std::string& term) const {
    return schema::is_inherited(term) ? static_cast<double>(database_.get_collection_freq(term))
                                      : static_cast<double>(database_.get_termfreq(term));
}

std::vector<std::uint32_t> Vocabulary::numbers_of(const std::vector<std::string>& terms) const {
    std::vector<std::uint32_t> numbers;
    for (const std::string& term : terms) {
        if (const auto number = columns_.find_term(term)) numbers.push_back(*number);
    }
    return numbers;
}

double Vocabulary::passages_with_pair(const std::vector<std::string>& firsts,
                                      const std::vector<std::string>& seconds) const {
    return passages_with_pair(numbers_of(firsts), numbers_of(seconds));
}

double Vocabulary::passages_with_pair(std::span<const std::uint32_t> firsts,
                                      std::span<const std::uint32_t> seconds) const {
    double sum = 0;
    for (const std::uint32_t first : firsts) {
        for (const std::uint32_t second : seconds) sum += columns_.pair_frequency(first, second);
    }
    return std::min(sum, all_passages());
}

std::vector<std::uint32_t> Vocabulary::numbers_beginning_with(const std::string& typed) const {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = columns_.first_term_from(typed);
         number < columns_.terms() && columns_.term(number).starts_with(typed); ++number) {
        numbers.push_back(number);
    }
    if (unaccented(typed) != typed) return numbers;
    for (auto key = database_.synonym_keys_begin(typed); key != database_.synonym_keys_end(typed);
         ++key) {
        const std::vector<std::uint32_t> more =
            numbers_of({database_.synonyms_begin(*key), database_.synonyms_end(*key)});
        numbers.insert(numbers.end(), more.begin(), more.end());
    }
    return numbers;
}

std::vector<std::string> Vocabulary::spellings(const std::string& unaccented) const {
    std::vector<std::string> terms;
    if (has(unaccented)) terms.push_back(unaccented);
    auto at = database_.synonyms_begin(unaccented);
    for (; at != database_.synonyms_end(unaccented) && terms.size() < max_spellings; ++at)
        terms.push_back(*at);
    return terms;
}

std::vector<std::string> Vocabulary::same_letters(const word::Token& token) const {
    syllable::Syllable typed;
    if (!syllable::parse_syllable(token.term, typed)) return {};
    std::vector<std::string> terms = spellings(token.unaccented);
    std::erase_if(terms, [&](const std::string& term) {
        syllable::Syllable other;
        return !syllable::parse_syllable(term, other) || other.onset != typed.onset ||
               other.rime != typed.rime;
    });
    return terms;
}

std::vector<std::string> Vocabulary::same_word(const word::Token& token, bool exact) const {
    if (!exact && !is_accented(token)) {
        std::vector<std::string> terms = spellings(token.unaccented);
        const std::string twin = syllable::i_y_variant(token.unaccented);
        if (twin.empty()) return terms;
        for (std::string& term : spellings(twin)) terms.push_back(std::move(term));
        return terms;
    }
    std::vector<std::string> terms{token.term};
    if (!exact) {
        const std::string variant = syllable::i_y_variant(token.term);
        if (!variant.empty()) terms.push_back(variant);
    }
    return terms;
}

std::vector<std::string> Vocabulary::in_context(const std::vector<std::string>& words) const {
    std::vector<std::string> terms;
    for (const std::string& word : words) {
        std::string term = schema::make_term(schema::prefix_context, word);
        if (has(term)) terms.push_back(std::move(term));
    }
    return terms;
}

std::vector<std::string> Vocabulary::compounds_around(const word::Tokens& tokens,
                                                      const word::Token& token) const {
    std::vector<std::string> compounds;
    for (const word::Token& compound : tokens) {
        if (compound.kind != word::Token::Kind::compound || !word::covers(compound, token.position))
            continue;
        std::string term = schema::make_term(schema::prefix_compound, compound.term);
        if (has(term)) compounds.push_back(std::move(term));
    }
    return compounds;
}

std::vector<std::string> Vocabulary::compounds_with(const std::string& word, bool any_marks) const {
    std::vector<std::string> terms;
    for (const std::string& compound : abbreviations_.compounds()) {
        const std::string words = ' ' + (any_marks ? unaccented(compound) : compound) + ' ';
        if (words.find(' ' + word + ' ') == std::string::npos) continue;
        std::string term = schema::make_term(schema::prefix_compound, compound);
        if (has(term)) terms.push_back(std::move(term));
    }
    return terms;
}

std::vector<std::string> Vocabulary::beginning_with(const std::string& typed) const {
    std::vector<std::string> terms;
    for (auto at = database_.allterms_begin(typed);
         at != database_.allterms_end(typed) && terms.size() < max_prefix_terms; ++at) {
        terms.push_back(*at);
    }
    if (unaccented(typed) != typed) return terms;
    for (auto key = database_.synonym_keys_begin(typed);
         key != database_.synonym_keys_end(typed) && terms.size() < max_prefix_terms; ++key) {
        for (auto at = database_.synonyms_begin(*key); at != database_.synonyms_end(*key); ++at)
            terms.push_back(*at);
    }
    return terms;
}

std::vector<std::string> Vocabulary::percentages() const {
    std::vector<std::string> names;
    for (const char digit : digits_of_numbers) {
        const std::string beginning = std::string(schema::prefix_compound) + digit;
        for (auto at = database_.allterms_begin(beginning); at != database_.allterms_end(beginning);
             ++at) {
            const std::string term = *at;
            if (term.ends_with(citation::percent_sign))
                names.push_back(term.substr(schema::prefix_compound.size()));
        }
    }
    return names;
}

std::vector<std::string> Vocabulary::numbers_before(
    const std::string& word, const std::function<bool(std::string_view number)>& fits) const {
    std::vector<std::string> numbers;
    const auto second = columns_.find_term(word);
    if (!second) return numbers;
    for (std::uint32_t number = columns_.first_term_from("0"); number < columns_.terms();
         ++number) {
        const std::string_view term = columns_.term(number);
        if (term.front() > '9') break;
        const bool is_number = term.find_first_not_of("0123456789,") == std::string_view::npos;
        if (is_number && fits(term) && columns_.pair_frequency(number, *second) > 0)
            numbers.emplace_back(term);
    }
    return numbers;
}

std::vector<std::string> Vocabulary::paper_numbers(std::string_view typed) const {
    const std::string key = number_key(typed);
    if (key.empty()) return {};
    const std::string digits = key.substr(0, key.find_first_not_of(digits_of_numbers));
    const std::string prefix = schema::make_term(schema::prefix_number, "");
    std::vector<std::string> terms;
    for (const std::string_view zero : {"", "0"}) {
        const std::string beginning = std::string(prefix).append(zero).append(digits);
        for (auto at = database_.allterms_begin(beginning); at != database_.allterms_end(beginning);
             ++at) {
            const std::string its = number_key(std::string_view(*at).substr(prefix.size()));
            const bool has_those_digits = its.find_first_not_of(digits_of_numbers) == digits.size();
            if (its == key || (digits == key && has_those_digits)) terms.push_back(*at);
        }
        if (digits.empty()) break;
    }
    return terms;
}

double Vocabulary::frequency(const std::vector<std::string>& terms) const {
    double sum = 0;
    for (const std::string& term : terms) sum += passages(term);
    return std::min(sum, all_passages());
}

double Vocabulary::idf(double frequency) const {
    const double all = all_passages();
    return std::max(std::log(1 + (all - frequency + 0.5) / (frequency + 0.5)), min_idf);
}

double Vocabulary::rarity(double frequency) const { return std::pow(idf(frequency), idf_power); }

double Vocabulary::share_without(const std::vector<std::string>& terms) const {
    double share = 1;
    for (const std::string& term : terms) share *= 1 - passages(term) / all_passages();
    return share;
}

double Vocabulary::bm25_idf(double share_without) const {
    const double all = all_passages();
    const double frequency = all * (1 - share_without);
    const double odds = (all - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

void Vocabulary::leave_out_unknown_citations(word::Tokens& tokens) const {
    std::erase_if(tokens, [&](const word::Token& token) {
        return token.kind == word::Token::Kind::citation &&
               !has(schema::make_term(schema::prefix_compound, token.term)) &&
               in_context({token.term}).empty();
    });
}

}  // namespace commsearch::index
