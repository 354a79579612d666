#include <algorithm>
#include <string_view>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/review/csv.h"
#include "indexer/review/inspect.h"

namespace commsearch::review {
namespace {

constexpr std::string_view unreadable_code = "unreadable";

std::string place_of(const std::string& path, std::uint32_t line) {
    return line == 0 ? path : path + ':' + std::to_string(line);
}

}  // namespace

std::vector<DoubtKind> doubt_kinds(const CorpusDoubts& doubts, Language language) {
    std::vector<DoubtKind> kinds;
    for (const std::string& code : doubt_codes()) kinds.push_back({code, 0, {}});
    for (const ReportDoubts& report : doubts.found) {
        for (DoubtKind& kind : kinds) {
            const std::size_t before = kind.places.size();
            for (const Doubt& doubt : report.doubts) {
                if (doubt.code == kind.code)
                    kind.places.push_back({report.path, doubt.line, doubt.message.in(language)});
            }
            kind.reports += kind.places.size() > before ? 1 : 0;
        }
    }
    DoubtKind unread{std::string(unreadable_code), doubts.skipped.size(), {}};
    for (const source::Skipped& skipped : doubts.skipped)
        unread.places.push_back({skipped.path, 0, skipped.reason.in(language)});
    kinds.push_back(std::move(unread));
    std::erase_if(kinds, [](const DoubtKind& kind) { return kind.places.empty(); });
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const DoubtKind& a, const DoubtKind& b) { return a.reports > b.reports; });
    return kinds;
}

std::string doubts_text(const CorpusDoubts& doubts, Language language) {
    const std::vector<DoubtKind> kinds = doubt_kinds(doubts, language);
    std::string text;
    std::string counts;
    for (const DoubtKind& kind : kinds) {
        const std::string files = std::to_string(kind.reports);
        const Message touched = {files + " tệp", files + (kind.reports == 1 ? " file" : " files")};
        text += kind.code + ": " + touched.in(language) + '\n';
        for (const DoubtPlace& place : kind.places) {
            text += "  " + printable(place_of(place.path, place.line)) + "  " +
                    printable(place.message) + '\n';
        }
        counts += (counts.empty() ? "" : ", ") + kind.code + ' ' + files;
    }
    const std::string reports = std::to_string(doubts.reports);
    const std::string found = std::to_string(doubts.found.size());
    const Message total = {
        "Đã xem " + reports + " báo cáo; " + found + " báo cáo có chỗ cần xem lại",
        "Looked at " + reports + " reports; " + found + " of them are doubtful"};
    if (!text.empty()) text += '\n';
    return text + total.in(language) + (counts.empty() ? "" : ": " + counts) + ".\n";
}

std::string doubts_csv(const CorpusDoubts& doubts, Language language) {
    std::string text = csv_line({"path", "line", "code", "message"});
    for (const DoubtKind& kind : doubt_kinds(doubts, language)) {
        for (const DoubtPlace& place : kind.places) {
            text += csv_line({place.path, place.line == 0 ? "" : std::to_string(place.line),
                              kind.code, place.message});
        }
    }
    return text;
}

}  // namespace commsearch::review
