#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace commsearch {

// Every number that decides what is found and in which order; rank/score.h says how a score is
// composed of them. Bounds of time and memory stand where they are kept. Gains are in nDCG@10, the
// mean of the judged sets of docs/ranking.md where none is named; a number without one was not
// measured alone.

// --- BM25 ----------------------------------------------------------------------------------------

inline constexpr double bm25_k1 = 0.4;  ///< with b +.003 over 0.5 and 0.5
inline constexpr double bm25_b = 0.7;   ///< +.0017 over 0.6, with the lengths of passages alone
inline constexpr double bm25_min_length = 0.2;  ///< of the mean: a passage shorter counts as that
inline constexpr double idf_power = 0.5;        ///< beside the idf of BM25; from the prototype
inline constexpr double min_idf = 0.01;         ///< of what stands in nearly every document

// --- Weights of the scoring clauses --------------------------------------------------------------

inline constexpr double weight_folded = 1;   ///< a word in any spelling of its letters: the unit
inline constexpr double weight_exact = 0.4;  ///< the same, as typed; with pairs +.006 over 0.8
/// Between the two: the letters as typed with any tone (thôn, thốn, not thơn), so that accents are
/// graded. 0 in the mean; 0.2 is worse by .001.
inline constexpr double weight_same_letters = 0.1;
inline constexpr double weight_variant = 0.3;  ///< twin where i and y vary freely: kỹ / kĩ
/// A pair, of the mean weight of their words: 0.7 as typed. That of the words rather than
/// one weight for all: +.007 on uit_reg without accents.
inline constexpr double weight_pair = 0.5;
inline constexpr double weight_compound = 0.4;  ///< a compound asked for by its short form
inline constexpr double weight_citation = 1.5;  ///< a paper or date, shared by its names
inline constexpr double weight_figure = 1;      ///< a share or percentage as a whole; not tuned
/// A figure is told of a word that begins at most so many words before or behind it: the length of a
/// clause of a report. A choice, not measured.
inline constexpr std::uint32_t figure_reach = 14;
inline constexpr double weight_context = 0.3;      ///< headings, title, places; +.002 over 0.2
inline constexpr double weight_misspelling = 0.2;  ///< a pair as documents misspell it; not tuned
/// A word that means the same as one typed, which weighs 1.5 with its marks: the text's own words
/// come first. A choice, not measured: no judged query is answered by a synonym alone.
inline constexpr double weight_synonym = 0.6;
inline constexpr double weight_function_word = 0.19;  ///< factor for words like "của"
/// The name of who signed the paper, less than a word of the text: who asks for a person first wants
/// what is written of him. A choice, not measured: no judged query names a signer.
inline constexpr double weight_signer = 0.2;

/// Marks carry meaning where this share of a query's syllables has them; else they were left out.
inline constexpr double mostly_accented = 0.55;

// --- The passage and its document ----------------------------------------------------------------

/// A passage of results answers a question, one of plans a question for plans: factor for the right
/// kind. Chosen on the 30 needs alone (as typed .847 -> .866): weak evidence.
inline constexpr double plan_or_result_bonus = 1.3;
/// Pairs (unaccented) that ask for plans.
inline constexpr std::array<std::string_view, 7> plan_pairs = {
    "nhiem vu", "phuong huong", "ke hoach", "phan dau", "giai phap", "chi tieu", "thang toi"};

/// Of the reports that a time asked for lets in, those of that very period, and those that end with
/// it ("9 tháng" for quý III): factors. Chosen on the questions with a time among the 140 of clerks.
inline constexpr double same_period_bonus = 1.6;
inline constexpr double same_end_bonus = 1.3;

/// Papers of the commune named, before those of communes it took over or that took it over, and of a
/// commune that may be meant ("tân lập", which is a common word too): a factor. A choice.
inline constexpr double same_commune_bonus = 1.5;

/// A passage that tells of its paper (SectionRow::is_frame) answers nothing but a question for the
/// paper. A choice, not tuned: below those that say as much of the matter.
inline constexpr double frame_factor = 0.5;

