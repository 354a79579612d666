// The 30 information needs over the two real reports, searched together with the project's own
// corpus: recall@5 of the judged lines. The reports are not part of the project; without them the
// test is skipped by name.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/generation/generation.h"
#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// A judged stretch of lines of a report; the whole report when `last` is 0.
struct Answer {
    std::string report;  ///< "s0", "s2", or the id of a report
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator<(const Answer& other) const {
        return std::tie(report, first, last) < std::tie(other.report, other.first, other.last);
    }
};

struct Need {
    std::string id;
    std::string query;
    std::vector<std::string> variants;
    std::set<Answer>
        answers;  ///< judged lines of the real reports, grade 2; empty for needs without an answer
    std::set<Answer>
        others;  ///< passages of the corpus (needs_corpus.tsv) that answer it as well, grade 2
};

/// "s0 L53-56; ~s2 L23; s2 L18,28" -> the answers without "~".
std::set<Answer> answers_of(const std::string& text) {
    static const std::regex report_pattern("^\\s*(~?)(s[02])\\s*(.*)$");
    static const std::regex lines_pattern("(\\d+)(?:-(\\d+))?");
    std::set<Answer> answers;
    for (const std::string_view part : split(text, ';')) {
        const std::string entry(part);
        std::smatch match;
        if (!std::regex_match(entry, match, report_pattern) || match[1].length() > 0) continue;
        const std::string report = match[2];
        const std::string lines = match[3];
        if (lines.find('L') == std::string::npos) {
            answers.insert({report, 0, 0});
            continue;
        }
        for (std::sregex_iterator at(lines.begin(), lines.end(), lines_pattern), end; at != end;
             ++at) {
            const auto first = static_cast<std::uint32_t>(std::stoul((*at)[1]));
            const auto last =
                (*at)[2].matched ? static_cast<std::uint32_t>(std::stoul((*at)[2])) : first;
            answers.insert({report, first, last});
        }
    }
    return answers;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Passages of the project's own corpus that answer a need of the list just as well as the judged
/// lines.
std::map<std::string, std::set<Answer>> read_others() {
    const std::string table =
        read_file(fs::path(COMMSEARCH_SOURCE_DIR) / "tests/relevance/needs_corpus.tsv");
    std::map<std::string, std::set<Answer>> others;
    const auto number = [](std::string_view field) {
        return static_cast<std::uint32_t>(std::stoul(std::string(field)));
    };
    for (const TsvRow& row : tsv_rows(table)) {
        if (row.fields[4] != "2") continue;
        others[std::string(row.fields[0])].insert(
            {std::string(row.fields[1]), number(row.fields[2]), number(row.fields[3])});
    }
    return others;
}

std::vector<Need> read_needs(const fs::path& path) {
    const std::string table = read_file(path);
    std::map<std::string, std::set<Answer>> others = read_others();
    std::vector<Need> needs;
    for (const TsvRow& row : tsv_rows(table)) {
        Need need{std::string(row.fields[0]), std::string(row.fields[2]), {}, {}, {}};
        need.others = others[need.id];
        for (const std::string_view variant : split(row.fields[3], ';')) {
            // "tỉnh ủy (lỗi hỏi/ngã trong nguồn)": the remark is not typed.
            need.variants.emplace_back(trimmed(variant.substr(0, variant.find(" (lỗi"))));
        }
        const std::string kind(row.fields[5]);
        if (kind != "near miss" && kind != "negative")
            need.answers = answers_of(std::string(row.fields[6]));
        needs.push_back(std::move(need));
    }
    return needs;
}

bool holds(const ReportHit& report, const PassageHit& passage, const Answer& answer) {
    const bool is_real = answer.report == "s0" || answer.report == "s2";
    const bool same = is_real ? report.about.id.starts_with(answer.report == "s0" ? "000_" : "002_")
                              : report.about.id == answer.report;
    return same && (answer.last == 0 ||
                    (passage.first_line <= answer.last && passage.last_line >= answer.first));
}

/// The first five passages of the answer to `query`, ranked by score over all reports.
struct Ranked {
    ReportHit report;
    PassageHit passage;
};

std::vector<Ranked> first_five(const Searcher& searcher, const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 5;
    request.passages_per_report = 5;
    std::vector<Ranked> ranked;
    for (const ReportHit& report : searcher.search(request).reports) {
        for (const PassageHit& passage : report.passages) ranked.push_back({report, passage});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.passage.score > b.passage.score;
    });
    ranked.resize(std::min<std::size_t>(ranked.size(), 5));
    return ranked;
}

