#include "indexer/source/extract/extraction.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/table_span.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

enum Tag : char {
    text = 'T',
    title = 't',
    page = 'p',
    table = 'b',       ///< first line, last line, header rows, blanks between
    encoding = 'c',    ///< of the text, a number
    confidence = 'C',  ///< in millionths
    run_line = 'r',    ///< a repaired run begins: its line …
    run_encoding = 'e',
    run_original = 'o',
    run_repaired = 'R',
    entry = 'E',
    problem_vi = 'q',
    problem_en = 'Q',
    error_vi = 'x',
    error_en = 'X',
    end = '.',
};

void put(std::string& out, Tag tag, std::string_view payload) {
    out += static_cast<char>(tag);
    out += std::to_string(payload.size());
    out += ':';
    out += payload;
}

constexpr double millionths = 1e6;

void put_encoding(std::string& out, const RawDocument& document) {
    if (document.encoding == encoding::SourceEncoding{}) return;
    const auto number = [](encoding::Encoding one) {
        return std::to_string(static_cast<unsigned>(one));
    };
    put(out, encoding, number(document.encoding.encoding));
    put(out, confidence, std::to_string(std::lround(document.encoding.confidence * millionths)));
    for (const encoding::RepairedRun& run : document.repaired) {
        put(out, run_line, std::to_string(run.line));
        put(out, run_encoding, number(run.encoding));
        put(out, run_original, run.original);
        put(out, run_repaired, run.repaired);
    }
}

/// Reads the fields one after another.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : left_(bytes) {}

    struct Field {
        char tag = 0;
        std::string_view payload;
    };

    /// Nothing at the end and where the bytes are wrong.
    std::optional<Field> next() {
        const std::size_t colon = left_.find(':');
        if (colon == std::string_view::npos || colon < 2) return std::nullopt;
        std::size_t size = 0;
        const char* const digits_end = left_.data() + colon;
        const auto [stop, failed] = std::from_chars(left_.data() + 1, digits_end, size);
        if (failed != std::errc{} || stop != digits_end || size > left_.size() - colon - 1)
            return std::nullopt;
        const Field field{left_.front(), left_.substr(colon + 1, size)};
        left_.remove_prefix(colon + 1 + size);
        return field;
    }
    [[nodiscard]] bool is_done() const { return left_.empty(); }

private:
    std::string_view left_;
};

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [stop, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

bool take_encoding(std::string_view payload, encoding::Encoding& to) {
    const auto value = number(payload);
    if (!value || *value > static_cast<std::uint32_t>(encoding::Encoding::utf8_twice)) return false;
    to = static_cast<encoding::Encoding>(*value);
    return true;
}

bool take_table(std::string_view payload, RawDocument& to) {
    const std::size_t first = payload.find(' ');
    const std::size_t second = payload.find(' ', std::min(first, payload.size() - 1) + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return false;
    const auto first_line = number(payload.substr(0, first));
    const auto last_line = number(payload.substr(first + 1, second - first - 1));
    const auto header_rows = number(payload.substr(second + 1));
    if (!first_line || !last_line || !header_rows) return false;
    to.tables.push_back({*first_line, *last_line, *header_rows});
    return true;
}

/// A part of a repaired run; false when none has begun or it is no such part.
bool take_run(const FieldReader::Field& field, RawDocument& to) {
    if (field.tag == run_line) {
        const auto line = number(field.payload);
        if (line) to.repaired.push_back({.line = *line, .original = {}, .repaired = {}});
        to.encoding.repaired_runs = to.repaired.size();
        return line.has_value();
    }
    if (to.repaired.empty()) return false;
    encoding::RepairedRun& run = to.repaired.back();
    if (field.tag == run_encoding) return take_encoding(field.payload, run.encoding);
    (field.tag == run_original ? run.original : run.repaired) = clean_line(field.payload);
    return true;
}

bool take_confidence(std::string_view payload, double& to) {
    const auto value = number(payload);
    if (!value || *value > millionths) return false;
    to = *value / millionths;
    return true;
}

/// Puts one field in its place; false when it has none.
bool take(const FieldReader::Field& field, Extraction& to) {
    const std::string payload(field.payload);
    switch (field.tag) {
        case text:
            to.document.text = clean_text(payload);
            return true;
        case title:
            to.document.stated.title = clean_line(payload);
            to.document.stated.is_title_of_file = true;
            return true;
        case page: {
            const auto line = number(field.payload);
            if (line) to.document.page_starts.push_back(*line);
            return line.has_value();
        }
        case table:
            return take_table(field.payload, to.document);
        case encoding:
            return take_encoding(field.payload, to.document.encoding.encoding);
        case confidence:
            return take_confidence(field.payload, to.document.encoding.confidence);
        case run_line:
        case run_encoding:
        case run_original:
        case run_repaired:
            return take_run(field, to.document);
        case entry:
            to.entries.push_back({payload, std::nullopt});
            return true;
        case problem_vi:
        case problem_en: {
            if (to.entries.empty()) return false;
            auto& problem = to.entries.back().problem;
            if (!problem) problem.emplace();
            (field.tag == problem_vi ? problem->vi : problem->en) = clean_line(payload);
            return true;
        }
        case error_vi:
        case error_en:
            if (!to.error) to.error.emplace();
            (field.tag == error_vi ? to.error->vi : to.error->en) = clean_line(payload);
            return true;
        default:
            return false;
    }
}

/// Lines exist and go up.
bool has_sensible_lines(const RawDocument& document) {
    const auto lines = static_cast<std::uint32_t>(
        std::count(document.text.begin(), document.text.end(), '\n') + 1);
    const auto& starts = document.page_starts;
    return std::is_sorted(starts.begin(), starts.end()) &&
           (starts.empty() || (starts.front() >= 1 && starts.back() <= lines)) &&
           are_sensible(document.tables, lines);
}

}  // namespace

std::string encode(const Extraction& extraction) {
    std::string out;
    put(out, text, extraction.document.text);
    put(out, title, extraction.document.stated.title);
    for (const std::uint32_t line : extraction.document.page_starts)
        put(out, page, std::to_string(line));
    for (const TableSpan& one : extraction.document.tables)
        put(out, table,
            std::to_string(one.first_line) + ' ' + std::to_string(one.last_line) + ' ' +
                std::to_string(one.header_rows));
    put_encoding(out, extraction.document);
    for (const Extraction::Entry& one : extraction.entries) {
        put(out, entry, one.name);
        if (!one.problem) continue;
        put(out, problem_vi, one.problem->vi);
        put(out, problem_en, one.problem->en);
    }
    if (extraction.error) {
        put(out, error_vi, extraction.error->vi);
        put(out, error_en, extraction.error->en);
    }
    put(out, end, {});
    return out;
}

std::optional<Extraction> decode_extraction(std::string_view bytes) {
    FieldReader reader(bytes);
    Extraction result;
    for (auto field = reader.next(); field; field = reader.next()) {
        if (field->tag == end) {
            const bool whole = reader.is_done() && has_sensible_lines(result.document);
            return whole ? std::optional(std::move(result)) : std::nullopt;
        }
        if (!take(*field, result)) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace commsearch::source
