#include "indexer/source/formats/html_page.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/html_dates.h"
#include "indexer/source/formats/html_lists.h"
#include "indexer/source/formats/html_style.h"
#include "indexer/source/formats/html_tables.h"
#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

constexpr auto never_text = std::to_array<std::string_view>(
    {"script", "style",      "noscript", "template", "head", "select", "option", "textarea",
     "button", "iframe",     "object",   "embed",    "svg",  "canvas", "video",  "audio",
     "map",    "figcaption", "marquee",  "del",      "s",    "strike"});
constexpr auto box_tags = std::to_array<std::string_view>(
    {"html", "body", "div", "section", "article", "main", "center", "form", "fieldset", "header",
     "footer", "aside", "nav", "figure", "details"});
constexpr auto flow_tags = std::to_array<std::string_view>(
    {"p",     "h1", "h2",      "h3",         "h4",  "h5",      "h6",    "ul",
     "ol",    "li", "dl",      "dt",         "dd",  "table",   "thead", "tbody",
     "tfoot", "tr", "caption", "blockquote", "pre", "address", "hr",    "summary"});
bool is_one_of(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view tag_of(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? view(node.name) : std::string_view();
}

/// id and class of an element, a blank between.
std::string id_and_class(const xmlNode& node) {
    std::string names;
    for (const xmlAttr* one = node.properties; one != nullptr; one = one->next) {
        const std::string_view name = view(one->name);
        if ((name == "id" || name == "class") && one->children != nullptr) {
            names.append(view(one->children->content)).append(1, ' ');
        }
    }
    return names;
}

std::uint32_t number_in(const xmlNode& node, std::string_view name) {
    const xmlAttr* one = node.properties;
    while (one != nullptr && view(one->name) != name) one = one->next;
    if (one == nullptr || one->children == nullptr) return 1;
    return number_of_attribute(view(one->children->content), 1);
}

bool is_not_shown(const xmlNode& node, std::string_view tag) {
    return is_one_of(tag, never_text) || is_hidden(node);
}

std::optional<HtmlRole> block_role(const xmlNode& node, std::string_view tag) {
    if (tag == "td" || tag == "th") return HtmlRole::cell;
    if (is_one_of(tag, box_tags)) return HtmlRole::box;
    if (is_one_of(tag, flow_tags) || is_shown_as_block(node)) return HtmlRole::flow;
    return std::nullopt;
}

int heading_level(std::string_view tag) {
    const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
    return heading ? tag[1] - '0' : 0;
}

/// Turns a tree into lines, walking without recursion: how deep it is was for others to choose.
class Flattener {
public:
    HtmlPage run(const xmlNode* root) {
        for (const xmlNode* node = root; node != nullptr;) {
            if (enter(*node) && node->children != nullptr) {
                node = node->children;
                continue;
            }
            while (node != root && node->next == nullptr) {
                leave(*node);
                node = node->parent;
            }
            leave(*node);
            node = node == root ? nullptr : node->next;
        }
        return std::move(page_);
    }

private:
    /// False when the children of `node` are no text.
    bool enter(const xmlNode& node) {
        if (node.type == XML_TEXT_NODE) append(view(node.content));
        const std::string_view tag = tag_of(node);
        if (tag.empty() || is_not_shown(node, tag)) return false;
        if (tag == "br") break_line();
        if (tag == "img") after_image_ = true;
        count_inline(node, tag, 1);
        if (const auto role = block_role(node, tag)) open_element(node, tag, *role);
        lists_.enter(node, tag);
        if (is_word_list_mark(node)) begin_mark(node);
        return true;
    }

    void leave(const xmlNode& node) {
        const std::string_view tag = tag_of(node);
        if (tag.empty() || is_not_shown(node, tag)) return;
        if (&node == mark_) end_mark();
        lists_.leave(tag);
        if (block_role(node, tag)) close_element(tag);
        count_inline(node, tag, -1);
    }

    void count_inline(const xmlNode& node, std::string_view tag, int change) {
        if (tag == "a" && html_attribute(node, "href")) links_ += change;
        if (tag == "em" || tag == "i") italics_ += change;
        if (tag == "pre") preformatted_ += change;
        if (tag == "article" || tag == "main") articles_ += change;
    }

    void append(std::string_view text) {
        for (const char byte : text) {
            const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
            if (byte == '\n' && preformatted_ > 0) {
                end_line();
            } else if (blank) {
                blank_before_ = !line_.text.empty();
            } else {
                append(byte);
            }
        }
    }

    void append(char byte) {
        const std::size_t before = line_.text.size();
        if (const std::string label = lists_.take_label(); !label.empty()) {
            line_.text += (blank_before_ ? " " : "") + label;
            blank_before_ = true;
        }
        if (blank_before_) line_.text += ' ';
        blank_before_ = false;
        line_.text += byte;
        const std::size_t added = line_.text.size() - before;
        if (links_ > 0) line_.linked += added;
        if (line_.linked == 0) line_.lead = line_.text.size();
        if (italics_ > 0) italic_bytes_ += added;
    }

    void begin_mark(const xmlNode& node) {
        if (mark_ != nullptr) return;
        mark_ = &node;
        mark_begin_ = line_.text.size();
    }

    void end_mark() {
        mark_ = nullptr;
        // A break inside may have ended its line.
        mark_begin_ = std::min(mark_begin_, line_.text.size());
        const std::string mark = word_list_mark(std::string_view(line_.text).substr(mark_begin_));
        line_.text.resize(mark_begin_);
        line_.text += (mark_begin_ > 0 ? " " : "") + mark;
        blank_before_ = !mark.empty();
    }

    void end_line() {
        const bool italic = italic_bytes_ == line_.text.size();
        line_.text = without_image_names(line_.text);
        line_.linked = std::min(line_.linked, line_.text.size());
        line_.lead = std::min(line_.lead, line_.text.size());
        line_.heading = heading_;
        if (!line_.text.empty()) {
            if (!after_image_ || !italic || !is_caption(line_.text)) {
                page_.lines.push_back(std::move(line_));
            }
            after_image_ = false;
        }
        line_ = {};
        italic_bytes_ = 0;
        blank_before_ = false;
    }

    /// A title broken for looks is one title all the same.
    void break_line() {
        if (heading_ == 0) return end_line();
        blank_before_ = !line_.text.empty();
    }

    void open_element(const xmlNode& node, std::string_view tag, HtmlRole role) {
        end_line();
        if (heading_level(tag) > 0) heading_ = heading_level(tag);
        tables_.open(tag, page_.lines.size(),
                     {number_in(node, "colspan"), number_in(node, "rowspan")});
        // The header of an article holds its title and post date.
        const std::string_view meaning = tag == "header" && articles_ > 0 ? "div" : tag;
        const std::size_t index = page_.elements.size();
        page_.elements.push_back({open_.empty() ? index : open_.back(), page_.lines.size(), 0, role,
                                  is_boilerplate_element(meaning, id_and_class(node))});
        open_.push_back(index);
    }

    void close_element(std::string_view tag) {
        end_line();
        if (heading_level(tag) > 0) heading_ = 0;
        const std::size_t index = open_.back();
        if (tables_.close(tag, page_.lines)) page_.elements.resize(index + 1);
        open_.pop_back();
        page_.elements[index].end_line = page_.lines.size();
        // Without lines it has no children either, so it is the last.
        if (page_.elements[index].first_line == page_.lines.size()) page_.elements.pop_back();
    }

    HtmlPage page_;
    HtmlLine line_;
    bool blank_before_ = false;
    bool after_image_ = false;
    std::size_t italic_bytes_ = 0;
    int heading_ = 0;
    HtmlLists lists_;
    const xmlNode* mark_ = nullptr;  ///< the open mark of a list
    std::size_t mark_begin_ = 0;     ///< in the text of the line
    int links_ = 0, italics_ = 0, preformatted_ = 0, articles_ = 0;
    std::vector<std::size_t> open_;  ///< indexes of the open elements
    HtmlTables tables_;
};

/// The text of the first <title>.
std::string title_of(const xmlNode* root) {
    const xmlNode* node = root == nullptr ? nullptr : root->children;
    while (node != nullptr && tag_of(*node) != "head") node = node->next;
    node = node == nullptr ? nullptr : node->children;
    while (node != nullptr && tag_of(*node) != "title") node = node->next;
    std::string title;
    for (node = node == nullptr ? nullptr : node->children; node != nullptr; node = node->next) {
        title += view(node->content);
    }
    return clean_line(title);
}

struct DocumentDeleter {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, DocumentDeleter>;

struct ContextDeleter {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

Document parse(std::string_view html) {
    const std::unique_ptr<htmlParserCtxt, ContextDeleter> context(htmlNewParserCtxt());
    if (context == nullptr) throw std::bad_alloc();
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;
    Document document(htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()),
                                         nullptr, "UTF-8", options));
    // libxml2 stops at 256 levels and at 10 MB of text in one piece: half a report is worse than
    // none.
    if (context->disableSAX != 0) {
        throw Error(
            {"HTML lồng nhau quá 256 tầng thẻ hoặc có đoạn chữ quá 10 MB; hãy lưu phần nội "
             "dung thành .txt",
             "HTML nested deeper than 256 tags or with more than 10 MB of text in one "
             "piece; save its content as .txt"});
    }
    return document;
}

}  // namespace

HtmlPage parse_page(std::string_view html) {
    const Document document = parse(html);
    const xmlNode* root = xmlDocGetRootElement(document.get());
    HtmlPage page = Flattener().run(root);
    page.title = title_of(root);
    page.posted = stated_post_date(root);
    page.is_paper = is_of_office_program(root);
    return page;
}

}  // namespace commsearch::source
