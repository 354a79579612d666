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

#include "analyzers/tsv.h"
#include "indexer/generation.h"
#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// A judged stretch of lines of a report; the whole report when `last` is 0.
struct Answer {
    std::string report;  ///< "s0" or "s2"
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
    std::set<Answer> answers;  ///< of grade 2; empty for needs that have no answer
    SearchRequest filters;     ///< what the person would pick beside the query
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

/// Slugs for the section names the needs use.
const std::map<std::string_view, std::string>& section_slugs() {
    static const std::map<std::string_view, std::string> slugs = {
        {"tài chính", "tai-chinh-ngan-sach"},
        {"tổ chức cán bộ", "to-chuc-can-bo"},
        {"an ninh", "an-ninh-trat-tu"},
        {"nhiệm vụ", "phuong-huong-nhiem-vu"},
        {"quốc phòng", "quoc-phong"},
        {"y tế", "y-te-dan-so"},
        {"CCHC", "cchc-mot-cua"},
        {"MTTQ", "mttq"},
        {"môi trường", "tai-nguyen-moi-truong"}};
    return slugs;
}

/// "xã=Cao Ngọc; kỳ=9 tháng 2023; mục=tài chính" as the fields of a request; districts and types,
/// which no option takes yet, are left out.
SearchRequest filters_of(std::string_view text) {
    SearchRequest filters;
    for (const std::string_view part : split(text, ';')) {
        const std::size_t sign = part.find('=');
        if (sign == std::string_view::npos) continue;
        const std::string_view name = trimmed(part.substr(0, sign));
        const std::string_view value = trimmed(part.substr(sign + 1));
        if (name == "xã") filters.communes.emplace_back(value.substr(0, value.find(" (")));
        if (name == "mục") filters.sections.push_back(section_slugs().at(value));
        if (name == "kỳ" || name == "tháng" || name == "năm") {
            const std::int32_t year = std::stoi(std::string(value.substr(value.size() - 4)));
            const bool november = name == "tháng";
            filters.from = year * 10000 + (november ? 1101 : 101);
            filters.to = year * 10000 + 1231;
        }
    }
    return filters;
}

std::vector<Need> read_needs(const fs::path& path) {
    std::ifstream file(path);
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    std::vector<Need> needs;
    for (const TsvRow& row : tsv_rows(table)) {
        Need need{std::string(row.fields[0]), std::string(row.fields[2]), {}, {}, {}};
        need.filters = filters_of(row.fields[4]);
        for (const std::string_view variant : split(row.fields[3], ';')) {
            need.variants.emplace_back(trimmed(variant));
        }
        const std::string kind(row.fields[5]);
        if (kind != "near miss" && kind != "negative")
            need.answers = answers_of(std::string(row.fields[6]));
        needs.push_back(std::move(need));
    }
    return needs;
}

bool holds(const ReportHit& report, const PassageHit& passage, const Answer& answer) {
    const bool same = report.id.starts_with(answer.report == "s0" ? "000_" : "002_");
    return same && (answer.last == 0 ||
                    (passage.first_line <= answer.last && passage.last_line >= answer.first));
}

/// Share of the judged lines in the first five passages; at most five can be asked for.
double recall_at_5(const Searcher& searcher, const std::string& query,
                   const std::set<Answer>& answers, SearchRequest request) {
    request.query = query;
    request.limit = 5;
    request.passages_per_report = 5;
    struct Ranked {
        const ReportHit* report;
        const PassageHit* passage;
    };
    const SearchResult result = searcher.search(request);
    std::vector<Ranked> ranked;
    for (const ReportHit& report : result.reports) {
        for (const PassageHit& passage : report.passages) ranked.push_back({&report, &passage});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.passage->score > b.passage->score;
    });
    ranked.resize(std::min<std::size_t>(ranked.size(), 5));
    std::size_t found = 0;
    for (const Answer& answer : answers) {
        for (const Ranked& hit : ranked) {
            if (holds(*hit.report, *hit.passage, answer)) {
                ++found;
                break;
            }
        }
    }
    return static_cast<double>(found) /
           static_cast<double>(std::min<std::size_t>(answers.size(), 5));
}

fs::path real_reports() {
    const char* const given = std::getenv("COMMSEARCH_REAL_REPORTS");
    return given != nullptr ? fs::path(given)
                            : fs::path(COMMSEARCH_SOURCE_DIR) / "../shared/reports";
}

/// Recall over all needs that have an answer.
struct Recall {
    double as_typed = 0;
    double variants = 0;
};

Recall measure(const Searcher& searcher, const std::vector<Need>& needs, bool with_filters) {
    Recall sum;
    double needs_count = 0;
    double variants_count = 0;
    for (const Need& need : needs) {
        if (need.answers.empty()) continue;
        const SearchRequest filters = with_filters ? need.filters : SearchRequest{};
        const double typed =
            std::min(1.0, recall_at_5(searcher, need.query, need.answers, filters));
        std::printf("%s %.2f  %s\n", need.id.c_str(), typed, need.query.c_str());
        sum.as_typed += typed;
        ++needs_count;
        for (const std::string& variant : need.variants) {
            const double recall =
                std::min(1.0, recall_at_5(searcher, variant, need.answers, filters));
            std::printf("    %.2f  %s\n", recall, variant.c_str());
            sum.variants += recall;
            ++variants_count;
        }
    }
    return {sum.as_typed / needs_count, sum.variants / variants_count};
}

TEST(Needs, RecallAt5OverTheRealReports) {
    const fs::path reports = real_reports();
    const fs::path needs_file = reports / "../relevance/needs_dev.tsv";
    if (!fs::exists(needs_file)) GTEST_SKIP() << "no real reports at " << reports;
    const TempFolder folder;
    BuildOptions options;
    options.corpus_folders = {reports, fs::path(COMMSEARCH_SOURCE_DIR) / "corpus"};
    options.index_folder = folder.path() / "index";
    (void)build_generation(options);
    const Searcher searcher(options.index_folder);
    const std::vector<Need> needs = read_needs(needs_file);
    const Recall alone = measure(searcher, needs, false);
    std::printf("--- with the filters a person would pick ---\n");
    const Recall filtered = measure(searcher, needs, true);
    std::printf("recall@5, query alone:  %.3f as typed, %.3f for the other forms\n", alone.as_typed,
                alone.variants);
    std::printf("recall@5, with filters: %.3f as typed, %.3f for the other forms\n",
                filtered.as_typed, filtered.variants);
    EXPECT_GE(filtered.as_typed, 0.85);
    EXPECT_GE(filtered.variants, 0.80);
}

}  // namespace
}  // namespace commsearch
