#include "searcher/server/page/html.h"

namespace commsearch::server {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out.push_back(c);
        }
    }
}

}  // namespace

void Html::start_tag(std::string_view tag, const Attributes& attributes) {
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        out_ += ' ' + name + "=\"";
        append_escaped(out_, value);
        out_ += '"';
    }
    out_ += '>';
}

Html& Html::open(std::string_view tag, const Attributes& attributes) {
    start_tag(tag, attributes);
    open_.emplace_back(tag);
    return *this;
}

Html& Html::close() {
    out_ += "</" + open_.back() + '>';
    open_.pop_back();
    return *this;
}

Html& Html::element(std::string_view tag, const Attributes& attributes, std::string_view text) {
    return open(tag, attributes).text(text).close();
}

Html& Html::lone(std::string_view tag, const Attributes& attributes) {
    start_tag(tag, attributes);
    return *this;
}

Html& Html::text(std::string_view text) {
    append_escaped(out_, text);
    return *this;
}

Html& Html::fragments(const std::vector<Fragment>& fragments) {
    for (const Fragment& fragment : fragments) {
        if (fragment.hit) {
            element("mark", {}, fragment.text);
        } else {
            text(fragment.text);
        }
    }
    return *this;
}

Html& Html::table(const TableExcerpt& table, std::string_view caption) {
    open("div", {{"class", "rows"}}).open("table");
    if (!caption.empty()) element("caption", {{"class", "hidden"}}, caption);
    if (!table.columns.empty()) {
        open("thead").open("tr");
        for (const TableExcerpt::Cell& column : table.columns)
            open("th", {{"scope", "col"}}).fragments(column).close();
        close().close();
    }
    open("tbody");
    for (const auto& row : table.rows) {
        open("tr");
        for (const TableExcerpt::Cell& cell : row) open("td").fragments(cell).close();
        close();
    }
    close().close().close();
    if (table.more_rows > 0) {
        element("p", {{"class", "note"}},
                "còn " + std::to_string(table.more_rows) + " dòng của bảng");
    }
    return *this;
}

std::string Html::take() {
    while (!open_.empty()) close();
    return "<!doctype html>\n" + std::move(out_) + '\n';
}

}  // namespace commsearch::server
