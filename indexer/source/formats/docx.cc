#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

ListLevel::Style style_of(std::string_view word) {
    constexpr auto styles = std::to_array<std::pair<std::string_view, ListLevel::Style>>(
        {{"decimal", ListLevel::Style::decimal},
         {"decimalZero", ListLevel::Style::decimal},
         {"upperRoman", ListLevel::Style::upper_roman},
         {"lowerRoman", ListLevel::Style::lower_roman},
         {"upperLetter", ListLevel::Style::upper_letter},
         {"lowerLetter", ListLevel::Style::lower_letter},
         {"bullet", ListLevel::Style::bullet}});
    const auto* const found = std::find_if(styles.begin(), styles.end(),
                                           [&](const auto& one) { return one.first == word; });
    return found == styles.end() ? ListLevel::Style::none : found->second;
}

/// What a paragraph, or its style, says of its number.
struct ListPlace {
    std::string list;  ///< w:numId; empty: not said, "0": none
    std::optional<std::size_t> level;
};

/// numbering.xml and the lists that styles.xml gives to styles.
class Numbering {
public:
    explicit Numbering(const DocxParts& parts) {
        if (!parts.numbering.empty())
            read_xml(parts.numbering, [&](const XmlEvent& event) { take_numbering(event); });
        if (!parts.styles.empty())
            read_xml(parts.styles, [&](const XmlEvent& event) { take_style(event); });
    }

    /// The number of the next paragraph; empty for most.
    std::string next_label(ListPlace place, const std::string& style) {
        complete(place, style);
        const auto abstract = abstract_of_.find(place.list);
        if (abstract == abstract_of_.end()) return {};
        NumberedList& list = lists_[abstract->second];
        const std::size_t level = place.level.value_or(0);
        if (const auto restart = restarts_.find({place.list, level}); restart != restarts_.end()) {
            if (level < list_levels) {
                list.counts[level] = 0;
                list.levels[level].start = restart->second;
            }
            restarts_.erase(restart);
        }
        return list.next_label(level);
    }

private:
    struct Style {
        ListPlace place;
        std::string based_on;
    };

    /// Fills in what the style says, or one that it is based on.
    void complete(ListPlace& place, std::string style) const {
        constexpr int longest_chain = 16;
        for (int i = 0; i < longest_chain && place.list.empty(); ++i) {
            const auto found = styles_.find(style);
            if (found == styles_.end()) return;
            place.list = found->second.place.list;
            if (!place.level) place.level = found->second.place.level;
            style = found->second.based_on;
        }
    }

    void take_numbering(const XmlEvent& event) {
        if (event.kind != Kind::start) return;
        const auto value = [&] { return event.attribute("val"); };
        if (event.name == "w:abstractNum") {
            abstract_ = event.attribute("abstractNumId");
            num_.clear();
        } else if (event.name == "w:num") {
            num_ = event.attribute("numId");
        } else if (event.name == "w:abstractNumId") {
            abstract_of_[num_] = value();
        } else if (event.name == "w:lvl" || event.name == "w:lvlOverride") {
            level_ = number_of_attribute(event.attribute("ilvl"), 0);
        } else if (event.name == "w:startOverride") {
            restarts_[{num_, level_}] = number_of_attribute(value(), 1);
        } else if (num_.empty() && level_ < list_levels) {
            ListLevel& level = lists_[abstract_].levels[level_];
            if (event.name == "w:start") level.start = number_of_attribute(value(), 1);
            if (event.name == "w:numFmt") level.style = style_of(value());
            if (event.name == "w:lvlText") level.text = value();
        }
    }

    void take_style(const XmlEvent& event) {
        if (event.kind != Kind::start) return;
        const auto value = [&] { return event.attribute("val"); };
        if (event.name == "w:style") style_ = event.attribute("styleId");
        if (event.name == "w:basedOn") styles_[style_].based_on = value();
        if (event.name == "w:numId") styles_[style_].place.list = value();
        if (event.name == "w:ilvl") styles_[style_].place.level = number_of_attribute(value(), 0);
    }

