#include "searcher/server/http/url.h"

#include <gtest/gtest.h>

#include "searcher/server/http/gzip.h"
#include "searcher/server/page/export.h"
#include "searcher/server/page/html.h"

namespace commsearch::server {
namespace {

TEST(Url, IsTakenApartAndDecoded) {
    const auto url = parse_target("/a%20b/c+d?q=n%C3%B4ng+th%C3%B4n&x&y=&=z&&q=2%26");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->path, "/a b/c+d");
    EXPECT_EQ(
        url->parameters,
        (protocol::Parameters{{"q", "nông thôn"}, {"x", ""}, {"y", ""}, {"", "z"}, {"q", "2&"}}));
    for (const std::string bad :
         {"",       "x",           "*",       "http:///x", "/%",    "/%4",     "/%zz",
          "/%00",   "/a%0ab",      "/?q=%ff", "/?q=%c3",   "/\xff", "/?a=%01", "/?%",
          "/?a=%4", "/?a=1&%4g=2", "/?a=%7f", "/%0d",      "x:1",   "?q=x",    "/?q=\x01"}) {
        EXPECT_FALSE(parse_target(bad)) << bad;
    }
    EXPECT_FALSE(parse_target(std::string_view("/a\0b", 4)));
    const std::string text = "a b/ô&=+%\"'<>\n";
    const auto back = parse_target("/?q=" + url_encoded(text));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->parameters.at(0).second, text);
}

TEST(Url, IsTakenInTheFormForProxies) {
    const struct {
        std::string target, path;
    } rows[] = {
        {"http://x/", "/"}, {"HTTP://x.vn:8080/bao-cao?q=1", "/bao-cao"}, {"http://x", "/"}};
    for (const auto& [target, path] : rows) {
        const auto url = parse_target(target);
        ASSERT_TRUE(url) << target;
        EXPECT_EQ(url->path, path) << target;
    }
}

TEST(Url, IsTakenAsPeopleTypeIt) {
    const std::string typed = "nông[]{}|^`\"<>\\#?/:@!$'()*,;";
    const auto url = parse_target("//a/../ô;b?q=" + typed + "=x&&&a?b");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->path, "//a/../ô;b");
    EXPECT_EQ(url->parameters, (protocol::Parameters{{"q", typed + "=x"}, {"a?b", ""}}));
    for (const std::string nothing : {"/", "/?", "/?&&"}) {
        const auto unaccented = parse_target(nothing);
        ASSERT_TRUE(unaccented) << nothing;
        EXPECT_TRUE(unaccented->parameters.empty()) << nothing;
    }
}

TEST(Url, EveryByteThatIsNotUnreservedIsEncoded) {
    EXPECT_EQ(url_encoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(url_encoded("a b/ô&=+%\n"), "a%20b%2F%C3%B4%26%3D%2B%25%0A");
}

TEST(CsvField, IsNeverAFormula) {
    for (const auto& [text, field] :
         std::vector<std::pair<std::string, std::string>>{{"", "\"\""},
                                                          {"a \"b\", c", "\"a \"\"b\"\", c\""},
                                                          {"=1+1", "\"'=1+1\""},
                                                          {"+84", "\"'+84\""},
                                                          {"-5", "\"'-5\""},
                                                          {"@x", "\"'@x\""},
                                                          {"\t=1", "\"'\t=1\""},
                                                          {"5-4", "\"5-4\""}}) {
        EXPECT_EQ(csv_field(text), field);
    }
}

TEST(Html, TextIsNeverMarkup) {
    Html html;
    html.open("p", {{"title", "\"><script>"}})
        .text("<b> & 'x'")
        .fragments({{"<i>", true}, {"y", false}});
    EXPECT_EQ(html.take(),
              "<!doctype html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; &#39;x&#39;"
              "<mark>&lt;i&gt;</mark>y</p>\n");
}

TEST(Gzip, IsSmallerAndMarked) {
    const std::string text(10'000, 'x');
    const std::string small = gzipped(text);
    EXPECT_EQ(small.substr(0, 2), "\x1f\x8b");
    EXPECT_LT(small.size(), 200U);
}

}  // namespace
}  // namespace commsearch::server
