#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace commsearch {

// Every number of the ranking. A passage scores the sum of BM25 over the parts of the query, each
// times its weight here and times idf^idf_power; then its kind and its document have their say.
// Gains are in nDCG@10, the mean of the judged sets of docs/ranking.md where none is named; a
// number without one was not measured alone.

// --- BM25 ----------------------------------------------------------------------------------------

inline constexpr double bm25_k1 = 0.4;  ///< with b +.003 over 0.5 and 0.5
inline constexpr double bm25_b = 0.6;
inline constexpr double bm25_min_length = 0.2;  ///< of the mean: a passage shorter counts as that
inline constexpr double idf_power = 0.5;        ///< beside the idf of BM25; from the prototype

// --- Weights of the parts ------------------------------------------------------------------------

inline constexpr double weight_folded = 1;   ///< a word in any spelling of its letters: the unit
inline constexpr double weight_exact = 0.4;  ///< the same, as typed; with pairs +.006 over 0.8
/// Between the two: the letters as typed with any tone (thôn, thốn, not thơn), so that accents are
/// graded. 0 in the mean; 0.2 is worse by .001.
inline constexpr double weight_same_letters = 0.1;
inline constexpr double weight_variant = 0.3;  ///< twin where i and y vary freely: kỹ / kĩ
/// Two neighbours, of the mean weight of their words: 0.7 as typed. That of the words rather than
/// one weight for all: +.007 on uit_reg without accents.
inline constexpr double weight_pair = 0.5;
inline constexpr double weight_compound = 0.4;     ///< a compound asked for by its short form
inline constexpr double weight_citation = 1.5;     ///< a paper or date, shared by its names
inline constexpr double weight_context = 0.3;      ///< headings, title, places; +.002 over 0.2
inline constexpr double weight_misspelling = 0.2;  ///< a pair as documents misspell it; not tuned
inline constexpr double weight_function_word = 0.19;  ///< factor for words like "của"

/// Marks carry meaning where this share of a query's syllables has them; else they were left out.
inline constexpr double mostly_accented = 0.55;

// --- The passage and its document ----------------------------------------------------------------

/// A passage of results answers a question, one of plans a question for plans: factor for the right
/// kind. Chosen on the 30 needs alone (as typed .847 -> .866): weak evidence.
inline constexpr double horizon_bonus = 1.3;
/// Pairs (bare) that ask for plans.
inline constexpr std::array<std::string_view, 7> plan_pairs = {
    "nhiem vu", "phuong huong", "ke hoach", "phan dau", "giai phap", "chi tieu", "thang toi"};

/// What a passage takes from its document. +.043 on tthc, where 0.2 gives +.029.
inline constexpr double document_share = 0.3;
/// Matches that give and take: with 200 the mean reciprocal rank on tthc falls from .770 to .764.
inline constexpr std::size_t scored_matches = 50;

// --- How few matches add the nearest -------------------------------------------------------------

/// With fewer passages that hold every word, those that hold some of them are shown too: +.002 over
/// 10.
inline constexpr std::size_t few_passages = 30;
/// So many words without marks are found together by accident: however many passages hold them all,
/// those that hold some are shown too: +.010 on uit_reg without accents.
inline constexpr std::size_t accidental_words = 3;
/// With fewer, the query may have been typed wrong.
inline constexpr std::size_t poor_matches = 5;
/// Those that do hold every word score so much more then. +.008 on alqac25; 0.25 and 0.5
/// are worse.
inline constexpr double all_words_bonus = 0.1;
/// A passage comes near when it holds words with this share of the query's mass: the root of a
/// word's idf, less for function words. Nothing lost with 0.2; with 0.25 .001 on all three sets.
inline constexpr double near_share = 0.2;
/// Only the heaviest words with this share of the mass are looked for; what is left out is in most
/// passages. Nothing lost with 0.9; with 0.8 (and 0.15 above) .001 on uit_reg.
inline constexpr double telling_share = 0.9;
/// In a large index so many passages come near at most, those that hold the most mass; the judged
/// sets are smaller.
inline constexpr std::size_t max_near = 20'000;
/// Of those, a passage has to score this share of the best one to count as a match.
inline constexpr double min_share_of_best = 0.35;

}  // namespace commsearch
