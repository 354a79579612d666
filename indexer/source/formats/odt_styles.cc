#include "indexer/source/formats/odt_styles.h"

#include <algorithm>
#include <utility>

#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

/// Chains of styles are followed this far.
constexpr int longest_odt_chain = 16;

ListLevel::Style style_of_format(std::string_view format) {
    if (format == "1") return ListLevel::Style::decimal;
    if (format == "I") return ListLevel::Style::upper_roman;
    if (format == "i") return ListLevel::Style::lower_roman;
    if (format == "A") return ListLevel::Style::upper_letter;
    if (format == "a") return ListLevel::Style::lower_letter;
    return ListLevel::Style::none;
}

/// A level as the style of a list states it.
ListLevel level_of(const XmlEvent& event, std::uint32_t level) {
    ListLevel result{.style = style_of_format(event.attribute("num-format")),
                     .text = {},
                     .start = number_of_attribute(event.attribute("start-value"), 1)};
    const std::uint32_t shown = std::clamp<std::uint32_t>(
        number_of_attribute(event.attribute("display-levels"), 1), 1, level);
    result.text = event.attribute("num-prefix");
    for (std::uint32_t i = level - shown + 1; i <= level; ++i)
        result.text += (i > level - shown + 1 ? ".%" : "%") + std::to_string(i);
    result.text += event.attribute("num-suffix");
    return result;
}

std::string key_of(std::string_view family, std::string_view style) {
    return std::string(family) + ' ' + std::string(style);
}

}  // namespace

void OdtStyles::take(const XmlEvent& event) {
    if (event.kind != XmlEvent::Kind::start) return;
    if (event.name == "text:list-style" || event.name == "text:outline-style") {
        list_ = event.attribute("name");
        lists_[list_] = {};
        if (event.name == "text:outline-style") outline_ = list_;
    } else if (event.name == "style:style") {
        const std::string family = event.attribute("family");
        style_ = key_of(family, event.attribute("name"));
        styles_[style_] = {.parent = key_of(family, event.attribute("parent-style-name")),
                           .is_hidden = std::nullopt};
        if (std::string list = event.attribute("list-style-name"); !list.empty())
            styles_[style_].list = std::move(list);
    } else if (event.name == "style:text-properties") {
        const std::string display = event.attribute("display");
        if (!display.empty()) styles_[style_].is_hidden = display == "none";
    } else {
        take_level(event);
    }
}

void OdtStyles::take_level(const XmlEvent& event) {
    const bool is_bullet = event.name == "text:list-level-style-bullet";
    if (!is_bullet && event.name != "text:list-level-style-number" &&
        event.name != "text:outline-level-style")
        return;
    const std::uint32_t level = number_of_attribute(event.attribute("level"), 0);
    if (level < 1 || level > list_levels) return;
    ListLevel& declared = lists_[list_].levels[level - 1];
    declared = is_bullet ? ListLevel{.style = ListLevel::Style::bullet, .text = {}}
                         : level_of(event, level);
}

std::string OdtStyles::next_heading(std::uint32_t level, const std::string& style) {
    if (outline_.empty() || level < 1 || level > list_levels) return {};
    std::string key = key_of("paragraph", style);
    for (int i = 0; i < longest_odt_chain; ++i) {
        const auto found = styles_.find(key);
        if (found == styles_.end()) break;
        if (found->second.list) {
            if (*found->second.list != outline_) return {};
            break;
        }
        key = found->second.parent;
    }
    return lists_[outline_].next_label(level - 1);
}

bool OdtStyles::hides(std::string_view family, const std::string& style) const {
    std::string key = key_of(family, style);
    for (int i = 0; i < longest_odt_chain; ++i) {
        const auto found = styles_.find(key);
        if (found == styles_.end()) return false;
        if (found->second.is_hidden) return *found->second.is_hidden;
        key = found->second.parent;
    }
    return false;
}

}  // namespace commsearch::source
