// What the headers Accept-Encoding and Accept ask for.

#include "searcher/server/http/accepted.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace commsearch::server {
namespace {

using Row = std::pair<std::string, bool>;

TEST(Accepted, GzipByTheWeightsOfRfc9110) {
    for (const auto& [header, is_taken] : std::vector<Row>{
             {"", false},
             {"gzip", true},
             {"GZIP", true},
             {"x-gzip", true},
             {"gzip, deflate, br, zstd", true},
             {"br,gzip", true},
             {"br;q=1.0, gzip;q=0.8, *;q=0.1", true},
             {"gzip;q=0.001", true},
             {"gzip;q=1", true},
             {"gzip;q=1.000", true},
             {"gzip;q=0", false},
             {"gzip;q=0.", false},
             {"gzip;q=0.0", false},
             {"gzip;q=0.00", false},
             {"gzip;q=0.000", false},
             {"gzip ; q=0.0", false},
             {"gzip\t;\tQ=0.0", false},
             {" gzip;q=0 , br", false},
             {"GZip;Q=0.5", true},
             {"*", true},
             {"*;q=0.5", true},
             {"*;q=0", false},
             {"gzip, *;q=0", true},
             {"gzip;q=0, *", false},
             {"identity", false},
             {"identity, gzip;q=0.5", false},
             {"identity;q=0.5, gzip", true},
             {"identity;q=0, *", true},
             {"deflate", false},
             {"xgzip", false},
             {"gzipped", false},
             {"gzip;q=2", false},
             {"gzip;q=1.001", false},
             {"gzip;q=0.0001", false},
             {"gzip;q=x", false},
             {"gzip;q=", false},
             {",, ;q=1,gzip", true},
         }) {
        EXPECT_EQ(takes_gzip(header), is_taken) << '"' << header << '"';
    }
}

TEST(Accepted, BrowsersPreferPages) {
    for (const auto& [header, is_preferred] : std::vector<Row>{
             {"", false},
             {"*/*", false},
             {"text/html", true},
             {"Text/HTML", true},
             {"text/*", true},
             {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true},
             {"application/json", false},
             {"application/json, text/html;q=0.9", false},
             {"application/json;q=0.5, text/html;q=0.9", true},
             {"application/json, text/html", false},
             {"text/html;level=1;q=0.4, */*;q=0.5", false},
             {"text/html;q=0, */*", false},
             {"image/avif,image/webp,*/*;q=0.8", false},
         }) {
        EXPECT_EQ(prefers_html(header), is_preferred) << '"' << header << '"';
    }
}

}  // namespace
}  // namespace commsearch::server
