#pragma once

#include <xapian.h>

#include "analyzers/analyzer.h"
#include "searcher/matches.h"
#include "searcher/open_index.h"
#include "searcher/passage_texts.h"
#include "searcher/query_builder.h"

namespace commsearch {

/// Lets through the passages whose text holds every phrase word for word and every nearness: the
/// index knows only pairs of neighbours. Throws TimeLimit when the deadline passes. Texts that the
/// selection does not want are not read.
class TextDecider : public Xapian::MatchDecider {
public:
    /// All of them must live longer.
    TextDecider(const OpenIndex& index, Analyzer& analyzer, const BuiltQuery& built,
                const Scope& scope)
        : index_(index),
          texts_(index.database, index.topics, analyzer),
          built_(built),
          scope_(scope) {}

    bool operator()(const Xapian::Document& document) const override;

private:
    const OpenIndex& index_;
    mutable PassageTexts texts_;  // keeps the report read last
    const BuiltQuery& built_;
    const Scope& scope_;
};

}  // namespace commsearch
