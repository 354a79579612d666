#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/model/answer.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/query.h"

namespace commsearch::answer {

/// Finds out what the short forms among the hits of one passage stand for. For one thread.
class MeaningFinder {
public:
    /// `local` is what the report defines itself, null when nothing. All must outlive the finder.
    MeaningFinder(const plan::HighlightTerms& hits, const word::Abbreviations& dictionary,
                  const word::Abbreviations* local)
        : hits_(hits), dictionary_(dictionary), local_(local) {}

    /// Notes the short forms written in `text`, then those asked for that the text spells out.
    void read(std::string_view text, const word::Tokens& tokens);

    /// What was found, in order, each meaning once.
    [[nodiscard]] std::vector<PassageHit::Meaning> take() { return std::move(found_); }

private:
    void add(std::string short_form, std::string long_form);

    const plan::HighlightTerms& hits_;
    const word::Abbreviations& dictionary_;
    const word::Abbreviations* local_;
    std::vector<PassageHit::Meaning> found_;
};

}  // namespace commsearch::answer
