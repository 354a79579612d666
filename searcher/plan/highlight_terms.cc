#include "searcher/plan/highlight_terms.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "analyzers/syllable/syllable.h"
#include "indexer/schema/schema.h"
#include "searcher/plan/required_clauses.h"

namespace commsearch::plan {
namespace {

/// Whether a paper or day is cited by it and other words: alone "nghị" of "Nghị quyết 16" and the
/// "trung ương" of 05-CT/TW mean something else. "93,6" of 93,6 % may stand in a table.
bool is_part_of_citation(const word::Tokens& tokens, const word::Token& token) {
    if (word::is_name(token.kind)) return false;
    const bool has_fraction = token.term.find(',') != std::string::npos;
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& citation) {
        return word::is_name(citation.kind) && word::covers(citation, token.position) &&
               !(citation.kind == word::Token::Kind::figure && has_fraction);
    });
}

/// Whether it is less than the most of a longer compound that the index has: "ủy ban" of "ủy ban
/// mặt trận tổ quốc" is in UBND too, "mặt trận tổ quốc" tells the same.
bool is_small_part(const index::Vocabulary& words, const word::Tokens& tokens,
                   const word::Token& token) {
    if (token.kind != word::Token::Kind::compound) return false;
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& longer) {
        return longer.kind == word::Token::Kind::compound && longer.span >= 2 * token.span &&
               word::covers(longer, token.position) &&
               words.has(schema::make_term(schema::prefix_compound, longer.term));
    });
}

bool is_inside_compound(const word::Tokens& tokens, const word::Token& token) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& compound) {
        return word::is_multiword(compound) && compound.span > 1 &&
               word::covers(compound, token.position);
    });
}

bool is_figure(const word::Token& token) { return token.kind == word::Token::Kind::number; }

/// "tháng 2", "quý 4", "4 sao": alone it is anything.
bool is_small_number(const word::Token& token) {
    return is_figure(token) && token.term.size() <= 2;
}

/// A word that a number behind it makes a name of: "tháng 12", "quý 4", "số 61".
bool takes_number(const word::Token& token) {
    constexpr std::string_view words[] = {"thang", "quy", "nam", "ngay", "so"};
    return std::find(std::begin(words), std::end(words), token.unaccented) != std::end(words);
}

}  // namespace

void HighlightBuilder::add(const word::Token& token, bool exact) {
    if (token.kind == word::Token::Kind::expansion) return;
    if (word::is_multiword(token)) {
        highlights_.compounds.insert(token.term);
    } else if (!exact && (!index::is_accented(token) || !words_.has(token.term))) {
        // Other spellings are shown as hits only where the one typed does not occur at all.
        highlights_.unaccented.insert(token.unaccented);
    } else {
        highlights_.terms.insert(token.term);
    }
    const std::string variant = syllable::i_y_variant(token.term);
    if (!exact && index::is_accented(token) && !variant.empty()) highlights_.terms.insert(variant);
}

/// The two where they stand side by side.
void HighlightBuilder::add_pair(const word::Token& first, const word::Token& second, bool exact) {
    if (first.kind == word::Token::Kind::expansion || second.kind == word::Token::Kind::expansion)
        return;
    Sequence pair = sequence_of({first, second}, exact);
    const auto is_it = [&](const Sequence& other) { return other == pair; };
    if (std::none_of(highlights_.phrases.begin(), highlights_.phrases.end(), is_it))
        highlights_.phrases.push_back(std::move(pair));
}

void HighlightBuilder::add_running(const word::Tokens& running, std::size_t at,
                                   const BoundWords& bound, bool exact) {
    const word::Token& token = running[at];
    const auto follows = [&](std::size_t second) {
        return second > 0 && second < running.size() &&
               running[second - 1].position + 1 == running[second].position;
    };
    bool is_alone = true;
    for (const std::size_t second : {at, at + 1}) {
        if (!follows(second)) continue;
        const word::Token& first = running[second - 1];
        const word::Token& other = second == at ? first : running[second];
        const bool is_named = takes_number(first) && is_figure(running[second]);
        const bool is_counted = is_named || (is_small_number(token) && bound.is_content(other));
        if (!is_counted && !bound.binds(first.position)) continue;
        add_pair(first, running[second], exact);
        is_alone = false;
    }
    if (is_alone) add(token, exact);
}

/// All of it, words of grammar too, where it stands as it was typed: "Lưu Như Chương".
void HighlightBuilder::add_whole(const word::Tokens& running, bool exact) {
    const bool is_typed = std::none_of(
        running.begin(), running.end(),
        [](const word::Token& token) { return token.kind == word::Token::Kind::expansion; });
    const bool is_one_run =
        running.size() > 2 &&
        running.back().position - running.front().position + 1 == running.size();
    if (is_typed && is_one_run) highlights_.phrases.push_back(sequence_of(running, exact));
}

void HighlightBuilder::add_words(const word::Tokens& tokens, const BoundWords& bound, bool exact,
                                 bool any_word) {
    word::Tokens running;
    for (const word::Token& token : tokens) {
        if (is_part_of_citation(tokens, token) || is_small_part(words_, tokens, token)) continue;
        if (word::is_running(token)) {
            running.push_back(token);
        } else {
            add(token, exact);
        }
    }
    add_whole(running, exact);
    for (std::size_t at = 0; at < running.size(); ++at) {
        if (bound.is_content(running[at]) && (any_word || !is_inside_compound(tokens, running[at])))
            add_running(running, at, bound, exact);
    }
}

void HighlightBuilder::add_phrase(const word::Tokens& tokens, const Sequence& sequence,
                                  bool exact) {
    if (sequence.words.size() > 1) {
        highlights_.phrases.push_back(sequence);
        return;
    }
    for (const word::Token& token : tokens) add(token, exact);
}

void HighlightBuilder::add_misspellings(const std::vector<Misspelling>& misspellings) {
    for (const Misspelling& misspelling : misspellings) {
        highlights_.phrases.push_back(misspelling.written);
    }
}

void HighlightBuilder::add_same_meanings(const std::vector<SameMeaning>& same) {
    for (const SameMeaning& one : same) {
        for (const Sequence& other : one.others) {
            if (other.words.size() > 1) {
                highlights_.phrases.push_back(other);
                continue;
            }
            highlights_.terms.insert(other.words.front().text);
            if (!other.words.front().twin.empty())
                highlights_.terms.insert(other.words.front().twin);
        }
        highlights_.otherwise.insert(highlights_.otherwise.end(), one.otherwise.begin(),
                                     one.otherwise.end());
    }
}

void HighlightBuilder::add_figures(const std::vector<std::string>& names,
                                   const std::vector<Sequence>& phrases) {
    highlights_.compounds.insert(names.begin(), names.end());
    highlights_.phrases.insert(highlights_.phrases.end(), phrases.begin(), phrases.end());
}

}  // namespace commsearch::plan
