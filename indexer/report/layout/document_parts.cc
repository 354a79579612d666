#include "indexer/report/layout/document_parts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {
namespace {

/// Rows of tables are no frame, header or signature: they are set aside while these are looked for.
std::vector<Line> take_rows(std::vector<Line>& lines) {
    std::vector<Line> rows;
    std::vector<Line> others;
    for (Line& line : lines) (line.table == 0 ? others : rows).push_back(std::move(line));
    lines = std::move(others);
    return rows;
}

void put_back(std::vector<Line> rows, std::vector<Line>& lines) {
    std::vector<Line> all;
    all.reserve(rows.size() + lines.size());
    std::merge(std::move_iterator(rows.begin()), std::move_iterator(rows.end()),
               std::move_iterator(lines.begin()), std::move_iterator(lines.end()),
               std::back_inserter(all),
               [](const Line& a, const Line& b) { return a.number < b.number; });
    lines = std::move(all);
}

}  // namespace

std::vector<const Line*> DocumentParts::opening() const {
    std::vector<const Line*> lines;
    for (std::size_t i = 0; i < std::min(opening_lines, framed.lines.size()); ++i) {
        if (framed.lines[i].table == 0) lines.push_back(&framed.lines[i]);
    }
    return lines;
}

std::vector<LeftOut> DocumentParts::left_out() const {
    std::vector<LeftOut> parts = framed.left_out;
    LeftOut heads{LeftOutPart::table_head, {}};
    std::copy_if(framed.lines.begin(), framed.lines.end(), std::back_inserter(heads.lines),
                 [](const Line& line) { return line.is_head; });
    parts.push_back({LeftOutPart::stamp, stamps.lines});
    parts.push_back({LeftOutPart::header, header.lines});
    parts.push_back({LeftOutPart::signature, signature.lines});
    parts.push_back(std::move(heads));
    std::erase_if(parts, [](const LeftOut& part) { return part.lines.empty(); });
    return parts;
}

DocumentParts take_apart(const source::RawDocument& document) {
    DocumentParts parts;
    std::vector<Line> lines = lines_of(document.text, document.tables);
    std::vector<Line> rows = take_rows(lines);
    parts.stamps = take_stamps(lines);
    parts.framed = without_frame(std::move(lines), document.stated.title);
    parts.header = take_header(parts.framed);
    parts.signature = take_signature(parts.framed.lines);
    put_back(std::move(rows), parts.framed.lines);
    return parts;
}

}  // namespace commsearch::report
