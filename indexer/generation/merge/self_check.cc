#include "indexer/generation/merge/self_check.h"

#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

Refusal broken(const fs::path& database, const std::string& vi, const std::string& en) {
    return {"check",
            {"chỉ mục vừa lập không dùng được (" + database.string() + "): " + vi +
                 "; hãy kiểm tra ổ đĩa rồi chạy lại",
             "the index just built is unusable (" + database.string() + "): " + en +
                 "; check the disk and run again"}};
}

/// The last line of what Xapian's check says.
std::string last_line(const std::string& text) {
    const std::size_t end = text.find_last_not_of(" \n");
    if (end == std::string::npos) return "";
    const std::size_t begin = text.rfind('\n', end);
    return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

struct Counts {
    std::size_t reports = 0;
    std::size_t passages = 0;
};

[[noreturn]] void throw_misplaced(std::uint32_t document) {
    const std::string number = std::to_string(document);
    throw Error({"tài liệu " + number + " sai chỗ", "document " + number + " is misplaced"});
}

/// Reads every report and every row of the columns. Throws Error or Xapian::Error where something
/// is wrong.
Counts read_all(const Xapian::Database& database, const schema::Columns& columns) {
    Counts counts;
    std::uint32_t document = 1;
    std::vector<schema::ColumnWord> words;
    for (const schema::ReportRow& report : columns.reports()) {
        if (report.document != document || columns.section_of(document) != schema::no_section)
            throw_misplaced(document);
        const std::string data = database.get_document(document).get_data();
        if (schema::decode_report(data).passages.size() != report.passages)
            throw_misplaced(document);
        for (std::uint32_t i = 1; i <= report.passages; ++i) {
            const schema::ReportRow& its_report =
                columns.report_of(columns.section_at(document + i));
            if (its_report.document != document || its_report.passages != report.passages)
                throw_misplaced(document + i);
            columns.read_words(document + i, words);
        }
        document += report.passages + 1;
        counts.passages += report.passages;
        ++counts.reports;
    }
    if (columns.documents() != document - 1 || database.get_doccount() != columns.documents())
        throw Error({"thiếu đoạn ở cuối", "passages are missing at the end"});
    return counts;
}

/// Runs a check; what it throws is what is wrong.
template <typename Check>
std::vector<Refusal> refusals_of(const fs::path& database, Check check) {
    try {
        return check();
    } catch (const Xapian::Error& error) {
        return {broken(database, error.get_msg(), error.get_msg())};
    } catch (const Error& error) {
        return {broken(database, error.message().vi, error.message().en)};
    }
}

}  // namespace

std::vector<Refusal> self_check(const fs::path& folder, std::size_t reports, std::size_t passages) {
    const fs::path database = folder / schema::database_file;
    return refusals_of(database, [&]() -> std::vector<Refusal> {
        std::ostringstream said;
        if (Xapian::Database::check(database.string(), 0, &said) != 0) {
            const std::string line = last_line(said.str());
            return {broken(database, line, line)};
        }
        const Counts counts = read_all(Xapian::Database(database.string()),
                                       schema::Columns(folder / schema::columns_file));
        if (counts.reports == reports && counts.passages == passages) return {};
        const std::string found =
            std::to_string(counts.reports) + ", " + std::to_string(counts.passages);
        const std::string wanted = std::to_string(reports) + ", " + std::to_string(passages);
        return {broken(database, "có " + found + " báo cáo và đoạn, lẽ ra " + wanted,
                       "it has " + found + " reports and passages instead of " + wanted)};
    });
}

std::vector<Refusal> quick_check(const fs::path& folder, const std::vector<ReportEntry>& reports) {
    const fs::path file = folder / schema::database_file;
    return refusals_of(file, [&]() -> std::vector<Refusal> {
        const Xapian::Database database(file.string());
        const schema::Columns columns(folder / schema::columns_file);
        const auto rows = columns.reports();
        std::uint32_t document = 1;
        for (std::size_t i = 0; i < std::min(reports.size(), rows.size()); ++i) {
            const std::string term = schema::make_term(schema::prefix_report, reports[i].id);
            const auto found = database.postlist_begin(term);
            if (found == database.postlist_end(term) || *found != document ||
                rows[i].document != document || rows[i].passages != reports[i].passages)
                throw_misplaced(document);
            document += rows[i].passages + 1;
        }
        if (rows.size() == reports.size() && columns.documents() == document - 1 &&
            database.get_doccount() == document - 1)
            return {};
        return {broken(file, "không đủ hoặc thừa báo cáo", "reports are missing or too many")};
    });
}

}  // namespace commsearch::generation
