#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/spreadsheet.h"

namespace commsearch::source {
namespace {

/// Between cells: where Vietnamese is set, Excel writes ';', since ',' stands in numbers.
constexpr std::string_view delimiters = ";\t,|";

/// Excel's own hint on the first line; nothing for none.
std::size_t size_of_hint(std::string_view text) {
    constexpr std::string_view hint = "sep=";  // and one byte
    const bool hinted = text.starts_with(hint) && text.size() > hint.size() + 1 &&
                        (text[hint.size() + 1] == '\r' || text[hint.size() + 1] == '\n');
    return hinted ? hint.size() + 2 : 0;
}

/// Takes a text apart as RFC 4180 does; a quote within a cell that has none around it is a letter.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    /// Calls `cell` with the place and text of each cell, `row` at the end of each row.
    void run(const auto& cell, const auto& row) {
        std::uint32_t column = 0;
        while (at_ < text_.size()) {
            std::string text = next_cell();
            cell(column++, std::move(text));
            if (at_ < text_.size() && text_[at_] == delimiter_) {
                ++at_;
                continue;
            }
            at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
            row();
            column = 0;
        }
        if (column > 0) row();
    }

private:
    std::string next_cell() {
        std::string cell;
        if (text_[at_] == '"') cell = quoted();
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' &&
               text_[at_] != '\r')
            ++at_;
        return cell.append(text_, begin, at_ - begin);
    }

    std::string quoted() {
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") {
                ++at_;
                return cell;
            }
            if (text_[at_] == '"') ++at_;
            cell += text_[at_];
        }
        return cell;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
};

/// The delimiter that parts the first rows into most cells of one number. Those of a first row
/// alone would be misled by a title that holds commas.
char delimiter_of(std::string_view text) {
    constexpr std::size_t looked_at = 16U << 10U;
    std::size_t best_score = 0;
    char best = delimiters.front();
    for (const char delimiter : delimiters) {
        std::array<std::size_t, 256> rows_of_width{};
        std::size_t width = 0;
        CsvReader(text.substr(0, looked_at), delimiter)
            .run([&](std::uint32_t, const std::string&) { ++width; },
                 [&] {
                     ++rows_of_width[std::min(std::exchange(width, 0), rows_of_width.size() - 1)];
                 });
        for (std::size_t cells = 2; cells < rows_of_width.size(); ++cells) {
            const std::size_t score = rows_of_width[cells] * (cells - 1);
            if (score <= best_score) continue;
            best_score = score;
            best = delimiter;
        }
    }
    return best;
}

}  // namespace

RawDocument read_csv(std::string_view bytes) {
    encoding::DecodedText decoded = readable_text(bytes);
    std::string_view text = decoded.text;
    const std::size_t hint = size_of_hint(text);
    const char delimiter = hint > 0 ? text[hint - 2] : delimiter_of(text);
    if (hint > 0) text.remove_prefix(hint);
    SpreadsheetText out;
    CsvReader(text, delimiter)
        .run([&](std::uint32_t column, std::string cell) { out.add_cell(column, std::move(cell)); },
             [&] { out.end_row(); });
    RawDocument document = out.finish();
    document.encoding = decoded.source;
    document.repaired = std::move(decoded.runs);
    return document;
}

}  // namespace commsearch::source
