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

/// sharedStrings.xml.
class StringReader {
public:
    void take(const XmlEvent& event) {
        if (event.kind == Kind::text) return add(event.text);
        const bool starts = event.kind == Kind::start;
        if (event.name == "x:si" && starts) strings_.emplace_back();
        if (event.name == "x:r" || event.name == "x:si") font_.reset();
        if (event.name == "x:t") in_text_ = starts;
        if (event.name == "x:rPh") phonetic_ += starts ? 1 : -1;
        if (event.name == "x:rFont" && starts)
            font_ = encoding::encoding_of_font(event.attribute("val"));
    }
    std::vector<std::string> strings() { return std::move(strings_); }

private:
    void add(std::string_view text) {
        if (!in_text_ || phonetic_ > 0 || strings_.empty()) return;
        strings_.back() += font_ ? encoding::decode_font_run(text, *font_) : std::string(text);
    }

    std::vector<std::string> strings_;
    std::optional<encoding::FontEncoding> font_;  ///< of the run
    bool in_text_ = false;
    int phonetic_ = 0;
};

}  // namespace

/// styles.xml: what is before cellXfs names formats and fonts by number.
class XlsxTables::StyleReader {
public:
    void take(const XmlEvent& event) {
        if (event.name == "x:fonts") in_fonts_ = event.kind == Kind::start;
        if (event.name == "x:cellXfs") in_cell_styles_ = event.kind == Kind::start;
        if (event.kind != Kind::start) return;
        if (event.name == "x:numFmt")
            formats_[number_in(event, "numFmtId")] = event.attribute("formatCode");
        if (in_fonts_) take_font(event);
        if (event.name == "x:xf" && in_cell_styles_) {
            const std::uint32_t font = number_in(event, "fontId");
            styles_.push_back({format_of(number_in(event, "numFmtId")),
                               font < fonts_.size() ? fonts_[font] : std::nullopt});
        }
    }
    std::vector<Style> styles() { return std::move(styles_); }

private:
    static std::uint32_t number_in(const XmlEvent& event, const char* attribute) {
        return number_of_attribute(event.attribute(attribute), 0);
    }

    void take_font(const XmlEvent& event) {
        if (event.name == "x:font") fonts_.emplace_back();
        if (event.name == "x:name" && !fonts_.empty())
            fonts_.back() = encoding::encoding_of_font(event.attribute("val"));
    }

    [[nodiscard]] std::string format_of(std::uint32_t number) const {
        const auto found = formats_.find(number);
        return found == formats_.end() ? std::string(builtin_number_format(number)) : found->second;
    }

    std::map<std::uint32_t, std::string> formats_;
    std::vector<std::optional<encoding::FontEncoding>> fonts_;
    bool in_fonts_ = false;
    bool in_cell_styles_ = false;
    std::vector<Style> styles_;
};

XlsxTables::XlsxTables(std::string_view styles, std::string_view shared_strings) {
    StyleReader style_reader;
    if (!styles.empty()) read_xml(styles, [&](const XmlEvent& event) { style_reader.take(event); });
    styles_ = style_reader.styles();
    StringReader string_reader;
    if (!shared_strings.empty())
        read_xml(shared_strings, [&](const XmlEvent& event) { string_reader.take(event); });
    strings_ = string_reader.strings();
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
