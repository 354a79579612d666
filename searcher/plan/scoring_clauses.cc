#include "searcher/plan/scoring_clauses.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/function_words.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"

namespace commsearch::plan {
namespace {

std::vector<std::string> joined(std::vector<std::string> terms,
                                const std::vector<std::string>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
    return terms;
}

/// Terms for a person: without prefixes, the first few.
std::string spelled_terms(const std::vector<std::string>& terms) {
    constexpr std::size_t shown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(shown, terms.size()); ++i) {
        const std::size_t prefix =
            !terms[i].empty() && terms[i][0] >= 'A' && terms[i][0] <= 'Z' ? 1 : 0;
        text += (i == 0 ? "" : ", ") + terms[i].substr(prefix);
    }
    return terms.size() > shown ? text + ", …" : text;
}

ScoringClause clause_of(const index::Vocabulary& words, std::vector<std::string> terms,
                        double weight, const Message& what) {
    const std::string spelled = spelled_terms(terms);
    const double frequency = words.frequency(terms);
    return {.kind = ScoringClause::Kind::terms,
            .terms = std::move(terms),
            .weight = weight,
            .frequency = frequency,
            .what = {what.vi + ": " + spelled, what.en + ": " + spelled}};
}

}  // namespace

bool is_mostly_accented(const word::Tokens& tokens) {
    double words = 0;
    double accented = 0;
    for (const word::Token& token : tokens) {
        if (token.kind != word::Token::Kind::word || !syllable::is_syllable(token.term)) continue;
        ++words;
        if (index::is_accented(token)) ++accented;
    }
    return words > 0 && accented >= mostly_accented * words;
}

bool asks_for_plan(const word::Tokens& tokens) {
    const std::vector<word::Pair> pairs = word::neighbour_pairs(tokens);
    return std::any_of(pairs.begin(), pairs.end(), [](const word::Pair& pair) {
        return std::find(plan_pairs.begin(), plan_pairs.end(), pair.term) != plan_pairs.end();
    });
}

ScoringClause prefix_clause(const index::Vocabulary& words, const std::vector<std::string>& terms,
                            const std::string& typed) {
    return clause_of(words, terms, weight_folded,
                     {"bắt đầu bằng «" + typed + "»", "beginning with «" + typed + "»"});
}

ScoringClauses::ScoringClauses(const index::Vocabulary& words, const word::Tokens& tokens,
                               bool exact)
    : words_(words), tokens_(tokens), exact_(exact), accented_query_(is_mostly_accented(tokens)) {}

void ScoringClauses::add(const std::vector<std::string>& terms, double weight,
                         const Message& what) {
    if (terms.empty()) return;
    clauses_.push_back(clause_of(words_, terms, weight, what));
    clauses_.back().of_meaning = of_meaning_;
}

void ScoringClauses::add_words(const std::vector<SameMeaning>& same) {
    for (const word::Token& token : tokens_) {
        const bool is_word =
            !word::is_multiword(token) && token.kind != word::Token::Kind::expansion;
        if (!is_word || is_of_share(token)) continue;
        const SameMeaning* const meaning = same_meaning_at(same, token.position);
        of_meaning_ = meaning == nullptr ? 0 : meaning->frequency + words_.frequency({token.term});
        add_word(token);
    }
    of_meaning_ = 0;
}

void ScoringClauses::add_word(const word::Token& token) {
    const double factor = syllable::is_function_word(token.term) ? weight_function_word : 1;
    const std::vector<std::string> stand_ins =
        exact_ ? std::vector<std::string>{} : words_.compounds_around(tokens_, token);
    if ((exact_ || accented_query_ || index::is_accented(token)) && words_.has(token.term)) {
        add(joined({token.term}, stand_ins), factor * weight_exact,
            {"đúng dấu «" + token.term + "»", "as typed «" + token.term + "»"});
    }
    if (exact_) return;
    if (accented_query_ || index::is_accented(token)) {
        add(joined(words_.same_letters(token), stand_ins), factor * weight_same_letters,
            {"cùng chữ «" + token.term + "», thanh nào cũng được",
             "letters of «" + token.term + "» with any tone"});
    }
    add(joined(words_.spellings(token.unaccented), stand_ins), factor * weight_folded,
        {"từ «" + token.unaccented + "» với mọi dấu",
         "word «" + token.unaccented + "» in any spelling"});
    add(words_.in_context(words_.spellings(token.unaccented)), factor * weight_context,
        {"trong tiêu đề, tên báo cáo, địa danh", "in headings, title or places"});
    const std::string variant = syllable::i_y_variant(token.term);
    if (variant.empty()) return;
    add(words_.spellings(unaccented(variant)), factor * weight_variant,
        {"viết i hay y «" + variant + "»", "with i or y «" + variant + "»"});
}

/// What a word weighs beside its pairs: its letters, and its marks where they count.
double ScoringClauses::weight_of(const word::Token& token) const {
    return weight_folded + (accented_query_ || index::is_accented(token) ? weight_exact : 0);
}

void ScoringClauses::add_pairs() {
    std::unordered_map<std::uint32_t, double> weights;
    for (const word::Token& token : tokens_) {
        // Pairs are unaccented: spelled exactly, only words that occur so may stand in one.
        if (word::is_running(token) && (!exact_ || words_.has(token.term)))
            weights[token.position] = weight_of(token);
    }
    for (const word::Pair& pair : word::neighbour_pairs(tokens_)) {
        const auto first = weights.find(pair.position);
        const auto second = weights.find(pair.position + 1);
        if (first == weights.end() || second == weights.end()) continue;
        const std::size_t blank = pair.term.find(' ');
        const double both = first->second + second->second;
        add_pair({pair.term.substr(0, blank), pair.term.substr(blank + 1)}, weight_pair * both / 2,
                 {"hai chữ liền nhau", "neighbours"});
    }
}

