#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/ascii.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/drawing_text.h"
#include "indexer/source/formats/number_format.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/spreadsheet.h"
#include "indexer/source/formats/xlsx_tables.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// "AB12" -> 27; nothing for what is no place.
std::optional<std::uint32_t> column_of(std::string_view place) {
    constexpr std::size_t most_letters = 3;
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < place.size() && at <= most_letters && place[at] >= 'A' && place[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::uint32_t>(place[at] - 'A' + 1);
    if (at == 0 || at > most_letters) return std::nullopt;
    return column - 1;
}

/// "1990-05-06T07:30:00" -> "06/05/1990 07:30"; what is no date as it is.
std::string day_first(const std::string& date) {
    constexpr std::string_view shape = "0000-00-00";
    if (date.size() < shape.size()) return date;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool is_digit = is_ascii_digit(date[i]);
        if (shape[i] == '0' ? !is_digit : date[i] != shape[i]) return date;
    }
    std::string text = date.substr(8, 2) + '/' + date.substr(5, 2) + '/' + date.substr(0, 4);
    constexpr std::size_t time = shape.size() + 1, time_size = 5;
    if (date.size() < time + time_size) return text;
    const std::string of_day = date.substr(time, time_size);
    return of_day == "00:00" ? text : text + ' ' + of_day;
}

/// "_x000D_" is the character of that number, as workbooks write those that XML has no room for.
std::string unescaped(std::string_view text) {
    constexpr std::size_t size = 7;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::uint32_t code = 0;
        const char* const digits = text.data() + at + 2;
        const bool is_mark = text.size() - at >= size && text.substr(at).starts_with("_x") &&
                             text[at + size - 1] == '_' &&
                             std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
        const bool is_half = code >= 0xD800 && code < 0xE000;
        if (!is_mark || is_half) {
            result += text[at];
            continue;
        }
        at += size - 1;
        if (code >= U' ' || code == U'\n') {
            append_utf8(result, static_cast<char32_t>(code));
        } else if (at + 1 < text.size() && text[at + 1] > ' ') {
            result += ' ';
        }
    }
    return result;
}

/// A sheet's XML -> rows.
class SheetReader {
public:
    SheetReader(const XlsxTables& tables, bool from_1904, SpreadsheetText& out)
        : tables_(tables), from_1904_(from_1904), out_(out) {}

    void take(const XmlEvent& event) {
        if (event.kind == Kind::text) {
            if (reading_) value_ += event.text;
            return;
        }
        const bool starts = event.kind == Kind::start;
        if (event.name == "x:v" || event.name == "x:t") reading_ = starts && phonetic_ == 0;
        if (event.name == "x:rPh") phonetic_ += starts ? 1 : -1;
        if (event.name == "x:c") starts ? begin_cell(event) : end_cell();
        if (event.name == "x:row" && !starts) {
            out_.end_row();
            next_column_ = 0;
        }
    }

private:
    void begin_cell(const XmlEvent& event) {
        column_ = column_of(event.attribute("r")).value_or(next_column_);
        next_column_ = column_ + 1;
        type_ = event.attribute("t");
        style_ = number_of_attribute(event.attribute("s"), 0);
        value_.clear();
    }

    void end_cell() {
        reading_ = false;
        out_.add_cell(column_, shown());
    }

    [[nodiscard]] std::string shown() const {
        if (type_ == "s") {
            const std::string_view text = tables_.shared(number_of_attribute(value_, UINT32_MAX));
            return tables_.decoded(unescaped(text), style_);
        }
        if (type_ == "inlineStr" || type_ == "str")
            return tables_.decoded(unescaped(value_), style_);
        if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
        if (type_ == "e") return {};  // "#REF!" is no text of the paper
        if (type_ == "d") return day_first(value_);
        double number = 0;
        const auto [end, failed] =
            std::from_chars(value_.data(), value_.data() + value_.size(), number);
        if (failed != std::errc{}) return {};
        return formatted_number(number, tables_.number_format(style_), from_1904_);
    }

    const XlsxTables& tables_;
    bool from_1904_;
    SpreadsheetText& out_;
    std::string type_, value_;  ///< of the open cell
    std::uint32_t column_ = 0, next_column_ = 0, style_ = 0;
    int phonetic_ = 0;
    bool reading_ = false;
};

/// What workbook.xml says of its sheets. Hidden ones are left out: nobody who opens the file sees
/// them, and they hold lists for choosing from, or old macro viruses.
struct WorkbookParts {
    struct Sheet {
        std::string name, id;
    };
    std::vector<Sheet> sheets;
    bool from_1904 = false;

    explicit WorkbookParts(std::string_view workbook) {
        read_xml(workbook, [&](const XmlEvent& event) {
            if (event.kind != Kind::start) return;
            if (event.name == "x:workbookPr") {
                const std::string says = event.attribute("date1904");
                from_1904 = says == "1" || says == "true";
            }
            if (event.name != "x:sheet") return;
            const std::string state = event.attribute("state");
            if (state.empty() || state == "visible")
                sheets.push_back({event.attribute("name"), event.attribute("r:id")});
        });
    }
};

}  // namespace

RawDocument document_of_xlsx(const OfficePackage& package) {
    const std::string main = main_part(package);
    const WorkbookParts workbook(package.part(main));
    const XlsxTables tables(package.part(package.related(main, "styles")),
                            package.part(package.related(main, "sharedStrings")));
    const auto parts = package.relationships_of(main);
    SpreadsheetText out;
    for (const WorkbookParts::Sheet& sheet : workbook.sheets) {
        const auto named = std::find_if(parts.begin(), parts.end(),
                                        [&](const auto& part) { return part.id == sheet.id; });
        if (named == parts.end() || !package.has(named->target)) continue;
        out.begin_sheet(sheet.name);
        SheetReader reader(tables, workbook.from_1904, out);
        read_xml(package.part(named->target), [&](const XmlEvent& event) { reader.take(event); });
        const std::string drawing = package.related(named->target, "drawing");
        if (!package.has(drawing)) continue;
        for (std::string& line : drawing_lines(package.part(drawing)))
            out.add_line(std::move(line));
    }
    return out.finish();
}

}  // namespace commsearch::source
