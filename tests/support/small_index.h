#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/searcher.h"
#include "tests/support/program.h"

namespace commsearch {

/// An index of a few reports that a test wrote itself, opened for searching. Test programs build
/// each once:
///
///     const SmallIndex& papers() {
///         static const SmallIndex index({json_line({{"id", "a"}, {"text", "Thu ngân sách."}})});
///         return index;
///     }
class SmallIndex {
public:
    /// Indexes JSON lines, each of `files` being a file of them: "1.jsonl", "2.jsonl" …
    explicit SmallIndex(std::initializer_list<std::string_view> files);
    /// Indexes files of any format by their names.
    explicit SmallIndex(const std::map<std::string, std::string>& texts_by_name);

    [[nodiscard]] const std::filesystem::path& corpus() const { return corpus_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return index_; }
    [[nodiscard]] const Searcher& searcher() const { return searcher_; }

    [[nodiscard]] SearchResult search(const SearchRequest& request) const;
    [[nodiscard]] SearchResult search(const std::string& query) const;

private:
    TempFolder temporary_;
    std::filesystem::path corpus_;
    std::filesystem::path index_;
    Searcher searcher_;
};

/// An object of strings and its line end. The strings are taken as they are: they hold no quotation
/// marks.
[[nodiscard]] std::string json_line(
    std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

/// Appends so many reports to `lines` that say `text`, each in an issue of its own, so that none is
/// a copy of another.
void append_repeated(std::string& lines, const std::string& text, int times);

using Ids = std::vector<std::string>;

/// Ids of the reports found, best first.
[[nodiscard]] Ids ids_of(const SearchResult& result);
/// The same in the order of letters, for what does not rank.
[[nodiscard]] Ids sorted_ids_of(const SearchResult& result);

/// The notice with that code; nullptr when there is none.
[[nodiscard]] const Notice* find_notice(const SearchResult& result, std::string_view code);

/// An excerpt with its hits in brackets: "xây dựng [NTM] …".
[[nodiscard]] std::string with_brackets(const std::vector<Fragment>& excerpt);

}  // namespace commsearch
