#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/query_parser.h"
#include "tests/support/query_tree.h"

namespace commsearch::query {

/// A query, its tree as describe() tells it, and the codes of its notices, joined by ' '.
struct QueryReading {
    std::string typed;
    std::string tree;
    std::string notices = {};
};

/// The codes of a query's notices, joined by ' '.
inline std::string notice_codes(const ParsedQuery& query) {
    std::string codes;
    for (const Notice& notice : query.notices) codes += (codes.empty() ? "" : " ") + notice.code;
    return codes;
}

inline void expect_readings(const std::vector<QueryReading>& readings) {
    for (const QueryReading& reading : readings) {
        const ParsedQuery query = parse_query(reading.typed);
        EXPECT_EQ(describe(query), reading.tree) << reading.typed;
        EXPECT_EQ(notice_codes(query), reading.notices) << reading.typed;
    }
}

}  // namespace commsearch::query
