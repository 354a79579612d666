#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/docx_numbering.h"
#include "indexer/source/formats/html_lists.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// Elements whose text is not of the paper, or stands elsewhere a second time.
bool is_no_text(std::string_view name) {
    return name == "mc:Fallback" || name == "w:moveFrom" || name == "w:del" ||
           name == "w:instrText" || name == "w:hdr" || name == "w:ftr" || name == "w:pPrChange" ||
           name == "w:rPrChange";
}

/// document.xml, footnotes.xml or endnotes.xml -> lines.
class Body {
public:
    Body(DocumentLines& lines, DocxNumbering& numbering) : lines_(lines), numbering_(numbering) {}

    void take(const XmlEvent& event) {
        if (in_properties_ && event.name == "w:del") is_deleted_ = true;
        if (hidden_.hide(event) || is_comment(event)) return;
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind == Kind::text && in_text_) paragraph_text(event.text);
    }

private:
    /// Word 2003 writes comments where they stand, in the element of insertions.
    bool is_comment(const XmlEvent& event) {
        if (event.name != "annotation") return comments_ > 0;
        if (event.kind == Kind::start &&
            (comments_ > 0 || event.attribute("type") == "Word.Comment"))
            ++comments_;
        if (event.kind == Kind::end && comments_ > 0) --comments_;
        return comments_ > 0;
    }

    void start(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "w:t" || name == "m:t") {
            in_text_ = true;
        } else if (name == "w:p") {
            lines_.end_line();
            place_ = {};
            style_.clear();
            stated_label_.clear();
            is_labelled_ = false;
            is_deleted_ = false;
        } else if (name == "w:pPr") {
            in_properties_ = true;
        } else if (name == "w:pStyle") {
            style_ = event.attribute("val");
        } else if (name == "w:r") {
            font_.reset();
        } else if (name == "w:rFonts") {
            font_ = encoding::encoding_of_font(event.attribute("ascii"));
        } else if (name == "w:numId") {
            place_.list = event.attribute("val");
        } else if (name == "wx:t") {
            stated_label_ = word_list_mark(event.attribute("val"));
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
        } else if (name == "w:txbxContent" || name == "w:footnote" || name == "w:endnote") {
            lines_.begin_box();
        } else {
            start_of_table(event);
        }
    }

    void start_of_table(const XmlEvent& event) {
        const std::string& name = event.name;
        const auto value = [&] { return event.attribute("val"); };
        if (name == "w:tbl") {
            lines_.begin_table();
        } else if (name == "w:tr") {
            lines_.begin_row();
        } else if (name == "w:tblHeader") {
            const std::string says = value();
            if (says != "0" && says != "false" && says != "off") lines_.mark_head();
        } else if (name == "w:gridBefore") {
            lines_.end_cell(number_of_attribute(value(), 1));
        } else if (name == "w:tc") {
            columns_.push_back(1);
        } else if (name == "w:gridSpan" && !columns_.empty()) {
            columns_.back() = number_of_attribute(value(), 1);
        }
    }

    void end(const std::string& name) {
        if (name == "w:t" || name == "m:t") in_text_ = false;
        if (name == "w:tabs") --tab_stops_;
        if (name == "w:pPr") in_properties_ = false;
        if (name == "w:p") end_paragraph();
        if (name == "w:txbxContent" || name == "w:footnote" || name == "w:endnote")
            lines_.end_box();
        if (name == "w:tc" && !columns_.empty()) {
            lines_.end_cell(columns_.back());
            columns_.pop_back();
        }
        if (name == "w:tr") lines_.end_row();
        if (name == "w:tbl") lines_.end_table();
    }

    void end_paragraph() {
        // An empty one has a number too, and counts.
        if (!is_labelled_ && !is_deleted_) static_cast<void>(numbering_.next_label(place_, style_));
        is_labelled_ = true;
        lines_.end_line();
    }

    /// Text of a paragraph; before its first the paragraph's number.
    void paragraph_text(std::string_view text) {
        if (!is_labelled_) {
            is_labelled_ = true;
            std::string label = numbering_.next_label(place_, style_);
            if (label.empty()) label = stated_label_;
            if (!label.empty()) lines_.append(label + ' ');
        }
        lines_.append(font_ ? encoding::decode_font_run(text, *font_) : std::string(text));
    }

    DocumentLines& lines_;
    DocxNumbering& numbering_;
    ListPlace place_;
    std::string style_;
    std::string stated_label_;  ///< the paragraph's number as Word 2003 writes it out
    std::optional<encoding::FontEncoding> font_;  ///< of the run, when it tells a legacy encoding
    bool is_labelled_ = true;
    bool is_deleted_ = false;     ///< with its end
    bool in_properties_ = false;  ///< of a paragraph
    bool in_text_ = false;
    HiddenElements hidden_{is_no_text};
    int comments_ = 0;
    int tab_stops_ = 0;
    std::vector<std::uint32_t> columns_;  ///< that the open cells cover
};

}  // namespace

RawDocument document_of_docx(const DocxParts& parts) {
    DocumentLines lines;
    DocxNumbering numbering(parts.numbering, parts.styles);
    for (const std::string_view part : {parts.document, parts.footnotes, parts.endnotes}) {
        Body body(lines, numbering);
        if (!part.empty()) read_xml(part, [&](const XmlEvent& event) { body.take(event); });
    }
    return lines.finish();
}

}  // namespace commsearch::source
