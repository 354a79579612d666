#include "indexer/report/parser/sidecar.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/fields/periods.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::report {
namespace {

namespace fs = std::filesystem;
using Stated = source::RawDocument::Stated;
using Field = std::string Stated::*;

Field field_of(std::string_view column) {
    for (const auto& [name, field] : source::stated_fields) {
        if (name == column) return field;
    }
    return nullptr;
}

bool is_commune_code(std::string_view code) {
    return code.size() == 5 && code.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What is wrong with a value; nothing for a good one.
std::optional<Message> fault_of(Field field, const std::string& value) {
    const auto wrong = [&](const std::string& vi, const std::string& en) {
        return Message{"“" + value + "” không phải " + vi, "“" + value + "” is not " + en};
    };
    if (field == &Stated::date && !paper_date(value).is_known())
        return wrong("ngày dạng 2023-10-31", "a date like 2023-10-31");
    if (field == &Stated::period && !paper_period(value).is_known()) {
        return wrong("kỳ báo cáo dạng 2023-11, 2023-Q3, 2023-H1, 2023-M09 hoặc 2023",
                     "a period like 2023-11, 2023-Q3, 2023-H1, 2023-M09 or 2023");
    }
    if (field == &Stated::commune_code && !is_commune_code(value))
        return wrong("mã xã gồm năm chữ số", "a commune's code of five digits");
    if (field == &Stated::type && document_type_of_slug(value) == DocumentType::unknown &&
        type_at_begin(words_key(value)) == DocumentType::unknown) {
        return wrong("loại văn bản, ví dụ bao-cao", "a kind of paper such as bao-cao");
    }
    return std::nullopt;
}

/// The header line: which column stands where.
struct Header {
    std::size_t line = 0;
    std::vector<Field> fields;  ///< null: the path, or a column that is not known
    std::size_t path = std::string::npos;
};

class SidecarReader {
public:
    explicit SidecarReader(std::string_view text) : lines_(split(text, '\n')) {}

    SidecarTable read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view line = trimmed_line(lines_[i]);
            if (trimmed(line).empty() || line.starts_with('#')) continue;
            if (header_.line == 0) {
                read_header(line, i + 1);
                if (header_.path == std::string::npos) break;
            } else {
                read_row(line, i + 1);
            }
        }
        return std::move(table_);
    }

private:
    static std::string_view trimmed_line(std::string_view line) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    void find(std::size_t line, Message message) {
        table_.findings.push_back({line, std::move(message)});
    }

    void read_header(std::string_view line, std::size_t number) {
        header_.line = number;
        for (const std::string_view cell : split(line, '\t')) {
            const std::string name = lower(trimmed(cell));
            header_.fields.push_back(field_of(name));
            if (name == "path") {
                header_.path = header_.fields.size() - 1;
            } else if (header_.fields.back() == nullptr) {
                find(number,
                     {"không có cột “" + name + "”; các cột: path, " + column_list(),
                      "there is no column “" + name + "”; the columns are path, " + column_list()});
            }
        }
        if (header_.path == std::string::npos) {
            find(number, {"dòng đầu phải có cột path (các cột cách nhau bằng tab)",
                          "the first line needs the column path (columns are parted by tabs)"});
        }
    }

    static std::string column_list() {
        std::string list;
        for (const auto& [name, field] : source::stated_fields) {
            if (!list.empty()) list += ", ";
            list += name;
        }
        return list;
    }

    void read_row(std::string_view line, std::size_t number) {
        const std::vector<std::string_view> cells = split(line, '\t');
        if (cells.size() > header_.fields.size()) {
            const std::string has = std::to_string(cells.size());
            const std::string needs = std::to_string(header_.fields.size());
            return find(number, {"có " + has + " cột, dòng đầu chỉ có " + needs,
                                 "it has " + has + " columns, the first line " + needs});
        }
        SidecarRow row{number, {}, {}};
        if (header_.path < cells.size()) row.path = std::string(trimmed(cells[header_.path]));
        if (row.path.empty()) return find(number, {"cột path trống", "the column path is empty"});
        if (!paths_.insert(row.path).second) {
            return find(number, {"“" + row.path + "” đã có ở dòng trên",
                                 "“" + row.path + "” stands in a line above already"});
        }
        bool good = true;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string value(trimmed(cells[i]));
            if (header_.fields[i] == nullptr || value.empty()) continue;
            const auto fault = fault_of(header_.fields[i], value);
            if (fault) find(number, *fault);
            good = good && !fault;
            row.stated.*header_.fields[i] = value;
        }
        if (good) table_.rows.push_back(std::move(row));
    }

    std::vector<std::string_view> lines_;
    Header header_;
    SidecarTable table_;
    std::set<std::string> paths_;
};

