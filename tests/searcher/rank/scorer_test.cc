#include "searcher/rank/scorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searcher/model/ranking.h"
#include "tests/searcher/match/random_index.h"

namespace commsearch::rank {
namespace {

using Kind = plan::ScoringClause::Kind;

const index::IndexReader& opened() {
    static const index::IndexReader index(match::random_index().index().folder());
    return index;
}

plan::ScoringClause clause(Kind kind, std::vector<std::string> terms, double weight = 1) {
    plan::ScoringClause made;
    made.kind = kind;
    made.terms = std::move(terms);
    made.weight = weight;
    const index::Vocabulary words = opened().words();
    made.frequency = kind == Kind::pair
                         ? words.passages_with_pair(words.spellings(made.terms.at(0)),
                                                    words.spellings(made.terms.at(1)))
                         : words.frequency(made.terms);
    return made;
}

// --- a score by looking at every word: BM25 as docs/ranking.md has it
// ------------------------------

std::size_t times(const word::Tokens& tokens, const std::string& term) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [&](const word::Token& token) {
            return token.kind != word::Token::Kind::expansion &&
                   (word::is_multiword(token) ? std::string(schema::prefix_compound) + token.term
                                              : token.term) == term;
        }));
}

std::size_t times(const match::WrittenPassage& passage, const plan::ScoringClause& clause) {
    if (clause.kind == Kind::pair) {
        const std::string letters = clause.terms[0] + ' ' + clause.terms[1];
        const std::vector<word::Pair> pairs = word::neighbour_pairs(passage.tokens);
        return static_cast<std::size_t>(
            std::count_if(pairs.begin(), pairs.end(),
                          [&](const word::Pair& pair) { return pair.term == letters; }));
    }
    std::size_t sum = 0;
    for (const std::string& term : clause.terms) {
        sum += term.starts_with(schema::prefix_context)
                   ? times(passage.title, term.substr(schema::prefix_context.size()))
                   : times(passage.tokens, term);
    }
    return sum;
}

double passages_with(const plan::ScoringClause& one) {
    const std::vector<match::WrittenPassage>& all = match::random_index().passages();
    return static_cast<double>(std::count_if(
        all.begin(), all.end(),
        [&](const match::WrittenPassage& passage) { return times(passage, one) > 0; }));
}

