#include "searcher/query/query_operators.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "searcher/query/query_parser.h"

namespace commsearch::query {
namespace {

struct OperatorName {
    std::string_view name;
    QueryToken::Kind kind;
    bool vietnamese;
};

constexpr std::array<OperatorName, 8> operator_names{{
    {"AND", QueryToken::Kind::and_operator, false},
    {"OR", QueryToken::Kind::or_operator, false},
    {"NOT", QueryToken::Kind::not_operator, false},
    {"NEAR", QueryToken::Kind::near_operator, false},
    {"VÀ", QueryToken::Kind::and_operator, true},
    {"HOẶC", QueryToken::Kind::or_operator, true},
    {"KHÔNG", QueryToken::Kind::not_operator, true},
    {"GẦN", QueryToken::Kind::near_operator, true},
}};

/// The number of "/12"; beyond a thousand any number is the same to us.
std::optional<std::uint32_t> distance_of(std::string_view suffix) {
    if (suffix.size() < 2 || suffix.front() != '/') return std::nullopt;
    std::uint32_t distance = 0;
    for (const char byte : suffix.substr(1)) {
        if (byte < '0' || byte > '9') return std::nullopt;
        distance = std::min(distance * 10 + static_cast<std::uint32_t>(byte - '0'), 1000U);
    }
    return distance;
}

}  // namespace

std::optional<QueryToken> read_operator(std::string_view run) {
    for (const OperatorName& known : operator_names) {
        if (!run.starts_with(known.name)) continue;
        QueryToken token{.kind = known.kind, .text = std::string(run)};
        if (run.size() == known.name.size()) {
            token.distance = default_near_distance;
            token.vietnamese = known.vietnamese;
            return token;
        }
        const auto distance = distance_of(run.substr(known.name.size()));
        if (known.kind != QueryToken::Kind::near_operator || !distance) continue;
        token.distance = *distance;
        return token;
    }
    return std::nullopt;
}

}  // namespace commsearch::query
