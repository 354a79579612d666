#include "indexer/review/csv.h"

#include "analyzers/base/unicode.h"

namespace commsearch::review {
namespace {

std::string csv_cell(std::string_view text) {
    std::string cell = printable(text);
    if (!cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos) {
        cell.insert(0, "'");
    }
    if (cell.find_first_of("\",") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char byte : cell) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        if (&cell != cells.data()) line += ',';
        line += csv_cell(cell);
    }
    return line + "\r\n";
}

}  // namespace commsearch::review
