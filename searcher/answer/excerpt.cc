#include "searcher/answer/excerpt.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "searcher/match/sequences.h"

namespace commsearch::answer {
namespace {

bool is_hit_alone(const word::Token& token, const plan::HighlightTerms& hits) {
    if (word::is_multiword(token)) return hits.compounds.contains(token.term);
    if (token.kind == word::Token::Kind::expansion) return false;
    if (hits.terms.contains(token.term) || hits.unaccented.contains(token.unaccented)) return true;
    return std::any_of(hits.prefixes.begin(), hits.prefixes.end(), [&](const std::string& prefix) {
        return token.unaccented.starts_with(prefix);
    });
}

/// Marks (or not) the words and compounds of each place where the phrase stands whole.
void mark_phrase(const word::Tokens& tokens, const plan::Sequence& phrase, bool is_hit,
                 std::vector<bool>& found) {
    const std::vector<std::uint32_t> places = match::places_of(tokens, phrase);
    for (std::size_t i = 0; i < tokens.size() && !places.empty(); ++i) {
        const word::Token& token = tokens[i];
        const auto behind = std::upper_bound(places.begin(), places.end(), token.position);
        if (behind == places.begin() || token.kind == word::Token::Kind::expansion) continue;
        if (token.position + token.span <= *std::prev(behind) + phrase.words.size())
            found[i] = is_hit;
    }
}

bool is_blank_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_blank_byte);
}

void append(std::vector<Fragment>& fragments, std::string_view text, bool hit) {
    if (text.empty()) return;
    if (!fragments.empty() && fragments.back().hit == hit) {
        fragments.back().text += text;
    } else {
        fragments.push_back({std::string(text), hit});
    }
}

}  // namespace

std::vector<bool> find_hits(const word::Tokens& tokens, const plan::HighlightTerms& hits) {
    std::vector<bool> found(tokens.size());
    std::transform(tokens.begin(), tokens.end(), found.begin(),
                   [&](const word::Token& token) { return is_hit_alone(token, hits); });
    for (const plan::Sequence& phrase : hits.otherwise) mark_phrase(tokens, phrase, false, found);
    for (const plan::Sequence& phrase : hits.phrases) mark_phrase(tokens, phrase, true, found);
    return found;
}

std::vector<Hit> hits_in_order(const word::Tokens& tokens, const plan::HighlightTerms& hits) {
    const std::vector<bool> found = find_hits(tokens, hits);
    std::vector<Hit> ordered;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (found[i]) ordered.push_back({tokens[i].begin, tokens[i].end, tokens[i].term});
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
    return ordered;
}

std::vector<Fragment> make_excerpt(std::string_view text, const word::Tokens& tokens,
                                   const plan::HighlightTerms& hits, std::size_t max_bytes) {
    const std::vector<Hit> found = hits_in_order(tokens, hits);
    const Borders borders = text.size() > max_bytes ? borders_of(text, tokens) : Borders{};
    return cut_excerpt(text, found,
                       best_window(text, found, borders, max_bytes, hits.wants_figure));
}

std::vector<Fragment> cut_excerpt(std::string_view text, const std::vector<Hit>& found,
                                  Window window) {
    const auto [begin, end] = window;
    std::vector<Fragment> fragments;
    if (begin > 0) append(fragments, "… ", false);
    std::size_t at = begin;
    for (const Hit& hit : found) {
        if (hit.end <= at || hit.begin >= end) continue;
        const std::size_t hit_begin = std::max(hit.begin, at);
        const std::size_t hit_end = std::min(hit.end, end);
        const std::string_view between = text.substr(at, hit_begin - at);
        // Words that follow each other are one hit.
        const bool joins = !fragments.empty() && fragments.back().hit && is_blank(between);
        append(fragments, between, joins);
        append(fragments, text.substr(hit_begin, hit_end - hit_begin), true);
        at = hit_end;
    }
    append(fragments, text.substr(at, end - at), false);
    if (end < text.size()) append(fragments, " …", false);
    return fragments;
}

}  // namespace commsearch::answer
