#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// DrawingML, the text of slides and of boxes on sheets -> lines: paragraphs with their automatic
/// numbers, tables. Not for two threads at once.
class DrawingText {
public:
    explicit DrawingText(DocumentLines& lines) : lines_(lines) {}

    /// To be called of every event, in order.
    void take(const XmlEvent& event);

private:
    void start(const XmlEvent& event);
    void end(std::string_view name);
    void append(std::string_view text);
    [[nodiscard]] std::string next_label();

    DocumentLines& lines_;
    std::vector<std::uint32_t> counts_;  ///< of the numbered paragraphs of each level
    std::uint32_t level_ = 0;
    std::string numbering_;  ///< of the open paragraph: "arabicPeriod"; empty for none
    std::uint32_t start_at_ = 1;
    bool is_labelled_ = false;
    bool in_text_ = false;
    HiddenElements hidden_{is_no_drawing_text};

    static bool is_no_drawing_text(std::string_view name);
};

/// The lines of a part that holds boxes beside others, such as a drawing on a sheet.
[[nodiscard]] std::vector<std::string> drawing_lines(std::string_view xml);

}  // namespace commsearch::source