/// A heading of so many words at most (its mark left out, its compounds counted) names what stands below and
/// answers as the text does ("Chè Shan tuyết:"); a longer one is a sentence on the whole part. With no
/// bound the needs lose .04.
inline constexpr std::size_t short_heading = 8;

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
/// Those that do hold every word score so much more then. +.008 on alqac25; 1.25 and 1.5
/// are worse.
inline constexpr double all_words_factor = 1.1;
/// The same where a figure is compared with: elsewhere such a figure is told of something else ("chè
/// trên 1.000 ha": 1.460 ha rừng). A choice, not measured.
inline constexpr double told_figure_factor = 2;
/// A passage comes near when the optional clauses that it holds have this share of the query's idf
/// sum. Nothing lost with 0.2; with 0.25 .001 on all three sets.
inline constexpr double min_should_match = 0.2;
/// Only the heaviest optional clauses with this share of the idf sum are looked for; what is left
/// out is in most passages. Nothing lost with 0.9; with 0.8 (and 0.15 above) .001 on uit_reg.
inline constexpr double idf_coverage = 0.9;
/// In a large index so many passages come near at most, those with the highest idf sum; the judged
/// sets are smaller.
inline constexpr std::size_t max_near = 20'000;
/// Of those, a passage has to score this share of the best one to count as a match.
inline constexpr double min_share_of_best = 0.35;
/// … and, of a question that it does not hold whole, this share of the mass (plan/near_evidence.h):
/// the root of each word's idf. Of 30 questions that no paper of corpus/ answers 5 find more than ten
/// passages then, without it 26. uit_reg .9272 -> .9235, the other judged sets as before; with 0.35 a
/// question about an airport finds "long".
inline constexpr double near_mass = 0.39;
/// A word counts so much where it does not stand beside a neighbour of the question …
inline constexpr double near_apart = 0.6;
/// … and so much in other marks.
inline constexpr double near_other_marks = 0.5;
/// Two neighbours that are one word are enough where they have this share of the mass.
inline constexpr double near_bound_pair = 0.3;
/// Of a longer question (content words) much is talk: with n times the words the shares are n*n
/// times smaller. Without that the judged sets lose .02.
inline constexpr double near_question_words = 6;

// --- Words of the query that belong together -----------------------------------------------------

/// Two neighbours are one word from this normalised pointwise mutual information on (1: neither
/// stands without the other). Of the pairs of the clerks' questions it tells "bao tiêu" .43, "kết nạp"
/// .63, "đê bao" .79 from "tháng 2" .07, "giao quân" .39, "quyết việc" .39.
inline constexpr double bound_association = 0.4;
/// Unless one of them belongs so much more to its other neighbour: "thu (.72) ngân (.87) sách".
inline constexpr double bound_margin = 0.1;

// --- Misspellings of documents that a query finds too
// --------------------------------------------- Each number with its evidence: docs/ranking.md.

/// Of longer queries no match hangs on one word.
inline constexpr std::size_t misspelling_max_words = 6;
inline constexpr std::size_t max_misspellings = 10;  ///< the likeliest
/// A pair is misspelt where it is so much rarer than the pair asked for; else it is another one.
inline constexpr double misspelling_max_share_of_pair = 0.35;
/// The same for the word. One that sounds alike is often a word of its own ("nghỉ"): it may be as
/// frequent, but not more so, else the query is what is misspelt.
inline constexpr double misspelling_max_share_of_word = 0.05;
inline constexpr double misspelling_max_share_by_ear = 1;

// --- Suggestions ("did you mean")
// -----------------------------------------------------------------

/// Minus the logarithm of how often a syllable of a query with few hits is typed wrong: one in ten.
inline constexpr double suggestion_cost_of_an_error = 2.3;
/// A suggestion has to be so much likelier (logarithm) than the query, and so much more for each
/// e-fold of its syllables: the more there are, the more of them have likelier neighbours by
/// accident.
inline constexpr double suggestion_margin = 0.6;
inline constexpr double suggestion_margin_for_length = 2;
/// With more changes the query is not misspelt, but lacks half of its marks or is of another kind.
inline constexpr std::ptrdiff_t suggestion_max_changes = 2;
/// Documents have errors too, and who errs by ear does so again: so many of the passages with a
/// pair may hold it misspelt in one way.
inline constexpr double suggestion_own_errors = 0.1;
/// A word is in doubt beside a neighbour where fewer passages hold the pair …
inline constexpr double suggestion_few_pairs = 5;
/// … or where this share of the passages with its letters has other marks.
inline constexpr double suggestion_few_share = 0.05;
/// A syllable takes the place of another where so many passages hold it beside its neighbour.
inline constexpr double suggestion_enough_pairs = 2;
/// Smoothing: passages by which a word's own frequency counts beside that of its pairs; a frequent
/// word meets new neighbours in so many of its passages; a word that is nowhere counts so often.
inline constexpr double suggestion_backoff_passages = 10;
inline constexpr double suggestion_new_pairs = 0.05;
inline constexpr double suggestion_unseen = 0.5;
/// Different words of a passage (of 60-180): turns frequencies of passages into those of words.
inline constexpr double suggestion_words_per_passage = 80;
/// A word without marks means itself where this share of the query's words has marks, or any of a
/// query so short.
inline constexpr double suggestion_mostly_accented = 0.6;
inline constexpr double suggestion_short_query = 4;

}  // namespace commsearch
