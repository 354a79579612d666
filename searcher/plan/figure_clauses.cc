#include "searcher/plan/figure_clauses.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "analyzers/citation/figures.h"
#include "analyzers/syllable/function_words.h"
#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/required_clauses.h"

namespace commsearch::plan {
namespace {

bool is_covered(const Comparison& comparison, const word::Token& token) {
    return token.position >= comparison.position && token.position < comparison.end;
}

Sequence::Word one_of(std::vector<std::string> numbers) {
    std::sort(numbers.begin(), numbers.end());
    Sequence::Word word{numbers.front(), true, "", false, {}};
    word.others = std::move(numbers);
    return word;
}

class FigureBuilder {
public:
    FigureBuilder(const index::Vocabulary& words, const word::Tokens& tokens,
                  const Comparison& comparison)
        : words_(words), tokens_(tokens), comparison_(comparison) {}

    std::optional<FigureClauses> build() {
        if (comparison_.is_percent || (comparison_.unit.empty() && comparison_.is_signed))
            add_percentages();
        if (!comparison_.unit.empty()) add_numbers_with_unit();
        if (!comparison_.is_percent && comparison_.unit.empty() && !comparison_.is_signed)
            return std::nullopt;
        add_as_written();
        std::vector<Condition> told = std::move(as_written_);
        std::vector<Condition> there = told;
        if (Condition border = border_with_unit(); !border.empty())
            there.push_back(std::move(border));
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            there.push_back(present_[i]);
            told.push_back(all_of({present_[i], beside_words(figures_[i])}));
        }
        found_.told = told.empty() ? nothing() : any_of(std::move(told));
        found_.there = there.empty() ? nothing() : any_of(std::move(there));
        if (!numbers_.empty()) add_score();
        return std::move(found_);
    }

private:
    void add_percentages() {
        std::vector<std::string> numbers;
        std::vector<Condition> ways;
        for (const std::string& name : words_.percentages()) {
            const std::string number = name.substr(0, name.size() - citation::percent_sign.size());
            if (!comparison_.holds(value_of_number(number))) continue;
            numbers.push_back(number);
            found_.names.push_back(name);
            numbers_.push_back(schema::make_term(schema::prefix_compound, name));
            ways.emplace_back(numbers_.back());
        }
        if (numbers.empty()) return;
        add(Sequence{{one_of(std::move(numbers))}}, any_of(std::move(ways)));
    }

    void add_numbers_with_unit() {
        for (const Unit& unit : units_like(comparison_.unit)) {
            std::vector<std::string> numbers =
                words_.numbers_before(unit.word, [&](std::string_view number) {
                    return comparison_.holds(value_of_number(number) * unit.factor);
                });
            if (numbers.empty()) continue;
            numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
            Sequence figure{{one_of(std::move(numbers)), {unit.word, true, "", false, {}}}};
            found_.phrases.push_back(figure);
            std::vector<Condition> held{Condition(unit.word), Condition(Nearness{{figure}, 0})};
            add(std::move(figure), all_of(std::move(held)));
        }
    }

    void add(Sequence figure, Condition present) {
        figures_.push_back(std::move(figure));
        present_.push_back(std::move(present));
    }

    /// "dưới 5 tuổi", "trên 98%".
    void add_as_written() {
        word::Tokens written;
        std::copy_if(tokens_.begin(), tokens_.end(), std::back_inserter(written),
                     [&](const word::Token& token) { return is_covered(comparison_, token); });
        Sequence sequence = sequence_of(written, false);
        if (sequence.words.size() < 2) return;
        std::vector<Condition> all{RequiredClauses(words_, written, false, {}).phrase(),
                                   Condition(Nearness{{sequence}, 0})};
        for (const word::Token& token : written) {
            if (token.kind == word::Token::Kind::figure)
                all.emplace_back(schema::make_term(schema::prefix_compound, token.term));
        }
        as_written_.push_back(all_of(std::move(all)));
        if (Condition above = all_above(written); !above.empty())
            as_written_.push_back(std::move(above));
        found_.phrases.push_back(std::move(sequence));
    }

