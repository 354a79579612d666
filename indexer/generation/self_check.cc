#include "indexer/generation/self_check.h"

#include <xapian.h>

#include <sstream>
#include <string>

#include "analyzers/message.h"
#include "indexer/schema.h"

namespace commsearch {
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

/// Reads everything. Throws Error or Xapian::Error where something is wrong.
Counts read_all(const Xapian::Database& database) {
    Counts counts;
    std::size_t left = 0;  // passages of the report being read
    std::uint32_t ordinal = 0;
    for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
        const Xapian::Document document = database.get_document(*post);
        if (left == 0) {
            left = decode_report(document.get_data()).passages.size();
            ordinal = 0;
            ++counts.reports;
            continue;
        }
        if (decode_facets(document.get_value(facet_slot)).ordinal != ++ordinal) {
            const std::string number = std::to_string(*post);
            throw Error(
                {"tài liệu " + number + " sai chỗ", "document " + number + " is misplaced"});
        }
        --left;
        ++counts.passages;
    }
    if (left > 0) throw Error({"thiếu đoạn ở cuối", "passages are missing at the end"});
    return counts;
}

}  // namespace

std::vector<Refusal> self_check(const fs::path& database, std::size_t reports,
                                std::size_t passages) {
    try {
        std::ostringstream said;
        if (Xapian::Database::check(database.string(), 0, &said) != 0) {
            const std::string line = last_line(said.str());
            return {broken(database, line, line)};
        }
        const Counts counts = read_all(Xapian::Database(database.string()));
        if (counts.reports == reports && counts.passages == passages) return {};
        const std::string found =
            std::to_string(counts.reports) + ", " + std::to_string(counts.passages);
        const std::string wanted = std::to_string(reports) + ", " + std::to_string(passages);
        return {broken(database, "có " + found + " báo cáo và đoạn, lẽ ra " + wanted,
                       "it has " + found + " reports and passages instead of " + wanted)};
    } catch (const Xapian::Error& error) {
        return {broken(database, error.get_msg(), error.get_msg())};
    } catch (const Error& error) {
        return {broken(database, error.message().vi, error.message().en)};
    }
}

}  // namespace commsearch
