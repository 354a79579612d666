#include "tests/support/small_index.h"

#include <algorithm>

#include "indexer/generation/generation.h"

namespace commsearch {
namespace {

std::filesystem::path written(const TempFolder& folder,
                              std::initializer_list<std::string_view> files) {
    int number = 0;
    for (const std::string_view file : files)
        folder.write("corpus/" + std::to_string(++number) + ".jsonl", file);
    return folder.path() / "corpus";
}

std::filesystem::path written(const TempFolder& folder,
                              const std::map<std::string, std::string>& texts_by_name) {
    for (const auto& [name, text] : texts_by_name) folder.write("corpus/" + name, text);
    return folder.path() / "corpus";
}

std::filesystem::path built(const std::filesystem::path& corpus) {
    generation::BuildOptions options;
    options.corpus_folders = {corpus};
    options.index_folder = corpus.parent_path() / "index";
    (void)generation::build_generation(options);
    return options.index_folder;
}

}  // namespace

SmallIndex::SmallIndex(std::initializer_list<std::string_view> files)
    : corpus_(written(temporary_, files)), index_(built(corpus_)), searcher_(index_) {}

SmallIndex::SmallIndex(const std::map<std::string, std::string>& texts_by_name)
    : corpus_(written(temporary_, texts_by_name)), index_(built(corpus_)), searcher_(index_) {}

SearchResult SmallIndex::search(const SearchRequest& request) const {
    return searcher_.search(request);
}

SearchResult SmallIndex::search(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    return search(request);
}

std::string json_line(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    std::string line;
    for (const auto& [key, value] : fields) {
        line += line.empty() ? "{\"" : ",\"";
        line.append(key).append("\":\"").append(value) += '"';
    }
    return line + "}\n";
}

void append_repeated(std::string& lines, const std::string& text, int times) {
    for (int i = 0; i < times; ++i) {
        const std::string id = std::to_string(lines.size());
        lines += json_line({{"id", id}, {"text", text + " Bản tin " + id + "."}});
    }
}

Ids ids_of(const SearchResult& result) {
    Ids ids(result.reports.size());
    std::transform(result.reports.begin(), result.reports.end(), ids.begin(),
                   [](const ReportHit& report) { return report.about.id; });
    return ids;
}

Ids sorted_ids_of(const SearchResult& result) {
    Ids ids = ids_of(result);
    std::sort(ids.begin(), ids.end());
    return ids;
}

const Notice* find_notice(const SearchResult& result, std::string_view code) {
    const auto found = std::find_if(result.notices.begin(), result.notices.end(),
                                    [&](const Notice& notice) { return notice.code == code; });
    return found == result.notices.end() ? nullptr : &*found;
}

std::string with_brackets(const std::vector<Fragment>& excerpt) {
    std::string text;
    for (const Fragment& piece : excerpt) text += piece.hit ? '[' + piece.text + ']' : piece.text;
    return text;
}

}  // namespace commsearch
