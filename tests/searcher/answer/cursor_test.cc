#include "searcher/answer/cursor.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/model/request_error.h"

namespace commsearch::answer {
namespace {

const std::string generation = "gen-000007";

SearchRequest asked() {
    SearchRequest request;
    request.query = "thu ngân sách";
    request.choices = {{FacetKind::commune, {"pre2025:15079", "pre2025:02869"}}};
    request.from = 20230101;
    return request;
}

/// Code of the refusal; empty when the cursor was read.
std::string refusal(const std::string& published, const SearchRequest& request) {
    try {
        (void)read_cursor(published, request);
        return "";
    } catch (const RequestError& error) {
        return error.code();
    }
}

TEST(Cursor, APlaceComesBack) {
    for (const std::size_t place : {std::size_t{0}, std::size_t{10}, std::size_t{SIZE_MAX}}) {
        SearchRequest request = asked();
        request.cursor = make_cursor(generation, request, place);
        EXPECT_EQ(read_cursor(generation, request), place);
    }
}

TEST(Cursor, IsOfTheRequestThatItWasMadeFor) {
    using Change = std::function<void(SearchRequest&)>;
    const std::vector<Change> other_order = {
        [](SearchRequest& request) { request.query = "thu ngân"; },
        [](SearchRequest& request) { request.choices.clear(); },
        [](SearchRequest& request) { request.choices[0].kind = FacetKind::district; },
        [](SearchRequest& request) { request.choices[0].values.pop_back(); },
        [](SearchRequest& request) {
            request.choices.push_back({FacetKind::year, {"2023"}});
        },
        [](SearchRequest& request) { request.from = 0; },
        [](SearchRequest& request) { request.to = 20230101; },
        [](SearchRequest& request) { request.sort = SearchRequest::Sort::date; },
        [](SearchRequest& request) { request.exact = true; },
        [](SearchRequest& request) { request.fold_similar = false; },
    };
    for (std::size_t i = 0; i < other_order.size(); ++i) {
        SearchRequest request = asked();
        request.cursor = make_cursor(generation, request, 10);
        other_order[i](request);
        EXPECT_EQ(refusal(generation, request), "bad-cursor") << i;
    }
    // What is told of each report may change from page to page.
    const std::vector<Change> same_order = {
        [](SearchRequest& request) { request.limit = 50; },
        [](SearchRequest& request) { request.passages_per_report = 1; },
        [](SearchRequest& request) { request.excerpt_bytes = 100; },
        [](SearchRequest& request) { request.highlight = false; },
        [](SearchRequest& request) { request.neighbours = true; },
        [](SearchRequest& request) { request.facets.clear(); },
        [](SearchRequest& request) { request.explain = true; },
    };
    for (std::size_t i = 0; i < same_order.size(); ++i) {
        SearchRequest request = asked();
        request.cursor = make_cursor(generation, request, 10);
        same_order[i](request);
        EXPECT_EQ(refusal(generation, request), "") << i;
    }
}

TEST(Cursor, OfAnotherGenerationIsOutdated) {
    SearchRequest request = asked();
    request.cursor = make_cursor("gen-000006", request, 10);
    EXPECT_EQ(refusal(generation, request), "outdated-cursor");
    request.query = "another";
    EXPECT_EQ(refusal(generation, request), "outdated-cursor");
}

TEST(Cursor, WhatIsNoneIsRefused) {
    SearchRequest request = asked();
    const std::string good = make_cursor(generation, request, 10);
    const std::string key = good.substr(good.rfind('~') + 1);
    for (const std::string& cursor :
         {std::string("x"), std::string("~~"), generation, generation + "~10", good + "~",
          generation + "~~" + key, generation + "~-1~" + key, generation + "~ten~" + key,
          generation + "~10 ~" + key, generation + "~99999999999999999999~" + key,
          generation + "~10~" + key + "0", good.substr(0, good.size() - 1)}) {
        request.cursor = cursor;
        EXPECT_EQ(refusal(generation, request), "bad-cursor") << cursor;
    }
}

}  // namespace
}  // namespace commsearch::answer
