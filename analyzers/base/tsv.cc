#include "analyzers/base/tsv.h"

namespace commsearch {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0;;) {
        const std::size_t end = line.find(separator, begin);
        fields.push_back(line.substr(begin, end - begin));
        if (end == std::string_view::npos) return fields;
        begin = end + 1;
    }
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<TsvRow> tsv_rows(std::string_view table) {
    std::vector<TsvRow> rows;
    std::size_t columns = 0;
    std::size_t line_number = 0;
    for (std::string_view line : split(table, '\n')) {
        ++line_number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        TsvRow row{line_number, split(line, '\t')};
        if (columns == 0) {
            columns = row.fields.size();
            continue;
        }
        if (row.fields.size() < columns) row.fields.resize(columns);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace commsearch
