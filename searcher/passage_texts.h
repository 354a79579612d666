#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/passage_reader.h"

namespace commsearch {

/// Reads passages by their document, the last report kept: passages of one report come one after
/// the other.
class PassageTexts {
public:
    /// All of them must live longer.
    PassageTexts(const Xapian::Database& database, const std::vector<TopicEntry>& topics,
                 Analyzer& analyzer)
        : database_(database), topics_(topics), analyzer_(analyzer) {}

    /// The tokens of a passage of the report in document `report`.
    [[nodiscard]] Tokens tokens(Xapian::docid report, std::uint32_t ordinal) {
        if (report != report_) {
            record_ = decode_report(database_.get_document(report).get_data());
            reader_.emplace(record_, topics_, analyzer_);
            report_ = report;
        }
        return reader_->tokens(ordinal);
    }

private:
    const Xapian::Database& database_;
    const std::vector<TopicEntry>& topics_;
    Analyzer& analyzer_;
    Xapian::docid report_ = 0;
    ReportRecord record_;
    std::optional<PassageReader> reader_;
};

}  // namespace commsearch