double naive_idf(const plan::ScoringClause& one) {
    const double all = opened().columns().passages();
    double lacking = 1;
    for (const std::string& term : one.terms)
        lacking *= 1 - passages_with(clause(Kind::terms, {term})) / all;
    const double frequency = all * (1 - lacking);
    const double odds = (all - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

/// idf of what that many documents hold, which weighs what is seldom even more.
double naive_smooth_idf(double frequency) {
    const double all = opened().columns().passages();
    return std::max(std::log(1 + (all - frequency + 0.5) / (frequency + 0.5)), min_idf);
}

double naive_share(const match::WrittenPassage& passage, const plan::ScoringClause& one,
                   double idf) {
    const auto count = static_cast<double>(times(passage, one));
    const double smooth = naive_smooth_idf(one.frequency);
    const double weight = one.weight * std::sqrt(smooth);
    if (one.kind == Kind::constant) return count > 0 ? weight * smooth : 0;
    const double length =
        opened().columns().length(passage.document) / opened().columns().mean_length();
    const double norm = bm25_k1 * (1 - bm25_b + bm25_b * std::max(length, bm25_min_length));
    return weight * idf * (bm25_k1 + 1) * count / (norm + count);
}

/// Clauses without pairs, whose idf counts spellings of each: their values are told by
/// PairsScoreWhereTheyStand.
std::vector<plan::ScoringClause> random_clauses(std::mt19937& random) {
    const std::vector<std::string> terms = {"lúa", "lua",  "nông", "thôn", "mới",
                                            "thu", "ntm",  "hộ",   "kỹ",   "98,5",
                                            "xã",  "qqqq", "Hlúa", "Hbò",  "Unông thôn mới"};
    std::vector<plan::ScoringClause> clauses;
    for (std::size_t i = 1 + random() % 4; i > 0; --i) {
        std::vector<std::string> some;
        std::sample(terms.begin(), terms.end(), std::back_inserter(some), 1 + random() % 3, random);
        const bool is_constant = random() % 5 == 0;
        if (is_constant) some.resize(1);
        clauses.push_back(clause(is_constant ? Kind::constant : Kind::terms, some,
                                 0.5 + static_cast<double>(random() % 10)));
    }
    return clauses;
}

TEST(Scorer, IsBm25OfEachClause) {
    std::mt19937 random(51);
    for (int round = 0; round < 150; ++round) {
        std::vector<plan::ScoringClause> clauses = random_clauses(random);
        // A pair of unknown words scores nothing, but makes words be read in place of postings.
        if (random() % 2 == 0) clauses.push_back(clause(Kind::pair, {"qqqq", "zzzz"}));
        std::vector<double> idfs;
        for (const plan::ScoringClause& one : clauses) idfs.push_back(naive_idf(one));
        Scorer scorer(opened(), clauses);
        for (const match::WrittenPassage& passage : match::random_index().passages()) {
            double expected = 0;
            for (std::size_t i = 0; i < clauses.size(); ++i)
                expected += naive_share(passage, clauses[i], idfs[i]);
            const double score = scorer.score(passage.document);
            ASSERT_NEAR(score, expected, 1e-9) << "round " << round << ", " << passage.document;
        }
    }
}

TEST(Scorer, SharesSumToTheScore) {
    std::mt19937 random(52);
    for (int round = 0; round < 100; ++round) {
        std::vector<plan::ScoringClause> clauses = random_clauses(random);
        clauses.push_back(clause(Kind::pair, {"nong", "thon"}, 2));
        Scorer scorer(opened(), clauses);
        for (const match::WrittenPassage& passage : match::random_index().passages()) {
            const double score = scorer.score(passage.document);
            const std::vector<double> shares = scorer.shares();
            ASSERT_EQ(shares.size(), clauses.size());
            EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), score, 1e-9);
            for (std::size_t i = 0; i < clauses.size(); ++i)
                EXPECT_EQ(shares[i] > 0, times(passage, clauses[i]) > 0) << i;
        }
    }
}

TEST(Scorer, APairScoresWhereItsWordsStandTogether) {
    for (const std::vector<std::string>& pair : std::vector<std::vector<std::string>>{
             {"nong", "thon"}, {"thon", "moi"}, {"lua", "lua"}, {"uy", "ban"}}) {
        const std::vector<plan::ScoringClause> clauses = {clause(Kind::pair, pair)};
        Scorer scorer(opened(), clauses);
        std::size_t found = 0;
        for (const match::WrittenPassage& passage : match::random_index().passages()) {
            const bool stands = times(passage, clauses[0]) > 0;
            EXPECT_EQ(scorer.score(passage.document) > 0, stands) << passage.document;
            found += stands ? 1 : 0;
        }
        EXPECT_GT(found, 0U) << pair[0] << ' ' << pair[1];
    }
}

TEST(Scorer, MoreOccurrencesScoreMoreAtTheSameLength) {
    const std::vector<plan::ScoringClause> clauses = {clause(Kind::terms, {"lúa", "thu"})};
    Scorer scorer(opened(), clauses);
    struct Scored {
        std::uint32_t length;
        std::size_t times;
        double score;
    };
    std::vector<Scored> scored;
    for (const match::WrittenPassage& passage : match::random_index().passages()) {
        scored.push_back({opened().columns().length(passage.document), times(passage, clauses[0]),
                          scorer.score(passage.document)});
    }
    std::size_t compared = 0;
    for (const Scored& a : scored) {
        for (const Scored& b : scored) {
            if (a.length > b.length || a.times <= b.times) continue;
            EXPECT_GT(a.score, b.score);
            ++compared;
        }
    }
    EXPECT_GT(compared, 100U);
}

TEST(Scorer, ACopyScoresTheSame) {
    const std::vector<plan::ScoringClause> clauses = {
        clause(Kind::terms, {"lúa"}), clause(Kind::pair, {"uy", "ban"}),
        clause(Kind::terms, {"Hlúa", "Unông thôn mới"})};
    Scorer scorer(opened(), clauses);
    Scorer copy = scorer;
    for (const match::WrittenPassage& passage : match::random_index().passages())
        EXPECT_EQ(scorer.score(passage.document), copy.score(passage.document));
}

}  // namespace
}  // namespace commsearch::rank
