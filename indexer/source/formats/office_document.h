#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/table.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// Gathers paragraphs and tables into the text of a document. Not for two threads at once.
///
/// A table: begin_table(), for each row begin_row(), for each cell its paragraphs and end_cell(),
/// end_row(), end_table(). Whether it is a grid of data or lays out the page is decided at its end
/// (shape_of); cells that lay out the page come out as lines. A table within a cell of a grid
/// becomes text of the cell.
class DocumentLines {
public:
    /// Running text of the open paragraph; white space as in the file.
    void append(std::string_view text) { line_ += text; }
    /// Ends the paragraph, or a line within it. Blank ones are dropped.
    void end_line();
    /// The paragraph that ended had only this number: a cell without any text shows it, as cells of
    /// ordinal numbers do.
    void label_without_text(std::string label);
    /// A box whose paragraphs stand inside another one: they come before it.
    void begin_box();
    void end_box();
    /// The next line is the first of a page.
    void begin_page();

    void begin_table();
    /// `is_head`: the file says that the row holds heads of columns.
    void begin_row(bool is_head = false);
    /// The open row is such a row.
    void mark_head();
    /// Where the cells of the open row begin and the last one ends, in twips: instead of columns,
    /// when all rows of the table have them.
    void set_edges(std::vector<std::int32_t> edges);
    /// `columns` that the cell covers, itself included; cells that it covers in the rows below.
    void end_cell(std::uint32_t columns = 1, std::uint32_t rows = 1);
    /// As end_cell(), of a cell that belongs to the one before it.
    void end_continued_cell(std::uint32_t columns);
    void end_row();
    void end_table();

    /// Text, tables and pages; no page when none began.
    [[nodiscard]] RawDocument finish();

private:
    struct OpenTable {
        std::vector<TableRow> rows;
        TableCell cell;     ///< being read
        std::string label;  ///< of its first paragraph without text
    };

    [[nodiscard]] TextBlock& target() {
        return tables_.empty() ? document_ : tables_.back().cell.content;
    }

    TextBlock document_;
    std::vector<OpenTable> tables_;  ///< outermost first
    std::size_t too_deep_ = 0;       ///< open tables that are read as text of their cell
    std::string line_;
    std::vector<std::string> outer_;
};

/// `document`; throws Error when it holds no text.
[[nodiscard]] RawDocument with_text(RawDocument document);

/// The lines of a text, each of which has an end.
[[nodiscard]] std::vector<std::string> lines_of_text(std::string_view text);

/// Passes over the elements of a file whose text is not of the paper, with all that is inside of
/// them. Not for two threads at once.
class HiddenElements {
public:
    /// `is_hidden` tells by its name whether an element is one.
    explicit HiddenElements(bool (*is_hidden)(std::string_view name)) : is_hidden_(is_hidden) {}

    /// Whether to pass over `event`. Asked of every event, in order.
    /// `is_one`: the element that starts is one by more than its name.
    [[nodiscard]] bool hide(const XmlEvent& event, bool is_one = false) {
        if (event.kind == XmlEvent::Kind::start &&
            (depth_ > 0 || is_one || is_hidden_(event.name))) {
            ++depth_;
            return true;
        }
        if (event.kind == XmlEvent::Kind::end && depth_ > 0) {
            --depth_;
            return true;
        }
        return depth_ > 0;
    }

private:
    bool (*is_hidden_)(std::string_view);
    int depth_ = 0;
};

/// The number that an attribute begins with, `otherwise` for any other.
[[nodiscard]] std::uint32_t number_of_attribute(std::string_view value, std::uint32_t otherwise);

/// Whether a switch of a .docx is on by its w:val: `<w:isLgl/>` says yes, `<w:isLgl w:val="0"/>`
/// no.
[[nodiscard]] inline bool is_on(std::string_view value) {
    return value != "0" && value != "false" && value != "off";
}

/// The parts of a .docx that matter, empty where it has none.
struct DocxParts {
    std::string_view document, numbering, styles, footnotes, endnotes;
    /// The lines of another part that the document names by the id of its relationship: a diagram,
    /// a document that is inserted. May be empty.
    std::function<std::vector<std::string>(const std::string& id)> lines_of{};
};

/// XML of a .docx -> text, stated title empty. Throws Error when the XML is broken or declares a
/// document type: office files have none, entity bombs do.
[[nodiscard]] RawDocument document_of_docx(const DocxParts& parts);
/// content.xml and styles.xml of an .odt -> text, likewise; the latter may be empty.
[[nodiscard]] RawDocument document_of_odt(std::string_view content, std::string_view styles = {});

/// content.xml of an .ods -> text, likewise.
[[nodiscard]] RawDocument document_of_ods(std::string_view content);
/// A workbook and a presentation of Office -> text, likewise; a slide is a page, its notes stand
/// below it.
[[nodiscard]] RawDocument document_of_xlsx(const OfficePackage& package);
[[nodiscard]] RawDocument document_of_pptx(const OfficePackage& package);

/// Slides of a presentation; one with more is refused.
inline constexpr std::size_t max_slides = 5'000;

/// The text of a package of `kind`, whichever it is but none. Throws Error as above and when it
/// holds no text.
[[nodiscard]] RawDocument document_of(const OfficePackage& package, OfficeKind kind);

}  // namespace commsearch::source