/// Share of the answers that the five passages hold; more than five cannot be asked of them.
double recall_at_5(const std::vector<Ranked>& ranked, const std::set<Answer>& answers) {
    const auto found = std::count_if(answers.begin(), answers.end(), [&](const Answer& answer) {
        return std::any_of(ranked.begin(), ranked.end(), [&](const Ranked& hit) {
            return holds(hit.report, hit.passage, answer);
        });
    });
    const auto possible = static_cast<double>(std::min<std::size_t>(answers.size(), 5));
    return std::min(1.0, static_cast<double>(found) / possible);
}

fs::path real_reports() {
    const char* const given = std::getenv("COMMSEARCH_REAL_REPORTS");
    return given != nullptr ? fs::path(given)
                            : fs::path(COMMSEARCH_SOURCE_DIR) / "../shared/reports";
}

/// Mean recall@5: of every right answer, and of the judged lines of the real reports alone, which
/// compete with the corpus' own right answers.
struct Recall {
    double all = 0;
    double judged_lines = 0;
    double queries = 0;

    void add(const Searcher& searcher, const std::string& query, const Need& need) {
        const std::vector<Ranked> ranked = first_five(searcher, query);
        std::set<Answer> answers = need.answers;
        answers.insert(need.others.begin(), need.others.end());
        const double of_all = recall_at_5(ranked, answers);
        const double of_lines = recall_at_5(ranked, need.answers);
        std::printf("%s %.2f %.2f  %s\n", need.id.c_str(), of_all, of_lines, query.c_str());
        all += of_all;
        judged_lines += of_lines;
        ++queries;
    }
    void print(const char* name) const {
        std::printf("recall@5, %s: %.3f of all right answers, %.3f of the judged lines\n", name,
                    all / queries, judged_lines / queries);
    }
};

TEST(Needs, RecallAt5OverTheRealReports) {
    const fs::path reports = real_reports();
    const fs::path needs_file = reports / "../relevance/needs_dev.tsv";
    if (!fs::exists(needs_file)) GTEST_SKIP() << "no real reports at " << reports;
    const TempFolder folder;
    generation::BuildOptions options;
    options.corpus_folders = {reports, fs::path(COMMSEARCH_SOURCE_DIR) / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)generation::build_generation(options);
    const Searcher searcher(options.index_folder);
    Recall as_typed;
    Recall other_forms;
    for (const Need& need : read_needs(needs_file)) {
        if (need.answers.empty()) continue;
        as_typed.add(searcher, need.query, need);
        for (const std::string& variant : need.variants) other_forms.add(searcher, variant, need);
    }
    as_typed.print("as typed");
    other_forms.print("other forms");
    // The goal is 0.85 as typed, held, and 0.80 for the other forms, missed: docs/ranking.md says
    // why. What was reached must not be lost.
    EXPECT_GE(as_typed.all / as_typed.queries, 0.85);
    EXPECT_GE(as_typed.judged_lines / as_typed.queries, 0.85);
    EXPECT_GE(other_forms.all / other_forms.queries, 0.65);
    EXPECT_GE(other_forms.judged_lines / other_forms.queries, 0.67);
}

}  // namespace
}  // namespace commsearch
