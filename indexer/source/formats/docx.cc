#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/docx_controls.h"
#include "indexer/source/formats/docx_fields.h"
#include "indexer/source/formats/docx_numbering.h"
#include "indexer/source/formats/docx_styles.h"
#include "indexer/source/formats/html_lists.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/symbol_font.h"
#include "indexer/source/formats/word_fields.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// Elements whose text is not of the paper, or stands elsewhere a second time; what a tracked change
/// has changed.
bool is_no_text(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"mc:Fallback", "w:moveFrom", "w:del", "w:hdr", "w:ftr", "w:pPrChange", "w:rPrChange",
         "w:tcPrChange", "w:trPrChange", "w:tblPrChange", "w:tblPrExChange", "w:tblGridChange",
         "w:sectPrChange"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Boxes whose paragraphs stand inside another one.
bool is_box(std::string_view name) {
    return name == "w:txbxContent" || name == "w:footnote" || name == "w:endnote";
}

/// document.xml, footnotes.xml or endnotes.xml -> lines.
class Body {
public:
    Body(std::string_view part, const DocxParts& parts, DocumentLines& lines,
         DocxNumbering& numbering, const DocxStyles& styles)
        : parts_(parts), lines_(lines), numbering_(numbering), styles_(styles), fields_(part) {}

    void take(const XmlEvent& event) {
        if (paragraph_.in_properties && event.name == "w:del") paragraph_.is_deleted = true;
        if (hidden_.hide(event, is_hidden(event)) || comments_.hide(event)) return;
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind == Kind::text && in_text_) paragraph_text(event.text);
        if (event.kind == Kind::text && in_code_) fields_.take_code(event.text);
    }

private:
    /// What is known of the run that is being read.
    struct Run {
        std::optional<encoding::FontEncoding> font;  ///< when it tells a legacy encoding
        std::optional<bool> hides;                   ///< itself
        std::string style;
    };
    /// A paragraph being read; those of a text box stand inside of one.
    struct Paragraph {
        ListPlace place;
        std::string style;
        std::string stated_label;  ///< its number as Word 2003 writes it out
        bool is_labelled = true;
        bool is_deleted = false;  ///< with its end
        bool is_hidden = false;   ///< its end
        bool in_properties = false;
        Run run;
    };

    /// Tables of contents, and what stands in a form until it is filled in.
    [[nodiscard]] bool is_hidden(const XmlEvent& event) const {
        if (event.kind != Kind::start) return false;
        if (event.name == "w:fldSimple") return is_table_of_contents(event.attribute("instr"));
        return event.name == "w:sdtContent" && controls_.hide();
    }

    [[nodiscard]] bool is_run_hidden() const {
        if (fields_.hide()) return true;
        const Run& run = paragraph_.run;
        if (run.hides) return *run.hides;
        if (const auto told = styles_.hides(run.style)) return *told;
        return styles_.hides(paragraph_.style).value_or(false);
    }

    void start(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "w:t" || name == "m:t") {
            in_text_ = true;
        } else if (is_box(name)) {
            lines_.begin_box();
            outer_.push_back(std::exchange(paragraph_, {}));
        } else {
            start_of_paragraph(event);
            start_of_mark(event);
            start_of_run(event);
            controls_.start(event);
            start_of_table(event);
        }
    }

    void start_of_paragraph(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "w:p") {
            lines_.end_line();
            paragraph_ = {};
            paragraph_.is_labelled = false;
        } else if (name == "w:pPr") {
            paragraph_.in_properties = true;
        } else if (name == "w:pStyle") {
            paragraph_.style = event.attribute("val");
        } else if (name == "w:numId") {
            paragraph_.place.list = event.attribute("val");
        } else if (name == "wx:t") {
            paragraph_.stated_label = word_list_mark(event.attribute("val"));
        } else if (name == "w:ilvl") {
            paragraph_.place.level = number_of_attribute(event.attribute("val"), 0);
        }
    }

    /// What stands for characters, for ends of lines and pages, or for another part.
    void start_of_mark(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "w:tab" || name == "w:ptab") {
            // Inside w:tabs it is a tab stop.
            if (tab_stops_ == 0) paragraph_text("\t");
        } else if (name == "w:tabs") {
            ++tab_stops_;
        } else if (name == "w:br" || name == "w:cr") {
            if (!is_run_hidden()) lines_.end_line();
        } else if (name == "w:noBreakHyphen") {
            paragraph_text("-");
        } else if (name == "w:lastRenderedPageBreak") {
            lines_.begin_page();
        } else if (name == "w:altChunk") {
            insert(event.attribute("r:id"));
        } else if (name == "relIds") {
            insert(event.attribute("r:dm"));
        }
    }

    /// Another part, as a box.
    void insert(const std::string& id) {
        if (!parts_.lines_of || id.empty()) return;
        lines_.begin_box();
        for (const std::string& line : parts_.lines_of(id)) {
            lines_.append(line);
            lines_.end_line();
        }
        lines_.end_box();
    }

    void start_of_run(const XmlEvent& event) {
        const std::string& name = event.name;
        Run& run = paragraph_.run;
        if (name == "w:r" || name == "m:r") {
            run = {};
        } else if (name == "w:rFonts") {
            run.font = encoding::encoding_of_font(event.attribute("ascii"));
        } else if (name == "w:vanish") {
            const bool hides = is_on(event.attribute("val"));
            paragraph_.in_properties ? void(paragraph_.is_hidden = hides) : void(run.hides = hides);
        } else if (name == "w:rStyle" && !paragraph_.in_properties) {
            run.style = event.attribute("val");
        } else if (name == "w:sym") {
            take_symbol(event);
        } else if (name == "w:fldChar") {
            fields_.take_mark(event.attribute("fldCharType"));
        } else if (name == "w:instrText") {
            in_code_ = true;
        }
    }

    void take_symbol(const XmlEvent& event) {
        std::uint32_t code = 0;
        const std::string text = event.attribute("char");
        std::from_chars(text.data(), text.data() + text.size(), code, 16);
        if (event.attribute("font") == "Symbol") paragraph_text(symbol_font_text(code));
    }

    void start_of_table(const XmlEvent& event) {
        const std::string& name = event.name;
        const auto value = [&] { return event.attribute("val"); };
        if (name == "w:tbl") {
            lines_.begin_table();
        } else if (name == "w:tr") {
            lines_.begin_row();
        } else if (name == "w:tblHeader") {
            if (is_on(value())) lines_.mark_head();
        } else if (name == "w:gridBefore") {
            lines_.end_cell(number_of_attribute(value(), 1));
        } else if (name == "w:tc") {
            cells_.emplace_back();
        } else if (name == "w:gridSpan" && !cells_.empty()) {
            cells_.back().columns = number_of_attribute(value(), 1);
        } else if (name == "w:hMerge" && !cells_.empty()) {
            cells_.back().continues = value() != "restart";
        }
    }

    void end(const std::string& name) {
        if (name == "w:t" || name == "m:t") in_text_ = false;
        if (name == "w:tabs") --tab_stops_;
        if (name == "w:pPr") paragraph_.in_properties = false;
        if (name == "w:instrText") in_code_ = false;
        if (name == "w:sdt") controls_.end();
        if (name == "w:p") end_paragraph();
        if (is_box(name)) end_box();
        if (name == "w:tc" && !cells_.empty()) {
            const Cell& cell = cells_.back();
            cell.continues ? lines_.end_continued_cell(cell.columns)
                           : lines_.end_cell(cell.columns);
            cells_.pop_back();
        }
        if (name == "w:tr") lines_.end_row();
        if (name == "w:tbl") lines_.end_table();
    }

    void end_box() {
        lines_.end_box();
        if (outer_.empty()) return;
        paragraph_ = std::move(outer_.back());
        outer_.pop_back();
    }

    void end_paragraph() {
        lines_.end_line();
        // An empty one has a number too, and counts.
        if (!paragraph_.is_labelled && !paragraph_.is_deleted && !paragraph_.is_hidden)
            lines_.label_without_text(next_label());
        paragraph_.is_labelled = true;
        fields_.end_paragraph();
    }

    std::string next_label() {
        std::string label = numbering_.next_label(paragraph_.place, paragraph_.style);
        return label.empty() ? paragraph_.stated_label : label;
    }

    /// Text of a paragraph; before its first the paragraph's number.
    void paragraph_text(std::string_view text) {
        if (is_run_hidden()) return;
        if (!paragraph_.is_labelled) {
            paragraph_.is_labelled = true;
            const std::string label = next_label();
            if (!label.empty()) lines_.append(label + ' ');
        }
        const auto& font = paragraph_.run.font;
        lines_.append(font ? encoding::decode_font_run(text, *font) : std::string(text));
    }

    struct Cell {
        std::uint32_t columns = 1;  ///< that it covers
        bool continues = false;     ///< the cell before it
    };

    const DocxParts& parts_;
    DocumentLines& lines_;
    DocxNumbering& numbering_;
    const DocxStyles& styles_;
    DocxFields fields_;
    Paragraph paragraph_;
    std::vector<Paragraph> outer_;  ///< around the open boxes
    bool in_text_ = false;
    bool in_code_ = false;  ///< of a field
    HiddenElements hidden_{is_no_text};
    WordComments comments_;
    DocxControls controls_;
    int tab_stops_ = 0;
    std::vector<Cell> cells_;  ///< the open ones
};

}  // namespace

RawDocument document_of_docx(const DocxParts& parts) {
    DocumentLines lines;
    DocxNumbering numbering(parts.numbering, parts.styles);
    const DocxStyles styles(parts.styles);
    for (const std::string_view part : {parts.document, parts.footnotes, parts.endnotes}) {
        Body body(part, parts, lines, numbering, styles);
        if (!part.empty()) read_xml(part, [&](const XmlEvent& event) { body.take(event); });
    }
    return lines.finish();
}

}  // namespace commsearch::source
