#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/table_span.h"
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

bool begins_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    return std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
}

/// Where `end` stops the element or comment that `begin` began at `at`.
std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view end) {
    while (at < html.size() && !begins_word(html.substr(at), end))
        at = html.find(end.front(), at + 1);
    return at >= html.size() ? html.size() : at + end.size();
}

/// Where the comment at `at` ends; `at` when there is none. "<!" that begins no comment and no
/// document type begins a bogus comment, to the next '>' (HTML standard, 13.2.5.42): Word's
/// "<![if !supportLists]>".
std::size_t end_of_comment(std::string_view html, std::size_t at) {
    const std::string_view left = html.substr(at);
    // "<!-->" is a whole one.
    if (left.starts_with("<!--")) return end_of_raw(html, at + 2, "-->");
    if (!left.starts_with("<!") || begins_word(left, "<!doctype")) return at;
    return std::min(html.find('>', at), html.size() - 1) + 1;
}

/// Where the script or style at `at` ends, whose content is no markup; `at` when there is none.
std::size_t end_of_script(std::string_view html, std::size_t at) {
    constexpr auto elements = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"<script", "</script"}, {"<style", "</style"}});
    for (const auto& [begin, end] : elements) {
        if (begins_word(html.substr(at), begin)) return end_of_raw(html, at + begin.size(), end);
    }
    return at;
}

/// libxml2 takes bogus comments for text, and what follows "<!-->" for a comment.
std::string without_comments(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t tag = std::min(html.find('<', at), html.size());
        out.append(html, at, tag - at);
        if (tag == html.size()) break;
        at = end_of_comment(html, tag);
        if (at > tag) continue;
        at = std::max(end_of_script(html, tag), tag + 1);
        out.append(html, tag, at - tag);
    }
    return out;
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

/// Whatever of a table is kept is a table.
void add_lines(const std::vector<HtmlLine>& lines, RawDocument& result) {
    std::uint32_t number = 0;
    std::size_t table = 0;  // that of the line above
    for (const HtmlLine& line : lines) {
        // A row may begin with an empty cell.
        const std::string clean = line.table == 0 ? clean_line(line.text) : clean_text(line.text);
        if (clean.empty()) continue;
        result.text += clean + '\n';
        ++number;
        if (line.table != 0 && line.table != table)
            result.tables.push_back({.first_line = number, .last_line = number, .header_rows = 0});
        table = line.table;
        if (table == 0) continue;
        TableSpan& span = result.tables.back();
        span.last_line = number;
        if (line.is_head) ++span.header_rows;
    }
    for (TableSpan& span : result.tables) {
        if (span.header_rows > span.last_line - span.first_line) span.header_rows = 0;
    }
}

}  // namespace

RawDocument read_html(std::string_view bytes) {
    encoding::DecodedText page = readable_text(bytes, declared_charset(bytes));
    std::string& html = page.text;
    std::replace_if(
        html.begin(), html.end(), [](char byte) { return byte >= 0 && byte < ' ' && byte != '\n'; },
        ' ');
    refuse_attribute_flood(html);
    const MainContent content = main_content(parse_page(without_comments(html)));
    RawDocument result;
    result.stated.title = clean_line(content.title);
    add_lines(content.lines, result);
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
