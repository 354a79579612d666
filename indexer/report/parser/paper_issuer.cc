#include "indexer/report/parser/paper_issuer.h"

#include <optional>
#include <string>
#include <utility>

#include "indexer/report/fields/issuers.h"
#include "indexer/report/layout/title.h"
#include "indexer/report/places/issuer_reader.h"
#include "indexer/report/places/place_evidence.h"
#include "indexer/report/places/places.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Stated = source::RawDocument::Stated;

/// What tells of which epoch its places are: the date, else the end of the period.
Date place_date_of(const Report& report) {
    if (report.date.is_known()) return report.date;
    return report.period.is_known() ? report.period.last.last_day() : Date();
}

LetterheadIssuer of_kind(Issuer kind) {
    LetterheadIssuer issuer;
    issuer.kind = kind;
    issuer.name = label_of(kind);
    return issuer;
}

bool is_above_commune(const std::optional<LetterheadIssuer>& issuer) {
    return issuer && (issuer->level == Level::central || issuer->level == Level::province ||
                      issuer->level == Level::district);
}

/// The issuer that the paper's own parts name, its letterhead first.
std::optional<LetterheadIssuer> named_issuer(const DocumentParts& parts, Issuer announced,
                                             const Report& report, const Gazetteer& gazetteer) {
    const Date date = place_date_of(report);
    const Header& header = parts.header;
    auto issuer = letterhead_issuer(header.bodies, date, gazetteer);
    const bool is_letterhead = header.has_number_line || header.has_date_line;
    if (issuer && (issuer->is_known || is_letterhead)) return issuer;
    if (auto named = issuer_in_text(report.title, date, gazetteer)) return named;
    if (parts.signature.issuer != Issuer::unknown) return of_kind(parts.signature.issuer);
    if (header.number_issuer != Issuer::unknown) return of_kind(header.number_issuer);
    if (announced != Issuer::unknown) return of_kind(announced);
    for (const Line* line : parts.opening()) {
        if (begins_addressees(*line)) continue;
        if (auto named = issuer_speaking(line->text, date, gazetteer)) return named;
    }
    return std::nullopt;
}

/// The kind that the source states, by slug or in words.
Issuer stated_kind(const Stated& stated) {
    if (const Issuer kind = issuer_of_slug(stated.issuer); kind != Issuer::unknown) return kind;
    const auto named = issuer_named(words_key(stated.issuer));
    return named ? named->kind : Issuer::unknown;
}

std::optional<LetterheadIssuer> issuer_of(const Stated& stated, const DocumentParts& parts,
                                          Issuer announced, const Report& report,
                                          const Gazetteer& gazetteer) {
    const Issuer kind = stated_kind(stated);
    if (kind == Issuer::unknown) return named_issuer(parts, announced, report, gazetteer);
    if (issuer_of_slug(stated.issuer) == Issuer::unknown) {
        if (auto named = issuer_in_text(stated.issuer, place_date_of(report), gazetteer))
            return named;
    }
    return of_kind(kind);
}

/// A body of the commune level, as far as it is one by its kind.
bool is_of_commune(const LetterheadIssuer& issuer) {
    return issuer.level == Level::unknown && issuer.kind != Issuer::unit &&
           issuer.kind != Issuer::national;
}

}  // namespace

void set_issuer_and_place(const source::RawDocument& document, const DocumentParts& parts,
                          Issuer announced, const Gazetteer& gazetteer, Report& report) {
    const Stated& stated = document.stated;
    const Date date = place_date_of(report);
    std::optional<LetterheadIssuer> issuer = issuer_of(stated, parts, announced, report, gazetteer);
    const bool is_stated = !stated.commune_code.empty() || !stated.commune.empty();
    if (!stated.commune_code.empty())
        report.commune = gazetteer.by_code(epoch_of(date), stated.commune_code);
    // A school is called after a place that need not be its own: only the body above it tells.
    const bool is_school = issuer && !issuer->shows_place && !issuer->commune;
    if (report.commune.code.empty() && (is_stated || !(is_above_commune(issuer) || is_school))) {
        Located located = locate(
            place_evidence(document, parts, report.title, issuer, date, gazetteer), gazetteer);
        report.commune = std::move(located.commune);
        report.candidates = std::move(located.candidates);
    }
    if (issuer && report.commune.name.empty()) report.commune = issuer->region;
    report.successors = gazetteer.successors(report.commune);
    report.predecessors = gazetteer.predecessors(report.commune);
    if (issuer) {
        report.issuer_kind = issuer->kind;
        report.level = issuer->level;
        if (is_of_commune(*issuer) && !report.commune.name.empty()) report.level = Level::commune;
        report.issuer = full_name(*issuer, report.commune);
    }
    // A stated issuer that is written out stays as it is.
    if (!stated.issuer.empty() && issuer_of_slug(stated.issuer) == Issuer::unknown)
        report.issuer = without_blanks(stated.issuer);
}

}  // namespace commsearch::report
