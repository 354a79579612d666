#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

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

/// Elements whose text is not of the paper.
bool is_no_odt_text(std::string_view name) {
    return name == "office:annotation" || name == "text:tracked-changes" ||
           name == "text:note-citation" || name == "office:forms" || name == "text:ruby-text";
}

/// content.xml of a text or of slides -> lines. Notes stand in a box: their text comes before the paragraph it explains.
class Content {
public:
    explicit Content(DocumentLines& lines) : lines_(lines) {}

    void take(const XmlEvent& event) {
        if (hidden_.hide(event) || is_repeated(event)) return;
        if (event.kind == Kind::start) start(event);
        if (event.kind == Kind::end) end(event.name);
        if (event.kind == Kind::text && paragraphs_ > 0) paragraph_text(event.text);
    }

private:
    static bool is_box(std::string_view name) {
        return name == "draw:text-box" || name == "text:note-body";
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
        } else if (is_box(name)) {
            lines_.begin_box();
        } else if (name == "table:table") {
            lines_.begin_table();
        } else if (name == "table:table-header-rows") {
            ++heads_;
        } else if (name == "table:table-row") {
            lines_.begin_row(heads_ > 0);
        } else if (is_cell(name)) {
            columns_.push_back(number_of_attribute(event.attribute("number-columns-repeated"), 1));
        } else if (name == "text:list-style") {
            style_ = event.attribute("name");
        } else if (name == "text:list-level-style-number") {
            const std::uint32_t level = number_of_attribute(event.attribute("level"), 0);
            if (level >= 1 && level <= list_levels)
                styles_[style_].levels[level - 1] = level_of(event, level);
        } else if (name == "text:list-level-style-bullet") {
            const std::uint32_t level = number_of_attribute(event.attribute("level"), 0);
            if (level >= 1 && level <= list_levels)
                styles_[style_].levels[level - 1].style = ListLevel::Style::bullet;
        } else if (name == "text:list") {
            start_list(event);
        } else if (name == "text:list-item" && !open_lists_.empty()) {
            NumberedList& list = styles_[open_lists_.back()];
            label_ = list.next_label(open_lists_.size() - 1);
        }
    }

    void start_list(const XmlEvent& event) {
        std::string style = event.attribute("style-name");
        if (style.empty() && !open_lists_.empty()) style = open_lists_.back();
        const bool continues = event.attribute("continue-numbering") == "true" ||
                               !event.attribute("continue-list").empty();
        if (open_lists_.empty() && !continues) styles_[style].restart();
        open_lists_.push_back(std::move(style));
    }

    void end(const std::string& name) {
        if (name == "text:p" || name == "text:h") {
            lines_.end_line();
            --paragraphs_;
        }
        if (is_box(name)) lines_.end_box();
        if (is_cell(name) && !columns_.empty()) {
            lines_.end_cell(columns_.back());
            columns_.pop_back();
        }
        if (name == "table:table-row") lines_.end_row();
        if (name == "table:table-header-rows") --heads_;
        if (name == "table:table") lines_.end_table();
        if (name == "text:list" && !open_lists_.empty()) open_lists_.pop_back();
        if (name == "text:list-item") label_.clear();
    }

    /// White space of the file means one blank; before the first text of an item stands its
    /// number.
    void paragraph_text(std::string_view text) {
        if (!label_.empty()) {
            lines_.append(label_ + ' ');
            label_.clear();
        }
        std::string clean(text);
        std::replace(clean.begin(), clean.end(), '\n', ' ');
        lines_.append(clean);
    }

    DocumentLines& lines_;
    std::map<std::string, NumberedList> styles_;
    std::vector<std::string> open_lists_;  ///< their styles
    std::string style_;                    ///< being declared
    std::string label_;                    ///< of the item whose text has not begun
    int paragraphs_ = 0;
    int heads_ = 0;                       ///< open groups of header rows
    std::vector<std::uint32_t> columns_;  ///< that the open cells stand for
    int repeated_frames_ = 0;             ///< open ones
    HiddenElements hidden_{is_no_odt_text};
};

}  // namespace

RawDocument document_of_odt(std::string_view content) {
    DocumentLines lines;
    Content reader(lines);
    read_xml(content, [&](const XmlEvent& event) { reader.take(event); });
    return lines.finish();
}

}  // namespace commsearch::source
