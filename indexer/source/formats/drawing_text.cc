#include "indexer/source/formats/drawing_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/list_numbers.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// "romanUcParenR" as a list level writes it.
ListLevel level_of_numbering(std::string_view numbering) {
    constexpr auto styles = std::to_array<std::pair<std::string_view, ListLevel::Style>>(
        {{"romanUc", ListLevel::Style::upper_roman},
         {"romanLc", ListLevel::Style::lower_roman},
         {"alphaUc", ListLevel::Style::upper_letter},
         {"alphaLc", ListLevel::Style::lower_letter}});
    ListLevel level{.style = ListLevel::Style::decimal, .text = "%1"};
    for (const auto& [name, style] : styles) {
        if (numbering.starts_with(name)) level.style = style;
    }
    if (numbering.ends_with("Period")) level.text = "%1.";
    if (numbering.ends_with("ParenR")) level.text = "%1)";
    if (numbering.ends_with("ParenBoth")) level.text = "(%1)";
    return level;
}

}  // namespace

bool DrawingText::is_no_drawing_text(std::string_view name) { return name == "mc:Fallback"; }

void DrawingText::take(const XmlEvent& event) {
    if (hidden_.hide(event)) return;
    if (event.kind == Kind::start) start(event);
    if (event.kind == Kind::end) end(event.name);
    if (event.kind == Kind::text && in_text_) append(event.text);
}

void DrawingText::start(const XmlEvent& event) {
    const std::string& name = event.name;
    if (name == "a:p") {
        lines_.end_line();
        level_ = 0;
        numbering_.clear();
        is_labelled_ = false;
    } else if (name == "a:pPr") {
        level_ = std::min<std::uint32_t>(number_of_attribute(event.attribute("lvl"), 0),
                                         list_levels - 1);
    } else if (name == "a:buAutoNum") {
        numbering_ = event.attribute("type");
        start_at_ = number_of_attribute(event.attribute("startAt"), 1);
    } else if (name == "a:t") {
        in_text_ = true;
    } else if (name == "a:br") {
        lines_.end_line();
    } else if (name == "a:tab") {
        append("\t");
    } else if (name == "a:tbl") {
        lines_.begin_table();
    } else if (name == "a:tr") {
        lines_.begin_row();
    } else if (name == "a:txBody" || name == "p:txBody") {
        counts_.clear();
    }
}

void DrawingText::end(std::string_view name) {
    if (name == "a:t") in_text_ = false;
    if (name == "a:p") lines_.end_line();
    if (name == "a:tc") lines_.end_cell();
    if (name == "a:tr") lines_.end_row();
    if (name == "a:tbl") lines_.end_table();
}

void DrawingText::append(std::string_view text) {
    if (!is_labelled_) {
        is_labelled_ = true;
        const std::string label = next_label();
        if (!label.empty()) lines_.append(label + ' ');
    }
    lines_.append(text);
}

/// A paragraph without a number ends the counts of its level and of those below.
std::string DrawingText::next_label() {
    counts_.resize(std::min<std::size_t>(counts_.size(), level_ + (numbering_.empty() ? 0U : 1U)));
    if (numbering_.empty()) return {};
    const bool goes_on = counts_.size() > level_ && counts_[level_] > 0;
    counts_.resize(level_ + 1, 0);
    const std::uint32_t number = goes_on ? counts_[level_] + 1 : start_at_;
    counts_[level_] = number;
    NumberedList list;
    list.levels[0] = level_of_numbering(numbering_);
    list.levels[0].start = number;
    return list.next_label(0);
}

std::vector<std::string> drawing_lines(std::string_view xml) {
    DocumentLines lines;
    DrawingText text(lines);
    read_xml(xml, [&](const XmlEvent& event) { text.take(event); });
    return lines_of_text(lines.finish().text);
}

}  // namespace commsearch::source