void ScoringClauses::add_pair(const std::vector<std::string>& pair, double weight,
                              const Message& what) {
    const double passages =
        words_.passages_with_pair(words_.spellings(pair[0]), words_.spellings(pair[1]));
    if (passages == 0) return;
    const std::string spelled = ": " + pair[0] + ' ' + pair[1];
    clauses_.push_back({.kind = ScoringClause::Kind::pair,
                        .terms = pair,
                        .weight = weight,
                        .frequency = passages,
                        .what = {what.vi + spelled, what.en + spelled}});
}

bool ScoringClauses::is_short_form(const word::Token& compound) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const word::Token& other) {
        return other.kind == word::Token::Kind::short_form && other.begin == compound.begin &&
               other.end == compound.end;
    });
}

void ScoringClauses::add_compounds() {
    for (const word::Token& token : tokens_) {
        if (token.kind == word::Token::Kind::citation) add_citation(token);
        if (token.kind == word::Token::Kind::figure) add_figure(token);
        if (token.kind != word::Token::Kind::compound || !is_short_form(token)) continue;
        const std::string term = schema::make_term(schema::prefix_compound, token.term);
        if (words_.has(term)) add({term}, weight_compound, {"viết tắt của", "short for"});
        if (!exact_) {
            add(words_.in_context({token.term}), weight_compound,
                {"viết tắt của, trong tiêu đề", "short for, in headings"});
        }
    }
}

/// A citation scores, since its spellings have few words in common; each of its names has a share,
/// so that the exact one comes first.
void ScoringClauses::add_citation(const word::Token& citation) {
    const auto names = std::count_if(tokens_.begin(), tokens_.end(), [&](const word::Token& other) {
        return other.kind == word::Token::Kind::citation && other.begin == citation.begin;
    });
    const double share = 1 / static_cast<double>(names);
    if (!exact_) {
        add(words_.in_context({citation.term}), weight_context * share,
            {"trong tiêu đề, tên báo cáo", "in headings or titles"});
    }
    const std::string term = schema::make_term(schema::prefix_compound, citation.term);
    if (!words_.has(term)) return;
    clauses_.push_back(
        {.kind = ScoringClause::Kind::constant,
         .terms = {term},
         .weight = weight_citation * share,
         .frequency = words_.frequency({term}),
         .what = {"số văn bản, ngày tháng: " + citation.term, "paper or date: " + citation.term}});
}

void ScoringClauses::add_figure(const word::Token& figure) {
    const std::string term = schema::make_term(schema::prefix_compound, figure.term);
    if (!words_.has(term)) return;
    clauses_.push_back({.kind = ScoringClause::Kind::constant,
                        .terms = {term},
                        .weight = weight_figure,
                        .frequency = words_.frequency({term}),
                        .what = {"số liệu: " + figure.term, "figure: " + figure.term}});
}

/// Whether the word is a number of a share: "19" alone is everywhere.
bool ScoringClauses::is_of_share(const word::Token& token) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const word::Token& figure) {
        return figure.kind == word::Token::Kind::figure && figure.span == 2 &&
               word::covers(figure, token.position);
    });
}

void ScoringClauses::add_misspellings(const std::vector<Misspelling>& misspellings) {
    for (const Misspelling& misspelling : misspellings) {
        if (!misspelling.has_other_letters) continue;
        add_pair(misspelling.pair, weight_misspelling, {"viết sai thành", "misspelt as"});
    }
}

void ScoringClauses::add_same_meanings(const std::vector<SameMeaning>& same) {
    for (const SameMeaning& one : same) add_same_meaning(one);
}

/// Each by its word, or by its pairs and its compound; and beside the neighbours of what it stands for.
void ScoringClauses::add_same_meaning(const SameMeaning& same) {
    const Message what = {"cùng nghĩa", "means the same"};
    const auto neighbour = [&](std::uint32_t position) -> const word::Token* {
        const auto found =
            std::find_if(tokens_.begin(), tokens_.end(), [&](const word::Token& token) {
                return word::is_running(token) && token.position == position;
            });
        return found == tokens_.end() ? nullptr : &*found;
    };
    const word::Token* const before = same.position == 0 ? nullptr : neighbour(same.position - 1);
    const word::Token* const behind = neighbour(same.position + same.span);
    for (const Sequence& other : same.others) {
        std::vector<std::string> words;
        for (const Sequence::Word& word : other.words) words.push_back(unaccented(word.text));
        if (words.size() == 1) add({other.words.front().text}, weight_synonym, what);
        for (std::size_t i = 1; i < words.size(); ++i)
            add_pair({words[i - 1], words[i]}, weight_synonym, what);
        const std::string compound = schema::make_term(schema::prefix_compound, text_of(other));
        if (words.size() > 1 && words_.has(compound)) add({compound}, weight_synonym, what);
        const double weight = weight_pair * weight_synonym;
        if (before != nullptr) add_pair({before->unaccented, words.front()}, weight, what);
        if (behind != nullptr) add_pair({words.back(), behind->unaccented}, weight, what);
    }
}

}  // namespace commsearch::plan
