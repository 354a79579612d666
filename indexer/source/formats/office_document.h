#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// Gathers paragraphs and table rows into the text of a document. Not for two threads at once.
class DocumentLines {
public:
    /// Running text of the open paragraph; white space as in the file.
    void append(std::string_view text) { line_ += text; }
    /// Ends the paragraph, or a line within it. Blank ones are dropped.
    void end_line();
    /// A box whose paragraphs stand inside another one: they come before it.
    void begin_box();
    void end_box();
    void begin_row();
    void end_cell();
    /// Joins the cells as "a | b" when each holds one line at most; those of a row that lays out
    /// the page stay lines.
    void end_row();
    /// The next line is the first of a page.
    void begin_page();

    /// Text and pages; no page when none began.
    [[nodiscard]] RawDocument finish();

private:
    struct Row {
        std::size_t first_line = 0;
        std::size_t cell_line = 0;
        bool one_line_cells = true;
    };

    std::vector<std::string> lines_;
    std::string line_;
    std::vector<std::string> outer_;
    std::vector<Row> rows_;
    std::vector<std::size_t> pages_;  ///< 0-based lines
};

/// Passes over the elements of a file whose text is not of the paper, with all that is inside of
/// them. Not for two threads at once.
class HiddenElements {
public:
    /// `is_hidden` tells by its name whether an element is one.
    explicit HiddenElements(bool (*is_hidden)(std::string_view name)) : is_hidden_(is_hidden) {}

    /// Whether to pass over `event`. Asked of every event, in order.
    [[nodiscard]] bool hide(const XmlEvent& event) {
        if (event.kind != XmlEvent::Kind::text && is_hidden_(event.name)) {
            const bool starts = event.kind == XmlEvent::Kind::start;
            depth_ += starts ? 1 : -1;
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

/// The parts of a .docx that matter, empty where it has none.
struct DocxParts {
    std::string_view document, numbering, styles, footnotes, endnotes;
};

/// XML of a .docx -> text, stated title empty. Throws Error when the XML is broken or declares a
/// document type: office files have none, entity bombs do.
[[nodiscard]] RawDocument document_of_docx(const DocxParts& parts);
/// content.xml of an .odt -> text, likewise.
[[nodiscard]] RawDocument document_of_odt(std::string_view content);

/// The text of a package of `kind`, whichever it is but none. Throws Error as above and when it
/// holds no text.
[[nodiscard]] RawDocument document_of(const OfficePackage& package, OfficeKind kind);

}  // namespace commsearch::source
