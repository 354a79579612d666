#include "searcher/rank/score.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

#include "indexer/schema/columns.h"
#include "searcher/model/ranking.h"

namespace commsearch::rank {
namespace {

/// A document: its report, or what several reports are pieces of (least_document_number).
using DocumentKey = std::uint64_t;

DocumentKey key_of(const match::Match& match, const schema::ReportRow& report) {
    return report.part_of == 0 ? DocumentKey{match.report} : report.part_of;
}

// Sections by PlanOrResult.
constexpr std::uint8_t past = 1;
constexpr std::uint8_t next = 2;

/// The weight that a match must have to be among the best `scored_matches`.
double least_weight(const std::vector<match::Match>& matches) {
    if (matches.size() <= scored_matches) return 0;
    std::vector<double> weights;
    weights.reserve(matches.size());
    for (const match::Match& match : matches) weights.push_back(match.weight);
    const auto last = weights.begin() + static_cast<std::ptrdiff_t>(scored_matches) - 1;
    std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
    return *last;
}

double passages_of_document(const index::Vocabulary& words, const schema::ReportRow& report) {
    if (report.part_of == 0) return std::max<double>(report.passages, 1);
    return std::max(
        words.passages(schema::make_term(schema::prefix_document, std::to_string(report.part_of))),
        1.0);
}

/// The factor of a report of the period asked for.
double period_factor(const plan::AskedPeriod& asked, const schema::ReportRow& report,
                     const schema::SectionRow& section) {
    if (asked.first == 0 || (!asked.is_planned && section.plan_or_result == next)) return 1;
    constexpr std::uint32_t year = 100;
    std::uint32_t first = asked.is_planned ? report.first_planned_month : report.first_month;
    std::uint32_t last = asked.is_planned ? report.last_planned_month : report.last_month;
    std::uint32_t asked_first = asked.first;
    std::uint32_t asked_last = asked.last;
    if (asked.is_of_any_year) {
        if (first / year != last / year) return 1;
        for (std::uint32_t* month : {&first, &last, &asked_first, &asked_last}) *month %= year;
    }
    if (last != asked_last) return 1;
    return first == asked_first ? same_period_bonus : same_end_bonus;
}

}  // namespace

double clause_weight(const index::Vocabulary& words, const plan::ScoringClause& clause) {
    using Kind = plan::ScoringClause::Kind;
    const double rarity = words.rarity(std::max(clause.frequency, clause.of_meaning));
    // How often a passage holds it, and how long it is, say nothing: the same for each.
    if (clause.kind == Kind::constant) return clause.weight * words.idf(clause.frequency) * rarity;
    const double share_without = clause.kind == Kind::pair
                                     ? 1 - clause.frequency / words.all_passages()
                                     : words.share_without(clause.terms);
    const double share = std::min(share_without, 1 - clause.of_meaning / words.all_passages());
    return clause.weight * rarity * words.bm25_idf(share) * (bm25_k1 + 1);
}

double plan_or_result_factor(const plan::QueryPlan& plan, const schema::ReportRow& report,
                             const schema::SectionRow& section) {
    // Headings of laws and procedures ("Nhiệm vụ và quyền hạn") plan nothing: only papers of a
    // commune, district or province do.
    if (report.place == 0) return 1;
    return section.plan_or_result == (plan.asks_for_plan ? next : past) ? plan_or_result_bonus : 1;
}

double frame_factor_of(const schema::SectionRow& section) {
    return section.is_frame == 0 ? 1 : frame_factor;
}

double asked_factor(const plan::QueryPlan& plan, const schema::ReportRow& report,
                    const schema::SectionRow& section) {
    const bool is_of_commune =
        std::find(plan.preferred_communes.begin(), plan.preferred_communes.end(), report.place) !=
        plan.preferred_communes.end();
    return period_factor(plan.asked_period, report, section) *
           (is_of_commune ? same_commune_bonus : 1);
}

void prefer_all_words(const plan::QueryPlan& plan, const std::vector<match::Match>& all_words,
                      std::vector<match::Match>& matches) {
    const double factor = plan.compares ? told_figure_factor : all_words_factor;
    auto at = all_words.begin();
    for (match::Match& match : matches) {
        while (at != all_words.end() && at->passage < match.passage) ++at;
        if (at != all_words.end() && at->passage == match.passage) match.weight *= factor;
    }
}

void blend_with_documents(const index::IndexReader& index, std::vector<match::Match>& matches) {
    struct Sum {
        double weight = 0;
        double passages = 0;
    };
    const double least = least_weight(matches);
    const auto report_of = [&](const match::Match& match) -> const schema::ReportRow& {
        return index.columns().report_of(index.columns().sections()[match.section]);
    };
    std::unordered_map<DocumentKey, Sum> documents;
    for (const match::Match& match : matches) {
        if (match.weight < least) continue;
        Sum& document = documents[key_of(match, report_of(match))];
        document.weight += match.weight;
        if (document.passages == 0)
            document.passages = passages_of_document(index.words(), report_of(match));
    }
    for (match::Match& match : matches) {
        double mean = 0;
        if (match.weight >= least) {
            const Sum& document = documents[key_of(match, report_of(match))];
            mean = document.weight / document.passages;
        }
        match.weight = (1 - document_share) * match.weight + document_share * mean;
    }
}

}  // namespace commsearch::rank