    std::map<std::string, NumberedList> lists_;       ///< by abstract number
    std::map<std::string, std::string> abstract_of_;  ///< w:numId -> abstract number
    std::map<std::pair<std::string, std::size_t>, std::uint32_t> restarts_;
    std::map<std::string, Style> styles_;
    std::string abstract_, num_, style_;  ///< being read
    std::size_t level_ = 0;
};

/// Elements whose text is not of the paper, or stands elsewhere a second time.
bool is_no_text(std::string_view name) {
    return name == "mc:Fallback" || name == "w:moveFrom" || name == "w:del" ||
           name == "w:instrText";
}

/// document.xml or footnotes.xml -> lines.
class Body {
public:
    Body(DocumentLines& lines, Numbering& numbering) : lines_(lines), numbering_(numbering) {}

    void take(const XmlEvent& event) {
        if (hidden_.hide(event)) return;
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind == Kind::text && in_text_) paragraph_text(event.text);
    }

private:
    void start(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "w:t" || name == "m:t") {
            in_text_ = true;
        } else if (name == "w:p") {
            lines_.end_line();
            place_ = {};
            style_.clear();
            is_labelled_ = false;
        } else if (name == "w:pStyle") {
            style_ = event.attribute("val");
        } else if (name == "w:r") {
            font_.reset();
        } else if (name == "w:rFonts") {
            font_ = encoding::encoding_of_font(event.attribute("ascii"));
        } else if (name == "w:numId") {
            place_.list = event.attribute("val");
        } else if (name == "w:ilvl") {
            place_.level = number_of_attribute(event.attribute("val"), 0);
        } else if (name == "w:tab" || name == "w:ptab") {
            // Inside w:tabs it is a tab stop.
            if (tab_stops_ == 0) paragraph_text("\t");
        } else if (name == "w:tabs") {
            ++tab_stops_;
        } else if (name == "w:br" || name == "w:cr") {
            lines_.end_line();
        } else if (name == "w:noBreakHyphen") {
            paragraph_text("-");
        } else if (name == "w:lastRenderedPageBreak") {
            lines_.begin_page();
        } else if (name == "w:txbxContent") {
            lines_.begin_box();
        } else if (name == "w:tr") {
            lines_.begin_row();
        }
    }

    void end(const std::string& name) {
        if (name == "w:t" || name == "m:t") in_text_ = false;
        if (name == "w:tabs") --tab_stops_;
        if (name == "w:p") lines_.end_line();
        if (name == "w:txbxContent") lines_.end_box();
        if (name == "w:tc") lines_.end_cell();
        if (name == "w:tr") lines_.end_row();
    }

    /// Text of a paragraph; before its first the paragraph's number.
    void paragraph_text(std::string_view text) {
        if (!is_labelled_) {
            is_labelled_ = true;
            const std::string label = numbering_.next_label(place_, style_);
            if (!label.empty()) lines_.append(label + ' ');
        }
        lines_.append(font_ ? encoding::decode_font_run(text, *font_) : std::string(text));
    }

    DocumentLines& lines_;
    Numbering& numbering_;
    ListPlace place_;
    std::string style_;
    std::optional<encoding::FontEncoding> font_;  ///< of the run, when it tells a legacy encoding
    bool is_labelled_ = false;
    bool in_text_ = false;
    HiddenElements hidden_{is_no_text};
    int tab_stops_ = 0;
};

}  // namespace

RawDocument document_of_docx(const DocxParts& parts) {
    DocumentLines lines;
    Numbering numbering(parts);
    for (const std::string_view part : {parts.document, parts.footnotes}) {
        Body body(lines, numbering);
        if (!part.empty()) read_xml(part, [&](const XmlEvent& event) { body.take(event); });
    }
    return lines.finish();
}

}  // namespace commsearch::source
