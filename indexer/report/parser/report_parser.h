#pragma once

#include "indexer/report/places/gazetteer.h"
#include "indexer/report/report.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

struct DocumentParts;

/// Understands one report: header, number, issuer, commune, dates, periods, heading tree, passages.
/// Never throws on any text; what is not found stays empty. Boilerplate of portals, a body that
/// stands twice, the signature block and the recipients give no passages. Rules of form: NĐ
/// 30/2020/NĐ-CP, HD 36-HD/VPTW; each irregularity met in real reports is a row of the test's
/// table.
[[nodiscard]] Report parse_report(const source::RawDocument& document, const Gazetteer& gazetteer,
                                  const Taxonomy& taxonomy);
/// The same of a document that is taken apart already (take_apart).
[[nodiscard]] Report parse_report(const source::RawDocument& document, const DocumentParts& parts,
                                  const Gazetteer& gazetteer, const Taxonomy& taxonomy);

}  // namespace commsearch::report
