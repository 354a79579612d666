#include "indexer/source/formats/docx_numbering.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// Chains of styles and of lists that name one another are followed this far.
constexpr int longest_chain = 16;

/// Word has some sixty styles; what is not here is written as digits.
ListLevel::Style style_of_word(std::string_view word) {
    constexpr auto styles = std::to_array<std::pair<std::string_view, ListLevel::Style>>(
        {{"none", ListLevel::Style::none},
         {"decimalZero", ListLevel::Style::decimal_zero},
         {"upperRoman", ListLevel::Style::upper_roman},
         {"lowerRoman", ListLevel::Style::lower_roman},
         {"upperLetter", ListLevel::Style::upper_letter},
         {"lowerLetter", ListLevel::Style::lower_letter},
         {"bullet", ListLevel::Style::bullet}});
    const auto* const found = std::find_if(styles.begin(), styles.end(),
                                           [&](const auto& one) { return one.first == word; });
    return found == styles.end() ? ListLevel::Style::decimal : found->second;
}

}  // namespace

DocxNumbering::DocxNumbering(std::string_view numbering, std::string_view styles) {
    if (!numbering.empty())
        read_xml(numbering, [&](const XmlEvent& event) { take_numbering(event); });
    if (!styles.empty()) read_xml(styles, [&](const XmlEvent& event) { take_style(event); });
}

std::string DocxNumbering::next_label(ListPlace place, const std::string& style) {
    complete(place, style);
    const auto found = lists_.find(place.list);
    if (found == lists_.end()) return {};
    List& list = found->second;
    AbstractList* const abstract = abstract_of(list);
    if (abstract == nullptr) return {};
    const std::size_t level = place.level ? *place.level : level_of_style(list, style).value_or(0);
    NumberedList& shared = abstract->list;
    if (level >= list_levels) return {};
    if (const auto restart = list.restarts.find(level); restart != list.restarts.end()) {
        shared.counts[level].reset();
        shared.levels[level].start = restart->second;
        list.restarts.erase(restart);
    }
    for (auto& [at, own] : list.levels) std::swap(own, shared.levels[at]);
    std::string label = shared.next_label(level);
    for (auto& [at, own] : list.levels) std::swap(own, shared.levels[at]);
    return label;
}

/// Fills in what the style says, or one that it is based on.
void DocxNumbering::complete(ListPlace& place, std::string style) const {
    for (int i = 0; i < longest_chain && place.list.empty(); ++i) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) return;
        place.list = found->second.place.list;
        if (!place.level) place.level = found->second.place.level;
        style = found->second.based_on;
    }
}

/// Its abstract list, or the one that the style behind that one names.
DocxNumbering::AbstractList* DocxNumbering::abstract_of(const List& list) {
    auto found = abstracts_.find(list.abstract);
    for (int i = 0; i < longest_chain && found != abstracts_.end(); ++i) {
        if (found->second.style_link.empty()) return &found->second;
        const auto style = styles_.find(found->second.style_link);
        if (style == styles_.end()) return nullptr;
        const auto linked = lists_.find(style->second.place.list);
        if (linked == lists_.end()) return nullptr;
        found = abstracts_.find(linked->second.abstract);
    }
    return nullptr;
}

/// The level whose w:pStyle names `style`, or one that it is based on.
std::optional<std::size_t> DocxNumbering::level_of_style(const List& list,
                                                         const std::string& style) {
    const AbstractList* const abstract = abstract_of(list);
    std::string one = style;
    for (int i = 0; i < longest_chain && !one.empty(); ++i) {
        const auto& levels = abstract->list.levels;
        const auto found = std::find_if(levels.begin(), levels.end(), [&](const ListLevel& level) {
            return level.of_style == one;
        });
        if (found != levels.end()) return static_cast<std::size_t>(found - levels.begin());
        const auto based = styles_.find(one);
        one = based == styles_.end() ? "" : based->second.based_on;
    }
    return std::nullopt;
}

void DocxNumbering::take_numbering(const XmlEvent& event) {
    if (event.kind == Kind::end && event.name == "w:lvlOverride") level_ = list_levels;
    if (event.kind != Kind::start) return;
    const auto value = [&] { return event.attribute("val"); };
    if (event.name == "w:abstractNum") {
        abstract_ = event.attribute("abstractNumId");
        num_.clear();
    } else if (event.name == "w:num") {
        num_ = event.attribute("numId");
    } else if (event.name == "w:abstractNumId") {
        lists_[num_].abstract = value();
    } else if (event.name == "w:numStyleLink") {
        abstracts_[abstract_].style_link = value();
    } else if (event.name == "w:lvl" || event.name == "w:lvlOverride") {
        level_ = number_of_attribute(event.attribute("ilvl"), 0);
        const bool is_own = event.name == "w:lvl" && !num_.empty();
        if (is_own && level_ < list_levels) lists_[num_].levels[level_] = {};
    } else if (event.name == "w:startOverride") {
        if (level_ < list_levels) lists_[num_].restarts[level_] = number_of_attribute(value(), 1);
    } else if (level_ < list_levels) {
        take_level(event);
    }
}

/// Where the properties of a level belong: to the abstract list, or to the w:num that overrides it.
ListLevel* DocxNumbering::level_being_read() {
    if (num_.empty()) return &abstracts_[abstract_].list.levels[level_];
    const auto own = lists_[num_].levels.find(level_);
    return own == lists_[num_].levels.end() ? nullptr : &own->second;
}

void DocxNumbering::take_level(const XmlEvent& event) {
    ListLevel* const level = level_being_read();
    if (level == nullptr) return;
    const auto value = [&] { return event.attribute("val"); };
    if (event.name == "w:start") level->start = number_of_attribute(value(), 1);
    if (event.name == "w:numFmt") level->style = style_of_word(value());
    if (event.name == "w:lvlText") level->text = value();
    if (event.name == "w:isLgl") level->legal = is_on(value());
    if (event.name == "w:lvlRestart") level->restarts = value() != "0";
    if (event.name == "w:pStyle") level->of_style = value();
}

void DocxNumbering::take_style(const XmlEvent& event) {
    if (event.kind != Kind::start) return;
    const auto value = [&] { return event.attribute("val"); };
    if (event.name == "w:style") style_ = event.attribute("styleId");
    if (event.name == "w:basedOn") styles_[style_].based_on = value();
    if (event.name == "w:numId") styles_[style_].place.list = value();
    if (event.name == "w:ilvl") styles_[style_].place.level = number_of_attribute(value(), 0);
}

}  // namespace commsearch::source
