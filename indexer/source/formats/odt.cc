#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/odt_styles.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// Elements whose text is not of the paper, or says what its headings say.
bool is_no_odt_text(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"office:annotation", "text:tracked-changes", "text:note-citation", "office:forms",
         "text:ruby-text", "svg:title", "svg:desc", "text:table-of-content",
         "text:illustration-index", "text:table-index", "text:object-index"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Boxes of text: their paragraphs stand inside another one.
bool is_drawn_box(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"draw:text-box", "text:note-body", "draw:custom-shape", "draw:rect", "draw:ellipse",
         "draw:circle", "draw:polygon", "draw:path", "draw:line", "draw:connector",
         "draw:caption"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// content.xml of a text or of slides -> lines. Notes stand in a box: their text comes before the paragraph it explains.
class Content {
public:
    Content(DocumentLines& lines, OdtStyles& styles) : lines_(lines), styles_(styles) {}

    void take(const XmlEvent& event) {
        if (hidden_.hide(event, is_hidden(event)) || is_repeated(event)) return;
        styles_.take(event);
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind != Kind::text) return;
        if (stated_) {
            *stated_ += event.text;
        } else if (paragraphs_ > 0) {
            paragraph_text(event.text);
        }
    }

private:
    /// Lists that are open around a paragraph; a box begins with none.
    struct Place {
        std::vector<std::string> lists;  ///< their styles
        bool begins_item = false;        ///< an item that has not been counted
        std::uint32_t start = 0;         ///< of that item; 0: the next
        std::string label;               ///< that no text has followed yet
    };

    [[nodiscard]] bool is_hidden(const XmlEvent& event) const {
        if (event.kind != Kind::start) return false;
        if (event.name == "text:p" || event.name == "text:h")
            return styles_.hides("paragraph", event.attribute("style-name"));
        if (event.name == "text:span") return styles_.hides("text", event.attribute("style-name"));
        if (event.name == "text:section" && event.attribute("display") == "none") return true;
        return (event.name == "text:section" || event.name == "text:hidden-text") &&
               event.attribute("is-hidden") == "true";
    }

    /// Each column that a cell covers has an element of its own.
    static bool is_cell(std::string_view name) {
        return name == "table:table-cell" || name == "table:covered-table-cell";
    }

    /// Frames of a slide that repeat on each: its number, the date, header and footer.
    bool is_repeated(const XmlEvent& event) {
        if (event.name != "draw:frame") return repeated_frames_ > 0;
        if (event.kind == Kind::end && repeated_frames_ > 0) {
            --repeated_frames_;
            return true;
        }
        const std::string place =
            event.kind == Kind::start ? event.attribute("class") : std::string();
        const bool repeats = place == "page-number" || place == "date-time" || place == "footer" ||
                             place == "header" || place == "page";
        if (event.kind == Kind::start && (repeats || repeated_frames_ > 0)) ++repeated_frames_;
        return repeated_frames_ > 0;
    }

    void start(const XmlEvent& event) {
        const std::string& name = event.name;
        if (name == "text:p" || name == "text:h") {
            ++paragraphs_;
            begin_label(event);
        } else if (name == "text:s") {
            constexpr std::uint32_t most_blanks = 100;
            const std::uint32_t count = number_of_attribute(event.attribute("c"), 1);
            lines_.append(std::string(std::min(count, most_blanks), ' '));
        } else if (name == "text:tab") {
            paragraph_text("\t");
        } else if (name == "text:line-break") {
            lines_.end_line();
        } else if (name == "text:soft-page-break" || name == "draw:page") {
            lines_.begin_page();
        } else if (is_drawn_box(name)) {
            lines_.begin_box();
            outer_.push_back(std::exchange(place_, {}));
        } else if (name == "table:table") {
            lines_.begin_table();
        } else if (name == "table:table-header-rows") {
            ++heads_;
        } else if (name == "table:table-row") {
            lines_.begin_row(heads_ > 0);
        } else if (is_cell(name)) {
            columns_.push_back(number_of_attribute(event.attribute("number-columns-repeated"), 1));
        } else if (name == "text:list") {
            start_list(event);
        } else if (name == "text:list-item") {
            place_.begins_item = true;
            place_.start = number_of_attribute(event.attribute("start-value"), 0);
        } else if (name == "text:number") {
            stated_.emplace();
        }
    }

    /// An item counts where its first paragraph begins: one that holds only a list is none.
    void begin_label(const XmlEvent& event) {
        std::string label;
        if (place_.begins_item && !place_.lists.empty()) {
            const std::size_t level = place_.lists.size() - 1;
            NumberedList& list = styles_.list(place_.lists.back());
            if (place_.start > 0 && level < list_levels) list.counts[level] = place_.start - 1;
            label = list.next_label(level);
        } else if (event.name == "text:h" && place_.lists.empty() &&
                   event.attribute("is-list-header") != "true") {
            label = styles_.next_heading(number_of_attribute(event.attribute("outline-level"), 1),
                                         event.attribute("style-name"));
        }
        place_.begins_item = false;
        if (!label.empty()) place_.label = std::move(label);
    }

    void start_list(const XmlEvent& event) {
        std::string style = event.attribute("style-name");
        if (style.empty() && !place_.lists.empty()) style = place_.lists.back();
        const bool continues = event.attribute("continue-numbering") == "true" ||
                               !event.attribute("continue-list").empty();
        if (place_.lists.empty() && !continues) styles_.list(style).restart();
        place_.lists.push_back(std::move(style));
    }

    void end(const std::string& name) {
        if (name == "text:p" || name == "text:h") {
            lines_.end_line();
            lines_.label_without_text(std::exchange(place_.label, {}));
            --paragraphs_;
        }
        if (is_drawn_box(name)) end_box();
        if (is_cell(name) && !columns_.empty()) {
            lines_.end_cell(columns_.back());
            columns_.pop_back();
        }
        if (name == "table:table-row") lines_.end_row();
        if (name == "table:table-header-rows") --heads_;
        if (name == "table:table") lines_.end_table();
        if (name == "text:list" && !place_.lists.empty()) place_.lists.pop_back();
        if (name == "text:list-item") {
            place_.begins_item = false;
            place_.label.clear();
        }
        if (name == "text:number" && stated_) {
            if (place_.label.empty()) place_.label = std::move(*stated_);
            stated_.reset();
        }
    }

    void end_box() {
        lines_.end_box();
        if (outer_.empty()) return;
        place_ = std::move(outer_.back());
        outer_.pop_back();
    }

    /// White space of the file means one blank; before the first text of an item stands its
    /// number.
    void paragraph_text(std::string_view text) {
        if (!place_.label.empty()) lines_.append(std::exchange(place_.label, {}) + ' ');
        std::string clean(text);
        std::replace(clean.begin(), clean.end(), '\n', ' ');
        lines_.append(clean);
    }

    DocumentLines& lines_;
    OdtStyles& styles_;
    Place place_;
    std::vector<Place> outer_;           ///< around the open boxes
    std::optional<std::string> stated_;  ///< a number as the file writes it out, being read
    int paragraphs_ = 0;
    int heads_ = 0;                       ///< open groups of header rows
    std::vector<std::uint32_t> columns_;  ///< that the open cells stand for
    int repeated_frames_ = 0;             ///< open ones
    HiddenElements hidden_{is_no_odt_text};
};

}  // namespace

RawDocument document_of_odt(std::string_view content, std::string_view styles) {
    DocumentLines lines;
    OdtStyles declared;
    if (!styles.empty()) read_xml(styles, [&](const XmlEvent& event) { declared.take(event); });
    Content reader(lines, declared);
    read_xml(content, [&](const XmlEvent& event) { reader.take(event); });
    return lines.finish();
}

}  // namespace commsearch::source
