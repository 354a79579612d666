#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/model/result.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/query.h"

namespace commsearch {

/// Tells what the short forms among the hits of one passage mean, by the tokens that its excerpt is
/// made from.
class MeaningFinder {
public:
    /// `local` is what the report defines, null when nothing. All of them must live longer.
    MeaningFinder(const HitTerms& hits, const Abbreviations& dictionary, const Abbreviations* local)
        : hits_(hits), dictionary_(dictionary), local_(local) {}

    /// Takes down the short forms written in `text`, then those asked for that it spells out.
    void read(std::string_view text, const Tokens& tokens);

    /// What was found, in order, each meaning once.
    [[nodiscard]] std::vector<PassageHit::Meaning> take() { return std::move(found_); }

private:
    void add(std::string short_form, std::string long_form);

    const HitTerms& hits_;
    const Abbreviations& dictionary_;
    const Abbreviations* local_;
    std::vector<PassageHit::Meaning> found_;
};

}  // namespace commsearch
