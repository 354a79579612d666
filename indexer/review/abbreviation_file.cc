#include "indexer/review/abbreviation_file.h"

#include <algorithm>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/input_file.h"

namespace commsearch::review {
namespace {

constexpr std::uintmax_t max_table_bytes = 8U << 20U;

Message at_line(const std::filesystem::path& file, const abbreviation::Finding& finding) {
    const std::string place = file.string() + ':' + std::to_string(finding.line) + ": ";
    return {place + finding.message.vi, place + finding.message.en};
}

}  // namespace

bool AbbreviationFile::is_usable() const {
    return std::all_of(findings.begin(), findings.end(),
                       [](const abbreviation::Finding& finding) { return finding.is_warning; });
}

AbbreviationFile read_abbreviations(const std::filesystem::path& file) {
    AbbreviationFile read;
    try {
        read.table = source::read_whole(file, max_table_bytes);
    } catch (const Error& error) {
        throw UsageError(
            {"không đọc được bảng chữ tắt " + file.string() + ": " + error.message().vi,
             "cannot read the table of abbreviations " + file.string() + ": " +
                 error.message().en});
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (read.table.starts_with(byte_order_mark)) read.table.erase(0, byte_order_mark.size());
    read.findings = abbreviation::lint_abbreviations(read.table);
    return read;
}

std::string usable_abbreviations(const std::filesystem::path& file) {
    AbbreviationFile read = read_abbreviations(file);
    if (read.is_usable()) return std::move(read.table);
    const auto wrong =
        std::find_if(read.findings.begin(), read.findings.end(),
                     [](const abbreviation::Finding& finding) { return !finding.is_warning; });
    const Message message = at_line(file, *wrong);
    const std::string command = "commsearch-index abbreviations --abbreviations " + file.string();
    throw UsageError({message.vi + "; xem mọi lỗi: " + command,
                      message.en + "; to see all that is wrong: " + command});
}

std::string findings_text(const std::filesystem::path& file,
                          const std::vector<abbreviation::Finding>& findings, Language language) {
    const Message warning = {" (chỉ là lưu ý)", " (a warning only)"};
    std::string text;
    for (const abbreviation::Finding& finding : findings) {
        text += printable(at_line(file, finding).in(language)) +
                (finding.is_warning ? warning.in(language) : "") + '\n';
    }
    if (findings.empty()) {
        const Message fine = {": bảng chữ tắt không có lỗi", ": nothing is wrong with the table"};
        text = printable(file.string()) + fine.in(language) + '\n';
    }
    return text;
}

}  // namespace commsearch::review
