#include "searcher/excerpt.h"

#include <algorithm>
#include <set>
#include <string>

#include "analyzers/unicode.h"

namespace commsearch {
namespace {

/// A stretch of the text that matched: bytes, half-open.
struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view term;
};

/// The hits in text order, those that touch or overlap still apart.
std::vector<Hit> find_hits(const Tokens& tokens, const HitTerms& hits) {
    std::vector<Hit> found;
    for (const Token& token : tokens) {
        if (is_hit(token, hits)) found.push_back({token.begin, token.end, token.term});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
    return found;
}

/// Where the best window begins: the one with the most different terms, then the most hits, then
/// the first.
std::size_t best_begin(const std::vector<Hit>& hits, std::size_t width) {
    std::size_t best = hits.front().begin;
    std::pair<std::size_t, std::size_t> best_value{0, 0};
    std::size_t last = 0;
    for (std::size_t first = 0; first < hits.size(); ++first) {
        last = std::max(last, first);
        while (last < hits.size() && hits[last].end <= hits[first].begin + width) ++last;
        std::set<std::string_view> terms;
        for (std::size_t i = first; i < last; ++i) terms.insert(hits[i].term);
        const std::pair value{terms.size(), last - first};
        if (value > best_value) {
            best_value = value;
            best = hits[first].begin;
        }
    }
    return best;
}

bool is_blank_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_blank_byte);
}

/// The next word's begin at or behind `at`.
std::size_t word_begin_from(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    while (at < text.size() && !is_blank_byte(text[at - 1])) ++at;
    return at;
}

/// The last place at or before `at` where a word ends; `at` cut at a letter when there is none
/// behind `begin`.
std::size_t word_end_before(std::string_view text, std::size_t begin, std::size_t at) {
    if (at >= text.size()) return text.size();
    std::size_t end = at;
    while (end > begin && !is_blank_byte(text[end])) --end;
    if (end == begin) return begin + truncate_utf8(text.substr(begin), at - begin).size();
    return end;
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

bool is_hit(const Token& token, const HitTerms& hits) {
    if (is_compound(token)) return hits.units.contains(token.term);
    if (token.kind == Token::Kind::implied) return false;
    if (hits.terms.contains(token.term) || hits.bare.contains(token.bare)) return true;
    return std::any_of(hits.prefixes.begin(), hits.prefixes.end(),
                       [&](const std::string& prefix) { return token.bare.starts_with(prefix); });
}

std::vector<Fragment> make_excerpt(std::string_view text, const Tokens& tokens,
                                   const HitTerms& hits, std::size_t max_bytes) {
    const std::vector<Hit> found = find_hits(tokens, hits);
    // Some words before the first hit show what it is about.
    const std::size_t lead_bytes = std::min<std::size_t>(60, max_bytes / 2);
    std::size_t begin = 0;
    if (!found.empty() && text.size() > max_bytes) {
        const std::size_t target = best_begin(found, max_bytes - lead_bytes);
        const std::size_t latest = text.size() - max_bytes;
        const std::size_t wanted = std::min(target > lead_bytes ? target - lead_bytes : 0, latest);
        begin = std::min(word_begin_from(text, wanted), target);
    }
    const std::size_t end = word_end_before(text, begin, begin + max_bytes);

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

namespace {

/// Positions where the words of `sequence` begin to stand one behind the other.
std::vector<std::uint32_t> places_of(const Tokens& tokens, const Sequence& sequence) {
    std::vector<const Token*> running;
    for (const Token& token : tokens) {
        if (is_running(token)) running.push_back(&token);
    }
    const std::size_t size = sequence.words.size();
    const auto fits_at = [&](std::size_t first) {
        for (std::size_t i = 0; i < size; ++i) {
            const Sequence::Word& word = sequence.words[i];
            const Token& token = *running[first + i];
            if (token.position != running[first]->position + i) return false;
            const std::string& spelled = word.is_exact ? token.term : token.bare;
            if (spelled != word.text && (word.twin.empty() || spelled != word.twin)) return false;
        }
        return true;
    };
    std::vector<std::uint32_t> places;
    for (std::size_t first = 0; first + size <= running.size(); ++first) {
        if (fits_at(first)) places.push_back(running[first]->position);
    }
    return places;
}

}  // namespace

bool holds_sequence(const Tokens& tokens, const Sequence& sequence) {
    return !places_of(tokens, sequence).empty();
}

bool holds_nearness(const Tokens& tokens, const Nearness& near) {
    std::vector<std::vector<std::uint32_t>> places;
    for (const Sequence& sequence : near.sequences) {
        places.push_back(places_of(tokens, sequence));
        if (places.back().empty()) return false;
    }
    // From each place of any of them, all others must begin at most `distance` behind it.
    const auto follows = [&](std::uint32_t from) {
        return std::all_of(places.begin(), places.end(),
                           [&](const std::vector<std::uint32_t>& list) {
                               const auto next = std::lower_bound(list.begin(), list.end(), from);
                               return next != list.end() && *next <= from + near.distance;
                           });
    };
    return std::any_of(places.begin(), places.end(), [&](const std::vector<std::uint32_t>& list) {
        return std::any_of(list.begin(), list.end(), follows);
    });
}

}  // namespace commsearch
