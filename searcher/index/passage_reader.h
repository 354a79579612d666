#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/abbreviation/definitions.h"
#include "analyzers/analyzer.h"
#include "indexer/schema/schema.h"

namespace commsearch::index {

/// Analyses the passages of one report as they were analysed for the index: with the topics of
/// their sections and the short forms that the report defines itself. For one thread.
class PassageReader {
public:
    /// All arguments must live longer. `defines`: whether the report defines short forms
    /// (ReportRow); looking for them takes as long as everything else that is done to show it.
    PassageReader(const schema::ReportRecord& record, bool defines,
                  const std::vector<schema::TopicEntry>& topics, Analyzer& analyzer)
        : record_(record), topics_(topics), analyzer_(analyzer) {
        if (defines)
            local_ = abbreviation::local_abbreviations(record.texts(), analyzer.abbreviations());
    }

    /// Tokens of the passage with that ordinal (1-based). Throws std::out_of_range when there is
    /// none.
    [[nodiscard]] word::Tokens tokens(std::uint32_t ordinal) const {
        return tokens(ordinal, record_.analysed_text(ordinal - 1));
    }

    /// Tokens of another text, analysed like that passage: its headings, its columns.
    [[nodiscard]] word::Tokens tokens(std::uint32_t ordinal, std::string_view text) const {
        const schema::ReportRecord::Passage& passage = record_.passages.at(ordinal - 1);
        const std::uint8_t topic = record_.sections.at(passage.section).topic;
        abbreviation::ReadingContext context;
        if (topic > 0 && topic <= topics_.size()) context.topic = topics_[topic - 1U].slug;
        context.local = local();
        return analyzer_.analyze(text, context);
    }

    /// What the report defines itself; null when nothing.
    [[nodiscard]] const word::Abbreviations* local() const { return local_ ? &*local_ : nullptr; }

private:
    const schema::ReportRecord& record_;
    const std::vector<schema::TopicEntry>& topics_;
    Analyzer& analyzer_;
    std::optional<word::Abbreviations> local_;
};

}  // namespace commsearch::index
