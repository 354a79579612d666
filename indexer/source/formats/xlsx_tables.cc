#include "indexer/source/formats/xlsx_tables.h"

#include <map>
#include <utility>

#include "analyzers/base/message.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/number_format.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// styles.xml: what is before cellXfs names formats and fonts by number.
struct StyleParts {
    std::map<std::uint32_t, std::string> formats;
    std::vector<std::optional<encoding::FontEncoding>> fonts;
    bool in_fonts = false;
    bool in_cell_styles = false;

    [[nodiscard]] std::string format_of(std::uint32_t number) const {
        const auto found = formats.find(number);
        return found == formats.end() ? std::string(builtin_number_format(number)) : found->second;
    }
};

}  // namespace

XlsxTables::XlsxTables(std::string_view styles, std::string_view shared_strings) {
    StyleParts parts;
    const auto take_style = [&](const XmlEvent& event) {
        if (event.name == "x:fonts") parts.in_fonts = event.kind == Kind::start;
        if (event.name == "x:cellXfs") parts.in_cell_styles = event.kind == Kind::start;
        if (event.kind != Kind::start) return;
        const auto number = [&](const char* attribute) {
            return number_of_attribute(event.attribute(attribute), 0);
        };
        if (event.name == "x:numFmt") {
            parts.formats[number("numFmtId")] = event.attribute("formatCode");
        } else if (event.name == "x:font" && parts.in_fonts) {
            parts.fonts.emplace_back();
        } else if (event.name == "x:name" && parts.in_fonts && !parts.fonts.empty()) {
            parts.fonts.back() = encoding::encoding_of_font(event.attribute("val"));
        } else if (event.name == "x:xf" && parts.in_cell_styles) {
            const std::uint32_t font = number("fontId");
            styles_.push_back({parts.format_of(number("numFmtId")),
                               font < parts.fonts.size() ? parts.fonts[font] : std::nullopt});
        }
    };
    if (!styles.empty()) read_xml(styles, take_style);

    std::optional<encoding::FontEncoding> font;  // of the run
    bool in_text = false;
    int phonetic = 0;
    const auto take_string = [&](const XmlEvent& event) {
        if (event.kind == Kind::text) {
            if (!in_text || phonetic > 0 || strings_.empty()) return;
            strings_.back() +=
                font ? encoding::decode_font_run(event.text, *font) : std::string(event.text);
            return;
        }
        const bool starts = event.kind == Kind::start;
        if (event.name == "x:si" && starts) strings_.emplace_back();
        if (event.name == "x:r" || event.name == "x:si") font.reset();
        if (event.name == "x:t") in_text = starts;
        if (event.name == "x:rPh") phonetic += starts ? 1 : -1;
        if (event.name == "x:rFont" && starts)
            font = encoding::encoding_of_font(event.attribute("val"));
    };
    if (!shared_strings.empty()) read_xml(shared_strings, take_string);
}

std::string_view XlsxTables::shared(std::size_t number) const {
    return number < strings_.size() ? std::string_view(strings_[number]) : std::string_view();
}

std::string_view XlsxTables::number_format(std::size_t style) const {
    return style < styles_.size() ? std::string_view(styles_[style].format) : std::string_view();
}

std::string XlsxTables::decoded(std::string text, std::size_t style) const {
    if (style >= styles_.size() || !styles_[style].font) return text;
    return encoding::decode_font_run(text, *styles_[style].font);
}

}  // namespace commsearch::source
