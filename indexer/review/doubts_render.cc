#include <map>
#include <string_view>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/review/inspect.h"

namespace commsearch::review {
namespace {

constexpr std::string_view unreadable_code = "unreadable";

std::string place_of(const std::string& path, std::uint32_t line) {
    return line == 0 ? path : path + ':' + std::to_string(line);
}

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

std::string csv_row(const std::string& path, const std::string& line, const std::string& code,
                    const std::string& message) {
    return csv_cell(path) + ',' + csv_cell(line) + ',' + csv_cell(code) + ',' + csv_cell(message) +
           "\r\n";
}

/// "no-date 3, unknown-heading 12", in the order of doubt_codes().
std::string counts_text(const CorpusDoubts& doubts) {
    std::map<std::string, std::size_t> counts;
    for (const ReportDoubts& report : doubts.found) {
        for (const Doubt& doubt : report.doubts) ++counts[doubt.code];
    }
    counts[std::string(unreadable_code)] = doubts.skipped.size();
    std::vector<std::string> codes = doubt_codes();
    codes.emplace_back(unreadable_code);
    std::string text;
    for (const std::string& code : codes) {
        if (counts[code] == 0) continue;
        text += (text.empty() ? "" : ", ") + code + ' ' + std::to_string(counts[code]);
    }
    return text;
}

}  // namespace

std::string doubts_text(const CorpusDoubts& doubts, Language language) {
    std::string text;
    for (const ReportDoubts& report : doubts.found) {
        for (const Doubt& doubt : report.doubts) {
            text += printable(place_of(report.path, doubt.line)) + "  " + doubt.code + "  " +
                    printable(doubt.message.in(language)) + '\n';
        }
    }
    for (const source::Skipped& skipped : doubts.skipped) {
        text += printable(skipped.path) + "  " + std::string(unreadable_code) + "  " +
                printable(skipped.reason.in(language)) + '\n';
    }
    const std::string reports = std::to_string(doubts.reports);
    const std::string found = std::to_string(doubts.found.size());
    const Message total = {
        "Đã xem " + reports + " báo cáo; " + found + " báo cáo có chỗ cần xem lại",
        "Looked at " + reports + " reports; " + found + " of them are doubtful"};
    const std::string counts = counts_text(doubts);
    if (!text.empty()) text += '\n';
    return text + total.in(language) + (counts.empty() ? "" : ": " + counts) + ".\n";
}

std::string doubts_csv(const CorpusDoubts& doubts, Language language) {
    std::string text = "path,line,code,message\r\n";
    for (const ReportDoubts& report : doubts.found) {
        for (const Doubt& doubt : report.doubts) {
            text += csv_row(report.path, doubt.line == 0 ? "" : std::to_string(doubt.line),
                            doubt.code, doubt.message.in(language));
        }
    }
    for (const source::Skipped& skipped : doubts.skipped) {
        text +=
            csv_row(skipped.path, "", std::string(unreadable_code), skipped.reason.in(language));
    }
    return text;
}

}  // namespace commsearch::review