using Paths = std::set<std::string, std::less<>>;

/// Whether `path` is a file, or one document of a file of several: "a.jsonl:3".
bool is_listed(std::string_view path, const Paths& files) {
    while (!files.contains(path)) {
        const std::size_t end = path.find_last_of("/:");
        if (end == std::string_view::npos) return false;
        path = path.substr(0, end);
    }
    return true;
}

std::string joined(const source::RawDocument::Stated& stated) {
    std::string text;
    for (const auto& [name, field] : source::stated_fields) text += stated.*field + '\t';
    return text;
}

}  // namespace

SidecarTable read_sidecar(std::string_view bytes) {
    std::string text;
    try {
        text = nfc(source::checked_text(bytes));
    } catch (const Error& error) {
        return {{}, {{1, error.message()}}};
    }
    return SidecarReader(text).read();
}

Sidecars::Sidecars(const std::vector<fs::path>& corpus_folders,
                   const source::SourceListing& listing) {
    std::error_code error;
    Paths files;
    for (const fs::path& folder : corpus_folders) {
        if (!fs::exists(folder / sidecar_file, error)) continue;
        if (files.empty()) {
            for (const source::SourceFile& file : listing.files)
                files.insert(nfc(file.path.native()));
        }
        add(folder, files);
    }
}

void Sidecars::add(const fs::path& folder, const std::set<std::string, std::less<>>& files) {
    constexpr std::uintmax_t max_bytes = 16U << 20U;
    const fs::path file = folder / sidecar_file;
    const std::string name = source::escaped_name(file.native());
    SidecarTable table;
    try {
        table = read_sidecar(source::read_whole(file, max_bytes));
    } catch (const Error& unreadable) {
        findings_.push_back({name, unreadable.message()});
        return;
    }
    for (SidecarRow& row : table.rows) {
        const std::string path = nfc((folder / row.path).native());
        if (is_listed(path, files)) {
            rows_.emplace(path, std::move(row.stated));
            continue;
        }
        table.findings.push_back({row.line,
                                  {"không có tệp “" + row.path + "” trong thư mục báo cáo này",
                                   "there is no file “" + row.path + "” in this corpus folder"}});
    }
    for (SidecarTable::Finding& finding : table.findings)
        findings_.push_back(
            {name + ':' + std::to_string(finding.line), std::move(finding.message)});
}

std::string Sidecars::stated_of(const source::SourceFile& file) const {
    std::string text;
    if (rows_.empty()) return text;
    const std::string path = nfc(file.path.native());
    for (auto row = rows_.lower_bound(path); row != rows_.end(); ++row) {
        if (!row->first.starts_with(path)) break;
        text += row->first + '\n' + joined(row->second);
    }
    return text;
}

std::string Sidecars::stated_of(const source::SourceFile& file,
                                const source::LineSpan& lines) const {
    std::string text;
    if (rows_.empty()) return text;
    const std::string path = nfc(file.path.native());
    if (const auto row = rows_.find(path); row != rows_.end()) text += joined(row->second);
    for (std::size_t i = 1; i <= lines.count; ++i) {
        const auto row = rows_.find(path + ':' + std::to_string(lines.lines_before + i));
        if (row != rows_.end()) text += '\n' + std::to_string(i) + '\n' + joined(row->second);
    }
    return text;
}

void Sidecars::complete(source::RawDocument& document, const source::SourceFile& file) const {
    if (rows_.empty()) return;
    auto row = rows_.find(document.path);
    if (row == rows_.end()) row = rows_.find(nfc(file.path.native()));
    if (row == rows_.end()) return;
    for (const auto& [name, field] : source::stated_fields) {
        const std::string& value = row->second.*field;
        if (!value.empty()) document.stated.*field = value;
    }
    if (!row->second.title.empty()) document.stated.is_title_of_file = false;
}

}  // namespace commsearch::report
