#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/gazetteer.h"
#include "indexer/schema.h"

namespace commsearch {

/// Gathers the table of places of an index while its reports are added, in any order. Not for two
/// threads at once.
class PlaceCollector {
public:
    /// `gazetteer` must live longer.
    explicit PlaceCollector(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Counts a report of the commune `key` (empty: unknown) that names these hamlets ("thôn Mỹ
    /// Yên").
    void add(const std::string& key, const std::vector<std::string>& villages);

    /// Communes with reports, those that took one over and those they took over, by key.
    [[nodiscard]] std::vector<PlaceEntry> places() const;

private:
    PlaceEntry& entry(const Commune& commune);

    const Gazetteer& gazetteer_;
    std::map<std::string, PlaceEntry> places_;
    std::map<std::string, std::map<std::string, std::string>> villages_;  ///< by place, by key
};

}  // namespace commsearch
