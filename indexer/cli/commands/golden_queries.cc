// Where the indexer's program asks the searcher, as in filed_reports.cc: the gate gets the questions as a
// function, so that the indexer's library does not know who answers.

#include "indexer/cli/commands/golden_queries.h"

#include <algorithm>
#include <fstream>

#include "searcher/searcher.h"

namespace commsearch::cli {
namespace {

constexpr std::size_t looked_at = 10;

Message unanswered(const GoldenQuery& golden, const SearchResult& result) {
    const std::string query = "“" + golden.query + "”";
    if (result.reports.empty())
        return {"câu hỏi mẫu " + query + " không tìm thấy gì (--golden)",
                "the golden query " + query + " finds nothing (--golden)"};
    return {"câu hỏi mẫu " + query + " không còn thấy " + golden.report +
                " trong 10 báo cáo đầu "
                "(--golden)",
            "the golden query " + query + " no longer has " + golden.report +
                " among its first 10 reports (--golden)"};
}

bool is_answered(const GoldenQuery& golden, const SearchResult& result) {
    if (golden.report.empty()) return !result.reports.empty();
    return std::any_of(result.reports.begin(), result.reports.end(),
                       [&](const ReportHit& hit) { return hit.about.id == golden.report; });
}

}  // namespace

std::vector<std::string> read_lines(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    }
    if (!stream.is_open() || stream.bad())
        throw UsageError({"không đọc được tệp " + file.string(), "cannot read " + file.string()});
    return lines;
}

std::vector<GoldenQuery> read_golden_queries(const std::filesystem::path& file) {
    std::vector<GoldenQuery> queries;
    for (const std::string& line : read_lines(file)) {
        const std::size_t tab = line.find('\t');
        queries.push_back(
            {line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1)});
    }
    if (queries.empty())
        throw UsageError({"tệp " + file.string() + " không có câu hỏi mẫu nào",
                          file.string() + " holds no golden query"});
    return queries;
}

std::vector<Message> ask_golden_queries(const std::vector<GoldenQuery>& queries,
                                        const std::filesystem::path& index_folder) {
    const Searcher searcher(index_folder);
    std::vector<Message> wrong;
    for (const GoldenQuery& golden : queries) {
        SearchRequest request;
        request.query = golden.query;
        request.limit = looked_at;
        const SearchResult result = searcher.search(request);
        if (!is_answered(golden, result)) wrong.push_back(unanswered(golden, result));
    }
    return wrong;
}

}  // namespace commsearch::cli
