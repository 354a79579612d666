#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace commsearch {

// Xapian's operators over a list of parts.

[[nodiscard]] inline Xapian::Query any_of(const std::vector<Xapian::Query>& parts) {
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

[[nodiscard]] inline Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

/// Scores its parts as one term.
[[nodiscard]] inline Xapian::Query synonyms(const std::vector<Xapian::Query>& parts) {
    if (parts.size() == 1) return parts.front();
    return {Xapian::Query::OP_SYNONYM, parts.begin(), parts.end()};
}

[[nodiscard]] inline Xapian::Query scaled(const Xapian::Query& query, double factor) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}

[[nodiscard]] inline std::vector<Xapian::Query> term_queries(
    const std::vector<std::string>& terms) {
    return {terms.begin(), terms.end()};
}

}  // namespace commsearch
