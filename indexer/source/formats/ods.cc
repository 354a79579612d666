#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/spreadsheet.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

bool is_no_cell_text(std::string_view name) {
    return name == "office:annotation" || name == "table:tracked-changes" ||
           name == "text:ruby-text" || name == "table:shapes";
}

/// content.xml of a spreadsheet -> rows; cells hold what they showed when the file was saved.
class OdsReader {
public:
    explicit OdsReader(SpreadsheetText& out) : out_(out) {}

    void take(const XmlEvent& event) {
        if (hidden_.hide(event)) return;
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind == Kind::text && paragraphs_ > 0) append(event.text);
    }

private:
    static bool is_cell(std::string_view name) {
        return name == "table:table-cell" || name == "table:covered-table-cell";
    }

    void start(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "style:style") {
            style_ = event.attribute("name");
        } else if (name == "style:table-properties") {
            if (event.attribute("display") == "false") hidden_styles_.insert(style_);
        } else if (name == "table:table") {
            // Hidden sheets, as those of a workbook of Excel.
            is_hidden_ = hidden_styles_.contains(event.attribute("style-name"));
            if (!is_hidden_) out_.begin_sheet(event.attribute("name"));
        } else if (name == "table:table-row") {
            rows_ = number_of_attribute(event.attribute("number-rows-repeated"), 1);
            column_ = 0;
        } else if (is_cell(name)) {
            columns_ = number_of_attribute(event.attribute("number-columns-repeated"), 1);
            text_.clear();
        } else if (name == "text:p") {
            ++paragraphs_;
            if (!text_.empty()) text_ += '\n';
        } else if (name == "text:s" || name == "text:tab") {
            text_ += ' ';
        } else if (name == "text:line-break") {
            text_ += '\n';
        }
    }

    void append(std::string_view text) {
        const std::size_t begin = text_.size();
        text_ += text;
        std::replace(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), '\n', ' ');
    }

    void end(const std::string& name) {
        if (name == "text:p") --paragraphs_;
        if (is_cell(name)) end_cell();
        if (name == "table:table-row") end_row();
    }

    void end_cell() {
        const std::uint32_t end = column_ + std::min(columns_, max_columns - column_);
        const bool is_shown = !text_.empty() && !is_hidden_;
        for (; is_shown && column_ < end; ++column_) out_.add_cell(column_, text_);
        column_ = end;
        text_.clear();
    }

    void end_row() {
        constexpr std::uint32_t most_alike = 1'000;
        if (!is_hidden_) out_.end_row(std::min(rows_, most_alike));
    }

    SpreadsheetText& out_;
    std::set<std::string> hidden_styles_;
    std::string style_;  ///< being declared
    std::string text_;   ///< of the open cell
    std::uint32_t rows_ = 1, columns_ = 1, column_ = 0;
    int paragraphs_ = 0;
    bool is_hidden_ = false;
    HiddenElements hidden_{is_no_cell_text};
};

}  // namespace

RawDocument document_of_ods(std::string_view content) {
    SpreadsheetText out;
    OdsReader reader(out);
    read_xml(content, [&](const XmlEvent& event) { reader.take(event); });
    return out.finish();
}

}  // namespace commsearch::source
