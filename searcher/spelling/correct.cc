#include "searcher/spelling/correct.h"

#include <algorithm>
#include <vector>

#include "searcher/spelling/suggest.h"
#include "searcher/spelling/word_breaks.h"

namespace commsearch::spelling {
namespace {

/// For each byte of a run of words its place in the query's text, where more blanks and other
/// things may stand between the words; empty where they are not found.
std::vector<std::uint32_t> places_in(std::string_view text, const query::QueryNode& run) {
    std::vector<std::uint32_t> places;
    std::size_t at = run.range.begin;
    for (std::size_t begin = 0; begin < run.text.size();) {
        const std::size_t end = std::min(run.text.find(' ', begin), run.text.size());
        at = text.find(std::string_view(run.text).substr(begin, end - begin), at);
        if (at == std::string_view::npos) return {};
        for (std::size_t i = begin; i <= end; ++i)
            places.push_back(static_cast<std::uint32_t>(at + i - begin));
        at += end - begin;
        begin = end + 1;
    }
    return places;
}

/// Adds the changes of each run of plain words, in bytes of the query.
template <typename Mend>
void collect_changes(std::string_view text, const query::AnalyzedNode& node, Mend mend,
                     std::vector<Change>& changes) {
    using Kind = query::QueryNode::Kind;
    if (node.node->kind == Kind::none_of || node.node->exact) return;
    for (const query::AnalyzedNode& child : node.children)
        collect_changes(text, child, mend, changes);
    if (node.node->kind != Kind::words) return;
    const std::vector<std::uint32_t> places = places_in(text, *node.node);
    if (places.empty()) return;
    for (Change change : mend(node.node->text, node.tokens)) {
        change.begin = places[change.begin];
        change.end = places[change.end];
        changes.push_back(std::move(change));
    }
}

template <typename Mend>
std::string mended(const query::AnalyzedQuery& query, Mend mend) {
    const std::string& text = query.parsed.text;
    std::vector<Change> changes;
    for (const query::AnalyzedNode& node : query.root) collect_changes(text, node, mend, changes);
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t written = 0;
    for (const Change& change : changes) {
        if (change.begin < written) continue;
        out.append(text, written, change.begin - written).append(change.text);
        written = change.end;
    }
    return changes.empty() ? std::string() : out.append(text, written);
}

/// Begins and ends of the words between blanks.
std::vector<SourceRange> words_of(std::string_view text) {
    std::vector<SourceRange> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(' ', at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        at = end;
    }
    return words;
}

/// The words from `first` to `last`, half-open.
std::string piece(std::string_view text, const std::vector<SourceRange>& words, std::size_t first,
                  std::size_t last) {
    if (first >= last) return {};
    return std::string(text.substr(words[first].begin, words[last - 1].end - words[first].begin));
}

}  // namespace

std::string with_mended_breaks(const index::Vocabulary& words, const query::AnalyzedQuery& query) {
    return mended(query, [&](std::string_view text, const word::Tokens& tokens) {
        return mended_breaks(words, text, tokens);
    });
}

std::string with_mended_spelling(const index::Vocabulary& words,
                                 const query::AnalyzedQuery& query) {
    return mended(query, [&](std::string_view text, const word::Tokens& tokens) {
        const std::optional<Suggestion> suggestion = suggest(words, text, tokens);
        std::vector<Change> changes = suggestion ? suggestion->changes : std::vector<Change>{};
        std::erase_if(changes, [](const Change& change) { return !change.is_certain; });
        return changes;
    });
}

Difference difference(std::string_view typed, std::string_view read) {
    const std::vector<SourceRange> before = words_of(typed);
    const std::vector<SourceRange> after = words_of(read);
    const std::size_t least = std::min(before.size(), after.size());
    const auto is_same = [&](std::size_t i, std::size_t j) {
        return piece(typed, before, i, i + 1) == piece(read, after, j, j + 1);
    };
    std::size_t front = 0;
    while (front < least && is_same(front, front)) ++front;
    std::size_t back = 0;
    while (back < least - front && is_same(before.size() - 1 - back, after.size() - 1 - back))
        ++back;
    if (front + back >= before.size()) return {};
    const std::size_t first = front - std::min<std::size_t>(front, 1);
    const std::size_t shown = back - std::min<std::size_t>(back, 1);
    return {{before[first].begin, before[before.size() - 1 - shown].end},
            piece(typed, before, first, before.size() - shown),
            piece(read, after, first, after.size() - shown)};
}

}  // namespace commsearch::spelling
