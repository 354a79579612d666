#include <algorithm>
#include <cstdint>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/html_page.h"

namespace commsearch::source {
namespace {

/// libxml2 compares each attribute of a tag with all before it: 20,000 in one tag take a second,
/// and a page of 32 MiB could hold millions.
constexpr std::uint64_t max_attribute_comparisons = 500'000'000;

/// The end of the tag whose attributes begin at `at`, and how many they are.
std::pair<std::size_t, std::uint64_t> scan_tag(std::string_view html, std::size_t at) {
    constexpr std::string_view blanks = " \t\r\n\f";
    std::uint64_t attributes = 0;
    while (at < html.size() && html[at] != '>') {
        const bool after_equals = html[at - 1] == '=';
        if (after_equals && (html[at] == '"' || html[at] == '\'')) {
            at = html.find(html[at], at + 1);
            if (at == std::string_view::npos) return {html.size(), attributes};
            ++attributes;
        } else if (blanks.find(html[at]) != std::string_view::npos &&
                   blanks.find(html[at - 1]) == std::string_view::npos) {
            ++attributes;
        }
        ++at;
    }
    return {at, attributes};
}

void refuse_attribute_flood(std::string_view html) {
    std::uint64_t comparisons = 0;
    for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
        const auto [end, attributes] = scan_tag(html, at + 1);
        comparisons += attributes * attributes;
        if (comparisons > max_attribute_comparisons) {
            throw Error(
                {"có thẻ HTML mang quá nhiều thuộc tính; hãy lưu lại trang bằng trình duyệt",
                 "an HTML tag with too many attributes; save the page again in a browser"});
        }
        at = end;
    }
}

/// The charset the first bytes of a page name, empty when none.
std::string_view declared_charset(std::string_view html) {
    constexpr std::string_view key = "charset=";
    constexpr std::size_t head_bytes = 4096;
    html = html.substr(0, head_bytes);
    const std::size_t found = html.find(key);
    if (found == std::string_view::npos) return {};
    html.remove_prefix(found + key.size());
    html.remove_prefix(std::min(html.find_first_not_of("\"' "), html.size()));
    return html.substr(0, html.find_first_of("\"' ;/>"));
}

/// Damage that the page writes as entities ("x&atilde;") shows only behind the parser.
void repair_entities(encoding::DecodedText& page, RawDocument& result) {
    encoding::DecodedText content = encoding::repair_text(result.text);
    if (content.runs.empty()) return;
    result.text = clean_text(content.text);
    result.stated.title = clean_line(encoding::repair_text(result.stated.title).text);
    page.source = content.source;
    page.runs = std::move(content.runs);
}

}  // namespace

RawDocument read_html(std::string_view bytes) {
    encoding::DecodedText page = readable_text(bytes, declared_charset(bytes));
    std::string& html = page.text;
    std::replace_if(
        html.begin(), html.end(), [](char byte) { return byte >= 0 && byte < ' ' && byte != '\n'; },
        ' ');
    refuse_attribute_flood(html);
    const MainContent content = main_content(parse_page(html));
    RawDocument result;
    result.stated.title = clean_line(content.title);
    for (const std::string& line : content.lines) {
        const std::string clean = clean_line(line);
        if (!clean.empty()) result.text += clean + '\n';
    }
    if (page.runs.empty()) repair_entities(page, result);
    result.encoding = page.source;
    result.repaired = std::move(page.runs);
    if (result.text.empty()) {
        throw Error({"trang không có chữ nào; hãy mở trang rồi lưu lại cả nội dung",
                     "no text on the page; open it and save it again with its content"});
    }
    return result;
}

}  // namespace commsearch::source
