#pragma once

#include <map>
#include <string>

#include "indexer/report/places/gazetteer.h"
#include "indexer/report/report.h"
#include "indexer/schema/schema.h"

namespace commsearch::segment {

/// Gathers the table of places of an index while reports are added, in any order. Not for two
/// threads at once.
class PlaceCollector {
public:
    /// `gazetteer` must live longer.
    explicit PlaceCollector(const report::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Counts a report of its commune and takes in the hamlets it names; or counts it of its
    /// district or province.
    void add(const report::Report& report);

    /// Hands over what was gathered, by key: communes with reports, those that they became or
    /// came from in the reform of 2025, and districts and provinces with reports of their own.
    [[nodiscard]] std::map<std::string, schema::PlaceEntry> take() { return std::move(places_); }

private:
    schema::PlaceEntry& entry(const report::Commune& commune);
    void count_region(const PlaceId& region);

    const report::Gazetteer& gazetteer_;
    std::map<std::string, schema::PlaceEntry> places_;
};

/// Adds to a place what other reports told of the same one. The same result in any order.
void merge(schema::PlaceEntry& place, const schema::PlaceEntry& other);

}  // namespace commsearch::segment
