#include "indexer/source/formats/html_style.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "indexer/source/formats/html_lists.h"

namespace commsearch::source {
namespace {

bool has_beginning(std::string_view text, const auto& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return text.starts_with(one); });
}

std::string_view element_tag(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node.name)
                                         : std::string_view();
}

const xmlNode* child_with_tag(const xmlNode* node, std::string_view tag) {
    const xmlNode* child = node == nullptr ? nullptr : node->children;
    while (child != nullptr && element_tag(*child) != tag) child = child->next;
    return child;
}

/// The last value of a property in the style of an element, lower case; empty when it has none.
std::string property_of(const xmlNode& element, std::string_view wanted) {
    const auto style = html_attribute(element, "style");
    if (!style) return {};
    std::string css = lower(*style);
    std::erase_if(css, [](char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; });
    std::string value;
    for (std::string_view left = css; !left.empty();) {
        const std::size_t end = std::min(left.find(';'), left.size());
        const std::string_view one = left.substr(0, end);
        if (one.starts_with(wanted) && one.substr(wanted.size()).starts_with(':'))
            value = one.substr(wanted.size() + 1);
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return value;
}

bool names_office_program(const xmlNode& meta) {
    constexpr auto programs = std::to_array<std::string_view>(
        {"microsoft word", "microsoft excel", "libreoffice", "openoffice", "wps office"});
    const auto name = html_attribute(meta, "name");
    const auto content = html_attribute(meta, "content");
    return name && content && lower(*name) == "generator" &&
           has_beginning(lower(*content), programs);
}

/// Whether all that a body holds are Word's sections and paragraphs.
bool holds_words_blocks_only(const xmlNode& body) {
    constexpr auto classes = std::to_array<std::string_view>({"WordSection", "Section", "Mso"});
    constexpr auto blocks = std::to_array<std::string_view>(
        {"div", "p", "table", "h1", "h2", "h3", "form", "section", "header", "main", "ul", "ol"});
    bool found = false;
    for (const xmlNode* one = body.children; one != nullptr; one = one->next) {
        if (std::find(blocks.begin(), blocks.end(), element_tag(*one)) == blocks.end()) continue;
        if (!has_beginning(html_attribute(*one, "class").value_or(""), classes)) return false;
        found = true;
    }
    return found;
}

}  // namespace

bool is_hidden(const xmlNode& element) {
    if (element.type != XML_ELEMENT_NODE) return false;
    return html_attribute(element, "hidden") ||
           property_of(element, "display").starts_with("none") ||
           property_of(element, "mso-hide").starts_with("all");
}

bool is_shown_as_block(const xmlNode& element) {
    const std::string display = property_of(element, "display");
    return display.starts_with("block") || display.starts_with("list-item");
}

bool is_of_office_program(const xmlNode* root) {
    if (root == nullptr) return false;
    if (html_attribute(*root, "xmlns:w") || html_attribute(*root, "xmlns:x")) return true;
    const xmlNode* const head = child_with_tag(root, "head");
    for (const xmlNode* one = head == nullptr ? nullptr : head->children; one != nullptr;
         one = one->next) {
        if (element_tag(*one) == "meta" && names_office_program(*one)) return true;
    }
    const xmlNode* const body = child_with_tag(root, "body");
    return body != nullptr && holds_words_blocks_only(*body);
}

}  // namespace commsearch::source
