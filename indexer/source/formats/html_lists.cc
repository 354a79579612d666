#include "indexer/source/formats/html_lists.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

std::string_view content_of(const xmlAttr& attribute) {
    const xmlChar* const text =
        attribute.children == nullptr ? nullptr : attribute.children->content;
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::optional<ListLevel::Style> style_of_type(std::string_view type) {
    constexpr auto types = std::to_array<std::pair<std::string_view, ListLevel::Style>>(
        {{"1", ListLevel::Style::decimal},
         {"a", ListLevel::Style::lower_letter},
         {"A", ListLevel::Style::upper_letter},
         {"i", ListLevel::Style::lower_roman},
         {"I", ListLevel::Style::upper_roman}});
    for (const auto& [name, style] : types) {
        if (name == type) return style;
    }
    return std::nullopt;
}

/// What `style="list-style-type: …"` says.
std::optional<ListLevel::Style> style_of_css(std::string_view css) {
    constexpr auto types = std::to_array<std::pair<std::string_view, ListLevel::Style>>(
        {{"decimal-leading-zero", ListLevel::Style::decimal_zero},
         {"decimal", ListLevel::Style::decimal},
         {"lower-alpha", ListLevel::Style::lower_letter},
         {"lower-latin", ListLevel::Style::lower_letter},
         {"upper-alpha", ListLevel::Style::upper_letter},
         {"upper-latin", ListLevel::Style::upper_letter},
         {"lower-roman", ListLevel::Style::lower_roman},
         {"upper-roman", ListLevel::Style::upper_roman},
         {"none", ListLevel::Style::none},
         {"disc", ListLevel::Style::none},
         {"circle", ListLevel::Style::none},
         {"square", ListLevel::Style::none}});
    const std::string text = lower(css);
    std::size_t at = text.find("list-style");
    if (at == std::string::npos || (at = text.find(':', at)) == std::string::npos)
        return std::nullopt;
    const std::string_view value = std::string_view(text).substr(at, text.find(';', at) - at);
    for (const auto& [name, style] : types) {
        if (value.find(name) != std::string_view::npos) return style;
    }
    return std::nullopt;
}

std::optional<ListLevel::Style> stated_style(const xmlNode& node) {
    if (const auto css = html_attribute(node, "style")) {
        if (const auto style = style_of_css(*css)) return style;
    }
    const auto type = html_attribute(node, "type");
    return type ? style_of_type(*type) : std::nullopt;
}

std::optional<std::int64_t> number_of(std::optional<std::string_view> text) {
    constexpr std::int64_t most = 1'000'000;
    if (!text) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failed != std::errc{}) return std::nullopt;
    return std::clamp(number, -most, most);
}

/// The items of a list, not those of lists within it.
std::int64_t count_items(const xmlNode& list) {
    std::int64_t items = 0;
    for (const xmlNode* one = list.children; one != nullptr; one = one->next) {
        const bool is_item = one->type == XML_ELEMENT_NODE &&
                             std::string_view(reinterpret_cast<const char*>(one->name)) == "li";
        items += is_item ? 1 : 0;
    }
    return items;
}

}  // namespace

std::optional<std::string_view> html_attribute(const xmlNode& node, std::string_view name) {
    for (const xmlAttr* one = node.properties; one != nullptr; one = one->next) {
        if (reinterpret_cast<const char*>(one->name) == name) return content_of(*one);
    }
    return std::nullopt;
}

void HtmlLists::enter(const xmlNode& node, std::string_view tag) {
    if (tag == "ol" || tag == "ul") enter_list(node, tag);
    if (tag == "li") enter_item(node);
}

void HtmlLists::leave(std::string_view tag) {
    if ((tag == "ol" || tag == "ul") && !open_.empty()) open_.pop_back();
    if (tag == "li") label_.clear();
}

void HtmlLists::enter_list(const xmlNode& node, std::string_view tag) {
    if (tag == "ul") return open_.push_back({});
    List list{.style = stated_style(node).value_or(ListLevel::Style::decimal)};
    if (html_attribute(node, "reversed")) {
        list.step = -1;
        list.next = count_items(node);
    }
    if (const auto start = number_of(html_attribute(node, "start"))) list.next = *start;
    open_.push_back(list);
}

void HtmlLists::enter_item(const xmlNode& node) {
    label_.clear();
    if (open_.empty()) return;
    List& list = open_.back();
    if (const auto value = number_of(html_attribute(node, "value"))) list.next = *value;
    const std::int64_t number = std::exchange(list.next, list.next + list.step);
    const ListLevel::Style style = stated_style(node).value_or(list.style);
    if (style == ListLevel::Style::none) return;
    label_ = (number < 0 ? std::to_string(number)
                         : number_text(style, static_cast<std::uint32_t>(number))) +
             '.';
}

bool is_word_list_mark(const xmlNode& node) {
    const auto css = html_attribute(node, "style");
    if (!css || css->find("mso-list") == std::string_view::npos) return false;
    std::string text = lower(*css);
    std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n'; });
    return text.find("mso-list:ignore") != std::string::npos;
}

std::string word_list_mark(std::string_view text) {
    // As the fonts Symbol, Courier and Wingdings turn them into dots, rings and arrows.
    constexpr auto bullets = std::to_array<char32_t>(
        {U'·', U'•', U'§', U'o', U'Ø', U'ü', U'v', U'q', U'à', U'Ü', U'●', U'○', U'▪', U'■'});
    std::string mark;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        append_utf8(mark, is_space(point.value) ? U' ' : point.value);
        at += point.size;
    }
    mark = without_blank_ends(mark);
    if (mark.empty()) return mark;
    const CodePoint first = decode_at(mark, 0);
    const bool is_private = first.value >= 0xE000 && first.value <= 0xF8FF;
    const bool is_bullet =
        is_private || std::find(bullets.begin(), bullets.end(), first.value) != bullets.end();
    return first.size == mark.size() && is_bullet ? "-" : mark;
}

}  // namespace commsearch::source
