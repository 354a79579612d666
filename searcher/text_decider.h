#pragma once

#include <xapian.h>

#include <optional>

#include "analyzers/analyzer.h"
#include "searcher/open_index.h"
#include "searcher/passage_reader.h"
#include "searcher/query_builder.h"
#include "searcher/selection.h"

namespace commsearch {

/// Lets through the passages whose text holds every phrase word for word and every nearness: the
/// index knows only pairs of neighbours. Texts that the selection does not want are not read.
class TextDecider : public Xapian::MatchDecider {
public:
    /// All of them must live longer.
    TextDecider(const OpenIndex& index, Analyzer& analyzer, const BuiltQuery& built,
                const Selection* selection)
        : index_(index), analyzer_(analyzer), built_(built), selection_(selection) {}

    bool operator()(const Xapian::Document& document) const override;

private:
    const OpenIndex& index_;
    Analyzer& analyzer_;
    const BuiltQuery& built_;
    const Selection* selection_;        ///< none: all are wanted
    mutable Xapian::docid report_ = 0;  // passages of one report come one after the other
    mutable ReportRecord record_;
    mutable std::optional<PassageReader> reader_;
};

}  // namespace commsearch