    /// The number compared with and its unit: who writes "trẻ em <5 tuổi" says "dưới 5 tuổi" too.
    [[nodiscard]] Condition border_with_unit() const {
        word::Tokens border;
        for (const word::Token& token : tokens_) {
            if (!word::is_running(token) || !is_covered(comparison_, token)) continue;
            if (token.kind == word::Token::Kind::number) border = {token};
            if (!border.empty() && token.term == comparison_.unit) border.push_back(token);
        }
        if (border.size() != 2) return {};
        return all_of({RequiredClauses(words_, border, false, {}).phrase(),
                       Condition(Nearness{{sequence_of(border, false)}, 0})});
    }

    /// The word that a figure is told of: the last before the comparison, else the first behind.
    [[nodiscard]] const word::Token* told_of() const {
        const word::Token* before = nullptr;
        for (const word::Token& token : tokens_) {
            if (!word::is_running(token) || is_covered(comparison_, token) ||
                token.kind == word::Token::Kind::number || syllable::is_function_word(token.term))
                continue;
            if (token.position < comparison_.position) before = &token;
            if (token.position >= comparison_.end) return before == nullptr ? &token : before;
        }
        return before;
    }

    /// The running words of the longest compound that holds the word, or it alone.
    [[nodiscard]] word::Tokens whole_of(const word::Token& word) const {
        const word::Token* compound = &word;
        for (const word::Token& token : tokens_) {
            if (token.kind == word::Token::Kind::compound && token.span > compound->span &&
                word::covers(token, word.position))
                compound = &token;
        }
        word::Tokens whole;
        std::copy_if(tokens_.begin(), tokens_.end(), std::back_inserter(whole),
                     [&](const word::Token& token) {
                         return word::is_running(token) && word::covers(*compound, token.position);
                     });
        return whole;
    }

    /// Stands near that word in the text, or below a heading that holds it.
    [[nodiscard]] Condition beside_words(const Sequence& figure) const {
        const word::Token* const word = told_of();
        if (word == nullptr) return everything();
        const word::Tokens told = whole_of(*word);
        std::vector<Condition> ways{
            Condition(Nearness{{figure, sequence_of(told, false)}, figure_reach})};
        if (Condition above = all_above(told); !above.empty()) ways.push_back(std::move(above));
        return any_of(std::move(ways));
    }

    /// The passages below headings and a title with all running words of `tokens`; empty: none.
    [[nodiscard]] Condition all_above(const word::Tokens& tokens) const {
        std::vector<Condition> above;
        for (const word::Token& token : tokens) {
            if (!word::is_running(token)) continue;
            const std::vector<std::string> terms =
                words_.in_context(words_.same_word(token, false));
            if (terms.empty()) return {};
            above.push_back(any_of(term_conditions(terms)));
        }
        return all_of(std::move(above));
    }

    void add_score() {
        found_.frequency = words_.frequency(numbers_);
        if (numbers_.size() > most_scored_figures) numbers_.resize(most_scored_figures);
        found_.score = ScoringClause{.kind = ScoringClause::Kind::terms,
                                     .terms = std::move(numbers_),
                                     .weight = weight_figure,
                                     .frequency = found_.frequency,
                                     .what = {"số liệu được hỏi", "a figure as asked for"}};
    }

    static constexpr std::size_t most_scored_figures = 500;

    const index::Vocabulary& words_;
    const word::Tokens& tokens_;
    const Comparison& comparison_;
    FigureClauses found_;
    std::vector<std::string> numbers_;  ///< terms that score
    std::vector<Sequence> figures_;
    std::vector<Condition> present_;  ///< of each figure
    std::vector<Condition> as_written_;
};

}  // namespace

std::optional<FigureClauses> figure_clauses(const index::Vocabulary& words,
                                            const word::Tokens& tokens,
                                            const Comparison& comparison) {
    return FigureBuilder(words, tokens, comparison).build();
}

}  // namespace commsearch::plan
